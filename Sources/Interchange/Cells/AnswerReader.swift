import FormModel

/// Reads the cells of one question: its values by its kind, and the reasons it may have for having none.
///
/// It knows what is written in the form and runs nothing of it: constraints, patterns and relevance are judged later.
public struct AnswerReader: Sendable {
    /// What a reader knows: in one place, as readers are handed about at every cell.
    private final class Knowledge: Sendable {
        let name: String
        let kind: QuestionKind
        let reasons: [MissingReason]
        let choices: ChoiceList
        let suggest: Suggestions

        init(_ question: Question, reasons: [MissingReason], suggest: Suggestions) {
            self.name = question.name
            self.kind = question.kind
            self.reasons = reasons
            self.choices = question.choices ?? ChoiceList(choices: [])
            self.suggest = suggest
        }
    }

    private let known: Knowledge

    /// The field's name.
    public var name: String { known.name }
    /// The question's kind.
    public var kind: QuestionKind { known.kind }
    /// The reasons that a cell `_reason.FIELD` may hold, beside `not_asked`.
    public var reasons: [MissingReason] { known.reasons }
    var suggest: Suggestions { known.suggest }

    /// The name in `_reason.FIELD` that says a question was not asked.
    public static let notAsked = "not_asked"

    /// A reader of a question's cells.
    ///
    /// A question that may be left out takes every reason: where its relevance reads a value that is missing, it has
    /// that reason itself, though it does not offer it (`semantics.md` 1.9).
    public init(_ question: Question, mayBeLeftOut: Bool, suggest: NameSuggester? = nil) {
        self.init(question, mayBeLeftOut: mayBeLeftOut, suggest: Suggestions(suggest ?? Suggestions.nearestName))
    }

    init(_ question: Question, mayBeLeftOut: Bool, suggest: Suggestions) {
        let isCalculated = question.kind == .calculate || question.isCalculated
        let own: [MissingReason] = question.special + [isCalculated ? .notComputed : .unanswered]
        self.known = Knowledge(question, reasons: mayBeLeftOut ? MissingReason.allCases : own, suggest: suggest)
    }

    /// The value of a cell that is not empty; its text is normalised first.
    ///
    /// The cell of a `calculate` is given as the text it holds, since only the form's function knows its type; it says
    /// the same as a value whose `plainText` is that text.
    public func value(of cell: String) throws(CellFault) -> Value {
        try value(ofNormal: normalized(cell))
    }

    func value(ofNormal text: String) throws(CellFault) -> Value {
        switch kind {
        case .text, .barcode, .note, .calculate: .text(text)
        case .yesNo: .boolean(try yesNo(text))
        case .integer: .integer(try wholeNumber(text))
        case .decimal: .decimal(try decimalNumber(text))
        case .selectOne: .text(try choice(text))
        case .selectMultiple: .choices(try chosen(AnswerReader.parts(of: text)))
        case .rank: .ranking(try distinct(AnswerReader.parts(of: text)))
        case .date: .date(try civilDate(text))
        case .time: try timeOfDay(text)
        case .dateTime: try dateAndTime(text)
        case .geopoint: try point(text)
        }
    }

    /// The answer that a reason's name stands for.
    func answer(reason text: String) throws(CellFault) -> Answer {
        if text == AnswerReader.notAsked { return .notAsked }
        guard let reason = MissingReason(name: text), reasons.contains(reason) else {
            throw .notInList(text, names: reasons.map(\.name) + [AnswerReader.notAsked], suggest: suggest)
        }
        return .missing(reason)
    }

    /// A name of the list, as the list writes it.
    func choice(_ text: String) throws(CellFault) -> String {
        guard let place = known.choices.position(of: text) else {
            throw .notInList(text, names: known.choices.choices.map(\.name), suggest: suggest)
        }
        return known.choices.choices[place].name
    }

    /// Names of the list, each once, in their own order.
    func distinct(_ names: [String]) throws(CellFault) -> [String] {
        var found: [String] = []
        for name in names {
            let name = try choice(name)
            guard !found.contains(name) else { throw .repeated(name: name) }
            found.append(name)
        }
        return found
    }

    /// Names of the list, each once, in the order of the list.
    func chosen(_ names: [String]) throws(CellFault) -> [String] {
        let choices = known.choices
        let positions = try distinct(names).compactMap(choices.position).sorted()
        return positions.map { choices.choices[$0].name }
    }

    private static func parts(of text: String) -> [String] {
        text.split { $0.isWhitespace }.map(String.init)
    }
}
