import FormModel
import LuaRuntime
import Messages
import Scripting

/// How a formula ended for a record (`semantics.md` 1.3).
enum FormulaOutcome: Hashable {
    /// `nil`.
    case none
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case day(Int)
    case missing(MissingReason)
    case fault
}

/// Runs formulas over the rows of a view.
///
/// The seam of `architecture.md` 3: a formula has one meaning and several engines. This one calls the Lua function a
/// record at a time; compiled columns will answer the same calls.
protocol FormulaRunner {
    /// The outcome of a formula for each of the given rows of a set, in their order, and the faults among them.
    func run(
        _ formula: FunctionReference, over set: Int, rows: [Int32], of view: RecordView
    ) throws(Message) -> (outcomes: [FormulaOutcome], faults: [FormulaFault])
}

/// A formula that failed for a record.
public struct FormulaFault: Hashable, Sendable {
    /// The id of the record; of a roster's row, with the row's place: `a1b2…/person[3]`.
    public var record: String
    /// Where in the script.
    public let place: Place?
    /// What went wrong.
    public let message: Message
    /// The place of the row in the view of its set.
    let row: Int32
}

/// Calls the Lua function of a formula for each record.
struct InterpretedFormulas: FormulaRunner {
    let workspace: Workspace

    func run(
        _ formula: FunctionReference, over set: Int, rows: [Int32], of view: RecordView
    ) throws(Message) -> (outcomes: [FormulaOutcome], faults: [FormulaFault]) {
        workspace.host.records = view
        defer { workspace.host.records = nil }
        let function = workspace.host.functions[formula]
        var outcomes = [FormulaOutcome](repeating: .fault, count: rows.count)
        var faults: [FormulaFault] = []
        let before = try snapshot(function)
        var pending = Array(rows.indices)
        var isFirst = true
        while !pending.isEmpty {
            // The first record shows which fields the formula reads, so that the rest mostly runs once.
            let batch = isFirst ? Array(pending.prefix(1)) : pending
            let late = isFirst ? Array(pending.dropFirst()) : []
            let again = run(
                function, set: view.binding.sets[set], batch.map { (place: $0, row: rows[$0]) }, &outcomes, &faults)
            if !again.isEmpty { try view.satisfyDemands() }
            isFirst = isFirst && !again.isEmpty
            pending = again + late
        }
        if let before, let name = try? workspace.state.changedUpvalues(function, since: before).first {
            throw Message("E-UPVALUE-001", ["name": name, "place": "\(formula.place)"])
        }
        return (outcomes, faults)
    }

    /// What the formula's upvalues hold before it runs: a formula may not change them, or figures would depend on the
    /// order of records (`semantics.md` 5.2).
    private func snapshot(_ function: LuaFunction) throws(Message) -> LuaUpvalues? {
        try? workspace.state.snapshotUpvalues(function)
    }

    /// Runs the rows in stretches that follow each other, and gives the places that must run again.
    private func run(
        _ function: LuaFunction, set: Int32, _ batch: [(place: Int, row: Int32)], _ outcomes: inout [FormulaOutcome],
        _ faults: inout [FormulaFault]
    ) -> [Int] {
        var again: [Int] = []
        var start = 0
        while start < batch.count {
            var end = start + 1
            while end < batch.count, batch[end].row == batch[end - 1].row + 1 { end += 1 }
            var results = LuaResults()
            workspace.state.evaluate(
                function, set: set, rows: batch[start].row..<(batch[end - 1].row + 1),
                limit: .seconds(workspace.limits.record), into: &results)
            for offset in 0..<(end - start) {
                let place = batch[start + offset].place
                switch results[offset] {
                case .notReady: again.append(place)
                case .missing(let reason): outcomes[place] = .missing(MissingReason(lua: reason))
                case .value(let value): outcomes[place] = FormulaOutcome(value)
                case .fault(let fault):
                    outcomes[place] = .fault
                    let diagnostic = Diagnostic(fault, in: workspace)
                    faults.append(
                        FormulaFault(
                            record: "", place: diagnostic.place, message: diagnostic.message,
                            row: batch[start + offset].row))
                }
            }
            start = end
        }
        return again
    }
}
