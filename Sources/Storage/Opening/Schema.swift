import Foundation
import GRDB

/// The tables of a store that do not depend on any form, and the marks that tell a store from other SQLite files.
enum Schema {
    /// `CHIS`, in the file's header.
    static let applicationId: Int64 = 0x4348_4953
    /// The number of this layout of tables; a store with a higher one was made by a newer program.
    static let version: Int64 = 1

    /// What the marks in a file say.
    enum Identity {
        case store
        case empty
        case foreign(String)
        case newer(Int64)
    }

    static func identity(of database: Database) throws -> Identity {
        let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let schema = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard application == applicationId else {
            let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            return application == 0 && objects == 0 ? .empty : .foreign("an SQLite file of another program")
        }
        guard schema <= version else { return .newer(schema) }
        return schema == version ? .store : .foreign("a store without its tables")
    }

    /// Makes the tables, within the caller's transaction.
    static func create(in database: Database, at instant: Date, by author: String) throws {
        try database.execute(sql: tables)
        for (key, value) in [
            ("created_at", InstantText.format(instant)), ("created_by", author),
            ("records_sum", RecordsSum().hexadecimal),
        ] {
            try database.execute(sql: "INSERT INTO setting (key, value) VALUES (?, ?)", arguments: [key, value])
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationId); PRAGMA user_version = \(version)")
    }

    /// The names of the tables.
    static let tableNames = [
        "setting", "form_version", "form_set", "form_field", "import_batch", "record", "record_version",
        "personal_value", "run",
    ]

    private static let tables = """
        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- The text of every form version ever used.
        CREATE TABLE form_version (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL,
            text TEXT NOT NULL, UNIQUE (form, version, hash));

        -- Which table holds which set of records, and what its columns hold.
        CREATE TABLE form_set (
            path TEXT PRIMARY KEY, form TEXT NOT NULL, name TEXT NOT NULL, parent TEXT REFERENCES form_set (path),
            data_table TEXT NOT NULL UNIQUE COLLATE NOCASE, position INTEGER NOT NULL);
        CREATE TABLE form_field (
            set_path TEXT NOT NULL REFERENCES form_set (path), name TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL,
            calculated_kinds INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL, PRIMARY KEY (set_path, name));

        CREATE TABLE import_batch (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, name TEXT, file_hash TEXT NOT NULL,
            record_count INTEGER NOT NULL, stored_at TEXT NOT NULL, who TEXT NOT NULL);

        -- Every record, and every version of it ever.
        CREATE TABLE record (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,
            version INTEGER NOT NULL, UNIQUE (form, id), UNIQUE (form, number));
        CREATE TABLE record_version (
            record INTEGER NOT NULL REFERENCES record (key), version INTEGER NOT NULL,
            form_version INTEGER NOT NULL REFERENCES form_version (key), hash TEXT NOT NULL, content TEXT NOT NULL,
            stored_at TEXT NOT NULL, who TEXT NOT NULL, device TEXT, why TEXT,
            batch INTEGER REFERENCES import_batch (key), UNIQUE (record, version));

        -- The personal values that contents name only by commitment; erasing a person deletes rows here.
        CREATE TABLE personal_value (
            record INTEGER NOT NULL, version INTEGER NOT NULL, path TEXT NOT NULL, salt BLOB NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (record, version, path),
            FOREIGN KEY (record, version) REFERENCES record_version (record, version)) WITHOUT ROWID;

        CREATE TABLE run (id TEXT PRIMARY KEY, content TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID;
        """
}
