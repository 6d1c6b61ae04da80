/// Where a password or token is to be found. It is read anew for each delivery, and never shown.
public enum Secret: Hashable, Sendable {
    /// The value of a variable of the environment.
    case environment(String)
    /// The content of a file, without the line break at its end. Only its owner, who must be this user or root, may be
    /// able to read and write it.
    case file(String)
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// An ellipsis.
    public var description: String { "…" }
    /// An ellipsis.
    public var debugDescription: String { "…" }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A password or token in clear. Whatever is printed of it is an ellipsis.
struct RevealedSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let text: String

    var description: String { "…" }
    var debugDescription: String { "…" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
