/// What an evaluation of a rule came to.
public enum RuleOutcome: Hashable, Sendable, Codable {
    /// It was evaluated: what was found, for each set of labels at most once.
    case evaluated([AlertObservation])
    /// It failed, with what went wrong: a fault, a limit exceeded, or a file that does not load.
    case failed(String)
    /// Every file of rules loaded without fault, and it is in none.
    case removed
}

/// What an evaluation found for one set of labels.
public struct AlertObservation: Hashable, Sendable, Codable {
    /// The labels of the split, by name.
    public let labels: [String: String]
    /// Whether the condition holds.
    public let condition: Condition
    /// What it saw.
    public let finding: AlertFinding
    /// Further labels, such as the owner of a task, by which alerts are told and grouped. They are no part of what an alert
    /// is about: a task that goes to another office stays the same alert.
    public let attributes: [String: String]

    /// Whether a condition holds.
    public enum Condition: Hashable, Sendable, Codable {
        /// It holds.
        case holds
        /// It does not hold.
        case doesNotHold
        /// It cannot be told, and why.
        case noData(reason: String)
    }

    /// An observation.
    public init(
        labels: [String: String], condition: Condition, finding: AlertFinding = AlertFinding(),
        attributes: [String: String] = [:]
    ) {
        self.attributes = attributes
        self.labels = labels
        self.condition = condition
        self.finding = finding
    }
}

/// What an evaluation saw besides the condition.
public struct AlertFinding: Hashable, Sendable, Codable {
    /// The value of the figure.
    public var value: Double?
    /// How bad it is: of two instances of a rule the worse has more.
    public var badness: Double?
    /// The period that was looked at, such as `2026-H1`.
    public var period: String?
    /// What the row is called, such as "Thôn 1 – Đức Tân".
    public var label: String?
    /// What the rule says of it.
    public var message: String?

    /// A finding.
    public init(
        value: Double? = nil, badness: Double? = nil, period: String? = nil, label: String? = nil,
        message: String? = nil
    ) {
        self.value = value
        self.badness = badness
        self.period = period
        self.label = label
        self.message = message
    }

    /// This finding, with the texts of an earlier one where it has none: a rule writes its message only where it holds.
    func keepingTexts(of earlier: AlertFinding) -> AlertFinding {
        var finding = self
        finding.label = label ?? earlier.label
        finding.message = message ?? earlier.message
        return finding
    }
}
