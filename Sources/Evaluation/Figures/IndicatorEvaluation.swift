import FormModel
import Messages

/// Evaluates one indicator over a view of its records.
struct IndicatorEvaluation {
    let indicator: Indicator
    let set: RecordSet
    let context: ViewContext
    /// The designs, if the records are a sample.
    let plan: DesignPlan?
    let options: EvaluationOptions

    private var selection: RecordSelection { context.view.selection }

    /// The figure, with the splits that fit.
    func figure(splits wanted: [[String]]) throws(Message) -> Figure {
        let kept = try context.selection(of: set, for: indicator)
        let contributions = try Contributions(of: indicator, over: set, in: context)
        var weights: [Double]?
        var notes: [Message] = []
        if let plan {
            let weighed = try context.weights(of: set, by: plan)
            weights = weighed.weights
            notes = weighed.notes
        }
        var total = FigureSums()
        for (row, contribution) in contributions.rows.enumerated() where kept.keeps(row) {
            total.add(contribution, weight: weights?[row] ?? 1)
        }
        var values = finished(hasRecords(kept) ? total : nil, coverage: totalCoverage)
        values.failed += kept.failed
        let found = try contributions.faults(keeping: kept)
        values.failures = Array((values.failures + found.first + kept.failures).prefix(FormulaFault.told))
        var faults = found.groups.merging(kept.faults)
        var splits: [Split] = []
        for names in wanted {
            guard let split = try split(names, contributions.rows, weights, kept, &faults) else { continue }
            splits.append(split)
        }
        return Figure(
            indicator: indicator, method: method, designs: plan?.parts.map(\.design.id) ?? [], total: values,
            splits: splits, silentUnits: selection.coverage?.silent ?? [], round: selection.round,
            dates: context.dates, faults: faults, notes: notes)
    }

    private var method: Method {
        if case .milestone = indicator.computation { return .milestone }
        return plan == nil ? .census : .sample
    }

    /// The numbers of some sums; of no records, that nothing is known.
    private func finished(_ sums: FigureSums?, coverage: CoverageFigure?) -> FigureValues {
        var values = sums?.values(of: indicator, asOf: options.date) ?? FigureValues()
        values.coverage = coverage
        // A part whose units nobody knows is no better covered than the whole.
        values.judgedCoverage = coverage?.percent ?? selection.coverage?.total.percent
        StatusRule(indicator, options: options).apply(to: &values)
        return values
    }

    /// Whether anything was reported: a record without a row in its roster has reported that there is none.
    private func hasRecords(_ kept: RowSelection) -> Bool {
        kept.kept?.contains(true) ?? !context.view.sets[0].rows.isEmpty
    }

    /// The coverage of all units, or of those that a filter by a key field keeps; other filters tell nothing of units
    /// that have no record.
    private var totalCoverage: CoverageFigure? {
        guard let filter = options.filters.first else { return selection.coverage?.total }
        guard options.filters.count == 1 else { return nil }
        return selection.coverage?.by(filter.name)?[filter.key]
    }

    // MARK: Splits

    private func split(
        _ names: [String], _ contributions: [Contribution], _ weights: [Double]?, _ kept: RowSelection,
        _ faults: inout [FaultGroup]
    ) throws(Message) -> Split? {
        var parts: [SplitKeys] = []
        for name in names {
            guard let keys = try context.split(name, over: set) else { return nil }
            parts.append(keys)
        }
        let cells = context.cells(parts, names: names, over: set)
        let misplaced = parts.reduce(into: Set<Int32>()) { $0.formUnion($1.failed) }
        var sums = [FigureSums?](repeating: nil, count: cells.parts.count)
        for (row, contribution) in contributions.enumerated() where kept.keeps(row) {
            let cell = Int(cells.places[row])
            if sums[cell] == nil { sums[cell] = FigureSums() }
            sums[cell]?.add(contribution, weight: weights?[row] ?? 1)
            if misplaced.contains(Int32(row)), contribution != .failed { sums[cell]?.addMisplaced() }
        }
        let coverage = names.count == 1 ? selection.coverage?.by(names[0]) : nil
        let failures = parts.flatMap(\.failures)
        for part in parts { faults = faults.merging(part.faults) }
        var rows: [SplitRow] = []
        for (cell, sum) in sums.enumerated() {
            guard let sum else { continue }
            let places = zip(parts, cells.parts[cell])
            let key = places.map { $0.keys[Int($1)] }
            var values = finished(sum, coverage: key.count == 1 ? coverage?[key[0]] : nil)
            if key.contains(SplitRow.unknown) {
                values.failures = Array((values.failures + failures).prefix(FormulaFault.told))
            }
            rows.append(SplitRow(key: key, label: places.map { $0.labels[Int($1)] }, values: values))
        }
        if names.count == 1, kept.kept == nil { rows = withSilent(rows, names[0], coverage) }
        return Split(names: names, rows: rows)
    }

    /// In a split by the form's own key field, who owes a report and sent none has a row with no value
    /// (`semantics.md` 3.7).
    private func withSilent(_ rows: [SplitRow], _ name: String, _ coverage: [String: CoverageFigure]?) -> [SplitRow] {
        guard let coverage, selection.coverage?.isKey(name) == true,
            let list = context.view.binding.layout.root.field(name)?.question.choices
        else { return rows }
        let known = Set(rows.map { $0.key[0] })
        let silent = coverage.filter { $0.value.expected > 0 && !known.contains($0.key) }.map { key, coverage in
            SplitRow(
                key: [key], label: [list[key]?.label.text(in: options.language) ?? key],
                values: finished(nil, coverage: coverage))
        }
        guard !silent.isEmpty else { return rows }
        // In the order of the list, then what the list does not hold, the unknown last.
        func rank(_ row: SplitRow) -> (Int, Int, String) {
            let key = row.key[0]
            return (key == SplitRow.unknown ? 1 : 0, list.position(of: key) ?? .max, key)
        }
        return (rows + silent).sorted { rank($0) < rank($1) }
    }
}
