import Estimation
import Testing

/// What is wrong is told with its facts, and nothing crashes.
@Suite("Bad input")
struct BadInputTests {
    private static let place = StratumPlace(stage: 1, stratum: 4)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var stages: [SamplingStage] = []
        var weights = SamplingWeights.one
        let error: EstimationError
    }

    private static let cases = [
        Case(testDescription: "nobody", weights: .given([]), error: .noUnits),
        Case(
            testDescription: "missing weights", weights: .given([1, .nan, .nan]),
            error: .weightMissing(unit: 1, count: 2)),
        Case(
            testDescription: "negative weights", weights: .given([1, -2, 3, -4]),
            error: .weightNegative(unit: 1, weight: -2, count: 2)),
        Case(
            testDescription: "endless weights", weights: .given([.infinity]),
            error: .weightInfinite(unit: 0, count: 1)),
        Case(
            testDescription: "too few strata", stages: [SamplingStage(strata: [1])], weights: .given([1, 1]),
            error: .wrongLength(.strata(stage: 1), expected: 2, found: 1)),
        Case(
            testDescription: "too many clusters",
            stages: [SamplingStage(strata: [1, 2]), SamplingStage(clusters: [1, 2, 3])],
            error: .wrongLength(.clusters(stage: 2), expected: 2, found: 3)),
        Case(
            testDescription: "too few populations", stages: [SamplingStage(strata: [1, 1], population: .sizes([9]))],
            error: .wrongLength(.population(stage: 1), expected: 2, found: 1)),
        Case(
            testDescription: "a population smaller than its sample",
            stages: [SamplingStage(strata: [4, 4, 9], population: .sizes([1, 1, 5]))],
            error: .populationTooSmall(place, population: 1, sample: 2)),
        Case(
            testDescription: "a population that varies",
            stages: [SamplingStage(strata: [4, 4, 9], population: .sizes([5, 6, 5]))],
            error: .populationVaries(place, first: 5, second: 6)),
        Case(
            testDescription: "a population that is missing",
            stages: [SamplingStage(strata: [4, 4, 9], population: .sizes([5, .nan, 5]))],
            error: .populationMissing(place)),
        Case(
            testDescription: "a fraction above 1",
            stages: [SamplingStage(strata: [4, 4], population: .fractions([1.5, 1.5]))],
            error: .fractionOutOfRange(place, fraction: 1.5)),
        Case(
            testDescription: "weights from a population that a stage does not tell",
            stages: [SamplingStage(strata: [1, 1], population: .sizes([5, 5])), SamplingStage()],
            weights: .fromPopulation, error: .weightsUnknown(stage: 2)),
        Case(
            testDescription: "weights from a population without end",
            stages: [SamplingStage(strata: [1], population: .sizes([.infinity]))], weights: .fromPopulation,
            error: .weightInfinite(unit: 0, count: 1)),
    ]

    @Test("A design that is wrong is refused with the place and the numbers", arguments: cases)
    func designs(_ wrong: Case) {
        #expect(throws: wrong.error) { try SurveyDesign(stages: wrong.stages, weights: wrong.weights) }
    }

    @Test("So is a negative count of units")
    func negativeCount() {
        #expect(throws: EstimationError.noUnits) { try SurveyDesign(weights: .one, unitCount: -3) }
        #expect(throws: EstimationError.tooManyUnits(.max)) { try SurveyDesign(weights: .one, unitCount: .max) }
    }

    @Test("Values that do not fit are refused")
    func values() throws {
        let design = try SurveyDesign(weights: .given([1, 1, 1]))
        let other = try SurveyDesign(weights: .given([1, 1, 1]))
        #expect(throws: EstimationError.wrongLength(.values, expected: 3, found: 1)) { try design.mean(of: [1]) }
        #expect(throws: EstimationError.wrongLength(.values, expected: 3, found: 0)) {
            try design.quantile(0.5, of: [])
        }
        #expect(throws: EstimationError.wrongLength(.denominators, expected: 3, found: 2)) {
            try design.ratio(of: [1, 2, 3], to: [1, 2])
        }
        #expect(throws: EstimationError.valueInfinite(unit: 2)) { try design.total(of: [1, 2, .infinity]) }
        #expect(throws: EstimationError.notZeroOrOne(unit: 1, value: 0.5)) { try design.share(of: [1, 0.5, 2]) }
        #expect(throws: EstimationError.overflow) {
            try design.total(of: [.greatestFiniteMagnitude, .greatestFiniteMagnitude, 0])
        }
        #expect(throws: EstimationError.overflow) { try design.mean(of: [1e300, -1e300, 0]) }
        #expect(throws: EstimationError.probabilityOutOfRange(1.2)) { try design.quantile(1.2, of: [1, 2, 3]) }
        #expect(throws: EstimationError.self) { try design.quantile(.nan, of: [1, 2, 3]) }
        #expect(throws: EstimationError.wrongLength(.domain, expected: 3, found: 1)) {
            try design.domain(where: [true])
        }
        #expect(throws: EstimationError.unitOutOfRange(unit: 3, count: 3)) { try design.domain(of: [0, 3]) }
        #expect(throws: EstimationError.unitOutOfRange(unit: -1, count: 3)) { try design.domain(of: [-1]) }
        #expect(throws: EstimationError.foreignDomain) { try design.mean(of: [1, 2, 3], in: other.everyone) }
    }

    @Test("A level outside 0 to 1 has no interval", arguments: [0, 1, -1, 95, Double.nan])
    func levels(_ level: Double) throws {
        let share = try #require(try SurveyDesign(weights: .one, unitCount: 3).share(of: [1, 0, 1]))
        #expect(throws: NoInterval.self) { try share.interval(.logit, level: level) }
    }
}
