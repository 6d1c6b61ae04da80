import Foundation
import GRDB
import GRDBSQLite

/// Connections to a store's file, of records or of drafts, with the settings every one of them has.
enum Connection {
    enum Mode {
        case readWrite
        case readOnly
    }

    /// The pages kept in memory, in KiB.
    static let cacheSize = 32_768

    static func open(_ path: String, _ mode: Mode, busyTimeout: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.busyMode = .timeout(busyTimeout)
        configuration.prepareDatabase { database in
            // Neither sorting nor an erased value may leave personal data in a file of its own or in free pages.
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(cacheSize)")
            if mode == .readWrite {
                try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A store with a write-ahead log needs its index beside it even to be read. Where the folder cannot be written and
    /// no log is left, nobody is writing, and the file alone is the store.
    static func openReadOnly(_ path: String, busyTimeout: Double) throws -> DatabaseQueue {
        guard StoreFile.allows(R_OK, path) else {
            throw StorageError(.permissionDenied, path: path, facts: ["reason": StoreFile.reason(errno)])
        }
        let writableFolder = StoreFile.allows(W_OK, StoreFile.folder(of: path))
        if writableFolder, StoreFile.allows(W_OK, path) { try undoLeftImport(path, busyTimeout: busyTimeout) }
        guard !writableFolder, isWhole(path), sqlite3_compileoption_used("USE_URI") == 1 else {
            return try open(path, .readOnly, busyTimeout: busyTimeout)
        }
        return try openUnchanging(path)
    }

    /// Whether the file alone is the store: neither a log nor a journal lies beside it.
    private static func isWhole(_ path: String) -> Bool {
        !StoreFile.exists(path + "-wal") && !StoreFile.exists(path + "-journal")
    }

    /// A bulk import that was killed left a journal, by which SQLite undoes it for the first who may write.
    private static func undoLeftImport(_ path: String, busyTimeout: Double) throws {
        guard StoreFile.exists(path + "-journal") else { return }
        let queue = try open(path, .readWrite, busyTimeout: busyTimeout)
        try queue.read { _ = try Int64.fetchOne($0, sql: "PRAGMA schema_version") }
        try queue.close()
    }

    /// Opens a copy to be read: without a log beside it, it is taken as it lies.
    static func openCopy(_ path: String) throws -> DatabaseQueue {
        guard isWhole(path), sqlite3_compileoption_used("USE_URI") == 1 else {
            return try open(path, .readOnly, busyTimeout: 0)
        }
        return try openUnchanging(path)
    }

    /// Opens a file that nobody writes, without locks or companions.
    static func openUnchanging(_ path: String) throws -> DatabaseQueue {
        var escaped = ""
        for byte in path.utf8 {
            let character = Character(Unicode.Scalar(byte))
            let plain = byte < 0x80 && (character.isLetter || character.isNumber || "/.-_".contains(character))
            escaped += plain ? String(character) : "%" + hexadecimal([byte])
        }
        return try open("file:\(escaped)?immutable=1", .readOnly, busyTimeout: 0)
    }

    /// Opens a file of a format, or makes one where that is asked for; anything else is refused untouched.
    static func open(
        _ path: String, as format: FileFormat, access: StoreAccess, busyTimeout: Double
    ) throws -> DatabaseQueue {
        if StoreFile.exists(path) { try StoreFile.refuseNetwork(path) }
        switch access {
        case .create(let author, let instant):
            try StoreFile.create(path) { new in
                let queue = try open(new, .readWrite, busyTimeout: busyTimeout)
                try createIfEmpty(queue, as: format, path: path, at: instant, by: author)
                try queue.close()
            }
            try StoreFile.examine(path, emptyIsFine: true)
            try StoreFile.requireWritable(path)
            let queue = try open(path, .readWrite, busyTimeout: busyTimeout)
            try createIfEmpty(queue, as: format, path: path, at: instant, by: author)
            return queue
        case .readWrite:
            try StoreFile.examine(path, emptyIsFine: false)
            try StoreFile.requireWritable(path)
            let queue = try open(path, .readWrite, busyTimeout: busyTimeout)
            try require(format, of: queue, path: path)
            try prepareForWriting(queue, as: format, path: path)
            return queue
        case .readOnly:
            try StoreFile.examine(path, emptyIsFine: false)
            let queue = try openReadOnly(path, busyTimeout: busyTimeout)
            try require(format, of: queue, path: path)
            return queue
        }
    }

    /// Refuses a file that is not of a format, or of a schema not known yet; an older schema can be read.
    static func require(_ format: FileFormat, of queue: DatabaseQueue, path: String) throws {
        _ = try queue.read { try schema(of: $0, as: format, path: path) }
    }

    private static func schema(of database: Database, as format: FileFormat, path: String) throws -> Int64 {
        switch try format.identity(of: database) {
        case .known(let schema): return schema
        case .empty: throw StorageError(.notAStore, path: path, facts: ["found": "an empty database"])
        case .foreign(let found): throw StorageError(.notAStore, path: path, facts: ["found": found])
        case .newer(let schema):
            throw StorageError(
                .newerSchema, path: path, facts: ["schema": String(schema), "known": String(format.version)])
        }
    }

    /// Makes the tables where there are none; anything but an empty file or one of the format is refused untouched.
    private static func createIfEmpty(
        _ queue: DatabaseQueue, as format: FileFormat, path: String, at instant: Date, by author: String
    ) throws {
        guard case .empty = try queue.read({ try format.identity(of: $0) }) else {
            try require(format, of: queue, path: path)
            return try prepareForWriting(queue, as: format, path: path)
        }
        try startLog(queue, path: path)
        try queue.inWriteTransaction { database in
            // Another process may have made the tables while this one waited.
            if case .empty = try format.identity(of: database) {
                try format.create(in: database, at: instant, by: author)
            }
        }
        try prepareForWriting(queue, as: format, path: path)
    }

    /// Readies a file of the format for writing, and brings an older one to the newest schema, wholly or not at all.
    private static func prepareForWriting(_ queue: DatabaseQueue, as format: FileFormat, path: String) throws {
        try startLog(queue, path: path)
        guard try queue.read({ try schema(of: $0, as: format, path: path) }) < format.version else { return }
        try queue.inWriteTransaction { database in
            // Another process may have done it while this one waited.
            let schema = try schema(of: database, as: format, path: path)
            if schema < format.version { try format.upgrade(database, from: schema) }
        }
    }

    private static func startLog(_ queue: DatabaseQueue, path: String) throws {
        try queue.writeWithoutTransaction { database in
            guard let connection = database.sqliteConnection, sqlite3_db_readonly(connection, "main") == 0 else {
                throw StorageError(.readOnly, path: path)
            }
            let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else {
                throw StorageError(
                    .inputOutput, path: path, facts: ["reason": "no write-ahead log here (\(mode ?? "none"))"])
            }
        }
    }
}

extension DatabaseQueue {
    /// Writes in one transaction: all of it, or nothing if anything is thrown.
    func inWriteTransaction<T>(_ body: (Database) throws -> T) throws -> T {
        try writeWithoutTransaction { database in
            // One that begins by reading could find, on its first write, that another process has written since.
            try database.beginTransaction(.immediate)
            do {
                let outcome = try body(database)
                try database.commit()
                return outcome
            } catch {
                // SQLite may have undone everything itself, as on a full disk.
                if database.isInsideTransaction { try database.rollback() }
                throw error
            }
        }
    }
}
