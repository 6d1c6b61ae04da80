import FormModel

/// What the rows of a view are called where a reader must find them: by the id of their record, and in rosters by their
/// places.
struct RecordNames {
    /// The id of each record of the view.
    let ids: [String]
    /// What the unit of each record is called in every round: its key; `nil` for a record without one.
    let units: [String?]
    private let layout: FormLayout
    private let sets: [ViewSet]

    init(_ view: RecordView, of records: FormRecords) {
        self.ids = view.selection.records.map { records.headers.ids[$0] }
        self.units = view.selection.records.map { place in
            records.keys[place].flatMap { $0.isEmpty ? nil : $0.joined(separator: "\u{1F}") }
        }
        self.layout = view.binding.layout
        self.sets = view.sets
    }

    /// A row's name: `a1b2…`, `a1b2…/person[3]`.
    func name(ofRow row: Int32, in set: Int) -> String {
        var (path, current, place) = ("", set, row)
        while let parent = layout.sets[current].parent {
            path = "/\(layout.sets[current].name)[\(sets[current].position(ofRow: place))]" + path
            (current, place) = (parent, sets[current].parents[Int(place)])
        }
        return ids[Int(place)] + path
    }

    /// Rows in the order of their records' ids: an order that does not depend on how records are stored.
    func sorted(_ rows: some Sequence<Int32>, in set: Int) -> [Int32] {
        let roots = sets[set].roots
        return rows.map { (id: ids[Int(roots[Int($0)])], row: $0) }.sorted { ($0.id, $0.row) < ($1.id, $1.row) }
            .map(\.row)
    }

    /// The first rows in that order.
    func first(_ rows: some Sequence<Int32>, in set: Int) -> ArraySlice<Int32> {
        sorted(rows, in: set).prefix(FormulaFault.told)
    }
}
