/// Reads a CSV file a row at a time (RFC 4180, UTF-8 with or without mark, LF or CRLF), in memory that depends on the
/// longest row only.
///
/// Comes in: bytes. Goes out: rows with the exact text of each cell and its place. Faults that leave the rest of the
/// file without meaning (an unclosed quote, bytes that are not UTF-8) are thrown; a row that is merely bent (text after
/// a quote, too many or too few cells) is given out, and the header tells its problems. Empty lines are skipped.
public struct CSVReader {
    /// The name of the file in messages.
    public let file: String
    private let source: ByteSource
    private var scanner = CSVScanner()
    private var buffer: [UInt8] = []
    private var position = 0
    private var line = 1
    private var isAtEnd = false
    private var hasStarted = false
    /// How many bytes of the file lie before the buffer.
    private var dropped = 0
    /// Where the row that was given out last begins in the file, in bytes.
    private(set) var placeOfRow = 0

    private static let chunk = 262_144
    private static let longestRow = 64 << 20

    /// A reader at the beginning of a file.
    public init(_ file: DataFile) throws(Problem) {
        self.file = file.name
        self.source = try file.open()
    }

    /// The next row, or `nil` at the end.
    public mutating func next() throws(Problem) -> CSVRow? {
        if !hasStarted { try start() }
        while true {
            if position == buffer.count, try !refill() { return nil }
            let start = position
            let outcome = buffer.withUnsafeBufferPointer { scanner.scan($0, from: start, isAtEnd: isAtEnd) }
            switch outcome {
            case .row(let end, let next):
                let row = try take(start..<end, next: next)
                if !(row.bytes.isEmpty) { return row }
            case .incomplete(let quote):
                guard buffer.count - start <= CSVReader.longestRow else {
                    throw problem(quote == nil ? .rowTooLong(limit: CSVReader.longestRow) : .unclosedQuote, at: quote)
                }
                _ = try refill()
            case .unclosed(let at): throw problem(.unclosedQuote, at: at)
            case .loneReturn(let at): throw problem(.loneCarriageReturn, at: at)
            case .nul(let at): throw problem(.nul, at: at)
            }
        }
    }

    /// How many bytes of the file were given out.
    var bytesRead: Int { dropped + position }

    /// The next row with a character in any cell, or `nil` at the end.
    mutating func nextFilled() throws(Problem) -> CSVRow? {
        while let row = try next() {
            if !row.isBlank { return row }
        }
        return nil
    }

    /// Reads the first row as the names of the columns. An empty file, or one separated by something other than commas,
    /// is thrown; names that are empty or given twice are among the header's problems.
    public mutating func readHeader() throws(Problem) -> CSVHeader {
        guard let row = try next() else { throw Problem(.csv(.empty), at: SourcePlace(file: file)) }
        if let separator = CSVHeader.wrongSeparator(in: row) {
            throw Problem(.csv(.separated(by: separator)), at: SourcePlace(file: file, line: row.line))
        }
        return CSVHeader(row, file: file)
    }

    private mutating func start() throws(Problem) {
        hasStarted = true
        while buffer.count < 4096, try refill() {}
        if let encoding = TextEncoding.utf16(Array(buffer.prefix(4096))) {
            throw Problem(.csv(.notUTF8(guess: encoding)), at: SourcePlace(file: file, line: 1))
        }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Drops what is read and gets more; each time at least as much as is waiting, so that a long row is scanned again
    /// only a few times.
    private mutating func refill() throws(Problem) -> Bool {
        guard !isAtEnd else { return false }
        buffer.removeSubrange(..<position)
        dropped += position
        position = 0
        let bytes = try source.read(max(CSVReader.chunk, buffer.count))
        isAtEnd = bytes.isEmpty
        if buffer.isEmpty { buffer = bytes } else { buffer += bytes }
        return !isAtEnd
    }

    private mutating func take(_ range: Range<Int>, next: Int) throws(Problem) -> CSVRow {
        if scanner.bits >= 0x80 {
            let invalid = buffer.withUnsafeBufferPointer {
                firstInvalidUTF8(in: UnsafeBufferPointer(rebasing: $0[range]))
            }
            if let invalid {
                throw problem(
                    .notUTF8(guess: TextEncoding.guess(buffer[range.lowerBound...])), at: range.lowerBound + invalid)
            }
        }
        let row = CSVRow(line: line, bytes: Array(buffer[range]), cells: scanner.cells, flaws: scanner.flaws)
        placeOfRow = dropped + range.lowerBound
        line += scanner.hasQuotes ? CSVRow.lineFeeds(row.bytes[...]) + 1 : 1
        position = next
        return row
    }

    private func problem(_ fault: CSVFault, at offset: Int?) -> Problem {
        let row = CSVRow(
            line: line, bytes: Array(buffer[position..<max(position, offset ?? position)]), cells: [], flaws: [])
        let place = row.place(ofByte: row.bytes.count)
        return Problem(.csv(fault), at: SourcePlace(file: file, line: place.line, column: place.column))
    }
}
