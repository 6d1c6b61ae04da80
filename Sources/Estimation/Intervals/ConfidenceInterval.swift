/// How an interval is made. All but Wald's are for shares.
public enum IntervalMethod: Hashable, Sendable, CaseIterable {
    /// p ± t s.
    case wald
    /// p ± t s on the scale ln(p/(1 − p)), transformed back.
    case logit
    /// p ± t s on the scale asin√p, transformed back.
    case arcsine
    /// Korn and Graubard (1998): exact binomial limits for the effective sample size.
    case beta
    /// Clopper and Pearson (1934): exact binomial limits for as many units as have a weight, as if drawn at random.
    case clopperPearson
    /// Wilson (1927), for the effective sample size.
    case wilson
}

/// An interval that holds the truth in so many samples of a hundred.
public struct ConfidenceInterval: Hashable, Sendable {
    /// Its lower end.
    public let lower: Double
    /// Its upper end.
    public let upper: Double
    /// How often it holds the truth: 0.95 for 95 %.
    public let level: Double
    /// How it was made. A share of 0 or 1 has Clopper and Pearson's, whatever was asked for: the reader is to be told.
    public let method: IntervalMethod

    /// An interval.
    public init(lower: Double, upper: Double, level: Double, method: IntervalMethod) {
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
    }
}

/// Why an estimate has no interval: to be told to who reads the figure.
public enum NoInterval: Error, Hashable, Sendable {
    /// Everyone was drawn: there is no sampling error.
    case census
    /// Not more clusters than strata: nothing to see a spread between.
    case noDegreesOfFreedom
    /// Strata with one cluster, whose spread is not known.
    case singleUnitStrata([StratumPlace])
    /// A method for shares, and the estimate is none.
    case needsShare(IntervalMethod)
    /// Too few units for the method.
    case tooFewUnits(Int)
    /// A level that is not above 0 and below 1.
    case levelOutOfRange(Double)
    /// A quantile so far out, or of so few, that an end lies beyond all values.
    case beyondValues
    /// Ends that no number can hold, of weights or values next to nothing or without measure.
    case overflow
}
