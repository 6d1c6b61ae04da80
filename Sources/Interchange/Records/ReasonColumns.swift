import FormModel

/// What becomes of personal fields in an export (`semantics.md` 6.1).
public enum PersonalFields: Sendable {
    /// Their columns are left out.
    case leftOut
    /// They are written like others.
    case included
}

/// The fields whose reasons for having no value an export writes, each in a column `_reason.FIELD`.
///
/// An empty cell says `unanswered` by itself, so only fields that can be not asked, or offer special answers, or are
/// calculated, need the column.
public struct ReasonColumns: Sendable {
    private let layout: FormLayout
    /// For each set of the layout, whether each of its fields has the column.
    private(set) var needed: [[Bool]]

    /// The fields that by their form can have a reason other than `unanswered`.
    public init(possibleIn layout: FormLayout) {
        let conditional = conditionalFields(of: layout.form)
        self.layout = layout
        self.needed = layout.sets.map { set in
            set.fields.map { field in
                let question = field.question
                return !question.special.isEmpty || question.isCalculated || question.kind == .calculate
                    || conditional.contains(question.name)
            }
        }
    }

    /// Adds the fields that have a reason in a record though their form has no cause for it, such as a record of an
    /// earlier version.
    public mutating func include(_ record: Record) {
        include(record.root, set: 0)
    }

    private mutating func include(_ row: RecordRow, set: Int) {
        for (index, answer) in row.answers.enumerated() where answer.writtenReason != nil {
            needed[set][index] = true
        }
        for (child, rows) in zip(layout.sets[set].rosters, row.rosters) {
            for row in rows { include(row, set: child) }
        }
    }
}

extension Answer {
    /// The reason as exports write it; `nil` for a value, and for `unanswered`, which an empty cell says.
    var writtenReason: String? {
        switch self {
        case .value, .missing(.unanswered): nil
        case .notAsked: AnswerReader.notAsked
        case .missing(let reason): reason.name
        }
    }
}
