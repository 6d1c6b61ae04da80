import Crypto
import FormModel
import Foundation
import GRDB

/// The state of a form's records that cached columns are of.
///
/// The sum of all records' hashes names what the store holds, and each further version changes it by its own hash and that
/// of the version it replaces: so an earlier state is known again exactly, and what has changed since is known by record.
/// What changes the tables beside the versions (an erased person, another program) is counted by triggers.
struct ColumnState: Hashable {
    /// How many versions of records there were, of whatever form.
    var through: Int64
    /// The sum of the hashes of the records that were current then.
    var sum: String
    /// How often the form's tables were changed beside the versions.
    var edits: Int64
    /// What tells the form's shape and that of its tables.
    var shape: String

    /// What a file of this state bears. The name is part of it: a file under another's name is not taken for it.
    func mark(of file: String) -> [UInt8] { Array(SHA256.hash(data: Data("\(text) \(file)".utf8))) }

    init(through: Int64, sum: String, edits: Int64, shape: String) {
        self.through = through
        self.sum = sum
        self.edits = edits
        self.shape = shape
    }

    /// The state as its file has it.
    init?(text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 4, let through = Int64(parts[0]), let edits = Int64(parts[2]) else { return nil }
        self.init(through: through, sum: parts[1], edits: edits, shape: parts[3])
    }

    var text: String { "\(through) \(sum) \(edits) \(shape)" }

    /// The state of a form's records now; `nil` where nothing would tell of changes to its tables.
    init?(of layout: FormLayout, _ store: Store, in database: Database) throws {
        let shape = StoredShape(layout)
        let tables = Set(shape.sets.map(\.table))
        let watched = try Set(
            String.fetchAll(
                database, sql: "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'watch_%'"))
        guard tables.isSubset(of: watched), let edits = try store.edits(of: layout.form.id, in: database) else {
            return nil
        }
        self.through = try Int64.fetchOne(database, sql: "SELECT max(rowid) FROM record_version") ?? 0
        self.sum = try store.recordsSum(in: database).hexadecimal
        self.edits = edits
        let versions = try Int64.fetchOne(
            database, sql: "SELECT max(key) FROM form_version WHERE form = ?", arguments: [layout.form.id])
        let kinds = try String.fetchAll(
            database,
            sql: """
                SELECT f.set_path || '.' || f.name || ':' || f.kind || ':' || f.calculated_kinds FROM form_field f
                JOIN form_set s ON s.path = f.set_path WHERE s.form = ? ORDER BY 1
                """,
            arguments: [layout.form.id])
        let fields = shape.sets.flatMap { set in
            set.fields.map { "\(set.path).\($0.name):\($0.kind.rawValue):\($0.formerly.joined(separator: ","))" }
        }
        let parts = ["\(layout.form.version) \(versions ?? 0)"] + kinds + fields
        self.shape = SHA256.hash(data: Data(parts.joined(separator: "\n").utf8)).prefix(16).map {
            String($0, radix: 16)
        }.joined(separator: "-")
    }

    /// The numbers of a form's records that have changed since this state, ascending; `nil` if the store was never in it.
    func changes(ofForm form: String, to now: ColumnState, _ store: Store, in database: Database) throws -> [Int64]? {
        guard shape == now.shape, edits == now.edits, through <= now.through, var sum = RecordsSum(hexadecimal: now.sum)
        else { return nil }
        let rows = try RawStatement.rows(
            database,
            """
            SELECT r.form, r.number, v.hash, (SELECT p.hash FROM record_version p
            WHERE p.record = r.key AND p.rowid <= CAST(?1 AS INTEGER) ORDER BY p.version DESC LIMIT 1)
            FROM record r JOIN record_version v ON v.record = r.key AND v.version = r.version
            WHERE r.key IN (SELECT record FROM record_version WHERE rowid > CAST(?1 AS INTEGER)) ORDER BY r.number
            """, ["\(through)"], path: store.path
        ) { (form: $0.text(0), number: $0.integer(1), hash: $0.text(2), before: $0.optionalText(3)) }
        for row in rows {
            guard let hash = RecordsSum(hexadecimal: row.hash) else { return nil }
            sum -= hash
            guard let before = row.before else { continue }
            guard let hash = RecordsSum(hexadecimal: before) else { return nil }
            sum += hash
        }
        return sum.hexadecimal == self.sum ? rows.filter { $0.form == form }.map(\.number) : nil
    }
}

extension Store {
    /// How often the tables of a form were changed beside the versions; `nil` where nobody counts.
    func edits(of form: String, in database: Database) throws -> Int64? {
        try setting("edits:\(form)", in: database).flatMap { Int64($0) }
    }

    /// Counts, from now on, what changes a table of a form beside the versions of records.
    func watch(_ set: StoredSet, of form: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO setting (key, value) VALUES (?, '0')", arguments: ["edits:\(form)"])
        let key = form.replacing("'", with: "''")
        for event in ["UPDATE", "DELETE"] {
            let name = "watch_\(event.lowercased())_\(set.table)"
            try database.execute(
                sql: """
                    CREATE TRIGGER IF NOT EXISTS \(quoted(name)) AFTER \(event) ON \(quoted(set.table))
                    BEGIN UPDATE setting SET value = value + 1 WHERE key = 'edits:\(key)'; END
                    """)
        }
    }

    /// Writes versions of records and their rows, whose changes the versions tell: they count as no edits.
    func unwatched<Result>(_ form: String, in database: Database, _ body: () throws -> Result) throws -> Result {
        let before = try edits(of: form, in: database)
        let result = try body()
        if let before { try set("edits:\(form)", to: "\(before)", in: database) }
        return result
    }
}
