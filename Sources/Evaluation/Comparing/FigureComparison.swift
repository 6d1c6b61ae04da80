import FormModel

/// A figure, or a row of its split, that is another one than before.
public struct FigureChange: Hashable, Sendable {
    /// The indicator, as it is now; as it was, where it is no more.
    public let indicator: Indicator
    /// The names of the split; empty for the total.
    public let split: [String]
    /// The key of the row; empty for the total.
    public let key: [String]
    /// What the parts of the key are called.
    public let label: [String]
    /// The numbers before; `nil` where there were none.
    public let old: FigureValues?
    /// The numbers now; `nil` where there are none any more.
    public let new: FigureValues?
    /// The indicator as it was, for its unit and target.
    public let oldIndicator: Indicator?
    /// The indicator as it is.
    public let newIndicator: Indicator?
}

/// What two evaluations differ in, to the last bit: totals first, then the rows of each split that either has.
public struct FigureComparison: Hashable, Sendable {
    /// What differs, in the order of the figures now, then those that are gone.
    public let changes: [FigureChange]
    /// How many indicators were compared.
    public let count: Int

    /// Compares the figures of two evaluations.
    public init(from old: [Figure], to new: [Figure]) {
        let before = Dictionary(old.map { ($0.indicator.id, $0) }) { first, _ in first }
        let now = Set(new.map(\.indicator.id))
        var changes: [FigureChange] = []
        for figure in new { changes += FigureComparison.changes(from: before[figure.indicator.id], to: figure) }
        for figure in old where !now.contains(figure.indicator.id) {
            changes += FigureComparison.changes(from: figure, to: nil)
        }
        self.changes = changes
        self.count = now.union(before.keys).count
    }

    /// The ids of the indicators of which anything differs.
    public var indicators: [String] {
        changes.map(\.indicator.id).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private static func changes(from old: Figure?, to new: Figure?) -> [FigureChange] {
        guard let indicator = new?.indicator ?? old?.indicator else { return [] }
        func change(_ split: [String], _ key: [String], _ label: [String], _ one: FigureValues?, _ other: FigureValues?)
            -> FigureChange?
        {
            if let one, let other, one.isSame(as: other), old?.indicator.unit == new?.indicator.unit { return nil }
            if one == nil, other == nil { return nil }
            return FigureChange(
                indicator: indicator, split: split, key: key, label: label, old: one, new: other,
                oldIndicator: old?.indicator, newIndicator: new?.indicator)
        }
        var found = [change([], [], [], old?.total, new?.total)].compactMap { $0 }
        // A figure that is new, or gone, is told once; so is a split.
        guard let old, let new else { return found }
        for split in new.splits {
            guard let other = old.split(split.names) else { continue }
            let before = Dictionary(other.rows.map { ($0.key, $0) }) { first, _ in first }
            let keys = Set(split.rows.map(\.key))
            found += split.rows.compactMap {
                change(split.names, $0.key, $0.label, before[$0.key]?.values, $0.values)
            }
            found += other.rows.filter { !keys.contains($0.key) }.compactMap {
                change(split.names, $0.key, $0.label, $0.values, nil)
            }
        }
        return found
    }
}

extension FigureValues {
    /// Whether a reader would find the same: value, parts, counts, what is missing, standing, error.
    fileprivate func isSame(as other: FigureValues) -> Bool {
        var (one, two) = (self, other)
        // Where a formula stands, and in what words it failed, is no part of the figure.
        (one.failures, two.failures) = ([], [])
        (one.judgedCoverage, two.judgedCoverage) = (nil, nil)
        return one == two
    }
}
