extension Estimate {
    /// The linear combination Σ c_k θ_k with its error: estimates over one design vary together, those over different
    /// designs independently.
    ///
    /// Change between two rounds of one sample is `combination(of: [now, before], coefficients: [1, −1])`, both over a
    /// design whose units are the records of either round and whose clusters the two share.
    /// - Throws: `wrongTermCount`, `overflow`.
    public static func combination(
        of estimates: [Estimate], coefficients: [Double]
    ) throws(EstimationError) -> Estimate {
        let value = ExactSum(zip(estimates, coefficients).lazy.map { $0.value * $1 }).value
        return try derived(value, from: estimates, gradient: coefficients)
    }

    /// This less another, with its error.
    /// - Throws: `overflow`.
    public func difference(from other: Estimate) throws(EstimationError) -> Estimate {
        try Estimate.combination(of: [self, other], coefficients: [1, -1])
    }

    /// A function of estimates with its error by the delta method: V(f) = V(Σ ∂f/∂θ_k · z_k) (Binder 1983). The
    /// derivatives are taken numerically.
    /// - Parameter function: its value at values of the estimates, in their order; `nil` where it has none.
    /// - Throws: `functionUndefined` where it has no value or no derivative at the estimates; `wrongTermCount`;
    ///   `overflow`.
    public static func function(
        of estimates: [Estimate], _ function: ([Double]) -> Double?
    ) throws(EstimationError) -> Estimate {
        let values = estimates.map(\.value)
        guard let value = function(values), value.isFinite else { throw .functionUndefined }
        var gradient: [Double] = []
        for (place, estimate) in estimates.enumerated() {
            let moved = { (x: Double) -> Double? in
                var moved = values
                moved[place] = x
                return function(moved)
            }
            let slope = NumericalDerivative.value(of: moved, at: estimate.value, scale: estimate.standardError ?? 0)
            guard let slope else { throw .functionUndefined }
            gradient.append(slope)
        }
        return try derived(value, from: estimates, gradient: gradient)
    }

    /// A value with the error of a gradient that is known.
    /// - Throws: `wrongTermCount`, `overflow`.
    public static func derived(
        _ value: Double, from estimates: [Estimate], gradient: [Double]
    ) throws(EstimationError) -> Estimate {
        guard !estimates.isEmpty, estimates.count == gradient.count else {
            throw .wrongTermCount(estimates: estimates.count, coefficients: gradient.count)
        }
        var influences: [Influence] = []
        for (estimate, slope) in zip(estimates, gradient) {
            for influence in estimate.influences {
                let scaled = influence.scaled(by: slope)
                if let place = influences.firstIndex(where: { $0.structure === influence.structure }) {
                    influences[place] = influences[place].adding(scaled)
                } else {
                    influences.append(scaled)
                }
            }
        }
        return try Estimate(
            .derived, value: value, unitCount: estimates.map(\.unitCount).reduce(0, +),
            domainCount: estimates.map(\.domainCount).reduce(0, +), influences: influences)
    }

    /// The covariance of two estimates; 0 over different designs, `nil` where strata with one cluster leave it open.
    public func covariance(with other: Estimate) -> Double? {
        var sum = ExactSum()
        for mine in influences {
            for theirs in other.influences where mine.structure === theirs.structure {
                let positions = Influence.union(mine.positions, theirs.positions)
                let spread = mine.structure.covariance(
                    positions, mine.aligned(to: positions), theirs.aligned(to: positions))
                guard spread.undetermined.isEmpty else { return nil }
                sum.add(spread.value)
            }
        }
        return sum.value
    }
}
