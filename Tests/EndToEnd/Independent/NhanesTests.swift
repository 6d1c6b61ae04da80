import Foundation
import Testing

/// NHANES 2009–2010: weighted shares against those computed with R's `survey` (the source is named in the file).
@Suite("A real survey")
struct NhanesTests {
    private struct Reference: Decodable {
        struct Share: Decodable {
            let by: String?
            let level: String?
            let share: Double
            let n: Int?
            let se: Double?
            let df: Int?
            let deff: Double?
            // Estimate ± t(df) se, and Korn and Graubard's.
            let ci_mean: [Double]?
            let ci_beta: [Double]?
        }

        let expected: [Share]
    }

    @Test("The weighted shares of Examples/nhanes are the published ones, in all and by race, sex and age group")
    func shares() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "nhanes-expected.json")
        let expected = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file)).expected
        let workspace = try TemporaryWorkspace(
            of: "Examples/nhanes", copying: ["Surveys", "Rules", "chiso.toml", "nhanes.csv"])
        try workspace.run([
            "data", "import", "participant", workspace.url.appendingPathComponent("nhanes.csv").path, "--date",
            "2010-12-31",
        ])
        let rules = workspace.url.appendingPathComponent("Rules/indicators/intervals.lua")
        try ["wald", "beta"].map { method in
            """
            indicator "high_cholesterol_\(method)" { label = "\(method)", over = "participant", interval = "\(method)",
              component = true, share = function(p) return p.HI_CHOL end, by = { "race", "sex", "age_group" } }

            """
        }.joined().write(to: rules, atomically: true, encoding: .utf8)
        let printed = try PrintedFigures(workspace.run(["eval", "--as-of", "2010-12-31", "--format", "json"]))
        let figure = try #require(printed.figures["high_cholesterol"])
        #expect(printed.method["high_cholesterol"] == "sample")
        #expect(Set(expected.compactMap(\.by)) == ["race", "sex", "age_group"])
        for reference in expected {
            let numbers =
                if let split = reference.by, let level = reference.level {
                    try #require(figure.by[split]?[level])
                } else {
                    figure.total
                }
            let value = try #require(numbers.value)
            #expect(abs(value / 100 - reference.share) <= 1e-9 * reference.share)
            if let n = reference.n { #expect(numbers.n == n) }
            func agrees(_ found: Double?, _ expected: Double?, scale: Double = 100) -> Bool {
                guard let expected else { return true }
                return found.map { abs($0 / scale - expected) <= 1e-9 * abs(expected) } ?? false
            }
            #expect(agrees(numbers.se, reference.se) && agrees(numbers.deff, reference.deff, scale: 1))
            if let df = reference.df { #expect(numbers.df == df) }
            for (method, expected) in [("wald", reference.ci_mean), ("beta", reference.ci_beta)] {
                guard let expected else { continue }
                let other = try #require(printed.figures["high_cholesterol_\(method)"])
                let ends = try reference.by.map { try #require(other.by[$0]?[reference.level ?? ""]) } ?? other.total
                #expect(agrees(ends.ci?.first, expected[0]) && agrees(ends.ci?.last, expected[1]), "\(reference)")
            }
        }
        // 8,591 participants, of whom 7,846 were measured.
        #expect(figure.total.n + figure.total.missing == 8591)
    }
}
