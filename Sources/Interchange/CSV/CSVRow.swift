/// A row of a CSV file: its cells as they stand there, and where.
public struct CSVRow: Hashable, Sendable {
    /// The line on which it begins, from 1.
    public let line: Int
    let bytes: [UInt8]
    let cells: [CSVCell]
    let flaws: [CSVCellFlaw]

    /// How many cells it has.
    public var count: Int { cells.count }

    /// Whether a cell holds no character.
    public func isEmpty(_ cell: Int) -> Bool { cells[cell].start == cells[cell].end }

    /// Whether no cell holds a character: the rows that spreadsheets leave at the end.
    public var isBlank: Bool { cells.allSatisfy { $0.start == $0.end } }

    /// The text of a cell as it stands in the file, without its quotes.
    public func text(_ cell: Int) -> String {
        let place = cells[cell]
        let range = Int(place.start)..<Int(place.end)
        switch place.form {
        case .plain, .quoted:
            return bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
        case .escaped:
            var text: [UInt8] = []
            text.reserveCapacity(range.count)
            var position = range.lowerBound
            while position < range.upperBound {
                text.append(bytes[position])
                position += bytes[position] == UInt8(ascii: "\"") ? 2 : 1
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// The text of a cell, normalised (NFC) and without white space around it; empty where there is no such cell.
    func normalText(_ cell: Int) -> String {
        guard cell < cells.count, !isEmpty(cell) else { return "" }
        return isPlainText(cell) ? text(cell) : normalized(text(cell))
    }

    /// Whether a cell that is not empty is ASCII without white space around it: such a text is normal as it stands.
    func isPlainText(_ cell: Int) -> Bool {
        let place = cells[cell]
        guard place.form != .escaped else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            let (start, end) = (Int(place.start), Int(place.end))
            guard (0x21...0x7E).contains(bytes[start]), (0x21...0x7E).contains(bytes[end - 1]) else { return false }
            var bits: UInt8 = 0
            for position in start..<end { bits |= bytes[position] }
            return bits < 0x80
        }
    }

    /// All cells as they stand in the file, without their quotes.
    public var texts: [String] { cells.indices.map(text) }

    /// The lines that the row takes.
    var lines: ClosedRange<Int> { line...(line + CSVRow.lineFeeds(bytes[...])) }

    /// Where a cell begins: line and column in characters, both from 1; past the last cell, the row's end.
    public func place(_ cell: Int) -> (line: Int, column: Int) {
        guard cell < cells.count else { return place(ofByte: bytes.count) }
        return place(ofByte: Int(cells[cell].start) - (cells[cell].form == .plain ? 0 : 1))
    }

    func place(ofByte offset: Int) -> (line: Int, column: Int) {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (
            line + CSVRow.lineFeeds(before), String(decoding: before[lineStart...], as: UTF8.self).count + 1
        )
    }

    /// What is wrong with the row itself, beside the number of cells.
    func problems(in file: String) -> [Problem] {
        flaws.map { flaw in
            let place = place(ofByte: flaw.range.lowerBound)
            let text = String(decoding: bytes[flaw.range], as: UTF8.self)
            return Problem(
                .csv(flaw.kind == .quoteInside ? .quoteInside(cell: text) : .textAfterQuote(text: text)),
                at: SourcePlace(file: file, line: place.line, column: place.column))
        }
    }

    static func lineFeeds(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }
}
