import Columns
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
            ids: RecordIds(all.map(\.id)), rounds: CodedList(all.map(\.round)), dates: CodedList(all.map(\.date)),
            counts: all.map(\.counts),
            results: CodedList(all.map(\.result)))
        headers.statuses = CodedList(all.map(\.status))
        headers.formVersions = CodedList(all.map(\.version))
        return headers
    }

    /// Where the rows of each row of a roster's parent begin.
    public func starts(of set: RecordSet, in layout: FormLayout) throws(Message) -> [Int32] {
        guard let parent = set.parent, let place = layout.sets[parent].rosters.firstIndex(of: set.index) else {
            return []
        }
        var starts: [Int32] = [0]
        for above in rows(of: parent, in: layout) {
            starts.append((starts.last ?? 0) + Int32(above.rosters[place].count))
        }
        return starts
    }

    /// Fields of a set.
    public func columns(
        _ fields: [Field], of set: RecordSet, in layout: FormLayout
    ) throws(Message) -> [CodedColumn] {
        let rows = rows(of: set.index, in: layout)
        return fields.map { field in
            CodedColumn(FieldColumn(rows.map { $0.answers[field.index] }, of: field.question), of: field.question)
        }
    }

    /// For each row of a set, the place of its record among the heads.
    public func recordPlaces(of set: RecordSet, in layout: FormLayout) -> [Int32] {
        func count(_ row: RecordRow, _ line: ArraySlice<RecordSet>) -> Int {
            guard let next = line.first, let parent = next.parent,
                let place = layout.sets[parent].rosters.firstIndex(of: next.index)
            else { return 1 }
            return row.rosters[place].reduce(0) { $0 + count($1, line.dropFirst()) }
        }
        let line = set.withParents(in: layout).reversed().dropFirst()
        return (records[layout.form.id] ?? []).enumerated().flatMap { number, record in
            Array(repeating: Int32(number), count: count(record.root, Array(line)[...]))
        }
    }

    /// How many records there are.
    public var recordsState: String {
        get throws(Message) { "\(records.values.map(\.count).reduce(0, +))" }
    }

    private func rows(of set: Int, in layout: FormLayout) -> [RecordRow] {
        guard let parent = layout.sets[set].parent, let place = layout.sets[parent].rosters.firstIndex(of: set) else {
            return (records[layout.form.id] ?? []).map(\.root)
        }
        return rows(of: parent, in: layout).flatMap { $0.rosters[place] }
    }
}
