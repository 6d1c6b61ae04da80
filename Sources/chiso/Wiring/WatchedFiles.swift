import Scripting

/// The files of a workspace as they were when they were last looked at.
struct WatchedFiles {
    private let folder: WorkspaceFolder
    private var known: [String: [UInt8]]

    init(_ folder: WorkspaceFolder) throws {
        self.folder = folder
        known = WatchedFiles.read(folder) ?? [:]
    }

    /// The files whose bytes are others than before; `nil` where none are, or one is just being written.
    mutating func changed() throws -> [String]? {
        guard let now = WatchedFiles.read(folder), now != known else { return nil }
        defer { known = now }
        return Set(known.keys).union(now.keys).filter { known[$0] != now[$0] }.sorted()
    }

    private static func read(_ folder: WorkspaceFolder) -> [String: [UInt8]]? {
        guard let files = try? WorkspaceFiles(of: folder).files else { return nil }
        return Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }
}
