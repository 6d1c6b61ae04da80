import Foundation
import Testing

@Suite("chiso eval")
struct EvaluationTests {
    private static let scripts = [
        "chiso.toml": "[locale]\nlanguage = \"en\"\n",
        "Surveys/house.lua": """
        form "house" {
          version = 1, label = "House", key = { "no" }, round = "half_year",
          text "no" { label = "No" },
          yes_no "net" { label = "Net" },
          decimal "speed" { label = "Speed", relevant = function(h) return h.net end },
        }
        """,
        "Rules/indicators/house.lua": """
        indicator "online" { label = "Online", over = "house", share = function(h) return h.net end }
        indicator "speed" { label = "Speed", over = "house", mean = function(h) return h.speed end }
        indicator "fast" { label = "Fast", over = "house", by = { "net" },
          share = function(h) return h.speed >= 30 end }
        """,
    ]

    /// A workspace with houses 1 to 7 in some order; every third has no connection.
    private func workspace(_ order: [Int]) throws -> TemporaryWorkspace {
        let rows = order.map { "\($0),\($0 % 3 == 0 ? "no," : "yes,\($0).1")" }
        let workspace = try TemporaryWorkspace(
            files: Self.scripts.merging(["house.csv": "no,net,speed\n" + rows.joined(separator: "\n") + "\n"]) { $1 })
        try workspace.run([
            "data", "import", "house", workspace.url.appendingPathComponent("house.csv").path, "--date", "2026-06-30",
        ])
        return workspace
    }

    private static let evaluation = ["eval", "--as-of", "2026-06-30", "--format", "json"]

    @Test(
        "Figures with failed records are printed all the same, the records told with their places, and the code is 65")
    func failedRecords() throws {
        let workspace = try workspace(Array(1...7))
        let result = try workspace.result(of: Self.evaluation)
        #expect(result.status == 65)
        let figures = try PrintedFigures(result.output).figures
        let online = try #require(figures["online"]).total
        #expect((online.numerator, online.denominator) == (5, 7))
        let fast = try #require(figures["fast"]).total
        #expect((fast.n, fast.value) == (5, 0))
        #expect(result.output.contains("\"failed\": 2") || result.output.contains("\"failed\":2"))
        let lines = result.errors.split(separator: "\n")
        #expect(lines[0].hasPrefix("Rules/indicators/house.lua:4:38: error: ") && lines[0].hasSuffix("[E-NIL-001]"))
        #expect(lines[1] == "      share = function(h) return h.speed >= 30 end }")
        #expect(lines[2] == "                                         ^")
        #expect(lines[3].hasPrefix("    fast: 2 records: "))
        #expect(lines[4] == "    speed = not asked")
        #expect(lines.count == 6)
    }

    @Test("The same records stored in another order give the same figures to the byte")
    func order() throws {
        func printed(_ order: [Int]) throws -> Substring {
            let output = try workspace(order).result(of: Self.evaluation).output
            let start = try #require(output.range(of: "\"indicators\""))
            return output[start.lowerBound...]
        }
        #expect(try printed([1, 2, 3, 4, 5, 6, 7]) == printed([6, 2, 7, 1, 3, 5, 4]))
    }

    @Test("Evaluated twice as known at one instant, a store gives the same bytes, run and all")
    func repeated() throws {
        let workspace = try workspace([1, 2, 4])
        let arguments = Self.evaluation + ["--known-at", "2100-01-01"]
        #expect(try workspace.run(arguments) == workspace.run(arguments))
    }

    @Test(
        "A filter leaves out the indicators it does not fit; where one was named, or none fits, it is an error of use")
    func filters() throws {
        let workspace = try workspace([1, 2, 3, 4])
        try Data(
            """
            form "road" { version = 1, label = "Road", integer "km" { label = "Km" } }
            """.utf8
        ).write(to: workspace.url.appendingPathComponent("Surveys/road.lua"))
        try Data(
            """
            indicator "roads" { label = "Roads", over = "road", total = function(r) return r.km end }
            """.utf8
        ).write(to: workspace.url.appendingPathComponent("Rules/indicators/road.lua"))
        let all = try PrintedFigures(workspace.run(Self.evaluation + ["--where", "net=yes"]))
        #expect(Set(all.figures.keys) == ["online", "speed", "fast"])
        #expect(all.figures["online"]?.total.n == 3)
        for arguments in [["roads"], ["online", "roads"]] {
            let result = try workspace.result(of: ["eval"] + arguments + ["--where", "net=yes"])
            #expect(result.status == 64)
            #expect(result.errors.contains("roads"))
        }
    }
}
