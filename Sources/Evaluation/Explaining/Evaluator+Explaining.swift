import FormModel
import Messages

/// How a figure came about (`chiso explain`): the same selection and formulas, counted instead of summed.
extension Evaluator {
    /// The steps of an indicator over records; `nil` for one that is made from others.
    public func explain(_ indicator: Indicator) throws(Message) -> FigureExplanation? {
        guard let place = try place(of: indicator) else { return nil }
        return try session { () throws(Message) in
            let found = try material(of: indicator, place)
            var explanation = FigureExplanation()
            explanation.records = found.records.headers.count
            for exclusion in found.exclusions.values { explanation.excluded[exclusion, default: 0] += 1 }
            explanation.selected = found.context.view.selection.records.count
            let rows = found.contributions.rows
            if place.set.index != 0 {
                explanation.rows = rows.count
                explanation.away =
                    try found.records.rowCount(of: place.set, in: found.context.view.selection) - rows.count
            }
            for (row, contribution) in rows.enumerated() where found.kept.keeps(row) {
                explanation.kept += 1
                explanation.add(contribution)
            }
            switch indicator.computation {
            case .share, .count:
                explanation.holding = rows.enumerated().count { row, contribution in
                    guard case .counted(let x, _) = contribution else { return false }
                    return x == 1 && found.kept.keeps(row)
                }
            case .mean, .total, .quantile, .ratio, .milestone, .derive: break
            }
            return explanation
        }
    }

    /// What became of one record in an indicator; `nil` for one that is made from others, and for a record that the form
    /// does not have.
    public func explain(_ indicator: Indicator, record id: String) throws(Message) -> RecordExplanation? {
        guard let place = try place(of: indicator) else { return nil }
        return try session { () throws(Message) in
            let found = try material(of: indicator, place)
            guard let record = found.records.headers.ids.all.firstIndex(of: id) else { return nil }
            var explanation = RecordExplanation()
            if let exclusion = found.exclusions[record] {
                explanation.exclusion = exclusion
                return explanation
            }
            let view = found.context.view
            guard let root = view.selection.records.firstIndex(of: record) else { return explanation }
            let own = view.sets[place.set.index].roots.indices.filter {
                view.sets[place.set.index].roots[$0] == Int32(root)
            }
            var weights: [Double]?
            if let plan = try plan(of: indicator, form: place.binding.layout.form.id, found.context) {
                weights = try found.context.sample(of: place.set, by: plan)?.outcome.sample.weights
            }
            let names = found.context.names
            let (faults, _) = try found.contributions.faults(keeping: RowSelection())
            explanation.parts = own.map { row in
                let name = names.name(ofRow: Int32(row), in: place.set.index)
                return RecordExplanation.Part(
                    name: name,
                    outcome: found.contributions.rows[row].outcome(faults.first { $0.record == name }),
                    weight: weights?[row] ?? 1, isFilteredOut: !found.kept.keeps(row))
            }
            return explanation
        }
    }
}

extension FigureExplanation {
    fileprivate mutating func add(_ contribution: Contribution) {
        switch contribution {
        case .none: outOfScope += 1
        case .missingAmong(let reason): missingAmong[reason, default: 0] += 1
        case .missing(let reason): missing[reason, default: 0] += 1
        case .failed: failed += 1
        case .counted, .dated: counted += 1
        }
    }
}

extension Contribution {
    fileprivate func outcome(_ fault: FormulaFault?) -> RecordExplanation.Outcome {
        switch self {
        case .none: .outOfScope
        case .missingAmong(let reason): .missingAmong(reason)
        case .missing(let reason): .missing(reason)
        case .failed: .failed(fault)
        case .counted(let x, let y): .counted(numerator: x, denominator: y)
        case .dated(let day): .dated(day)
        }
    }
}

extension RecordSelector {
    /// Why each record that was not selected was not.
    func exclusions(_ kind: RecordSelection.Kind, _ selection: RecordSelection) -> [Int: Exclusion] {
        let selected = Set(selection.records)
        var found: [Int: Exclusion] = [:]
        for record in headers.indices where !selected.contains(record) {
            found[record] = exclusion(of: record, kind, selection)
        }
        return found
    }

    private func exclusion(
        of record: Int, _ kind: RecordSelection.Kind, _ selection: RecordSelection
    ) -> Exclusion {
        if !headers.counts[record] {
            let status = headers.statuses.indices.contains(record) ? headers.statuses[record] : .complete
            return status.counts ? .result(headers.results[record]) : .status(status)
        }
        let day = headers.dates[record]
        if case .flow = kind { return .outsidePeriod }
        if let round = selection.round {
            return headers.rounds[record] == round || day > options.asOf ? .later : .otherRound
        }
        if isByRound, case .state = kind { return .otherRound }
        if day > options.date { return .later }
        return form.validFor.holds(from: day, on: options.date) ? .superseded : .expired
    }
}
