/// A cell of a row: where its text lies in the row's bytes, without its quotes.
struct CSVCell: Hashable, Sendable {
    var start: UInt32
    var end: UInt32
    var form: Form

    /// How the cell is written.
    enum Form: UInt8 {
        case plain
        case quoted
        /// In quotes, with quotes written twice inside.
        case escaped
    }
}

/// Something wrong with a cell that does not keep the row from being read.
struct CSVCellFlaw: Hashable, Sendable {
    enum Kind { case textAfterQuote, quoteInside }

    let cell: Int
    /// The bytes it is about, in the row.
    let range: Range<Int>
    let kind: Kind
}

/// Finds the cells of one row (RFC 4180).
struct CSVScanner {
    /// How a scan ended.
    enum Outcome {
        /// A row whose text ends at `end`; the next one begins at `next`.
        case row(end: Int, next: Int)
        /// More bytes are needed; `quote` is an open quote's place, where there is one.
        case incomplete(quote: Int?)
        /// The bytes end within the quotes opened here.
        case unclosed(at: Int)
        /// A carriage return without a line feed.
        case loneReturn(at: Int)
        /// A byte 0.
        case nul(at: Int)
    }

    private(set) var cells: [CSVCell] = []
    private(set) var flaws: [CSVCellFlaw] = []
    /// All bytes joined by "or": from 128 where the row is not ASCII.
    private(set) var bits: UInt8 = 0
    private(set) var hasQuotes = false

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Scans the row that begins at `start`; `isAtEnd` says that no bytes follow these.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> Outcome {
        cells.removeAll(keepingCapacity: true)
        flaws.removeAll(keepingCapacity: true)
        bits = 0
        hasQuotes = false
        let count = bytes.count
        var position = start
        while true {
            let isQuoted = position < count && bytes[position] == CSVScanner.quote
            let stop =
                isQuoted
                ? scanQuoted(bytes, at: &position, row: start, isAtEnd: isAtEnd)
                : scanPlain(bytes, at: &position, row: start)
            if let stop { return stop }
            guard position < count else {
                return isAtEnd ? .row(end: count, next: count) : .incomplete(quote: nil)
            }
            switch bytes[position] {
            case CSVScanner.comma:
                position += 1
            case CSVScanner.lineFeed:
                return .row(end: position, next: position + 1)
            default:
                guard position + 1 < count else {
                    return isAtEnd ? .loneReturn(at: position) : .incomplete(quote: nil)
                }
                guard bytes[position + 1] == CSVScanner.lineFeed else { return .loneReturn(at: position) }
                return .row(end: position, next: position + 2)
            }
        }
    }

    private mutating func scanPlain(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, row: Int
    ) -> Outcome? {
        let first = position
        var place = position
        var seen: UInt8 = 0
        var hasQuote = false
        while place < bytes.count {
            let byte = bytes[place]
            // Every byte that means something is a comma or lies before it.
            if byte <= CSVScanner.comma {
                if byte == CSVScanner.comma || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn {
                    break
                }
                if byte == CSVScanner.quote { hasQuote = true }
                if byte == 0 { return .nul(at: place) }
            }
            seen |= byte
            place += 1
        }
        bits |= seen
        if hasQuote {
            flaws.append(CSVCellFlaw(cell: cells.count, range: first - row..<place - row, kind: .quoteInside))
        }
        cells.append(CSVCell(start: UInt32(first - row), end: UInt32(place - row), form: .plain))
        position = place
        return nil
    }

    private mutating func scanQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, row: Int, isAtEnd: Bool
    ) -> Outcome? {
        let opening = position
        var form = CSVCell.Form.quoted
        hasQuotes = true
        var place = opening + 1
        while true {
            while place < bytes.count, bytes[place] != CSVScanner.quote {
                if bytes[place] == 0 { return .nul(at: place) }
                bits |= bytes[place]
                place += 1
            }
            guard place < bytes.count else {
                return isAtEnd ? .unclosed(at: opening) : .incomplete(quote: opening)
            }
            if place + 1 == bytes.count, !isAtEnd { return .incomplete(quote: nil) }
            guard place + 1 < bytes.count, bytes[place + 1] == CSVScanner.quote else { break }
            form = .escaped
            place += 2
        }
        cells.append(CSVCell(start: UInt32(opening + 1 - row), end: UInt32(place - row), form: form))
        position = place + 1
        return scanRest(bytes, at: &position, row: row)
    }

    /// What follows a closing quote: nothing, in a sound row.
    private mutating func scanRest(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, row: Int
    ) -> Outcome? {
        let first = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == CSVScanner.comma || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn { break }
            if byte == 0 { return .nul(at: position) }
            bits |= byte
            position += 1
        }
        if position > first {
            flaws.append(
                CSVCellFlaw(cell: cells.count - 1, range: first - row..<position - row, kind: .textAfterQuote))
        }
        return nil
    }
}
