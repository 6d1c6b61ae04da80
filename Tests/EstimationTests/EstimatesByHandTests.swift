import Estimation
import Testing

/// Small samples whose figures are worked out on paper.
@Suite("Estimates by hand")
struct EstimatesByHandTests {
    private static let strata = [1, 1, 1, 2, 2]
    private static let y: [Double] = [1, 2, 6, 4, 8]

    private static func design(_ population: FinitePopulation? = nil) throws -> SurveyDesign {
        try SurveyDesign(
            stages: [SamplingStage(strata: strata, population: population)], weights: .given([10, 10, 10, 20, 20]))
    }

    @Test("The total of a stratified sample, its variance and degrees of freedom")
    func stratifiedTotal() throws {
        // w y = 10, 20, 60 | 80, 160; squares around 30: 400 + 100 + 900; around 120: 1600 + 1600.
        let total = try EstimatesByHandTests.design().total(of: EstimatesByHandTests.y)
        #expect(total.value == 330)
        #expect(isClose(try #require(total.variance), 1.5 * 1400 + 2 * 3200))
        #expect(total.degreesOfFreedom == 3)
        #expect(total.numerator == 330 && total.denominator == 70)
    }

    @Test("The population corrects the variance, as sizes and as fractions alike")
    func finitePopulation() throws {
        let sizes = try EstimatesByHandTests.design(.sizes([30, 30, 30, 40, 40]))
        let fractions = try EstimatesByHandTests.design(.fractions([0.1, 0.1, 0.1, 0.05, 0.05]))
        for design in [sizes, fractions] {
            let variance = try #require(try design.total(of: EstimatesByHandTests.y).variance)
            #expect(isClose(variance, 0.9 * 2100 + 0.95 * 6400))
        }
    }

    @Test("A mean is the ratio of two totals, and its influence values add up to nothing")
    func mean() throws {
        let design = try EstimatesByHandTests.design()
        let mean = try #require(try design.mean(of: EstimatesByHandTests.y))
        #expect(isClose(mean.value, 330.0 / 70))
        let influence = mean.influenceValues
        #expect(isClose(influence[0], 10 * (1 - 330.0 / 70) / 70))
        #expect(abs(influence.reduce(0, +)) < 1e-12)
    }

    @Test("A domain keeps strata and clusters that have no member")
    func domain() throws {
        // t = 10, 0, 0 | 80, 0: means 10/3 and 40 over n_h of the whole design.
        let design = try EstimatesByHandTests.design()
        let total = try design.total(of: EstimatesByHandTests.y, in: try design.domain(of: [0, 3]))
        let first = 1.5 * (400.0 / 9 + 2 * 100.0 / 9) * 1
        #expect(isClose(try #require(total.variance), first + 2 * 3200))
        #expect(total.degreesOfFreedom == 0)
        #expect(total.unitCount == 2)
    }

    @Test("A missing value leaves its unit in the design, and in the domain")
    func missing() throws {
        let design = try EstimatesByHandTests.design()
        var values = EstimatesByHandTests.y
        values[1] = .nan
        let mean = try #require(try design.mean(of: values))
        let same = try #require(
            try design.mean(of: EstimatesByHandTests.y, in: try design.domain(of: [0, 2, 3, 4])))
        #expect(mean.value == same.value && mean.variance == same.variance)
        #expect(mean.unitCount == 4 && mean.domainCount == 5)
        #expect(mean.degreesOfFreedom == 3 && same.degreesOfFreedom == 2)
    }

    @Test("A unit of weight 0 is part of the design and counts for nothing; it is told")
    func zeroWeights() throws {
        let design = try SurveyDesign(stages: [SamplingStage()], weights: .given([1, 1, 0]))
        let total = try design.total(of: [3, 5, 100])
        // t = 3, 5, 0 around 8/3.
        #expect(total.value == 8)
        #expect(isClose(try #require(total.variance), 1.5 * (1.0 / 9 + 49.0 / 9 + 64.0 / 9)))
        #expect(total.degreesOfFreedom == 1)
        #expect(design.unitWeights.count { $0 == 0 } == 1)
    }

    @Test("Two stages: the variance within clusters comes with the part of the clusters that was drawn")
    func twoStages() throws {
        // 2 of 4 clusters, 2 of 3 and 2 of 2 units: w = 2·3/2 and 2·1.
        let stages = [
            SamplingStage(clusters: [7, 7, 8, 8], population: .sizes([4, 4, 4, 4])),
            SamplingStage(clusters: [1, 2, 1, 2], population: .sizes([3, 3, 2, 2])),
        ]
        let design = try SurveyDesign(stages: stages, weights: .fromPopulation)
        #expect(design.unitWeights == [3, 3, 2, 2])
        let total = try design.total(of: [1, 2, 5, 9])
        // Clusters: 9 and 28; within the first 3 and 6, within the second nothing as all was drawn.
        let between = 0.5 * 2 * (19 * 19 / 2.0)
        let within = 0.5 * (1.0 / 3 * 2 * (9 / 2.0))
        #expect(isClose(try #require(total.variance), between + within))
        #expect(design.clusterCount == 2 && design.stratumCount == 1)
    }

    @Test("Without populations the later stages are within the first, and change nothing")
    func ultimateClusters() throws {
        let clusters = [1, 1, 2, 2, 3, 3]
        let weights = SamplingWeights.given([1, 2, 3, 4, 5, 6])
        let one = try SurveyDesign(stages: [SamplingStage(clusters: clusters)], weights: weights)
        let two = try SurveyDesign(
            stages: [SamplingStage(clusters: clusters), SamplingStage(clusters: [1, 2, 1, 2, 1, 2])], weights: weights)
        let y: [Double] = [4, 1, 7, 7, 2, 9]
        #expect(try one.total(of: y).variance == two.total(of: y).variance)
    }

    @Test("The same cluster number in two strata is two clusters")
    func nesting() throws {
        let nested = try SurveyDesign(
            stages: [SamplingStage(strata: [1, 1, 2, 2], clusters: [1, 2, 1, 2])], weights: .one)
        #expect(nested.clusterCount == 4)
        #expect(nested.stratumCount == 2)
    }

    @Test("A simple random sample has a design effect of 1; drawn with replacement, more by its missing correction")
    func designEffect() throws {
        let y: [Double] = [1, 4, 4, 7, 9, 10, 12, 15]
        let stage = SamplingStage(population: .sizes(Array(repeating: 40, count: 8)))
        let effect = try SurveyDesign(stages: [stage], weights: .fromPopulation).mean(of: y)?.designEffect
        #expect(isClose(try #require(effect), 1))
        let free = try SurveyDesign(stages: [], weights: .given(Array(repeating: 5, count: 8)))
        #expect(isClose(try #require(try free.mean(of: y)?.designEffect), 1 / (1 - 8.0 / 40)))
        let total = try free.total(of: y)
        #expect(isClose(try #require(total.designEffect), 1 / (1 - 8.0 / 40)))
    }

    @Test("Where everyone was drawn there is no sampling error and no interval")
    func census() throws {
        let stage = SamplingStage(strata: [1, 1, 2], population: .sizes([2, 2, 1]))
        let design = try SurveyDesign(stages: [stage], weights: .fromPopulation)
        let share = try #require(try design.share(of: [1, 0, 1]))
        #expect(design.isCensus && share.isCensus)
        #expect(share.variance == 0)
        #expect(throws: NoInterval.census) { try share.interval(.logit) }
    }

    @Test("Where a sum of weights or of denominators is 0 there is no mean and no ratio")
    func zeroDenominators() throws {
        let design = try EstimatesByHandTests.design()
        let nobody = try design.domain(of: [])
        #expect(try design.mean(of: EstimatesByHandTests.y, in: nobody) == nil)
        #expect(try design.ratio(of: EstimatesByHandTests.y, to: [1, -1, 0, 0, 0]) == nil)
        let total = try design.total(of: EstimatesByHandTests.y, in: nobody)
        #expect(total.value == 0 && total.variance == 0 && total.degreesOfFreedom == 0)
        #expect(throws: NoInterval.noDegreesOfFreedom) { try total.interval(.wald) }
    }
}
