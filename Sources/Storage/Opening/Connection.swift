import Foundation
import GRDB
import GRDBSQLite

/// Connections to a store's file, with the settings every one of them has.
enum Connection {
    enum Mode {
        case readWrite
        case readOnly
    }

    static func open(_ path: String, _ mode: Mode, busyTimeout: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.busyMode = .timeout(busyTimeout)
        configuration.prepareDatabase { database in
            // Neither sorting nor an erased value may leave personal data in a file of its own or in free pages.
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768")
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
        guard !writableFolder, !StoreFile.exists(path + "-wal"), sqlite3_compileoption_used("USE_URI") == 1 else {
            return try open(path, .readOnly, busyTimeout: busyTimeout)
        }
        return try openUnchanging(path)
    }

    /// Opens a copy to be read: without a log beside it, it is taken as it lies.
    static func openCopy(_ path: String) throws -> DatabaseQueue {
        guard !StoreFile.exists(path + "-wal"), sqlite3_compileoption_used("USE_URI") == 1 else {
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

    /// Refuses a file that is not a store of this schema.
    static func requireStore(_ queue: DatabaseQueue, path: String) throws {
        try requireStore(queue.read { try Schema.identity(of: $0) }, path: path)
    }

    static func requireStore(_ identity: Schema.Identity, path: String) throws {
        switch identity {
        case .store: return
        case .empty: throw StorageError(.notAStore, path: path, facts: ["found": "an empty database"])
        case .foreign(let found): throw StorageError(.notAStore, path: path, facts: ["found": found])
        case .newer(let schema):
            throw StorageError(
                .newerSchema, path: path, facts: ["schema": String(schema), "known": String(Schema.version)])
        }
    }

    /// Makes the tables where there are none; anything but an empty file or a store is refused untouched.
    static func createIfEmpty(_ queue: DatabaseQueue, path: String, at instant: Date, by author: String) throws {
        let identity = try queue.read { try Schema.identity(of: $0) }
        guard case .empty = identity else {
            try requireStore(identity, path: path)
            return try prepareForWriting(queue, path: path)
        }
        try prepareForWriting(queue, path: path)
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                // Another process may have made the tables while this one waited.
                let identity = try Schema.identity(of: database)
                if case .empty = identity {
                    try Schema.create(in: database, at: instant, by: author)
                } else {
                    try requireStore(identity, path: path)
                }
                return .commit
            }
        }
    }

    static func prepareForWriting(_ queue: DatabaseQueue, path: String) throws {
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
