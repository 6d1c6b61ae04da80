import FormModel
import GRDB

extension Store {
    /// Erases the personal values of a record, in every version of it and in its log: the values and the salts of their
    /// commitments. With the whole record, the words of its visits (reason, appointment) go too.
    ///
    /// The hashes still verify, and the sum of hashes stays. An erased value reads as refused, in the log as withheld; in
    /// the typed tables its reason is `erased`. Copies made before (backups, `.before-restore`) still hold the values.
    ///
    /// - Parameter row: the path of a roster's row, such as `person[3]`, to erase only that person; `nil` for all.
    /// - Returns: how many values were erased.
    @discardableResult
    public func erasePersonalValues(form: String, record id: String, under row: String? = nil) throws -> Int {
        let count = try writing { database in
            let sql = "SELECT key, number, version FROM record WHERE form = ? AND id = ?"
            let found = try rows(database, sql, [form, id]) { ($0.integer(0), $0.integer(1), Int($0.integer(2))) }
            guard let (key, number, version) = found.first,
                let shape = try Registry(database, form: form, path: path).shape
            else {
                throw StorageError(.noSuchRecord, path: path, facts: ["form": form, "record": id])
            }
            let values = try PersonalValue.read(
                try statement(database, PersonalValue.query), record: key, version: version)
            for value in values where row.map({ value.path.hasPrefix($0 + ".") }) ?? true {
                try blank(value.path, shape: shape, number: number, in: database)
            }
            return try deleteValues(of: key, under: row, in: database)
                + eraseInterviews(of: key, under: row, in: database)
        }
        // What is personal now is not in the cached columns; what was so in an earlier version of the form may be.
        ColumnCache.remove(form: form, storePath: path)
        // The log still has the pages as they were; only an emptied one has lost the values.
        try translatingErrors(of: path) {
            try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
        return count
    }

    private func deleteValues(of key: Int64, under row: String?, in database: Database) throws -> Int {
        let prefix = row.map { $0 + "." } ?? ""
        try database.execute(
            sql: "DELETE FROM personal_value WHERE record = ? AND substr(path, 1, ?) = ?",
            arguments: [key, prefix.count, prefix])
        return database.changesCount
    }

    private func eraseInterviews(of key: Int64, under row: String?, in database: Database) throws -> Int {
        guard let row else {
            try database.execute(
                sql: "UPDATE visit SET reason = NULL, appointment = NULL WHERE record = ?", arguments: [key])
            try database.execute(sql: "DELETE FROM audit_value WHERE record = ?", arguments: [key])
            return database.changesCount
        }
        let sql = "SELECT number, content FROM audit_event WHERE record = ?"
        let events = try statement(database, sql)
        events.bind(key, at: 1)
        var numbers: [Int64] = []
        while try events.step() {
            // An event that cannot be read may be about that person.
            guard let content = try? AuditContent(reading: events.bytes(1)) else {
                numbers.append(events.integer(0))
                continue
            }
            let path = content.event.path ?? ""
            if path == row || path.hasPrefix(row + ".") { numbers.append(events.integer(0)) }
        }
        return try numbers.reduce(0) { count, number in
            try database.execute(
                sql: "DELETE FROM audit_value WHERE record = ? AND number = ?", arguments: [key, number])
            return count + database.changesCount
        }
    }

    /// Empties the typed column of a path such as `person[3].name`.
    private func blank(_ path: String, shape: StoredShape, number: Int64, in database: Database) throws {
        let steps = path.split(separator: ".").map(String.init)
        guard let field = steps.last else { return }
        var set = shape.sets[0]
        var rows: [Int] = []
        for step in steps.dropLast() {
            let parts = step.split(whereSeparator: { $0 == "[" || $0 == "]" })
            guard parts.count == 2, let number = Int(parts[1]),
                let child = set.rosters.first(where: { shape.sets[$0].name == String(parts[0]) })
            else { return }
            set = shape.sets[child]
            rows.append(number)
        }
        guard set.fields.contains(where: { $0.name == field }) else { return }
        let keys = TypedTables.keys(ofRecord: number)
        let (place, arguments): (String, StatementArguments) =
            rows.last.map { row in
                let above = TypedTables.parentRow(rows.dropLast())
                return (
                    "_key BETWEEN ? AND ? AND _row = ? AND _parent_row = ?",
                    [keys.lowerBound, keys.upperBound, row, above.argument]
                )
            } ?? ("_number = ?", [number])
        try database.execute(
            sql: """
                UPDATE \(quoted(set.table)) SET \(quoted(field)) = NULL,
                \(quoted(reasonColumn(field))) = '\(TypedTables.erasedReason)' WHERE \(place)
                """,
            arguments: arguments)
    }
}
