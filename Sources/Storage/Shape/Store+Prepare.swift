import FormModel
import GRDB

extension Store {
    /// The most fields a record, or a row of a roster, may have: SQLite takes 2,000 columns, and each field has two.
    public static let fieldLimit = 750

    /// Makes or widens the tables of a form and keeps the form's text. Doing it again changes nothing.
    ///
    /// New fields get columns; the columns of removed fields stay. `importing` does the same at its start.
    ///
    /// - Throws: `shapeChanged` where the form's version was used with another shape; `typeChanged`, `tooManyFields`,
    ///   `unstorableName`; before anything is changed.
    public func prepare(_ layout: FormLayout, formText: String) throws {
        try writing { database in
            _ = try prepare(layout, formText: formText, in: database)
            try indexIds(of: layout, in: database)
        }
    }

    /// The key of the form's version, after its tables and its text are there. A table that is new has no index of its
    /// records' ids yet: `indexIds` makes it.
    func prepare(_ layout: FormLayout, formText: String, in database: Database) throws -> Int64 {
        let shape = StoredShape(layout)
        let registry = try Registry(database, form: shape.form, path: path)
        try requireStorable(shape, beside: registry)
        try registry.requireSameTypes(shape, path: path)
        try requireSameShape(layout, in: database)
        for set in shape.sets {
            if let columns = registry.columns[set.path] {
                let known = Set(columns.map(\.name))
                let added = set.fields.filter { !known.contains($0.name) }
                try widen(set, by: added, after: columns.count, in: database)
            } else {
                try create(set, parent: set.parent.map { shape.sets[$0].path }, form: shape.form, in: database)
            }
            try watch(set, of: shape.form, in: database)
        }
        try keepShape(of: layout, in: database)
        return try formVersionKey(layout.form, text: formText, in: database)
    }

    /// Makes the index of the ids in a form's table, where it has none. Ids are hashes, and come in no order: so many at
    /// once are sorted into a new index much faster than they are put into one, one by one.
    func indexIds(of layout: FormLayout, in database: Database) throws {
        let table = StoredShape(layout).sets[0].table
        // A roster's name, which would stand there, begins with a letter.
        let name = quoted("\(table)___id")
        guard try !database.indexes(on: table).contains(where: { $0.columns == ["_id"] }) else { return }
        try database.execute(sql: "CREATE UNIQUE INDEX \(name) ON \(quoted(table)) (_id)")
    }

    private func requireStorable(_ shape: StoredShape, beside registry: Registry) throws {
        for set in shape.sets {
            guard set.fields.count <= Store.fieldLimit else {
                throw StorageError(
                    .tooManyFields, path: path,
                    facts: [
                        "set": set.path, "count": String(set.fields.count), "limit": String(Store.fieldLimit),
                    ])
            }
            try requireStorable(set.name, isTable: true)
            // SQLite's column names do not tell capitals apart.
            let columns = (registry.columns[set.path] ?? []).map { ($0.name.lowercased(), $0.name) }
            let stored = Dictionary(columns) { first, _ in first }
            var seen: Set<String> = []
            for name in set.fields.map(\.name) + set.rosters.map({ shape.sets[$0].name }) {
                try requireStorable(name, isTable: false)
                guard seen.insert(name.lowercased()).inserted else {
                    throw unstorable(name, "used twice in \(set.path), capitals aside")
                }
                guard (stored[name.lowercased()] ?? name) == name else {
                    throw unstorable(name, "\(set.path) has it with other capitals")
                }
            }
        }
    }

    private func requireStorable(_ name: String, isTable: Bool) throws {
        // The form core's own questions have names that no column of the store itself has.
        if !isTable, SystemField(rawValue: name) != nil { return }
        let isIdentifier = name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
        }
        guard isIdentifier, let first = name.utf8.first, first != 0x5F, !(0x30...0x39).contains(first) else {
            throw unstorable(name, "not a letter followed by letters, digits and _")
        }
        guard !isTable || !name.contains("__") else { throw unstorable(name, "__ stands between tables' names") }
        guard !name.lowercased().hasSuffix("__reason") else { throw unstorable(name, "__reason names the reasons") }
    }

    private func unstorable(_ name: String, _ reason: String) -> StorageError {
        StorageError(.unstorableName, path: path, facts: ["name": name, "reason": reason])
    }

    private func create(_ set: StoredSet, parent: String?, form: String, in database: Database) throws {
        let fixed = parent == nil ? TypedTables.recordColumns : TypedTables.rowColumns
        let columns = [fixed] + set.fields.flatMap(columnDefinitions)
        try database.execute(sql: "CREATE TABLE \(quoted(set.table)) (\(columns.joined(separator: ", ")))")
        try database.execute(
            sql: """
                INSERT INTO form_set (path, form, name, parent, data_table, position)
                VALUES (?, ?, ?, ?, ?, (SELECT count(*) FROM form_set WHERE form = ?))
                """,
            arguments: [set.path, form, set.name, parent, set.table, form])
        try register(set.fields, of: set, after: 0, in: database)
    }

    private func widen(_ set: StoredSet, by fields: [StoredField], after count: Int, in database: Database) throws {
        for definition in fields.flatMap(columnDefinitions) {
            try database.execute(sql: "ALTER TABLE \(quoted(set.table)) ADD COLUMN \(definition)")
        }
        try register(fields, of: set, after: count, in: database)
    }

    private func columnDefinitions(_ field: StoredField) -> [String] {
        ["\(quoted(field.name)) \(field.kind.columnType)", "\(quoted(reasonColumn(field.name))) TEXT"]
    }

    private func register(_ fields: [StoredField], of set: StoredSet, after count: Int, in database: Database) throws {
        for (offset, field) in fields.enumerated() {
            try database.execute(
                sql: "INSERT INTO form_field (set_path, name, kind, position) VALUES (?, ?, ?, ?)",
                arguments: [set.path, field.name, field.kind.rawValue, count + offset])
        }
    }

    private func formVersionKey(_ form: Form, text: String, in database: Database) throws -> Int64 {
        let hash = form.contentHash.isEmpty ? contentHash(Array(text.utf8)) : form.contentHash
        let known = try Int64.fetchOne(
            database, sql: "SELECT key FROM form_version WHERE form = ? AND version = ? AND hash = ?",
            arguments: [form.id, form.version, hash])
        if let known { return known }
        try database.execute(
            sql: "INSERT INTO form_version (form, version, hash, text) VALUES (?, ?, ?, ?)",
            arguments: [form.id, form.version, hash, text])
        return database.lastInsertedRowID
    }

    /// The text of a form's version as it was kept, the newest if its text changed without a new version.
    public func formText(_ form: String, version: Int) throws -> String? {
        try reading { database in
            try String.fetchOne(
                database, sql: "SELECT text FROM form_version WHERE form = ? AND version = ? ORDER BY key DESC",
                arguments: [form, version])
        }
    }

    /// The ids of the forms that the store has tables for.
    public func forms() throws -> [String] {
        try reading { try String.fetchAll($0, sql: "SELECT form FROM form_set WHERE parent IS NULL ORDER BY form") }
    }
}
