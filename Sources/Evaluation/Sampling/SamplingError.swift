import Estimation
import FormModel
import Messages

/// How sure an estimate from a sample is.
public struct SamplingError: Hashable, Sendable {
    /// The standard error, in the figure's unit; `nil` where strata with one unit leave it open.
    public let standardError: Double?
    /// The confidence interval, in the figure's unit; `nil` where there is none.
    public let interval: ClosedRange<Double>?
    /// The kind of interval, by its name in scripts; another than asked for at 0 % and 100 %, where that has no width.
    public let intervalMethod: String?
    /// The level of confidence.
    public let level: Double
    /// The variance ÷ that of a simple random sample of as many.
    public let designEffect: Double?
    /// Primary sampling units less strata.
    public let degreesOfFreedom: Int?

    /// Whether it is in points of a percentage.
    public let isInPoints: Bool
    /// Whether everyone was drawn: there is no sampling error.
    public let isCensus: Bool
    /// What the estimate is multiplied by to be in the figure's unit.
    let scale: Double

    /// Half the interval, the longer side: what is printed behind ±.
    public func margin(around value: Double) -> Double? {
        interval.map { max(value - $0.lowerBound, $0.upperBound - value) }
    }
}

/// An estimate, from which others may be derived.
public struct SampledValue: Sendable {
    /// The value, as it is without its unit: a share from 0 to 1.
    let estimate: Estimate
    /// The sums over the population, where it has them.
    let numerator: Estimate?
    let denominator: Estimate?
}

extension SampledValue: Hashable {
    /// Two are one where value and variance are: the rest follows from the records.
    public static func == (left: SampledValue, right: SampledValue) -> Bool {
        left.estimate.value == right.estimate.value && left.estimate.variance == right.estimate.variance
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(estimate.value) }
}

extension IntervalMethod {
    /// The method of a name in scripts.
    init?(name: String) {
        switch name {
        case "wald": self = .wald
        case "logit": self = .logit
        case "arcsine": self = .arcsine
        case "beta": self = .beta
        case "clopper_pearson": self = .clopperPearson
        case "wilson": self = .wilson
        default: return nil
        }
    }

    /// Its name in scripts.
    var name: String {
        switch self {
        case .wald: "wald"
        case .logit: "logit"
        case .arcsine: "arcsine"
        case .beta: "beta"
        case .clopperPearson: "clopper_pearson"
        case .wilson: "wilson"
        }
    }
}

extension SamplingError {
    /// The error of an estimate, in the unit of an indicator's figure.
    init(_ estimate: Estimate, of indicator: Indicator, scale: Double) {
        let isShare = estimate.kind == .share
        let method = isShare ? IntervalMethod(name: indicator.interval) ?? .logit : .wald
        self.init(
            standardError: estimate.standardError, interval: try? estimate.interval(method, level: indicator.level),
            estimate, indicator, scale: scale)
    }

    /// The error of a quantile: Woodruff's interval.
    init(_ quantile: QuantileEstimate, of indicator: Indicator) {
        let method = IntervalMethod(name: indicator.interval) ?? .wald
        // Logit is the default of shares; the reference takes Wald's for quantiles.
        let own = method == .logit ? .wald : method
        self.init(
            standardError: try? quantile.standardError(own, level: indicator.level),
            interval: try? quantile.interval(own, level: indicator.level), quantile.share, indicator, scale: 1)
    }

    private init(
        standardError: Double?, interval: ConfidenceInterval?, _ estimate: Estimate, _ indicator: Indicator,
        scale: Double
    ) {
        self.standardError = standardError.map { $0 * scale }
        self.interval = interval.flatMap { ends in
            ends.lower <= ends.upper ? (ends.lower * scale)...(ends.upper * scale) : nil
        }
        self.intervalMethod = interval?.method.name
        self.level = indicator.level
        self.isInPoints = indicator.unit == "percent"
        self.isCensus = estimate.isCensus
        self.scale = scale
        self.designEffect = estimate.designEffect
        self.degreesOfFreedom = estimate.degreesOfFreedom
    }
}
