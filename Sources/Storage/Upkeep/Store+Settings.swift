import Foundation
import GRDB

extension Store {
    /// The sum modulo 2²⁵⁶ of the hashes of all current record versions, in hexadecimal: it names this state of the data.
    public func recordsSum() throws -> String {
        try reading { try recordsSum(in: $0).hexadecimal }
    }

    /// The sum of the hashes of the versions that were known once: what `recordsSum` gave then.
    public func recordsSum(known: Known) throws -> String {
        guard !known.isNow else { return try recordsSum() }
        return try reading { database in
            let hashes = try rows(
                database,
                """
                SELECT v.hash FROM record_version v WHERE v.version = (SELECT max(version) FROM record_version
                WHERE record = v.record AND stored_at <= ?1 AND rowid <= CAST(?2 AS INTEGER))
                """, [known.at.map(InstantText.format) ?? "9999", "\(known.through ?? .max)"]
            ) { $0.text(0) }
            var sum = RecordsSum()
            for hash in hashes {
                guard let one = RecordsSum(hexadecimal: hash) else {
                    throw StorageError(.corrupt, path: path, facts: ["reason": "the hash of a record is unreadable"])
                }
                sum += one
            }
            return sum.hexadecimal
        }
    }

    func recordsSum(in database: Database) throws -> RecordsSum {
        guard let text = try setting("records_sum", in: database), let sum = RecordsSum(hexadecimal: text) else {
            throw StorageError(.corrupt, path: path, facts: ["reason": "the sum of record hashes is unreadable"])
        }
        return sum
    }

    func setRecordsSum(_ sum: RecordsSum, in database: Database) throws {
        try set("records_sum", to: sum.hexadecimal, in: database)
    }

    /// Whether the store holds nothing but demo data, or collected data; `nil` while it holds none.
    public func origin() throws -> DataOrigin? {
        try reading { try setting("origin", in: $0).flatMap { DataOrigin(rawValue: $0) } }
    }

    /// Collected data among demo data make all of it data that must not be replaced.
    func noteOrigin(_ origin: DataOrigin, in database: Database) throws {
        guard try setting("origin", in: database) != DataOrigin.collected.rawValue else { return }
        try set("origin", to: origin.rawValue, in: database)
    }

    /// When the store was last backed up by `backup(to:at:)`.
    public func lastBackup() throws -> Date? {
        try reading { try setting("last_backup", in: $0).map { try instant($0) } }
    }

    /// When and by whom the store was made.
    public func creation() throws -> (at: Date, by: String) {
        try reading { database in
            guard let text = try setting("created_at", in: database), let at = InstantText.parse(text) else {
                throw StorageError(.corrupt, path: path, facts: ["reason": "no time of creation"])
            }
            return (at, try setting("created_by", in: database) ?? "")
        }
    }

    /// A setting that another module keeps in the store.
    public func setting(_ name: String) throws -> String? {
        try reading { try setting("user." + name, in: $0) }
    }

    /// The names of the settings that another module keeps and that begin so.
    public func settings(beginningWith prefix: String) throws -> [String] {
        try reading { database in
            let start = "user." + prefix
            return try rows(
                database, "SELECT key FROM setting WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key", [start]
            ) { String($0.text(0).dropFirst(5)) }
        }
    }

    /// Keeps a setting in the store; `nil` removes it.
    public func keep(_ value: String?, asSetting name: String) throws {
        try writing { database in
            if let value {
                try set("user." + name, to: value, in: database)
            } else {
                try database.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: ["user." + name])
            }
        }
    }

    func setting(_ key: String, in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key])
    }

    func set(_ key: String, to value: String, in database: Database) throws {
        try database.execute(
            sql:
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            arguments: [key, value])
    }
}
