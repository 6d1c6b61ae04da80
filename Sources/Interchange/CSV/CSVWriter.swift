/// Whether a CSV begins with the mark by which Excel knows UTF-8.
public enum ByteOrderMark: Sendable {
    /// No mark.
    case none
    /// U+FEFF, for Excel.
    case forExcel
}

/// Writes rows as CSV (RFC 4180): UTF-8, LF, quotes only where a cell needs them.
public struct CSVWriter {
    private let sink: any ByteSink
    private var buffer: [UInt8] = []

    /// A writer into a sink.
    public init(_ sink: any ByteSink, mark: ByteOrderMark = .none) {
        self.sink = sink
        switch mark {
        case .none: break
        case .forExcel: buffer = [0xEF, 0xBB, 0xBF]
        }
    }

    /// Writes a row of cells.
    public mutating func write(_ cells: [String]) throws(Problem) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { buffer.append(UInt8(ascii: ",")) }
            // A row of one empty cell would be an empty line, which readers skip.
            append(cell, quoted: cells.count == 1 && cell.isEmpty)
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= 65_536 { try flush() }
    }

    /// Writes what is waiting and finishes the sink.
    public mutating func close() throws(Problem) {
        try flush()
        try sink.close()
    }

    private mutating func append(_ cell: String, quoted: Bool) {
        let utf8 = cell.utf8
        guard quoted || utf8.contains(where: CSVWriter.needsQuotes) || utf8.starts(with: [0xEF, 0xBB, 0xBF]) else {
            buffer.append(contentsOf: utf8)
            return
        }
        buffer.append(UInt8(ascii: "\""))
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }

    private mutating func flush() throws(Problem) {
        guard !buffer.isEmpty else { return }
        try sink.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
