import Foundation
import Testing

@Suite("chiso data export, list and show")
struct RecordsTests {
    @Test("what is exported with personal fields gives the same store elsewhere", arguments: ["out.csv", "out.jsonl"])
    func roundTrip(file: String) throws {
        let filled = try SmallWorkspace.filled()
        let exported = try filled.run("data", "export", "household", file, "--include-personal")
        #expect(exported.status == 0 && exported.errors.contains("3 records"))
        let other = try SmallWorkspace()
        try other.write(file, try filled.text(file))
        var arguments = ["data", "import", "household", file, "--language", "en"]
        if file.hasSuffix(".csv") {
            try other.write("out-person.csv", try filled.text("out-person.csv"))
            arguments += ["--roster", "person=out-person.csv"]
        }
        let imported = try other.run(arguments)
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(try other.content(of: "household") == filled.content(of: "household"))
    }

    @Test("without personal values, whose salts are random, even the sum over all records is the same")
    func sameSum() throws {
        let first = try SmallWorkspace()
        _ = try first.run("simulate", "slip", "-n", "30", "--seed", "1", "--period", "2026-H1")
        #expect(try first.run("data", "export", "slip", "s.csv").status == 0)
        let second = try SmallWorkspace()
        try second.write("s.csv", try first.text("s.csv"))
        #expect(try second.run("data", "import", "slip", "s.csv").status == 0)
        #expect(try second.recordsSum() == first.recordsSum())
    }

    @Test("personal fields are left out unless asked for, and asking is kept in the store")
    func personal() throws {
        let workspace = try SmallWorkspace.filled()
        for file in ["out.csv", "out.jsonl"] {
            #expect(try workspace.run("data", "export", "household", file).status == 0)
            #expect(!(try workspace.text(file)).contains("Cúc"))
        }
        #expect(!(try workspace.text("out-person.csv")).contains("name"))
        #expect(try workspace.sqlite("SELECT count(*) FROM setting WHERE key LIKE '%personal_export%'") == "0\n")
        #expect(try workspace.run("data", "export", "household", "out.csv", "--include-personal").status == 73)
        #expect(
            try workspace.run("data", "export", "household", "out.csv", "--include-personal", "--force").status == 0)
        #expect((try workspace.text("out-person.csv")).contains("Cúc"))
        #expect(
            try workspace.sqlite("SELECT value FROM setting WHERE key LIKE '%personal_export%'").contains("household"))
    }

    @Test("an export goes to one round, to standard output, and behind a mark")
    func targets() throws {
        let workspace = try SmallWorkspace.filled()
        let line = try workspace.run("data", "export", "household", "-")
        #expect(line.output.split(separator: "\n").count == 3 && line.output.hasPrefix("{\"_id\":"))
        #expect(
            try workspace.run("data", "export", "household", "o.csv", "--round", "2026-H2").errors.contains("0 records")
        )
        #expect(try workspace.run("data", "export", "household", "m.csv", "--mark").status == 0)
        #expect(try Data(contentsOf: workspace.url("m.csv")).starts(with: [0xEF, 0xBB, 0xBF]))
        let nowhere = try workspace.run("data", "export", "household", "nix/o.csv")
        #expect(nowhere.status == 73 && nowhere.errors.contains("nix/o.csv"))
        // A link stays a link: what it leads to is written.
        try FileManager.default.createSymbolicLink(
            at: workspace.url("link.csv"), withDestinationURL: workspace.url("o.csv"))
        #expect(try workspace.run("data", "export", "household", "link.csv").status == 73)
        #expect(try workspace.run("data", "export", "household", "link.csv", "--force").status == 0)
        #expect((try workspace.text("o.csv")).contains("2026-05-01"))
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: workspace.url("link.csv").path)) != nil)
    }

    @Test("the list counts by form and round, days by month, and lists a form's records with their keys")
    func list() throws {
        let workspace = try SmallWorkspace.filled()
        try workspace.write("s.csv", "rating,comment,_date\n5,a,2026-03-01\n4,b,2026-03-09\n3,c,2026-04-09\n")
        _ = try workspace.run("data", "import", "slip", "s.csv")
        let counts = try workspace.run("data", "list", "--format", "csv")
        #expect(
            counts.output == """
                form,round,status,result,count
                household,2026-H1,complete,completed,3
                slip,2026-03,complete,completed,2
                slip,2026-04,complete,completed,1

                """)
        let days = try workspace.run("data", "list", "--round", "2026-03", "--format", "csv")
        #expect(days.output.contains("slip,2026-03-09,complete,completed,1") && !days.output.contains("2026-04"))
        let json = try workspace.run("data", "list", "household", "--limit", "2", "--format", "json")
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(rows.count == 2)
        #expect(rows[0]["village"] as? String == "v1" && rows[1]["household_no"] as? String == "2")
        #expect(rows[0]["version"] as? Int == 1)
    }

    @Test("a key of numbers is listed, a personal one is masked")
    func keys() throws {
        let workspace = try SmallWorkspace()
        try workspace.write(
            "Surveys/visit.lua",
            """
            form "visit" {
              version = 1, label = "Visit", key = { "number", "card" }, round = "year", measures = "state",
              integer "number" { label = "Number", required = true },
              text "card" { label = "Card", required = true, personal = true },
            }
            """)
        try workspace.write("v.csv", "number,card,_round\n17,051099000123,2026\n")
        #expect(try workspace.run("data", "import", "visit", "v.csv").status == 0)
        let row = try workspace.run("data", "list", "visit", "--format", "csv").output.split(separator: "\n")[1]
        #expect(row.contains(",17,•••,2026,"))
    }

    @Test("a record is shown by the beginning of its id, personal values masked unless asked for")
    func show() throws {
        let workspace = try SmallWorkspace.filled()
        let id = try #require(
            try workspace.run("data", "list", "household", "--format", "csv").output.split(separator: "\n").last?
                .prefix(32))
        let shown = try workspace.run("data", "show", String(id.prefix(8)), "--history")
        #expect(shown.status == 0)
        for text in [
            "_id: \(id)", "village – Village: v2 (Village Two)", "name – Name: •••",
            "account – Has an account: (dont_know)", "version", "adults – Adults: 1",
        ] {
            #expect(shown.output.contains(text), "\(shown.output)")
        }
        #expect(try workspace.run("data", "show", String(id), "--include-personal").output.contains("name – Name: Cúc"))
        #expect(
            try workspace.sqlite("SELECT value FROM setting WHERE key LIKE '%personal_show%'").contains(id))
        #expect(try workspace.run("data", "show", "zzz").status == 66)
        let ambiguous = try workspace.run("data", "show", "")
        #expect(ambiguous.status == 64 && ambiguous.errors.contains("3 records"))
    }

    @Test("without a store there is nothing to list, and nothing is made")
    func noStore() throws {
        let workspace = try SmallWorkspace()
        #expect(try workspace.run("data", "list").status == 0)
        #expect(try workspace.run("data", "show", "1").status == 66)
        #expect(try workspace.run("data", "export", "household").status == 66)
        #expect(try workspace.run("db", "check").status == 66)
        #expect(!workspace.exists(".chiso"))
    }
}
