import Foundation
import Testing

@Suite("chiso data import")
struct ImportTests {
    @Test("takes records with a roster whose rows name their parents by the form's key, in any order")
    func keys() throws {
        let workspace = try SmallWorkspace.filled()
        #expect(try workspace.recordCount() == 3)
        let names = try workspace.sqlite("SELECT group_concat(name, ',') FROM data_household__person ORDER BY _key")
        #expect(names == "An,Bình,Bé,Cúc\n")
        #expect(try workspace.isSound())
    }

    @Test("takes rosters by _parent_id")
    func parentIds() throws {
        let filled = try SmallWorkspace.filled()
        _ = try filled.run("data", "export", "household", "out.csv", "--include-personal")
        let other = try SmallWorkspace()
        try other.write("h.csv", try filled.text("out.csv"))
        let rows = try filled.text("out-person.csv").split(separator: "\n")
        #expect(rows[0].hasPrefix("_parent_id,"))
        // The rows of the last parent first.
        try other.write("p.csv", ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n")
        let result = try other.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try other.content(of: "household") == filled.content(of: "household"))
    }

    @Test("takes a byte order mark and CRLF")
    func windows() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "\u{FEFF}rating,comment,_date\r\n5,\"một, hai\",2026-03-01\r\n")
        #expect(try workspace.run("data", "import", "slip", "s.csv").status == 0)
        #expect(try workspace.sqlite("SELECT rating, comment FROM data_slip") == "5|một, hai\n")
    }

    @Test("keeps decomposed Vietnamese composed, and takes it for the same record")
    func decomposed() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "rating,comment,_date\n4,Tho\u{302}n \u{110}o\u{302}\u{301}c,2026-03-01\n")
        #expect(try workspace.run("data", "import", "slip", "s.csv").status == 0)
        // U+00F4, U+0110 and U+1ED1, in UTF-8.
        #expect(try workspace.sqlite("SELECT hex(comment) FROM data_slip") == "5468C3B46E20C490E1BB9163\n")
        try workspace.write("s.csv", "rating,comment,_date\n4,Th\u{F4}n \u{110}\u{1ED1}c,2026-03-01\n")
        let again = try workspace.run("data", "import", "slip", "s.csv")
        #expect(again.errors.contains("0 new, 1 unchanged"))
    }

    @Test("changes nothing when the same file comes twice")
    func twice() throws {
        let workspace = try SmallWorkspace.filled()
        let before = try workspace.recordsSum()
        let again = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        #expect(again.status == 0)
        #expect(again.errors.contains("0 new, 3 unchanged, 0 updated"))
        #expect(try workspace.recordsSum() == before)
    }

    @Test("refuses a known id with other content and shows the difference; --update makes a version of it")
    func update() throws {
        let workspace = try SmallWorkspace.filled()
        let before = try workspace.recordsSum()
        try workspace.write("h.csv", SmallWorkspace.households.replacing("fibre,,50", with: "fibre,,80"))
        let refused = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("h.csv:2") && refused.errors.contains("speed: '50' → '80'"))
        #expect(refused.errors.contains("--update"))
        #expect(try workspace.recordsSum() == before)

        let updated = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv", "--update")
        #expect(updated.status == 0)
        #expect(updated.errors.contains("2 unchanged, 1 updated"))
        #expect(try workspace.recordsSum() != before)
        #expect(try workspace.sqlite("SELECT count(*) FROM record_version") == "4\n")
        #expect(try workspace.isSound())
    }

    @Test("masks a personal value in the difference it shows")
    func personalDifference() throws {
        let workspace = try SmallWorkspace.filled()
        try workspace.write("p.csv", SmallWorkspace.persons.replacing("An,", with: "Yến,"))
        let refused = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("person[1].name"))
        #expect(!refused.errors.contains("Yến") && !refused.errors.contains("'An'"))
    }

    @Test("counts identical keyless rows, and takes a partly known file only with --batch")
    func keyless() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n5,ok,2026-03-01\n2,,2026-03-02\n")
        #expect(try workspace.run("data", "import", "slip", "s.csv").errors.contains("3 new"))
        #expect(try workspace.run("data", "import", "slip", "s.csv").errors.contains("0 new, 3 unchanged"))
        let before = try workspace.recordsSum()

        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n4,ok,2026-03-01\n")
        let stopped = try workspace.run("data", "import", "slip", "s.csv")
        #expect(stopped.status == 65)
        #expect(stopped.errors.contains("1 of 2 rows are stored already") && stopped.errors.contains("--batch"))
        #expect(try workspace.recordsSum() == before)

        for expected in ["2 new, 0 unchanged", "0 new, 2 unchanged"] {
            let batch = try workspace.run("data", "import", "slip", "s.csv", "--batch", "tháng 3")
            #expect(batch.status == 0 && batch.errors.contains(expected))
        }
    }

    @Test("dates what nothing else dates by --date, which gives the round")
    func date() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "rating,comment\n5,ok\n")
        #expect(try workspace.run("data", "import", "slip", "s.csv", "--date", "2026-02-03").status == 0)
        #expect(try workspace.sqlite("SELECT _date, _round FROM data_slip") == "2026-02-03|2026-02-03\n")
        // A keyless id never hashes a defaulted date.
        let again = try workspace.run("data", "import", "slip", "s.csv", "--date", "2026-02-04")
        #expect(again.errors.contains("0 new, 1 unchanged") || again.errors.contains("other content"))
        #expect(try workspace.recordCount() == 1)
    }

    @Test("takes JSON Lines with rosters as arrays, once")
    func jsonLines() throws {
        let workspace = try SmallWorkspace()
        let line = """
            {"village":"v2","household_no":"2","members":1,"connection":"none","_round":"2026-H1",\
            "_date":"2026-04-01","person":[{"name":"Dũng","age":5}]}

            """
        try workspace.write("j.jsonl", line)
        #expect(try workspace.run("data", "import", "household", "j.jsonl").errors.contains("1 new"))
        #expect(try workspace.run("data", "import", "household", "j.jsonl").errors.contains("0 new, 1 unchanged"))

        try workspace.write("j.jsonl", line + "{\"village\":\"v1\"\n")
        let refused = try workspace.run("data", "import", "household", "j.jsonl")
        #expect(refused.status == 65 && refused.errors.contains("j.jsonl:2:16"))
        try workspace.write("j.jsonl", line.replacing("\"age\":5", with: "\"age\":\"năm\""))
        let wrong = try workspace.run("data", "import", "household", "j.jsonl")
        #expect(wrong.status == 65 && wrong.errors.contains("person[1].age"))
        #expect(try workspace.run("data", "import", "household", "j.jsonl", "--roster", "person=p.csv").status == 64)
    }

    @Test("writes the rest with --on-error skip; the rejects, mended, can be imported")
    func skip() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("h.csv", SmallWorkspace.households.replacing("fibre,,50", with: "fibr,,"))
        try workspace.write("p.csv", SmallWorkspace.persons.replacing("v1,2,Bé,3", with: "v1,2,Bé,300"))
        let skipped = try workspace.run(
            "data", "import", "household", "h.csv", "--roster", "person=p.csv", "--on-error", "skip")
        #expect(skipped.status == 65)
        #expect(skipped.errors.contains("1 new") && skipped.errors.contains("2 rejected"))
        #expect(skipped.errors.contains("h.rejects.csv"))
        #expect(try workspace.recordCount() == 1)

        let rejects = try workspace.text("h.rejects.csv")
        #expect(rejects.contains("did you mean 'fibre'?"))
        let people = try workspace.text("h-person.rejects.csv")
        #expect(people.split(separator: "\n").count == 4)
        try workspace.write("again.csv", rejects.replacing("fibr,,", with: "fibre,,50"))
        try workspace.write("people.csv", people.replacing("Bé,300", with: "Bé,3"))
        let mended = try workspace.run("data", "import", "household", "again.csv", "--roster", "person=people.csv")
        #expect(mended.status == 0, "\(mended.errors)")
        #expect(try workspace.content(of: "household") == SmallWorkspace.filled().content(of: "household"))
    }

    @Test("tells that collected records now stand among demo data")
    func amongDemoData() throws {
        let workspace = try SmallWorkspace()
        _ = try workspace.run("simulate", "slip", "-n", "3", "--seed", "1", "--period", "2026-H1")
        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n")
        let result = try workspace.run("data", "import", "slip", "s.csv")
        #expect(result.status == 0)
        #expect(result.errors.contains("holds demo data"))
    }
}
