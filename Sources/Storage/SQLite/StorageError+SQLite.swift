import GRDB
import GRDBSQLite

extension StorageError {
    /// The failure that an SQLite error stands for.
    init(_ error: DatabaseError, path: String) {
        self.init(
            resultCode: error.extendedResultCode.rawValue, message: error.message ?? "no message", path: path)
    }

    /// The failure that an (extended) SQLite result code stands for.
    init(resultCode: Int32, message: String, path: String) {
        let code: Code =
            switch resultCode & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked
            case SQLITE_READONLY: .readOnly
            case SQLITE_FULL: .diskFull
            // The shared memory of the write-ahead log has no place on the disk.
            case SQLITE_IOERR where resultCode == SQLITE_IOERR | (19 << 8): .diskFull
            case SQLITE_IOERR: .inputOutput
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .permissionDenied
            case SQLITE_CORRUPT: .corrupt
            case SQLITE_NOTADB: .notAStore
            // The program asks only for what its schema and the store's own list of forms say is there.
            case SQLITE_ERROR where StorageError.lacksPart(message): .corrupt
            default: .unexpected
            }
        switch code {
        case .locked, .readOnly, .diskFull: self.init(code, path: path)
        case .notAStore: self.init(code, path: path, facts: ["found": "not SQLite"])
        default: self.init(code, path: path, facts: ["reason": "\(message) (SQLite \(resultCode))"])
        }
    }
}

extension StorageError {
    /// Whether SQLite's words say that a table or column is not there.
    private static func lacksPart(_ message: String) -> Bool {
        message.hasPrefix("no such table: ") || message.hasPrefix("no such column: ")
            || message.contains(" has no column named ")
    }
}

/// Runs something that speaks to SQLite, and turns SQLite's errors into this module's.
func translatingErrors<T>(of path: String, _ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw StorageError(error, path: path)
    } catch let error as RowDecodingError {
        throw StorageError(.corrupt, path: path, facts: ["reason": "\(error)"])
    }
}
