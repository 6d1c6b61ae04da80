/// The kinds of question, by their names in scripts (XLSForm's).
public enum QuestionKind: String, Sendable, CaseIterable {
    /// Free text.
    case text
    /// A whole number.
    case integer
    /// A number with a fraction.
    case decimal
    /// Yes or no.
    case yesNo = "yes_no"
    /// One of a list.
    case selectOne = "select_one"
    /// Any of a list.
    case selectMultiple = "select_multiple"
    /// A list put in order.
    case rank
    /// A date.
    case date
    /// A time of day.
    case time
    /// A date and a time of day.
    case dateTime = "datetime"
    /// A text that is shown; it takes no answer.
    case note
    /// A value that follows from others.
    case calculate
    /// A point on the globe.
    case geopoint
    /// A scanned or typed code.
    case barcode

    /// Whether the kind has choices.
    public var hasChoices: Bool {
        switch self {
        case .selectOne, .selectMultiple, .rank: true
        case .text, .integer, .decimal, .yesNo, .date, .time, .dateTime, .note, .calculate, .geopoint, .barcode: false
        }
    }
}

/// One question of a form, with the properties its script gives it.
public struct Question: Hashable, Sendable {
    /// What kind of question it is.
    public var kind: QuestionKind
    /// Its name: the field's name in records, columns and formulas.
    public var name: String
    /// Where the script declares it.
    public var place: Place
    /// What is asked.
    public var label: FormText?
    /// A line of help under the question.
    public var hint: FormText?
    /// Longer guidance, for training and the manual.
    public var guidanceHint: FormText?
    /// Whether an answer is needed to complete the record.
    public var required: Property<Bool> = .constant(false)
    /// The value set when the question is first asked.
    public var defaultValue: Property<Value>?
    /// Whether it is asked.
    public var relevant: FunctionReference?
    /// What a value must fulfil before it is stored.
    public var constraint: FunctionReference?
    /// What is said when it does not.
    public var constraintMessage: FormText?
    /// What a value usually fulfils; else the interviewer confirms it.
    public var warn: FunctionReference?
    /// What is asked when it does not.
    public var warnMessage: FormText?
    /// The formula of a `calculate`, or of a question that is not editable.
    public var calculation: FunctionReference?
    /// The list of a `select_one`, `select_multiple` or `rank`.
    public var choices: ChoiceList?
    /// Which choices are offered: a function of (choice, record).
    public var choiceFilter: FunctionReference?
    /// The special answers it offers.
    public var special: [MissingReason] = []
    /// Shown, but not to be changed.
    public var readOnly: Property<Bool> = .constant(false)
    /// Whether the answer is personal data (`semantics.md` 6).
    public var personal = false
    /// How it is shown.
    public var appearance: String?
    /// A Lua pattern that the whole text must match.
    public var pattern: String?
    /// The least value allowed.
    public var min: Double?
    /// The greatest value allowed.
    public var max: Double?
    /// The names the field had in earlier versions of the form.
    public var formerly: [String] = []
    /// Whether it asks for consent.
    public var consent = false
    /// Whether only the member may answer.
    public var selfOnly = false
    /// The roster over whose members the question is asked at once.
    public var across: String?

    /// A question of a kind and name.
    public init(kind: QuestionKind, name: String, place: Place) {
        self.kind = kind
        self.name = name
        self.place = place
    }

    /// Whether a record holds a field for it.
    public var isField: Bool { kind != .note }

    /// The languages of its texts are functions of the record that ran; a calculation is never typed by anyone.
    public var isCalculated: Bool { calculation != nil }
}

/// Questions that stand together.
public struct Group: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Where the script declares it.
    public var place: Place
    /// Its heading.
    public var label: FormText?
    /// Whether it, and all in it, is asked.
    public var relevant: FunctionReference?
    /// What it holds, in order.
    public var nodes: [FormNode]

    /// A group of nodes.
    public init(name: String, place: Place, nodes: [FormNode]) {
        self.name = name
        self.place = place
        self.nodes = nodes
    }
}

/// Questions asked once for each row: members of a household, models of a commune.
public struct Roster: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Where the script declares it.
    public var place: Place
    /// What one row is called.
    public var label: FormText?
    /// The heading of a row, such as a member's name.
    public var title: FunctionReference?
    /// How many rows there are; without it, the interviewer is asked "add another?".
    public var count: Property<Int>?
    /// Whether it is asked at all.
    public var relevant: FunctionReference?
    /// The fields that a later round shows for confirmation, in a roster whose rows are carried over from round to round;
    /// `nil` for one whose rows are listed anew each time.
    public var carryOver: [String]?
    /// What a row holds, in order.
    public var nodes: [FormNode]

    /// A roster of nodes.
    public init(name: String, place: Place, nodes: [FormNode]) {
        self.name = name
        self.place = place
        self.nodes = nodes
    }
}

/// A part of a form.
public indirect enum FormNode: Hashable, Sendable {
    /// A question.
    case question(Question)
    /// Questions that stand together; a group adds no level to a record.
    case group(Group)
    /// Questions asked once a row.
    case roster(Roster)
}
