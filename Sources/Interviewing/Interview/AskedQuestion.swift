import FormModel

/// What the interviewer sees of the place where the interview stands.
public struct AskedQuestion: Hashable, Sendable {
    /// Where it is.
    public var spot: Spot
    /// What is done there.
    public var stop: Stop.Kind
    /// The question's kind; `note` for a text that is only read, and for a roster's "one more?".
    public var kind: QuestionKind
    /// What is asked.
    public var label: String
    /// A line of help.
    public var hint: String?
    /// Longer guidance.
    public var guidance: String?
    /// The choices that are offered.
    public var choices: [AskedChoice] = []
    /// The rows of a question that is asked of all at once.
    public var rows: [AskedRow] = []
    /// The answer it has.
    public var answer: Answer?
    /// The default that is offered.
    public var proposal: Answer?
    /// What may be answered instead of a value.
    public var special: [MissingReason] = []
    /// Whether it must be answered.
    public var isRequired = false
    /// Whether it can be answered here, or is only shown.
    public var isEditable = true
    /// Whether the answer is personal.
    public var isPersonal = false
    /// Whether it is the question of consent, read aloud.
    public var isConsent = false
    /// The note on the answer.
    public var note: String?
    /// An unusual answer that waits to be confirmed.
    public var pending: Answer?
    /// The headings of the groups around it, outermost first.
    public var headings: [String] = []
    /// The row it stands in.
    public var row: RowPlace?
    /// Its number among the stops now, from 1.
    public var number: Int
    /// How many stops there are now.
    public var total: Int

    /// A place, by what it cannot be without.
    public init(spot: Spot, stop: Stop.Kind, kind: QuestionKind, label: String, number: Int, total: Int) {
        self.spot = spot
        self.stop = stop
        self.kind = kind
        self.label = label
        self.number = number
        self.total = total
    }
}

/// A choice that is offered.
public struct AskedChoice: Hashable, Sendable {
    /// What is typed to choose it: its place in the list, or its name where all names of the list are numbers.
    public let code: String
    /// The name that is stored.
    public let name: String
    /// What is shown.
    public let label: String

    /// A choice.
    public init(code: String, name: String, label: String) {
        self.code = code
        self.name = name
        self.label = label
    }
}

extension AskedChoice {
    /// All choices of a question, offered or not; the code of each is its place.
    static func all(of question: Question, in language: Language) -> [AskedChoice] {
        (question.choices?.choices ?? []).enumerated().map { place, choice in
            AskedChoice(code: "\(place + 1)", name: choice.name, label: choice.label.text(in: language))
        }
    }
}

/// A row of a question that is asked across a roster.
public struct AskedRow: Hashable, Sendable {
    /// Its permanent number.
    public let row: Int
    /// What is typed for it: its place in the roster, from 1.
    public let position: Int
    /// Its title.
    public let title: String
    /// Its answer.
    public let answer: Answer?

    /// A row.
    public init(row: Int, position: Int, title: String, answer: Answer?) {
        self.row = row
        self.position = position
        self.title = title
        self.answer = answer
    }
}

/// Where a row stands in its roster.
public struct RowPlace: Hashable, Sendable {
    /// The roster.
    public let roster: Spot
    /// What one row is called.
    public let label: String
    /// The row's heading, such as a member's name; `nil` where it has none yet.
    public let title: String?
    /// Its place, from 1.
    public let position: Int
    /// How many rows there are.
    public let count: Int
}
