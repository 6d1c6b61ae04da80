import Foundation

/// Holds a file, or one byte of it, until it is let go or the process ends in whatever way.
///
/// The lock is one of an open file description (fcntl(2)): unlike locks of a process, two in one process exclude each
/// other, and none is lost when another part of the process closes the file.
final class FileLock {
    // <fcntl.h>; Swift's Glibc leaves them out.
    private static let getLock: Int32 = 36
    private static let setLock: Int32 = 37

    private let descriptor: Int32

    /// Takes the lock, of a file that is made where there is none; `nil` where another holds it.
    /// - Parameter byte: the byte that is held; the whole file without.
    init?(_ path: String, byte: Int64? = nil) throws {
        try StoreFile.createEmpty(path)
        descriptor = Foundation.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StorageError(.permissionDenied, path: path, facts: ["reason": StoreFile.reason(errno)])
        }
        var range = FileLock.range(byte)
        guard fcntl(descriptor, FileLock.setLock, &range) != 0 else { return }
        let number = errno
        // From here the object exists as far as `deinit` goes: it closes the file.
        guard number == EAGAIN || number == EACCES else {
            throw StorageError(.inputOutput, path: path, facts: ["reason": StoreFile.reason(number)])
        }
        return nil
    }

    deinit { close(descriptor) }

    /// Which of some bytes of a file somebody holds; none where there is no file.
    static func held(_ bytes: [Int64], of path: String) -> Set<Int64> {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return Set(
            bytes.filter { byte in
                var range = range(byte)
                return fcntl(descriptor, getLock, &range) == 0 && range.l_type != Int16(F_UNLCK)
            })
    }

    private static func range(_ byte: Int64?) -> flock {
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        if let byte { (range.l_start, range.l_len) = (off_t(byte), 1) }
        return range
    }
}
