import Foundation

/// The rows of a CSV file, whose cells may be in quotes but hold no line breaks.
struct CSVRows {
    private let file: String
    private var lines: ArraySlice<Substring>
    private let header: [String]

    init(_ file: URL) throws {
        self.file = file.lastPathComponent
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        lines = text.split(whereSeparator: \.isNewline)[...]
        header = lines.popFirst().map(CSVRows.cells) ?? []
    }

    /// Where the columns of these names are.
    func places(of names: [String]) throws -> [Int] {
        try names.map { name in
            guard let place = header.firstIndex(of: name) else { throw Failure("\(file) has no column \(name)") }
            return place
        }
    }

    /// The cells of the next row; nil after the last.
    mutating func next() throws -> [String]? {
        guard let line = lines.popFirst() else { return nil }
        let cells = CSVRows.cells(of: line)
        guard cells.count == header.count else {
            throw Failure("\(file) has a row of \(cells.count) cells, not \(header.count): \(line)")
        }
        return cells
    }

    private static func cells(of line: Substring) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var isAfterQuote = false
        for byte in line.utf8 {
            if byte == UInt8(ascii: "\"") {
                // A doubled quote inside quotes is one.
                if !isQuoted, isAfterQuote { cell.append(byte) }
                isAfterQuote = isQuoted
                isQuoted.toggle()
                continue
            }
            isAfterQuote = false
            if byte == UInt8(ascii: ","), !isQuoted {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll()
            } else {
                cell.append(byte)
            }
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
    }
}
