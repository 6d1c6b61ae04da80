import FormModel
import LuaRuntime
import Messages
import Scripting

/// Calls functions of several records, or whose result is no plain value: each call for itself, slower than a formula's
/// run over a column.
struct RecordCalls {
    let workspace: Workspace
    let view: RecordView

    /// How often a function may be stopped before the rows left are given up.
    private static let patience = 3

    /// What a function gives for records of one set.
    func call(_ function: FunctionReference, set: Int, rows: [Int32]) throws(Message) -> LuaOutcome {
        let outer = workspace.host.records
        workspace.host.records = view
        defer { workspace.host.records = outer }
        let arguments = rows.map { LuaValue.record(set: view.binding.sets[set], row: $0) }
        let limit = Duration.seconds(workspace.limits.record)
        while true {
            view.bind()
            let outcome = workspace.state.call(workspace.host.functions[function], arguments, limit: limit)
            guard case .notReady = outcome, try view.satisfyDemands() else { return outcome }
        }
    }

    /// The outcome of a condition for each pair of records. What it gave is told by its type only, as nobody knows which
    /// fields it read.
    func run(_ function: FunctionReference, set: Int, pairs: [(Int32, Int32)]) throws(Message) -> FormulaResults {
        let lua = workspace.host.functions[function]
        let before = try? workspace.state.snapshotUpvalues(lua)
        var results = FormulaResults(outcomes: [])
        results.hasReadPersonal = true
        var patience = RecordCalls.patience
        var stopped: LocatedFault?
        for (row, other) in pairs {
            if patience == 0, let stopped {
                results.outcomes.append(.fault)
                results.faults[row] = stopped
                continue
            }
            switch try call(function, set: set, rows: [row, other]) {
            case .value(let value): results.outcomes.append(FormulaOutcome(value))
            case .missing(let reason): results.outcomes.append(.missing(MissingReason(lua: reason)))
            case .notReady:
                results.outcomes.append(.fault)
                results.faults[row] = LocatedFault(place: function.place, message: Message("E-HOST-001"))
            case .fault(let fault):
                let diagnostic = Diagnostic(fault, in: workspace)
                let located = LocatedFault(place: diagnostic.place, message: diagnostic.message)
                if fault.kind == .time || fault.kind == .memory { (patience, stopped) = (patience - 1, located) }
                results.outcomes.append(.fault)
                results.faults[row] = located
            }
        }
        if let before, let name = try? workspace.state.changedUpvalues(lua, since: before).first {
            return .failed(pairs.map(\.0), function, changing: name)
        }
        return results
    }

    /// A text for a reader: what a constant or a function of the records gives, without personal fields but those
    /// listed; `…` where it is missing.
    func text(
        _ text: FormText, set: Int, rows: [Int32], in language: Language, usesPersonal: [String]
    ) throws(Message) -> Result<String, LocatedFault> {
        guard case .computed(let function) = text else {
            if case .constant(let constant) = text { return .success(constant.text(in: language)) }
            return .success("…")
        }
        let outcome = try workspace.guardingPersonalFields(except: usesPersonal) { () throws(Message) in
            try call(function, set: set, rows: rows)
        }
        return RecordCalls.text(outcome, of: function, in: language, workspace)
    }

    /// What a function of texts gave.
    static func text(
        _ outcome: LuaOutcome, of function: FunctionReference, in language: Language, _ workspace: Workspace
    ) -> Result<String, LocatedFault> {
        switch outcome {
        case .value(let value):
            if let text = LocalizedText(value) { return .success(text.text(in: language)) }
            let facts = ["expected": "string | { vi = …, en = … }", "found": value.typeName]
            return .failure(LocatedFault(place: function.place, message: Message("E-RESULT-001", facts)))
        case .missing, .notReady: return .success("…")
        case .fault(let fault):
            let diagnostic = Diagnostic(fault, in: workspace)
            return .failure(LocatedFault(place: diagnostic.place, message: diagnostic.message))
        }
    }
}
