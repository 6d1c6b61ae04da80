import Foundation

/// Runs the built binary as a user would.
enum Binary {
    /// What a run gave.
    struct Result {
        let status: Int32
        let output: String
        let errors: String
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
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let files = try (0..<2).map { _ in try TemporaryFile() }
        process.standardOutput = files[0].handle
        process.standardError = files[1].handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: try files[0].text(), errors: try files[1].text())
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
