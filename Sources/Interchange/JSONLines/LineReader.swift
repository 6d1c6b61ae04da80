/// Reads a file a line at a time, in memory that depends on the longest line. Lines are UTF-8 and end with LF or CRLF;
/// a mark at the beginning and lines of white space are skipped.
struct LineReader {
    let file: String
    private(set) var line = 0
    private let source: ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// How many bytes of the file lie before the buffer.
    private var dropped = 0

    private static let chunk = 262_144
    private static let longestLine = 256 << 20

    init(_ file: DataFile) throws(Problem) {
        self.file = file.name
        self.source = try file.open()
    }

    /// How many bytes of the file were given out.
    var bytesRead: Int { dropped + position }

    /// The bytes of the next line that holds anything, without its end; `nil` at the end of the file.
    mutating func next() throws(Problem) -> [UInt8]? {
        while let bytes = try nextRaw() {
            line += 1
            var text = bytes[...]
            if line == 1 {
                if let encoding = TextEncoding.utf16(Array(text.prefix(4096))) { throw notUTF8(encoding) }
                if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
            }
            guard text.contains(where: { $0 > 0x20 }) else { continue }
            let line = Array(text)
            if line.withUnsafeBufferPointer(firstInvalidUTF8) != nil { throw notUTF8(TextEncoding.guess(line)) }
            return line
        }
        return nil
    }

    private mutating func nextRaw() throws(Problem) -> ArraySlice<UInt8>? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return buffer[position..<end]
            }
            guard !isAtEnd else {
                defer { position = buffer.count }
                return position < buffer.count ? buffer[position...] : nil
            }
            buffer.removeSubrange(..<position)
            dropped += position
            position = 0
            searched = buffer.count
            guard buffer.count < LineReader.longestLine else {
                throw Problem(
                    .csv(.rowTooLong(limit: LineReader.longestLine)), at: SourcePlace(file: file, line: line + 1))
            }
            let bytes = try source.read(max(LineReader.chunk, buffer.count))
            isAtEnd = bytes.isEmpty
            buffer += bytes
        }
    }

    private func notUTF8(_ guess: TextEncoding?) -> Problem {
        Problem(.csv(.notUTF8(guess: guess)), at: SourcePlace(file: file, line: line))
    }
}
