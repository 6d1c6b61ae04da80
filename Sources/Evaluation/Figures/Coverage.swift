/// Who should have reported, and who did (`semantics.md` 3.7). Every figure of a form asks the same of it: what was found is
/// kept.
final class Coverage {
    /// The key fields that the units are named by.
    let keyFields: [String]
    private let expected: [[String]: Int]
    private let reporting: [[String]: Int]
    private var known: [String: [String: CoverageFigure]] = [:]

    /// - Parameters:
    ///   - expected: how many reports each unit owed.
    ///   - reporting: how many of them came.
    init(keyFields: [String], expected: [([String], Int)], reporting: [([String], Int)]) {
        self.keyFields = keyFields
        self.expected = Dictionary(expected) { first, _ in first }
        self.reporting = Dictionary(reporting) { first, _ in first }
    }

    /// All units together.
    private(set) lazy var total = CoverageFigure(
        expected: expected.values.reduce(0, +), reporting: reporting.values.reduce(0, +))

    /// The units by the value of one key field; `nil` where it is none of the units' fields.
    func by(_ field: String) -> [String: CoverageFigure]? {
        if let known = known[field] { return known }
        guard let place = keyFields.firstIndex(of: field) else { return nil }
        var figures: [String: CoverageFigure] = [:]
        for (key, count) in expected { figures[key[place], default: CoverageFigure()].expected += count }
        for (key, count) in reporting { figures[key[place], default: CoverageFigure()].reporting += count }
        known[field] = figures
        return figures
    }

    /// Whether a field alone names the units: a split by it lists those that did not report.
    func isKey(_ field: String) -> Bool { keyFields == [field] }

    /// The units that owe a report and sent none, sorted.
    private(set) lazy var silent: [[String]] = expected.filter { $0.value > 0 && (reporting[$0.key] ?? 0) == 0 }
        .keys.sorted { $0.lexicographicallyPrecedes($1) }
}

/// How many reports were owed, and how many came.
public struct CoverageFigure: Hashable, Sendable {
    /// How many were owed.
    public var expected = 0
    /// How many came.
    public var reporting = 0

    /// So many of so many.
    public init(expected: Int = 0, reporting: Int = 0) {
        self.expected = expected
        self.reporting = reporting
    }

    /// The share that came, in percent; `nil` where none was owed.
    public var percent: Double? { expected > 0 ? 100 * Double(reporting) / Double(expected) : nil }
}
