import Foundation
import Testing

@Suite("chiso check")
struct CheckTests {
    /// A workspace with faults in two files.
    private static func faulty() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace()
        try workspace.write(
            "Rules/indicators/bad.lua", "indicator \"x\" {\n  labell = \"X\", over = \"household\",\n}\n")
        try workspace.write("Surveys/circle.lua", circle)
        return workspace
    }

    static let circle = """
        form "circle" {
          version = 1, label = "Circle", key = { "k" }, round = "year", measures = "state",
          text "k" { label = "K", required = true },
          calculate "a" { label = "A", calculation = function(r) return r.b end },
          calculate "b" { label = "B", calculation = function(r) return r.a end },
        }
        """

    @Test("a sound workspace ends with 0 and says what was read")
    func sound() throws {
        let result = try SmallWorkspace().run("check")
        #expect(result.status == 0)
        #expect(
            result.errors == "2 notes not shown; see --notes\nchecked 2 forms and 3 indicators: 0 errors, 0 warnings\n")
        #expect(result.output.isEmpty)
    }

    @Test("all faults are shown as compilers show them, with place, line, mark and the nearest name")
    func table() throws {
        let result = try CheckTests.faulty().run("check")
        #expect(result.status == 1)
        #expect(result.errors.contains("Rules/indicators/bad.lua:2:3: error: "))
        #expect(result.errors.contains("did you mean 'label'?) [E-PROP-001]\n"))
        #expect(result.errors.contains("\n      labell = \"X\", over = \"household\",\n      ^~~~~~\n"))
        #expect(result.errors.contains("Surveys/circle.lua:4:"))
        #expect(result.errors.contains("a (Surveys/circle.lua:4:3) → b (Surveys/circle.lua:5:3) → a"))
    }

    @Test("JSON has every key of the contract")
    func json() throws {
        let result = try CheckTests.faulty().run("check", "--format", "json")
        #expect(result.status == 1)
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let rows = try #require(whole["diagnostics"] as? [[String: Any]])
        #expect(rows.count >= 2)
        for row in rows {
            #expect(
                Set(row.keys) == ["file", "line", "column", "severity", "code", "message", "suggestion"])
        }
        let row = try #require(rows.first { $0["code"] as? String == "E-PROP-001" })
        #expect(row["line"] as? Int == 2 && row["column"] as? Int == 3 && row["suggestion"] as? String == "label")
    }

    @Test("a path asks for the faults of that file or folder only")
    func paths() throws {
        let workspace = try CheckTests.faulty()
        let rules = try workspace.run("check", "Rules")
        #expect(rules.status == 1 && rules.errors.contains("bad.lua") && !rules.errors.contains("circle.lua"))
        #expect(try workspace.run("check", "Rules/indicators/all.lua").status == 0)
        let nowhere = try workspace.run("check", "Rulez")
        #expect(nowhere.status == 66 && nowhere.errors.contains("Rulez"))
    }

    @Test("messages follow --language, else chiso.toml")
    func languages() throws {
        let workspace = try CheckTests.faulty()
        #expect(try workspace.run("check", "--language", "vi").errors.contains(": lỗi: "))
        try workspace.write("chiso.toml", "[locale]\nlanguage = \"vi\"\n")
        #expect(try Binary.run(["check"], in: workspace.folder).errors.contains(": lỗi: "))
        #expect(try workspace.run("check", "--language", "fr").status == 64)
    }

    @Test("a form with a cycle stops every command that needs it, with 65, and never the check of another file")
    func cycle() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("Surveys/circle.lua", CheckTests.circle)
        try workspace.write("c.csv", "k,_round\n1,2026\n")
        for command in [["data", "import", "circle", "c.csv"], ["eval"]] {
            let result = try workspace.run(command)
            #expect(result.status == 65)
            #expect(result.errors.contains("Surveys/circle.lua:4:") && result.errors.contains("chiso check"))
        }
        #expect(!workspace.exists(".chiso"))
    }

    @Test("an endless loop while a file loads, or in a formula, is one located fault within the limits")
    func endlessLoop() throws {
        let workspace = try SmallWorkspace.filled()
        try workspace.write("chiso.toml", "[limits]\nload_s = 0.3\nrecord_ms = 100\n")
        try workspace.write("Rules/indicators/loop.lua", "local n = 0\nwhile true do n = n + 1 end\n")
        let load = try workspace.run("eval")
        #expect(load.status == 65 && load.errors.contains("Rules/indicators/loop.lua:2: ") && load.output.isEmpty)
        try workspace.write(
            "Rules/indicators/loop.lua",
            """
            indicator "loop" {
              label = "Loop", over = "household", component = true,
              share = function(h)
                while true do end
              end,
            }
            """)
        let formula = try workspace.run("eval", "--format", "json")
        #expect(formula.status == 65)
        #expect(formula.errors.contains("Rules/indicators/loop.lua:4: error: ") && formula.errors.contains("[limits]"))
        // The other figures are there all the same.
        let figures = try Figures(formula.output)
        #expect(try figures.indicator("accounts")["value"] as? Double == 50)
        #expect(try workspace.isSound())
    }
}
