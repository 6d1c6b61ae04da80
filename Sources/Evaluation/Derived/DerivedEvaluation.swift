import FormModel
import LuaRuntime
import Messages
import Scripting

/// Evaluates an indicator that is made from others (`derive`), for the total and for each row that its sources have.
final class DerivedEvaluation: FigureReading {
    /// The indicator; its unit is settled by the first value, if the script does not say it.
    private var indicator: Indicator
    private var isUnitSettled: Bool
    /// Whether the function gave a ratio.
    private var hasRatio = false
    private let function: FunctionReference
    let evaluator: Evaluator
    private var wanted: [[String]] = []
    /// In the order in which the function reads them.
    private(set) var sources: [Figure] = []
    var demands: [Indicator] = []

    init(_ indicator: Indicator, function: FunctionReference, evaluator: Evaluator) {
        self.indicator = indicator
        self.isUnitSettled = indicator.hasOwnUnit
        self.function = function
        self.evaluator = evaluator
    }

    private var host: ScriptHost { evaluator.workspace.host }

    /// The figure, with the splits that every source has.
    func figure(splits wanted: [[String]]) throws(Message) -> Figure {
        self.wanted = wanted
        var total = try values { $0.total }
        addError(&total) { $0.total }
        finish(&total, sources.map(\.total))
        var splits: [Split] = []
        for names in wanted {
            if let split = try split(names) { splits.append(split) }
        }
        let dates = sources.compactMap(\.dates)
        let range = dates.map(\.lowerBound).min().flatMap { first in dates.map(\.upperBound).max().map { first...$0 } }
        return Figure(
            indicator: indicator, method: .derived, total: total, splits: splits,
            silentUnits: silentUnits, round: nil, dates: range,
            sources: sources.map(\.indicator.id), faults: faults(of: total),
            notes: sources.flatMap(\.notes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            versions: sources.flatMap(\.versions).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            sourceBreaks: sources.flatMap(\.declaredBreaks).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }

    /// The silent units of the sources' forms, each once.
    private var silentUnits: [[String]] {
        var told: Set<[String]> = []
        return sources.flatMap(\.silentUnits).filter { told.insert($0).inserted }
    }

    /// What went wrong in the sources, and in the function itself.
    private func faults(of total: FigureValues) -> [FaultGroup] {
        let own = total.failures.filter { $0.record == indicator.id }.map {
            FaultGroup(ofFigure: $0.place, message: $0.message)
        }
        return sources.reduce([]) { $0.merging($1.faults) }.merging(own)
    }

    // MARK: Values

    /// Runs the function with the numbers that `pick` takes of each source; a source not yet there is worked out first.
    private func values(_ pick: @escaping (Figure) -> FigureValues) throws(Message) -> FigureValues {
        let limit = Duration.seconds(evaluator.workspace.limits.record)
        defer { host.removeObjects() }
        while true {
            host.removeObjects()
            let object = host.add(SourceFigures(self, pick: pick))
            host.isDeriving = true
            let outcome = evaluator.workspace.state.call(host.functions[function], [object], limit: limit)
            host.isDeriving = false
            switch outcome {
            case .notReady where !demands.isEmpty: try satisfyDemands()
            case .notReady: return failed(LocatedFault(place: function.place, message: Message("E-HOST-001")))
            case .value(let value): return values(of: value)
            // A source without the number: there is no value, and why is told with the sources.
            case .missing: return FigureValues()
            case .fault(let fault):
                let diagnostic = Diagnostic(fault, in: evaluator.workspace)
                return failed(LocatedFault(place: diagnostic.place, message: diagnostic.message))
            }
        }
    }

    private func satisfyDemands() throws(Message) {
        for source in demands {
            let figure = try evaluator.figure(of: source, splits: wanted)
            if figure.method == .sample, isUnweighted(figure) {
                throw Message("E-DERIVE-001", ["id": indicator.id, "source": source.id])
            }
            sources.append(figure)
        }
        demands = []
    }

    /// Numbers of the population cannot be added up from a sample whose records stand only for themselves.
    private func isUnweighted(_ figure: Figure) -> Bool {
        evaluator.workspace.designs.contains { figure.designs.contains($0.id) && $0.standsForItself }
    }

    private func failed(_ fault: LocatedFault) -> FigureValues {
        var values = FigureValues()
        values.failed = 1
        values.failures = [FormulaFault(figure: indicator.id, fault)]
        return values
    }

    /// A number is in the unit as it is; what came out of ratios is 1 for the whole, hence 100 in percent.
    private func values(of lua: LuaValue) -> FigureValues {
        guard let number = DerivedNumber(lua) else {
            let message = Message("E-RESULT-001", ["expected": "number | nil", "found": lua.shown])
            return failed(LocatedFault(place: function.place, message: message))
        }
        var values = FigureValues()
        switch number {
        case .none: break
        case .plain(let number):
            settle(unit: "number")
            values.value = number
        case .ratio(let number, let parts):
            settle(unit: "percent")
            hasRatio = true
            let scale = indicator.unit == "percent" ? 100.0 : 1
            values.numerator = parts?.numerator
            values.denominator = parts?.denominator
            values.value = parts.map { scale * $0.numerator / $0.denominator } ?? scale * number
        }
        return values
    }

    // MARK: Errors

    /// The error that the sources' errors make.
    private func addError(_ values: inout FigureValues, _ pick: @escaping (Figure) -> FigureValues) {
        guard values.value != nil, sources.contains(where: { pick($0).sampled != nil }) else { return }
        let derivation = DerivedEstimate(
            sources: sources.map { DerivedEstimate.Source(figure: $0, values: pick($0)) },
            function: { [self] moved in number { moved[$0.indicator.id] ?? pick($0) } })
        guard let sampled = derivation.value() else { return }
        values.sampled = sampled
        values.error = SamplingError(
            sampled.estimate, of: indicator, scale: indicator.unit == "percent" && isRatio(values) ? 100 : 1)
    }

    /// Whether the value was made of a ratio: a plain number stands in the unit as it is.
    private func isRatio(_ values: FigureValues) -> Bool { hasRatio || values.numerator != nil }

    /// What the function gives with other numbers of its sources, all of which are known; `nil` where it gives none.
    private func number(_ pick: @escaping (Figure) -> FigureValues) -> DerivedNumber? {
        host.removeObjects()
        defer { host.removeObjects() }
        let object = host.add(SourceFigures(self, pick: pick))
        host.isDeriving = true
        defer { host.isDeriving = false }
        let limit = Duration.seconds(evaluator.workspace.limits.record)
        let outcome = evaluator.workspace.state.call(host.functions[function], [object], limit: limit)
        guard case .value(let value) = outcome else { return nil }
        return DerivedNumber(value)
    }

    private func settle(unit: String) {
        if !isUnitSettled { indicator.unit = unit }
        isUnitSettled = true
    }

    private func finish(_ values: inout FigureValues, _ parts: [FigureValues]) {
        values.n = parts.map(\.n).reduce(0, +)
        for part in parts {
            values.missing.merge(part.missing, uniquingKeysWith: +)
            values.missingAmong.merge(part.missingAmong, uniquingKeysWith: +)
            values.failed += part.failed
            values.exceeding += part.exceeding
            values.failures += part.failures
            values.atLeast = values.atLeast || part.atLeast
        }
        values.failures = Array(values.failures.prefix(FormulaFault.told))
        values.coverage = parts.compactMap(\.coverage).min { ($0.percent ?? .infinity) < ($1.percent ?? .infinity) }
        values.judgedCoverage = parts.compactMap(\.judgedCoverage).min()
        StatusRule(indicator, options: evaluator.options).apply(to: &values)
    }

    // MARK: Splits

    /// A split that every source has. A row that only some sources have is one in which the others sum up nothing, so
    /// that rows add up to the total.
    private func split(_ names: [String]) throws(Message) -> Split? {
        let splits = sources.compactMap { $0.split(names) }
        guard !sources.isEmpty, splits.count == sources.count else { return nil }
        var derived: [SplitRow] = []
        var tables: [String: [[String]: FigureValues]] = [:]
        for row in DerivedEvaluation.rows(of: splits) {
            let pick = { (figure: Figure) -> FigureValues in
                // A source that is read for this row only may not have the split.
                guard let split = figure.split(names) else { return FigureValues() }
                let table =
                    tables[figure.indicator.id]
                    ?? Dictionary(split.rows.map { ($0.key, $0.values) }) { first, _ in first }
                tables[figure.indicator.id] = table
                return table[row.key] ?? figure.valuesOfNone
            }
            var values = try values(pick)
            addError(&values, pick)
            finish(&values, sources.map(pick))
            derived.append(SplitRow(key: row.key, label: row.label, values: values))
        }
        return Split(names: names, rows: derived)
    }

    /// The rows that any of the splits has: in the order in which the parts of keys first come up, unknown ones last.
    static func rows(of splits: [Split]) -> [(key: [String], label: [String])] {
        var labels: [[String]: [String]] = [:]
        var ranks: [[String: Int]] = Array(repeating: [:], count: splits[0].names.count)
        for row in splits.flatMap(\.rows) where labels[row.key] == nil {
            labels[row.key] = row.label
            for (part, key) in row.key.enumerated() where ranks[part][key] == nil {
                ranks[part][key] = key == SplitRow.unknown ? .max : ranks[part].count
            }
        }
        let ordered = labels.map { key, label in
            (rank: zip(ranks, key).map { $0[$1] ?? .max }, key: key, label: label)
        }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
        return ordered.map { ($0.key, $0.label) }
    }
}

extension Figure {
    /// The numbers of a row in which no record stands: its sums are 0 where the figure has sums at all.
    fileprivate var valuesOfNone: FigureValues {
        var values = FigureValues()
        values.judgedCoverage = total.judgedCoverage
        guard total.numerator != nil else { return values }
        values.numerator = 0
        values.denominator = total.denominator.map { _ in 0 }
        values.value = total.denominator == nil ? 0 : nil
        return values
    }
}
