import Columns
import Evaluation
import FormModel
import Foundation
import Messages
import Storage

/// The records of a store as the evaluation reads them; no store has no records.
final class StoreRecords: RecordSource {
    private let store: Store?
    private let known: Known
    private let usesCache: Bool
    private var current: [String: RecordColumns] = [:]
    /// What was read of earlier states, by form: a record's content is read as a whole.
    private var then: [String: [SetColumns]] = [:]

    /// - Parameter usesCache: whether columns come from the cache beside the store, as far as it is current.
    init(_ store: Store?, known: Known = .now, usesCache: Bool = true) {
        self.store = store
        self.known = known
        self.usesCache = usesCache
    }

    func readAhead(_ fields: () -> [(field: Field, set: RecordSet)], of layout: FormLayout) throws(Message) {
        guard known.isNow else { return }
        try told { try columns(of: layout)?.readAhead(fields) }
    }

    func headers(of layout: FormLayout) throws(Message) -> Evaluation.RecordHeaders {
        if known.isNow { return try told { try columns(of: layout)?.headers() } ?? StoreRecords.none }
        let found = try told { try store?.headers(form: layout.form.id, known: known) }
        guard let found else { return StoreRecords.none }
        var headers = Evaluation.RecordHeaders(
            ids: RecordIds(found.ids), rounds: CodedList(found.rounds), dates: CodedList(found.dates),
            counts: (0..<found.count).map(found.counts), results: CodedList(found.results))
        headers.statuses = CodedList(found.statuses)
        headers.formVersions = CodedList(found.formVersions)
        return headers
    }

    private static var none: Evaluation.RecordHeaders {
        RecordHeaders(
            ids: RecordIds([]), rounds: CodedList([]), dates: CodedList([]), counts: [],
            results: CodedList([]))
    }

    func starts(of set: RecordSet, in layout: FormLayout) throws(Message) -> [Int32] {
        guard let parent = set.parent else { return [] }
        if known.isNow { return try told { try columns(of: layout)?.starts(of: set) } ?? [0] }
        let found = try told { try earlier(layout) }
        var starts = [Int32](repeating: 0, count: (found?[parent].count ?? 0) + 1)
        for row in found?[set.index].parents ?? [] { starts[Int(row) + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        return starts
    }

    func columns(
        _ fields: [Field], of set: RecordSet, in layout: FormLayout
    ) throws(Message) -> [CodedColumn] {
        if known.isNow {
            return try told { try columns(of: layout)?.columns(fields, of: set) } ?? fields.map { _ in .empty }
        }
        let found = try told { try earlier(layout)?[set.index].only(fields.map(\.index)) }
        guard let found else { return fields.map { _ in .empty } }
        return zip(found.columns, fields).map { CodedColumn($0, of: $1.question) }
    }

    private func columns(of layout: FormLayout) throws -> RecordColumns? {
        if let known = current[layout.form.id] { return known }
        let columns = try store.map { try RecordColumns($0, layout, usesCache: usesCache) }
        current[layout.form.id] = columns
        return columns
    }

    private func earlier(_ layout: FormLayout) throws -> [SetColumns]? {
        if then[layout.form.id] == nil { then[layout.form.id] = try store?.allColumns(layout, known: known) }
        return then[layout.form.id]
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

extension RecordColumns {
    /// The heads of the records, as the evaluation takes them.
    fileprivate func headers() throws -> Evaluation.RecordHeaders {
        let heads = try heads()
        let statuses = heads[2].listed { cell, pool in RecordStatus(rawValue: pool[Int(cell.code)]) }
        let results = heads[3].listed { cell, pool in VisitResult(rawValue: pool[Int(cell.code)]) }
        let rounds = heads[0].listed { cell, pool in pool[Int(cell.code)] }
        let dates = heads[1].listed { cell, _ in Day(number: Int(cell.number)) }
        let versions = heads[4].listed { cell, _ in Int(cell.integer) }
        guard let statuses, let results, let rounds, let dates, let versions else {
            throw StorageError(.corrupt, path: "", facts: ["reason": "unreadable table row"])
        }
        let counts = zip(statuses.flags(\.counts), results.flags { $0 == .completed }).map { $0 && $1 }
        var headers = Evaluation.RecordHeaders(
            ids: RecordIds { [self] in (try? ids()) ?? [] }, rounds: rounds, dates: dates, counts: counts,
            results: results)
        headers.statuses = statuses
        headers.formVersions = versions
        return headers
    }
}

extension CodedColumn {
    /// The rows as a list of what their cells stand for; `nil` where one stands for nothing.
    fileprivate func listed<Value>(_ value: (Cell, [String]) -> Value?) -> CodedList<Value>? {
        func known(_ cell: Cell) -> Value? { Tag.hasValue(cell.tag) ? value(cell, pool) : nil }
        guard !cells.isEmpty else {
            let all = (0..<count).map { known(self[$0]) }
            let found = all.compactMap { $0 }
            return found.count == all.count ? CodedList(found) : nil
        }
        let values = cells.map(known)
        guard let other = values.lazy.compactMap({ $0 }).first else { return count == 0 ? CodedList([]) : nil }
        // A code that no row has any more stands for nothing, and that is no harm.
        let isUnknown = values.map { $0 == nil }
        if isUnknown.contains(true) {
            var isFound = false
            eachCode { isFound = isFound || isUnknown[$0] }
            if isFound { return nil }
        }
        return CodedList(codesOf: self, values: values.map { $0 ?? other })
    }
}
