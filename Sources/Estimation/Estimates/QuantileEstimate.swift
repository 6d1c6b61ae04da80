/// A quantile with Woodruff's interval (1952): that of the share of units at or below it, carried back through the
/// distribution function.
public struct QuantileEstimate: Sendable {
    /// The quantile.
    public let value: Double
    /// Which one, from 0 to 1.
    public let probability: Double
    /// How it was read off.
    public let rule: QuantileRule
    /// The share of units at or below it.
    public let share: Estimate

    private let distribution: WeightedDistribution

    init(
        value: Double, probability: Double, rule: QuantileRule, share: Estimate, distribution: WeightedDistribution
    ) {
        self.value = value
        self.probability = probability
        self.rule = rule
        self.share = share
        self.distribution = distribution
    }

    /// A confidence interval.
    /// - Parameter method: that of the share's interval; `survey` takes Wald's.
    /// - Throws: `NoInterval`; `beyondValues` where the share's interval goes below 0 or above 1.
    public func interval(
        _ method: IntervalMethod = .wald, level: Double = 0.95
    ) throws(NoInterval) -> ConfidenceInterval {
        let ends = try share.interval(method, level: level)
        guard ends.lower >= 0, ends.upper <= 1, let lower = distribution.quantile(ends.lower, rule),
            let upper = distribution.quantile(ends.upper, rule)
        else { throw .beyondValues }
        return ConfidenceInterval(lower: lower, upper: upper, level: level, method: ends.method)
    }

    /// Half the width of an interval ÷ t: the standard error that it stands for.
    /// - Throws: `NoInterval`, as for the interval.
    public func standardError(
        _ method: IntervalMethod = .wald, level: Double = 0.95
    ) throws(NoInterval) -> Double {
        let ends = try interval(method, level: level)
        let student = StudentDistribution(degreesOfFreedom: Double(share.degreesOfFreedom))
        return (ends.upper - ends.lower) / (2 * student.upperQuantile(tail: (1 - level) / 2))
    }

    /// The quantile as an estimate to derive others from: the influence values of its share, on the scale of its standard
    /// error, with the sign turned.
    /// - Throws: `NoInterval`, as for the interval.
    public func estimate(_ method: IntervalMethod = .wald, level: Double = 0.95) throws(NoInterval) -> Estimate {
        let error = try standardError(method, level: level)
        let spread = share.standardError ?? 0
        let factor = spread > 0 ? -error / spread : 0
        do {
            return try Estimate(
                .quantile, value: value, unitCount: share.unitCount, domainCount: share.domainCount,
                influences: share.influences.map { $0.scaled(by: factor) })
        } catch {
            throw .overflow
        }
    }
}

extension SurveyDesign {
    /// A quantile over a domain; `nil` where no unit of it has a value and a weight.
    /// - Parameter probability: which one, from 0 to 1.
    /// - Throws: `probabilityOutOfRange`, and as for all estimates.
    public func quantile(
        _ probability: Double, of values: [Double], in domain: Domain? = nil, rule: QuantileRule = .math
    ) throws(EstimationError) -> QuantileEstimate? {
        guard probability >= 0, probability <= 1 else { throw .probabilityOutOfRange(probability) }
        guard values.count == unitCount else {
            throw .wrongLength(.values, expected: unitCount, found: values.count)
        }
        let domain = domain ?? everyone
        guard domain.structure === structure else { throw .foreignDomain }
        var points: [(value: Double, weight: Double)] = []
        for position in domain.positions {
            let (unit, weight) = (Int(structure.units[Int(position)]), weights[Int(position)])
            guard weight > 0, !values[unit].isNaN else { continue }
            guard values[unit].isFinite else { throw .valueInfinite(unit: unit) }
            points.append((values[unit], weight))
        }
        let distribution = WeightedDistribution(points)
        guard let quantile = distribution.quantile(probability, rule) else { return nil }
        let isBelow = values.map { $0.isNaN ? .nan : ($0 <= quantile ? 1.0 : 0) }
        guard let share = try share(of: isBelow, in: domain) else { return nil }
        return QuantileEstimate(
            value: quantile, probability: probability, rule: rule, share: share, distribution: distribution)
    }
}
