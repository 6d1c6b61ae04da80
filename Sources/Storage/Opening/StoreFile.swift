import Foundation
import Leftovers

/// The file of a store, of records or of drafts, before SQLite touches it.
enum StoreFile {
    /// SQLite reads names that begin with `file:` as addresses; an absolute path never does.
    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// What SQLite puts behind the name of a file, for the file and what lies beside it.
    static let companions = ["", "-wal", "-shm", "-journal"]

    static func folder(of path: String) -> String { (path as NSString).deletingLastPathComponent }

    static func exists(_ path: String) -> Bool { allows(F_OK, path) }

    /// Whether this process has a right over a file, by the user it acts as.
    static func allows(_ right: Int32, _ path: String) -> Bool { faccessat(AT_FDCWD, path, right, AT_EACCESS) == 0 }

    /// Makes a store where there is none, whole or not at all: it is made under another name, and gets its own at once.
    /// Who comes second finds the first one's.
    static func create(_ path: String, _ make: (String) throws -> Void) throws {
        guard !exists(path) else { return }
        var status = stat()
        guard lstat(path, &status) != 0 else {
            throw StorageError(.unreachable, path: path, facts: ["reason": "a link to nothing"])
        }
        try createFolder(of: path)
        try refuseNetwork(path)
        try withTemporary(path, "making") { new in
            try createEmpty(new)
            try make(new)
            try synchronize(new)
            guard link(new, path) != 0, errno != EEXIST else { return }
            // Not every file system has two names for a file.
            guard exists(path) || rename(new, path) == 0 else {
                throw StorageError(.cannotCreate, path: path, facts: ["reason": reason(errno)])
            }
        }
        try synchronize(folder(of: path))
    }

    /// Gives a name beside a path for a file on its way there. Nothing stays under it, also where the process is ended;
    /// what a killed process left is removed.
    static func withTemporary<T>(_ path: String, _ purpose: String, _ body: (String) throws -> T) throws -> T {
        let before = "\((path as NSString).lastPathComponent).\(purpose)-"
        Leftovers.removeStale(in: folder(of: path), before: before, endings: companions)
        let temporary = "\(path).\(purpose)-\(getpid())"
        let leftover = Leftovers.note(companions.map { temporary + $0 })
        defer { leftover.forget() }
        remove(temporary)
        defer { remove(temporary) }
        do {
            return try body(temporary)
        } catch let error as StorageError where error.path == temporary {
            // Nobody asked for a file of that name.
            throw StorageError(error.code, path: path, facts: error.facts)
        }
    }

    static func createFolder(of path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder(of: path), withIntermediateDirectories: true)
        } catch {
            throw StorageError(.cannotCreate, path: path, facts: ["reason": "the folder cannot be made"])
        }
    }

    /// Makes an empty file that only its owner can read; SQLite gives the write-ahead log and its index the mode of this
    /// file. One that is there already stays.
    static func createEmpty(_ path: String) throws {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let number = errno
            guard number != EEXIST else { return }
            throw StorageError(
                number == ENOSPC ? .diskFull : .cannotCreate, path: path, facts: ["reason": reason(number)])
        }
        close(descriptor)
    }

    /// Refuses what is missing, no plain file, or was never made. Whether it is a database is for SQLite to say: a file
    /// that this process has open already must not be opened and closed beside SQLite, for with the descriptor all the
    /// process's locks on the file would go (fcntl(2)), and another process would take away the log that is still in use.
    static func examine(_ path: String, emptyIsFine: Bool) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failureToOpen(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw StorageError(.notAStore, path: path, facts: ["found": "not a plain file"])
        }
        // A store that was never made.
        guard status.st_size > 0 || emptyIsFine else { throw StorageError(.noSuchFile, path: path) }
    }

    static func requireWritable(_ path: String) throws {
        guard allows(W_OK, path), allows(W_OK, folder(of: path)) else {
            throw StorageError(.readOnly, path: path)
        }
    }

    static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

    /// Brings a file's content onto the disk, and with it, for a folder, the names in it.
    static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failureToOpen(path, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw StorageError(.inputOutput, path: path, facts: ["reason": reason(errno)])
        }
    }

    /// Puts a file in the place of another, at once.
    static func replace(_ path: String, by new: String) throws {
        try synchronize(new)
        guard rename(new, path) == 0 else {
            throw StorageError(.cannotCreate, path: path, facts: ["reason": reason(errno)])
        }
        try synchronize(folder(of: path))
    }

    /// Removes a database file with its companions; what is not there is no failure.
    static func remove(_ path: String) {
        for ending in companions { unlink(path + ending) }
    }

    /// Refuses a store on another machine's disk; a copy may lie there.
    static func refuseNetwork(_ path: String) throws {
        guard case .network(let kind) = FileSystemKind(of: folder(of: path)) else { return }
        throw StorageError(.networkFileSystem, path: path, facts: ["kind": kind])
    }

    static func beginning(of path: String, count: Int) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failureToOpen(path, errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let length = read(descriptor, &bytes, count)
        guard length >= 0 else {
            throw StorageError(.inputOutput, path: path, facts: ["reason": reason(errno)])
        }
        return Array(bytes.prefix(length))
    }

    private static func failureToOpen(_ path: String, _ number: Int32) -> StorageError {
        switch number {
        case ENOENT, ENOTDIR: StorageError(.noSuchFile, path: path)
        case EACCES, EPERM: StorageError(.permissionDenied, path: path, facts: ["reason": reason(number)])
        default: StorageError(.inputOutput, path: path, facts: ["reason": reason(number)])
        }
    }
}
