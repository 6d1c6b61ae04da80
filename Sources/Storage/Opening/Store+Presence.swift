import Foundation

extension Store {
    /// Whether a store lies at a path; an empty file is a store that was never made.
    ///
    /// - Parameter folderMayBeMade: whether the folder may be missing, too, since it is made with the store.
    /// - Throws: `unreachable` where that cannot be told: a folder on the way is missing or closed, or a link leads
    ///   nowhere.
    public static func exists(_ path: String, folderMayBeMade: Bool) throws -> Bool {
        let path = StoreFile.absolute(path)
        var status = stat()
        if stat(path, &status) == 0 {
            return status.st_mode & S_IFMT != S_IFREG || status.st_size > 0 || StoreFile.exists(path + "-wal")
        }
        let number = errno
        if lstat(path, &status) == 0 {
            let reason = number == ENOENT ? "a link to nothing" : StoreFile.reason(number)
            throw StorageError(.unreachable, path: path, facts: ["reason": reason])
        }
        guard number == ENOENT else {
            throw StorageError(.unreachable, path: path, facts: ["reason": StoreFile.reason(number)])
        }
        try requireFolder(StoreFile.folder(of: path), mayBeMade: folderMayBeMade, path: path)
        return false
    }

    /// A folder is there, or may be made where nothing is.
    private static func requireFolder(_ folder: String, mayBeMade: Bool, path: String) throws {
        guard !StoreFile.exists(folder) else { return }
        var status = stat()
        if lstat(folder, &status) == 0 {
            throw StorageError(.unreachable, path: path, facts: ["reason": "a link to nothing"])
        }
        guard mayBeMade else {
            throw StorageError(.unreachable, path: path, facts: ["reason": "its folder is not there"])
        }
        try requireFolder(StoreFile.folder(of: folder), mayBeMade: true, path: path)
    }
}
