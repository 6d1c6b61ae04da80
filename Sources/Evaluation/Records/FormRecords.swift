import Columns
import FormModel
import Messages

/// The records of one form as a source gives them. Each head, row and column is read once, whatever views are made.
final class FormRecords {
    let layout: FormLayout
    let headers: RecordHeaders
    /// The view whose columns the script state reads now.
    weak var boundView: RecordView?
    private let source: any RecordSource
    private var starts: [[Int32]?]
    private var columns: [[CodedColumn?]]
    private var readAhead: Set<Int> = []
    private var knownUnits: [[String]: RecordUnits] = [:]
    private var knownFrameUnits: [Int?: FrameUnits] = [:]

    init(of layout: FormLayout, from source: any RecordSource) throws(Message) {
        self.layout = layout
        self.source = source
        self.headers = try source.headers(of: layout)
        self.starts = Array(repeating: nil, count: layout.sets.count)
        self.columns = layout.sets.map { Array(repeating: nil, count: $0.fields.count) }
    }

    /// The units of the records: by the form's key, or by some of its fields.
    func units(by fields: [Field]? = nil) throws(Message) -> RecordUnits {
        let fields = fields ?? layout.keyFields
        let names = fields.map(\.name)
        if let known = knownUnits[names] { return known }
        var columns: [(CodedColumn, Question)] = []
        try read(fields.map { ($0, layout.root) })
        for field in fields { columns.append((try codedColumn(field, of: layout.root), field.question)) }
        let units = RecordUnits(columns, count: headers.count)
        knownUnits[names] = units
        return units
    }

    /// The units of the records and of the frame; `nil` for a form without a frame.
    /// - Parameter part: the place of one field of the key that is to tell units alone.
    func frameUnits(by part: Int? = nil) throws(Message) -> FrameUnits? {
        // A key that names a field which is not there tells no unit.
        guard let frame = layout.form.frame, layout.keyFields.count == frame.keyColumns.count else { return nil }
        if let known = knownFrameUnits[part] { return known }
        var key: [FrameUnits.KeyField] = []
        for (place, field) in layout.keyFields.enumerated() where part == nil || part == place {
            key.append((try codedColumn(field, of: layout.root), field.question, frame.keyColumns[place]))
        }
        let units = FrameUnits(key, of: frame, records: headers.count)
        knownFrameUnits[part] = units
        return units
    }

    /// For each row of a roster's parent where its rows begin, and at last where they end.
    func starts(of set: RecordSet) throws(Message) -> [Int32] {
        if let known = starts[set.index] { return known }
        let found = try source.starts(of: set, in: layout)
        starts[set.index] = found
        return found
    }

    /// A field of a set, as columns read it.
    func codedColumn(_ field: Field, of set: RecordSet) throws(Message) -> CodedColumn {
        if let known = columns[set.index][field.index] { return known }
        readAhead(of: set)
        try read([(field, set)])
        return columns[set.index][field.index] ?? CodedColumn.empty
    }

    /// Reads all of a small set at once: to ask for each field by itself would take longer. A field that cannot be read is told
    /// when it is asked for.
    private func readAhead(of set: RecordSet) {
        guard headers.count * set.fields.count <= FormRecords.fewCells, readAhead.insert(set.index).inserted else {
            return
        }
        try? read(set.fields.filter { !$0.question.personal }.map { ($0, set) })
    }

    private static let fewCells = 2_000

    /// Reads those of some fields that were not read yet, all of a set at once.
    func read(_ fields: [(field: Field, set: RecordSet)]) throws(Message) {
        for set in layout.sets {
            var wanted: [Field] = []
            for (field, own) in fields where own.index == set.index && columns[set.index][field.index] == nil {
                if !wanted.contains(where: { $0.index == field.index }) { wanted.append(field) }
            }
            guard !wanted.isEmpty else { continue }
            let found = try source.columns(wanted, of: set, in: layout)
            for (field, column) in zip(wanted, found) { columns[set.index][field.index] = column }
        }
    }

    /// How many rows of a set selected records have, those of members who left as well.
    func rowCount(of set: RecordSet, in selection: RecordSelection) throws(Message) -> Int {
        var rows = selection.records.map { Int32($0) }
        for set in set.withParents(in: layout).reversed().dropFirst() {
            let starts = try starts(of: set)
            rows = rows.flatMap { Array(starts[Int($0)]..<starts[Int($0) + 1]) }
        }
        return rows.count
    }
}
