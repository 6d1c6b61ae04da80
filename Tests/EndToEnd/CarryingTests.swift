import Foundation
import Testing

/// A household met in two rounds, with the built binary and the commune's own form.
@Suite("chiso interview in a second round")
struct CarryingTests {
    private static func copy() throws -> URL {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-cv-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["Surveys", "Rules", "chiso.toml"] {
            try FileManager.default.copyItem(
                at: source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        return folder
    }

    private static let key = ["--key", "village=dt1", "--key", "household_no=7"]

    private static func type(_ lines: [String], _ arguments: [String], in folder: URL) throws -> Binary.Result {
        let program = try RunningProgram(Binary.url, ["interview"] + arguments, in: folder)
        try program.type(lines.map { $0 + "\n" }.joined())
        return try program.finish()
    }

    /// The household of `InterviewTests.lines` in the first half-year: An (1) and Bé (2).
    private static func firstRound() throws -> URL {
        let folder = try copy()
        let result = try type(InterviewTests.lines, ["household", "--period", "2025-H1"], in: folder)
        #expect(result.status == 0, "\(result.output.suffix(600))\(result.errors)")
        return folder
    }

    /// An has died, Bé is confirmed, Chi has come: by then 1 of 2 is there and 1 is new.
    private static let second =
        ["1", "An Bình", "2"] + ["2", "5/2025", "4"] + confirmed
        + ["Lê Thị Chi", "1", "2", "1990", "/k", "1", "3"] + ["*", "0"]
        + ["1", "/k", "/k", "0", "0", "0", "0", "0", "0"] + end

    /// A known member who is still there; residence and VNeID are asked anew.
    private static let confirmed = ["", "", "", "", "", "", "1", "3"]
    /// Fibre, no production, no payments.
    private static let end = ["1", "1", "0", ""]

    private static func record(_ round: String, _ folder: URL) throws -> [String: Any] {
        let file = folder.appendingPathComponent("out.jsonl")
        let result = try Binary.run(
            ["data", "export", "household", file.path, "--include-personal", "--force", "--quiet"], in: folder)
        #expect(result.status == 0, "\(result.all)")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let records = try lines.compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        return try #require(records.first { $0["_round"] as? String == round })
    }

    private static func members(_ record: [String: Any]) -> [String] {
        (record["person"] as? [[String: Any]] ?? []).map { row in
            let parts: [Any?] = [row["_row"], row["_member"], row["name"]]
            return parts.map { $0.map { "\($0)" } ?? "–" }.joined(separator: " ")
        }
    }

    @Test("members keep their rows through the rounds, who left goes into no figure, and no number comes again")
    func rounds() throws {
        let folder = try Self.firstRound()
        let second = try Self.type(Self.second, ["household", "--period", "2025-H2"] + Self.key, in: folder)
        #expect(second.status == 0, "\(second.output.suffix(800))\(second.errors)")
        #expect(second.output.contains("2025-H1"))
        #expect(
            try Self.members(Self.record("2025-H2", folder)) == [
                "1 left –", "2 present Nguyễn Thị Bé", "3 new Lê Thị Chi",
            ])
        let figures = try Binary.run(
            ["eval", "vneid_account", "--period", "2025-H2", "--format", "json", "--quiet"], in: folder)
        // Chi alone: Bé is a child, and An, of whom nothing is known now, is no failed record.
        #expect(figures.status == 0)
        #expect(figures.output.replacing(" ", with: "").contains("\"n\":1,"), "\(figures.all)")

        // Third: Chi has moved. Fourth: whoever comes then has neither An's number nor Chi's.
        let third =
            ["1", "x", "1"] + Self.confirmed + ["2", "10/2025", "1", "*"] + Self.end
        let thirdResult = try Self.type(third, ["household", "--period", "2026-H1"] + Self.key, in: folder)
        #expect(thirdResult.status == 0, "\(thirdResult.output.suffix(800))\(thirdResult.errors)")
        #expect(
            try Self.members(Self.record("2026-H1", folder)) == ["2 present Nguyễn Thị Bé", "3 left –"])
        let fourth =
            ["1", "x", "2"] + Self.confirmed + ["Mới", "5", "1", "2020", "1", "1", "1", "*"] + Self.end
        let fourthResult = try Self.type(fourth, ["household", "--period", "2026-H2"] + Self.key, in: folder)
        #expect(fourthResult.status == 0, "\(fourthResult.output.suffix(800))\(fourthResult.errors)")
        #expect(
            try Self.members(Self.record("2026-H2", folder)) == ["2 present Nguyễn Thị Bé", "4 new Mới"])
    }

    @Test("typed in the form, the key opens the household as it is known; killed, the interview goes on with it")
    func killed() throws {
        let folder = try Self.firstRound()
        let first = try RunningProgram(Binary.url, ["interview", "household", "--period", "2025-H2"], in: folder)
        try first.type((["dt1", "7"] + Self.second.prefix(5)).map { $0 + "\n" }.joined())
        var waited = 0
        while waited < 1200, try !InterviewTests.hasAnswers(7, in: folder) {
            usleep(50_000)
            waited += 1
        }
        first.signal(SIGKILL)
        #expect(try first.finish().output.contains("Nguyễn Văn An"))
        let rest = try Self.type(Array(Self.second.dropFirst(5)), ["--resume", "last"], in: folder)
        #expect(rest.status == 0, "\(rest.output.suffix(800))\(rest.errors)")
        #expect(try Self.members(Self.record("2025-H2", folder)).first == "1 left –")
        let whole = try Self.firstRound()
        _ = try Self.type(Self.second, ["household", "--period", "2025-H2"] + Self.key, in: whole)
        #expect(
            try Self.members(Self.record("2025-H2", folder)) == Self.members(Self.record("2025-H2", whole)))
    }

    @Test("a household that was split off keeps the record it came from, and says so")
    func origin() throws {
        let folder = try Self.firstRound()
        let id = try #require(Self.record("2025-H1", folder)["_id"] as? String)
        let lines = Array(InterviewTests.lines.dropFirst(2))
        let result = try Self.type(
            lines,
            ["household", "--period", "2025-H2", "--key", "village=dt1", "--key", "household_no=901"]
                + ["--from", "village=dt1,household_no=7"], in: folder)
        #expect(result.status == 0, "\(result.output.suffix(800))\(result.errors)")
        #expect(result.output.contains(id))
        let record = try Self.record("2025-H2", folder)
        #expect(record["_origin"] as? String == id)
        let shown = try Binary.run(["data", "show", try #require(record["_id"] as? String)], in: folder)
        #expect(shown.output.contains("_origin") && shown.output.contains(id))
        #expect(!(try Binary.run(["data", "show", id], in: folder)).output.contains("_origin"))
    }

    private static let wrong: [([String], Int32)] = [
        (["household", "--from", "village=dt1,household_no=7"], 64),
        (["household"] + key + ["--from", "village=dt1"], 64),
        (["household"] + key + ["--from", "household_no=7,village=dt1"], 64),
        (["household"] + key + ["--from", "vilage=dt1,household_no=7"], 64),
        (["household"] + key + ["--from", "village=dt1,household_no=999"], 66),
        (["comment", "--key", "x=1", "--from", "village=dt1"], 64),
    ]

    @Test("an origin that cannot be is said at once, and leaves no draft", arguments: wrong)
    func usage(arguments: [String], status: Int32) throws {
        let folder = try Self.copy()
        let result = try Self.type([], arguments, in: folder)
        #expect(result.status == status, "\(result.all)")
        #expect(!result.errors.isEmpty)
        #expect(try Binary.run(["interview", "--drafts"], in: folder).output.isEmpty)
    }
}
