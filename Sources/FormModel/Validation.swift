/// A rule that collected records should keep (`validation "id" { … }`).
public struct Validation: Hashable, Sendable {
    /// The id.
    public let id: String
    /// Where it is declared.
    public let place: Place
    /// The path of the records that it is about, such as `household.person`; `nil` for a rule between forms, over
    /// indicators.
    public let over: String?
    /// How bad it is to break it.
    public let severity: ValidationSeverity
    /// What must hold.
    public let rule: Rule
    /// What is said of a record that breaks it.
    public let message: FormText
    /// What the rule is called; `nil` where its message says it.
    public var label: LocalizedText?
    /// Which records it is about; all without.
    public var among: FunctionReference?
    /// The split in whose every row a rule between forms must hold.
    public var by: String?
    /// The personal fields that its message may print.
    public var usesPersonal: [String] = []

    /// What must hold.
    public enum Rule: Hashable, Sendable {
        /// A condition over a record, or without `over` over indicators (`must`).
        case condition(FunctionReference)
        /// A condition over a record and the same unit's latest counted record of an earlier round (`previous`).
        case earlier(FunctionReference)
        /// No two records of a round are alike in these fields (`unique = { … }`).
        case uniqueFields([String])
        /// No two records of a round have the same value of a function (`unique = function … end`).
        case uniqueValue(FunctionReference)
    }

    /// A rule.
    public init(
        id: String, place: Place, over: String?, severity: ValidationSeverity, rule: Rule, message: FormText
    ) {
        self.id = id
        self.place = place
        self.over = over
        self.severity = severity
        self.rule = rule
        self.message = message
    }

    /// The form that it is about; `nil` for a rule between forms.
    public var form: String? { over?.split(separator: ".").first.map(String.init) }

    /// What the rule is called: its label, else its message where that is written down, else its id.
    public func title(in language: Language) -> String {
        if let label { return label.text(in: language) }
        if case .constant(let message) = message { return message.text(in: language) }
        return id
    }
}

/// How bad it is to break a rule.
public enum ValidationSeverity: String, Sendable, CaseIterable {
    /// The record cannot be right.
    case error
    /// The record is unlikely to be right.
    case warning
}
