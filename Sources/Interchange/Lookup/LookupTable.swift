/// A plain CSV that scripts look things up in: a list of choices, a frame, the populations of a design.
///
/// Cells are normalised (NFC) and without white space around them. Rows that are bent are left out of `rows` and told in
/// the problems.
public struct LookupTable: Hashable, Sendable {
    /// The names of the columns, in the order of the file.
    public let columns: [String]
    /// The rows: a cell for each column.
    public private(set) var rows: [[String]] = []
    /// The line on which each row begins.
    public private(set) var lines: [Int] = []

    /// What a table is for, which says what its rows must have.
    public enum Purpose: Hashable, Sendable {
        /// A list of choices: the column `name` holds names, each once, without spaces.
        case choices
        /// A frame: these columns together name a unit, each once.
        case frame(key: [String])
        /// Anything else.
        case plain
    }

    /// Reads a file whole.
    ///
    /// - Returns: The table, with the rows that are sound, and all that is wrong with the others.
    /// - Throws: What leaves the file without meaning: that it cannot be read, is empty, or is no CSV.
    public static func read(
        _ file: DataFile, for purpose: Purpose
    ) throws(Problem) -> (table: LookupTable, problems: ProblemLog) {
        var reader = try CSVReader(file)
        let header = try reader.readHeader()
        var log = ProblemLog()
        log.append(contentsOf: header.problems)
        var table = LookupTable(columns: header.names)
        let names = purpose.nameColumns
        let missing = names.filter { header.position(of: $0) == nil }
        if !missing.isEmpty { log.append(Problem(.header(.missingColumns(names: missing)), at: header.place)) }
        let positions = missing.isEmpty ? names.compactMap(header.position) : []
        var seen: [[String]: Int] = [:]
        while let row = try reader.next() {
            guard !row.isBlank else { continue }
            var problems = header.problems(of: row)
            if problems.isEmpty, !positions.isEmpty {
                let name = positions.map(row.normalText)
                if let fault = purpose.fault(of: name, line: row.line, seen: &seen) {
                    let place = row.place(positions[0])
                    problems.append(
                        Problem(
                            .row(fault),
                            at: SourcePlace(
                                file: file.name, line: place.line, column: place.column,
                                field: header.names[positions[0]])))
                }
            }
            log.append(contentsOf: problems)
            if problems.isEmpty { table.append((0..<row.count).map(row.normalText), line: row.line) }
        }
        return (table, log)
    }

    /// The place of a column, from 0.
    public func position(of column: String) -> Int? { columns.firstIndex(of: column) }

    private init(columns: [String]) {
        self.columns = columns
    }

    private mutating func append(_ row: [String], line: Int) {
        rows.append(row)
        lines.append(line)
    }
}

extension LookupTable.Purpose {
    fileprivate var nameColumns: [String] {
        switch self {
        case .choices: ["name"]
        case .frame(let key): key
        case .plain: []
        }
    }

    /// What is wrong with a row's name, all names before it known.
    fileprivate func fault(of name: [String], line: Int, seen: inout [[String]: Int]) -> RowFault? {
        if name.contains(where: \.isEmpty) { return .nameMissing }
        if self == .choices, let spaced = name.first(where: { $0.contains(where: \.isWhitespace) }) {
            return .spaceInName(name: spaced)
        }
        if let first = seen[name] { return .duplicateName(names: name, firstLine: first) }
        seen[name] = line
        return nil
    }
}
