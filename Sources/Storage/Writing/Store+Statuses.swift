import FormModel
import GRDB

/// A record that cannot go from where it stands to the status that was wanted.
public struct RefusedStatus: Hashable, Sendable {
    /// The form.
    public let form: String
    /// The record's id.
    public let record: String
    /// Where it stands.
    public let status: RecordStatus
}

extension Store {
    /// Gives records another status: each gets a new version with its answers, and the version of its form, as they were.
    ///
    /// All of them or none, in one transaction. No form is needed, so that a judgement never touches an answer, whatever
    /// has become of the form since.
    ///
    /// - Parameters:
    ///   - records: the forms and ids.
    ///   - allowed: where a record may stand before.
    ///   - source: who, when and why; `known`, `batch` and `origin` mean nothing here.
    /// - Returns: the records that stand elsewhere; where there is one, nothing was written.
    /// - Throws: `noSuchRecord`; and whatever goes wrong with the file.
    public func setStatus(
        of records: [(form: String, id: String)], to status: RecordStatus, from allowed: Set<RecordStatus>,
        source: WriteSource
    ) throws -> [RefusedStatus] {
        try writing { database in
            let versions = try VersionTables(database, path: path)
            var refused: [RefusedStatus] = []
            var known: [(form: String, current: VersionTables.Current)] = []
            for (form, id) in records {
                guard let current = try versions.find(id, form: form) else {
                    throw StorageError(.noSuchRecord, path: path, facts: ["form": form, "record": id])
                }
                let before = try self.status(in: current.content, of: id)
                if allowed.contains(before) {
                    known.append((form, current))
                } else {
                    refused.append(RefusedStatus(form: form, record: id, status: before))
                }
            }
            guard refused.isEmpty else { return refused }
            var sum = try recordsSum(in: database)
            for (form, current) in known {
                sum += try unwatched(form, in: database) {
                    try write(status, over: current, form: form, source, versions, database)
                }
                if let old = RecordsSum(hexadecimal: current.hash) { sum -= old }
            }
            try setRecordsSum(sum, in: database)
            return []
        }
    }

    /// Writes a version that differs from the one before in its status alone.
    /// - Returns: its hash.
    private func write(
        _ status: RecordStatus, over current: VersionTables.Current, form: String, _ source: WriteSource,
        _ versions: VersionTables, _ database: Database
    ) throws -> RecordsSum {
        let content = try StatusMember.replaced(in: current.content, by: status) ?? unreadable(current.id)
        let encoded = EncodedRecord(
            content: content, hash: contentHash(content),
            personal: try versions.personalValues(of: current.key, version: current.version))
        let version = current.version + 1
        let formVersion = try Int64.fetchOne(
            database, sql: "SELECT form_version FROM record_version WHERE record = ? AND version = ?",
            arguments: [current.key, current.version])
        try versions.setCurrent(version, of: current.key)
        try versions.insertVersion(
            encoded, of: current.key, version: version, formVersion: formVersion ?? 0,
            storedAt: max(InstantText.format(source.at), current.storedAt), source: source, batch: nil)
        try database.execute(
            sql: "UPDATE \(quoted(StoredShape.table(ofPath: form))) SET _status = ?, _version = ? WHERE _number = ?",
            arguments: [status.rawValue, version, current.number])
        guard let hash = RecordsSum(hexadecimal: encoded.hash) else { return try unreadable(current.id) }
        return hash
    }

    private func status(in content: [UInt8], of id: String) throws -> RecordStatus {
        try StatusMember.status(in: content) ?? unreadable(id)
    }

    private func unreadable<Result>(_ id: String) throws -> Result {
        throw StorageError(.corrupt, path: path, facts: ["reason": "a record without a status", "record": id])
    }
}

extension RecordVersion {
    /// Where the record stood in this version; `nil` where the content does not say it.
    public var status: RecordStatus? { StatusMember.status(in: Array(content.utf8)) }
}

/// The `_status` of a record in its canonical JSON. Within a text every quote is escaped, so that the bytes of the member
/// stand nowhere else.
private enum StatusMember {
    static func status(in content: [UInt8]) -> RecordStatus? {
        range(in: content).flatMap { RecordStatus(rawValue: String(decoding: content[$0], as: UTF8.self)) }
    }

    static func replaced(in content: [UInt8], by status: RecordStatus) -> [UInt8]? {
        guard let range = range(in: content) else { return nil }
        var content = content
        content.replaceSubrange(range, with: Array(status.rawValue.utf8))
        return content
    }

    private static let key = Array("\"_status\":\"".utf8)

    private static func range(in content: [UInt8]) -> Range<Int>? {
        guard let start = content.firstRange(of: key)?.upperBound, let end = content[start...].firstIndex(of: 0x22)
        else { return nil }
        return start..<end
    }
}
