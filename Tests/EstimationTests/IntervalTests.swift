import Estimation
import Foundation
import Testing

@Suite("Intervals")
struct IntervalTests {
    /// Of 20 drawn at random, 7.
    private static func seven() throws -> Estimate {
        try #require(try SurveyDesign(weights: .one, unitCount: 20).share(of: (0..<20).map { $0 < 7 ? 1 : 0 }))
    }

    @Test("Wilson's interval agrees with R's prop.test, Clopper and Pearson's with its binom.test")
    func published() throws {
        let expected = Dictionary(
            uniqueKeysWithValues: Golden.rows("wilson", "clopper").map { ($0.name, $0.value) })
        let share = try IntervalTests.seven()
        for (method, name) in [(IntervalMethod.wilson, "wilson"), (.clopperPearson, "clopper")] {
            let ends = try share.interval(method)
            #expect(isClose(ends.lower, try #require(expected["\(name).low"])))
            #expect(isClose(ends.upper, try #require(expected["\(name).high"])))
            #expect(ends.method == method && ends.level == 0.95)
        }
    }

    @Test("Korn and Graubard's interval of a simple random sample is the exact one of an effective size of n − 1")
    func simple() throws {
        let share = try IntervalTests.seven()
        // s² = p(1 − p)/(n − 1) and df = n − 1, so that n* = 19.
        let twenty = try share.interval(.clopperPearson)
        let nineteen = try share.interval(.beta)
        #expect(nineteen.lower < twenty.lower && nineteen.upper > twenty.upper)
    }

    @Test("Nobody and everybody have Clopper and Pearson's interval, named so, whatever is asked for")
    func extremes() throws {
        let design = try SurveyDesign(weights: .given(Array(repeating: 3, count: 12)))
        let none = try #require(try design.share(of: Array(repeating: 0, count: 12)))
        let all = try #require(try design.share(of: Array(repeating: 1, count: 12)))
        let far = pow(0.025, 1.0 / 12)
        let light = try SurveyDesign(weights: .given(Array(repeating: 3, count: 12) + [0]))
        let same = try #require(try light.share(of: Array(repeating: 0, count: 13))).interval(.logit)
        #expect(isClose(same.upper, 1 - far))
        for method in IntervalMethod.allCases {
            let (low, high) = (try none.interval(method), try all.interval(method))
            #expect(low.lower == 0 && isClose(low.upper, 1 - far))
            #expect(isClose(high.lower, far) && high.upper == 1)
            #expect(low.method == .clopperPearson && high.method == .clopperPearson)
        }
    }

    @Test("All but Wald's stay between 0 and 1, hold the share, and widen with the level", arguments: 1...39)
    func bounds(_ yes: Int) throws {
        let design = try SurveyDesign(stages: [SamplingStage(clusters: (0..<40).map { $0 / 4 })], weights: .one)
        let share = try #require(try design.share(of: (0..<40).map { ($0 * 7) % 40 < yes ? 1 : 0 }))
        for method in IntervalMethod.allCases {
            let (narrow, wide) = (try share.interval(method, level: 0.8), try share.interval(method, level: 0.99))
            #expect(narrow.lower <= share.value && share.value <= narrow.upper)
            #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper)
            if method != .wald { #expect(wide.lower >= 0 && wide.upper <= 1) }
        }
    }

    @Test("A share that known totals settle has an interval of no width worth the name")
    func settled() throws {
        let cells = [1, 1, 1, 2, 2, 2, 2]
        let design = try SurveyDesign(weights: .given([1.1, 2.3, 3.7, 1.9, 2.2, 4.1, 5.3])).poststratified(
            to: Margin(cells: cells, totals: [1: 30, 2: 70]))
        let share = try #require(try design.share(of: cells.map { $0 == 1 ? 1 : 0 }))
        for method in IntervalMethod.allCases where method != .clopperPearson {
            let ends = try share.interval(method)
            #expect(abs(ends.lower - 0.3) < 1e-9 && abs(ends.upper - 0.3) < 1e-9)
        }
    }

    @Test("Hardly any spread: the exact interval meets the normal one", arguments: [1e-4, 1e-5, 1e-6, 1e-8])
    func narrow(_ spread: Double) throws {
        // Four clusters with shares of ½ and a little more or less.
        let weights = [1 + spread, 1, 1, 1 + spread, 1 + 2 * spread, 1, 1, 1 + spread]
        let design = try SurveyDesign(
            stages: [SamplingStage(clusters: [1, 1, 2, 2, 3, 3, 4, 4])], weights: .given(weights))
        let share = try #require(try design.share(of: [1, 0, 1, 0, 1, 0, 1, 0]))
        let (beta, wilson) = (try share.interval(.beta), try share.interval(.wilson))
        #expect(beta.upper > share.value && beta.lower < share.value)
        #expect(abs(beta.upper - wilson.upper) < 1e-3 * (beta.upper - share.value))
        #expect(abs(beta.lower - wilson.lower) < 1e-3 * (share.value - beta.lower))
    }

    @Test("A share and its complement have mirrored intervals", arguments: IntervalMethod.allCases)
    func complement(_ method: IntervalMethod) throws {
        let design = try SurveyDesign(
            stages: [SamplingStage(strata: [1, 1, 1, 2, 2, 2])], weights: .given([1, 2, 3, 1, 1, 4]))
        let yes: [Double] = [1, 0, 0, 1, 1, 0]
        let share = try #require(try design.share(of: yes)).interval(method)
        let other = try #require(try design.share(of: yes.map { 1 - $0 })).interval(method)
        #expect(abs(share.lower + other.upper - 1) < 1e-12)
        #expect(abs(share.upper + other.lower - 1) < 1e-12)
    }

    @Test("A cluster alone in its domain has no interval, a mean none of those of shares")
    func none() throws {
        let design = try SurveyDesign(stages: [SamplingStage(clusters: [1, 1, 2, 2])], weights: .one)
        let alone = try #require(try design.share(of: [1, 0, 1, 1], in: try design.domain(of: [0, 1])))
        #expect(throws: NoInterval.noDegreesOfFreedom) { try alone.interval(.logit) }
        #expect(try #require(alone.standardError) >= 0)
        let mean = try #require(try design.mean(of: [1, 4, 9, 2]))
        #expect(throws: NoInterval.needsShare(.logit)) { try mean.interval(.logit) }
        let ends = try mean.interval(.wald)
        // t of one degree of freedom is 1/tan(π/40).
        let half = try #require(mean.standardError) / tan(Double.pi / 40)
        #expect(isClose(ends.lower, 4 - half) && isClose(ends.upper, 4 + half))
    }
}
