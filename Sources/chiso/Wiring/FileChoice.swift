import Foundation
import Messages

/// What a file may be that a command is to write or read.
enum FileChoice {
    /// Refuses a file that is there already; a device or a pipe is no such file.
    static func refuseExisting(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        if isStandardOutput(path) { return }
        throw Failure(.cannotCreate, Message("E-CLI-033", ["file": path]))
    }

    /// Refuses a folder that is not there, rather than make it.
    static func refuseMissingFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard !FileManager.default.fileExists(atPath: folder) else { return }
        throw Failure(.cannotCreate, Message("E-CLI-012", ["file": path, "text": "No such file or directory"]))
    }

    /// Refuses an ending that is none of those known.
    static func refuseUnknownEnding(_ path: String, allowed: [String]) throws {
        let name = path.split(separator: "/").last ?? ""
        guard !path.hasPrefix("/dev/"), !allowed.contains(where: name.hasSuffix) else { return }
        throw Failure(.usage, Message("E-CLI-034", ["file": path, "allowed": allowed.joined(separator: ", ")]))
    }

    /// Refuses what is a spreadsheet by its ending, before its bytes are taken for a text.
    static func refuseSpreadsheet(_ path: String) throws {
        let endings = [".xlsx", ".xls", ".ods"]
        guard endings.contains(where: path.lowercased().hasSuffix) else { return }
        throw Failure(.usage, Message("E-CLI-034", ["file": path, "allowed": ".csv, .jsonl"]))
    }

    /// A name that no file has yet: `NAME.csv`, else `NAME-2.csv` and so on.
    static func free(_ name: String, _ ending: String) -> String {
        func isFree(_ path: String) -> Bool { !FileManager.default.fileExists(atPath: path) }
        if isFree(name + ending) { return name + ending }
        return (2...).lazy.map { "\(name)-\($0)\(ending)" }.first(where: isFree) ?? name + ending
    }

    private static func isStandardOutput(_ path: String) -> Bool { path.hasPrefix("/dev/") }
}
