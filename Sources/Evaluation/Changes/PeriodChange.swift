import Estimation
import FormModel

/// How a figure changed since an earlier period, with how sure that is (`semantics.md` 3.13). Estimates of two rounds
/// that asked the same units vary together; the error is then that of the units' own changes.
public struct PeriodChange: Hashable, Sendable {
    /// The error of a change between samples.
    public struct SamplingError: Hashable, Sendable {
        /// The standard error, in the figure's unit.
        public let standardError: Double
        /// Half the confidence interval; `nil` where there are no degrees of freedom.
        public let margin: Double?
        /// Its level.
        public let level: Double
        /// Primary sampling units that both rounds have.
        public let commonUnits: Int
    }

    /// The earlier value.
    public let earlier: Double
    /// This one less the earlier, in the figure's unit; `nil` where what sets the two apart makes it no change.
    public let difference: Double?
    /// How sure it is; `nil` where neither is an estimate, or the design leaves the error open.
    public let error: SamplingError?
    /// Whether the figures are estimates, so that without an error nothing can be said.
    public let isEstimate: Bool
    /// What sets the two apart.
    public let breaks: [ChangeBreak]
    /// Whether both are of the same records, which still hold: no news.
    public let isSameRecords: Bool

    /// Whether it is beyond its error; `nil` where that cannot be told.
    public var isClear: Bool? {
        guard let difference else { return nil }
        guard isEstimate else { return difference != 0 }
        guard let margin = error?.margin else { return nil }
        return abs(difference) > margin
    }
}

/// The changes of a figure, and of the rows of its splits, since an earlier one of the same indicator.
public struct PeriodChanges: Sendable {
    /// What sets the figures apart.
    public let breaks: [ChangeBreak]
    private let now: Figure
    private let earlier: Figure
    private let isSameRecords: Bool

    /// - Parameters:
    ///   - breaks: what sets the two apart.
    ///   - lastDay: the last day of the earlier figure.
    public init(of now: Figure, since earlier: Figure, breaks: [ChangeBreak], lastDay: Day) {
        self.now = now
        self.earlier = earlier
        self.breaks = breaks
        isSameRecords = now.dates.map { $0 == earlier.dates && $0.upperBound <= lastDay } ?? false
    }

    /// The change of the whole; `nil` where either has no value, and for a milestone.
    public var total: PeriodChange? { change(from: earlier.total, to: now.total) }

    /// The change of a row; `nil` where there is none to compare with.
    public func change(of row: SplitRow, in split: [String]) -> PeriodChange? {
        earlier.split(split)?.rows.first { $0.key == row.key }.flatMap { change(from: $0.values, to: row.values) }
    }

    private func change(from before: FigureValues, to values: FigureValues) -> PeriodChange? {
        guard now.method != .milestone, let old = before.value, let new = values.value else { return nil }
        let isOpen = breaks.isEmpty && !isSameRecords
        return PeriodChange(
            earlier: old, difference: isOpen ? new - old : nil, error: isOpen ? error(before, values) : nil,
            isEstimate: now.isSample, breaks: breaks, isSameRecords: isSameRecords)
    }

    private func error(_ before: FigureValues, _ values: FigureValues) -> PeriodChange.SamplingError? {
        guard let one = before.sampled?.estimate, let other = values.sampled?.estimate, let own = values.error,
            let change = try? other.change(since: one), let spread = change.standardError
        else { return nil }
        return PeriodChange.SamplingError(
            standardError: spread * own.scale, margin: (try? change.margin(level: own.level)).map { $0 * own.scale },
            level: own.level, commonUnits: change.commonClusterCount)
    }
}
