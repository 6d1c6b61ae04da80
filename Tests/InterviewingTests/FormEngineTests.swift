import FormModel
import Interviewing
import Scripting
import Testing
import WorkspaceFixtures

@Suite("A form over answers")
struct FormEngineTests {
    @Test("A calculation, a relevance and a roster follow the answers")
    func follows() throws {
        let workspace = try Fixture(
            form: """
                form "f" {
                  version = 1, label = "F",
                  integer "members" { label = "Members" },
                  yes_no "net" { label = "Net" },
                  decimal "speed" { label = "Speed", relevant = function(h) return h.net end },
                  roster "person" {
                    label = "Person", count = function(h) return h.members end,
                    integer "age" { label = "Age" },
                  },
                  calculate "adults" { calculation = function(h) return count(h.person, function(p) return p.age >= 18 end) end },
                }
                """
        ).load()
        #expect(workspace.diagnostics.isEmpty)
        let binding = try #require(workspace.form("f"))
        let engine = FormEngine(binding, in: workspace)
        let given = GivenRow(["members": 2, "net": false], of: engine.layout.root)
            .with("person", [["age": 40], ["age": 10]], in: engine.layout, of: engine.layout.root)
        let day = try #require(Day(iso: "2026-06-30"))
        let evaluated = engine.evaluate(given, today: day)
        #expect(evaluated.problems.isEmpty)
        #expect(evaluated.root.answers == [2, false, .notAsked, 1])
    }
}
