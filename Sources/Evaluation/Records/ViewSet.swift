import FormModel
import Messages

/// The rows of a record set in a view.
struct ViewSet {
    /// The rows' places among all rows of the set, ascending.
    private(set) var rows: [Int32] = []
    /// The parent's row in the view of the parent's set; for the records themselves, their own row.
    private(set) var parents: [Int32] = []
    /// The row in the view of the form's records.
    private(set) var roots: [Int32] = []
    /// For each row of the parent's set, where its rows begin; one more at the end. Empty for the records themselves.
    private(set) var starts: [Int32] = []

    /// The rows that belong to a row of the parent's set.
    func children(ofRow parent: Int32) -> Range<Int32> { starts[Int(parent)]..<starts[Int(parent) + 1] }

    /// A row's place among the rows of its parent, from 1; 1 for a record.
    func position(ofRow row: Int32) -> Int32 {
        starts.isEmpty ? 1 : row - starts[Int(parents[Int(row)])] + 1
    }

    /// The rows of each set of a form that belong to selected records.
    static func sets(of selection: RecordSelection, in records: FormRecords) throws(Message) -> [ViewSet] {
        var isSelected = [Bool](repeating: false, count: records.headers.ids.count)
        for record in selection.records { isSelected[record] = true }
        var sets: [ViewSet] = []
        // For each row of a set, its row in the view, or −1.
        var places: [[Int32]] = []
        for set in records.layout.sets {
            let all = try records.rows(of: set)
            let isAway = try away(set, in: records)
            var view = ViewSet()
            var place = [Int32](repeating: -1, count: all.records.count)
            for row in all.records.indices {
                if isAway?[row] == true { continue }
                let next = Int32(view.rows.count)
                if let parent = set.parent {
                    let above = places[parent][Int(all.parents[row])]
                    guard above >= 0 else { continue }
                    view.parents.append(above)
                    view.roots.append(sets[parent].roots[Int(above)])
                } else {
                    guard isSelected[Int(all.records[row])] else { continue }
                    view.parents.append(next)
                    view.roots.append(next)
                }
                place[row] = next
                view.rows.append(Int32(row))
            }
            if let parent = set.parent { view.countStarts(parents: sets[parent].rows.count) }
            places.append(place)
            sets.append(view)
        }
        return sets
    }

    /// For each row of a set that carries over, whether it is that of a member who left, or a duplicate: such rows stay in
    /// the record and enter no figure. `nil` for a set without such rows.
    private static func away(_ set: RecordSet, in records: FormRecords) throws(Message) -> [Bool]? {
        guard let field = set.field(.member) else { return nil }
        let column = try records.column(field, of: set)
        guard case .codes(let codes) = column.values else { return nil }
        let isAway = column.pool.map { MemberStatus(rawValue: $0)?.counts == false }
        guard isAway.contains(true) else { return nil }
        return zip(column.states, codes).map { $0 == FieldColumn.hasValue && isAway[Int($1)] }
    }

    /// Rows stand in the order of their parents, so that counting them tells where each parent's begin.
    private mutating func countStarts(parents count: Int) {
        starts = [Int32](repeating: 0, count: count + 1)
        for parent in parents { starts[Int(parent) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    }
}
