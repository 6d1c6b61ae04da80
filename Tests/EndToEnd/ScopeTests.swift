import Foundation
import Testing

/// A command loads what it needs; a fault elsewhere is a warning (`semantics.md` 5.1).
@Suite("A fault in a file that a command does not need")
struct ScopeTests {
    private static let half = "indicator \"half\" { label = \"Half\", over = \"slip\",\n"

    private func filled() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace.filled()
        try workspace.write("s.csv", "rating,comment,_date\n5,good,2026-03-01\n")
        _ = try workspace.run("data", "import", "slip", "s.csv")
        return workspace
    }

    @Test("a half-written file of indicators stops no other figure, and gives none itself")
    func indicators() throws {
        let workspace = try filled()
        try workspace.write("Rules/indicators/half.lua", ScopeTests.half)
        let other = try workspace.run("eval", "satisfied")
        #expect(other.status == 0 && other.output.contains("100"), "\(other.all)")
        #expect(other.errors.contains("Rules/indicators/half.lua:") && other.errors.contains(": warning: "))
        for arguments in [["eval", "half"], ["eval"]] {
            let result = try workspace.run(arguments)
            #expect(result.status == 65 && result.errors.contains("Rules/indicators/half.lua:1:"), "\(arguments)")
            #expect(result.errors.contains(": error: "))
        }
    }

    @Test("a fault in a form stops what is computed over it, and nothing else")
    func forms() throws {
        let workspace = try filled()
        try workspace.write(
            "Rules/indicators/more.lua",
            """
            indicator "both" {
              label = "Both", unit = "number",
              derive = function(i) return i.accounts.numerator + i.satisfied.numerator end,
            }
            """)
        try workspace.write("Surveys/slip.lua", "form \"slip\" { version = 1,\n")
        #expect(try workspace.run("eval", "accounts").status == 0)
        for id in ["satisfied", "both"] {
            let result = try workspace.run("eval", id)
            #expect(result.status == 65 && result.errors.contains("Surveys/slip.lua:"), "\(id): \(result.all)")
        }
        #expect(try workspace.run("data", "export", "household", "-").status == 0)
        let own = try workspace.run("data", "export", "slip", "-")
        #expect(own.status == 65 && own.errors.contains("Surveys/slip.lua:"))
    }

    @Test("a file that may hold the design of a form stops the figures over that form")
    func designs() throws {
        let workspace = try filled()
        try workspace.write(
            "Rules/indicators/designs.lua", "design \"d\" { form = \"household\", weight = \"members\",\n")
        #expect(try workspace.run("eval", "satisfied").status == 0)
        let result = try workspace.run("eval", "accounts")
        #expect(result.status == 65 && result.errors.contains("Rules/indicators/designs.lua:"))
    }

    @Test("a module's fault is one of the scripts that require it; a list's of those that read it")
    func modulesAndLists() throws {
        let workspace = try filled()
        try workspace.write("Rules/lib/ages.lua", "return {\n")
        try workspace.write(
            "Rules/indicators/more.lua",
            """
            local ages = require "ages"
            indicator "old" { label = "Old", over = "slip", count = function(s) return ages end }
            """)
        #expect(try workspace.run("eval", "satisfied").status == 0)
        let old = try workspace.run("eval", "old")
        #expect(old.status == 65 && old.errors.contains("Rules/lib/ages.lua:"))
        try workspace.write("Surveys/choices/villages.csv", "name,label_vi,label_en\nv1,\"open\n")
        #expect(try workspace.run("eval", "satisfied").status == 0)
        let accounts = try workspace.run("eval", "accounts")
        #expect(accounts.status == 65 && accounts.errors.contains("Surveys/choices/villages.csv:"))
    }

    @Test(
        "a report is made without the indicators of a faulty file, says so, and names the cause where it asks for one")
    func reports() throws {
        let workspace = try filled()
        try workspace.write("Rules/indicators/half.lua", ScopeTests.half)
        let report = { (body: String) in
            "report \"r\" { label = \"R\", period = \"half_year\", body = function(doc, data) \(body) end }\n"
        }
        try workspace.write(
            "Rules/reports/r.lua",
            report("doc:table { data:indicators { group = \"I\" }, columns = { \"label\", \"value\" } }"))
        let made = try workspace.run("report", "r", "--period", "2026-H1")
        #expect(made.status == 0, "\(made.all)")
        #expect(made.output.contains("Rules/indicators/half.lua"), "\(made.output)")
        #expect(made.errors.contains("half.lua:1:") && made.errors.contains(": warning: "))
        try workspace.write(
            "Rules/reports/r.lua",
            report("local half = data:indicator(\"half\") doc:heading(half.label)"))
        let asked = try workspace.run("report", "r", "--period", "2026-H1")
        #expect(asked.status == 65)
        #expect(asked.errors.contains("'half' cannot be used: Rules/indicators/half.lua:1:"), "\(asked.errors)")
    }
}
