extension SurveyDesign {
    /// The total Σ w y over a domain. A value that is not a number is missing: its unit does not count, but stays in the
    /// design.
    /// - Throws: `EstimationError` for columns of another length, values without end, sums beyond the largest number,
    ///   and a domain of another design; so do all estimates.
    public func total(of values: [Double], in domain: Domain? = nil) throws(EstimationError) -> Estimate {
        let sums = try LinearSums(values, nil, over: domain, of: self)
        return try sums.total(design: self)
    }

    /// The mean Σ w y/Σ w over a domain; `nil` where the weights add up to 0.
    public func mean(of values: [Double], in domain: Domain? = nil) throws(EstimationError) -> Estimate? {
        let sums = try LinearSums(values, nil, over: domain, of: self)
        return try sums.ratio(.mean, design: self)
    }

    /// The share of units whose value is 1 and not 0, over a domain; `nil` where the weights add up to 0.
    /// - Throws: also `notZeroOrOne`.
    public func share(of values: [Double], in domain: Domain? = nil) throws(EstimationError) -> Estimate? {
        let sums = try LinearSums(values, nil, over: domain, of: self)
        if let unit = sums.firstOtherThanZeroOrOne { throw .notZeroOrOne(unit: unit, value: values[unit]) }
        return try sums.ratio(.share, design: self)
    }

    /// The ratio Σ w y/Σ w x over a domain, of units for which both are known; `nil` where Σ w x is 0.
    public func ratio(
        of values: [Double], to denominators: [Double], in domain: Domain? = nil
    ) throws(EstimationError) -> Estimate? {
        let sums = try LinearSums(values, denominators, over: domain, of: self)
        return try sums.ratio(.ratio, design: self)
    }
}

/// The sums of a domain, and the way from them to estimates with influence values.
private struct LinearSums {
    private let positions: [Int32]
    /// y and x at the positions; 0 where either is missing, x = 1 where there is none.
    private var y: [Double] = []
    private var x: [Double] = []
    private var weights: [Double] = []
    private var clusters: [Int32] = []
    private var unitCount = 0
    /// Those with a weight.
    private var weighedCount = 0
    private let numerator: Double
    private let denominator: Double
    private let weightSum: Double
    private(set) var firstOtherThanZeroOrOne: Int?

    init(
        _ values: [Double], _ denominators: [Double]?, over domain: Domain?, of design: SurveyDesign
    ) throws(EstimationError) {
        let structure = design.structure
        let domain = domain ?? design.everyone
        guard domain.structure === structure else { throw .foreignDomain }
        guard values.count == design.unitCount else {
            throw .wrongLength(.values, expected: design.unitCount, found: values.count)
        }
        if let denominators, denominators.count != design.unitCount {
            throw .wrongLength(.denominators, expected: design.unitCount, found: denominators.count)
        }
        positions = domain.positions
        y.reserveCapacity(positions.count)
        x.reserveCapacity(positions.count)
        weights.reserveCapacity(positions.count)
        var (numerator, denominator, weightSum) = (ExactSum(), ExactSum(), ExactSum())
        for position in positions {
            let unit = Int(structure.units[Int(position)])
            let (value, base) = (values[unit], denominators?[unit] ?? 1)
            let weight = design.weights[Int(position)]
            let cluster = structure.first.clusters[Int(position)]
            if weight > 0, clusters.last != cluster { clusters.append(cluster) }
            guard !value.isNaN, !base.isNaN else {
                y.append(0)
                x.append(0)
                weights.append(0)
                continue
            }
            guard value.isFinite, base.isFinite else { throw .valueInfinite(unit: unit) }
            y.append(value)
            x.append(base)
            weights.append(weight)
            unitCount += 1
            if value != 0, value != 1, unit < firstOtherThanZeroOrOne ?? .max { firstOtherThanZeroOrOne = unit }
            guard weight > 0 else { continue }
            weighedCount += 1
            numerator.add(weight * value)
            weightSum.add(weight)
            if denominators != nil { denominator.add(weight * base) }
        }
        self.numerator = numerator.value
        self.weightSum = weightSum.value
        self.denominator = denominators == nil ? weightSum.value : denominator.value
        guard self.numerator.isFinite, self.denominator.isFinite, self.weightSum.isFinite else { throw .overflow }
    }

    func total(design: SurveyDesign) throws(EstimationError) -> Estimate {
        let mean = weightSum > 0 ? numerator / weightSum : 0
        return try Estimate(
            .total, value: numerator, numerator: numerator, denominator: weightSum, unitCount: unitCount,
            domainCount: positions.count, influences: [influence(zip(weights, y).map { $0 * $1 }, design)],
            simpleVariance: simpleVariance(y.map { ($0 - mean) * weightSum }))
    }

    /// The ratio R with z = w (y − R x)/X.
    func ratio(_ kind: Estimate.Kind, design: SurveyDesign) throws(EstimationError) -> Estimate? {
        guard denominator != 0 else { return nil }
        let ratio = numerator / denominator
        guard ratio.isFinite else { throw .overflow }
        var (residuals, values) = (y, y)
        for place in y.indices {
            residuals[place] = (y[place] - ratio * x[place]) * (weightSum / denominator)
            values[place] = weights[place] * (y[place] - ratio * x[place]) / denominator
        }
        return try Estimate(
            kind, value: ratio, numerator: numerator, denominator: denominator, unitCount: unitCount,
            weighedCount: weighedCount, domainCount: positions.count, influences: [influence(values, design)],
            simpleVariance: simpleVariance(residuals))
    }

    private func influence(_ values: [Double], _ design: SurveyDesign) -> Influence {
        design.calibrated(
            Influence(structure: design.structure, positions: positions, values: values, clusters: clusters))
    }

    /// The variance that a mean of deviations had in a simple random sample: (s²/n)(1 − n/Σw) with
    /// s² = [Σ w d²/Σ w] n/(n − 1).
    private func simpleVariance(_ deviations: [Double]) -> Double? {
        guard weighedCount > 1, weightSum > Double(weighedCount) else { return nil }
        var squares = ExactSum()
        for (weight, deviation) in zip(weights, deviations) { squares.add(weight * deviation * deviation) }
        let n = Double(weighedCount)
        return squares.value / weightSum / (n - 1) * (1 - n / weightSum)
    }
}
