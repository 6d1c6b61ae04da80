import FormModel
import Foundation
import GRDB

/// Writes records of one form, one after the other, within the transaction of `Store.importing`.
public final class RecordWriter {
    /// What became of the records so far.
    public private(set) var tally = WriteTally()

    private let shape: StoredShape
    private let source: WriteSource
    private let instant: String
    private let formVersionKey: Int64
    private let batchKey: Int64?
    private let path: String
    private let tables: TypedTables
    private let versions: VersionTables
    private let audit: AuditTables
    private let visits: VisitTable
    private var contents: ContentEncoder
    private var sum: RecordsSum
    private var nextNumber: Int64
    private var isOpen = true

    init(
        _ layout: FormLayout, source: WriteSource, formVersionKey: Int64, batchKey: Int64?, store: Store,
        in database: Database
    ) throws {
        self.shape = StoredShape(layout)
        self.source = source
        self.instant = InstantText.format(source.at)
        self.formVersionKey = formVersionKey
        self.batchKey = batchKey
        self.path = store.path
        self.tables = try TypedTables(shape, database, path: path)
        self.versions = try VersionTables(database, path: path)
        self.audit = try AuditTables(database, path: path)
        self.visits = try VisitTable(database, path: path)
        self.contents = ContentEncoder(shape, salts: store.salts, path: path)
        self.sum = try store.recordsSum(in: database)
        let last = try Int64.fetchOne(
            database, sql: "SELECT max(number) FROM record WHERE form = ?", arguments: [shape.form])
        self.nextNumber = (last ?? 0) + 1
    }

    /// Writes a record: as a new one, as a new version, or not at all where the store has this content already.
    ///
    /// - Parameter content: what an `encoder` made of this record, if one did.
    /// - Throws: `invalidRecord`; and whatever goes wrong with the file. Whoever lets the error pass undoes the import.
    public func write(_ record: FormModel.Record, content: EncodedContent? = nil) throws -> WriteOutcome {
        try keeping(record, content) { _ in }
    }

    /// Makes contents of records ahead of their writing, on any one thread; `nil` where salts must come in the order of
    /// the writing.
    public var encoder: RecordEncoder? {
        contents.remainingSalts is SystemSalts ? RecordEncoder(shape, path: path) : nil
    }

    /// Writes a record that an interview gave, with the interview's events and visits.
    ///
    /// An event that the record's log has already, by its origin and sequence, is not kept again, and a visit that is
    /// known by its start, person and device becomes what is now known of it. So an interview that was killed after this
    /// and is completed once more changes nothing. Of a record refused as a `conflict` nothing is kept.
    ///
    /// - Throws: `invalidRecord`, also for events that are not by rising sequence.
    public func write(
        _ record: FormModel.Record, auditing trail: AuditTrail, visits: [Visit]
    ) throws -> WriteOutcome {
        try keeping(record, nil) { key in
            try audit.append(trail, to: record, key: key, shape: shape) { self.contents.newSalt() }
            for visit in visits { try self.visits.keep(visit, of: key) }
        }
    }

    private func keeping(
        _ record: FormModel.Record, _ content: EncodedContent?, with keep: (Int64) throws -> Void
    ) throws -> WriteOutcome {
        guard isOpen else {
            throw StorageError(.unexpected, path: path, facts: ["reason": "a record written after its import"])
        }
        let outcome = try translatingErrors(of: path) {
            let (outcome, key) =
                if let known = try versions.find(record.id, form: shape.form) {
                    (try update(known, to: record), known.key)
                } else {
                    try insert(record, content)
                }
            if case .conflict = outcome { return outcome }
            try keep(key)
            return outcome
        }
        tally.count(outcome)
        return outcome
    }

    /// Ends the writing: what was summed up goes into the store.
    func finish(_ store: Store, in database: Database) throws {
        isOpen = false
        store.salts = contents.remainingSalts
        try store.setRecordsSum(sum, in: database)
        for set in shape.sets {
            for (place, field) in set.fields.enumerated() {
                let bits = tables.calculatedKinds[set.index][place]
                guard bits != 0 else { continue }
                try database.execute(
                    sql: """
                        UPDATE form_field SET calculated_kinds = calculated_kinds | ?
                        WHERE set_path = ? AND name = ? AND calculated_kinds | ? <> calculated_kinds
                        """,
                    arguments: [bits, set.path, field.name, bits])
            }
        }
    }

    private func insert(
        _ record: FormModel.Record, _ content: EncodedContent?
    ) throws -> (WriteOutcome, key: Int64) {
        let encoded = try content?.encoded ?? contents.encode(record, formVersion: record.version)
        let number = nextNumber
        let key = try versions.insertRecord(form: shape.form, id: record.id, number: number)
        try keep(encoded, of: key, version: 1, storedAt: instant)
        try tables.insert(record, number: number, version: 1)
        nextNumber += 1
        return (.inserted(number: Int(number)), key)
    }

    private func update(_ known: VersionTables.Current, to record: FormModel.Record) throws -> WriteOutcome {
        // With its old form version and its old salts, an unchanged record has its old hash.
        let personal = try versions.personalValues(of: known.key, version: known.version)
        let same = try contents.encode(record, formVersion: known.formVersion, reusing: personal)
        if same.hash == known.hash { return .unchanged }
        let differences = Comparison(shape, old: try decode(known, personal), new: record).differences
        // What differs may be no more than a field that the form no longer has.
        if differences.isEmpty { return .unchanged }
        if source.known == .refuse { return .conflict(differences) }

        let encoded = try contents.encode(record, formVersion: record.version, reusing: personal)
        let version = known.version + 1
        if let old = RecordsSum(hexadecimal: known.hash) { sum -= old }
        try versions.setCurrent(version, of: known.key)
        try keep(encoded, of: known.key, version: version, storedAt: max(instant, known.storedAt))
        try tables.remove(number: known.number)
        try tables.insert(record, number: known.number, version: version)
        return .updated(version: version)
    }

    private func keep(_ encoded: EncodedRecord, of key: Int64, version: Int, storedAt: String) throws {
        try versions.insertVersion(
            encoded, of: key, version: version, formVersion: formVersionKey, storedAt: storedAt, source: source,
            batch: batchKey)
        if let hash = RecordsSum(hexadecimal: encoded.hash) { sum += hash }
    }

    private func decode(_ known: VersionTables.Current, _ personal: [PersonalValue]) throws -> FormModel.Record {
        var decoder = ContentDecoder(shape, personal: PersonalValues { personal })
        do {
            return try known.content.withUnsafeBufferPointer { try decoder.decode($0) }
        } catch let fault as ContentFault {
            throw StorageError(.corrupt, path: path, facts: ["reason": fault.reason, "record": known.id])
        }
    }
}
