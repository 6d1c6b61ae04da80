import Foundation

/// How long an interview takes from Enter to the next question, everything kept on the disk in between: a form of 500
/// questions (400 of the record, 100 of each member) with 20 members, each question's relevance resting on the one before
/// it, keyed through a pipe.
struct Keystrokes {
    /// Seconds, in the order keyed.
    let times: [Double]
    /// Seconds that the answer took which makes the 20 members.
    let members: Double

    init(chiso: String, in workspace: URL) throws {
        let surveys = workspace.appendingPathComponent("Surveys", isDirectory: true)
        try FileManager.default.createDirectory(at: surveys, withIntermediateDirectories: true)
        try Data().write(to: workspace.appendingPathComponent("chiso.toml"))
        try Data(Keystrokes.form.utf8).write(to: surveys.appendingPathComponent("big.lua"))

        let command = [chiso, "interview", "big", "--plain", "--quiet", "--workspace", workspace.path]
        let process = Process()
        process.executableURL = URL(fileURLWithPath: chiso)
        process.arguments = Array(command.dropFirst())
        let (input, output, complaint) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = complaint
        try process.run()
        Interruption.begin(process)
        defer {
            process.terminate()
            process.waitUntilExit()
            Interruption.end(process)
        }
        let (keyboard, screen) = (input.fileHandleForWriting, output.fileHandleForReading)
        func key(_ line: String) throws -> Double {
            let begun = DispatchTime.now().uptimeNanoseconds
            try? keyboard.write(contentsOf: Data((line + "\n").utf8))
            guard !screen.availableData.isEmpty else {
                process.waitUntilExit()
                let complaints = complaint.fileHandleForReading.readDataToEndOfFile()
                throw WholeProcess.failure(of: command, status: "\(process.terminationStatus)", complaints)
            }
            return Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e9
        }
        _ = screen.availableData
        _ = try key("1")
        members = try key("20")
        times = try (0..<600).map { try key("\(1 + $0 % 9)") }
    }

    private static let form: String = {
        func questions(_ name: String, _ count: Int) -> String {
            (1...count).map { number in
                let relevant =
                    number == 1 ? "" : "relevant = function(r) return r.\(name)\(number - 1) > 0 end, "
                return "integer \"\(name)\(number)\" { label = \"\(name) \(number)\", \(relevant)min = 0, max = 99 },"
            }.joined(separator: "\n  ")
        }
        return """
            form "big" { version = 1, label = "Big",
              integer "first" { label = "First" },
              integer "members" { label = "Members", max = 20 },
              roster "person" { label = "Member", count = function(r) return r.members end,
                \(questions("p", 100))
              },
              \(questions("q", 398))
              calculate "total" { calculation = function(r)
                return sum(r.person, function(p) return p.p1 or 0 end) end },
            }
            """
    }()
}
