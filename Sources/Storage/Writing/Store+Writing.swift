import FormModel
import Foundation
import GRDB

extension Store {
    /// Writes records of one form, all or none: what `body` throws undoes everything, the form's new columns as well.
    ///
    /// Other calls of the store made in `body` see what has been written so far.
    ///
    /// - Parameter size: how much is expected to come; it changes nothing of what is written, only how fast.
    public func importing<T>(
        _ layout: FormLayout, formText: String, source: WriteSource, size: ImportSize = .ordinary,
        _ body: (RecordWriter) throws -> T
    ) throws -> T {
        switch size {
        case .ordinary: try importing(layout, formText, source, size, body)
        case .bulk: try withBulkSettings { try importing(layout, formText, source, size, body) }
        }
    }

    private func importing<T>(
        _ layout: FormLayout, _ formText: String, _ source: WriteSource, _ size: ImportSize,
        _ body: (RecordWriter) throws -> T
    ) throws -> T {
        try writing { database in
            let formVersion = try prepare(layout, formText: formText, in: database)
            let batch = try source.batch.map { batch in
                try database.execute(
                    sql: """
                        INSERT INTO import_batch (form, name, file_hash, record_count, stored_at, who)
                        VALUES (?, ?, ?, 0, ?, ?)
                        """,
                    arguments: [
                        layout.form.id, batch.name, batch.fileHash, InstantText.format(source.at), source.who,
                    ])
                return database.lastInsertedRowID
            }
            let writer = try RecordWriter(
                layout, source: source, formVersionKey: formVersion, batchKey: batch, store: self, in: database)
            let outcome = try unwatched(layout.form.id, in: database) {
                let outcome = try body(writer)
                try writer.finish(self, in: database)
                return outcome
            }
            if size == .bulk { try endBulk(database) }
            try indexIds(of: layout, in: database)
            let written = writer.tally.inserted + writer.tally.updated
            if let batch {
                try database.execute(
                    sql: "UPDATE import_batch SET record_count = ? WHERE key = ?", arguments: [written, batch])
            }
            if written > 0 { try noteOrigin(source.origin, in: database) }
            return outcome
        }
    }

    /// Writes some records, all or none, and tells what became of each.
    public func write(
        _ records: [FormModel.Record], layout: FormLayout, formText: String, source: WriteSource
    ) throws -> [WriteOutcome] {
        try importing(layout, formText: formText, source: source) { writer in try records.map { try writer.write($0) } }
    }

    /// A file that records came from.
    public struct ImportBatch: Hashable, Sendable {
        /// The form of the records.
        public let form: String
        /// The name given with `--batch`.
        public let name: String?
        /// SHA-256 of the file, in hexadecimal.
        public let fileHash: String
        /// How many records were new or got a new version.
        public let recordCount: Int
        /// When it was imported.
        public let storedAt: Date
        /// By whom.
        public let who: String
    }

    /// The files that a form's records came from, the oldest first.
    public func batches(form: String) throws -> [ImportBatch] {
        try reading { database in
            try rows(
                database,
                """
                SELECT name, file_hash, record_count, stored_at, who FROM import_batch WHERE form = ? ORDER BY key
                """, [form]
            ) { row in
                ImportBatch(
                    form: form, name: row.optionalText(0), fileHash: row.text(1), recordCount: Int(row.integer(2)),
                    storedAt: try instant(row.text(3)), who: row.text(4))
            }
        }
    }

    /// Which of these ids the form has records of, with the hash of each one's current content.
    public func existing(_ ids: some Sequence<String>, form: String) throws -> [String: String] {
        try reading { database in
            let statement = try statement(
                database,
                """
                SELECT v.hash FROM record r JOIN record_version v ON v.record = r.key AND v.version = r.version
                WHERE r.form = ? AND r.id = ?
                """)
            var hashes: [String: String] = [:]
            for id in ids {
                statement.restart()
                statement.bind(form, at: 1)
                statement.bind(id, at: 2)
                if try statement.step() { hashes[id] = statement.text(0) }
            }
            return hashes
        }
    }

    /// The instant of a stored text.
    func instant(_ text: String) throws -> Date {
        guard let instant = InstantText.parse(text) else {
            throw StorageError(.corrupt, path: path, facts: ["reason": "no instant: \(text)"])
        }
        return instant
    }
}
