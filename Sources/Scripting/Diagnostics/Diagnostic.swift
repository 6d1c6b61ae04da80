import FormModel
import Messages

/// How bad a diagnostic is.
public enum Severity: String, Sendable {
    /// The script cannot be used.
    case error
    /// The script can be used, but is likely not what was meant.
    case warning
    /// Worth knowing.
    case note
}

/// What is wrong in a script: where, what, and the nearest valid name.
public struct Diagnostic: Hashable, Sendable, Error {
    /// How bad it is.
    public let severity: Severity
    /// Where it stands; `nil` where no file is to blame.
    public let place: Place?
    /// What it is.
    public let message: Message

    /// A diagnostic.
    public init(_ severity: Severity = .error, at place: Place?, _ message: Message) {
        self.severity = severity
        self.place = place
        self.message = message
    }
}
