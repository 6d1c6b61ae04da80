import FormModel
import Foundation
import GRDB

extension Store {
    /// The headers of a form's records, as they are or as they were known at an instant.
    public func headers(form: String, known: Known = .now) throws -> RecordHeaders {
        try reading { database in
            var headers = RecordHeaders(form: form)
            guard let shape = try Registry(database, form: form, path: path).shape else { return headers }
            if !known.isNow {
                let bare = StoredSet(
                    index: 0, path: form, name: form, table: shape.sets[0].table, parent: nil, fields: [], rosters: [])
                let cursor = try VersionCursor(
                    StoredShape(form: form, sets: [bare]), known: known, database, path: path)
                while try cursor.next() != nil { headers.append(try cursor.current().header) }
                return headers
            }
            let statement = try statement(
                database,
                """
                SELECT _number, _id, _version, _form_version, _round, _date, _status, _result
                FROM \(quoted(shape.sets[0].table)) ORDER BY _number
                """)
            while try statement.step() { headers.append(try header(statement, form: form)) }
            return headers
        }
    }

    /// The header of one record as it is, or `nil` where there is none.
    public func header(of id: String, form: String) throws -> RecordHeader? {
        try reading { database in
            guard let shape = try Registry(database, form: form, path: path).shape else { return nil }
            let sql = """
                SELECT _number, _id, _version, _form_version, _round, _date, _status, _result
                FROM \(quoted(shape.sets[0].table))
                WHERE _number = (SELECT number FROM record WHERE form = ? AND id = ?)
                """
            return try rows(database, sql, [form, id]) { try header($0, form: form) }.first
        }
    }

    private func header(_ statement: RawStatement, form: String) throws -> RecordHeader {
        let id = statement.text(1)
        guard let date = Day(iso: statement.text(5)), let status = RecordStatus(rawValue: statement.text(6)),
            let result = VisitResult(rawValue: statement.text(7))
        else {
            throw StorageError(.corrupt, path: path, facts: ["reason": "unreadable table row", "record": id])
        }
        return RecordHeader(
            number: Int(statement.integer(0)), id: id, form: form, version: Int(statement.integer(2)),
            formVersion: Int(statement.integer(3)), round: statement.text(4), date: date, status: status, result: result
        )
    }

    /// Whether the store holds any record.
    public func hasRecords() throws -> Bool {
        try reading { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM record)") ?? false }
    }

    /// How many current records there are, by form, round, status and result.
    public func counts() throws -> [RecordCount] {
        try reading { database in
            try forms().flatMap { form in
                try rows(
                    database,
                    """
                    SELECT _round, _status, _result, count(*) FROM \(quoted(StoredShape.table(ofPath: form)))
                    GROUP BY _round, _status, _result ORDER BY _round, _status, _result
                    """
                ) { row in
                    guard let status = RecordStatus(rawValue: row.text(1)),
                        let result = VisitResult(rawValue: row.text(2))
                    else { throw StorageError(.corrupt, path: path, facts: ["reason": "unreadable row of \(form)"]) }
                    return RecordCount(
                        form: form, round: row.text(0), status: status, result: result, count: Int(row.integer(3)))
                }
            }
        }
    }

    /// The forms that have a record of this id; ids are unique within a form.
    public func formsHolding(_ id: String) throws -> [String] {
        try reading {
            try String.fetchAll($0, sql: "SELECT form FROM record WHERE id = ? ORDER BY form", arguments: [id])
        }
    }

    /// One record whole: as it is, as it was known at an instant, or `nil` where there is none.
    public func record(_ id: String, layout: FormLayout, known: Known = .now) throws -> StoredRecord? {
        try only(id, layout) { try VersionCursor($0, known: known, id: id, $1, path: path) }
    }

    /// One version of a record, or `nil` where there is none.
    public func record(_ id: String, layout: FormLayout, version: Int) throws -> StoredRecord? {
        try only(id, layout) { try VersionCursor($0, known: .now, version: version, id: id, $1, path: path) }
    }

    private func only(
        _ id: String, _ layout: FormLayout, _ cursor: (StoredShape, Database) throws -> VersionCursor
    ) throws -> StoredRecord? {
        try reading { database in
            let cursor = try cursor(try readableShape(of: layout, in: database), database)
            return try cursor.next() == nil ? nil : cursor.current()
        }
    }

    /// Every version of a record, the first first; empty where there is no such record.
    public func history(_ id: String, form: String) throws -> [RecordVersion] {
        try reading { database in
            try rows(
                database,
                """
                SELECT v.version, f.version, f.hash, v.hash, v.content, v.stored_at, v.who, v.device, v.why, v.batch
                FROM record r JOIN record_version v ON v.record = r.key JOIN form_version f ON f.key = v.form_version
                WHERE r.form = ? AND r.id = ? ORDER BY v.version
                """, [form, id]
            ) { row in
                RecordVersion(
                    version: Int(row.integer(0)), formVersion: Int(row.integer(1)), formHash: row.text(2),
                    contentHash: row.text(3), content: row.text(4), storedAt: try instant(row.text(5)),
                    who: row.text(6), device: row.optionalText(7), why: row.optionalText(8),
                    batch: row.isNull(9) ? nil : Int(row.integer(9)))
            }
        }
    }

    /// Goes through a form's whole records by record number.
    public func eachRecord(
        _ layout: FormLayout, where filter: RecordFilter = RecordFilter(), known: Known = .now,
        _ body: (StoredRecord) throws -> Void
    ) throws {
        try reading { database in
            let shape = try readableShape(of: layout, in: database)
            let cursor = try VersionCursor(shape, known: known, database, path: path)
            while let id = try cursor.next() {
                guard filter.ids?.contains(id) ?? true else { continue }
                let stored = try cursor.current()
                if filter.rounds?.contains(stored.header.round) ?? true { try body(stored) }
            }
        }
    }

    /// The layout's shape, after it is seen that the stored values can be read by it.
    func readableShape(of layout: FormLayout, in database: Database) throws -> StoredShape {
        let shape = StoredShape(layout)
        try Registry(database, form: shape.form, path: path).requireSameTypes(shape, path: path)
        return shape
    }
}
