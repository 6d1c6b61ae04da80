import FormModel
import LuaRuntime
import Messages
import Scripting

/// The selected records of a form as columns that formulas run over: one view for all indicators with one selection.
///
/// Only the fields that formulas touch are read. A formula that reads a field whose column is not there yet ends as "not
/// ready"; the column is read, bound, and the formula runs again for those rows.
final class RecordView: RecordReading {
    let binding: FormBinding
    let selection: RecordSelection
    /// For each set of the form, its rows in the view.
    private(set) var sets: [ViewSet]
    private let source: any RecordSource
    private let state: LuaState
    private var loaded: [[FieldColumn?]]
    private var demands: [(set: Int, field: Int)] = []
    private var isBound = false

    /// The rows of a set in a view.
    struct ViewSet {
        /// The rows' places among all rows of the set.
        var rows: [Int32] = []
        /// The parent's row in the view of the parent's set.
        var parents: [Int32] = []
        /// The row in the view of the form's records.
        var roots: [Int32] = []
        /// For each row of the parent's set, where its rows begin; one more at the end.
        var starts: [Int32] = []
    }

    init(_ binding: FormBinding, selection: RecordSelection, source: any RecordSource, state: LuaState) throws(Message)
    {
        self.binding = binding
        self.selection = selection
        self.source = source
        self.state = state
        let layout = binding.layout
        self.loaded = layout.sets.map { Array(repeating: nil, count: $0.fields.count) }
        self.sets = []
        var places: [[Int32]] = []
        for set in layout.sets {
            let all = try source.rows(of: set, in: layout)
            var view = ViewSet()
            var place = [Int32](repeating: -1, count: all.records.count)
            if let parent = set.parent {
                for row in all.parents.indices {
                    let parentRow = places[parent][Int(all.parents[row])]
                    guard parentRow >= 0 else { continue }
                    place[row] = Int32(view.rows.count)
                    view.rows.append(Int32(row))
                    view.parents.append(parentRow)
                    view.roots.append(sets[parent].roots[Int(parentRow)])
                }
                view.starts = RecordView.starts(of: view.parents, parents: sets[parent].rows.count)
            } else {
                let wanted = Set(selection.records)
                for row in all.records.indices where wanted.contains(Int(all.records[row])) {
                    place[row] = Int32(view.rows.count)
                    view.rows.append(Int32(row))
                    view.roots.append(Int32(view.roots.count))
                }
                view.parents = view.roots
            }
            places.append(place)
            sets.append(view)
        }
    }

    /// Where the rows of each parent begin; rows stand in the order of their parents.
    private static func starts(of parents: [Int32], parents count: Int) -> [Int32] {
        var starts = [Int32](repeating: 0, count: count + 1)
        for parent in parents { starts[Int(parent) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        return starts
    }

    // MARK: Columns

    /// A field of the view, a row for each row of its set.
    func column(set: Int, field: Int) throws(Message) -> FieldColumn {
        if let known = loaded[set][field] { return known }
        let recordSet = binding.layout.sets[set]
        let all = try source.column(recordSet.fields[field], of: recordSet, in: binding.layout)
        let column = all.gathered(sets[set].rows)
        loaded[set][field] = column
        if isBound { bind(set) }
        return column
    }

    /// Makes the view the one that the state's formulas read.
    func bind() {
        isBound = true
        for set in sets.indices { bind(set) }
    }

    /// Takes the view away from the state.
    func unbind() {
        isBound = false
        for set in binding.sets { try? state.unbind(set) }
    }

    private func bind(_ set: Int) {
        let recordSet = binding.layout.sets[set]
        var pool: [String] = []
        let fields = recordSet.fields.map { field in
            loaded[set][field.index].flatMap { $0.luaColumn(of: field.question, pool: &pool) }
        }
        var rosters: [Int32: [Int32]] = [:]
        for roster in recordSet.rosters { rosters[binding.sets[roster]] = sets[roster].starts }
        // Should the columns not fit, the host answers for every field: slower, but the same.
        let columns = try? LuaColumns(
            rowCount: sets[set].rows.count, fields: fields,
            parentRows: recordSet.parent == nil ? nil : sets[set].parents,
            rosters: rosters, pool: pool)
        if let columns { try? state.bind(binding.sets[set], columns) }
    }

    // MARK: RecordReading

    func read(set: Int32, row: Int32, field: Int32) -> HostReply {
        guard let local = binding.sets.firstIndex(of: set), sets[local].rows.indices.contains(Int(row)) else {
            return .fault(Message("E-RECORD-001"))
        }
        if field == ScriptHost.parentField {
            guard let parent = binding.layout.sets[local].parent else { return .value(.none) }
            return .value(.record(set: binding.sets[parent], row: sets[local].parents[Int(row)]))
        }
        if field == ScriptHost.indexField {
            let start = sets[local].starts.isEmpty ? 0 : sets[local].starts[Int(sets[local].parents[Int(row)])]
            return .value(.integer(Int64(row - start + 1)))
        }
        guard loaded[local].indices.contains(Int(field)) else { return .fault(Message("E-RECORD-001")) }
        if let column = loaded[local][Int(field)] {
            return column.answer(at: Int(row), of: binding.layout.sets[local].fields[Int(field)].question).reply
        }
        demands.append((local, Int(field)))
        return .notReady(UInt32(demands.count - 1))
    }

    func rosterRows(set: Int32, parentRow: Int32) -> RosterReply {
        guard let local = binding.sets.firstIndex(of: set), sets[local].starts.indices.contains(Int(parentRow) + 1)
        else {
            return .notAsked
        }
        let starts = sets[local].starts
        return .rows(Array(starts[Int(parentRow)]..<starts[Int(parentRow) + 1]))
    }

    /// Reads what formulas asked for since the last call.
    func satisfyDemands() throws(Message) {
        let wanted = demands
        demands = []
        for demand in wanted where loaded[demand.set][demand.field] == nil {
            _ = try column(set: demand.set, field: demand.field)
        }
    }
}
