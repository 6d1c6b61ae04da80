/// A file to be made in a workspace.
public struct ScaffoldFile: Hashable, Sendable {
    /// The path below the workspace's folder, with `/`.
    public let path: String
    /// What it holds; ends with a line break.
    public let text: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
