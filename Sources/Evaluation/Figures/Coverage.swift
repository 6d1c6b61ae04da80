/// Who should have reported, and who did (`semantics.md` 3.7). Every figure of a form asks the same of it: what was found is
/// kept.
final class Coverage {
    /// The key fields that the units are named by.
    let keyFields: [String]
    private let units: FrameUnits
    private let expected: [Int?]
    private let reporting: [Int]
    private var known: [String: [String: CoverageFigure]] = [:]

    /// - Parameters:
    ///   - expected: how many reports each unit owed; `nil` for one that is not asked for any.
    ///   - reporting: how many of them came.
    init(keyFields: [String], _ units: FrameUnits, expected: [Int?], reporting: [Int]) {
        self.keyFields = keyFields
        self.units = units
        self.expected = expected
        self.reporting = reporting
    }

    /// All units together.
    private(set) lazy var total = CoverageFigure(
        expected: expected.reduce(0) { $0 + ($1 ?? 0) }, reporting: reporting.reduce(0, +))

    /// The units by the value of one key field; `nil` where it is none of the units' fields.
    func by(_ field: String) -> [String: CoverageFigure]? {
        if let known = known[field] { return known }
        guard let place = keyFields.firstIndex(of: field) else { return nil }
        let (parts, texts) = units.parts(ofField: place)
        var figures = texts.map { _ in CoverageFigure?.none }
        for (unit, part) in parts.enumerated() {
            guard let expected = expected[unit] else { continue }
            var figure = figures[Int(part)] ?? CoverageFigure()
            figure.expected += expected
            figure.reporting += reporting[unit]
            figures[Int(part)] = figure
        }
        var found: [String: CoverageFigure] = [:]
        for (text, figure) in zip(texts, figures) { found[text] = figure }
        known[field] = found
        return found
    }

    /// Whether a field alone names the units: a split by it lists those that did not report.
    func isKey(_ field: String) -> Bool { keyFields == [field] }

    /// The units that owe a report and sent none, sorted.
    private(set) lazy var silent: [[String]] = expected.indices.filter { expected[$0] ?? 0 > 0 && reporting[$0] == 0 }
        .map(units.key).sorted { $0.lexicographicallyPrecedes($1) }
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
