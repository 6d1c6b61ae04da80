/// A notifier of `chiso.toml` (`[notifiers.NAME]`): how messages are handed over, and which.
public struct NotifierConfiguration: Hashable, Sendable {
    /// How messages are handed over.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Written on standard output.
        case stdout
        /// A line of JSON each, at the end of a file.
        case file
        /// A program that gets JSON on its standard input.
        case program
        /// JSON by HTTP POST.
        case webhook
        /// Mail.
        case smtp
    }

    /// Its name.
    public let name: String
    /// How messages are handed over.
    public let kind: Kind
    /// The least severity that it takes.
    public var severity = "info"
    /// The labels that a message must have, each with the values that will do.
    public var match: [String: [String]] = [:]
    /// Whether it tells what is over.
    public var resolved = true
    /// The path of a file or program.
    public var path: String?
    /// What a program is called with.
    public var arguments: [String] = []
    /// The address of a webhook.
    public var url: String?
    /// Headers of a webhook.
    public var headers: [String: String] = [:]
    /// The mail server.
    public var host: String?
    /// Its port.
    public var port: Int?
    /// How the connection is secured: `starttls`, `tls`, `none`.
    public var security = "starttls"
    /// Who signs in.
    public var user: String?
    /// Who writes.
    public var from: String?
    /// Who gets mail.
    public var to: [String] = []
    /// Who gets the mail of an owner, in the place of `to`.
    public var owners: [String: [String]] = [:]
    /// The environment variable that holds the secret.
    public var secretEnvironment: String?
    /// The file that holds it.
    public var secretFile: String?
    /// How many seconds it may take.
    public var timeout: Double?
    /// Certificates to be trusted besides the system's.
    public var certificates: String?
    /// Whether a connection without encryption may leave this machine: `loopback_only`, `anywhere`.
    public var clearText = "loopback_only"

    /// A notifier.
    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// `[alerts]` of `chiso.toml`.
public struct AlertsConfiguration: Hashable, Sendable {
    /// The file that each run that went through touches.
    public var heartbeatFile: String?
    /// The address that each such run calls.
    public var heartbeatURL: String?
    /// Who keeps the system: whom the built-in rules are told to, as the label `owner`.
    public var keeper: String?
    /// After how many days without a backup it is told; 0 for never.
    public var backupDays = 7
    /// How many seconds a run may take to evaluate its rules.
    public var limit = 600.0

    /// The defaults.
    public init() {}
}
