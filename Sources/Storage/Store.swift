import FormModel
import Foundation
import GRDB

/// How a store is opened.
public enum StoreAccess: Hashable, Sendable {
    /// To read and write; where there is no file, a store is made, and who made it when is noted in it.
    case create(by: String, at: Date)
    /// To read and write a store that exists.
    case readWrite
    /// To read a store that exists.
    case readOnly
}

/// The collected records, in one SQLite file.
///
/// In come whole records, judged by the form already (`importing`); out go whole records (`record`, `eachRecord`), the
/// columns that figures are computed from (`headers`, `columns`), now or as they were known at an instant, and the sum
/// over all current record hashes (`recordsSum`) that names this state of the data.
///
/// The file holds each current record twice: as a row of typed tables that any SQLite tool can read
/// (`data_household`, `data_household__person`), and, with every earlier version, as canonical JSON in `record_version`.
/// Personal values stand in that JSON only as salted commitments, so that `erasePersonalValues` leaves every hash true.
///
/// A store belongs to one thread at a time. Two processes may have it open; while one writes, another waits for the busy
/// timeout and then fails with `locked`. Nothing is ever deleted but personal values.
public final class Store {
    /// The absolute path of the file.
    public let path: String
    let queue: DatabaseQueue
    var salts: any RandomNumberGenerator
    /// The database while a snapshot or an import runs: calls made meanwhile are part of it.
    private var current: Database?

    private init(path: String, queue: DatabaseQueue, salts: any RandomNumberGenerator) {
        self.path = path
        self.queue = queue
        self.salts = salts
    }

    /// Opens a store, or makes one.
    ///
    /// - Parameters:
    ///   - busyTimeout: how long, in seconds, to wait for another process that writes.
    ///   - salts: where the salts of commitments come from: by default the system's random numbers; others are for tests.
    public static func open(
        _ path: String, access: StoreAccess, busyTimeout: Double = 5,
        salts: (any RandomNumberGenerator)? = nil
    ) throws -> Store {
        let path = StoreFile.absolute(path)
        let salts = salts ?? SystemSalts()
        return try translatingErrors(of: path) {
            if StoreFile.exists(path) { try StoreFile.refuseNetwork(path) }
            switch access {
            case .create(let author, let instant):
                try StoreFile.create(path) { new in
                    let queue = try Connection.open(new, .readWrite, busyTimeout: busyTimeout)
                    try Connection.createIfEmpty(queue, path: path, at: instant, by: author)
                    try queue.close()
                }
                try StoreFile.examine(path, emptyIsFine: true)
                try StoreFile.requireWritable(path)
                let queue = try Connection.open(path, .readWrite, busyTimeout: busyTimeout)
                try Connection.createIfEmpty(queue, path: path, at: instant, by: author)
                return Store(path: path, queue: queue, salts: salts)
            case .readWrite:
                try StoreFile.examine(path, emptyIsFine: false)
                try StoreFile.requireWritable(path)
                let queue = try Connection.open(path, .readWrite, busyTimeout: busyTimeout)
                try Connection.requireStore(queue, path: path)
                try Connection.prepareForWriting(queue, path: path)
                return Store(path: path, queue: queue, salts: salts)
            case .readOnly:
                try StoreFile.examine(path, emptyIsFine: false)
                let queue = try Connection.openReadOnly(path, busyTimeout: busyTimeout)
                try Connection.requireStore(queue, path: path)
                return Store(path: path, queue: queue, salts: salts)
            }
        }
    }

    /// Closes the file. A store that is let go closes by itself; this tells when that fails.
    public func close() throws {
        try translatingErrors(of: path) { try queue.close() }
    }

    /// Runs several reads on one state of the data, whatever another process writes meanwhile.
    public func snapshot<T>(_ body: () throws -> T) throws -> T {
        try reading { _ in try body() }
    }

    /// Reads, as part of the snapshot or import that runs, or else on its own.
    func reading<T>(_ body: (Database) throws -> T) throws -> T {
        try translatingErrors(of: path) {
            if let current { return try body(current) }
            return try queue.read { database in try entered(database) { try body(database) } }
        }
    }

    /// Writes in one transaction: all of it, or nothing if anything is thrown.
    func writing<T>(_ body: (Database) throws -> T) throws -> T {
        guard current == nil else {
            throw StorageError(.unexpected, path: path, facts: ["reason": "a write within a snapshot or a write"])
        }
        guard !queue.configuration.readonly else { throw StorageError(.readOnly, path: path) }
        return try translatingErrors(of: path) {
            try queue.writeWithoutTransaction { database in
                var outcome: T?
                try database.inTransaction(.immediate) {
                    outcome = try entered(database) { try body(database) }
                    return .commit
                }
                guard let outcome else { throw StorageError(.unexpected, path: path) }
                return outcome
            }
        }
    }

    private func entered<T>(_ database: Database, _ body: () throws -> T) rethrows -> T {
        current = database
        defer { current = nil }
        return try body()
    }

    func rows<T>(
        _ database: Database, _ sql: String, _ parameters: [String] = [], _ row: (RawStatement) throws -> T
    ) throws -> [T] {
        try RawStatement.rows(database, sql, parameters, path: path, row)
    }

    func statement(_ database: Database, _ sql: String) throws -> RawStatement {
        try RawStatement(database, sql, path: path)
    }
}
