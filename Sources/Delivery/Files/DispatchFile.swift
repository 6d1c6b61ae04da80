import Foundation

/// A file as a notifier: one line of JSON a dispatch.
struct DispatchFile {
    let path: String
    /// How long another process may hold the file.
    var patience = Duration.seconds(10)

    /// How much of the file's end is searched for the id of a dispatch, in bytes.
    static let searched = 1 << 20

    /// Adds a dispatch, or leaves the file as it is where its id is among the last lines.
    func append(_ dispatch: Dispatch) throws(DeliveryError) {
        let (descriptor, isNew) = try opened()
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        guard isWritable(status) else { throw DeliveryError(.notAFile, .permanent, facts: ["path": path]) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return try write(DispatchLine.bytes(of: dispatch), to: descriptor)
        }
        try lock(descriptor)
        let end = try FileEnd(of: descriptor, searching: Self.searched) { failure($0) }
        guard !end.holds(DispatchLine.beginning(of: dispatch.id)) else { return }
        try add(end.mending + DispatchLine.bytes(of: dispatch), at: end.kept, to: descriptor)
        if isNew { synchronizeFolder() }
    }

    /// Finds whether the file could be written, without making it.
    func check() throws(DeliveryError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard isWritable(status) else { throw DeliveryError(.notAFile, .permanent, facts: ["path": path]) }
            guard faccessat(AT_FDCWD, path, W_OK | R_OK, AT_EACCESS) == 0 else { throw failure(errno) }
        } else {
            guard errno == ENOENT else { throw failure(errno) }
            guard faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0 else { throw failure(errno) }
        }
    }

    private var folder: String { (path as NSString).deletingLastPathComponent }

    /// A device such as /dev/null is written to as it is.
    private func isWritable(_ status: stat) -> Bool {
        status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFCHR
    }

    private func opened() throws(DeliveryError) -> (descriptor: Int32, isNew: Bool) {
        // Not to wait for the other end of a pipe.
        let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        let made = open(path, flags | O_CREAT | O_EXCL, 0o600)
        if made >= 0 { return (made, true) }
        guard errno == EEXIST else { throw failure(errno) }
        let found = open(path, flags | O_CREAT, 0o600)
        guard found >= 0 else { throw failure(errno) }
        return (found, false)
    }

    private func lock(_ descriptor: Int32) throws(DeliveryError) {
        let deadline = Deadline(in: patience)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            guard number == EWOULDBLOCK || number == EINTR else { throw failure(number) }
            guard !deadline.hasPassed else {
                throw DeliveryError(
                    .fileBusy, .transient, facts: ["path": path, "seconds": TimeLimit.text(patience)])
            }
            usleep(10_000)
        }
    }

    /// Adds bytes behind those that are kept, all of them or none.
    private func add(_ bytes: [UInt8], at kept: off_t, to descriptor: Int32) throws(DeliveryError) {
        guard ftruncate(descriptor, kept) == 0 else { throw failure(errno) }
        do throws(DeliveryError) {
            try write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw failure(errno) }
        } catch {
            // What is left of it would be mended by the next one.
            ftruncate(descriptor, kept)
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws(DeliveryError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure(errno) }
            rest.removeFirst(count)
        }
    }

    /// Brings a new file's name onto the disk. Not every file system knows how to; the line itself is there.
    private func synchronizeFolder() {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private func failure(_ number: Int32) -> DeliveryError {
        switch number {
        case ENOSPC, EDQUOT: DeliveryError(.diskFull, .transient, facts: ["path": path])
        case EACCES, EPERM: DeliveryError(.permissionDenied, .permanent, facts: ["path": path])
        case EISDIR, ENXIO: DeliveryError(.notAFile, .permanent, facts: ["path": path])
        case ENOENT, ENOTDIR, EROFS, ELOOP, ENAMETOOLONG:
            DeliveryError(.cannotWrite, .permanent, facts: ["path": path, "reason": SystemReason.text(number)])
        default: DeliveryError(.cannotWrite, .transient, facts: ["path": path, "reason": SystemReason.text(number)])
        }
    }
}
