import Foundation

/// Bytes that come in pieces, so that a file of any size needs the same memory.
public final class ByteSource {
    private let pull: (Int) throws(Problem) -> [UInt8]

    /// A source that asks `pull` for at most so many bytes; none means the end.
    public init(_ pull: @escaping (Int) throws(Problem) -> [UInt8]) {
        self.pull = pull
    }

    /// The next bytes, at most `count`; none at the end.
    public func read(_ count: Int) throws(Problem) -> [UInt8] { try pull(count) }
}

/// A file of data: its name in messages, and how to open it, as often as needed.
public struct DataFile: Sendable {
    /// What messages call it.
    public let name: String
    private let opener: @Sendable () throws(Problem) -> ByteSource
    private let placesOpener: @Sendable () throws(Problem) -> Places
    /// How many bytes it has, where that is known.
    public let size: Int?

    /// A file open to be read at any place.
    struct Places {
        fileprivate let pull: (_ place: Int, _ count: Int) throws(Problem) -> [UInt8]

        /// The bytes from a place on, at most `count`; fewer only before the end.
        func read(_ place: Int, _ count: Int) throws(Problem) -> [UInt8] { try pull(place, count) }
    }

    /// The file at a path; messages call it `name`, or by its path.
    public init(path: String, name: String? = nil) {
        let name = name ?? path
        self.name = name
        self.opener = { () throws(Problem) in
            let file = try OpenFile(path: path, name: name)
            return ByteSource { count throws(Problem) in try file.read(count) }
        }
        self.placesOpener = { () throws(Problem) in
            let file = try OpenFile(path: path, name: name)
            return Places { place, count throws(Problem) in try file.read(count, at: place) }
        }
        var status = stat()
        self.size = stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Bytes in memory, given out at most `chunk` at a time.
    public init(name: String, bytes: [UInt8], chunk: Int = .max) {
        self.name = name
        self.opener = { () throws(Problem) in
            var position = 0
            return ByteSource { count throws(Problem) in
                let end = position + min(count, chunk, bytes.count - position)
                defer { position = end }
                return Array(bytes[position..<end])
            }
        }
        self.placesOpener = {
            Places { place, count in Array(bytes[min(place, bytes.count)..<min(place + count, bytes.count)]) }
        }
        self.size = bytes.count
    }

    /// Opens it to be read at any place.
    func openPlaces() throws(Problem) -> Places { try placesOpener() }

    /// Opens it from its beginning.
    public func open() throws(Problem) -> ByteSource { try opener() }
}

/// A file open for reading; closed when it is let go.
private final class OpenFile {
    private let descriptor: Int32
    private let name: String

    init(path: String, name: String) throws(Problem) {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            throw Problem(
                .file(code == ENOENT ? .notFound : .cannotRead(reason: systemReason(code))), at: SourcePlace(file: name)
            )
        }
        self.descriptor = descriptor
        self.name = name
    }

    deinit { close(descriptor) }

    func read(_ count: Int) throws(Problem) -> [UInt8] {
        try read(count) { Foundation.read(descriptor, $0, count) }
    }

    func read(_ count: Int, at place: Int) throws(Problem) -> [UInt8] {
        try read(count) { pread(descriptor, $0, count, place) }
    }

    private func read(_ count: Int, _ pull: (UnsafeMutablePointer<UInt8>?) -> Int) throws(Problem) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var got = pull(buffer.baseAddress)
            while got < 0, errno == EINTR { got = pull(buffer.baseAddress) }
            if got < 0 { code = errno }
            filled = max(0, got)
        }
        guard code == 0 else {
            throw Problem(.file(.cannotRead(reason: systemReason(code))), at: SourcePlace(file: name))
        }
        return bytes
    }
}

/// The system's words for one of its error numbers.
func systemReason(_ code: Int32) -> String { String(cString: strerror(code)) }
