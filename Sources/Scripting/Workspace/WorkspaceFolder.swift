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
            if PlainFile.exists(folder.appendingPathComponent("chiso.toml").path) { return WorkspaceFolder(folder) }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            // Of a folder without a place the parent is ever another (`..`, `../..`).
            guard parent.path.utf8.count < folder.path.utf8.count else { return WorkspaceFolder(start) }
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
        let path = url.appendingPathComponent("chiso.toml").path
        guard PlainFile.exists(path) else { return Configuration() }
        let bytes: [UInt8]
        do throws(PlainFile.Refusal) {
            bytes = try PlainFile.bytes(path, limit: WorkspaceFolder.longestConfiguration)
        } catch {
            throw unreadable(error.reason)
        }
        guard bytes.count <= WorkspaceFolder.longestConfiguration else {
            throw unreadable(String(cString: strerror(EFBIG)))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(at: ScriptFile(path: "chiso.toml", bytes: bytes).firstForeignByte, Message("E-SYNTAX-005"))
        }
        return try Configuration(toml: text)
    }

    private static let longestConfiguration = 1 << 20

    private func unreadable(_ reason: String) -> Diagnostic {
        Diagnostic(
            at: Place(file: "chiso.toml", line: 1), Message("E-FILE-001", ["file": "chiso.toml", "text": reason]))
    }

    /// A path of the configuration: below the folder unless it is absolute.
    public func path(_ path: String) -> String {
        path.hasPrefix("/") ? path : url.appendingPathComponent(path).path
    }
}
