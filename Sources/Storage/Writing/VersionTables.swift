import GRDB

/// The tables that hold every version of every record.
final class VersionTables {
    /// The current version of a record.
    struct Current {
        let key: Int64
        let id: String
        let number: Int64
        let version: Int
        let formVersion: Int
        let hash: String
        let content: [UInt8]
        let storedAt: String
    }

    private let finding: RawStatement
    private let recordInsert: RawStatement
    private let recordUpdate: RawStatement
    private let versionInsert: RawStatement
    private let personalInsert: RawStatement
    private let personalFinding: RawStatement
    private var texts = RowTexts()

    init(_ database: Database, path: String) throws {
        func prepare(_ sql: String) throws -> RawStatement { try RawStatement(database, sql, path: path) }
        self.finding = try prepare(
            """
            SELECT r.key, r.number, r.version, f.version, v.hash, v.content, v.stored_at FROM record r
            JOIN record_version v ON v.record = r.key AND v.version = r.version
            JOIN form_version f ON f.key = v.form_version WHERE r.form = ? AND r.id = ?
            """)
        self.recordInsert = try prepare("INSERT INTO record (form, id, number, version) VALUES (?, ?, ?, 1)")
        self.recordUpdate = try prepare("UPDATE record SET version = ? WHERE key = ?")
        self.versionInsert = try prepare(
            """
            INSERT INTO record_version
            (record, version, form_version, hash, content, stored_at, who, device, why, batch)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        self.personalInsert = try prepare(
            "INSERT INTO personal_value (record, version, path, salt, value) VALUES (?, ?, ?, ?, ?)")
        self.personalFinding = try prepare(PersonalValue.query)
    }

    func find(_ id: String, form: String) throws -> Current? {
        finding.restart()
        finding.bind(form, at: 1)
        finding.bind(id, at: 2)
        guard try finding.step() else { return nil }
        defer { finding.restart() }
        return Current(
            key: finding.integer(0), id: id, number: finding.integer(1), version: Int(finding.integer(2)),
            formVersion: Int(finding.integer(3)), hash: finding.text(4), content: finding.array(5),
            storedAt: finding.text(6))
    }

    func insertRecord(form: String, id: String, number: Int64) throws -> Int64 {
        texts.removeAll()
        texts.append(form, at: 1)
        texts.append(id, at: 2)
        recordInsert.bind(number, at: 3)
        try recordInsert.run(with: texts)
        return recordInsert.lastInsertedKey
    }

    func setCurrent(_ version: Int, of key: Int64) throws {
        recordUpdate.restart()
        recordUpdate.bind(Int64(version), at: 1)
        recordUpdate.bind(key, at: 2)
        try recordUpdate.run()
    }

    func insertVersion(
        _ encoded: EncodedRecord, of key: Int64, version: Int, formVersion: Int64, storedAt: String,
        source: WriteSource, batch: Int64?
    ) throws {
        texts.removeAll()
        versionInsert.bind(key, at: 1)
        versionInsert.bind(Int64(version), at: 2)
        versionInsert.bind(formVersion, at: 3)
        texts.append(encoded.hash, at: 4)
        texts.append(encoded.content, at: 5)
        texts.append(storedAt, at: 6)
        texts.append(source.who, at: 7)
        if let device = source.device { texts.append(device, at: 8) }
        if let why = source.why { texts.append(why, at: 9) }
        if let batch { versionInsert.bind(batch, at: 10) }
        try versionInsert.run(with: texts)
        for value in encoded.personal {
            personalInsert.restart()
            personalInsert.bind(key, at: 1)
            personalInsert.bind(Int64(version), at: 2)
            personalInsert.bind(value.path, at: 3)
            personalInsert.bind(blob: value.salt, at: 4)
            personalInsert.bind(text: value.value, at: 5)
            try personalInsert.run()
        }
    }

    func personalValues(of key: Int64, version: Int) throws -> [PersonalValue] {
        try PersonalValue.read(personalFinding, record: key, version: version)
    }
}

extension PersonalValue {
    static let query = "SELECT path, salt, value FROM personal_value WHERE record = ? AND version = ?"

    static func read(_ statement: RawStatement, record: Int64, version: Int) throws -> [PersonalValue] {
        statement.restart()
        statement.bind(record, at: 1)
        statement.bind(Int64(version), at: 2)
        var values: [PersonalValue] = []
        while try statement.step() {
            values.append(
                PersonalValue(path: statement.text(0), salt: statement.array(1), value: statement.array(2)))
        }
        return values
    }
}
