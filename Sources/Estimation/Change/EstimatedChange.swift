/// The change of an estimate from one round to another, with its error.
public struct EstimatedChange: Hashable, Sendable {
    /// The later estimate less the earlier one.
    public let difference: Double
    /// The variance of the difference over samples; `nil` where strata with one cluster leave it open.
    public let variance: Double?
    /// Primary sampling units of either round with a unit of the domain, each counted once, less their strata.
    public let degreesOfFreedom: Int
    /// Primary sampling units that both rounds have, whatever the domain.
    public let commonClusterCount: Int

    /// The square root of the variance.
    public var standardError: Double? { variance?.squareRoot() }

    /// Half the confidence interval, by t: difference ± this.
    /// - Throws: `NoInterval`, with the reason.
    public func margin(level: Double = 0.95) throws(NoInterval) -> Double {
        guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
        guard let standardError else { throw .singleUnitStrata([]) }
        guard standardError > 0 else { return 0 }
        guard degreesOfFreedom > 0 else { throw .noDegreesOfFreedom }
        let student = StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom))
        return student.upperQuantile(tail: (1 - level) / 2) * standardError
    }
}

extension Estimate {
    /// The change since an earlier round: θ₂ − θ₁ with V = V₁ + V₂ − 2 Cov, the covariance over the primary sampling units
    /// that the samples have in common, as their stages name them; without names, or over one sample, as
    /// `difference(from:)` gives it.
    ///
    /// Where both rounds asked the same units, V is the variance of the units' own changes: what a panel is for. Where
    /// they have some in common, it lies between that and the sum of the two (`PanelCovariance`).
    /// - Throws: `overflow`.
    public func change(since earlier: Estimate) throws(EstimationError) -> EstimatedChange {
        var sum = PanelCovariance()
        for mine in influences {
            for theirs in earlier.influences { sum.add(mine, theirs) }
        }
        var spread: Double?
        if let now = variance, let before = earlier.variance {
            spread = max(0, ExactSum([now, before, -2 * sum.value]).value)
            guard now.isFinite, before.isFinite, spread?.isFinite == true else { throw .overflow }
        }
        let difference = value - earlier.value
        guard difference.isFinite else { throw .overflow }
        return EstimatedChange(
            difference: difference, variance: spread,
            degreesOfFreedom: degreesOfFreedom + earlier.degreesOfFreedom - sum.sharedDegrees,
            commonClusterCount: sum.commonClusterCount)
    }
}
