import Estimation
import Testing

/// A stratum of which one cluster was drawn, though it has more.
@Suite("Strata with one cluster")
struct SingleUnitTests {
    // t = 10, 20, 60 | 80 | 7, and the last stratum has one cluster only.
    private static let strata = [1, 1, 1, 2, 3]
    private static let sizes: [Double] = [30, 30, 30, 10, 1]
    private static let y: [Double] = [1, 2, 6, 8, 7]

    private static func design(_ rule: SingleUnitRule) throws -> SurveyDesign {
        try SurveyDesign(
            stages: [SamplingStage(strata: strata, population: .sizes(sizes))], weights: .fromPopulation,
            singleUnits: rule)
    }

    @Test("The design tells which they are, under any rule", arguments: SingleUnitRule.allCases)
    func told(_ rule: SingleUnitRule) throws {
        let design = try SingleUnitTests.design(rule)
        #expect(design.singleUnitStrata == [StratumPlace(stage: 1, stratum: 2)])
        #expect(!design.isCensus)
    }

    @Test("By default they refuse an error and an interval, by name; the estimate stays")
    func fail() throws {
        let total = try SingleUnitTests.design(.fail).total(of: SingleUnitTests.y)
        #expect(total.value == 177)
        #expect(total.variance == nil && total.standardError == nil && total.designEffect == nil)
        #expect(throws: NoInterval.singleUnitStrata([StratumPlace(stage: 1, stratum: 2)])) {
            try total.interval(.wald)
        }
    }

    @Test("A domain that does not reach into them has its error")
    func untouched() throws {
        let design = try SingleUnitTests.design(.fail)
        let total = try design.total(of: SingleUnitTests.y, in: try design.domain(of: [0, 1, 2, 4]))
        #expect(isClose(try #require(total.variance), 0.9 * 1.5 * 1400))
    }

    @Test(
        // 0.9 · 1.5 · 1400, with 0.9 · 80² besides, and times 3/2.
        "They add nothing, the square of their total, or what the others add on average",
        arguments: [
            (SingleUnitRule.certainty, 1890.0), (.adjust, 7650.0), (.average, 2835.0),
        ])
    func rules(_ rule: SingleUnitRule, _ expected: Double) throws {
        let total = try SingleUnitTests.design(rule).total(of: SingleUnitTests.y)
        #expect(isClose(try #require(total.variance), expected))
        #expect(total.singleUnitStrata.isEmpty)
    }

    @Test("Where all strata have one cluster there is no average")
    func noAverage() throws {
        let design = try SurveyDesign(
            stages: [SamplingStage(strata: [1, 2])], weights: .one, singleUnits: .average)
        let total = try design.total(of: [1, 2])
        #expect(total.variance == nil)
        #expect(total.singleUnitStrata.map(\.stratum) == [1, 2])
    }

    @Test("At the second stage they are told with the cluster they lie in")
    func secondStage() throws {
        let stages = [
            SamplingStage(clusters: [5, 5, 9], population: .sizes([4, 4, 4])),
            SamplingStage(clusters: [1, 2, 1], population: .sizes([2, 2, 3])),
        ]
        let design = try SurveyDesign(stages: stages, weights: .fromPopulation)
        #expect(design.singleUnitStrata == [StratumPlace(stage: 2, cluster: 9, stratum: 0)])
        let certain = try SurveyDesign(stages: stages, weights: .fromPopulation, singleUnits: .certainty)
        // Clusters 2·(1 + 3) and 6·4, half of which were drawn.
        #expect(isClose(try #require(try certain.total(of: [1, 3, 4]).variance), 0.5 * 2 * 128))
    }
}
