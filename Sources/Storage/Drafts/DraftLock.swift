import Foundation

/// Holds a draft, until it is let go or the process ends in whatever way.
///
/// A draft is a byte of a file beside the drafts, at the place of its key. The lock is one of an open file description
/// (fcntl(2)): unlike locks of a process, two in one process exclude each other, and none is lost when another part of
/// the process closes the file.
final class DraftLock {
    // <fcntl.h>; Swift's Glibc leaves them out.
    private static let getLock: Int32 = 36
    private static let setLock: Int32 = 37

    private let descriptor: Int32

    /// Takes the lock; `nil` where another holds it.
    init?(on drafts: String, key: Int64) throws {
        let path = DraftLock.file(of: drafts)
        try StoreFile.createEmpty(path)
        descriptor = Foundation.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StorageError(.permissionDenied, path: path, facts: ["reason": StoreFile.reason(errno)])
        }
        var range = DraftLock.range(key)
        guard fcntl(descriptor, DraftLock.setLock, &range) != 0 else { return }
        let number = errno
        // From here the object exists as far as `deinit` goes: it closes the file.
        guard number == EAGAIN || number == EACCES else {
            throw StorageError(.inputOutput, path: path, facts: ["reason": StoreFile.reason(number)])
        }
        return nil
    }

    deinit { close(descriptor) }

    /// Which of these drafts somebody holds.
    static func held(_ keys: [Int64], on drafts: String) -> Set<Int64> {
        let descriptor = Foundation.open(file(of: drafts), O_RDONLY | O_CLOEXEC)
        // Without the file nobody has opened a draft yet.
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return Set(
            keys.filter { key in
                var range = range(key)
                return fcntl(descriptor, getLock, &range) == 0 && range.l_type != Int16(F_UNLCK)
            })
    }

    private static func file(of drafts: String) -> String { drafts + ".lock" }

    private static func range(_ key: Int64) -> flock {
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = off_t(key)
        range.l_len = 1
        return range
    }
}
