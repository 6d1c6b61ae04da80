import Estimation
import FormModel
import Messages

/// The estimates of an indicator over a sample: for all rows, or for those of one cell of a split, always by the whole
/// design (`estimation.md`).
struct SampleEstimates {
    let indicator: Indicator
    let rows: SampledRows
    let names: DesignNames

    /// What is computed is in percent where a part of a whole is.
    private var scale: Double { indicator.unit == "percent" ? 100 : 1 }

    /// Fills in the error of a figure over some rows.
    func fill(_ values: inout FigureValues, over kept: [Int]) throws(Message) {
        guard values.value != nil || isQuantile else { return }
        do throws(EstimationError) {
            try estimate(&values, kept)
        } catch {
            throw names.message(error)
        }
    }

    private var isQuantile: Bool { if case .quantile = indicator.computation { true } else { false } }

    private func estimate(_ values: inout FigureValues, _ kept: [Int]) throws(EstimationError) {
        let (sample, design) = (rows.sample, rows.sample.design)
        let columns = rows.columns(of: kept, in: sample)
        let domain = try design.domain(of: columns.units)
        if case .quantile(_, let at, let rule) = indicator.computation {
            let quantile = try design.quantile(
                at, of: columns.numerators, in: domain, rule: rule == .math ? .math : .hf7)
            values.value = quantile?.value
            guard let quantile, !design.isCensus else { return }
            values.error = SamplingError(quantile, of: indicator)
            if let estimate = try? quantile.estimate() {
                values.sampled = SampledValue(estimate: estimate, numerator: nil, denominator: nil)
            }
            return
        }
        let (y, x) = (columns.numerators, columns.denominators)
        let found: Estimate? =
            switch indicator.computation {
            case .share where sample.isByRow: try design.share(of: y, in: domain)
            case .mean where sample.isByRow: try design.mean(of: y, in: domain)
            case .share, .mean, .ratio: try design.ratio(of: y, to: x, in: domain)
            case .count, .total: try design.total(of: y, in: domain)
            case .quantile, .milestone, .derive: nil
            }
        guard let found else { return }
        values.error = SamplingError(found, of: indicator, scale: scale)
        let sums = sample.forSums
        let parts = sums === sample ? columns : rows.columns(of: kept, in: sums)
        let members = sums === sample ? domain : try sums.design.domain(of: parts.units)
        let numerator = try sums.design.total(of: parts.numerators, in: members)
        var denominator: Estimate?
        if values.denominator != nil { denominator = try sums.design.total(of: parts.denominators, in: members) }
        // By the sums, so that it varies together with what other sets of the form give.
        let value = denominator == nil ? numerator : try ratio(numerator, denominator) ?? found
        values.sampled = SampledValue(estimate: value, numerator: numerator, denominator: denominator)
    }

    private func ratio(_ numerator: Estimate, _ denominator: Estimate?) throws(EstimationError) -> Estimate? {
        guard let denominator, denominator.value != 0 else { return nil }
        let ratio = numerator.value / denominator.value
        return try Estimate.derived(
            ratio, from: [numerator, denominator], gradient: [1 / denominator.value, -ratio / denominator.value])
    }
}
