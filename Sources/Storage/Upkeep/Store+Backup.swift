import Foundation
import GRDB

extension Store {
    /// Copies the store, as it is at this moment, into one file that only its owner can read, and notes the time.
    ///
    /// The copy is made beside the destination and put in its place at once, so that there is never half of one. An
    /// earlier copy is replaced; a file that is no store, or a store in use, is not.
    ///
    /// The copy is checked whole, as a restore would: what is damaged is no backup.
    ///
    /// - Throws: `corrupt`, by the store's path, where the copy is not sound; nothing is left then.
    public func backup(to destination: String, at instant: Date) throws {
        guard !queue.configuration.readonly else { throw StorageError(.readOnly, path: path) }
        let destination = StoreFile.absolute(destination)
        try StoreFile.createFolder(of: destination)
        try Store.requireReplaceable(destination)
        try StoreFile.withTemporary(destination, "partial") { partial in
            try translatingErrors(of: destination) {
                try Store.copy(queue, to: partial)
                let copy = try Connection.openCopy(partial)
                try Connection.require(Schema.format, of: copy, path: path)
                try copy.close()
                try Store.requireSound(partial, source: path)
                try StoreFile.replace(destination, by: partial)
            }
        }
        try writing { try set("last_backup", to: InstantText.format(instant), in: $0) }
    }

    /// Copies a database by SQLite's online backup into a new file.
    static func copy(_ source: DatabaseQueue, to path: String) throws {
        StoreFile.remove(path)
        try StoreFile.createEmpty(path)
        let target = try DatabaseQueue(path: path)
        try source.backup(to: target)
        try target.close()
    }

    private static func requireReplaceable(_ destination: String) throws {
        guard StoreFile.exists(destination) else { return }
        // Before its bytes are read: a store that is open in this process must not be opened beside SQLite.
        guard !StoreFile.exists(destination + "-wal") else {
            throw StorageError(.cannotCreate, path: destination, facts: ["reason": "a store in use is there"])
        }
        let header = try StoreFile.beginning(of: destination, count: 72)
        let mark = header.dropFirst(68).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard header.count == 72, mark == Schema.format.applicationId else {
            throw StorageError(.cannotCreate, path: destination, facts: ["reason": "a file that is no store is there"])
        }
    }
}
