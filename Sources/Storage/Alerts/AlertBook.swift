import AlertStates
import Foundation

/// All that is kept of alerts: their states, when each rule was last evaluated, silences, and what is on its way. What a
/// run changes in it is written in one transaction.
public struct AlertBook: Hashable, Sendable {
    /// The alerts, resolved ones too while they are listed.
    public var instances: [AlertInstance] = []
    /// What is known of each rule, by id.
    public var rules: [String: KnownRule] = [:]
    /// The silences, those that are over too.
    public var silences: [Silence] = []
    /// What is to be delivered or was given up; and of those notices, what other notifiers have accepted.
    public var outbox: [OutboxEntry] = []

    /// What is kept of a rule.
    public struct KnownRule: Hashable, Sendable, Codable {
        /// When it was last evaluated.
        public var lastEvaluation: Date?
        /// What went wrong at its last evaluation, if it failed.
        public var failure: String?
        /// As it was when it last loaded, for the messages of its alerts while its file does not load.
        public var definition: AlertRule?

        /// A rule that was never evaluated.
        public init() {}
    }

    /// An empty book.
    public init() {}
}

/// A notice as it was written once, whoever delivers it and however often.
public struct StoredNotice: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// When it was made.
    public var at: Date
    /// How bad it is, by name.
    public var severity: String
    /// What it tells, by name.
    public var kind: String
    /// Whom it is for.
    public var to: [String]
    /// Its labels.
    public var labels: [String: String]
    /// One line.
    public var subject: String
    /// The message.
    public var text: String
    /// The message for programs.
    public var json: String

    /// A notice.
    public init(
        id: String, at: Date, severity: String, kind: String, to: [String], labels: [String: String], subject: String,
        text: String, json: String
    ) {
        self.id = id
        self.at = at
        self.severity = severity
        self.kind = kind
        self.to = to
        self.labels = labels
        self.subject = subject
        self.text = text
        self.json = json
    }
}

/// Something that happened to an alert, or that somebody did about alerts.
public struct AlertEvent: Hashable, Sendable {
    /// When, by the clock of the run.
    public var at: Date
    /// The rule; empty for what concerns several.
    public var rule: String
    /// The labels of the alert's split.
    public var labels: [String: String]
    /// What happened: `pending`, `fired`, `resolved`, `acknowledged`, `silenced` ….
    public var kind: String
    /// When the alert began, where it is one of an alert.
    public var activeSince: Date?
    /// What more is to be known: a message, a reason, who.
    public var detail: String

    /// An event.
    public init(
        at: Date, rule: String, labels: [String: String], kind: String, activeSince: Date? = nil, detail: String = ""
    ) {
        self.at = at
        self.rule = rule
        self.labels = labels
        self.kind = kind
        self.activeSince = activeSince
        self.detail = detail
    }
}
