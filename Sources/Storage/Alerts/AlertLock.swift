import Foundation

/// Held by the one run of alerts that a store has at a time, whatever process and machine it is in; let go when the
/// process ends in whatever way.
public final class AlertLock {
    // <fcntl.h>; Swift's Glibc leaves it out.
    private static let setLock: Int32 = 37

    private let descriptor: Int32

    /// Takes the lock of a store; `nil` where another run holds it.
    public init?(store path: String) throws {
        let file = path + ".alerts"
        try StoreFile.createEmpty(file)
        descriptor = Foundation.open(file, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StorageError(.permissionDenied, path: file, facts: ["reason": StoreFile.reason(errno)])
        }
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        guard fcntl(descriptor, AlertLock.setLock, &range) != 0 else { return }
        let number = errno
        guard number == EAGAIN || number == EACCES else {
            throw StorageError(.inputOutput, path: file, facts: ["reason": StoreFile.reason(number)])
        }
        return nil
    }

    deinit { close(descriptor) }
}
