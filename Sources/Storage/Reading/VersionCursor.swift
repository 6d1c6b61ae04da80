import FormModel
import Foundation
import GRDB

/// Goes through one version of each record of a form, by record number: the current one, or the one known at an instant.
final class VersionCursor {
    private let statement: RawStatement
    private let personal: RawStatement
    private let shape: StoredShape
    private let path: String
    private var absences: AbsenceFilling

    /// - Parameter id: only this record.
    init(
        _ shape: StoredShape, known: Known, version: Int? = nil, id: String? = nil, _ database: Database, path: String
    ) throws {
        self.shape = shape
        self.path = path
        self.absences = try AbsenceFilling(shape, database, path: path)
        // A version is never older than the one before it, so the greatest that is old enough is the one then known.
        let wanted =
            if version != nil {
                "?2"
            } else if known.isNow {
                "r.version"
            } else {
                "(SELECT max(version) FROM record_version WHERE record = r.key AND stored_at <= ?2 AND rowid <= ?4)"
            }
        self.statement = try RawStatement(
            database,
            """
            SELECT r.key, r.number, r.id, v.version, v.hash, v.content FROM record r
            JOIN record_version v ON v.record = r.key AND v.version = \(wanted)
            WHERE r.form = ?1 \(id == nil ? "" : "AND r.id = ?3") ORDER BY r.number
            """, path: path)
        self.personal = try RawStatement(database, PersonalValue.query, path: path)
        statement.bind(shape.form, at: 1)
        if let version {
            statement.bind(Int64(version), at: 2)
        } else if !known.isNow {
            // No instant is after the last that can be written.
            statement.bind(known.at.map(InstantText.format) ?? "9999", at: 2)
            statement.bind(known.through ?? .max, at: 4)
        }
        if let id { statement.bind(id, at: 3) }
    }

    /// The id of the next record, or `nil` after the last.
    func next() throws -> String? { try statement.step() ? statement.text(2) : nil }

    /// The record that `next` came to.
    func current() throws -> StoredRecord {
        let key = statement.integer(0)
        let version = Int(statement.integer(3))
        let values = PersonalValues { [personal] in
            try PersonalValue.read(personal, record: key, version: version)
        }
        var decoder = ContentDecoder(shape, personal: values)
        do {
            var record = try decoder.decode(statement.bytes(5))
            absences.fill(&record)
            let header = RecordHeader(
                number: Int(statement.integer(1)), id: record.id, form: record.form, version: version,
                formVersion: record.version, round: record.round, date: record.date, status: record.status,
                result: record.result)
            return StoredRecord(header: header, record: record, contentHash: statement.text(4))
        } catch let fault as ContentFault {
            throw StorageError(
                .corrupt, path: path, facts: ["reason": fault.reason, "record": statement.text(2)])
        }
    }
}
