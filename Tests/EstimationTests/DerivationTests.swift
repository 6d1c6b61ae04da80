import Estimation
import Foundation
import Testing

@Suite("Derived estimates")
struct DerivationTests {
    private static let y: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
    private static let x: [Double] = [2, 7, 1, 8, 2, 8, 1, 8]

    private static func design() throws -> SurveyDesign {
        try SurveyDesign(
            stages: [SamplingStage(strata: [1, 1, 1, 1, 2, 2, 2, 2])], weights: .given([1, 2, 3, 4, 4, 3, 2, 1]))
    }

    @Test("The quotient of two totals has the error of their ratio")
    func quotient() throws {
        let design = try DerivationTests.design()
        let (top, bottom) = (try design.total(of: DerivationTests.y), try design.total(of: DerivationTests.x))
        let ratio = try #require(try design.ratio(of: DerivationTests.y, to: DerivationTests.x))
        let derived = try Estimate.function(of: [top, bottom]) { $0[0] / $0[1] }
        #expect(isClose(derived.value, ratio.value))
        #expect(isClose(try #require(derived.variance), try #require(ratio.variance)))
        #expect(derived.kind == .derived && derived.degreesOfFreedom == 6)
    }

    @Test("A difference has the variance V + V − 2 Cov, over domains too")
    func difference() throws {
        let design = try DerivationTests.design()
        let domain = try design.domain(of: [0, 1, 4, 5, 6])
        let first = try #require(try design.mean(of: DerivationTests.y, in: domain))
        let second = try #require(try design.mean(of: DerivationTests.x, in: try design.domain(of: [1, 2, 3, 5, 7])))
        let covariance = try #require(first.covariance(with: second))
        let (v, w) = (try #require(first.variance), try #require(second.variance))
        let difference = try first.difference(from: second)
        #expect(isClose(difference.value, first.value - second.value))
        #expect(isClose(try #require(difference.variance), v + w - 2 * covariance))
        #expect(isClose(try #require(first.covariance(with: first)), v))
        #expect(try first.difference(from: first).variance == 0)
    }

    @Test("Estimates over two designs are independent: variances and degrees of freedom add up")
    func independent() throws {
        let (first, second) = (try DerivationTests.design(), try DerivationTests.design())
        let (left, right) = (try first.total(of: DerivationTests.y), try second.total(of: DerivationTests.y))
        #expect(left.covariance(with: right) == 0)
        let sum = try Estimate.combination(of: [left, right], coefficients: [1, 2])
        #expect(isClose(try #require(sum.variance), 5 * (try #require(left.variance))))
        #expect(sum.degreesOfFreedom == 12)
        #expect(sum.influenceValues.isEmpty)
    }

    @Test("A census adds its value and no error")
    func census() throws {
        let everyone = try SurveyDesign(
            stages: [SamplingStage(population: .sizes([2, 2]))], weights: .fromPopulation)
        let known = try everyone.total(of: [10, 20])
        let sampled = try DerivationTests.design().total(of: DerivationTests.y)
        let share = try Estimate.function(of: [sampled, known]) { $0[0] / $0[1] }
        #expect(isClose(try #require(share.standardError), try #require(sampled.standardError) / 30))
        #expect(share.degreesOfFreedom == sampled.degreesOfFreedom)
        #expect(!share.isCensus)
    }

    @Test("The same households in two rounds: what they share takes away from the error of the change")
    func rounds() throws {
        // Six households, each with a record a round, the second a little higher.
        let stage = SamplingStage(clusters: [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6])
        let design = try SurveyDesign(stages: [stage], weights: .one)
        let y: [Double] = [1, 3, 5, 7, 9, 11, 2, 4, 7, 8, 10, 13]
        let rounds = try design.domains(by: [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
        let before = try #require(try design.mean(of: y, in: rounds[1]))
        let change = try #require(try design.mean(of: y, in: rounds[2])).difference(from: before)
        // The changes are 1, 1, 2, 1, 1, 2: their mean's variance is 6/5 · Σ (d − 4/3)²/36.
        #expect(isClose(change.value, 4.0 / 3))
        #expect(isClose(try #require(change.variance), 6.0 / 5 * (4.0 / 3) / 36))
        #expect(change.degreesOfFreedom == 5)
    }

    @Test("Derivatives are right to 1e-9, also where the function ends near by")
    func derivatives() throws {
        let design = try DerivationTests.design()
        let mean = try #require(try design.mean(of: DerivationTests.y))
        let error = try #require(mean.standardError)
        let functions: [(([Double]) -> Double?, Double)] = [
            ({ $0[0] * $0[0] }, 2 * mean.value), ({ log($0[0]) }, 1 / mean.value), ({ exp($0[0]) }, exp(mean.value)),
            ({ $0[0] < mean.value + 1e-4 ? 3 * $0[0] : nil }, 3), ({ _ in 7 }, 0),
        ]
        for (function, slope) in functions {
            let derived = try Estimate.function(of: [mean], function)
            #expect(abs(try #require(derived.standardError) - slope * error) <= 1e-9 * slope * error)
        }
    }

    @Test("A function without a value, or with no derivative, is told; so are too few coefficients")
    func undefined() throws {
        let total = try DerivationTests.design().total(of: DerivationTests.y)
        #expect(throws: EstimationError.functionUndefined) { try Estimate.function(of: [total]) { _ in nil } }
        #expect(throws: EstimationError.functionUndefined) { try Estimate.function(of: [total]) { $0[0] / 0 } }
        #expect(throws: EstimationError.functionUndefined) {
            try Estimate.function(of: [total]) { $0[0] == total.value ? 1 : nil }
        }
        #expect(throws: EstimationError.wrongTermCount(estimates: 1, coefficients: 2)) {
            try Estimate.combination(of: [total], coefficients: [1, 2])
        }
        #expect(throws: EstimationError.wrongTermCount(estimates: 0, coefficients: 0)) {
            try Estimate.combination(of: [], coefficients: [])
        }
        #expect(throws: EstimationError.overflow) { try Estimate.combination(of: [total], coefficients: [.nan]) }
    }

    @Test("Strata with one cluster leave derived errors and covariances open too")
    func singleUnits() throws {
        let design = try SurveyDesign(stages: [SamplingStage(strata: [1, 2, 2])], weights: .one)
        let total = try design.total(of: [1, 2, 3])
        let doubled = try Estimate.combination(of: [total], coefficients: [2])
        #expect(doubled.variance == nil && doubled.singleUnitStrata == [StratumPlace(stage: 1, stratum: 1)])
        #expect(total.covariance(with: total) == nil)
    }
}
