import Columns
import FormModel
import Formulas
import LuaRuntime
import Messages
import Scripting

/// The selected records of a form as columns that formulas run over: one view for all indicators with one selection.
///
/// Only the fields that formulas touch are read. A formula that reads a field whose column is not there yet ends as "not
/// ready"; `satisfyDemands` reads the column, and the formula runs again for those rows. The script state reads the
/// columns of one view of a form at a time, the one that was bound last; what is not bound it asks of the view.
final class RecordView {
    let binding: FormBinding
    let selection: RecordSelection
    /// For each set of the form, its rows in the view.
    let sets: [ViewSet]
    private let records: FormRecords
    private let formulas: any FormulaRunner
    private let state: LuaState
    private var loaded: [[FieldColumn?]]
    private var bound: [LuaColumns?]
    private var luaFields: [[LuaColumn?]]
    private var pools: [[String]]
    private var gates: [Int: RosterGate] = [:]
    private var demands: Set<Demand> = []
    /// What formulas gave over columns, for all rows of their sets.
    var outcomes: [Program.Output: OutcomeColumn] = [:]

    private enum Demand: Hashable {
        case field(set: Int, field: Int)
        case roster(Int)
    }

    init(
        _ binding: FormBinding, selection: RecordSelection, records: FormRecords, formulas: any FormulaRunner,
        state: LuaState
    ) throws(Message) {
        self.binding = binding
        self.selection = selection
        self.records = records
        self.formulas = formulas
        self.state = state
        self.sets = try ViewSet.sets(of: selection, in: records)
        self.loaded = binding.layout.sets.map { Array(repeating: nil, count: $0.fields.count) }
        self.bound = Array(repeating: nil, count: sets.count)
        self.luaFields = binding.layout.sets.map { Array(repeating: nil, count: $0.fields.count) }
        self.pools = Array(repeating: [], count: sets.count)
    }

    // MARK: Columns

    /// A field of the view, a row for each row of its set.
    func column(set: Int, field: Int) throws(Message) -> FieldColumn {
        if let known = loaded[set][field] { return known }
        let recordSet = binding.layout.sets[set]
        let question = recordSet.fields[field].question
        let column = try records.codedColumn(recordSet.fields[field], of: recordSet)
            .fieldColumn(of: question, rows: sets[set].places)
        loaded[set][field] = column
        bound[set] = nil
        return column
    }

    /// Makes the view the one that the state's formulas read, with all columns read so far.
    func bind() {
        let isOther = records.boundView !== self
        records.boundView = self
        for set in sets.indices where isOther || bound[set] == nil {
            // Should the columns not fit, the view itself answers for every field: slower, but the same.
            guard let columns = bound[set] ?? luaColumns(of: set) else { continue }
            bound[set] = columns
            try? state.bind(binding.sets[set], columns)
        }
    }

    /// Takes the view away from the state.
    func unbind() {
        guard records.boundView === self else { return }
        records.boundView = nil
        for set in binding.sets { try? state.unbind(set) }
    }

    private func luaColumns(of set: Int) -> LuaColumns? {
        let recordSet = binding.layout.sets[set]
        // A column that is there already keeps its place in the pool: only the new ones are copied.
        for field in recordSet.fields where luaFields[set][field.index] == nil {
            luaFields[set][field.index] = loaded[set][field.index].flatMap {
                $0.luaColumn(of: field.question, pool: &pools[set])
            }
        }
        var rosters: [Int32: [Int32]] = [:]
        for roster in recordSet.rosters where !gate(of: roster).mayBeMissing {
            rosters[binding.sets[roster]] = sets[roster].starts
        }
        return try? LuaColumns(
            rowCount: sets[set].count, fields: luaFields[set],
            parentRows: recordSet.parent == nil ? nil : sets[set].parents, rosters: rosters, pool: pools[set])
    }

    // MARK: Formulas over columns

    /// A field as columns read it: with all rows of the source, from which `recordRows` picks.
    func codedColumn(set: Int, field: Int) throws(Message) -> CodedColumn {
        let recordSet = binding.layout.sets[set]
        return try records.codedColumn(recordSet.fields[field], of: recordSet)
    }

    /// The keys of a field's distinct values, and for each row of the view the place of its value among them.
    func keys(set: Int, field: Int) throws(Message) -> (texts: [String?], places: [Int32]) {
        let column = try codedColumn(set: set, field: field)
        let question = binding.layout.sets[set].fields[field].question
        let rows = sets[set]
        if !column.cells.isEmpty {
            let places = rows.places.map { $0.map { column.code(at: Int($0)) } } ?? rows.indices.map(column.code)
            return (column.cells.map { column.key(of: $0, of: question) }, places)
        }
        var numbers = DenseNumbers()
        var texts: [String?] = []
        let places = rows.indices.map { row in
            let cell = column[rows.places.map { Int($0[row]) } ?? row]
            let number = numbers[DenseNumbers.Key(cell.bits, Int32(cell.tag))]
            if Int(number) == texts.count { texts.append(column.key(of: cell, of: question)) }
            return number
        }
        return (texts, places)
    }

    /// Reads fields that will be asked for, all of a set at once.
    func read(_ places: some Sequence<FormulaGraph.FieldPlace>) throws(Message) {
        let sets = binding.layout.sets
        try records.read(places.map { (sets[$0.set].fields[$0.field], sets[$0.set]) })
    }

    /// The rows of all sets, with the reasons of those rosters that formulas go through.
    /// - Parameter pairs: records with the units' earlier ones.
    func recordRows(through rosters: Set<Int>, pairs: [(Int32, Int32)]) throws(Message) -> RecordRows {
        var all: [RecordRows.Rows] = []
        for set in sets.indices {
            let missing = rosters.contains(set) ? try missingRosters(set) : nil
            all.append(
                RecordRows.Rows(
                    count: sets[set].count, places: sets[set].places, starts: sets[set].starts, missing: missing))
        }
        guard !pairs.isEmpty else { return RecordRows(all) }
        var earlier = [Int32](repeating: -1, count: sets[0].count)
        for (row, before) in pairs { earlier[Int(row)] = before }
        return RecordRows(all, earlier: earlier)
    }

    /// For each row of a roster's parent, the tag of the reason why the roster is missing, or 0.
    private func missingRosters(_ roster: Int) throws(Message) -> [UInt8]? {
        guard gate(of: roster).mayBeMissing else { return nil }
        try open(roster)
        guard let missing = gate(of: roster).missing, !missing.isEmpty,
            let parent = binding.layout.sets[roster].parent
        else { return nil }
        var tags = [UInt8](repeating: 0, count: sets[parent].count)
        for (row, reason) in missing { tags[Int(row)] = Tag.missing(reason) }
        return tags
    }

    // MARK: Demands

    /// Reads what formulas asked for since the last call; `false` if they asked for nothing.
    func satisfyDemands() throws(Message) -> Bool {
        let wanted = demands
        demands = []
        for demand in wanted {
            switch demand {
            case .field(let set, let field): _ = try column(set: set, field: field)
            case .roster(let roster):
                try open(roster)
                // While it was worked out the state read the roster as empty.
                bind()
            }
        }
        return !wanted.isEmpty
    }

    // MARK: Rosters

    private func gate(of roster: Int) -> RosterGate {
        if let known = gates[roster] { return known }
        let gate = RosterGate(of: roster, in: binding.layout, rows: sets[roster])
        gates[roster] = gate
        return gate
    }

    /// Works out for which records a roster without rows is missing.
    private func open(_ roster: Int) throws(Message) {
        var gate = gate(of: roster)
        guard gate.missing == nil else { return }
        // Known for as long as it is worked out: a count that reads its own roster finds it empty.
        gate.missing = [:]
        gates[roster] = gate
        gate.missing = try gate.reasons(with: formulas, over: self)
        gates[roster] = gate
        if let parent = binding.layout.sets[roster].parent { bound[parent] = nil }
    }
}

extension RecordView: RecordReading {
    func read(set: Int32, row: Int32, field: Int32) -> HostReply {
        guard let local = binding.sets.firstIndex(of: set), sets[local].indices.contains(Int(row)) else {
            return .fault(Message("E-RECORD-001"))
        }
        if field == ScriptHost.parentField {
            guard let parent = binding.layout.sets[local].parent else { return .value(.none) }
            return .value(.record(set: binding.sets[parent], row: sets[local].parents[Int(row)]))
        }
        if field == ScriptHost.indexField { return .value(.integer(Int64(sets[local].position(ofRow: row)))) }
        guard loaded[local].indices.contains(Int(field)) else { return .fault(Message("E-RECORD-001")) }
        if let column = loaded[local][Int(field)] {
            return column.answer(at: Int(row), of: binding.layout.sets[local].fields[Int(field)].question).reply
        }
        demands.insert(.field(set: local, field: Int(field)))
        return .notReady(0)
    }

    func rosterRows(set: Int32, parentRow: Int32) -> RosterReply {
        guard let local = binding.sets.firstIndex(of: set), sets[local].starts.indices.contains(Int(parentRow) + 1)
        else { return .notAsked }
        let rows = sets[local].children(ofRow: parentRow)
        let gate = gate(of: local)
        guard rows.isEmpty, gate.mayBeMissing else { return .rows(Array(rows)) }
        guard let missing = gate.missing else {
            demands.insert(.roster(local))
            return .notReady(0)
        }
        return missing[parentRow].map { .missing($0.lua) } ?? .rows([])
    }
}
