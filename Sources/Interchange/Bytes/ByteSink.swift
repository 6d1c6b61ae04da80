import Foundation
import Leftovers

/// Something that takes bytes: a file, a pipe, memory.
public protocol ByteSink: AnyObject {
    /// Takes the next bytes.
    func write(_ bytes: [UInt8]) throws(Problem)
    /// Finishes; nothing is written after.
    func close() throws(Problem)
}

/// Bytes kept in memory.
public final class MemorySink: ByteSink {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// An empty sink.
    public init() {}

    /// Keeps the next bytes.
    public func write(_ bytes: [UInt8]) throws(Problem) { self.bytes += bytes }

    /// Does nothing: the bytes stay.
    public func close() throws(Problem) {}
}

/// A file that comes into being whole: it is written beside its place and moved there by `close()`. One that is never
/// closed leaves nothing behind, and what stood in its place stays as it was. Readable by its owner only, as the data
/// may be personal.
///
/// A path that is no ordinary file (a pipe) is written as it comes; so is standard output, which is never opened anew:
/// what stands in a file that it is redirected to stays there.
public final class FileSink: ByteSink {
    private let path: String
    private let name: String
    private let partial: String?
    private let leftover: Leftovers.Mark
    private var descriptor: Int32

    /// A file to be written at a path; messages call it `name`, or by its path.
    public init(path: String, name: String? = nil) throws(Problem) {
        if FileSink.standardOutput.contains(path) {
            self.path = path
            self.name = name ?? path
            self.partial = nil
            self.leftover = Leftovers.note([])
            self.descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
            guard descriptor >= 0 else { throw FileSink.cannotCreate(self.name) }
            return
        }
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        // Where the path is a link (/dev/stdout is one), the file it leads to is replaced, never the link.
        let path = isSpecial ? path : FileSink.target(of: path)
        self.path = path
        self.name = name ?? path
        let partial = isSpecial ? nil : "\(path).\(getpid()).part"
        self.partial = partial
        if partial != nil {
            let name = (path as NSString).lastPathComponent
            let folder = (path as NSString).deletingLastPathComponent
            Leftovers.removeStale(in: folder.isEmpty ? "." : folder, before: name + ".", endings: [".part"])
        }
        self.leftover = Leftovers.note(partial.map { [$0] } ?? [])
        self.descriptor = open(partial ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let refusal = FileSink.cannotCreate(self.name)
            leftover.forget()
            throw refusal
        }
    }

    private static let standardOutput = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]

    private static func cannotCreate(_ name: String) -> Problem {
        Problem(.file(.cannotCreate(reason: systemReason(errno))), at: SourcePlace(file: name))
    }

    private static func target(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    deinit {
        guard descriptor >= 0 else { return }
        Foundation.close(descriptor)
        if let partial { unlink(partial) }
        leftover.forget()
    }

    /// Writes the next bytes.
    public func write(_ bytes: [UInt8]) throws(Problem) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { throw failure() }
            done += written
        }
    }

    /// Puts the file in its place.
    public func close() throws(Problem) {
        guard descriptor >= 0 else { return }
        if let partial {
            guard fsync(descriptor) == 0 else { throw failure() }
            guard rename(partial, path) == 0 else { throw failure() }
            leftover.forget()
        }
        Foundation.close(descriptor)
        descriptor = -1
    }

    private func failure() -> Problem {
        let fault: FileFault = errno == EPIPE ? .readerGone : .cannotWrite(reason: systemReason(errno))
        return Problem(.file(fault), at: SourcePlace(file: name))
    }
}
