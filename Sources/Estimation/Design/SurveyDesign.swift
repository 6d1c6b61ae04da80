/// A sample with the design that it was drawn by: what comes in.
///
/// It is checked once, and then gives any number of estimates, for everyone or for domains. Columns hold an entry for
/// each unit, in any order: shuffled units change no bit of an estimate, nor do threads, since sums are exact
/// (`ExactSum`). What comes out are `Estimate`s, with standard errors, intervals and influence values, from which
/// further ones are derived.
///
/// ```swift
/// let design = try SurveyDesign(
///     stages: [SamplingStage(strata: strata, clusters: clusters)], weights: .given(weights))
/// let women = try design.domain(where: isWoman)
/// let share = try design.share(of: hasAccount, in: women)
/// let interval = try share?.interval(.logit, level: 0.95)
/// ```
///
/// Keep one design for one sample: estimates are known to share a sample by it, and what comes from two designs counts
/// as independent.
public struct SurveyDesign: Sendable {
    let structure: DesignStructure
    /// The weight at each position.
    let weights: [Double]
    /// The calibrations that made the weights what they are, in their order.
    let calibrations: [Calibration]

    /// Checks a design.
    /// - Parameters:
    ///   - stages: the stages of sampling, outermost first; none for a simple random sample of units.
    ///   - unitCount: how many units there are, where neither weights nor stages tell.
    /// - Throws: `EstimationError`, for columns of different lengths, weights that are missing or negative, and
    ///   populations that are missing, vary within a stratum, or are smaller than the sample.
    public init(
        stages: [SamplingStage] = [], weights: SamplingWeights, singleUnits: SingleUnitRule = .fail,
        unitCount: Int? = nil
    ) throws(EstimationError) {
        let count = unitCount ?? SurveyDesign.count(stages, weights)
        guard count > 0 else { throw .noUnits }
        guard count < Int(Int32.max) else { throw .tooManyUnits(count) }
        if case .given(let column) = weights { try SurveyDesign.check(column, count: count) }
        let built = try DesignStructure.build(stages, unitCount: count, rule: singleUnits)
        let column: [Double]
        switch weights {
        case .one: column = Array(repeating: 1, count: count)
        case .given(let weights): column = weights
        case .fromPopulation:
            switch built.inclusion {
            case .unknown(let stage): throw .weightsUnknown(stage: stage)
            case .known(let inclusion):
                column = inclusion.map { 1 / $0 }
                // A population without end has no weights.
                try SurveyDesign.check(column, count: count)
            }
        }
        self.init(
            structure: built.structure, weights: built.structure.units.map { column[Int($0)] }, calibrations: [])
    }

    init(structure: DesignStructure, weights: [Double], calibrations: [Calibration]) {
        self.structure = structure
        self.weights = weights
        self.calibrations = calibrations
    }

    /// How many units there are.
    public var unitCount: Int { weights.count }
    /// How many primary sampling units were drawn.
    public var clusterCount: Int { structure.first.stratumOfCluster.count }
    /// How many strata the first stage has.
    public var stratumCount: Int { structure.first.strata.count }
    /// Strata with one cluster, though their population has more: to be told, with the rule, to who reads the figure.
    public var singleUnitStrata: [StratumPlace] { structure.singleUnitStrata }
    /// Whether everyone was drawn: there is no sampling error, and coverage is to be reported in its place.
    public var isCensus: Bool { structure.isCensus }
    /// The weight of each unit, as calibrated.
    public var unitWeights: [Double] { structure.positions.map { weights[Int($0)] } }

    private static func count(_ stages: [SamplingStage], _ weights: SamplingWeights) -> Int {
        if case .given(let column) = weights { return column.count }
        for stage in stages {
            if let column = stage.strata ?? stage.clusters { return column.count }
            switch stage.population {
            case .sizes(let column), .fractions(let column): return column.count
            case nil: continue
            }
        }
        return 0
    }

    private static func check(_ weights: [Double], count: Int) throws(EstimationError) {
        guard weights.count == count else {
            throw .wrongLength(.weights, expected: count, found: weights.count)
        }
        if let unit = weights.firstIndex(where: \.isNaN) {
            throw .weightMissing(unit: unit, count: weights.count { $0.isNaN })
        }
        if let unit = weights.firstIndex(where: { $0 < 0 }) {
            throw .weightNegative(unit: unit, weight: weights[unit], count: weights.count { $0 < 0 })
        }
        if let unit = weights.firstIndex(where: \.isInfinite) {
            throw .weightInfinite(unit: unit, count: weights.count { $0.isInfinite })
        }
    }
}
