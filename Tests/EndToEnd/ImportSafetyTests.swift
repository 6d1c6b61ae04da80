import Foundation
import Testing

/// What an import must not do without a word: lose what is stored, hide what is wrong, or take a day for a difference.
@Suite("What chiso data import keeps safe")
struct ImportSafetyTests {
    /// A form with a roster whose number of rows nothing says, and one within it.
    private static let market = """
        form "market" {
          version = 1, label = "Market", key = { "code" }, round = "half_year", frame = from_csv "markets",
          text "code" { label = "Code", required = true, pattern = "C%d+" },
          yes_no "wifi" { label = "Wifi" },
          integer "size" { label = "Size", min = 0 },
          roster "stall" {
            label = "Stall", text "owner" { label = "Owner", personal = true },
            roster "good" { label = "Good", integer "price" { label = "Price" } },
          },
        }
        """
    private static let markets = "code,wifi,size,_round\nC1,có,3,2026-H1\nC2,Không,,2026-H1\n"
    private static let stalls = "code,_row,owner\nC1,1,An\nC1,2,Bình\n"
    private static let goods = "code,_parent_row,price\nC1,1,5\nC1,2,6\nC1,2,7\n"
    private static let rosters = ["--roster", "stall=s.csv", "--roster", "good=g.csv"]

    private func workspace() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace()
        try workspace.write("Surveys/market.lua", ImportSafetyTests.market)
        try workspace.write("Surveys/choices/markets.csv", "code\nC1\nC2\n")
        try workspace.write("m.csv", ImportSafetyTests.markets)
        try workspace.write("s.csv", ImportSafetyTests.stalls)
        try workspace.write("g.csv", ImportSafetyTests.goods)
        return workspace
    }

    private func filled() throws -> SmallWorkspace {
        let workspace = try workspace()
        let result = try workspace.run(["data", "import", "market", "m.csv"] + ImportSafetyTests.rosters)
        guard result.status == 0 else { throw SmallWorkspace.Unexpected(text: result.errors) }
        return workspace
    }

    @Test("rosters within rosters are numbered within their rows; CSV and JSON Lines go out and come in again")
    func nested() throws {
        let workspace = try filled()
        let lines = try workspace.content(of: "market")
        #expect(lines.contains { $0.contains("\"good\": [{\"_row\": 1, \"price\": 6}, {\"_row\": 2, \"price\": 7}]") })
        #expect(try workspace.isSound())
        let csv = try self.workspace()
        _ = try workspace.run("data", "export", "market", "out.csv", "--include-personal")
        for file in ["out.csv", "out-stall.csv", "out-stall-good.csv"] {
            try csv.write(file, try workspace.text(file))
        }
        let taken = try csv.run(
            "data", "import", "market", "out.csv", "--roster", "stall=out-stall.csv", "--roster",
            "good=out-stall-good.csv")
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(try csv.content(of: "market") == lines)
        let json = try self.workspace()
        try json.write(
            "j.jsonl",
            """
            {"code":"C1","wifi":true,"size":3,"_round":"2026-H1","stall":[{"owner":"An","good":[{"price":5}]},\
            {"owner":"Bình","good":[{"price":6},{"price":7}]}]}
            {"code":"C2","wifi":false,"_round":"2026-H1"}

            """)
        let read = try json.run("data", "import", "market", "j.jsonl")
        #expect(read.status == 0, "\(read.errors)")
        #expect(try json.content(of: "market") == lines)
    }

    @Test("an update without a roster's file is refused; a first import without it says so")
    func withoutRoster() throws {
        let workspace = try filled()
        let before = try workspace.recordsSum()
        let refused = try workspace.run(["data", "import", "market", "m.csv", "--update"])
        #expect(refused.status == 64)
        #expect(refused.errors.contains("stall, good") && refused.errors.contains("--roster stall=FILE.csv"))
        #expect(try workspace.recordsSum() == before)
        let first = try self.workspace().run("data", "import", "market", "m.csv")
        #expect(first.status == 0)
        #expect(first.errors.contains("no rows of stall, good"))
    }

    @Test("an update from JSON Lines loses no rows and no personal data that its line does not speak of")
    func unsaid() throws {
        let workspace = try filled()
        try workspace.write("j.jsonl", "{\"code\":\"C1\",\"wifi\":true,\"size\":4,\"_round\":\"2026-H1\"}\n")
        let rows = try workspace.run("data", "import", "market", "j.jsonl", "--update")
        #expect(rows.status == 65 && rows.errors.contains("2 rows of stall"))
        try workspace.write(
            "j.jsonl", "{\"code\":\"C1\",\"_round\":\"2026-H1\",\"stall\":[{\"good\":[{\"price\":5}]}]}\n")
        let names = try workspace.run("data", "import", "market", "j.jsonl", "--update")
        #expect(names.status == 65 && names.errors.contains("personal data in the store, owner"))
        try workspace.write("j.jsonl", "{\"code\":\"C1\",\"_round\":\"2026-H1\",\"stall\":[]}\n")
        let emptied = try workspace.run("data", "import", "market", "j.jsonl", "--update")
        #expect(emptied.status == 0 && emptied.errors.contains("1 updated"), "\(emptied.errors)")
    }

    @Test("a date that is only assumed makes no record differ; the stored date stays")
    func undated() throws {
        let workspace = try workspace()
        try workspace.write("m.csv", "code,wifi,size\nC1,yes,3\n")
        try workspace.write("slip.csv", "rating,comment\n5,ok\n")
        for zone in ["Pacific/Pago_Pago", "Pacific/Kiritimati"] {
            // The two never have one day.
            try workspace.write("chiso.toml", "[locale]\ntime_zone = \"\(zone)\"\n")
            for (form, file) in [("market", "m.csv"), ("slip", "slip.csv")] {
                let result = try workspace.run("data", "import", form, file)
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.errors.contains(zone == "Pacific/Pago_Pago" ? "1 new" : "1 unchanged"))
                #expect(result.errors.contains("1 record has no date in the file"))
            }
        }
    }

    @Test("every bad row is told in one run, in the order of lines, each as far as it can be read")
    func everything() throws {
        let workspace = try filled()
        try workspace.write(
            "m.csv",
            """
            code,wifi,size,_round
            X1,maybe,-3,2026-H1
            C1,no,3,2026-H1
            C2,yes,7,2026-H1
            ,yes,1,2026-H1
            C5,hm,x,2026-H1

            """)
        let result = try workspace.run(["data", "import", "market", "m.csv"] + ImportSafetyTests.rosters)
        #expect(result.status == 65)
        let lines = result.errors.split(separator: "\n").map(String.init).filter { $0.hasPrefix("m.csv:") }
        let places = lines.map { $0.prefix { $0 != " " } }
        #expect(
            places == [
                "m.csv:2:1:", "m.csv:2:4:", "m.csv:2:10:", "m.csv:3:", "m.csv:4:", "m.csv:5:1:", "m.csv:6:4:",
                "m.csv:6:7:",
            ], "\(result.errors)")
        #expect(lines[0].contains("it is 'C', then digits") && lines[2].contains("should be 0 or more"))
        #expect(lines[4].contains("wifi: 'no' → 'yes'; size: 'unanswered' → '7'"))
        // One empty key is one error.
        #expect(lines.filter { $0.hasPrefix("m.csv:5") }.count == 1)
        let skipped = try workspace.run(
            ["data", "import", "market", "m.csv", "--on-error", "skip"] + ImportSafetyTests.rosters)
        #expect(skipped.status == 65)
        for file in ["m.rejects.csv", "m-stall.rejects.csv", "m-stall-good.rejects.csv"] {
            for row in try workspace.text(file).split(separator: "\n") {
                #expect(!row.hasSuffix(","), "\(file): \(row)")
            }
        }
    }

    @Test("says the rounds, and which units are not listed")
    func told() throws {
        let workspace = try workspace()
        try workspace.write("m.csv", "code,wifi,size,_round\nC1,yes,1,2026-H1\nC7,yes,1,2026-H2\n")
        let result = try workspace.run("data", "import", "market", "m.csv")
        #expect(result.status == 0)
        #expect(result.errors.contains("records by round: 2026-H1: 1, 2026-H2: 1"))
        #expect(
            result.errors.contains("1 record is of units that are not listed in Surveys/choices/markets.csv: m.csv:3"))
    }

    @Test("an export goes behind what stands in a file, replaces none, and says what it left out")
    func export() throws {
        let workspace = try filled()
        let appended = try workspace.shell(
            "echo kept > app.txt; \"$CHISO\" data export market - --language en >> app.txt; cat app.txt")
        #expect(appended.output.hasPrefix("kept\n{\"_id\":"))
        #expect(try workspace.run("data", "export", "market", "out.xlsx").status == 64)
        let first = try workspace.run("data", "export", "market", "out.csv")
        #expect(first.status == 0 && first.errors.contains("personal fields were left out: owner"))
        try workspace.remove("out.csv")
        // A roster's file is one that is there, too.
        #expect(try workspace.run("data", "export", "market", "out.csv").status == 73)
        #expect(try workspace.run("data", "export", "market", "out.csv", "--force").status == 0)
        let again = try workspace.run(
            "data", "import", "market", "out.csv", "--roster", "stall=out-stall.csv", "--roster",
            "good=out-stall-good.csv")
        #expect(again.status == 65 && again.errors.contains("personal data: owner"))
        #expect(again.errors.contains("--include-personal"))
    }

    @Test("a backup replaces none and makes no folder, unless it is told to")
    func backup() throws {
        let workspace = try filled()
        #expect(try workspace.run("db", "backup", "b.sqlite").status == 0)
        #expect(try workspace.run("db", "backup", "b.sqlite").status == 73)
        #expect(try workspace.run("db", "backup", "b.sqlite", "--force").status == 0)
        #expect(try workspace.run("db", "backup", "nix/b.sqlite").status == 73)
        #expect(!workspace.exists("nix"))
    }

    @Test("demo data are warned of each time, and the doctor tells of a mixture")
    func demo() throws {
        let workspace = try workspace()
        let simulate = ["simulate", "slip", "-n", "3", "--seed", "1", "--period", "2026-H1"]
        #expect(try workspace.run(simulate).errors.contains("simulated 3 records"))
        #expect(try workspace.run(simulate).errors.contains("0 further records of slip in 2026-H1; 3 were there"))
        for _ in 0..<2 {
            let result = try workspace.run("data", "import", "market", "m.csv")
            #expect(result.status == 0)
            let warning = try #require(result.errors.range(of: "holds demo data"))
            let outcome = try #require(result.errors.range(of: "imported:"))
            #expect(warning.lowerBound < outcome.lowerBound)
            #expect(result.errors.contains("chiso db backup"))
        }
        #expect(try workspace.run("doctor").output.contains("mixes demo data"))
        let refused = try workspace.run(simulate)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("chiso simulate … --force") && refused.errors.contains("[store]"))
    }
}
