import Foundation

extension Estimate {
    /// A confidence interval, by t with the degrees of freedom.
    /// - Parameter level: how often it is to hold the truth: 0.95 for 95 %.
    /// - Throws: `NoInterval`, with the reason.
    public func interval(_ method: IntervalMethod, level: Double = 0.95) throws(NoInterval) -> ConfidenceInterval {
        guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
        guard !isCensus else { throw .census }
        guard singleUnitStrata.isEmpty, let error = standardError else { throw .singleUnitStrata(singleUnitStrata) }
        guard degreesOfFreedom > 0 else { throw .noDegreesOfFreedom }
        guard kind == .share else {
            guard method == .wald else { throw .needsShare(method) }
            let half = criticalValue(level) * error
            return try ConfidenceInterval(finite: (value - half, value + half), level: level, method: .wald)
        }
        return try ShareInterval(of: self, error: error, level: level).ends(method)
    }

    private func criticalValue(_ level: Double) -> Double {
        StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom)).upperQuantile(tail: (1 - level) / 2)
    }
}

extension ConfidenceInterval {
    fileprivate init(finite ends: (Double, Double), level: Double, method: IntervalMethod) throws(NoInterval) {
        guard ends.0.isFinite, ends.1.isFinite else { throw .overflow }
        self.init(lower: ends.0, upper: ends.1, level: level, method: method)
    }
}

/// The intervals of a share p with standard error s.
private struct ShareInterval {
    private let p: Double
    private let s: Double
    private let count: Int
    private let domainCount: Int
    private let level: Double
    private let tail: Double
    private let degreesOfFreedom: Double

    init(of estimate: Estimate, error: Double, level: Double) {
        p = estimate.value
        s = error
        count = estimate.weighedCount
        domainCount = estimate.domainCount
        self.level = level
        tail = (1 - level) / 2
        degreesOfFreedom = Double(estimate.degreesOfFreedom)
    }

    private var t: Double { StudentDistribution(degreesOfFreedom: degreesOfFreedom).upperQuantile(tail: tail) }

    func ends(_ method: IntervalMethod) throws(NoInterval) -> ConfidenceInterval {
        // Nobody or everybody: the standard error is 0 and tells nothing.
        guard p > 0, p < 1 else { return try interval(exact(Double(count)), .clopperPearson) }
        switch method {
        case .wald: return try interval((p - t * s, p + t * s), method)
        case .logit:
            let (centre, half) = (log(p / (1 - p)), t * s / (p * (1 - p)))
            return try interval((1 / (1 + exp(half - centre)), 1 / (1 + exp(-half - centre))), method)
        case .arcsine:
            // Beyond the ends of the scale the share would turn round.
            let (centre, half) = (asin(p.squareRoot()), t * s / (2 * (p * (1 - p)).squareRoot()))
            let (lower, upper) = (max(centre - half, 0), min(centre + half, Double.pi / 2))
            return try interval((sin(lower) * sin(lower), sin(upper) * sin(upper)), method)
        case .clopperPearson: return try interval(exact(Double(count)), method)
        case .beta: return try interval(try effectiveCount().map(exact) ?? (p, p), method)
        case .wilson: return try interval(try effectiveCount().map(wilson) ?? (p, p), method)
        }
    }

    private func interval(
        _ ends: (Double, Double), _ method: IntervalMethod
    ) throws(NoInterval) -> ConfidenceInterval {
        try ConfidenceInterval(finite: ends, level: level, method: method)
    }

    /// n* = p(1 − p)/s² · (t_{n−1}/t_df)² (Korn and Graubard 1998), with n the domain's units, as R's `survey` has it;
    /// `nil` where there is no error and so no end to it.
    private func effectiveCount() throws(NoInterval) -> Double? {
        guard domainCount > 1 else { throw .tooFewUnits(domainCount) }
        let simple = StudentDistribution(degreesOfFreedom: Double(domainCount - 1)).upperQuantile(tail: tail)
        let size = p * (1 - p) / (s * s) * (simple / t) * (simple / t)
        return size.isFinite ? size : nil
    }

    /// B⁻¹(a/2; np, n(1 − p) + 1) to B⁻¹(1 − a/2; np + 1, n(1 − p)); at 0 and 1 the powers that these are there.
    private func exact(_ n: Double) -> (Double, Double) {
        let far = pow(tail, 1 / n)
        guard p > 0 else { return (0, 1 - far) }
        guard p < 1 else { return (far, 1) }
        // Beyond this the binomial is normal to more digits than its integral would be worked out to.
        if n * p * (1 - p) > 1e10 {
            let half = NormalDistribution.upperQuantile(tail: tail) * (p * (1 - p) / n).squareRoot()
            return (p - half, p + half)
        }
        let (yes, no) = (n * p, n * (1 - p))
        let lower = BetaDistribution(a: yes, b: no + 1).quantile(tail)
        let upper = BetaDistribution(a: yes + 1, b: no).upperQuantile(tail: tail)
        return (lower, upper)
    }

    /// (p + z²/2n ± z √(p(1 − p)/n + z²/4n²))/(1 + z²/n) (Wilson 1927).
    private func wilson(_ n: Double) -> (Double, Double) {
        let z = NormalDistribution.upperQuantile(tail: tail)
        let (centre, shrink) = (p + z * z / (2 * n), 1 + z * z / n)
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        return ((centre - half) / shrink, (centre + half) / shrink)
    }
}
