import FormModel

/// How two interviews of the same units agree on one question.
///
/// The measures are those of the U.S. Census Bureau's re-interview programme (Hansen, Hurwitz and Pritzker 1964, "The
/// Estimation and Interpretation of Gross Differences and the Simple Response Variance").
public struct ResponseVariance: Hashable, Sendable {
    /// Pairs in which both interviews asked the question and got a value, a don't know or a refusal.
    public private(set) var n = 0
    /// Pairs whose answers differ.
    public private(set) var different = 0
    private var first: [String: Int] = [:]
    private var second: [String: Int] = [:]

    /// No pairs.
    public init() {}

    /// Takes a pair of answers.
    public mutating func add(_ first: String, _ second: String) {
        n += 1
        if first != second { different += 1 }
        self.first[first, default: 0] += 1
        self.second[second, default: 0] += 1
    }

    /// The gross difference rate: the pairs that differ, in percent.
    public var grossDifferenceRate: Double? { FieldProgress.percent(different, of: n) }

    /// The pairs that would agree by chance, given how often each answer was had.
    private var expected: Double {
        first.reduce(0) { $0 + Double($1.value) * Double(second[$1.key] ?? 0) } / Double(n)
    }

    /// The aggregate index of inconsistency, in percent: 100 (n − Σ fᵢᵢ) ÷ (n − Σ fᵢ. f.ᵢ ÷ n). Below 20 is low, 20 to 50
    /// moderate, above 50 high. `nil` where everyone gave one and the same answer both times.
    public var indexOfInconsistency: Double? {
        let byChance = Double(n) - expected
        return n > 0 && byChance > 0 ? 100 * Double(different) / byChance : nil
    }

    /// Cohen's kappa (1960): (p₀ − pₑ) ÷ (1 − pₑ), which is 1 less the index of inconsistency.
    public var kappa: Double? { indexOfInconsistency.map { 1 - $0 / 100 } }
}

/// The differences that re-interviews find: completed records of one form beside those of another that asks the same
/// units some of the same questions once more.
public struct ReinterviewComparison: Sendable {
    /// Units interviewed twice: the place of the record in each form.
    public let pairs: [(first: Int, second: Int)]
    /// The fields that both forms have by name and kind, in the order of the first, with how the answers agree. Rosters
    /// are not compared: nothing tells which row of one is which of the other.
    public let fields: [(field: Field, variance: ResponseVariance)]
    /// For each pair how many of the questions differ, and how many were compared.
    public let differences: [(different: Int, compared: Int)]

    /// Compares two forms over the same units; both must have the same key.
    public init(_ first: CollectedForm, _ second: CollectedForm, included: (Int) -> Bool) {
        let secondByUnit = Dictionary(
            ReinterviewComparison.units(second) { _ in true }.map { ($0.key, $0.place) }
        ) { known, _ in known }
        pairs = ReinterviewComparison.units(first, included).compactMap { unit in
            secondByUnit[unit.key].map { (unit.place, $0) }
        }
        let key = Set(first.layout.form.key)
        let common = first.layout.root.fields.compactMap { field -> (Field, Field)? in
            guard let other = second.layout.root.field(field.name), other.question.kind == field.question.kind,
                !key.contains(field.name), !field.question.isCalculated
            else { return nil }
            return (field, other)
        }
        var variances = common.map { _ in ResponseVariance() }
        var differences: [(different: Int, compared: Int)] = []
        for pair in pairs {
            var (different, compared) = (0, 0)
            for (number, fields) in common.enumerated() {
                guard let one = ReinterviewComparison.answer(first, pair.first, fields.0),
                    let other = ReinterviewComparison.answer(second, pair.second, fields.1)
                else { continue }
                variances[number].add(one, other)
                compared += 1
                if one != other { different += 1 }
            }
            differences.append((different, compared))
        }
        self.differences = differences
        fields = zip(common, variances).map { ($0.0, $1) }
    }

    private static func units(
        _ form: CollectedForm, _ included: (Int) -> Bool
    ) -> [(key: [String], place: Int)] {
        form.records.indices.compactMap { place in
            guard included(place), form.records[place].counts else { return nil }
            let parts = form.layout.keyFields.map { form.sets[0].columns[$0.index].key(at: place, of: $0.question) }
            guard !parts.isEmpty, !parts.contains(nil) else { return nil }
            return ([form.records[place].round] + parts.compactMap { $0 }, place)
        }
    }

    /// What was answered; don't know and refused are answers here, an empty or unasked question is none.
    private static func answer(_ form: CollectedForm, _ place: Int, _ field: Field) -> String? {
        switch form.sets[0].columns[field.index].answer(at: place, of: field.question) {
        case .value(let value): "=" + value.plainText
        case .missing(.dontKnow): MissingReason.dontKnow.name
        case .missing(.refused): MissingReason.refused.name
        case .missing(.unanswered), .missing(.notApplicable), .missing(.notComputed), .notAsked: nil
        }
    }
}
