/// Statistics that a few wild values do not move.
enum RobustStatistics {
    /// The quantile of sorted values by linear interpolation (Hyndman and Fan 1996, definition 7, the usual one of R and
    /// of spreadsheets); `nil` of none.
    static func quantile(_ sorted: [Double], _ part: Double) -> Double? {
        guard let last = sorted.last else { return nil }
        let position = Double(sorted.count - 1) * part
        let below = Int(position.rounded(.down))
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
    }

    /// The median of values in any order; `nil` of none.
    static func median(_ values: [Double]) -> Double? { quantile(values.sorted(), 0.5) }

    /// The modified z-score of each value: 0.6745 (x − median) ÷ MAD, where MAD is the median of the absolute deviations
    /// from the median (Iglewicz and Hoaglin 1993, "How to Detect and Handle Outliers"). Where more than half of
    /// the values are the same, so that MAD is 0, the mean absolute deviation takes its place:
    /// (x − median) ÷ (1.253314 · mean). `nil` where no value differs from another.
    static func modifiedScores(_ values: [Double]) -> [Double]? {
        guard let median = median(values) else { return nil }
        let deviations = values.map { abs($0 - median) }
        if let spread = RobustStatistics.median(deviations), spread > 0 {
            return values.map { 0.6745 * ($0 - median) / spread }
        }
        let mean = deviations.reduce(0, +) / Double(values.count)
        guard mean > 0 else { return nil }
        return values.map { ($0 - median) / (1.253314 * mean) }
    }
}
