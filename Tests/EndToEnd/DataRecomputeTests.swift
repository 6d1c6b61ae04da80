import Foundation
import Storage
import TerminalFixtures
import Testing

@Suite("chiso data recompute")
struct DataRecomputeTests {
    private let workspace: SmallWorkspace

    init() throws { workspace = try SmallWorkspace.filled() }

    private func change(_ old: String, _ new: String) throws {
        let form = try workspace.text("Surveys/household.lua")
        #expect(form.contains(old))
        try workspace.write("Surveys/household.lua", form.replacing(old, with: new))
    }

    private func adults() throws -> String {
        try workspace.sqlite("SELECT adults FROM data_household ORDER BY _number")
    }

    @Test("nothing differs: nothing is written, and that is told")
    func nothing() throws {
        let sum = try workspace.recordsSum()
        let result = try workspace.run("data", "recompute", "household", "--apply")
        #expect(result.status == 0 && result.errors.contains("3 records computed anew"), "\(result.all)")
        #expect(try workspace.recordsSum() == sum)
    }

    @Test("another formula: shown first with status 1, written by --apply, in new versions whose reason is known")
    func formula() throws {
        try change("p.age >= 18 end) end", "p.age >= 35 end) end")
        #expect(try adults() == "2\n0\n1\n")
        let sum = try workspace.recordsSum()
        let shown = try workspace.run("data", "recompute", "household")
        #expect(shown.status == 1 && shown.errors.contains("--apply"), "\(shown.all)")
        #expect(shown.output.contains("calculated") && shown.output.contains("Adults"), "\(shown.output)")
        #expect(try workspace.recordsSum() == sum)
        let list = try workspace.run("data", "recompute", "household", "--format", "csv")
        let ids = try workspace.ids(of: "household")
        #expect(
            list.output == """
                record,question,stored,computed,kind,status
                \(ids[0]),adults,2,1,calculated,complete
                \(ids[2]),adults,1,0,calculated,complete

                """)
        let one = try workspace.run("data", "recompute", "household", "--id", String(ids[2].prefix(9)), "--apply")
        #expect(one.status == 0 && one.errors.contains("1 record has"), "\(one.all)")
        #expect(try adults() == "2\n0\n0\n")
        #expect(try workspace.run("data", "recompute", "household", "--round", "2026-H2").status == 0)
        #expect(try workspace.run("data", "recompute", "household", "--round", "2026-H1", "--apply").status == 0)
        #expect(try adults() == "1\n0\n0\n")
        #expect(try workspace.sqlite("SELECT count(*) FROM record_version WHERE why = 'recompute'") == "2\n")
        #expect(try workspace.run("data", "recompute", "household").status == 0)
        #expect(try workspace.run("data", "show", ids[0], "--history").output.contains("Adults: 2 → 1"))
        #expect(try workspace.isSound())
    }

    @Test("an answer that is no longer asked is told apart, and stays in the history; a review's status stays")
    func relevance() throws {
        let id = try workspace.ids(of: "household")[0]
        #expect(try workspace.run("data", "review", id, "--approve").status == 0)
        try change("h.connection == \"fibre\" end", "h.connection == \"mobile\" end")
        let shown = try workspace.run("data", "recompute", "household", "--format", "json")
        #expect(
            shown.status == 1 && shown.output.contains("no_longer_asked") && shown.output.contains("\"50\""),
            "\(shown.all)")
        let others = try workspace.run("data", "recompute", "household", "--apply")
        #expect(others.status == 1 && others.errors.contains("--include-approved"), "\(others.all)")
        #expect(try workspace.sqlite("SELECT count(speed) FROM data_household") == "1\n")
        let all = try workspace.run("data", "recompute", "household", "--apply", "--include-approved")
        #expect(all.status == 0, "\(all.all)")
        #expect(try workspace.sqlite("SELECT count(speed) FROM data_household") == "0\n")
        #expect(try workspace.sqlite("SELECT _status FROM data_household WHERE _id = '\(id)'") == "approved\n")
        #expect(
            try workspace.sqlite("SELECT count(*) FROM record_version WHERE content LIKE '%\"speed\":50%'") == "2\n")
        #expect(try workspace.isSound())
    }

    @Test("a fault is told with its place, its record is left, and the others are computed")
    func fault() throws {
        try change("return p.age >= 18 end) end", "if p.age == 30 then return nil + 1 end return p.age >= 35 end) end")
        let result = try workspace.run("data", "recompute", "household", "--apply")
        #expect(result.status == 65, "\(result.all)")
        #expect(
            result.errors.contains("Surveys/household.lua:") && result.errors.contains("1 record has a new version"))
        #expect(try adults() == "2\n0\n0\n")
        #expect(try workspace.isSound())
    }

    @Test("on a terminal a word writes it, and anything else does not")
    func terminal() throws {
        try change("p.age >= 18 end) end", "p.age >= 35 end) end")
        for (word, status, values) in [("thôi", 1, "2\n0\n1\n"), ("ghi", 0, "1\n0\n0\n")] {
            let terminal = try PseudoTerminal()
            let child = try terminal.start(
                "/bin/sh",
                ["-c", "cd '\(workspace.folder.path)' && exec '\(Binary.url.path)' data recompute household"],
                environment: ["TERM": "xterm", "LANG": "vi_VN.UTF-8", "PATH": "/usr/bin:/bin"])
            terminal.answer([("gõ GHI", word)])
            #expect(terminal.waitForEnd(of: child) == Int32(status), "\(terminal.read())")
            #expect(try adults() == values)
        }
    }

    @Test("what was calculated from an erased answer is left as it is")
    func erased() throws {
        try workspace.write(
            "Surveys/person.lua",
            """
            form "person" {
              version = 1, label = "Person", key = { "number" }, round = "year", measures = "state",
              integer "number" { label = "Number", required = true },
              integer "born" { label = "Born", required = true, personal = true },
              calculate "old" { label = "Old", calculation = function(p) return p.born < 1960 end },
            }
            """)
        try workspace.write("p1.csv", "number,born,_round\n1,1950,2026\n2,1990,2026\n")
        #expect(try workspace.run("data", "import", "person", "p1.csv").status == 0)
        let id = try workspace.ids(of: "person")[0]
        try workspace.erase(form: "person", record: id)
        let result = try workspace.run("data", "recompute", "person")
        #expect(result.status == 65 && result.errors.contains("were erased"), "\(result.all)")
        #expect(result.errors.contains("1 record computed anew: nothing differs"))
    }

    @Test("personal values are shown only where they are asked for, and made-up data stay made up")
    func personal() throws {
        try change(
            "calculate \"adults\" {",
            "calculate \"first\" { label = \"First\", personal = true, calculation = function(h) return \"bí mật\" end },\n calculate \"adults\" {"
        )
        try change("version = 1", "version = 2")
        let masked = try workspace.run("data", "recompute", "household")
        #expect(
            masked.status == 1 && masked.output.contains("•••") && !masked.output.contains("bí mật"), "\(masked.all)")
        let shown = try workspace.run("data", "recompute", "household", "--include-personal")
        #expect(shown.status == 1 && shown.output.contains("bí mật"))

        let demo = try SmallWorkspace()
        #expect(try demo.run("simulate", "household", "-n", "5", "--seed", "1", "--period", "2026-H1").status == 0)
        let form = try demo.text("Surveys/household.lua")
        try demo.write("Surveys/household.lua", form.replacing("p.age >= 18 end) end", with: "p.age >= 0 end) end"))
        #expect(try demo.run("data", "recompute", "household", "--apply").status == 0)
        #expect(try demo.openStore().origin() == .demo)
    }

    @Test("what is wrong on the command line is said")
    func wrong() throws {
        #expect(try workspace.run("data", "recompute", "hosehold").status == 64)
        #expect(try workspace.run("data", "recompute", "household", "--id", "zzz").status == 66)
        #expect(try SmallWorkspace().run("data", "recompute", "household").status == 66)
    }
}

extension SmallWorkspace {
    /// Erases a record's personal values, as an officer of data protection would.
    func erase(form: String, record: String) throws {
        let store = try Store.open(url(SmallWorkspace.store).path, access: .readWrite)
        _ = try store.erasePersonalValues(form: form, record: record)
        try store.close()
    }
}
