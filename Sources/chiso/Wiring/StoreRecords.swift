import Evaluation
import FormModel
import Foundation
import Messages
import Storage

/// The records of a store as the evaluation reads them; no store has no records.
final class StoreRecords: RecordSource {
    private let store: Store?
    private let known: Known
    /// What was read of earlier states, by form: a record's content is read as a whole.
    private var then: [String: [SetColumns]] = [:]

    init(_ store: Store?, known: Known = .now) {
        self.store = store
        self.known = known
    }

    func headers(of layout: FormLayout) throws(Message) -> Evaluation.RecordHeaders {
        let found = try told { try store?.headers(form: layout.form.id, known: known) }
        guard let found else { return RecordHeaders(ids: [], rounds: [], dates: [], counts: [], results: []) }
        var headers = Evaluation.RecordHeaders(
            ids: found.ids, rounds: found.rounds, dates: found.dates, counts: (0..<found.count).map(found.counts),
            results: found.results)
        headers.statuses = found.statuses
        headers.formVersions = found.formVersions
        return headers
    }

    func rows(of set: RecordSet, in layout: FormLayout) throws(Message) -> SetRows {
        let found = try told { try columns(layout, set, []) }
        return SetRows(records: found?.records ?? [], parents: found?.parents ?? [])
    }

    func column(_ field: Field, of set: RecordSet, in layout: FormLayout) throws(Message) -> FieldColumn {
        let found = try told { try columns(layout, set, [field.index]) }
        return found?.columns.first ?? FieldColumn(states: [], values: .codes([]))
    }

    private func columns(_ layout: FormLayout, _ set: RecordSet, _ fields: [Int]) throws -> SetColumns? {
        guard !known.isNow else { return try store?.columns(layout, set: set, fields: fields) }
        if then[layout.form.id] == nil { then[layout.form.id] = try store?.allColumns(layout, known: known) }
        return then[layout.form.id]?[set.index].only(fields)
    }

    var recordsState: String {
        get throws(Message) { try told { try store?.recordsSum(known: known) } ?? String(repeating: "0", count: 64) }
    }

    /// A failure of the store in the evaluation's own terms.
    private func told<Result>(_ body: () throws -> Result) throws(Message) -> Result {
        do {
            return try body()
        } catch let error as StorageError {
            throw error.message
        } catch {
            throw Message("E-STORE-unexpected", ["path": store?.path ?? "", "text": "\(error)"])
        }
    }
}
