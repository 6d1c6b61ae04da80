import GRDB

/// How much an import is expected to bring.
public enum ImportSize: Hashable, Sendable {
    /// As much as is entered by hand, or comes from a file of a megabyte or two.
    case ordinary
    /// Thousands of records: what it takes to begin pays.
    case bulk
}

extension Store {
    /// The pages that a bulk import keeps in memory, in KiB: those of the indexes over ids, which are hashes and so meet
    /// every page of an index again and again.
    private static let bulkCache = 262_144

    /// Runs an import with settings for many records, and then with the usual ones again.
    ///
    /// A store without records goes without the write-ahead log meanwhile, if nobody else has it open: what is new then
    /// goes into the file once, not into the log first, and the rollback journal holds no more than the few pages that
    /// were there before. The import is one transaction either way: where the process ends halfway, whoever opens the
    /// store next finds it as it was. Others who read while the import runs are told that it is locked.
    func withBulkSettings<T>(_ body: () throws -> T) throws -> T {
        try translatingErrors(of: path) { try queue.writeWithoutTransaction(beginBulk) }
        defer {
            // What was written is written, whether or not the settings can be put back; the next one to open the store
            // to write starts the log in any case.
            try? queue.writeWithoutTransaction { database in
                try endBulk(database)
                try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL")
                _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            }
        }
        return try body()
    }

    private func beginBulk(_ database: Database) throws {
        // What is sorted for an index goes to a file, where it is more than the usual cache.
        try database.execute(sql: "PRAGMA cache_size = -\(Store.bulkCache); PRAGMA temp_store = FILE")
        guard try Row.fetchOne(database, sql: "SELECT 1 FROM record LIMIT 1") == nil,
            // Refused where somebody else has the store open; then the log stays.
            let mode = try? String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE"), mode == "delete"
        else { return }
        // The journal's end is the transaction's; it must not come back with the folder's old content.
        try database.execute(sql: "PRAGMA synchronous = EXTRA")
    }

    /// Gives back the memory that a bulk import took.
    func endBulk(_ database: Database) throws {
        try database.execute(sql: "PRAGMA cache_size = -\(Connection.cacheSize)")
    }
}
