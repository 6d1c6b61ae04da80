import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("A store of schema version 1")
struct MigrationTests {
    let workplace: Workplace
    let records: [FormModel.Record]

    /// The tables as version 1 of the program made them.
    private static let tables = """
        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE form_version (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL,
            text TEXT NOT NULL, UNIQUE (form, version, hash));
        CREATE TABLE form_set (
            path TEXT PRIMARY KEY, form TEXT NOT NULL, name TEXT NOT NULL, parent TEXT REFERENCES form_set (path),
            data_table TEXT NOT NULL UNIQUE COLLATE NOCASE, position INTEGER NOT NULL);
        CREATE TABLE form_field (
            set_path TEXT NOT NULL REFERENCES form_set (path), name TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL,
            calculated_kinds INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL, PRIMARY KEY (set_path, name));
        CREATE TABLE import_batch (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, name TEXT, file_hash TEXT NOT NULL,
            record_count INTEGER NOT NULL, stored_at TEXT NOT NULL, who TEXT NOT NULL);
        CREATE TABLE record (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,
            version INTEGER NOT NULL, UNIQUE (form, id), UNIQUE (form, number));
        CREATE TABLE record_version (
            record INTEGER NOT NULL REFERENCES record (key), version INTEGER NOT NULL,
            form_version INTEGER NOT NULL REFERENCES form_version (key), hash TEXT NOT NULL, content TEXT NOT NULL,
            stored_at TEXT NOT NULL, who TEXT NOT NULL, device TEXT, why TEXT,
            batch INTEGER REFERENCES import_batch (key), UNIQUE (record, version));
        CREATE TABLE personal_value (
            record INTEGER NOT NULL, version INTEGER NOT NULL, path TEXT NOT NULL, salt BLOB NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (record, version, path),
            FOREIGN KEY (record, version) REFERENCES record_version (record, version)) WITHOUT ROWID;
        CREATE TABLE run (id TEXT PRIMARY KEY, content TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE data_household (
            _number INTEGER PRIMARY KEY, _id TEXT NOT NULL UNIQUE, _version INTEGER NOT NULL,
            _form_version INTEGER NOT NULL, _round TEXT NOT NULL, _date TEXT NOT NULL, _status TEXT NOT NULL,
            _result TEXT NOT NULL, "area" REAL, "area__reason" TEXT);
        CREATE TABLE data_household__person (
            _key INTEGER PRIMARY KEY, _id TEXT NOT NULL, _parent_row INTEGER NOT NULL, _row INTEGER NOT NULL,
            _index INTEGER NOT NULL, "name" TEXT, "name__reason" TEXT, "age" INTEGER, "age__reason" TEXT);
        PRAGMA application_id = 1128810835;
        PRAGMA user_version = 1;
        """

    private static let filled = [
        "setting", "form_version", "form_set", "form_field", "import_batch", "record", "record_version",
        "personal_value", "run", "data_household", "data_household__person",
    ]

    /// A file of version 1 with records, one of them edited, filled from a store of today.
    init() throws {
        workplace = try Workplace()
        let source = try Workplace()
        let store = try source.store()
        var withBatch = Self.edit
        withBatch.batch = BatchSource(name: "đợt 1", fileHash: "abc")
        let first = try SampleForm.household("a", [(1, "Nguyễn Thị Một", 40), (2, "Trần Văn Hai", 9)])
        try store.put([first, try SampleForm.household("b")], SampleForm.small, withBatch)
        let edited = try SampleForm.household("a", area: 60, [(1, "Nguyễn Thị Một", 41)])
        try store.put([edited], SampleForm.small, Self.edit)
        try store.keep(RecordedRun(id: "r", content: "{}", request: "{}", known: .now, who: "An", at: minute(1)))
        records = try store.all()
        try store.close()
        let queue = try DatabaseQueue(path: workplace.path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF; " + Self.tables)
            try database.execute(sql: "ATTACH ? AS today", arguments: [source.path])
            for table in Self.filled {
                try database.execute(sql: "INSERT INTO main.\(table) SELECT * FROM today.\(table)")
            }
            try database.execute(sql: "DETACH today")
        }
        try queue.close()
    }

    private static var edit: WriteSource { source(.update) }

    private func schema() throws -> Int64? {
        let queue = try DatabaseQueue(path: workplace.path)
        return try queue.read { try Int64.fetchOne($0, sql: "PRAGMA user_version") }
    }

    @Test("can be read whole without being changed; it has no log and no visits")
    func readOnly() throws {
        let store = try workplace.store(.readOnly)
        #expect(try store.all() == records)
        #expect(try store.history("a", form: "household").count == 2)
        #expect(try store.headers(form: "household").count == 2)
        #expect(try store.batches(form: "household").map(\.name) == ["đợt 1"])
        #expect(try store.runs().map(\.id) == ["r"])
        #expect(try store.auditEvents(of: "a", form: "household") == [])
        #expect(try store.visits(form: "household") == [])
        try store.eachAuditEvent(form: "household") { _ in Issue.record("an event") }
        let report = try store.check()
        #expect(report.problems == [])
        #expect(report.versions == 3)
        #expect(try schema() == 1)
    }

    @Test(
        "is brought to the newest version when it is opened to be written, with all it held", arguments: [false, true])
    func migration(creating: Bool) throws {
        let access: StoreAccess = creating ? .create(by: "An", at: minute(1)) : .readWrite
        let reader = try workplace.store(.readOnly)
        let store = try workplace.store(access)
        #expect(try schema() == 5)
        #expect(try store.all() == records)
        #expect(try store.check().problems == [])
        let visit = Visit(startedAt: minute(1), who: "Ân", result: .completed)
        try store.put(SampleTrail.record(), SampleTrail.trail(), visits: [visit])
        #expect(try store.auditEvents(of: "a", form: "household").count == 6)
        #expect(try store.check().problems == [])
        // Whoever had it open before sees what is there now.
        #expect(try reader.visits(form: "household").count == 1)
    }

    @Test("has the tables of a new store after that")
    func sameTables() throws {
        func tables(_ store: Store) throws -> [String] {
            try store.queue.read { database in
                let names = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT m.name AS t, m.type AS kind, c.name AS c, c.type AS type, c.pk AS pk
                        FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c
                        WHERE m.name NOT LIKE '%data_household%' ORDER BY m.name, c.cid
                        """)
                return names.map { "\($0)" }
            }
        }
        #expect(try tables(workplace.store(.readWrite)) == tables(Workplace().store()))
    }

    @Test("stays as it was where bringing it up fails")
    func failure() throws {
        try workplace.tamper("CREATE TABLE audit_value (a)")
        #expect(try code { _ = try workplace.store(.readWrite) } == .unexpected)
        #expect(try schema() == 1)
        let store = try workplace.store(.readOnly)
        #expect(try store.all() == records)
        let names = try store.queue.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") }
        #expect(!names.contains("visit"))
    }

    @Test("a backup of it can be restored, and is brought to the newest version by who writes")
    func restore() throws {
        let elsewhere = try Workplace()
        try Store.restore(from: workplace.path, to: elsewhere.path)
        let store = try elsewhere.store(.readWrite)
        #expect(try store.all() == records)
        #expect(try store.check().problems == [])
        #expect(try schema() == 1)
    }
}
