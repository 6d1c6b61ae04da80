import FormModel
import Messages
import Scripting

/// Evaluates one indicator over a view of its records.
struct IndicatorEvaluation {
    let indicator: Indicator
    let set: RecordSet
    let context: ViewContext
    let options: EvaluationOptions

    /// The figure, with the splits that fit.
    func figure(splits wanted: [[String]]) throws(Message) -> Figure {
        let (contributions, faults) = try contributions()
        let weights = context.weights(of: set)
        let filter = try filter()
        var total = FigureSums()
        for row in contributions.indices where filter?[row] ?? true {
            total.add(contributions[row], weight: weights?[row] ?? 1)
        }
        var values = finished(total, coverage: filter == nil ? context.view.selection.coverage?.total : nil)
        values.failures = Array(faults.prefix(20))
        var splits: [Split] = []
        for names in wanted {
            guard let split = try split(names, contributions, weights, filter) else { continue }
            splits.append(split)
        }
        return Figure(
            indicator: indicator, method: method, total: values, splits: splits,
            silentUnits: context.view.selection.coverage?.silent ?? [], round: context.view.selection.round,
            dates: context.dates)
    }

    private var method: Method {
        if case .milestone = indicator.computation { return .milestone }
        return context.design == nil ? .census : .sample
    }

    private func finished(_ sums: FigureSums, coverage: CoverageFigure?) -> FigureValues {
        var values = sums.values(of: indicator, asOf: options.date)
        values.coverage = coverage
        StatusRule(target: indicator.target, coverageMinimum: options.coverageMinimum, date: options.date).apply(
            to: &values)
        return values
    }

    // MARK: Contributions

    /// What each row of the set adds, and the faults.
    private func contributions() throws(Message) -> ([Contribution], [FormulaFault]) {
        let count = context.view.sets[set.index].rows.count
        var contributions = [Contribution](repeating: .none, count: count)
        var rows = (0..<count).map { Int32($0) }
        var faults: [FormulaFault] = []
        if let among = indicator.among {
            let outcomes = try run(among, rows, &faults)
            var inScope: [Int32] = []
            for (row, outcome) in zip(rows, outcomes) {
                switch condition(outcome, of: among, row: row, &faults) {
                case .holds(true): inScope.append(row)
                case .holds(false): break
                case .missing(let reason): contributions[Int(row)] = .missingAmong(reason)
                case .failed: contributions[Int(row)] = .failed
                }
            }
            rows = inScope
        }
        switch indicator.computation {
        case .share(let function), .count(let function):
            try addConditions(function, rows, to: &contributions, &faults)
        case .mean(let function), .total(let function), .quantile(let function, _):
            let outcomes = try run(function, rows, &faults)
            for (row, outcome) in zip(rows, outcomes) {
                contributions[Int(row)] = number(outcome, of: function, row: row, &faults).contribution(over: 1)
            }
        case .ratio(let numerator, let denominator):
            try addRatios(numerator, denominator, rows, to: &contributions, &faults)
        case .milestone(let function):
            for (row, outcome) in zip(rows, try run(function, rows, &faults)) {
                switch outcome {
                case .day(let number): contributions[Int(row)] = .dated(Day(number: number))
                case .none: contributions[Int(row)] = .counted(numerator: 0, denominator: 1)
                case .missing(let reason): contributions[Int(row)] = .missing(reason)
                default: contributions[Int(row)] = wrong(outcome, "date | nil", function, row, &faults)
                }
            }
        case .derive: break
        }
        return (contributions, named(faults))
    }

    private func run(
        _ function: FunctionReference, _ rows: [Int32], _ faults: inout [FormulaFault]
    ) throws(Message) -> [FormulaOutcome] {
        guard !rows.isEmpty else { return [] }
        let (outcomes, found) = try context.formulas.run(function, over: set.index, rows: rows, of: context.view)
        faults += found
        return outcomes
    }

    private func addConditions(
        _ function: FunctionReference, _ rows: [Int32], to contributions: inout [Contribution],
        _ faults: inout [FormulaFault]
    ) throws(Message) {
        for (row, outcome) in zip(rows, try run(function, rows, &faults)) {
            switch condition(outcome, of: function, row: row, &faults) {
            case .holds(let holds): contributions[Int(row)] = .counted(numerator: holds ? 1 : 0, denominator: 1)
            case .missing(.dontKnow) where indicator.dontKnowIsNo:
                contributions[Int(row)] = .counted(numerator: 0, denominator: 1)
            case .missing(let reason): contributions[Int(row)] = .missing(reason)
            case .failed: contributions[Int(row)] = .failed
            }
        }
    }

    private func addRatios(
        _ numerator: FunctionReference, _ denominator: FunctionReference, _ rows: [Int32],
        to contributions: inout [Contribution], _ faults: inout [FormulaFault]
    ) throws(Message) {
        let numerators = try run(numerator, rows, &faults)
        let denominators = try run(denominator, rows, &faults)
        for (index, row) in rows.enumerated() {
            let x = number(numerators[index], of: numerator, row: row, &faults)
            let y = number(denominators[index], of: denominator, row: row, &faults)
            switch (x, y) {
            case (.failed, _), (_, .failed): contributions[Int(row)] = .failed
            case (.missing(let reason), _), (_, .missing(let reason)): contributions[Int(row)] = .missing(reason)
            case (.none, _), (_, .none): contributions[Int(row)] = .none
            case (.number(let x), .number(let y)): contributions[Int(row)] = .counted(numerator: x, denominator: y)
            }
        }
    }

    // MARK: Outcomes

    private enum Condition {
        case holds(Bool)
        case missing(MissingReason)
        case failed
    }

    private func condition(
        _ outcome: FormulaOutcome, of function: FunctionReference, row: Int32, _ faults: inout [FormulaFault]
    ) -> Condition {
        switch outcome {
        case .boolean(let holds): return .holds(holds)
        case .none: return .holds(false)
        case .missing(let reason): return .missing(reason)
        case .fault: return .failed
        case .integer, .number, .text, .day:
            _ = wrong(outcome, "true | false | nil", function, row, &faults)
            return .failed
        }
    }

    private enum Number {
        case number(Double)
        case none
        case missing(MissingReason)
        case failed

        func contribution(over denominator: Double) -> Contribution {
            switch self {
            case .number(let number): .counted(numerator: number, denominator: denominator)
            case .none: .none
            case .missing(let reason): .missing(reason)
            case .failed: .failed
            }
        }
    }

    private func number(
        _ outcome: FormulaOutcome, of function: FunctionReference, row: Int32, _ faults: inout [FormulaFault]
    ) -> Number {
        switch outcome {
        case .integer(let number): return .number(Double(number))
        case .number(let number) where number.isFinite: return .number(number)
        case .none: return .none
        case .missing(let reason): return .missing(reason)
        case .fault: return .failed
        case .number, .boolean, .text, .day:
            _ = wrong(outcome, "number | nil", function, row, &faults)
            return .failed
        }
    }

    private func wrong(
        _ outcome: FormulaOutcome, _ expected: String, _ function: FunctionReference, _ row: Int32,
        _ faults: inout [FormulaFault]
    ) -> Contribution {
        let message = Message("E-RESULT-001", ["expected": expected, "found": outcome.shown])
        faults.append(FormulaFault(record: "", place: function.place, message: message, row: row))
        return .failed
    }

    /// Faults in the order of rows, each with the id of its record.
    private func named(_ faults: [FormulaFault]) -> [FormulaFault] {
        let view = context.view.sets[set.index]
        return faults.sorted { $0.row < $1.row }.prefix(20).map { fault in
            var fault = fault
            let record = context.ids[Int(view.roots[Int(fault.row)])]
            fault.record = record
            if set.parent != nil {
                let start = view.starts[Int(view.parents[Int(fault.row)])]
                fault.record += "/\(set.name)[\(fault.row - start + 1)]"
            }
            return fault
        }
    }

    // MARK: Splits

    /// The rows that the options' filters keep; `nil` for all.
    private func filter() throws(Message) -> [Bool]? {
        guard !options.filters.isEmpty else { return nil }
        var kept = [Bool](repeating: true, count: context.view.sets[set.index].rows.count)
        for filter in options.filters {
            guard let split = try context.split(filter.name, over: set) else {
                throw Message("E-EVAL-003", ["name": filter.name, "id": indicator.id])
            }
            let wanted = split.keys.firstIndex(of: filter.key).map { Int32($0) }
            for row in kept.indices where split.places[row] != wanted { kept[row] = false }
        }
        return kept
    }

    private func split(
        _ names: [String], _ contributions: [Contribution], _ weights: [Double]?, _ filter: [Bool]?
    ) throws(Message) -> Split? {
        var parts: [SplitKeys] = []
        for name in names {
            guard let keys = try context.split(name, over: set) else { return nil }
            parts.append(keys)
        }
        let sizes = parts.map { max($0.keys.count, 1) }
        var sums = [FigureSums?](repeating: nil, count: sizes.reduce(1, *))
        for row in contributions.indices where filter?[row] ?? true {
            var cell = 0
            for (part, size) in zip(parts, sizes) { cell = cell * size + Int(part.places[row]) }
            if sums[cell] == nil { sums[cell] = FigureSums() }
            sums[cell]?.add(contributions[row], weight: weights?[row] ?? 1)
        }
        let coverage = names.count == 1 ? context.view.selection.coverage?.by(names[0]) : nil
        var rows: [SplitRow] = []
        for (cell, sum) in sums.enumerated() {
            guard let sum else { continue }
            var rest = cell
            var places: [Int] = []
            for size in sizes.reversed() {
                places.insert(rest % size, at: 0)
                rest /= size
            }
            let key = zip(parts, places).map { $0.keys[$1] }
            rows.append(
                SplitRow(
                    key: key, label: zip(parts, places).map { $0.labels[$1] },
                    values: finished(sum, coverage: key.count == 1 ? coverage?[key[0]] : nil)))
        }
        if names.count == 1, filter == nil { rows = withSilent(rows, names[0], coverage) }
        return Split(names: names, rows: rows)
    }

    /// In a split by the form's own key field, who did not report has a row with no value (`semantics.md` 3.7).
    private func withSilent(_ rows: [SplitRow], _ name: String, _ coverage: [String: CoverageFigure]?) -> [SplitRow] {
        guard let coverage, context.view.selection.coverage?.isKey(name) == true,
            let list = context.view.binding.layout.root.field(name)?.question.choices
        else { return rows }
        let known = Set(rows.map { $0.key[0] })
        let silent = coverage.keys.filter { !known.contains($0) }.map { key in
            SplitRow(
                key: [key], label: [list[key]?.label.text(in: options.language) ?? key],
                values: finished(FigureSums(), coverage: coverage[key]))
        }
        return (rows + silent).sorted { left, right in
            let (a, b) = (list.position(of: left.key[0]) ?? .max, list.position(of: right.key[0]) ?? .max)
            return (a, left.key[0]) < (b, right.key[0])
        }
    }
}

extension FormulaOutcome {
    /// What a message calls the outcome.
    var shown: String {
        switch self {
        case .none: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .text(let text): "\"\(text)\""
        case .day(let number): Day(number: number).iso
        case .missing(let reason): reason.name
        case .fault: "…"
        }
    }
}
