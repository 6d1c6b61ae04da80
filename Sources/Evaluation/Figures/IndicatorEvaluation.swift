import Estimation
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
        var fitting: [FigureSplit] = []
        for names in wanted { if let split = try split(names) { fitting.append(split) } }
        let added = try added(fitting, kept)
        var values = try finished(
            hasRecords(kept) ? added.total : nil, coverage: totalCoverage, added.estimates, added.members)
        values.failed += kept.failed
        values.failures = Array((values.failures + added.failures + kept.failures).prefix(FormulaFault.told))
        var faults = added.faults.merging(kept.faults)
        var splits: [Split] = []
        for (place, split) in fitting.enumerated() {
            splits.append(try finished(split, added, place, kept, &faults))
        }
        let notes = added.notes + doubts(values, splits, known: added.notes)
        return Figure(
            indicator: indicator, method: method, designs: plan?.parts.map(\.design.id) ?? [], total: values,
            splits: splits, silentUnits: selection.coverage?.silent ?? [], round: selection.round,
            dates: context.dates, faults: faults, notes: notes, versions: [context.versions])
    }

    /// A split that fits, if it does.
    private func split(_ names: [String]) throws(Message) -> FigureSplit? {
        var parts: [SplitKeys] = []
        for name in names {
            guard let keys = try context.split(name, over: set) else { return nil }
            parts.append(keys)
        }
        return FigureSplit(names: names, parts: parts, cells: context.cells(parts, names: names, over: set))
    }

    // MARK: Adding up

    /// What the rows add up to.
    private func added(_ splits: [FigureSplit], _ kept: RowSelection) throws(Message) -> AddedRows {
        if plan == nil, let tally = try context.tally(of: indicator, over: set, splits) {
            return try added(tally, splits, kept)
        }
        let contributions = try Contributions(of: indicator, over: set, in: context)
        var added = AddedRows(splits)
        var weights: [Double]?
        added.estimates = unweighted(contributions.rows)
        if let plan, let found = try context.sample(of: set, by: plan) {
            weights = found.outcome.sample.weights
            added.notes = found.notes
            added.estimates = SampleEstimates(
                indicator: indicator, rows: SampledRows(found.outcome.sample, contributions.rows),
                names: found.outcome.names)
        }
        if weights == nil, added.estimates == nil {
            added.add(contributions.rows, kept, splits)
        } else {
            for (row, contribution) in contributions.rows.enumerated() where kept.keeps(row) {
                added.add(contribution, row: row, weight: weights?[row] ?? 1, splits)
            }
        }
        try added.take(contributions.faults(keeping: kept))
        return added
    }

    /// The sums of a pass, with the rows that it left to the interpreter.
    private func added(
        _ tally: FigureTally, _ splits: [FigureSplit], _ kept: RowSelection
    ) throws(Message) -> AddedRows {
        var added = AddedRows(splits)
        (added.total, added.splits) = (tally.total, tally.splits)
        if !tally.open.isEmpty {
            let contributions = try Contributions(of: indicator, over: set, in: context, only: tally.open)
            for (row, contribution) in zip(tally.open, contributions.rows) {
                added.add(contribution, row: Int(row), weight: 1, splits)
            }
            try added.take(contributions.faults(keeping: kept))
        }
        let told = Set(tally.open)
        for (place, split) in splits.enumerated() {
            for row in split.misplaced where kept.keeps(Int(row)) && !told.contains(row) {
                added.splits[place][Int(split.cells.places[Int(row)])]?.addMisplaced()
            }
        }
        return added
    }

    private var method: Method {
        if case .milestone = indicator.computation { return .milestone }
        return plan == nil ? .census : .sample
    }

    /// What is to be known of a sample's figure beside its numbers: that its sums are those of the sample, and where it has
    /// no interval, which otherwise looks like a census.
    private func doubts(_ total: FigureValues, _ splits: [Split], known: [Message]) -> [Message] {
        guard let design = plan?.parts.first?.design else { return [] }
        var notes: [Message] = []
        switch indicator.computation {
        case .total, .count:
            if plan?.parts.contains(where: \.design.standsForItself) == true {
                notes.append(Message("N-ESTIMATE-003", ["design": design.id, "id": indicator.id]))
            }
        case .share, .mean, .quantile, .ratio, .milestone, .derive: break
        }
        // Strata with one unit were told of.
        guard !known.contains(where: { $0.code == "N-ESTIMATE-000" }) else { return notes }
        var open: [String] = []
        if lacksInterval(total) { open.append(indicator.label.text(in: options.language)) }
        for row in splits.flatMap(\.rows) where lacksInterval(row.values) {
            open.append(row.label.joined(separator: " · "))
        }
        guard !open.isEmpty else { return notes }
        let names = open.prefix(3).joined(separator: ", ")
        let more = open.count > 3 ? "\(open.count - 3)" : ""
        notes.append(
            Message("N-ESTIMATE-004", ["id": indicator.id, "count": "\(open.count)", "names": names, "more": more]))
        return notes
    }

    private func lacksInterval(_ values: FigureValues) -> Bool {
        guard values.value != nil, let error = values.error, !error.isCensus else { return false }
        return error.interval == nil
    }

    /// A quantile is read off a distribution also where each record stands for itself.
    private func unweighted(_ contributions: [Contribution]) -> SampleEstimates? {
        guard case .quantile = indicator.computation, plan == nil, !contributions.isEmpty,
            let design = try? SurveyDesign(
                stages: [SamplingStage(population: .fractions(Array(repeating: 1, count: contributions.count)))],
                weights: .one)
        else { return nil }
        let sample = SetSample(design, unitOfRow: Array(contributions.indices), isByRow: true)
        return SampleEstimates(
            indicator: indicator, rows: SampledRows(sample, contributions),
            names: DesignNames(design: indicator.id, place: indicator.place))
    }

    /// The numbers of some sums; of no records, that nothing is known.
    /// - Parameter members: the rows that they are sums of.
    private func finished(
        _ sums: FigureSums?, coverage: CoverageFigure?, _ estimates: SampleEstimates?, _ members: [Int]
    ) throws(Message) -> FigureValues {
        var values = sums?.values(of: indicator, asOf: options.date) ?? FigureValues()
        if sums != nil { try estimates?.fill(&values, over: members) }
        values.coverage = coverage
        // A part whose units nobody knows is no better covered than the whole.
        values.judgedCoverage = coverage?.percent ?? selection.coverage?.total.percent
        StatusRule(indicator, options: options).apply(to: &values)
        return values
    }

    /// Whether anything was reported: a record without a row in its roster has reported that there is none.
    private func hasRecords(_ kept: RowSelection) -> Bool {
        kept.kept?.contains(true) ?? (context.view.sets[0].count > 0)
    }

    /// The coverage of all units, or of those that a filter by a key field keeps; other filters tell nothing of units
    /// that have no record.
    private var totalCoverage: CoverageFigure? {
        guard let filter = options.filters.first else { return selection.coverage?.total }
        guard options.filters.count == 1 else { return nil }
        return selection.coverage?.by(filter.name)?[filter.key]
    }

    // MARK: Splits

    private func finished(
        _ split: FigureSplit, _ added: AddedRows, _ place: Int, _ kept: RowSelection, _ faults: inout [FaultGroup]
    ) throws(Message) -> Split {
        let (names, parts, cells) = (split.names, split.parts, split.cells)
        let coverage = names.count == 1 ? selection.coverage?.by(names[0]) : nil
        let failures = parts.flatMap(\.failures)
        for part in parts { faults = faults.merging(part.faults) }
        var rows: [SplitRow] = []
        for (cell, sum) in added.splits[place].enumerated() {
            guard let sum else { continue }
            let places = zip(parts, cells.parts[cell])
            let key = places.map { $0.keys[Int($1)] }
            var values = try finished(
                sum, coverage: key.count == 1 ? coverage?[key[0]] : nil, added.estimates,
                added.estimates == nil ? [] : added.splitMembers[place][cell])
            if key.contains(SplitRow.unknown) {
                values.failures = Array((values.failures + failures).prefix(FormulaFault.told))
            }
            rows.append(SplitRow(key: key, label: places.map { $0.labels[Int($1)] }, values: values))
        }
        if names.count == 1, kept.kept == nil { rows = try withSilent(rows, names[0], coverage) }
        return Split(names: names, rows: rows)
    }

    /// In a split by the form's own key field, who owes a report and sent none has a row with no value
    /// (`semantics.md` 3.7).
    private func withSilent(
        _ rows: [SplitRow], _ name: String, _ coverage: [String: CoverageFigure]?
    ) throws(Message) -> [SplitRow] {
        guard let coverage, selection.coverage?.isKey(name) == true,
            let list = context.view.binding.layout.root.field(name)?.question.choices
        else { return rows }
        let known = Set(rows.map { $0.key[0] })
        var silent: [SplitRow] = []
        for (key, coverage) in coverage where coverage.expected > 0 && !known.contains(key) {
            silent.append(
                SplitRow(
                    key: [key], label: [list[key]?.label.text(in: options.language) ?? key],
                    values: try finished(nil, coverage: coverage, nil, [])))
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
