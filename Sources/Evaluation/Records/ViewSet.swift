import Columns
import FormModel
import Messages

/// The rows of a record set in a view.
final class ViewSet {
    /// How many there are.
    let count: Int
    /// The rows' places among all rows of the set, ascending; `nil` where they are all of them.
    let places: [Int32]?
    /// For each row of the parent's set, where its rows begin; one more at the end. Empty for the records themselves.
    let starts: [Int32]
    private let parent: ViewSet?

    /// The rows by their numbers in the view.
    var indices: Range<Int> { 0..<count }

    /// The parent's row in the view of the parent's set; for the records themselves, their own row.
    private(set) lazy var parents: [Int32] = {
        guard parent != nil else { return indices.map { Int32($0) } }
        var parents = [Int32](repeating: 0, count: count)
        for above in 0..<(starts.count - 1) {
            for row in Int(starts[above])..<Int(starts[above + 1]) { parents[row] = Int32(above) }
        }
        return parents
    }()

    /// The row in the view of the form's records.
    private(set) lazy var roots: [Int32] = {
        guard let parent, parent.parent != nil else { return parents }
        let above = parent.roots
        return parents.map { above[Int($0)] }
    }()

    private init(count: Int, places: [Int32]?, starts: [Int32], parent: ViewSet?) {
        self.count = count
        self.places = places
        self.starts = starts
        self.parent = parent
    }

    /// The rows that belong to a row of the parent's set.
    func children(ofRow parent: Int32) -> Range<Int32> { starts[Int(parent)]..<starts[Int(parent) + 1] }

    /// A row's place among the rows of its parent, from 1; 1 for a record.
    func position(ofRow row: Int32) -> Int32 {
        starts.isEmpty ? 1 : row - starts[Int(parents[Int(row)])] + 1
    }

    /// The rows of each set of a form that belong to selected records.
    static func sets(of selection: RecordSelection, in records: FormRecords) throws(Message) -> [ViewSet] {
        let isWhole = selection.records.count == records.headers.count
        var sets = [
            ViewSet(
                count: selection.records.count, places: isWhole ? nil : selection.records.map { Int32($0) }, starts: [],
                parent: nil)
        ]
        for set in records.layout.sets.dropFirst() {
            guard let parent = set.parent else { continue }
            sets.append(try child(set, of: sets[parent], in: records))
        }
        return sets
    }

    private static func child(
        _ set: RecordSet, of parent: ViewSet, in records: FormRecords
    ) throws(Message) -> ViewSet {
        let all = try records.starts(of: set)
        let isAway = try away(set, in: records)
        if isAway == nil, parent.places == nil {
            return ViewSet(count: Int(all.last ?? 0), places: nil, starts: all, parent: parent)
        }
        var places: [Int32] = []
        var starts: [Int32] = [0]
        starts.reserveCapacity(parent.count + 1)
        for above in parent.indices {
            let above = parent.places.map { Int($0[above]) } ?? above
            for row in all[above]..<all[above + 1] where isAway?[Int(row)] != true { places.append(row) }
            starts.append(Int32(places.count))
        }
        let isWhole = places.count == Int(all.last ?? 0)
        return ViewSet(count: places.count, places: isWhole ? nil : places, starts: starts, parent: parent)
    }

    /// For each row of a set that carries over, whether it is that of a member who left, or a duplicate: such rows stay in
    /// the record and enter no figure. `nil` for a set without such rows.
    private static func away(_ set: RecordSet, in records: FormRecords) throws(Message) -> [Bool]? {
        guard let field = set.field(.member) else { return nil }
        let column = try records.codedColumn(field, of: set)
        let isAway = column.pool.map { MemberStatus(rawValue: $0)?.counts == false }
        guard isAway.contains(true) else { return nil }
        return (0..<column.count).map { row in
            let cell = column[row]
            return cell.tag == Tag.text && isAway[Int(cell.code)]
        }
    }
}
