import Foundation
import GRDB

extension Store {
    /// Puts a copy made by `backup` in the place of a store.
    ///
    /// The copy is checked first, whole; it is swapped in at once, and the store it replaces stays beside it under the
    /// same name with `.before-restore` (`.before-restore-2` where that is taken). Nobody may have the store open.
    ///
    /// - Returns: where the replaced store lies; `nil` where there was none.
    /// - Throws: `locked` where the store is open; `notAStore`, `newerSchema` or `corrupt` for the copy, by its path.
    @discardableResult
    public static func restore(from source: String, to path: String, busyTimeout: Double = 5) throws -> String? {
        let source = StoreFile.absolute(source)
        let path = StoreFile.absolute(path)
        try StoreFile.examine(source, emptyIsFine: false)
        try StoreFile.createFolder(of: path)
        try StoreFile.refuseNetwork(path)
        return try StoreFile.withTemporary(path, "restoring") { restored in
            try translatingErrors(of: source) {
                let copy = try Connection.openCopy(source)
                try Connection.require(Schema.format, of: copy, path: source)
                try Store.copy(copy, to: restored)
                try copy.close()
            }
            try requireSound(restored, source: source)
            guard StoreFile.exists(path) else {
                StoreFile.remove(path)
                try StoreFile.replace(path, by: restored)
                return nil
            }
            let before = try holding(path, busyTimeout: busyTimeout) { try swap(path, for: restored) }
            removeSpentJournal(of: before)
            return before
        }
    }

    /// SQLite blanks the head of a journal that is done with; here it was moved aside before SQLite could remove it.
    private static func removeSpentJournal(of path: String) {
        let journal = path + "-journal"
        guard let head = try? StoreFile.beginning(of: journal, count: 8), head.allSatisfy({ $0 == 0 }) else { return }
        unlink(journal)
    }

    /// Checks a copy whole; what is wrong is told of what it was copied from.
    static func requireSound(_ copy: String, source: String) throws {
        let store = try Store.open(copy, access: .readWrite)
        let problem = try store.check().problems.first
        try store.close()
        if let problem {
            throw StorageError(
                .corrupt, path: source, facts: ["reason": problem.detail])
        }
    }

    /// Keeps everyone else out of a store; one so damaged that SQLite cannot read it is nobody's.
    private static func holding<T>(_ path: String, busyTimeout: Double, _ body: () throws -> T) throws -> T {
        try translatingErrors(of: path) {
            let queue: DatabaseQueue
            do {
                queue = try Connection.open(path, .readWrite, busyTimeout: busyTimeout)
            } catch let error as DatabaseError where error.isUnreadableFile {
                return try body()
            }
            return try queue.writeWithoutTransaction { database in
                do {
                    // Leaving the write-ahead log takes a lock that no other connection can share, and moves all into
                    // the one file.
                    try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE")
                    try database.execute(sql: "BEGIN EXCLUSIVE")
                } catch let error as DatabaseError where error.isUnreadableFile {
                    return try body()
                }
                defer { try? database.execute(sql: "ROLLBACK") }
                return try body()
            }
        }
    }

    /// A name that nothing has yet: what an earlier restore kept is kept on.
    private static func freeName(_ name: String) -> String {
        func isTaken(_ name: String) -> Bool { StoreFile.companions.contains { StoreFile.exists(name + $0) } }
        guard isTaken(name) else { return name }
        return (2...).lazy.map { "\(name)-\($0)" }.first { !isTaken($0) } ?? name
    }

    private static func swap(_ path: String, for new: String) throws -> String {
        let before = freeName(path + ".before-restore")
        // SQLite would play an old log into the new file.
        for ending in ["-wal", "-shm", "-journal"] where StoreFile.exists(path + ending) {
            rename(path + ending, before + ending)
        }
        // With two names for the old file there is a store under its own name at every moment.
        if link(path, before) != 0, rename(path, before) != 0 {
            throw StorageError(.cannotCreate, path: before, facts: ["reason": StoreFile.reason(errno)])
        }
        try StoreFile.replace(path, by: new)
        return before
    }
}

extension DatabaseError {
    fileprivate var isUnreadableFile: Bool { resultCode == .SQLITE_NOTADB || resultCode == .SQLITE_CORRUPT }
}
