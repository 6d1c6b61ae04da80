import FormModel
import GRDB

extension Store {
    /// Looks whether the store is sound: the file by SQLite's own check, references, the hash of every version, personal
    /// values against their commitments, the sum of hashes, the typed tables against the newest versions, and the chain of
    /// every record's log.
    ///
    /// What is wrong stands in the report; an error is thrown only where the file cannot be looked at.
    public func check() throws -> CheckReport {
        var report = CheckReport()
        do {
            try reading { database in
                try checkParts(database)
                try checkFile(database, &report)
                guard report.isSound else { return }
                var sum = RecordsSum()
                for form in try String.fetchAll(database, sql: "SELECT DISTINCT form FROM record ORDER BY form") {
                    try checkRecords(of: form, database, &report, &sum)
                    guard try hasInterviews(database) else { continue }
                    var log = try AuditCheck(form: form, database, path: path)
                    try log.run(&report)
                    report.events += log.count
                }
                if try sum != recordsSum(in: database) {
                    report.note(.wrongSum, "the sum of hashes is \(sum.hexadecimal)")
                }
            }
        } catch let error as StorageError where error.code == .corrupt {
            report.note(.damagedFile, error.facts["reason"] ?? "damaged")
        }
        return report
    }

    /// Looks whether the file is whole and has all its tables, without reading what stands in them: fast enough for
    /// every day.
    public func quickCheck() throws -> CheckReport {
        var report = CheckReport()
        do {
            try reading { database in
                for message in try String.fetchAll(database, sql: "PRAGMA quick_check(20)") where message != "ok" {
                    report.note(.damagedFile, message)
                }
                try checkParts(database)
            }
        } catch let error as StorageError where error.code == .corrupt {
            report.note(.damagedFile, error.facts["reason"] ?? "damaged")
        }
        return report
    }

    /// Asks for every table and column that must be there.
    private func checkParts(_ database: Database) throws {
        let schema = try FileFormat.schema(of: database)
        for table in Schema.tableNames(ofVersion: schema) {
            try database.execute(sql: "SELECT 1 FROM \(table) LIMIT 1")
        }
        for form in try String.fetchAll(database, sql: "SELECT DISTINCT form FROM form_set ORDER BY form") {
            guard let shape = try Registry(database, form: form, path: path).shape else { continue }
            _ = try TableComparison(shape, database, path: path)
            _ = try VersionCheck(shape, database, path: path)
        }
    }

    private func checkFile(_ database: Database, _ report: inout CheckReport) throws {
        for message in try String.fetchAll(database, sql: "PRAGMA integrity_check") where message != "ok" {
            report.note(.damagedFile, message)
        }
        for reference in try rows(database, "PRAGMA foreign_key_check", [], { "\($0.text(0)) to \($0.text(2))" }) {
            report.note(.brokenReference, reference)
        }
        let lost = try rows(
            database,
            """
            SELECT form, id FROM record r WHERE NOT EXISTS
            (SELECT 1 FROM record_version v WHERE v.record = r.key AND v.version = r.version)
            """
        ) { (form: $0.text(0), id: $0.text(1)) }
        for record in lost { report.note(.noVersion, form: record.form, record: record.id, "no current version") }
    }

    private func checkRecords(
        of form: String, _ database: Database, _ report: inout CheckReport, _ sum: inout RecordsSum
    ) throws {
        guard let shape = try Registry(database, form: form, path: path).shape else {
            report.note(.wrongTable, form: form, "the form has records but no tables")
            return
        }
        let tables = try TableComparison(shape, database, path: path)
        let versions = try VersionCheck(shape, database, path: path)
        while let version = try versions.next() {
            report.versions += 1
            for (kind, detail) in version.problems {
                report.note(kind, form: form, record: version.id, "version \(version.number): \(detail)")
            }
            guard version.isCurrent else { continue }
            report.records += 1
            if let hash = RecordsSum(hexadecimal: version.hash) { sum += hash }
            guard let stored = version.stored else { continue }
            try tables.compare(stored, erased: version.erased) { detail in
                report.note(.wrongTable, form: form, record: version.id, detail)
            }
        }
        try tables.finish { report.note(.wrongTable, form: form, $0) }
    }
}

/// Goes through all versions of a form's records and verifies each by itself.
private final class VersionCheck {
    struct Version {
        let id: String
        let number: Int
        let isCurrent: Bool
        /// The hash of the content as it stands, whatever hash was kept.
        let hash: String
        /// The record, where the content can be read.
        let stored: StoredRecord?
        let erased: Set<String>
        let problems: [(CheckProblem.Kind, String)]
    }

    private let statement: RawStatement
    private let personal: RawStatement
    private let shape: StoredShape

    init(_ shape: StoredShape, _ database: Database, path: String) throws {
        self.shape = shape
        statement = try RawStatement(
            database,
            """
            SELECT r.key, r.number, r.id, r.version, v.version, v.hash, v.content, f.version FROM record r
            JOIN record_version v ON v.record = r.key JOIN form_version f ON f.key = v.form_version
            WHERE r.form = ? ORDER BY r.number, v.version
            """, path: path)
        statement.bind(shape.form, at: 1)
        personal = try RawStatement(database, PersonalValue.query, path: path)
    }

    func next() throws -> Version? {
        guard try statement.step() else { return nil }
        let id = statement.text(2)
        let number = Int(statement.integer(4))
        let content = statement.array(6)
        let hash = contentHash(content)
        var problems: [(CheckProblem.Kind, String)] = []
        if hash != statement.text(5) { problems.append((.wrongHash, "the content does not have its hash")) }
        let values = try PersonalValue.read(personal, record: statement.integer(0), version: number)
        var decoder = ContentDecoder(shape, personal: PersonalValues { values })
        var stored: StoredRecord?
        do {
            let record = try content.withUnsafeBufferPointer { try decoder.decode($0) }
            stored = StoredRecord(
                header: RecordHeader(
                    number: Int(statement.integer(1)), id: record.id, form: record.form, version: number,
                    formVersion: record.version, round: record.round, date: record.date, status: record.status,
                    result: record.result),
                record: record, contentHash: hash)
            if record.id != id || record.form != shape.form || record.version != Int(statement.integer(7)) {
                problems.append((.wrongContent, "the content is another record's"))
            }
        } catch let fault as ContentFault {
            problems.append((.wrongContent, fault.reason))
        }
        if stored != nil { problems += wrong(values, decoder.commitments) }
        let kept = Set(values.map(\.path))
        return Version(
            id: id, number: number, isCurrent: statement.integer(3) == statement.integer(4), hash: hash,
            stored: stored, erased: Set(decoder.commitments.keys).subtracting(kept), problems: problems)
    }

    private func wrong(
        _ values: [PersonalValue], _ commitments: [String: String]
    ) -> [(CheckProblem.Kind, String)] {
        values.filter { commitments[$0.path] != commitment(salt: $0.salt, value: $0.value) }
            .map { (.wrongPersonalValue, "\($0.path) does not fit its commitment") }
    }
}
