import FormModel

/// Reads records from JSON Lines: one record a line, rosters as lists of objects, values typed as JSON, and `_reason` as
/// an object of fields and reasons (`cli.md`, Data in and out). The checks are those of `RecordCSVReader`; a name that is
/// left out, or `null`, is an empty cell. Roster rows keep the order of their list.
public struct RecordJSONLinesReader: RecordReader {
    /// All problems met so far.
    public private(set) var problems = ProblemLog()

    private let layout: FormLayout
    private let readers: FormReaders
    private var lines: LineReader
    private var units: UnitRegister
    private var isDone = false
    private let size: Int?

    /// Opens the file.
    public init(
        _ layout: FormLayout, records: DataFile, suggest: NameSuggester? = nil
    ) throws(Problem) {
        self.layout = layout
        self.readers = FormReaders(layout, suggest: suggest)
        self.lines = try LineReader(records)
        self.units = UnitRegister(layout)
        self.size = records.size
    }

    /// How much of the file was read, from 0 to 1.
    public var progress: Double? { size.map { $0 == 0 ? 1 : min(1, Double(lines.bytesRead) / Double($0)) } }

    /// The next record, or `nil` at the end.
    public mutating func next() throws(Problem) -> ReadRecord? {
        guard !isDone else { return nil }
        do throws(Problem) {
            guard let bytes = try lines.next() else {
                isDone = true
                return nil
            }
            return record(bytes)
        } catch {
            isDone = true
            problems.append(error)
            throw error
        }
    }

    private mutating func record(_ bytes: [UInt8]) -> ReadRecord {
        let source = JSONSource(file: lines.file, line: lines.line, bytes: bytes)
        do throws(JSONParser.Failure) {
            let node = try JSONParser.parse(bytes)
            var reading = JSONRecordReading(layout, readers: readers, source: source)
            let given = reading.record(node)
            var found = reading.problems
            if let given, let fault = units.note(given, line: source.line) {
                found.append(Problem(.row(fault), at: SourcePlace(file: source.file, line: source.line)))
            }
            return read(given, found, reading.unsaid, reading.source)
        } catch {
            return read(
                nil, [Problem(.json(error.fault), at: source.place(ofByte: error.offset, path: nil))], UnsaidParts(),
                source)
        }
    }

    private mutating func read(
        _ given: GivenRecord?, _ found: [Problem], _ unsaid: UnsaidParts, _ source: JSONSource
    ) -> ReadRecord {
        problems.append(contentsOf: found)
        return ReadRecord(
            given: found.isEmpty ? given : nil, readable: given, problems: found, unsaid: unsaid,
            sources: SourceMap(rows: .json(source)))
    }
}
