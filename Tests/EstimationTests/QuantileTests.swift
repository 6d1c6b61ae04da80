import Estimation
import Testing

@Suite("Quantiles")
struct QuantileTests {
    @Test(
        "Of 1, 2, 4, 8 the rules give the least value with that share at or below it, or straight lines between",
        arguments: [
            (QuantileRule.math, 0.0, 1.0), (.math, 0.25, 1), (.math, 0.26, 2), (.math, 0.5, 2), (.math, 0.51, 4),
            (.math, 0.75, 4), (.math, 1, 8), (.hf7, 0, 1), (.hf7, 0.5, 3), (.hf7, 0.25, 1.75), (.hf7, 0.75, 5),
            (.hf7, 1, 8),
        ])
    func rules(_ rule: QuantileRule, _ probability: Double, _ expected: Double) throws {
        let design = try SurveyDesign(weights: .one, unitCount: 4)
        let quantile = try #require(try design.quantile(probability, of: [8, 1, 4, 2], rule: rule))
        #expect(quantile.value == expected)
        #expect(quantile.rule == rule && quantile.probability == probability)
    }

    @Test("Weights count as so many units under the rule math")
    func weights() throws {
        let design = try SurveyDesign(weights: .given([1, 5, 2, 0]))
        let y: [Double] = [10, 20, 30, 5]
        #expect(try design.quantile(0.1, of: y)?.value == 10)
        #expect(try design.quantile(0.5, of: y)?.value == 20)
        #expect(try design.quantile(0.75, of: y)?.value == 20)
        #expect(try design.quantile(0.76, of: y)?.value == 30)
        #expect(try design.quantile(0, of: y)?.value == 10)
    }

    @Test("Weights that are no round numbers leave the middle of equal ones where it is")
    func equalWeights() throws {
        let design = try SurveyDesign(weights: .given(Array(repeating: 0.1, count: 10)))
        let y = (1...10).map(Double.init)
        for place in 1...10 { #expect(try design.quantile(Double(place) / 10, of: y)?.value == Double(place)) }
    }

    @Test("Nobody with a value has no quantile; one has only that")
    func few() throws {
        let design = try SurveyDesign(weights: .one, unitCount: 3)
        #expect(try design.quantile(0.5, of: [.nan, .nan, .nan]) == nil)
        #expect(try design.quantile(0.5, of: [1, 2, 3], in: try design.domain(of: [])) == nil)
        for rule in QuantileRule.allCases {
            #expect(try design.quantile(0.3, of: [.nan, 6, .nan], rule: rule)?.value == 6)
        }
    }

    @Test("The interval is that of the share at or below, carried back; beyond the values there is none")
    func interval() throws {
        let design = try SurveyDesign(weights: .one, unitCount: 100)
        let y = (1...100).map(Double.init)
        let median = try #require(try design.quantile(0.5, of: y))
        let ends = try median.interval(.wald)
        let share = try median.share.interval(.wald)
        #expect(median.share.value == 0.5)
        #expect(ends.lower == (share.lower * 100).rounded(.up) && ends.upper == (share.upper * 100).rounded(.up))
        let low = try #require(try design.quantile(0.01, of: y))
        #expect(throws: NoInterval.beyondValues) { try low.interval(.wald) }
        #expect(try low.interval(.logit).lower == 1)
    }

    @Test("A quantile can be a source of derived figures, with its own error")
    func source() throws {
        let design = try SurveyDesign(weights: .one, unitCount: 60)
        let y = (0..<60).map { Double(($0 * 37) % 61) }
        let median = try #require(try design.quantile(0.5, of: y))
        let doubled = try Estimate.combination(of: [try median.estimate()], coefficients: [2])
        #expect(doubled.value == 2 * median.value)
        #expect(isClose(try #require(doubled.standardError), 2 * (try median.standardError())))
        // A larger mean comes with a larger median.
        let mean = try #require(try design.mean(of: y))
        #expect(try #require(mean.covariance(with: try median.estimate())) > 0)
    }
}
