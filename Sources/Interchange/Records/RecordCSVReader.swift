import FormModel

/// Reads records from a CSV file and the files of their rosters (`cli.md`, Data in and out).
///
/// Comes in: a form's layout and the files. Goes out: what each row gives, its cells read by the kinds of its
/// questions, or what is wrong with it; nothing of the form is run. All headers are checked before the first record.
///
/// The files are read in constant memory, whatever their size; 40 bytes a record are kept to find units given twice
/// where there are no rosters, or where records have the same key (`RosterMatching`). With rosters the files are read
/// twice, the first time to see which records the rows belong to. After the last record come the roster rows that belong
/// to none, one by one.
/// Rows without a single character are skipped.
public struct RecordCSVReader: RecordReader {
    /// All problems met so far.
    public private(set) var problems = ProblemLog()

    let files: RecordFiles
    private let layout: FormLayout
    private let columns: SetColumns
    private var rosters: [any RosterRows]
    private let ambiguous: [ReferencePrint: [Int]]
    private let recordsHaveID: Bool
    private var printer: ReferencePrinter
    private var prints: [ReferencePrint] = []
    private var reader: CSVReader
    /// `nil` where it is known that no unit is given twice.
    private var units: UnitRegister?
    private let size: Int?
    private var unsaid = UnsaidParts()
    private var phase = Phase.records

    private enum Phase {
        case records
        /// The roster file to look at next.
        case orphans(roster: Int)
        case done
    }

    /// Opens the files and checks their headers; throws all that is wrong with them, and with the roster files' bytes.
    ///
    /// - Parameters:
    ///   - rosters: The rosters' files by the roster's name (`person`) or path (`household.person`).
    ///   - suggest: Finds the name that was probably meant; by default the nearest in spelling.
    public init(
        _ layout: FormLayout, records: DataFile, rosters: [String: DataFile] = [:],
        suggest: NameSuggester? = nil
    ) throws(ProblemLog) {
        var opening = RecordFilesOpening(layout, suggest: suggest)
        opening.open(records: records, rosters: rosters)
        guard opening.log.isEmpty, let reader = opening.reader, let columns = opening.columns[0] else {
            throw opening.log
        }
        self.layout = layout
        self.reader = reader
        self.columns = columns
        self.files = RecordFiles(columns: opening.columns)
        self.rosters = opening.matching?.rosters ?? []
        self.ambiguous = opening.matching?.ambiguous ?? [:]
        self.recordsHaveID = columns.header.position(of: HelperName.id) != nil
        self.printer = ReferencePrinter(columns, recordsHaveID: false)
        self.units = opening.matching?.recordsDiffer == true ? nil : UnitRegister(layout)
        self.size = records.size
        self.unsaid.rosters = Set(rostersWithoutFile)
    }

    /// The sets of the form's rosters for which no file was given.
    public var rostersWithoutFile: [Int] { layout.sets.indices.filter { files.columns[$0] == nil } }

    /// The next record, or `nil` at the end.
    public mutating func next() throws(Problem) -> ReadRecord? {
        switch phase {
        case .records:
            do throws(Problem) {
                if let row = try reader.nextFilled() { return try record(row) }
                return try nextOrphan(roster: 0)
            } catch {
                throw failed(error)
            }
        case .orphans(let roster):
            do throws(Problem) {
                return try nextOrphan(roster: roster)
            } catch {
                throw failed(error)
            }
        case .done: return nil
        }
    }

    private mutating func failed(_ problem: Problem) -> Problem {
        phase = .done
        problems.append(problem)
        return problem
    }

    /// How much of the records' file was read, from 0 to 1.
    public var progress: Double? { size.map { $0 == 0 ? 1 : min(1, Double(reader.bytesRead) / Double($0)) } }

    private mutating func record(_ row: CSVRow) throws(Problem) -> ReadRecord {
        var found = columns.header.problems(of: row)
        var given: GivenRecord?
        if found.isEmpty { given = columns.givenRecord(row, problems: &found) }
        var raw = [SourceMap.RawRow(set: 0, row: row)]
        if !rosters.isEmpty {
            let assembly = try assemble(row, problems: &found)
            raw += assembly.raw
            given?.root.rosters = assembly.rosters(of: 0)
        }
        if let record = given, let fault = units?.note(record, line: row.line) {
            found.append(Problem(.row(fault), at: placeOfIdentity(fault, row)))
        }
        problems.append(contentsOf: found)
        return ReadRecord(
            given: found.isEmpty ? given : nil, readable: given, problems: found, unsaid: unsaid,
            sources: SourceMap(rows: .csv(files, raw)))
    }

    /// The rows of all rosters that belong to a record.
    private mutating func assemble(
        _ row: CSVRow, problems: inout [Problem]
    ) throws(Problem) -> RosterAssembly {
        var assembly = RosterAssembly(layout)
        printer.prints(ofRecord: row, into: &prints)
        if !ambiguous.isEmpty { noteAmbiguity(of: row, problems: &problems) }
        for place in rosters.indices {
            let rows = try rosters[place].rows(ofRecordOn: row.line, prints)
            if !rows.isEmpty { assembly.take(rows, columns: rosters[place].columns) }
        }
        problems += assembly.problems
        return assembly
    }

    /// Where a reference means several records, its rows go with the first; all of them are rejected.
    private func noteAmbiguity(of row: CSVRow, problems: inout [Problem]) {
        guard prints.contains(where: { ambiguous[$0] != nil }) else { return }
        let references = ParentReference.all(ofRecord: row, columns: columns)
        for print in prints {
            guard let lines = ambiguous[print], let reference = references.first(where: { $0.kind == print.kind })
            else { continue }
            let fault = RowFault.ambiguousParent(reference: reference.parts, lines: lines)
            problems.append(Problem(.row(fault), at: SourcePlace(file: columns.file, line: row.line)))
        }
    }

    private func placeOfIdentity(_ fault: RowFault, _ row: CSVRow) -> SourcePlace {
        let id = columns.header.position(of: HelperName.id)
        if case .duplicateID = fault, let id { return columns.place(of: id, in: row) }
        return columns.keys.first.map { columns.place(of: $0.cell, in: row) }
            ?? SourcePlace(file: columns.file, line: row.line)
    }

    /// The next roster row that belongs to no record.
    private mutating func nextOrphan(roster: Int) throws(Problem) -> ReadRecord? {
        for place in roster..<rosters.count {
            guard let row = try rosters[place].nextOrphan() else { continue }
            phase = .orphans(roster: place)
            return orphan(row, columns: rosters[place].columns)
        }
        phase = .done
        return nil
    }

    private mutating func orphan(_ row: CSVRow, columns: SetColumns) -> ReadRecord {
        var found = columns.header.problems(of: row)
        if found.isEmpty {
            let reference = ParentReference.of(rosterRow: row, columns: columns, recordsHaveID: recordsHaveID)
            let fault = reference.map { RowFault.noSuchParent(reference: $0.parts) } ?? .parentNotNamed
            let named = columns.header.position(of: HelperName.parentID) ?? columns.keys.first?.cell
            let place = named.map { columns.place(of: $0, in: row) }
            found.append(Problem(.row(fault), at: place ?? SourcePlace(file: columns.file, line: row.line)))
        }
        problems.append(contentsOf: found)
        let raw = SourceMap.RawRow(set: columns.set, row: row)
        return ReadRecord(
            given: nil, readable: nil, problems: found, unsaid: UnsaidParts(),
            sources: SourceMap(rows: .csv(files, [raw])))
    }
}
