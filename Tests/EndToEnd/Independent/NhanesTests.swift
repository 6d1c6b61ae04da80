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
        }
        // 8,591 participants, of whom 7,846 were measured.
        #expect(figure.total.n + figure.total.missing == 8591)
    }
}
