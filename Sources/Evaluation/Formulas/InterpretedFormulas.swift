import Columns
import FormModel
import LuaRuntime
import Messages
import Scripting

/// Calls the Lua function of a formula for each record.
final class InterpretedFormulas: FormulaRunner {
    private let workspace: Workspace

    /// How often a formula may be stopped (by its time limit, or out of memory) before the rows left are given up: one
    /// stuck record does not stop the others, a formula that is stuck on every record does not run for hours.
    private static let patience = 3

    /// How many records are run at first, then, and at last.
    private static let stages = [1, 100, Int.max]

    init(workspace: Workspace) {
        self.workspace = workspace
    }

    func run(
        _ formula: FunctionReference, over set: Int, rows: [Int32], of view: RecordView
    ) throws(Message) -> FormulaResults {
        let outer = workspace.host.records
        workspace.host.records = view
        defer { workspace.host.records = outer }
        let function = workspace.host.functions[formula]
        let before = try? workspace.state.snapshotUpvalues(function)
        var batch = Batch(function: function, set: view.binding.sets[set], rows: rows, patience: Self.patience)
        // The first record shows which fields the formula reads, some more those that it reads of some records only; only then
        // are their columns bound, once for all rows.
        var later = rows.indices[...]
        for count in InterpretedFormulas.stages where !later.isEmpty {
            var pending = Array(later.prefix(count))
            later = later.dropFirst(count)
            view.bind()
            while !pending.isEmpty {
                pending = run(pending, of: &batch)
                guard !pending.isEmpty, try view.satisfyDemands() else { break }
                if later.isEmpty { view.bind() }
            }
        }
        if let before, let name = try? workspace.state.changedUpvalues(function, since: before).first {
            batch.results = .failed(rows, formula, changing: name)
        }
        return batch.results
    }

    func fault(
        of formula: FunctionReference, over set: Int, row: Int32, of view: RecordView
    ) throws(Message) -> LocatedFault {
        try run(formula, over: set, rows: [row], of: view).faults[row]
            ?? LocatedFault(place: formula.place, message: Message("E-RUN-006"))
    }

    // MARK: Stretches

    /// The rows of one run.
    private struct Batch {
        let function: LuaFunction
        let set: Int32
        let rows: [Int32]
        var patience: Int
        var results: FormulaResults

        init(function: LuaFunction, set: Int32, rows: [Int32], patience: Int) {
            self.function = function
            self.set = set
            self.rows = rows
            self.patience = patience
            self.results = FormulaResults(outcomes: Array(repeating: .fault, count: rows.count))
        }
    }

    /// Runs the rows at some places, in stretches of rows that follow each other, and gives the places that must run
    /// again.
    private func run(_ places: [Int], of batch: inout Batch) -> [Int] {
        var again: [Int] = []
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, batch.rows[places[end]] == batch.rows[places[end - 1]] + 1 { end += 1 }
            start += run(stretch: places[start..<end], of: &batch, &again)
        }
        return again
    }

    /// Runs a stretch, and gives how many of its rows are done with: all, unless a row stopped the rest.
    private func run(stretch places: ArraySlice<Int>, of batch: inout Batch, _ again: inout [Int]) -> Int {
        guard let first = places.first else { return 0 }
        let start = batch.rows[first]
        var lua = LuaResults()
        workspace.state.evaluate(
            batch.function, set: batch.set, rows: start..<(start + Int32(places.count)),
            limit: .seconds(workspace.limits.record), into: &lua)
        if lua.hasReadPersonal { batch.results.hasReadPersonal = true }
        let kinds = lua.kinds.map(located)
        for (row, kind) in lua.kindsByRow { batch.results.faults[row] = kinds[kind] }
        for (offset, place) in places.enumerated() {
            if lua.tags[offset] == LuaResults.Tag.notRun.rawValue {
                batch.patience -= 1
                if batch.patience > 0 { return offset }
                giveUp(places.dropFirst(offset), of: &batch, lua.stopped)
                break
            }
            if let outcome = FormulaOutcome(lua, at: offset) {
                batch.results.outcomes[place] = outcome
            } else {
                again.append(place)
            }
        }
        return places.count
    }

    private func giveUp(_ places: ArraySlice<Int>, of batch: inout Batch, _ fault: LuaFault?) {
        let fault = fault.map(located) ?? LocatedFault(place: nil, message: Message("E-LIMIT-001"))
        for place in places { batch.results.faults[batch.rows[place]] = fault }
    }

    private func located(_ fault: LuaFault) -> LocatedFault {
        let diagnostic = Diagnostic(fault, in: workspace)
        return LocatedFault(place: diagnostic.place, message: diagnostic.message)
    }
}
