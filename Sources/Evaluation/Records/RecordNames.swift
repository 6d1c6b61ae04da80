import FormModel

/// What the rows of a view are called where a reader must find them: by the id of their record, and in rosters by their
/// places.
struct RecordNames {
    /// What the unit of each record is called in every round: its key; `nil` for a record without one.
    var units: [String?] {
        records.map { place in
            key(place).flatMap { $0.isEmpty ? nil : $0.joined(separator: "\u{1F}") }
        }
    }
    private let ids: RecordIds
    /// The places of the view's records among the heads.
    private let records: [Int]
    private let key: (Int) -> [String]?
    private let layout: FormLayout
    private let sets: [ViewSet]

    init(_ view: RecordView, of records: FormRecords, _ units: RecordUnits) {
        self.ids = records.headers.ids
        self.records = view.selection.records
        self.key = units.key
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
        return id(ofRecord: Int(place)) + path
    }

    /// The id of a record of the view.
    func id(ofRecord record: Int) -> String { ids[records[record]] }

    /// Rows in the order of their records' ids: an order that does not depend on how records are stored.
    func sorted(_ rows: some Sequence<Int32>, in set: Int) -> [Int32] {
        let rows = Array(rows)
        guard rows.count > 1 else { return rows }
        let roots = sets[set].roots
        return rows.map { (id: id(ofRecord: Int(roots[Int($0)])), row: $0) }.sorted {
            ($0.id, $0.row) < ($1.id, $1.row)
        }
        .map(\.row)
    }

    /// The first rows in that order.
    func first(_ rows: some Sequence<Int32>, in set: Int) -> ArraySlice<Int32> {
        sorted(rows, in: set).prefix(FormulaFault.told)
    }
}
