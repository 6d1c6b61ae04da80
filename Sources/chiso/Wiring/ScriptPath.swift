import Foundation
import Messages
import Scripting

/// A file or folder of the workspace, named on the command line: from here, or from the workspace's folder.
struct ScriptPath {
    private let prefix: String

    /// - Throws: `Failure` where there is no such file.
    init(_ path: String, in folder: WorkspaceFolder) throws {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let inside = folder.url.appendingPathComponent(path).standardizedFileURL
        guard let found = [url, inside].first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw Failure(.noInput, Message("E-CLI-011", ["file": path, "text": "No such file or directory"]))
        }
        let base = folder.url.path.hasSuffix("/") ? folder.url.path : folder.url.path + "/"
        if found.path + "/" == base {
            prefix = ""
        } else {
            prefix = found.path.hasPrefix(base) ? String(found.path.dropFirst(base.count)) : found.path
        }
    }

    /// Whether a script, by its path below the workspace, is the file or lies in the folder.
    func holds(_ file: String) -> Bool { prefix.isEmpty || file == prefix || file.hasPrefix(prefix + "/") }
}
