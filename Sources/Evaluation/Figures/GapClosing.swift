import FormModel

/// What a row of a split would add to the whole if it reached the average of all.
public struct GapClosing: Hashable, Sendable {
    /// The row's key.
    public let key: [String]
    /// What it is called.
    public let label: [String]
    /// By how much the whole would come nearer to its target, in the figure's unit.
    public let gain: Double
    /// The same as a part of the gap: above 1 it would be closed.
    public let part: Double
}

extension Figure {
    /// The rows that, if they reached the average of all, would close most of the gap to the target, the greatest first.
    ///
    /// For shares and ratios, whose whole is the rows' weighted mean: a row that lies short of the average p by d and
    /// carries the denominator D of the whole's T adds d · D ÷ T. Empty where the target is reached, and for other kinds.
    public func gapClosing(by names: [String]) -> [GapClosing] {
        guard let target = indicator.target, target.comparison != .milestone, let value = total.value,
            !target.isMet(by: value), let whole = total.denominator, whole > 0, let split = split(names)
        else { return [] }
        switch indicator.computation {
        case .share, .ratio, .derive: break
        case .count, .mean, .total, .quantile, .milestone: return []
        }
        let gap = abs(target.value - value)
        let found = split.rows.compactMap { row -> GapClosing? in
            guard let own = row.values.value, let part = row.values.denominator, !row.key.contains(SplitRow.unknown)
            else { return nil }
            let short = target.isRising ? value - own : own - value
            guard short > 0, part > 0 else { return nil }
            let gain = short * part / whole
            return GapClosing(key: row.key, label: row.label, gain: gain, part: gap == 0 ? 0 : gain / gap)
        }
        return found.sorted { ($1.gain, $0.key.joined()) < ($0.gain, $1.key.joined()) }
    }
}
