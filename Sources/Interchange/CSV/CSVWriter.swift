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
        var cell = cell
        cell.withUTF8 { append($0, quoted: quoted) }
    }

    private mutating func append(_ cell: UnsafeBufferPointer<UInt8>, quoted: Bool) {
        guard quoted || CSVWriter.needsQuotes(cell) else {
            buffer.append(contentsOf: cell)
            return
        }
        buffer.append(UInt8(ascii: "\""))
        for byte in cell {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in cell {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            default: continue
            }
        }
        // What a reader would take for the mark of a file.
        return cell.starts(with: [0xEF, 0xBB, 0xBF])
    }

    private mutating func flush() throws(Problem) {
        guard !buffer.isEmpty else { return }
        try sink.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
