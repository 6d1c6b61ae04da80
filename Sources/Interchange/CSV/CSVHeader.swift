/// The names of a CSV file's columns.
public struct CSVHeader: Hashable, Sendable {
    /// The names in order; normalised, without white space around them.
    public let names: [String]
    /// Names that are empty, or given twice regardless of case.
    public let problems: [Problem]
    private let row: CSVRow
    private let file: String
    private let positions: [String: Int]

    init(_ row: CSVRow, file: String) {
        let names = (0..<row.count).map(row.normalText)
        var problems = row.problems(in: file)
        var seen: [String: Int] = [:]
        for (column, name) in names.enumerated() {
            let place = row.place(column)
            let at = SourcePlace(file: file, line: place.line, column: place.column)
            if name.isEmpty {
                problems.append(Problem(.header(.emptyName(column: column + 1)), at: at))
            } else if let first = seen[name.lowercased()] {
                problems.append(Problem(.header(.duplicate(name: name, first: first + 1)), at: at))
            } else {
                seen[name.lowercased()] = column
            }
        }
        self.names = names
        self.problems = problems
        self.row = row
        self.file = file
        self.positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The place of a name among the columns, from 0.
    public func position(of name: String) -> Int? { positions[name] }

    /// Where a column's name stands.
    public func place(_ column: Int) -> SourcePlace {
        let place = row.place(column)
        return SourcePlace(file: file, line: place.line, column: place.column)
    }

    /// Where the header stands.
    public var place: SourcePlace { SourcePlace(file: file, line: row.line) }

    /// What is wrong with the shape of a row under this header: its quotes, and its number of cells.
    public func problems(of row: CSVRow) -> [Problem] {
        guard row.count != names.count || !row.flaws.isEmpty else { return [] }
        var found = row.problems(in: file)
        if row.count != names.count {
            let place = row.place(min(row.count, names.count))
            let fault: CSVFault =
                row.count > names.count
                ? .tooManyCells(found: row.count, expected: names.count)
                : .tooFewCells(found: row.count, expected: names.count)
            found.append(Problem(.csv(fault), at: SourcePlace(file: file, line: place.line, column: place.column)))
        }
        return found
    }

    /// The character that separates the names, where there is no comma but another that names never hold.
    static func wrongSeparator(in row: CSVRow) -> CSVFault.Separator? {
        var isQuoted = false
        var found: CSVFault.Separator?
        for byte in row.bytes {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: continue
            case UInt8(ascii: ","): return nil
            case UInt8(ascii: ";"): found = found ?? .semicolon
            case UInt8(ascii: "\t"): found = found ?? .tab
            case UInt8(ascii: "|"): found = found ?? .bar
            default: continue
            }
        }
        return found
    }
}
