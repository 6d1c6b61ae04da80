import FormModel

/// The cell readers of all fields of a form.
struct FormReaders: Sendable {
    /// For each set of the layout, a reader for each of its fields.
    let sets: [[AnswerReader]]
    /// For each set, a row with nothing given.
    let blank: [GivenRow]
    /// The readers of the key fields, in the order of the key.
    let keys: [AnswerReader]
    let suggest: Suggestions

    init(_ layout: FormLayout, suggest: NameSuggester?) {
        let suggestions = Suggestions(suggest ?? Suggestions.nearestName)
        let conditional = conditionalFields(of: layout.form)
        self.sets = layout.sets.map { set in
            set.fields.map {
                AnswerReader($0.question, mayBeLeftOut: conditional.contains($0.name), suggest: suggestions)
            }
        }
        self.blank = layout.sets.map { GivenRow(of: $0) }
        let root = sets[0]
        self.keys = layout.keyFields.map { root[$0.index] }
        self.suggest = suggestions
    }
}

/// The names of the fields that may be not asked: they, or something they stand in, have a relevance.
func conditionalFields(of form: Form) -> Set<String> {
    var names: Set<String> = []
    func walk(_ nodes: [FormNode], conditional: Bool) {
        for node in nodes {
            switch node {
            case .question(let question):
                if conditional || question.relevant != nil { names.insert(question.name) }
            case .group(let group):
                walk(group.nodes, conditional: conditional || group.relevant != nil)
            case .roster(let roster):
                walk(roster.nodes, conditional: conditional || roster.relevant != nil)
            }
        }
    }
    walk(form.nodes, conditional: false)
    return names
}

/// Reads the columns that say what a record is: `_round`, `_date`, `_status`, `_result`.
struct RecordHeadReader: Sendable {
    let length: PeriodLength
    let suggest: Suggestions

    func round(_ text: String) throws(CellFault) -> String {
        // A period's name does not depend on the day on which the office closes its books.
        guard PeriodCalendar().period(id: text)?.length == length else {
            throw .notRound(found: text, example: RecordHeadReader.example(of: length))
        }
        return text
    }

    func status(_ text: String) throws(CellFault) -> RecordStatus {
        guard let status = RecordStatus(rawValue: text) else {
            throw .notInList(text, names: RecordStatus.allCases.map(\.rawValue), suggest: suggest)
        }
        return status
    }

    func result(_ text: String) throws(CellFault) -> VisitResult {
        guard let result = VisitResult(rawValue: text) else {
            throw .notInList(text, names: VisitResult.allCases.map(\.rawValue), suggest: suggest)
        }
        return result
    }

    private static func example(of length: PeriodLength) -> String {
        switch length {
        case .once: "once"
        case .day: "2026-03-05"
        case .month: "2026-03"
        case .quarter: "2026-Q1"
        case .halfYear: "2026-H1"
        case .year: "2026"
        }
    }
}

/// Names of columns and members that are no fields.
enum HelperName {
    static let id = "_id"
    static let round = "_round"
    static let date = "_date"
    static let status = "_status"
    static let result = "_result"
    static let row = "_row"
    static let parentID = "_parent_id"
    static let parentRow = "_parent_row"
    /// Holds why a record was rejected; ignored when it is read again.
    static let error = "_error"
    /// The prefix of the columns that say why a field has no value; in JSON the name of the object that does.
    static let reason = "_reason"

    static let ofRecords = [id, round, date, status, result]

    static func reason(of field: String) -> String { "\(reason).\(field)" }
}
