import FormModel
import Foundation
import Messages

/// The folder of a workspace.
public struct WorkspaceFolder: Hashable, Sendable {
    /// The folder.
    public let url: URL

    /// A given folder.
    public init(_ url: URL) {
        self.url = url.standardizedFileURL
    }

    /// The nearest folder upward that holds `chiso.toml`, else the one to start from.
    public static func nearest(from start: URL) -> WorkspaceFolder {
        var folder = start.standardizedFileURL
        while true {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("chiso.toml").path) {
                return WorkspaceFolder(folder)
            }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent.path == folder.path || folder.path == "/" { return WorkspaceFolder(start) }
            folder = parent
        }
    }

    /// Whether the folder is a workspace at all: it has a `chiso.toml`, forms or rules.
    public var isWorkspace: Bool {
        ["chiso.toml", "Surveys", "Rules"].contains {
            FileManager.default.fileExists(atPath: url.appendingPathComponent($0).path)
        }
    }

    /// What `chiso.toml` says; the defaults where there is none.
    public func configuration() throws(Diagnostic) -> Configuration {
        let file = url.appendingPathComponent("chiso.toml")
        guard FileManager.default.fileExists(atPath: file.path) else { return Configuration() }
        let text: String
        do {
            text = try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw Diagnostic(
                at: Place(file: "chiso.toml", line: 1),
                Message("E-FILE-001", ["file": "chiso.toml", "text": error.localizedDescription]))
        }
        return try Configuration(toml: text)
    }

    /// A path of the configuration: below the folder unless it is absolute.
    public func path(_ path: String) -> String {
        path.hasPrefix("/") ? path : url.appendingPathComponent(path).path
    }
}
