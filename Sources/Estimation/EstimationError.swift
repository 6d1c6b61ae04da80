/// A stratum by its place in the design.
public struct StratumPlace: Hashable, Sendable, Comparable {
    /// The stage of sampling, from 1.
    public let stage: Int
    /// The cluster of the stage before that the stratum lies in; `nil` at the first stage.
    public let cluster: Int?
    /// The stratum, as the caller numbers it; 0 where the stage has no strata.
    public let stratum: Int

    /// A place.
    public init(stage: Int, cluster: Int? = nil, stratum: Int) {
        self.stage = stage
        self.cluster = cluster
        self.stratum = stratum
    }

    /// By stage, then cluster, then stratum.
    public static func < (left: StratumPlace, right: StratumPlace) -> Bool {
        (left.stage, left.cluster ?? .min, left.stratum) < (right.stage, right.cluster ?? .min, right.stratum)
    }
}

/// A cell of a margin: post-stratification has one margin, raking several.
public struct MarginCell: Hashable, Sendable {
    /// The margin, from 1.
    public let margin: Int
    /// The cell, as the caller numbers it.
    public let cell: Int

    /// A cell of a margin.
    public init(margin: Int, cell: Int) {
        self.margin = margin
        self.cell = cell
    }
}

/// A column that the caller gives, a value for each unit.
public enum InputColumn: Hashable, Sendable {
    /// The weights.
    case weights
    /// The strata of a stage, from 1.
    case strata(stage: Int)
    /// The clusters of a stage, from 1.
    case clusters(stage: Int)
    /// The population sizes or sampling fractions of a stage, from 1.
    case population(stage: Int)
    /// The names of strata and clusters of a stage, from 1.
    case names(stage: Int)
    /// The cells of a margin, from 1.
    case cells(margin: Int)
    /// What is estimated.
    case values
    /// The denominator of a ratio.
    case denominators
    /// Which units are in a domain.
    case domain
}

/// Why there is no design, or no estimate. Units are told by their places in the caller's columns, from 0.
public enum EstimationError: Error, Hashable, Sendable {
    /// A sample of nobody.
    case noUnits
    /// More units than can be numbered.
    case tooManyUnits(Int)
    /// A column that is not as long as there are units.
    case wrongLength(InputColumn, expected: Int, found: Int)
    /// A weight that is not a number: the first such unit and how many there are.
    case weightMissing(unit: Int, count: Int)
    /// A weight below 0: the first such unit, its weight, and how many there are.
    case weightNegative(unit: Int, weight: Double, count: Int)
    /// A weight without end: the first such unit and how many there are.
    case weightInfinite(unit: Int, count: Int)
    /// Weights are to come from population sizes, and a stage (from 1) has none.
    case weightsUnknown(stage: Int)
    /// A population size that is not a number.
    case populationMissing(StratumPlace)
    /// Units of one stratum that name different population sizes (or fractions).
    case populationVaries(StratumPlace, first: Double, second: Double)
    /// A population smaller than its sample.
    case populationTooSmall(StratumPlace, population: Double, sample: Int)
    /// A sampling fraction that is not above 0 and at most 1.
    case fractionOutOfRange(StratumPlace, fraction: Double)
    /// Units in a cell that has no known total: how many.
    case cellWithoutTotal(MarginCell, units: Int)
    /// A known total for a cell in which no unit has a weight.
    case cellWithoutUnits(MarginCell, total: Double)
    /// A known total that is negative, without end, or not a number.
    case totalInvalid(MarginCell, total: Double)
    /// Margins that add up to different populations: no weights can fit both.
    case marginsDisagree(margin: Int, sum: Double, firstSum: Double)
    /// Raking that did not come to an end: the cell furthest from its total.
    case rakingDidNotConverge(iterations: Int, furthest: MarginCell, reached: Double, total: Double)
    /// No margin to rake to.
    case noMargins
    /// A share of what is neither 0 nor 1.
    case notZeroOrOne(unit: Int, value: Double)
    /// A value without end.
    case valueInfinite(unit: Int)
    /// Sums beyond the largest number.
    case overflow
    /// The place of a quantile that is not between 0 and 1.
    case probabilityOutOfRange(Double)
    /// A unit that the design does not have.
    case unitOutOfRange(unit: Int, count: Int)
    /// A domain of another design.
    case foreignDomain
    /// A derived estimate with no estimates to derive it from, or with another number of coefficients.
    case wrongTermCount(estimates: Int, coefficients: Int)
    /// A function that has no value, or no derivative, at the estimates.
    case functionUndefined
}
