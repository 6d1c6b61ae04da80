import Foundation
import Testing

@Suite("Figures beside those of an earlier period")
struct ChangeTests {
    private let workspace: SmallWorkspace

    /// A sample of five households in both halves of the year.
    init() throws {
        workspace = try SmallWorkspace()
        try workspace.write(
            "Rules/indicators/designs.lua",
            """
            design "sample" { form = "household", weight = "speed", period = "2026-H1" }
            design "again" { form = "household", weight = "speed", period = "2026-H2" }
            """)
        for (round, date, members) in [("2026-H1", "2026-05-01", [2, 1, 1]), ("2026-H2", "2026-11-02", [3, 1, 2])] {
            var (households, persons) = (
                "village,household_no,members,connection,speed,note,_round,_date\n",
                "village,household_no,name,age,account\n"
            )
            for (place, unit) in ["v1,1", "v1,2", "v2,1"].enumerated() {
                households += "\(unit),\(members[place]),fibre,10,,\(round),\(date)\n"
                for person in 0..<members[place] { persons += "\(unit),N\(person),30,\(person == 0 ? "yes" : "no")\n" }
            }
            try workspace.write("h.csv", households)
            try workspace.write("p.csv", persons)
            let result = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
            #expect(result.status == 0, "\(result.all)")
        }
    }

    private func change(_ arguments: String..., indicator: String) throws -> [String: Any] {
        let result = try workspace.run(
            [
                "eval", indicator, "--period", "2026-H2", "--as-of", "2026-12-31", "--before", "2026-H1", "--format",
                "json",
            ]
                + arguments)
        let figures = try Figures(result.output)
        #expect(figures.whole["before"] as? String == "2026-H1", "\(result.all)")
        let figure = try #require((figures.whole["indicators"] as? [[String: Any]])?.first)
        return try #require(figure["change"] as? [String: Any])
    }

    @Test("the change of a panel with its error: in JSON, CSV and the table, and once more from the recorded run")
    func panel() throws {
        let change = try change(indicator: "accounts")
        #expect(change["common_units"] as? Int == 3 && (change["breaks"] as? [Any])?.isEmpty == true, "\(change)")
        let before = try #require(change["before"] as? Double)
        let difference = try #require(change["difference"] as? Double)
        #expect(abs(before - 75) < 1e-9 && abs(difference + 25) < 1e-9)
        // z of the households, in tenths: before p = 3/4, over 4; after p = 1/2, over 6.
        let z = [(1 - 1.5) / 6 - (1 - 1.5) / 4, 0.5 / 6 - 0.25 / 4, (1 - 1.0) / 6 - 0.25 / 4]
        let mean = z.reduce(0, +) / 3
        let error = 100 * (1.5 * z.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)).squareRoot()
        #expect(abs(try #require(change["se"] as? Double) - error) < 1e-9)
        let table = try workspace.run(
            "eval", "accounts", "--period", "2026-H2", "--as-of", "2026-12-31", "--before", "2026-H1", "--language",
            "en", "--record")
        #expect(
            table.output.contains("Since the first half of 2026") && table.output.contains("common units"),
            "\(table.all)")
        let run = try #require(try workspace.run("runs", "--format", "csv").output.split(separator: "\n").last)
        let again = try workspace.run("eval", "--run", String(run.prefix(8)), "--format", "json")
        #expect(again.status == 0 && again.output.contains("\"before\": \"2026-H1\""), "\(again.all)")
        let csv = try workspace.run(
            "eval", "accounts", "--period", "2026-H2", "--as-of", "2026-12-31", "--before", "2026-H1", "--format", "csv"
        )
        #expect(csv.output.contains("before,change,change_se,change_margin,change_breaks"))
    }

    @Test("a definition that has changed since the period was closed makes no change")
    func definition() throws {
        let closed = try workspace.run(
            "period", "close", "2026-H1", "--note", "BC 45")
        #expect(closed.status == 0, "\(closed.all)")
        #expect((try change(indicator: "accounts")["breaks"] as? [Any])?.isEmpty == true)
        let rules = try workspace.text("Rules/indicators/all.lua")
        try workspace.write(
            "Rules/indicators/all.lua", rules.replacing("return p.account end", with: "return not p.account end"))
        let change = try change(indicator: "accounts")
        let breaks = try #require(change["breaks"] as? [[String: Any]])
        #expect(breaks.map { $0["kind"] as? String } == ["definition"], "\(change)")
        #expect(change["difference"] is NSNull)
    }

    @Test("a period that is not earlier is refused")
    func wrong() throws {
        for (period, before) in [("2026-H1", "2026-H2"), ("2026-H1", "2026-H1"), ("2026-H1", "nothing")] {
            let result = try workspace.run("eval", "--period", period, "--before", before)
            #expect(result.status == 64, "\(result.all)")
        }
        #expect(try workspace.run("eval", "--run", "ab", "--before", "2026-H1").status == 64)
    }
}
