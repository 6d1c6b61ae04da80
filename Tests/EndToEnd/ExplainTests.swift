import Foundation
import Testing

@Suite("chiso explain")
struct ExplainTests {
    private let workspace: SmallWorkspace

    init() throws { workspace = try SmallWorkspace.filled() }

    private func steps(_ arguments: String...) throws -> [String: Any] {
        let result = try workspace.run(["explain"] + arguments + ["--format", "json"])
        #expect(result.status == 0, "\(result.all)")
        let whole = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return try #require(whole?["steps"] as? [String: Any])
    }

    @Test("each step leaves what the one before had, less what it names")
    func steps() throws {
        let id = try workspace.ids(of: "household")[1]
        #expect(try workspace.run("data", "review", id, "--return", "--note", "xem lại").status == 0)
        for period in ["2026-H1", "2026-H2"] {
            let found = try steps("accounts", "--period", period, "--as-of", "2026-12-31")
            func number(_ name: String) -> Int { found[name] as? Int ?? 0 }
            func sum(_ name: String) -> Int { (found[name] as? [String: Int] ?? [:]).values.reduce(0, +) }
            #expect(number("records") - sum("excluded") == number("selected"))
            let dropped = number("out_of_scope") + sum("missing_among") + sum("missing") + number("failed")
            #expect(number("kept") - dropped == number("counted"))
            let figure = try workspace.run(
                "eval", "accounts", "--period", period, "--as-of", "2026-12-31", "--format", "json")
            let printed = try Figures(figure.output).indicator("accounts")
            #expect(printed["n"] as? Int == number("counted") && printed["numerator"] as? Int ?? 0 == number("holding"))
            #expect((found["excluded"] as? [String: Int])?["returned"] == 1)
        }
    }

    @Test("the page tells definition, script, error of a sample, target and run; a filter narrows it")
    func page() throws {
        let page = try workspace.run("explain", "accounts", "--period", "2026-H1", "--as-of", "2026-06-30")
        #expect(page.status == 0, "\(page.all)")
        for part in [
            "Aged 15 and over", "Rules/indicators/all.lua:5", "    indicator \"accounts\" {", "records in the store",
            "target ≥ 80%", "run ", "sha256:",
        ] {
            #expect(page.output.contains(part), "\(part)\n\(page.output)")
        }
        let one = try workspace.run("explain", "accounts", "--period", "2026-H1", "--where", "village=v1")
        #expect(one.output.contains("left out by the filter"), "\(one.output)")
        try workspace.write(
            "Rules/indicators/d.lua",
            "design \"d\" { form = \"household\", period = \"2026-H1\", weight = function(h) return 2 end }\n")
        let sample = try workspace.run("explain", "accounts", "--period", "2026-H1", "--as-of", "2026-06-30")
        #expect(sample.output.contains("error by the design d: standard error"), "\(sample.output)")
    }

    @Test("a record is told why it counts or not")
    func record() throws {
        let ids = try workspace.ids(of: "household")
        func told(_ place: Int, _ arguments: String...) throws -> String {
            let result = try workspace.run(["explain", "accounts", "--id", String(ids[place].prefix(10))] + arguments)
            #expect(result.status == 0, "\(result.all)")
            return result.output
        }
        let first = try told(0, "--as-of", "2026-06-30")
        #expect(first.contains("person[1]: counts: numerator +1") && first.contains("person[2]: counts: numerator +0"))
        #expect(try told(1, "--as-of", "2026-06-30").contains("not concerned"))
        #expect(try told(2, "--as-of", "2026-06-30").contains("missing: dont know"))
        #expect(try told(0, "--as-of", "2026-01-01").contains("dated after"))
        #expect(try told(0, "--as-of", "2028-01-01").contains("too old"))
        #expect(try told(0, "--as-of", "2026-06-30", "--where", "village=v2").contains("left out by the filter"))
    }

    @Test("a formula that is interpreted is told with the reason and its line")
    func interpreted() throws {
        try workspace.write(
            "Rules/indicators/slow.lua",
            """
            indicator "slow" {
              label = { vi = "Chậm", en = "Slow" }, over = "household.person",
              share = function(person)
                return string.rep("a", person.age) ~= ""
              end,
            }
            """)
        let page = try workspace.run("explain", "slow", "--as-of", "2026-06-30", "--language", "en")
        #expect(page.status == 0, "\(page.all)")
        #expect(
            page.output.contains("Rules/indicators/slow.lua:4: indicator \"slow\": share is interpreted"), "\(page.all)"
        )
        let json = try workspace.run("explain", "slow", "--as-of", "2026-06-30", "--format", "json")
        #expect(json.output.contains("N-LIFT-002"), "\(json.all)")
        #expect(!(try workspace.run("explain", "accounts", "--language", "en").output.contains("interpreted")))
    }

    @Test("what cannot be explained is said")
    func wrong() throws {
        #expect(try workspace.run("explain", "acounts").status == 64)
        #expect(try workspace.run("explain", "accounts", "--format", "csv").status == 64)
        #expect(try workspace.run("explain", "accounts", "--id", "zzz").status == 66)
        #expect(try workspace.run("explain", "accounts", "--where", "x=1").status == 64)
        let other = try workspace.run(
            "explain", "satisfied", "--id", try #require(workspace.ids(of: "household").first))
        #expect(other.status == 64 && other.errors.contains("household"), "\(other.all)")
        let page = try workspace.run("explain", "accounts", "--language", "en")
        #expect(page.output.contains("by village:\n  Village One"), "\(page.all)")
        #expect(try SmallWorkspace().run("explain", "accounts").status == 66)
    }
}
