import Foundation

/// Reads files that people put into a workspace. Only plain files are read: what else may lie there (a folder, a pipe, a
/// device, a link to nothing) would fail without its name, or never end.
public enum PlainFile {
    /// Why a file cannot be read, in the system's words.
    public struct Refusal: Error, Hashable, Sendable {
        /// The reason: `Permission denied`, `not a plain file` ….
        public let reason: String
    }

    /// Whether there is anything of this name; a link to nothing is something.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Why the file cannot be opened as a plain one; `nil` where it can.
    public static func refusal(of path: String) -> Refusal? {
        do throws(Refusal) {
            close(try open(path))
            return nil
        } catch {
            return error
        }
    }

    /// The bytes of a file.
    /// - Parameter limit: of a longer file no more than one byte over so many is read.
    public static func bytes(_ path: String, limit: Int = .max) throws(Refusal) -> [UInt8] {
        let descriptor = try open(path)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw refusal(errno) }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes.count > limit ? Array(bytes.prefix(limit + 1)) : bytes
    }

    private static func open(_ path: String) throws(Refusal) -> Int32 {
        // A pipe must not be waited for.
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw refusal(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw isFolder ? refusal(EISDIR) : Refusal(reason: "not a plain file")
        }
        return descriptor
    }

    private static func refusal(_ number: Int32) -> Refusal { Refusal(reason: String(cString: strerror(number))) }
}
