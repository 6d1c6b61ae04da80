import FormModel

/// Why a row of a file was not taken: where, and in words.
public struct RejectReason: Hashable, Sendable {
    /// Where it was found.
    public let place: SourcePlace
    /// What a person reads.
    public let sentence: String
    /// The stable code, such as `E-CELL-004`.
    public let code: String

    /// A reason in words.
    public init(place: SourcePlace, sentence: String, code: String) {
        self.place = place
        self.sentence = sentence
        self.code = code
    }

    /// A problem in its plain English words.
    public init(_ problem: Problem) {
        let field = problem.place.field.map { "\($0): " } ?? ""
        self.init(place: problem.place, sentence: field + problem.fault.description, code: problem.code)
    }
}

/// Writes rejected records to files that can be mended and imported again: the columns of the file they come from, their
/// cells as they stood there, and a last column `_error`, which the reader ignores.
///
/// With a record go its roster rows. Each row is told what is wrong with it; the record's own row, and a row that goes
/// only with its record, everything.
public struct RecordCSVRejects {
    private let layout: FormLayout
    private let files: RecordFiles
    private let open: (RecordSet) throws(Problem) -> any ByteSink
    private var writers: [CSVWriter?]

    /// Rejects of a reader's files; `open` is asked for a file of a set once there is something to write in it.
    public init(
        of reader: RecordCSVReader, layout: FormLayout, open: @escaping (RecordSet) throws(Problem) -> any ByteSink
    ) {
        self.layout = layout
        self.files = reader.files
        self.open = open
        self.writers = Array(repeating: nil, count: layout.sets.count)
    }

    /// Writes a record that its reader has rejected.
    public mutating func write(_ record: ReadRecord) throws(Problem) {
        try write(record, because: record.problems.map { RejectReason($0) })
    }

    /// Writes a record that was rejected for these reasons, by its reader or later.
    public mutating func write(_ record: ReadRecord, because reasons: [RejectReason]) throws(Problem) {
        guard case .csv(_, let rows) = record.sources.rows else { return }
        for raw in rows {
            guard let columns = files.columns[raw.set] else { continue }
            let lines = raw.row.lines
            let told = reasons.compactMap { reason -> String? in
                if reason.place.file == columns.file, lines.contains(reason.place.line) { return reason.sentence }
                return raw.set == 0 ? "\(reason.place): \(reason.sentence)" : nil
            }
            // A row that is not to blame goes with its record, and says which fault that is.
            let whole = told.isEmpty ? reasons.map { "\($0.place): \($0.sentence)" } : told
            try write(raw.row, told: whole.joined(separator: "; "), columns: columns)
        }
    }

    /// Finishes the files.
    public mutating func close() throws(Problem) {
        for set in writers.indices { try writers[set]?.close() }
    }

    private mutating func write(_ row: CSVRow, told: String, columns: SetColumns) throws(Problem) {
        var names = columns.header.names
        var cells = row.texts
        if let column = columns.header.position(of: HelperName.error) {
            names.remove(at: column)
            if column < cells.count { cells.remove(at: column) }
        }
        if writers[columns.set] == nil {
            var writer = CSVWriter(try open(layout.sets[columns.set]))
            try writer.write(names + [HelperName.error])
            writers[columns.set] = writer
        }
        // Cells beyond the header's follow the reason, so that none is lost and the row is still told to be too long.
        let own = cells.prefix(names.count) + Array(repeating: "", count: max(0, names.count - cells.count))
        try writers[columns.set]?.write(own + [told] + cells.dropFirst(names.count))
    }
}
