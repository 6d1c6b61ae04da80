/// A program that takes messages.
public struct ProgramSettings: Hashable, Sendable {
    /// The program's file. One that is not given by an absolute path must lie within the workspace.
    public let path: String
    /// What it is given on its command line.
    public let arguments: [String]
    /// When it is killed, with all processes of its group.
    public let timeout: Duration

    /// A program.
    public init(path: String, arguments: [String] = [], timeout: Duration = .seconds(30)) {
        self.path = path
        self.arguments = arguments
        self.timeout = timeout
    }
}
