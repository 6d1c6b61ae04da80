/// Where something stands in a script: what a diagnostic points at.
public struct Place: Hashable, Sendable {
    /// The file, relative to the workspace.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1, where it is known.
    public let column: Int?

    /// A place in a file.
    public init(file: String, line: Int, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Place: CustomStringConvertible {
    /// `file:line` or `file:line:column`.
    public var description: String {
        column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
    }
}

/// A function of a script, held by the host: what runs a relevance, a formula, a text.
///
/// The number means something only to the host that loaded the script; two references with one number are one function.
public struct FunctionReference: Hashable, Sendable {
    /// The host's number of the function.
    public let id: Int32
    /// Where the function begins.
    public let place: Place

    /// A reference to a function of a loaded script.
    public init(id: Int32, place: Place) {
        self.id = id
        self.place = place
    }
}
