import FormModel

/// What the states and messages of an alert need to know of its rule (`alert "id" { … }`): values only. Which figure it
/// watches, and the function that tells whether it holds, are the caller's.
public struct AlertRule: Hashable, Sendable, Codable {
    /// The name of the label that says whom a message goes to.
    public static let ownerLabel = "owner"

    /// The id.
    public let id: String
    /// How bad it is.
    public var severity: AlertSeverity
    /// How long the condition must have held before it fires; at once without.
    public var pendingFor: Span?
    /// In how many evaluations in a row the condition must have held before it fires.
    public var pendingRuns = 1
    /// For how long it goes on firing after the condition was first found false; not at all without.
    public var keepFiringFor: Span?
    /// How far apart two evaluations may lie for the time between them to count as pending; without end where `nil`.
    public var maxGap: Span?
    /// What an evaluation without data does.
    public var noData = NoDataHandling.keep
    /// Labels that are the same for all of its instances, such as `owner`. They are no part of an instance's identity.
    public var labels: [String: String] = [:]
    /// The labels whose values get a message each.
    public var groupBy: [String] = []
    /// How many instances a message lists; all without.
    public var maxInstances: Int?
    /// After how long a message is repeated while it fires; never without.
    public var repeatEvery: Span?
    /// The rules that say enough where they fire: see `Suppression`.
    public var suppressedBy: [String] = []
    /// Whether it is told when an alert of it is over.
    public var sendsResolved = true
    /// Who else is told if nobody acknowledges it.
    public var escalateAfter: Escalation?

    /// A rule that fires at once, is told once, and keeps its state without data.
    public init(id: String, severity: AlertSeverity = .warning) {
        self.id = id
        self.severity = severity
    }
}

/// Who else is told of an alert that fires for long and that nobody has acknowledged.
public struct Escalation: Hashable, Sendable, Codable {
    /// How long it must have been firing.
    public let after: Span
    /// Whom to tell, as the label `owner` would name them.
    public let owner: String

    /// An escalation.
    public init(after: Span, to owner: String) {
        self.after = after
        self.owner = owner
    }
}

/// What an evaluation that found no data does to an instance (`no_data`). A missing value is never taken for 0.
public enum NoDataHandling: String, Hashable, Sendable, CaseIterable, Codable {
    /// As if it had not been evaluated: state, start and counts stay.
    case keep
    /// It counts as the condition not holding.
    case resolve
    /// It counts as the condition holding.
    case alert
}

/// How bad an alert is; the worse is the greater.
public enum AlertSeverity: String, Hashable, Sendable, CaseIterable, Codable, Comparable {
    /// To be known.
    case info
    /// To be looked into.
    case warning
    /// To be seen to now.
    case critical

    /// The less bad come first.
    public static func < (left: AlertSeverity, right: AlertSeverity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .critical: 2
        }
    }
}
