import FormModel
import Messages

/// Records kept in memory, as the evaluation reads them: those of a test.
public final class MemoryRecords: RecordSource {
    private var records: [String: [Record]] = [:]

    /// No records.
    public init() {}

    /// Adds a record.
    public func add(_ record: Record) {
        records[record.form, default: []].append(record)
    }

    /// Puts the records of every form in another order.
    public func shuffle(using generator: inout some RandomNumberGenerator) {
        for form in records.keys.sorted() { records[form]?.shuffle(using: &generator) }
    }

    /// The heads of a form's records, in the order they were added.
    public func headers(of layout: FormLayout) throws(Message) -> RecordHeaders {
        let all = records[layout.form.id] ?? []
        var headers = RecordHeaders(
            ids: all.map(\.id), rounds: all.map(\.round), dates: all.map(\.date), counts: all.map(\.counts),
            results: all.map(\.result))
        headers.statuses = all.map(\.status)
        headers.formVersions = all.map(\.version)
        return headers
    }

    /// The rows of a set.
    public func rows(of set: RecordSet, in layout: FormLayout) throws(Message) -> SetRows {
        let rows = self.rows(of: set.index, in: layout)
        return SetRows(records: rows.map(\.record), parents: rows.map(\.parent))
    }

    /// A field of a set.
    public func column(_ field: Field, of set: RecordSet, in layout: FormLayout) throws(Message) -> FieldColumn {
        FieldColumn(rows(of: set.index, in: layout).map { $0.row.answers[field.index] }, of: field.question)
    }

    /// How many records there are.
    public var recordsState: String {
        get throws(Message) { "\(records.values.map(\.count).reduce(0, +))" }
    }

    private func rows(of set: Int, in layout: FormLayout) -> [(row: RecordRow, record: Int32, parent: Int32)] {
        guard let parent = layout.sets[set].parent, let place = layout.sets[parent].rosters.firstIndex(of: set) else {
            return (records[layout.form.id] ?? []).enumerated().map { ($1.root, Int32($0), Int32($0)) }
        }
        var found: [(row: RecordRow, record: Int32, parent: Int32)] = []
        for (number, above) in rows(of: parent, in: layout).enumerated() {
            for row in above.row.rosters[place] { found.append((row, above.record, Int32(number))) }
        }
        return found
    }
}
