import Foundation

/// Runs a command to its end and tells what the whole process cost, by way of the program `measure`.
enum WholeProcess {
    /// Runs a command; `output` receives what it prints.
    static func run(_ command: [String], output: URL = URL(fileURLWithPath: "/dev/null")) throws -> Cost {
        let process = Process()
        process.executableURL = sibling("measure")
        process.arguments = [output.path] + command
        let (report, complaint) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = report
        process.standardError = complaint
        try process.run()
        Interruption.begin(process)
        let complaints = complaint.fileHandleForReading.readDataToEndOfFile()
        let line = report.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        Interruption.end(process)
        let figures = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard process.terminationStatus == 0, figures.count == 3, let seconds = Double(figures[0]),
            let kibibytes = Double(figures[1])
        else { throw failure(of: command, status: "\(process.terminationStatus)", complaints) }
        guard figures[2] == "0" else { throw failure(of: command, status: String(figures[2]), complaints) }
        return Cost(seconds: seconds, peak: kibibytes / 1024)
    }

    /// Runs a command several times, after a first time that does not count.
    static func runs(_ count: Int, _ command: [String]) throws -> Costs {
        _ = try run(command)
        return Costs(try (0..<count).map { _ in try run(command) })
    }

    /// What a command prints.
    static func output(of command: [String], in work: WorkFolder) throws -> Data {
        let file = work.scratch("output")
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try run(command, output: file)
        return try Data(contentsOf: file)
    }

    /// A program of this package: it stands beside this one.
    static func sibling(_ name: String) -> URL {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return own.deletingLastPathComponent().appendingPathComponent(name)
    }

    static func failure(of command: [String], status: String, _ complaints: Data) -> Failure {
        let text = String(decoding: complaints, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return Failure(
            "`\(command.joined(separator: " "))` ended with exit code \(status)\(text.isEmpty ? "" : ": \(text)")")
    }
}
