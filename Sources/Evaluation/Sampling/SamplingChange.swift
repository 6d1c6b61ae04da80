import Estimation

/// The change between two estimates, with how sure it is (`semantics.md` 3.13). Estimates over one sample vary together;
/// those of two rounds, which have a sample each, do not.
public struct SamplingChange: Hashable, Sendable {
    /// The difference, in the figures' unit.
    public let difference: Double
    /// Half its confidence interval.
    public let margin: Double

    /// Whether the interval holds 0: nothing can be said of the direction.
    public var isUnclear: Bool { abs(difference) <= margin }

    /// The change from one figure to another; `nil` where either has no value, or there is no interval.
    public init?(from earlier: FigureValues, to later: FigureValues) {
        guard let before = earlier.value, let now = later.value, let one = earlier.sampled?.estimate,
            let other = later.sampled?.estimate, let level = later.error?.level,
            let difference = try? other.difference(from: one), let spread = difference.standardError,
            let interval = try? difference.interval(.wald, level: level)
        else { return nil }
        self.difference = now - before
        // In the unit of the figures, as their own errors are.
        let own = other.standardError ?? 0
        let scale = own > 0 ? (later.error?.standardError ?? own) / own : 1
        let half = (interval.upper - interval.lower) / 2
        self.margin = spread > 0 ? half * scale : 0
    }
}
