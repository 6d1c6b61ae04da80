import Foundation

/// What an alert is about: a rule and the labels of its split, say one village. State is kept by it, so that a rule
/// whose other properties are edited loses none.
public struct AlertKey: Hashable, Sendable, Codable {
    /// The id of the rule.
    public let rule: String
    /// The labels of the split, by name; none for a rule without a split. Never the period.
    public let labels: [String: String]

    /// A rule and the labels of its split.
    public init(rule: String, labels: [String: String]) {
        self.rule = rule
        self.labels = labels
    }
}

/// An alert from its start to fifteen days after its end, as the store keeps it.
///
/// A key has at most one instance that is live: pending, firing or kept firing. Its earlier, resolved ones stand beside
/// it while they are listed, each told apart by `activeSince`: key and `activeSince` together are unique. Times must
/// come back from the store as they went in.
public struct AlertInstance: Hashable, Sendable, Codable {
    /// The rule and the labels of the split.
    public let key: AlertKey
    /// Where it stands.
    public var state: AlertState
    /// The first evaluation that found the condition true, where none has found it false since.
    public var activeSince: Date
    /// When it began to fire.
    public var firedAt: Date?
    /// The first evaluation that found the condition false while it fired; `nil` while the condition holds.
    public var falseSince: Date?
    /// When it was resolved.
    public var resolvedAt: Date?
    /// Why it was resolved.
    public var resolvedBecause: AlertEndReason?
    /// How many evaluations in a row have found the condition true, those that counted for nothing left out.
    public var trueInARow = 0
    /// The last evaluation, whatever it found.
    public var lastEvaluatedAt: Date?
    /// The last evaluation that counted: one with data, or one whose missing data counted by `no_data`.
    public var lastJudgedAt: Date?
    /// The first of the evaluations without data since the last with data; `nil` while there are data.
    public var noDataSince: Date?
    /// Why there are no data, where that is known.
    public var noDataReason: String?
    /// What the last evaluation with data found, with the text last written.
    public var finding = AlertFinding()
    /// How bad the rule was at the last evaluation.
    public var severity = AlertSeverity.warning
    /// The labels that the rule gave to all of its instances at the last evaluation: whom to tell when the rule is
    /// gone.
    public var ruleLabels: [String: String] = [:]
    /// Further labels that the last observation gave, such as the owner of a task.
    public var attributes: [String: String] = [:]
    /// Who has taken note of it.
    public var acknowledgement: Acknowledgement?
    /// What was said of it.
    public var told = AlertTold()

    /// An alert that has just begun.
    public init(key: AlertKey, state: AlertState = .pending, activeSince: Date) {
        self.key = key
        self.state = state
        self.activeSince = activeSince
    }
}

/// Where an alert stands.
public enum AlertState: String, Hashable, Sendable, CaseIterable, Codable {
    /// The condition holds, not yet for long enough.
    case pending
    /// It fires.
    case firing
    /// It fires still, though the condition does not hold any more.
    case keptFiring = "kept_firing"
    /// It has fired and is over.
    case resolved

    /// Whether it fires, for all who are told.
    public var isFiring: Bool {
        switch self {
        case .firing, .keptFiring: true
        case .pending, .resolved: false
        }
    }

    /// Whether an evaluation can still change it.
    public var isLive: Bool { self != .resolved }
}

/// Why an alert ended.
public enum AlertEndReason: String, Hashable, Sendable, CaseIterable, Codable {
    /// The condition does not hold any more.
    case conditionFalse = "condition_false"
    /// The rule is gone.
    case ruleRemoved = "rule_removed"
    /// There are no data, and the rule says `no_data = "resolve"`.
    case noData = "no_data"
}

/// Who has taken note of an alert: it is not repeated any more, and not escalated.
public struct Acknowledgement: Hashable, Sendable, Codable {
    /// When.
    public let time: Date
    /// Who.
    public let by: String
    /// What they said to it.
    public let note: String

    /// An acknowledgement.
    public init(time: Date, by: String, note: String = "") {
        self.time = time
        self.by = by
        self.note = note
    }
}

/// What was said of an alert. A notice counts as sent once it is in the outbox.
public struct AlertTold: Hashable, Sendable, Codable {
    /// When the first notice that it fires was sent.
    public var firingAt: Date?
    /// When its owner was last sent a notice of it.
    public var lastAt: Date?
    /// When the notice that it is resolved was sent.
    public var resolvedAt: Date?
    /// When it was escalated.
    public var escalatedAt: Date?
    /// To whom it was escalated.
    public var escalatedTo: String?

    /// Nothing yet.
    public init() {}

    /// Whether somebody was told that it fires and not that it is over.
    public var owesResolved: Bool { firingAt != nil && resolvedAt == nil }
}
