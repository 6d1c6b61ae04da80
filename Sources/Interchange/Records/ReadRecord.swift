import FormModel

/// A record as it was read: what is given, or what keeps it from being given.
public struct ReadRecord: Sendable {
    /// What is given; `nil` where the record, or one of its roster rows, has a problem. Also `nil` for a roster row that
    /// belongs to no record and is given out alone.
    public let given: GivenRecord?
    /// What could be read where something could not: what is unreadable stands as not given. The same as `given` where
    /// nothing is wrong; `nil` where not even the parts are known.
    public let readable: GivenRecord?
    /// What is wrong, in the order of the file.
    public let problems: [Problem]
    /// What the source says nothing of, neither a value nor that there is none.
    public let unsaid: UnsaidParts
    /// Where its rows and fields stand.
    public let sources: SourceMap
}

/// The parts of a form that a source says nothing of: no file, or no member of a JSON object, stands for them. Where a
/// known record gets a new version, what the source does not speak of must not be taken for empty.
public struct UnsaidParts: Hashable, Sendable {
    /// The sets of rosters, by their places in the layout.
    public var rosters: Set<Int> = []
    /// Personal fields, which an export leaves out unless it is asked for them: by set, the fields' places.
    public var personalFields: [Int: Set<Int>] = [:]

    init() {}
}

/// Gives the records of a file one after the other.
public protocol RecordReader {
    /// The next record, or `nil` at the end. Throws where the rest of the file cannot be read; the reader then ends.
    mutating func next() throws(Problem) -> ReadRecord?
    /// All problems met so far, of records and of the file.
    var problems: ProblemLog { get }
    /// How much of the records' file was read, from 0 to 1; `nil` where its size is not known.
    var progress: Double? { get }
}

/// Finds a row's place from the number that `GivenRow.source` carries. It knows the rows of one record, in memory that
/// goes with the record.
public struct SourceMap: Sendable {
    enum Rows: Sendable {
        case csv(RecordFiles, [RawRow])
        case json(JSONSource)
    }

    /// A row of a CSV file, and the set it belongs to.
    struct RawRow: Sendable {
        let set: Int
        let row: CSVRow
    }

    let rows: Rows

    /// Where a row stands, and a field or a column (`_date`, `_reason.age`) in it, if one is named.
    public func place(of source: Int, field: String? = nil) -> SourcePlace {
        let (set, line) = SourceMap.parts(of: source)
        switch rows {
        case .csv(let files, let rows):
            let raw = rows.first { $0.set == set && $0.row.line == line }?.row
            return files.place(ofLine: line, row: raw, set: set, field: field)
        case .json(let json):
            return json.place(ofRow: set, field: field)
        }
    }

    /// The number of a row: the line, and the place of its set among the form's (of the row within its line, in JSON).
    static func source(_ place: Int, line: Int) -> Int { place << 40 | line }

    private static func parts(of source: Int) -> (Int, line: Int) { (source >> 40, source & (1 << 40 - 1)) }
}

/// The files of a form's records and rosters, with their columns.
struct RecordFiles: Sendable {
    /// For each set of the layout, its file's columns; `nil` where no file is given.
    var columns: [SetColumns?]

    func place(ofLine line: Int, row: CSVRow?, set: Int, field: String?) -> SourcePlace {
        guard columns.indices.contains(set), let columns = columns[set] else {
            return SourcePlace(file: "", line: line, field: field)
        }
        guard let field, let row, let cell = columns.header.position(of: field) else {
            return SourcePlace(file: columns.file, line: line, field: field)
        }
        return columns.place(of: cell, in: row)
    }
}
