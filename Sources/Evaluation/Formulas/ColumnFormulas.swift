import Columns
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
    let threads: Int
    private let batchRows: Int

    /// Fewer rows are done with before a formula is lifted.
    let fewest: Int

    init(
        workspace: Workspace, threads: Int = EvaluationOptions.processors, batchRows: Int = 2048, fewest: Int = 20
    ) {
        self.fewest = fewest
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

    /// What a formula gives for rows, each value once.
    struct Distinct {
        var values: [FormulaOutcome] = []
        /// For each row, the place of its outcome among the values.
        var places: [Int32] = []
        /// What went wrong, by row, where it is known.
        var faults: [Int32: LocatedFault] = [:]
    }

    /// The distinct outcomes of a formula over all rows of a set.
    func distinct(
        _ formula: FunctionReference, over set: Int, of view: RecordView
    ) throws(Message) -> Distinct {
        let count = view.sets[set].count
        var found = Distinct()
        var known: [FormulaOutcome: Int32] = [:]
        func place(of outcome: FormulaOutcome) -> Int32 {
            if let place = known[outcome] { return place }
            let place = Int32(found.values.count)
            found.values.append(outcome)
            known[outcome] = place
            return place
        }
        if count >= fewest, try distinctCodes(formula, set, view, &found) { return found }
        guard let (column, _) = try column(of: formula, over: set, wanted: count, view) else {
            let results = try interpreter.run(formula, over: set, rows: (0..<count).map { Int32($0) }, of: view)
            found.places = results.outcomes.map(place)
            found.faults = results.faults
            return found
        }
        var numbers = DenseNumbers()
        var ofNumbers: [Int32] = []
        var open: [Int32] = []
        found.places.reserveCapacity(count)
        for row in 0..<count {
            let cell = column[row]
            if cell.tag == Tag.ask { open.append(Int32(row)) }
            let number = Int(numbers[DenseNumbers.Key(cell.bits, Int32(cell.tag))])
            if number == ofNumbers.count { ofNumbers.append(place(of: FormulaOutcome(cell, column.texts))) }
            found.places.append(ofNumbers[number])
        }
        guard !open.isEmpty else { return found }
        let told = try interpreter.run(formula, over: set, rows: open, of: view)
        for (row, outcome) in zip(open, told.outcomes) { found.places[Int(row)] = place(of: outcome) }
        found.faults = told.faults
        return found
    }

    /// Of a formula of one coded field, whose outcomes are those of the codes.
    private func distinctCodes(
        _ formula: FunctionReference, _ set: Int, _ view: RecordView, _ found: inout Distinct
    ) throws(Message) -> Bool {
        guard case .success(let lifted) = lifted.formula(formula, over: set, of: view.binding.layout),
            !(lifted.readsPersonal && workspace.state.isGuarded), lifted.rosters.isEmpty,
            let (program, rows) = try program([Program.Output(node: lifted.node, set: set)], [], view),
            let (column, cells) = program.coded(0), !cells.contains(where: { $0.tag == Tag.ask })
        else { return false }
        let texts = self.lifted.graph(of: view.binding.layout).texts
        found.values = cells.map { FormulaOutcome($0, texts) }
        found.places =
            rows.sets[set].places.map { $0.map { column.code(at: Int($0)) } }
            ?? (0..<rows.sets[set].count).map(column.code)
        return true
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
        guard wanted >= fewest,
            case .success(let found) = lifted.formula(
                formula, over: set, of: view.binding.layout, comparesEarlier: pairs != nil),
            // What may not be read is refused by the script state.
            !(found.readsPersonal && workspace.state.isGuarded)
        else { return nil }
        let output = Program.Output(node: found.node, set: set)
        if pairs == nil, let known = view.outcomes[output] { return (known, found.readsPersonal) }
        guard let (program, rows) = try program([output], found.rosters, view, pairs: pairs ?? []) else { return nil }
        let column = program.run(over: rows, threads: threads, batchRows: batchRows)[0]
        if pairs == nil { view.outcomes[output] = column }
        return (column, found.readsPersonal)
    }

    /// Whether a formula is one of a single field, whose outcomes `distinct` tells without a pass over the records.
    func isOfOneField(_ formula: FunctionReference, over set: Int, of layout: FormLayout) -> Bool {
        guard case .success(let found) = lifted.formula(formula, over: set, of: layout) else { return false }
        let use = lifted.graph(of: layout).use(of: found.node)
        return use.rosters.isEmpty && use.fields.union(use.lookedAt).count == 1
    }

    /// Works several formulas out in one pass over the records: each then has its column when it is asked for.
    func prepare(_ wanted: [(function: FunctionReference, set: Int)], over view: RecordView) throws(Message) {
        var outputs: [Program.Output] = []
        var rosters: Set<Int> = []
        for (function, set) in wanted where view.sets[set].count >= fewest {
            guard case .success(let found) = lifted.formula(function, over: set, of: view.binding.layout),
                !(found.readsPersonal && workspace.state.isGuarded)
            else { continue }
            let output = Program.Output(node: found.node, set: set)
            guard view.outcomes[output] == nil, !outputs.contains(output) else { continue }
            outputs.append(output)
            rosters.formUnion(found.rosters)
        }
        guard !outputs.isEmpty, let (program, rows) = try program(outputs, rosters, view) else { return }
        let columns = program.run(over: rows, threads: threads, batchRows: batchRows)
        for (output, column) in zip(outputs, columns) { view.outcomes[output] = column }
    }

    /// A program for some formulas, and the rows that it runs over; `nil` outside of an evaluation.
    /// - Parameters:
    ///   - rosters: those that the formulas go through.
    ///   - pairs: records with the units' earlier ones, for formulas that compare the two.
    func program(
        _ outputs: [Program.Output], _ rosters: Set<Int>, _ view: RecordView, pairs: [(Int32, Int32)] = []
    ) throws(Message) -> (Program, RecordRows)? {
        guard let today = workspace.host.today else { return nil }
        let rows = try view.recordRows(through: rosters, pairs: pairs)
        let graph = lifted.graph(of: view.binding.layout)
        var columns: [FormulaGraph.FieldPlace: CodedColumn] = [:]
        var places: Set<FormulaGraph.FieldPlace> = []
        for output in outputs {
            let use = graph.use(of: output.node)
            places.formUnion(use.fields.union(use.lookedAt))
        }
        try view.read(places)
        for place in places { columns[place] = try view.codedColumn(set: place.set, field: place.field) }
        let program = Program(graph, outputs, today: today, language: workspace.host.language, columns: columns)
        return (program, rows)
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
