import FormModel
import Foundation

/// Who made the current version of a record, when and why.
public struct CurrentVersion: Hashable, Sendable {
    /// The version, from 1.
    public let version: Int
    /// When it was stored.
    public let storedAt: Date
    /// By whom.
    public let who: String
    /// The reason given, such as a reviewer's note.
    public let why: String?
    /// SHA-256 of its content, in hexadecimal.
    public let contentHash: String
}

extension Store {
    /// Who made the current version of each record of a form, by the records' ids.
    public func currentVersions(form: String) throws -> [String: CurrentVersion] {
        try currentVersions(
            """
            SELECT r.id, v.version, v.stored_at, v.who, v.why, v.hash FROM record r
            JOIN record_version v ON v.record = r.key AND v.version = r.version WHERE r.form = ?1
            """, [form])
    }

    /// Who made the current version of a record; `nil` where there is no such record.
    public func currentVersion(of record: String, form: String) throws -> CurrentVersion? {
        try currentVersions(
            """
            SELECT r.id, v.version, v.stored_at, v.who, v.why, v.hash FROM record r
            JOIN record_version v ON v.record = r.key AND v.version = r.version WHERE r.form = ?1 AND r.id = ?2
            """, [form, record])[record]
    }

    private func currentVersions(_ sql: String, _ parameters: [String]) throws -> [String: CurrentVersion] {
        try reading { database in
            let found = try rows(database, sql, parameters) { row in
                (
                    row.text(0),
                    CurrentVersion(
                        version: Int(row.integer(1)), storedAt: try instant(row.text(2)), who: row.text(3),
                        why: row.optionalText(4), contentHash: row.text(5))
                )
            }
            return Dictionary(found) { first, _ in first }
        }
    }
}
