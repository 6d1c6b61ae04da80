import Foundation

/// Runs the built binary as a user would.
enum Binary {
    /// What a run gave.
    struct Result {
        let status: Int32
        let output: String
        let errors: String
        /// Standard output and standard error.
        var all: String { output + errors }
    }

    /// The binary beside the test bundle.
    static var url: URL {
        Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("chiso")
            ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
                "chiso")
    }

    /// Runs it with arguments in a folder and waits for its end.
    static func run(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws -> Result
    {
        try RunningProgram(url, arguments, in: folder, environment: environment).finish()
    }

    /// Runs a line of shell, in which `$CHISO` is the binary.
    static func shell(_ script: String, in folder: URL? = nil, environment: [String: String] = [:]) throws -> Result {
        let environment = environment.merging(["CHISO": url.path]) { own, _ in own }
        return try RunningProgram(
            URL(fileURLWithPath: "/bin/sh"), ["-c", script], in: folder, environment: environment
        ).finish()
    }
}

/// A program that was started, with what it writes kept in files, so that no full pipe ever stops it.
final class RunningProgram {
    private let process = Process()
    private let files: [TemporaryFile]
    private let input = Pipe()

    init(_ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws {
        files = try (0..<2).map { _ in try TemporaryFile() }
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = files[0].handle
        process.standardError = files[1].handle
        process.standardInput = input
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    /// The processes that it has started and that run.
    var children: [Int32] {
        let id = process.processIdentifier
        let list = try? String(contentsOfFile: "/proc/\(id)/task/\(id)/children", encoding: .utf8)
        return (list ?? "").split(separator: " ").compactMap { Int32($0) }
    }

    /// Sends a signal.
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Writes to its standard input.
    func type(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

    /// What it has written to standard output so far.
    func outputSoFar() throws -> String { String(decoding: try Data(contentsOf: files[0].url), as: UTF8.self) }

    /// What it has written to standard error so far.
    func errorsSoFar() throws -> String { String(decoding: try Data(contentsOf: files[1].url), as: UTF8.self) }

    /// Closes its standard input and waits for its end. A program that a signal ended has the signal's number.
    func finish() throws -> Binary.Result {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        return Binary.Result(
            status: process.terminationStatus, output: try files[0].text(), errors: try files[1].text())
    }

    private final class TemporaryFile {
        let url: URL
        let handle: FileHandle

        init() throws {
            url = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-test-\(UUID().uuidString)")
            _ = FileManager.default.createFile(atPath: url.path, contents: nil)
            handle = try FileHandle(forWritingTo: url)
        }

        func text() throws -> String {
            try handle.close()
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }

        deinit { try? FileManager.default.removeItem(at: url) }
    }
}
