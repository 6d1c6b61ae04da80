import Foundation
import TerminalFixtures
import Testing
import VietText

@Suite("chiso sample and the assignments")
struct SampleTests {
    private static let design = """
        design "hs" { form = "household", period = "2026-H2", strata = "village" }
        design "two" { form = "household", strata = "village", cluster = "village" }
        design "of_slips" { form = "slip" }
        """

    private static let frame =
        "village,household_no,name\n" + (1...30).map { "v\($0 % 2 + 1),\($0),Nhà \($0)\n" }.joined()

    private static func workspace() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace()
        try workspace.write("Rules/indicators/designs.lua", design)
        try workspace.write("frame.csv", frame)
        return workspace
    }

    private static let draw = [
        "sample", "draw", "frame.csv", "--design", "hs", "--per-stratum", "4", "--reserve", "2", "--period", "2026-H2",
        "--seed", "1", "--interviewers", "Lan,Hùng",
    ]

    /// Asks a form by lines.
    private func interview(_ workspace: SmallWorkspace, _ arguments: [String], _ lines: [String] = []) throws
        -> Binary.Result
    {
        let program = try RunningProgram(
            Binary.url,
            ["interview", "household", "--period", "2026-H2", "--language", "en", "--plain"] + arguments,
            in: workspace.folder)
        // One that is refused at once reads nothing.
        try? program.type(lines.map { $0 + "\n" }.joined())
        return try program.finish()
    }

    private func key(_ unit: [Substring]) -> [String] {
        ["--key", "village=\(unit[0])", "--key", "household_no=\(unit[1])"]
    }

    private func rows(_ csv: String) -> [[Substring]] {
        csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    private func state(_ workspace: SmallWorkspace, _ unit: [Substring]) throws -> String {
        let csv = try workspace.run(
            "interview", "household", "--assignments", "--period", "2026-H2", "--format", "csv")
        let row = rows(csv.output).first { $0[3] == "\(unit[0]) \(unit[1])" }
        return row.map { String($0[8]) } ?? "none"
    }

    @Test("the same seed gives the same bytes, in a file or on standard output; another seed is refused until forced")
    func drawing() throws {
        let workspace = try Self.workspace()
        let first = try workspace.run(Self.draw)
        #expect(first.status == 0, "\(first.errors)")
        let drawn = rows(first.output)
        #expect(
            first.output.hasPrefix("village,household_no,_stratum,_role,_order,_probability,_weight,_interviewer\n"))
        #expect(drawn.count == 12 && drawn.count { $0[3] == "main" } == 8)
        #expect(Set(drawn.filter { $0[3] == "main" }.map { $0[6] }) == ["3.75"])
        let again = try workspace.run(Self.draw + ["-o", "s.csv"])
        #expect(again.status == 0 && again.output.isEmpty)
        #expect(try workspace.text("s.csv") == first.output)
        #expect(try workspace.run(Self.draw + ["-o", "s.csv"]).status == 73)

        var other = Self.draw
        other[12] = "2"
        let refused = try workspace.run(other)
        #expect(refused.status == 65 && refused.output.isEmpty)
        #expect(refused.errors.contains("8 units") && refused.errors.contains("--seed 1"))
        let forced = try workspace.run(other + ["--force"])
        #expect(forced.status == 0 && forced.output != first.output)
        #expect(try workspace.sqlite("SELECT count(*) FROM sample") == "2\n")
        #expect(try workspace.isSound())
    }

    @Test("a frame may name the interviewers, and the order of drawing may be that of a column")
    func ownColumns() throws {
        let workspace = try Self.workspace()
        // The Vietnamese names come in both Unicode forms.
        let lan = "Lân".decomposedStringWithCanonicalMapping
        try workspace.write(
            "frame.csv",
            "household_no,village,interviewer,income\n"
                + (1...10).map { "\($0),v1,\($0 < 6 ? "Lân" : lan),\(100 - $0)\n" }.joined())
        let result = try workspace.run(
            "sample", "draw", "frame.csv", "--design", "hs", "--per-stratum", "10", "--period", "2026-H2", "--seed",
            "1",
            "--sort", "income")
        #expect(result.status == 0, "\(result.errors)")
        #expect(rows(result.output).map { String($0[1]) } == (1...10).reversed().map(String.init))
        #expect(Set(rows(result.output).map { $0[7] }) == ["Lân"])
    }

    @Test(
        "a key of one field may stand under name; without strata the frame is one stratum; numbers are read as numbers")
    func oneField() throws {
        let workspace = try Self.workspace()
        try workspace.write(
            "Surveys/shop.lua",
            """
            form "shop" { version = 1, label = "Shop", key = { "shop" }, round = "year",
              integer "shop" { label = "Shop" } }
            """)
        try workspace.write("Rules/indicators/shops.lua", "design \"shops\" { form = \"shop\" }")
        try workspace.write("shops.csv", "name,label_vi\n007,Bảy\n8,Tám\n9,Chín\n")
        let arguments = [
            "sample", "draw", "shops.csv", "--design", "shops", "--per-stratum", "5", "--reserve", "1", "--period",
            "2026", "--seed", "3",
        ]
        let result = try workspace.run(arguments)
        #expect(result.status == 0, "\(result.errors)")
        #expect(rows(result.output).map { $0[0] } == ["7", "8", "9"])
        #expect(rows(result.output).allSatisfy { $0[4] == "1" && $0[5] == "1" && $0[6].isEmpty })
        #expect(result.errors.contains("not 5 units") && result.errors.contains("not 1 unit"))
        let list = try workspace.run("interview", "--assignments", "--period", "2026", "--format", "json")
        #expect(list.output.contains("\"shop\": \"7\""), "\(list.all)")
        try workspace.write("shops.csv", "name\n7\n007\n")
        #expect(try workspace.run(arguments).errors.contains("shops.csv:3"))
    }

    private static let wrongFrames: [(String, Int32, String)] = [
        ("", 65, "empty"), ("village,household_no\n", 65, "no unit"), ("village,no\nv1,1\n", 65, "household_no"),
        ("village,household_no\nv1,1\nv1,1\n", 65, "frame.csv:3"), ("village,household_no\nv9,1\n", 65, "v9"),
        ("village,household_no\nv1,7\nv1,12a\n", 65, "frame.csv:3"),
        ("village,household_no\nv1,\n", 65, "frame.csv:2"), ("village;household_no\nv1;1\n", 65, "semicolon"),
    ]

    @Test("a frame that is wrong is told with its line, and nothing is drawn", arguments: wrongFrames)
    func wrongFrame(text: String, status: Int32, said: String) throws {
        let workspace = try Self.workspace()
        try workspace.write("frame.csv", text)
        let result = try workspace.run(Self.draw + ["-o", "s.csv"])
        #expect(result.status == status && result.errors.contains(said), "\(result.all)")
        #expect(!workspace.exists("s.csv"))
        if workspace.exists(SmallWorkspace.store) {
            #expect(try workspace.sqlite("SELECT count(*) FROM sample") == "0\n")
        }
    }

    private static let wrongWords: [(place: Int, word: String, status: Int32)] = [
        (2, "nowhere.csv", 66), (2, "frame.xlsx", 64), (4, "hz", 64), (4, "two", 64), (4, "of_slips", 65), (6, "0", 64),
        (6, "-3", 64), (8, "-1", 64), (10, "2026-H1", 64), (10, "2026-03", 64), (10, "x", 64), (14, "Lan,,Hùng", 64),
        (14, "Lan,Lan", 64),
    ]

    @Test("what is wrong on the command line is said at once", arguments: wrongWords)
    func wrongWord(place: Int, word: String, status: Int32) throws {
        let workspace = try Self.workspace()
        var arguments = Self.draw
        arguments[place] = word
        let result = try workspace.run(arguments)
        #expect(result.status == status && !result.errors.isEmpty && result.output.isEmpty, "\(result.all)")
        #expect(!workspace.exists(SmallWorkspace.store))
    }

    @Test("bytes that are not UTF-8, a column to sort by that is not there, two ways to name interviewers")
    func otherFaults() throws {
        let workspace = try Self.workspace()
        try workspace.write("bad.csv", bytes: Array("village,household_no\nv1,".utf8) + [0xE0, 0x20, 0x0A])
        var arguments = Self.draw
        arguments[2] = "bad.csv"
        #expect(try workspace.run(arguments).status == 65)
        let sorted = try workspace.run(Self.draw + ["--sort", "nam"])
        #expect(sorted.status == 64 && sorted.errors.contains("'name'"))
        try workspace.write("frame.csv", "village,household_no,interviewer\nv1,1,Lan\n")
        #expect(try workspace.run(Self.draw).status == 64)
    }

    @Test("a closed reserve is refused, opens when a unit of its stratum is lost, and says for whom")
    func reserve() throws {
        let workspace = try Self.workspace()
        let drawn = rows(try workspace.run(Self.draw).output)
        let main = try #require(drawn.first { $0[3] == "main" })
        let reserve = try #require(drawn.first { $0[3] == "reserve" && $0[2] == main[2] && $0[4] == "1" })
        let second = try #require(drawn.first { $0[3] == "reserve" && $0[2] == main[2] && $0[4] == "2" })
        let refused = try interview(workspace, key(reserve))
        #expect(refused.status == 65 && refused.errors.contains("reserve"), "\(refused.all)")
        #expect(try state(workspace, reserve) == "closed")
        let typed = try interview(workspace, [], [String(reserve[0]), String(reserve[1]), ":q"])
        #expect(typed.status == 0 && typed.output.contains("not open"), "\(typed.all)")

        #expect(try interview(workspace, key(main), [":stop", "refused", "no time", ""]).status == 0)
        #expect(try state(workspace, main) == "non_response")
        #expect(try state(workspace, reserve) == "not_begun" && state(workspace, second) == "closed")
        let open = try interview(workspace, key(reserve), [":q"])
        #expect(open.status == 0 && open.output.contains("stands in for \(main[0]) \(main[1])"), "\(open.all)")
        let list = try workspace.run("interview", "household", "--assignments", "--period", "2026-H2")
        #expect(list.output.contains("replaced by \(reserve[0]) \(reserve[1])"), "\(list.output)")
        let json = try workspace.run(
            "interview", "household", "--assignments", "--period", "2026-H2", "--format", "json")
        let content = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((content["assignments"] as? [[String: Any]])?.count == 12)
        // Who was not drawn can be asked, and is said to be outside of the sample.
        let units = Set(drawn.map { "\($0[0]) \($0[1])" })
        let outside = try #require((1...30).first { !units.contains("v\($0 % 2 + 1) \($0)") })
        let other = try interview(
            workspace, ["--key", "village=v\(outside % 2 + 1)", "--key", "household_no=\(outside)"], [":q"])
        #expect(other.status == 0 && other.output.contains("not in the sample"), "\(other.all)")
    }

    @Test(
        "drawing anew after interviews began says which units that were asked fall out, and the old draw can come back")
    func drawingAnew() throws {
        let workspace = try Self.workspace()
        let drawn = rows(try workspace.run(Self.draw).output)
        let first = try #require(drawn.first { $0[3] == "main" })
        #expect(try interview(workspace, key(first), [":stop", "refused", "no time", ""]).status == 0)

        let few = "village,household_no,name\n" + (101...108).map { "v\($0 % 2 + 1),\($0),Nhà \($0)\n" }.joined()
        try workspace.write("few.csv", few)
        let other = Self.draw.map { $0 == "frame.csv" ? "few.csv" : $0 }
        let refused = try workspace.run(other + ["--language", "en"])
        #expect(refused.status == 65 && refused.errors.contains("1 unit of it has been asked"), "\(refused.errors)")
        let forced = try workspace.run(other + ["--force", "--language", "en"])
        #expect(
            forced.status == 0 && forced.errors.contains("not in the new one: \(first[0]) \(first[1]);"),
            "\(forced.errors)")
        let back = try workspace.run(Self.draw + ["--force", "--language", "en"])
        #expect(back.status == 0 && !back.errors.contains("not in the new one"), "\(back.errors)")
        #expect(try state(workspace, first) == "non_response")
    }

    @Test("each interviewer sees what is assigned to her, an appointment first, whatever the form of her name")
    func own() throws {
        let workspace = try Self.workspace()
        let none = try workspace.run("interview", "household", "--assignments", "--period", "2026-H2")
        #expect(none.status == 0 && none.errors.contains("chiso sample draw"))
        let drawn = rows(try workspace.run(Self.draw).output)
        let own = drawn.filter { $0[7] == "Hùng" }
        let last = try #require(own.last { $0[3] == "main" })
        #expect(try interview(workspace, key(last), [":stop", "postponed", "hôm nay 19h", "", ""]).status == 0)
        let name = "Hùng".decomposedStringWithCanonicalMapping
        let list = try workspace.run(
            "interview", "household", "--assignments", "--period", "2026-H2", "--interviewer", name)
        let lines = list.output.split(separator: "\n")
        #expect(lines.count == own.count + 1, "\(list.output)")
        #expect(lines[1].contains("\(last[0]) \(last[1])") && lines[1].contains("due"), "\(list.output)")
        let stranger = try workspace.run(
            "interview", "household", "--assignments", "--period", "2026-H2", "--interviewer", "Tú")
        #expect(stranger.output.isEmpty && stranger.errors.contains("Lan, Hùng"))
        try workspace.write("chiso.toml", "schema = 1\n[interviewer]\nname = \"Lan\"\n")
        let toml = try workspace.run("interview", "--assignments", "--period", "2026-H2")
        #expect(toml.output.contains("Lan") && !toml.output.contains("Hùng"), "\(toml.all)")
        let told = try interview(workspace, key(own[0]), [":q"])
        #expect(told.output.contains("assigned to Hùng"), "\(told.all)")
    }

    @Test("what is assigned to nobody is shown to everybody")
    func unassigned() throws {
        let workspace = try Self.workspace()
        try workspace.write(
            "frame.csv", "village,household_no,interviewer\nv1,1,Lan\nv1,2,\nv2,3,Hùng\n")
        #expect(try workspace.run(Array(Self.draw.dropLast(2))).status == 0)
        func units(_ name: String) throws -> [Substring] {
            rows(
                try workspace.run(
                    "interview", "household", "--assignments", "--period", "2026-H2", "--format", "csv",
                    "--interviewer", name
                ).output
            ).map { $0[3] }
        }
        #expect(try units("lan") == ["v1 1", "v1 2"])
        #expect(try units("HÙNG") == ["v1 2", "v2 3"])
        #expect(try units("Tú") == ["v1 2"])
        let all = try workspace.run("interview", "household", "--assignments", "--period", "2026-H2")
        #expect(all.output.contains("assigned to nobody"), "\(all.all)")
    }

    @Test("on a terminal of forty columns no line is longer")
    func narrow() throws {
        let workspace = try Self.workspace()
        let drawn = rows(try workspace.run(Self.draw).output)
        #expect(try interview(workspace, key(drawn[0]), [":stop", "postponed", "tối mai 19h", "", ""]).status == 0)
        let terminal = try PseudoTerminal(columns: 40, rows: 60)
        let child = try terminal.start(
            "/bin/sh",
            [
                "-c",
                "cd '\(workspace.folder.path)' && exec '\(Binary.url.path)' interview household --assignments --period 2026-H2",
            ], environment: ["TERM": "xterm", "LANG": "vi_VN.UTF-8", "PATH": "/usr/bin:/bin"])
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            terminal.read()
            usleep(20_000)
        }
        let lines = terminal.read().split(whereSeparator: \.isNewline)
        #expect(lines.count >= 13 && lines.contains { $0.contains("hẹn: tối mai") }, "\(lines)")
        for line in lines { #expect(line.displayWidth <= 40, "\(line)") }
    }
}
