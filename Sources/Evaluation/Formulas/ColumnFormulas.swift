import FormModel
import Formulas
import LuaRuntime
import Messages
import Scripting

/// Runs formulas over columns where they are lifted, and asks the interpreter for the others, and for the records that
/// only it can tell of: those where the script fails, and the message with it.
final class ColumnFormulas: FormulaRunner {
    let interpreter: InterpretedFormulas
    let lifted: LiftedFormulas
    private let workspace: Workspace
    private let threads: Int
    private let batchRows: Int

    /// Fewer rows are done with before a formula is lifted.
    private static let fewest = 200

    init(workspace: Workspace, threads: Int = EvaluationOptions.processors, batchRows: Int = 2048) {
        self.workspace = workspace
        self.threads = threads
        self.batchRows = batchRows
        interpreter = InterpretedFormulas(workspace: workspace)
        lifted = LiftedFormulas(workspace)
    }

    func run(
        _ formula: FunctionReference, over set: Int, rows: [Int32], of view: RecordView
    ) throws(Message) -> FormulaResults {
        guard let (column, readsPersonal) = try column(of: formula, over: set, wanted: rows.count, view) else {
            return try interpreter.run(formula, over: set, rows: rows, of: view)
        }
        var results = FormulaResults(outcomes: rows.map { FormulaOutcome(column[Int($0)], column.texts) })
        results.hasReadPersonal = readsPersonal
        let open = rows.indices.filter { column[Int(rows[$0])].tag == Tag.ask }
        guard !open.isEmpty else { return results }
        let told = try interpreter.run(formula, over: set, rows: open.map { rows[$0] }, of: view)
        for (place, outcome) in zip(open, told.outcomes) { results.outcomes[place] = outcome }
        results.faults = told.faults
        results.hasReadPersonal = results.hasReadPersonal || told.hasReadPersonal
        return results
    }

    func fault(
        of formula: FunctionReference, over set: Int, row: Int32, of view: RecordView
    ) throws(Message) -> LocatedFault {
        try interpreter.fault(of: formula, over: set, row: row, of: view)
    }

    /// The outcome of a condition for each pair of a record and the unit's earlier one.
    func run(
        _ function: FunctionReference, set: Int, pairs: [(Int32, Int32)], of view: RecordView
    ) throws(Message) -> FormulaResults {
        let calls = RecordCalls(workspace: workspace, view: view)
        guard let (column, readsPersonal) = try column(of: function, over: set, wanted: pairs.count, view, pairs: pairs)
        else { return try calls.run(function, set: set, pairs: pairs) }
        var results = FormulaResults(outcomes: pairs.map { FormulaOutcome(column[Int($0.0)], column.texts) })
        results.hasReadPersonal = readsPersonal
        let open = pairs.indices.filter { column[Int(pairs[$0].0)].tag == Tag.ask }
        guard !open.isEmpty else { return results }
        let told = try calls.run(function, set: set, pairs: open.map { pairs[$0] })
        for (place, outcome) in zip(open, told.outcomes) { results.outcomes[place] = outcome }
        (results.faults, results.hasReadPersonal) = (told.faults, true)
        return results
    }

    /// What a formula gives for all rows of a set; `nil` where it is interpreted.
    /// - Parameter pairs: the records with their earlier ones, for a formula that compares the two.
    func column(
        of formula: FunctionReference, over set: Int, wanted: Int, _ view: RecordView, pairs: [(Int32, Int32)]? = nil
    ) throws(Message) -> (OutcomeColumn, readsPersonal: Bool)? {
        guard wanted >= ColumnFormulas.fewest, let today = workspace.host.today,
            case .success(let found) = lifted.formula(
                formula, over: set, of: view.binding.layout, comparesEarlier: pairs != nil),
            // What may not be read is refused by the script state.
            !(found.readsPersonal && workspace.state.isGuarded)
        else { return nil }
        let output = Program.Output(node: found.node, set: set)
        if pairs == nil, let known = view.outcomes[output] { return (known, found.readsPersonal) }
        let rows = try view.recordRows(through: found.rosters, pairs: pairs ?? [])
        let graph = lifted.graph(of: view.binding.layout)
        let use = graph.use(of: found.node)
        var columns: [FormulaGraph.FieldPlace: CodedColumn] = [:]
        for place in use.fields.union(use.lookedAt) {
            columns[place] = try view.codedColumn(set: place.set, field: place.field)
        }
        let program = Program(
            graph, [output], today: today, language: workspace.host.language, columns: columns)
        let column = program.run(over: rows, threads: threads, batchRows: batchRows)[0]
        if pairs == nil { view.outcomes[output] = column }
        return (column, found.readsPersonal)
    }
}

extension FormulaOutcome {
    /// The outcome that a cell stands for; what the interpreter is to tell is a fault until then.
    init(_ cell: Cell, _ texts: TextTable) {
        switch cell.tag {
        case Tag.none: self = .none
        case Tag.no: self = .boolean(false)
        case Tag.yes: self = .boolean(true)
        case Tag.integer: self = .integer(Int64(bitPattern: cell.bits))
        case Tag.number: self = .number(Double(bitPattern: cell.bits))
        case Tag.text: self = .text(texts[Int32(truncatingIfNeeded: cell.bits)])
        case Tag.date, Tag.dateTime: self = .day(Int(Double(bitPattern: cell.bits).rounded(.down)))
        default: self = Tag.reason(of: cell.tag).map { .missing($0) } ?? .fault
        }
    }
}
