import FormModel
import Messages
import Scripting
import VietText

/// A view of records with what all indicators over it share: splits, filters, weights. Each is worked out once.
final class ViewContext {
    let view: RecordView
    let formulas: ColumnFormulas
    let names: RecordNames
    /// The days between which the records' dates lie.
    let dates: ClosedRange<Day>?
    /// The versions of the form that the records were made with.
    let versions: ComparableVersions
    private let resolver: SplitResolver
    private let options: EvaluationOptions
    private let workspace: Workspace
    private let headers: RecordHeaders
    /// The rounds of the records.
    private var rounds: [String] { view.selection.records.map { headers.rounds[$0] } }
    private var weights: [DesignPlan.Part: DesignWeights.Outcome] = [:]
    private var samples: [SampleName: (outcome: SampleBuilding.Outcome, notes: [Message])] = [:]
    private var buildings: [[DesignPlan.Part]: (building: SampleBuilding, notes: [Message])] = [:]
    private var splits: [SplitName: SplitKeys?] = [:]
    private var crossings: [CrossingName: SplitCells] = [:]
    private var filters: [Int: RowSelection] = [:]
    private var tallies: [String: (names: [[String]], tally: FigureTally)] = [:]

    private struct SplitName: Hashable {
        let set: Int
        let name: String
    }

    private struct SampleName: Hashable {
        let set: Int
        let parts: [DesignPlan.Part]
    }

    private struct CrossingName: Hashable {
        let set: Int
        let names: [String]
    }

    init(
        _ view: RecordView, records: FormRecords, workspace: Workspace, formulas: ColumnFormulas,
        options: EvaluationOptions
    ) throws(Message) {
        self.view = view
        self.formulas = formulas
        self.workspace = workspace
        self.options = options
        let headers = records.headers
        self.names = RecordNames(view, of: records, try records.units())
        self.versions = ComparableVersions(
            of: records.layout.form,
            headers.formVersions.isEmpty ? [] : headers.formVersions.distinct(at: view.selection.records))
        self.headers = headers
        let days = headers.dates.distinct(at: view.selection.records)
        self.dates = days.min().flatMap { first in days.max().map { first...$0 } }
        self.resolver = SplitResolver(
            workspace: workspace, view: view, names: names, formulas: formulas, language: options.language)
    }

    /// The rounds that the records belong to.
    private(set) lazy var distinctRounds: Set<String> = headers.rounds.distinct(at: view.selection.records)

    /// The rows of a set as a sample, by the design of each record's round; and what is to be said of the designs.
    /// `nil` where there is no record.
    func sample(
        of set: RecordSet, by plan: DesignPlan
    ) throws(Message) -> (outcome: SampleBuilding.Outcome, notes: [Message])? {
        guard view.sets[0].count > 0 else { return nil }
        let name = SampleName(set: set.index, parts: plan.parts)
        if let known = samples[name] { return known }
        let (building, notes) = try building(of: plan)
        let outcome = try building.outcome(over: set)
        samples[name] = (outcome, notes + outcome.notes)
        return (outcome, notes + outcome.notes)
    }

    private func building(of plan: DesignPlan) throws(Message) -> (SampleBuilding, [Message]) {
        if let known = buildings[plan.parts] { return known }
        let rounds = rounds
        var ofRecords = [Double](repeating: 1, count: rounds.count)
        var parts = [Int](repeating: 0, count: rounds.count)
        var notes: [Message] = []
        for (place, part) in plan.parts.enumerated() {
            let rows = rounds.indices.filter { part.round == nil || rounds[$0] == part.round }.map { Int32($0) }
            let outcome = try weights(of: part, rows)
            for (row, weight) in zip(rows, outcome.weights) {
                ofRecords[Int(row)] = weight
                parts[Int(row)] = place
            }
            notes += [outcome.note].compactMap { $0 }
            let mixed = Set(rows.map { rounds[Int($0)] })
            if part.round == nil, mixed.count > 1, view.binding.layout.form.measures == .state {
                let names = mixed.sorted().suffix(4).joined(separator: ", ")
                notes.append(
                    Message(
                        "N-ESTIMATE-005", ["design": part.design.id, "count": "\(mixed.count)", "names": names]))
            }
        }
        let building = SampleBuilding(plan: plan, view: view, splits: resolver, parts: parts, weights: ofRecords)
        buildings[plan.parts] = (building, notes)
        return (building, notes)
    }

    private func weights(of part: DesignPlan.Part, _ rows: [Int32]) throws(Message) -> DesignWeights.Outcome {
        if let known = weights[part] { return known }
        let outcome: DesignWeights.Outcome
        if part.design.weighsByPopulation {
            let rounds = rounds
            let building = SampleBuilding(
                plan: DesignPlan(part), view: view, splits: resolver, parts: rounds.map { _ in 0 },
                weights: rounds.map { _ in 1 })
            outcome = DesignWeights.Outcome(weights: try building.weightsByPopulation(of: rows.map(Int.init)))
        } else {
            outcome = try DesignWeights(part.design, rows: rows, view: view, splits: resolver, formulas: formulas)
                .outcome()
        }
        weights[part] = outcome
        return outcome
    }

    /// Makes ready for some splits that will be asked for, all at once.
    func prepare(_ splits: [(name: String, set: RecordSet)]) throws(Message) {
        try resolver.prepare(splits.filter { self.splits[SplitName(set: $0.set.index, name: $0.name)] == nil })
    }

    /// The split of a set by a name; `nil` if the name does not fit.
    func split(_ name: String, over set: RecordSet) throws(Message) -> SplitKeys? {
        let key = SplitName(set: set.index, name: name)
        if let known = splits[key] { return known }
        let keys = try resolver.keys(name, over: set)
        splits[key] = .some(keys)
        return keys
    }

    /// The cells of a split by several names that fit.
    func cells(_ parts: [SplitKeys], names: [String], over set: RecordSet) -> SplitCells {
        let key = CrossingName(set: set.index, names: names)
        if let known = crossings[key] { return known }
        let cells = SplitCells(parts, rows: view.sets[set.index].count)
        crossings[key] = cells
        return cells
    }

    /// What the rows of an indicator add up to, by one pass over columns; `nil` where that cannot be.
    func tally(
        of indicator: Indicator, over set: RecordSet, _ splits: [FigureSplit]
    ) throws(Message) -> FigureTally? {
        let names = splits.map(\.names)
        if let known = tallies[indicator.id], known.names == names { return known.tally }
        try work(out: [FigurePass.Wish(indicator: indicator, set: set, splits: splits.map(\.parts), names: names)])
        return tallies[indicator.id].flatMap { $0.names == names ? $0.tally : nil }
    }

    /// Works several indicators out in one pass, so that each has its tally when it is asked for.
    func work(out wishes: [FigurePass.Wish]) throws(Message) {
        let rows = wishes.map { view.sets[$0.set.index].count }
        guard (rows.max() ?? 0) >= formulas.fewest else { return }
        let found = try FigurePass(context: self, formulas: formulas).tallies(wishes)
        for wish in wishes {
            if let tally = found[wish.indicator.id] { tallies[wish.indicator.id] = (wish.names, tally) }
        }
    }

    /// The rows of a set that the options' filters keep.
    /// - Throws: `Message` E-EVAL-003, with the name of the filter, if one does not fit the set.
    func selection(of set: RecordSet, for indicator: Indicator) throws(Message) -> RowSelection {
        if let known = filters[set.index] { return known }
        var selection = RowSelection()
        for filter in options.filters {
            guard let split = try split(filter.name, over: set) else {
                throw Message("E-EVAL-003", ["name": filter.name, "id": indicator.id])
            }
            selection.narrow(to: filter.key, of: split)
        }
        filters[set.index] = selection
        return selection
    }
}

/// The rows that filters keep.
struct RowSelection {
    /// Whether each row is kept; `nil` where there is no filter.
    private(set) var kept: [Bool]?
    /// How many rows could not be told to be kept or not, since a dimension failed on them.
    private(set) var failed = 0
    /// What went wrong on the first of them.
    private(set) var failures: [FormulaFault] = []
    /// What went wrong, like with like.
    private(set) var faults: [FaultGroup] = []

    /// Whether a row is kept.
    func keeps(_ row: Int) -> Bool { kept?[row] ?? true }

    mutating func narrow(to key: String, of split: SplitKeys) {
        let wanted = split.keys.firstIndex(of: key).map { Int32($0) }
        kept = split.places.indices.map { keeps($0) && split.places[$0] == wanted }
        failed += split.failed.count
        failures = Array((failures + split.failures).prefix(FormulaFault.told))
        faults = faults.merging(split.faults)
    }
}

extension ViewContext {
    /// What a row has in the fields that a formula reads, its own and those of the records around it.
    /// - Parameter place: where the formula failed.
    func fieldsRead(
        by formula: FunctionReference, failedAt place: Place?, over set: RecordSet, row: Int32
    ) throws(Message) -> [ReadField] {
        let layout = view.binding.layout
        var read: [ReadField] = []
        for name in workspace.fieldsNamed(by: formula, failedAt: place) where read.count < ReadField.told {
            var (current, row) = (set, row)
            while true {
                if let field = current.field(name) {
                    let column = try view.column(set: current.index, field: field.index)
                    read.append(
                        ReadField(question: field.question, answer: column.answer(at: Int(row), of: field.question)))
                    break
                }
                guard let parent = current.parent else { break }
                row = view.sets[current.index].parents[Int(row)]
                current = layout.sets[parent]
            }
        }
        return read
    }
}
