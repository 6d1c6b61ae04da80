import Estimation
import Foundation
import Testing

/// High cholesterol in NHANES 2009–2010: strata, clusters, weights, values that are missing.
@Suite("NHANES")
struct NhanesTests {
    private struct Expected: Decodable {
        let expected: [Figure]
    }

    struct Figure: Decodable, Sendable, CustomTestStringConvertible {
        let by: String?
        let level: String?
        let share: Double
        let se: Double
        let df: Int
        let ci_mean: [Double]
        let ci_beta: [Double]?
        let deff: Double?
        let n: Int?

        var testDescription: String { "\(by ?? "all") \(level ?? "")" }
    }

    private static let table = Golden.Table(Golden.nhanes)
    private static let published: [Figure] = {
        let file = "Golden/nhanes-expected.json"
        return (try? JSONDecoder().decode(Expected.self, from: Golden.data(file)))?.expected ?? []
    }()

    private static let design = Result {
        let stage = SamplingStage(strata: try table.codes("SDMVSTRA"), clusters: try table.codes("SDMVPSU"))
        return try SurveyDesign(stages: [stage], weights: .given(try table.numbers("WTMEC2YR")))
    }

    private static func share(by name: String?, level: String?) throws -> Estimate? {
        let design = try design.get()
        let values = try table.numbers("HI_CHOL")
        guard let name, let level else { return try design.share(of: values) }
        return try design.share(of: values, in: try design.domain(where: try table.texts(name).map { $0 == level }))
    }

    @Test("All the figures are there to be compared")
    func complete() { #expect(NhanesTests.published.count == 11) }

    @Test("Shares by race, age and sex agree with the published figures to 1e-11", arguments: published)
    func agrees(_ figure: Figure) throws {
        let share = try #require(try NhanesTests.share(by: figure.by, level: figure.level))
        let error = try #require(share.standardError)
        #expect(isClose(share.value, figure.share))
        #expect(isClose(error, figure.se))
        #expect(share.degreesOfFreedom == figure.df)
        let wald = try share.interval(.wald)
        #expect(isClose(wald.lower, figure.ci_mean[0]) && isClose(wald.upper, figure.ci_mean[1]))
        if let ends = figure.ci_beta {
            let beta = try share.interval(.beta)
            #expect(isClose(beta.lower, ends[0]) && isClose(beta.upper, ends[1]))
        }
        if let effect = figure.deff { #expect(isClose(try #require(share.designEffect), effect)) }
        if let count = figure.n { #expect(share.unitCount == count) }
    }

    @Test("So do all their intervals", arguments: Golden.rows("nhanes"))
    func agreesWithR(_ row: Golden.Row) throws {
        let figures = try NhanesTests.figures.get()
        let found = try #require(figures[row.name])
        #expect(isClose(found, row.value), "\(found) is not \(row.value)")
    }

    private static let figures = Result { () throws -> [String: Double] in
        var figures = Figures()
        for name in ["all", "race", "RIAGENDR", "agecat"] {
            let texts = name == "all" ? [""] : Set(try table.texts(name)).sorted()
            for (place, text) in texts.enumerated() {
                let share = try #require(
                    name == "all" ? try share(by: nil, level: nil) : try share(by: name, level: text))
                let named = "nhanes.\(name).\(place + 1)"
                figures.put("\(named).df", Double(share.degreesOfFreedom))
                figures.put("\(named).share", share)
                try figures.putIntervals("\(named).share", share)
            }
        }
        return figures.values
    }
}
