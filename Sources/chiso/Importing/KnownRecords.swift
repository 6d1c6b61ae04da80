import FormModel
import Interchange
import Storage

/// What the store has of a form's records while a file is imported.
final class KnownRecords {
    private let store: Store
    private let layout: FormLayout
    private var before: [String: (date: Day, status: RecordStatus)]?

    init(_ store: Store, _ layout: FormLayout) {
        self.store = store
        self.layout = layout
    }

    /// The dates of the records that were there before the import.
    func dates() throws -> [String: Day] {
        _ = try known("")
        return (before ?? [:]).mapValues(\.date)
    }

    /// The status to import a record with, where its file gives none. A status that is only assumed makes no record
    /// differ: what a reviewer said of a record stands as long as its content does.
    func status(of record: Record, _ treatment: Storage.KnownRecords) throws -> RecordStatus {
        guard let status = try known(record.id)?.status, status != record.status, status != .incomplete else {
            return record.status
        }
        guard treatment == .update, let stored = try store.record(record.id, layout: layout)?.record else {
            return status
        }
        let differences = layout.differences(from: stored, to: record)
        return differences.allSatisfy { $0.path == "_status" } ? status : record.status
    }

    private func known(_ id: String) throws -> (date: Day, status: RecordStatus)? {
        if let before { return before[id] }
        let headers = try store.headers(form: layout.form.id)
        let found = Dictionary(
            (0..<headers.count).map { (headers.ids[$0], (date: headers.dates[$0], status: headers.statuses[$0])) }
        ) { first, _ in first }
        before = found
        return found[id]
    }

    /// What a new version of a record would lose because its source does not speak of it: rosters with their number of
    /// rows, and personal fields. Within rows that are gone nothing more is lost.
    func lost(_ unsaid: UnsaidParts, by record: Record) throws -> (
        rosters: [(name: String, rows: Int)], fields: [String]
    ) {
        guard !unsaid.rosters.isEmpty || unsaid.personalFields.values.contains(where: { !$0.isEmpty }),
            let known = try store.record(record.id, layout: layout)?.record
        else { return ([], []) }
        let (before, after) = (rows(of: known), rows(of: record))
        let rosters = unsaid.rosters.sorted().filter { set in
            let hasParents = layout.sets[set].parent.map { !after[$0].isEmpty } ?? true
            return hasParents && !before[set].isEmpty
        }
        let fields = layout.sets.flatMap { set in
            (unsaid.personalFields[set.index] ?? []).sorted().filter { field in
                !after[set.index].isEmpty && before[set.index].contains { $0.answers[field].value != nil }
            }.map { set.fields[$0].name }
        }
        return (rosters.map { (layout.sets[$0].name, before[$0].count) }, fields)
    }

    /// All rows of each set.
    private func rows(of record: Record) -> [[RecordRow]] {
        var rows: [[RecordRow]] = Array(repeating: [], count: layout.sets.count)
        gather(record.root, set: 0, into: &rows)
        return rows
    }

    private func gather(_ row: RecordRow, set: Int, into rows: inout [[RecordRow]]) {
        rows[set].append(row)
        for (child, inner) in zip(layout.sets[set].rosters, row.rosters) {
            for row in inner { gather(row, set: child, into: &rows) }
        }
    }
}
