import FormModel
import LuaRuntime
import Messages
import Scripting

/// Evaluates an indicator that is made from others (`derive`), for the total and for each row that its sources share.
final class DerivedEvaluation {
    private let indicator: Indicator
    private let function: FunctionReference
    private let evaluator: Evaluator
    private var sources: [String: Figure] = [:]
    private var demands: [Indicator] = []

    init(_ indicator: Indicator, function: FunctionReference, evaluator: Evaluator) {
        self.indicator = indicator
        self.function = function
        self.evaluator = evaluator
    }

    private var host: ScriptHost { evaluator.workspace.host }

    func figure() throws(Message) -> Figure {
        var total = try values { $0.total }
        let sources = self.sources.values.sorted { $0.indicator.id < $1.indicator.id }
        for source in sources where source.method == .sample && isUnweighted(source) {
            throw Message("E-DERIVE-001", ["id": indicator.id, "source": source.indicator.id])
        }
        finish(&total, sources.map(\.total))
        var splits: [Split] = []
        for names in evaluator.splits(of: indicator) {
            if let split = try split(names, sources) { splits.append(split) }
        }
        let dates = sources.compactMap(\.dates)
        let range = dates.map(\.lowerBound).min().flatMap { first in dates.map(\.upperBound).max().map { first...$0 } }
        return Figure(
            indicator: indicator, method: .derived, total: total, splits: splits,
            silentUnits: sources.flatMap(\.silentUnits), round: nil, dates: range, sources: sources.map(\.indicator.id))
    }

    private func isUnweighted(_ figure: Figure) -> Bool {
        guard let over = figure.indicator.over?.split(separator: ".").first else { return false }
        return evaluator.workspace.designs.contains {
            $0.form == over && $0.period == figure.round && $0.weight == .one
        }
    }

    // MARK: Values

    /// Runs the function with the numbers that `pick` takes of each source; a source not yet there is worked out first.
    private func values(_ pick: @escaping (Figure) -> FigureValues?) throws(Message) -> FigureValues {
        let limit = Duration.seconds(evaluator.workspace.limits.record)
        while true {
            host.removeObjects()
            let object = host.add(SourceFigures(self, pick: pick))
            defer { host.removeObjects() }
            host.today = evaluator.options.date
            switch evaluator.workspace.state.call(
                host.functions[function], [object], limit: limit)
            {
            case .notReady:
                let wanted = demands
                demands = []
                for source in wanted { sources[source.id] = try evaluator.figure(of: source) }
            case .value(let value): return values(of: value)
            case .missing(let reason):
                var values = FigureValues()
                values.missing = reason == MissingReason.notComputed.lua ? [:] : [MissingReason(lua: reason): 1]
                return values
            case .fault(let fault):
                var values = FigureValues()
                values.failed = 1
                let diagnostic = Diagnostic(fault, in: evaluator.workspace)
                values.failures = [
                    FormulaFault(record: indicator.id, place: diagnostic.place, message: diagnostic.message, row: 0)
                ]
                return values
            }
        }
    }

    private func values(of lua: LuaValue) -> FigureValues {
        var values = FigureValues()
        let number: Double
        switch lua {
        case .none: return values
        case .integer(let integer): number = Double(integer)
        case .number(let value) where value.isFinite: number = value
        default:
            values.failed = 1
            let message = Message("E-RESULT-001", ["expected": "number | nil", "found": lua.shown])
            values.failures = [FormulaFault(record: indicator.id, place: function.place, message: message, row: 0)]
            return values
        }
        values.value = number
        // What is the ratio of two sums keeps its parts, and is a percentage where the unit says so.
        if let ratio = host.ratios.last(where: { $0.value == number }) {
            values.numerator = ratio.numerator
            values.denominator = ratio.denominator
            if indicator.unit == "percent" { values.value = 100 * ratio.numerator / ratio.denominator }
        }
        return values
    }

    private func finish(_ values: inout FigureValues, _ parts: [FigureValues]) {
        values.n = parts.map(\.n).reduce(0, +)
        for part in parts {
            values.missing.merge(part.missing, uniquingKeysWith: +)
            values.missingAmong.merge(part.missingAmong, uniquingKeysWith: +)
            values.failed += part.failed
            values.failures += part.failures
            values.atLeast = values.atLeast || part.atLeast
        }
        values.failures = Array(values.failures.prefix(20))
        values.sourceCoverage = parts.compactMap(\.coveragePercent).min()
        StatusRule(
            target: indicator.target, coverageMinimum: evaluator.options.coverageMinimum, date: evaluator.options.date
        ).apply(to: &values)
    }

    // MARK: Splits

    /// A split that every source has: rows by their keys, in the order of the first source that has them.
    private func split(_ names: [String], _ sources: [Figure]) throws(Message) -> Split? {
        guard !sources.isEmpty else { return nil }
        var rows: [SplitRow] = []
        for source in sources {
            guard let split = source.split(names) else { return nil }
            for row in split.rows where !rows.contains(where: { $0.key == row.key }) { rows.append(row) }
        }
        var derived: [SplitRow] = []
        for row in rows {
            let find = { (figure: Figure) in figure.split(names)?.rows.first { $0.key == row.key }?.values }
            var values = try values(find)
            finish(&values, sources.compactMap(find))
            derived.append(SplitRow(key: row.key, label: row.label, values: values))
        }
        return Split(names: names, rows: derived)
    }

    // MARK: Objects

    /// The figures that a derive function reads: `i.vneid_account.numerator`.
    private final class SourceFigures: HostObject {
        let scriptName = "i"
        private let evaluation: DerivedEvaluation
        private let pick: (Figure) -> FigureValues?

        init(_ evaluation: DerivedEvaluation, pick: @escaping (Figure) -> FigureValues?) {
            self.evaluation = evaluation
            self.pick = pick
        }

        func property(_ name: String) -> HostReply {
            guard let indicator = evaluation.evaluator.workspace.indicator(name) else {
                return .unknown(
                    name: name, of: scriptName, candidates: evaluation.evaluator.workspace.indicators.map(\.id))
            }
            guard let figure = evaluation.sources[name] else {
                evaluation.demands.append(indicator)
                return .notReady(0)
            }
            return .value(evaluation.host.add(FigureObject(name, pick(figure) ?? FigureValues())))
        }

        func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
            .unknown(name: method, of: scriptName, candidates: [])
        }
    }
}

/// A figure as scripts read it: `value`, `numerator`, `denominator`, `n`, `missing`, `expected`, `coverage`.
final class FigureObject: HostObject {
    let scriptName: String
    private let values: FigureValues

    init(_ name: String, _ values: FigureValues) {
        self.scriptName = name
        self.values = values
    }

    private static let names = ["value", "numerator", "denominator", "n", "missing", "expected", "coverage"]

    func property(_ name: String) -> HostReply {
        switch name {
        case "value": number(values.value)
        case "numerator": number(values.numerator)
        case "denominator": number(values.denominator)
        case "n": .value(.integer(Int64(values.n)))
        case "missing": .value(.integer(Int64(values.missingCount)))
        case "expected": number(values.expected)
        case "coverage": number(values.coveragePercent)
        default: .unknown(name: name, of: scriptName, candidates: FigureObject.names)
        }
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        .unknown(name: method, of: scriptName, candidates: FigureObject.names)
    }

    /// A number that is not there is missing: what is derived from it has no value (`semantics.md` 4.1).
    private func number(_ value: Double?) -> HostReply {
        value.map { .value(.number($0)) } ?? .missing(MissingReason.notComputed.lua)
    }
}
