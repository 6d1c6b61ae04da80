import Foundation
import TerminalFixtures
import Testing

@Suite("chiso interview")
struct InterviewTests {
    /// What a surveyor types for a household of two, line by line.
    static let lines =
        ["dt1", "7", "1", "Nguyễn Văn An", "2", "Nguyễn Văn An", "1", "1", "1958", "3", "1", "3"]
        + ["Nguyễn Thị Be\u{301}", "con", "2", "2015", "7", "1", "/k", "1 2"]
        + ["1", "1", "0", "0", "1", "0", "0", "0"]
        + ["2", "1500", "1", "2", "/k", "10", "4"] + [""]

    static func copy() throws -> URL {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-iv-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["Surveys", "Rules", "chiso.toml"] {
            try FileManager.default.copyItem(
                at: source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        return folder
    }

    static func exported(_ folder: URL) throws -> String {
        try Binary.run(["data", "export", "household", "-", "--include-personal", "--quiet"], in: folder).output
    }

    private static func pipe(_ lines: [String], _ arguments: [String], in folder: URL) throws -> Binary.Result {
        let program = try RunningProgram(Binary.url, ["interview"] + arguments, in: folder)
        try program.type(lines.map { $0 + "\n" }.joined())
        return try program.finish()
    }

    @Test("the household form by lines in a pipe, and by keys in a terminal, gives one and the same record")
    func pipeAndTerminal() throws {
        let byLines = try Self.copy()
        let result = try Self.pipe(Self.lines, ["household"], in: byLines)
        #expect(result.status == 0, "\(result.output.suffix(800))\(result.errors)")
        let record = try Self.exported(byLines)
        #expect(record.contains("Nguyễn Thị Bé"))

        let byKeys = try Self.copy()
        let terminal = try PseudoTerminal()
        let child = try terminal.start(
            "/bin/sh", ["-c", "cd '\(byKeys.path)' && exec '\(Binary.url.path)' interview household"],
            environment: ["TERM": "xterm-256color", "LANG": "vi_VN.UTF-8", "PATH": "/usr/bin:/bin"])
        for line in Self.lines {
            // As a person does: the next line when the screen stands still.
            var before = -1
            repeat {
                before = terminal.read().count
                usleep(60_000)
            } while terminal.read().count != before || before == 0
            terminal.type(line + "\r")
        }
        var status: Int32 = 0
        var waited = 0
        while waitpid(child, &status, WNOHANG) == 0, waited < 1200 {
            terminal.read()
            usleep(50_000)
            waited += 1
        }
        #expect(try Self.exported(byKeys) == record, "\(terminal.read().suffix(600))")
    }

    @Test("the input's end leaves a draft, which goes on where it stood; a second process is refused by name")
    func resume() throws {
        let folder = try Self.copy()
        let first = try Self.pipe(Array(Self.lines.prefix(9)), ["household"], in: folder)
        #expect(first.status == 0)
        #expect(first.errors.contains("--resume"))
        let drafts = try Binary.run(["interview", "--drafts"], in: folder).output
        #expect(drafts.contains("household") && drafts.contains("dt1 7"))

        let holder = try RunningProgram(Binary.url, ["interview", "--resume", "last"], in: folder)
        for _ in 0..<1200 where try holder.outputSoFar().isEmpty { usleep(50_000) }
        let second = try Self.pipe([], ["--resume", "last"], in: folder)
        #expect(second.status == 75, "\(second.all)")
        holder.signal(SIGKILL)
        _ = try holder.finish()

        let third = try Self.pipe(Array(Self.lines.dropFirst(9)), ["--resume", "last"], in: folder)
        #expect(third.status == 0, "\(third.output.suffix(500))\(third.errors)")
        let whole = try Self.copy()
        _ = try Self.pipe(Self.lines, ["household"], in: whole)
        #expect(try Self.exported(folder) == Self.exported(whole))
        #expect(try Binary.run(["interview", "--drafts"], in: folder).output.isEmpty)
    }

    @Test("killed at any moment, an interview has every answer that was followed by the next question")
    func killed() throws {
        let folder = try Self.copy()
        for count in [1, 4, 8, 13] {
            let program = try RunningProgram(
                Binary.url, ["interview", "household", "--key", "village=dt1", "--key", "household_no=\(count)"],
                in: folder)
            for line in Self.lines.dropFirst(2).prefix(count) { try program.type(line + "\n") }
            // The question after the last answer is on the output before the kill.
            var waited = 0
            while waited < 1200, try !Self.hasAnswers(count + 2, in: folder) {
                usleep(50_000)
                waited += 1
            }
            program.signal(SIGKILL)
            _ = try program.finish()
            #expect(try Self.hasAnswers(count + 2, in: folder))
            _ = try Self.pipe([":q"], ["--resume", "last"], in: folder)
            #expect(try Self.hasAnswers(count + 2, in: folder))
        }
    }

    /// Whether the draft that was written last has so many answers.
    static func hasAnswers(_ count: Int, in folder: URL) throws -> Bool {
        let lines = try Binary.run(["interview", "--drafts"], in: folder).output.split(separator: "\n")
        return lines.count > 1 && lines[1].hasSuffix(" \(count)")
            || lines.dropFirst().first?.contains(" \(count) ") == true
    }

    @Test("a visit that ends otherwise is a record with its result, and the next visit takes its place")
    func visits() throws {
        let folder = try Self.copy()
        let first = try Self.pipe(["dt1", "7", ":stop", "3", "chiều quay lại", ""], ["household"], in: folder)
        #expect(first.status == 0, "\(first.output.suffix(300))\(first.errors)")
        #expect(try Self.exported(folder).contains("nobody_home"))
        let second = try Self.pipe(Self.lines, ["household"], in: folder)
        #expect(second.status == 0, "\(second.errors)")
        #expect(try Self.exported(folder).contains("\"_result\": \"completed\""))
        let third = try Self.pipe(Self.lines.dropLast(2) + ["5", "", ":q"], ["household"], in: folder)
        #expect(third.output.contains("LỖI: kỳ"))
    }

    @Test("an approved visit is not overwritten by a later one")
    func approved() throws {
        let folder = try Self.copy()
        _ = try Self.pipe(["dt1", "7", ":stop", "4", "mai 9h", "đi chợ", ""], ["household"], in: folder)
        let list = try Binary.run(["data", "list", "household", "--format", "csv"], in: folder).output
        let id = try #require(list.split(separator: "\n").last?.split(separator: ",").first.map(String.init))
        #expect(try Binary.run(["data", "review", id, "--approve"], in: folder).status == 0)
        let again = try Self.pipe([], ["household", "--key", "village=dt1", "--key", "household_no=7"], in: folder)
        #expect(again.status == 65 && again.errors.contains("--return"), "\(again.all)")
    }

    @Test("a fault in another form holds up no interview")
    func otherForm() throws {
        let folder = try Self.copy()
        try "form \"household\" {".write(
            to: folder.appendingPathComponent("Surveys/household.lua"), atomically: true, encoding: .utf8)
        let result = try Self.pipe([":q"], ["satisfaction"], in: folder)
        #expect(result.status == 0 && result.errors.contains("--resume"), "\(result.all)")
    }

    @Test("2.11 a form that changes on the disk does not touch a draft that has begun")
    func changedForm() throws {
        let folder = try Self.copy()
        _ = try Self.pipe(Array(Self.lines.prefix(6)), ["household"], in: folder)
        try "form \"household\" {".write(
            to: folder.appendingPathComponent("Surveys/household.lua"), atomically: true, encoding: .utf8)
        let result = try Self.pipe([":q"], ["--resume", "last"], in: folder)
        #expect(result.status == 0, "\(result.all)")
        #expect(result.output.contains("Quan hệ với chủ hộ"))
    }

    private static let wrong: [([String], Int32)] = [
        (["interview"], 64), (["interview", "hosehold"], 64), (["interview", "--resume", "zzzzzz"], 66),
        (["interview", "--resume", "last"], 66), (["interview", "household", "--key", "x=1"], 64),
        (["interview", "household", "--key", "village=nowhere"], 64),
        (["interview", "household", "--key", "household_no=a"], 64),
        (["interview", "household", "--period", "2026-03"], 64), (["interview", "--discard", "zzzzzz"], 66),
    ]

    @Test("what is wrong on the command line is said at once", arguments: wrong)
    func usage(arguments: [String], status: Int32) throws {
        let folder = try Self.copy()
        let result = try Binary.run(arguments, in: folder)
        #expect(result.status == status, "\(result.all)")
        #expect(!result.errors.isEmpty)
        #expect(try Binary.run(["interview", "--drafts"], in: folder).output.isEmpty)
    }
}
