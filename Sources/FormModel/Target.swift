/// What an indicator is to reach (`semantics.md` 3.9).
public struct Target: Hashable, Sendable {
    /// How the value is compared.
    public enum Comparison: Hashable, Sendable {
        /// Strictly above ("trên 98 %").
        case above(Double)
        /// At least ("ít nhất", "đạt", "có").
        case atLeast(Double)
        /// Within a range, whose lower end must be reached; above the upper end is met too, and said.
        case between(Double, Double)
        /// At most.
        case atMost(Double)
        /// Strictly below.
        case below(Double)
        /// A thing that is to happen.
        case milestone
    }

    /// How the value is compared, and with what.
    public var comparison: Comparison
    /// The year by whose end it is to be reached.
    public var by: Int
    /// Known values by year, each meant at its 31 December.
    public var baseline: [Int: Double] = [:]
    /// Values agreed on the way, by year.
    public var path: [Int: Double] = [:]
    /// Whether it is to be reached in every year ("hàng năm").
    public var everyYear = false
    /// Whether it is striven for ("phấn đấu") rather than promised.
    public var aspirational = false

    /// A target to be reached by the end of a year.
    public init(comparison: Comparison, by: Int) {
        self.comparison = comparison
        self.by = by
    }

    /// The name of the comparison in scripts and JSON.
    public var kind: String {
        switch comparison {
        case .above: "above"
        case .atLeast: "at_least"
        case .between: "between"
        case .atMost: "at_most"
        case .below: "below"
        case .milestone: "milestone"
        }
    }

    /// The value to reach: of a range its lower end, of a milestone 1.
    public var value: Double {
        switch comparison {
        case .above(let value), .atLeast(let value), .between(let value, _), .atMost(let value), .below(let value):
            value
        case .milestone: 1
        }
    }

    /// The upper end of a range.
    public var upper: Double? {
        guard case .between(_, let upper) = comparison else { return nil }
        return upper
    }

    /// Whether more is better.
    public var isRising: Bool {
        switch comparison {
        case .above, .atLeast, .between, .milestone: true
        case .atMost, .below: false
        }
    }

    /// Whether an unrounded value reaches the target.
    public func isMet(by value: Double) -> Bool {
        switch comparison {
        case .above(let target): value > target
        case .atLeast(let target), .between(let target, _): value >= target
        case .atMost(let target): value <= target
        case .below(let target): value < target
        case .milestone: value >= 1
        }
    }

    /// Whether an unrounded value lies above the upper end of a range: reached, and more.
    public func isBeyond(_ value: Double) -> Bool { upper.map { value > $0 } ?? false }

    /// The value expected on a day: linear between the years known from baseline, path and `by`, each its 31 December;
    /// `nil` before the first of them, or where nothing but the target itself is known.
    public func expected(on day: Day) -> Double? {
        if everyYear { return value }
        guard comparison != .milestone, !(baseline.isEmpty && path.isEmpty) else { return nil }
        var values = baseline.merging(path) { _, path in path }
        values[by] = value
        let points = values.compactMap { year, value in
            Day(year: year, month: 12, day: 31).map { (day: $0, value: value) }
        }.sorted { $0.day < $1.day }
        guard let first = points.first, let last = points.last, day >= first.day else { return nil }
        if day >= last.day { return last.value }
        for (left, right) in zip(points, points.dropFirst()) where day <= right.day {
            let share = Double(day.number - left.day.number) / Double(right.day.number - left.day.number)
            return left.value + (right.value - left.value) * share
        }
        return last.value
    }
}
