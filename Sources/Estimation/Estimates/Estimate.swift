/// An estimate with its error: what comes out of a design.
public struct Estimate: Sendable {
    /// What is estimated.
    public enum Kind: Hashable, Sendable {
        /// A sum over the population.
        case total
        /// A mean of a number.
        case mean
        /// A mean of what is 0 or 1.
        case share
        /// A sum ÷ another.
        case ratio
        /// A quantile, with the error of Woodruff's interval.
        case quantile
        /// Made from other estimates.
        case derived
    }

    /// What is estimated.
    public let kind: Kind
    /// The estimate.
    public let value: Double
    /// The weighted sum of what is counted; `nil` for a quantile and what is derived.
    public let numerator: Double?
    /// What it is divided by: the weights' sum for a mean, and for a total too, though nothing is divided there.
    public let denominator: Double?
    /// Units that count: in the domain, with a value; unweighted. Of what is derived, of all its sources.
    public let unitCount: Int
    /// Units in the domain, with or without a value; unweighted.
    public let domainCount: Int
    /// The variance of the estimate over samples; `nil` where strata with one cluster leave it open.
    public let variance: Double?
    /// Strata with one cluster for which it is open.
    public let singleUnitStrata: [StratumPlace]
    /// Primary sampling units with a unit of the domain that has a weight, whether or not its value is known, less their
    /// strata.
    public let degreesOfFreedom: Int
    /// The variance ÷ that of a simple random sample of as many units without replacement; `nil` where there is none.
    public let designEffect: Double?
    /// Whether everyone was drawn, so that there is no sampling error.
    public let isCensus: Bool

    /// Units that count and have a weight.
    let weighedCount: Int
    /// What each unit adds, for each sample that the estimate comes from.
    let influences: [Influence]

    /// The square root of the variance.
    public var standardError: Double? { variance?.squareRoot() }

    /// The influence of each unit of the design, in the caller's order; empty for what is derived from several designs.
    /// Their sum over clusters gives the variance.
    public var influenceValues: [Double] { influences.count == 1 ? influences[0].byUnit : [] }
}

extension Estimate {
    /// An estimate with the error that its influence values have over their designs, which are independent.
    /// - Throws: `overflow`.
    init(
        _ kind: Kind, value: Double, numerator: Double? = nil, denominator: Double? = nil, unitCount: Int,
        weighedCount: Int? = nil, domainCount: Int, influences: [Influence], simpleVariance: Double? = nil
    ) throws(EstimationError) {
        var variance = ExactSum()
        var undetermined: [StratumPlace] = []
        var degreesOfFreedom = 0
        for influence in influences {
            let structure = influence.structure
            let spread = structure.variance(influence.positions, influence.values)
            variance.add(spread.value)
            undetermined += spread.undetermined
            if !structure.isCensus { degreesOfFreedom += structure.degreesOfFreedom(ofClusters: influence.clusters) }
        }
        guard value.isFinite, variance.value.isFinite else { throw .overflow }
        self.kind = kind
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.unitCount = unitCount
        self.weighedCount = weighedCount ?? unitCount
        self.domainCount = domainCount
        self.variance = undetermined.isEmpty ? variance.value : nil
        self.singleUnitStrata = undetermined.sorted()
        self.degreesOfFreedom = degreesOfFreedom
        self.isCensus = influences.allSatisfy { $0.structure.isCensus }
        self.influences = influences
        self.designEffect = self.variance.flatMap { variance in
            guard let simpleVariance, simpleVariance > 0 else { return nil }
            return variance / simpleVariance
        }
    }
}
