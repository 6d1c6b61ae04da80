import Foundation
import Messages
import Scripting
import Storage

/// A workspace's scripts as they were at a revision of the git repository that it lies in.
struct GitRevision {
    /// The revision as it was named.
    let name: String
    /// The commit.
    let commit: String
    let files: WorkspaceFiles

    /// - Throws: `Failure` 66 where there is no such revision; 69 where git cannot be run.
    init(_ name: String, of folder: WorkspaceFolder) throws {
        self.name = name
        let git = GitProgram(folder: folder.url)
        let found = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
        guard found.status == 0, let commit = found.text.split(whereSeparator: \.isNewline).first else {
            throw Failure(.noInput, Message("E-COMPARE-001", ["name": name]))
        }
        let id = String(commit)
        self.commit = id
        let list = try git.run(["ls-tree", "-r", "-z", "--name-only", id, "--", "Surveys", "Rules"])
        let paths = list.text.split(separator: "\0").map(String.init).filter {
            $0.hasSuffix(".lua") || $0.hasSuffix(".csv")
        }
        files = WorkspaceFiles(
            try paths.map { RunSource(path: $0, bytes: try git.run(["show", "\(id):./\($0)"]).bytes) })
    }
}

/// The git program, run in a folder.
private struct GitProgram {
    let folder: URL

    struct Answer {
        let status: Int32
        let bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    func run(_ arguments: [String]) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder.path] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw Failure(.unavailable, Message("E-COMPARE-002", ["text": error.localizedDescription]))
        }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // `env` says so where there is no git.
        guard process.terminationStatus != 127 else { throw Failure(.unavailable, Message("E-COMPARE-002")) }
        return Answer(status: process.terminationStatus, bytes: Array(data))
    }
}
