/// The rows of a roster's file, given out with the records they belong to, in memory that goes with the longest record.
protocol RosterRows {
    var columns: SetColumns { get }

    /// The rows of the record on a line, which can be meant by these references; records are asked for in their order.
    mutating func rows(ofRecordOn line: Int, _ prints: [ReferencePrint]) throws(Problem) -> [CSVRow]

    /// The next row that belongs to no record, after the last record.
    mutating func nextOrphan() throws(Problem) -> CSVRow?
}

/// A roster's file in the order of the records: it is read along with them.
struct AlignedRosterRows: RosterRows {
    let columns: SetColumns
    private var reader: CSVReader
    private var printer: ReferencePrinter
    private var ahead: CSVRow?
    private var print: ReferencePrint?

    /// The rows after the header, behind which `reader` stands.
    init(_ reader: CSVReader, _ columns: SetColumns, recordsHaveID: Bool) {
        self.columns = columns
        self.reader = reader
        self.printer = ReferencePrinter(columns, recordsHaveID: recordsHaveID)
    }

    mutating func rows(ofRecordOn line: Int, _ prints: [ReferencePrint]) throws(Problem) -> [CSVRow] {
        var rows: [CSVRow] = []
        while let row = try peek(), let print, prints.contains(print) {
            rows.append(row)
            ahead = nil
        }
        return rows
    }

    /// Goes past the rows of a record.
    mutating func pass(_ prints: [ReferencePrint]) throws(Problem) {
        while try peek() != nil, let print, prints.contains(print) { ahead = nil }
    }

    mutating func nextOrphan() throws(Problem) -> CSVRow? {
        let row = try peek()
        ahead = nil
        return row
    }

    private mutating func peek() throws(Problem) -> CSVRow? {
        if ahead == nil {
            ahead = try reader.nextFilled()
            print = ahead.flatMap { printer.print(ofRosterRow: $0) }
        }
        return ahead
    }
}

/// A roster's file in another order: it was found out before which record each row belongs to, and the rows are fetched
/// from their places in the file.
struct FetchedRosterRows: RosterRows {
    let columns: SetColumns
    private let file: DataFile.Places
    private var entries: SortedEntries
    private var ahead: SortEntry?
    private var scanner = CSVScanner()

    /// What stands for the line of the record in the entry of a row that belongs to none.
    static let none = UInt64.max

    /// Rows by entries: the line of the record, the row's own line, and its place in the file.
    init(_ entries: SortedEntries, of file: DataFile, _ columns: SetColumns) throws(Problem) {
        self.columns = columns
        self.entries = entries
        self.file = try file.openPlaces()
    }

    mutating func rows(ofRecordOn line: Int, _ prints: [ReferencePrint]) throws(Problem) -> [CSVRow] {
        var rows: [CSVRow] = []
        while let entry = try peek(), entry.first == UInt64(line) {
            rows.append(try fetch(entry))
            ahead = nil
        }
        return rows
    }

    mutating func nextOrphan() throws(Problem) -> CSVRow? {
        guard let entry = try peek() else { return nil }
        ahead = nil
        return try fetch(entry)
    }

    private mutating func peek() throws(Problem) -> SortEntry? {
        if ahead == nil { ahead = try entries.next() }
        return ahead
    }

    /// A row, cut into cells again.
    private mutating func fetch(_ entry: SortEntry) throws(Problem) -> CSVRow {
        var count = 1024
        while true {
            let bytes = try file.read(Int(entry.third), count)
            let isAtEnd = bytes.count < count
            let outcome = bytes.withUnsafeBufferPointer { scanner.scan($0, from: 0, isAtEnd: isAtEnd) }
            if case .row(let end, _) = outcome {
                return CSVRow(
                    line: Int(entry.second), bytes: Array(bytes[..<end]), cells: scanner.cells, flaws: scanner.flaws)
            }
            // A row that was read once before has an end, if nobody changed the file.
            guard !isAtEnd else {
                return CSVRow(line: Int(entry.second), bytes: [], cells: [], flaws: [])
            }
            count *= 4
        }
    }
}
