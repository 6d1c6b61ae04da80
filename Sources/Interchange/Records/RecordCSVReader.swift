import FormModel

/// Reads records from a CSV file and the files of their rosters (`cli.md`, Data in and out).
///
/// Comes in: a form's layout and the files. Goes out: what each row gives, its cells read by the kinds of its
/// questions, or what is wrong with it; nothing of the form is run. All headers are checked before the first record.
///
/// The records' file is read in constant memory, but for 40 bytes a record to find units given twice. Roster files
/// are read first and kept as bytes (`RosterIndex`); with them the records' file is read twice, the first time to see
/// which records their rows belong to. After the last record come the roster rows that belong to none, one by one.
/// Rows without a single character are skipped.
public struct RecordCSVReader: RecordReader {
    /// All problems met so far.
    public private(set) var problems = ProblemLog()

    let files: RecordFiles
    private let layout: FormLayout
    private let columns: SetColumns
    private let rosters: [RosterIndex]
    private let parents: ParentTable
    private var reader: CSVReader
    private var units: UnitRegister
    private var unsaid = UnsaidParts()
    private var phase = Phase.records

    private enum Phase {
        case records
        /// The roster file and the row in it to look at next.
        case orphans(roster: Int, row: Int)
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
        self.rosters = opening.indexes
        self.parents = opening.parents
        self.units = UnitRegister(layout)
        self.unsaid.rosters = Set(rostersWithoutFile)
    }

    /// The sets of the form's rosters for which no file was given.
    public var rostersWithoutFile: [Int] { layout.sets.indices.filter { files.columns[$0] == nil } }

    /// The next record, or `nil` at the end.
    public mutating func next() throws(Problem) -> ReadRecord? {
        switch phase {
        case .records:
            do throws(Problem) {
                while let row = try reader.next() {
                    if !row.isBlank { return record(row) }
                }
            } catch {
                phase = .done
                problems.append(error)
                throw error
            }
            phase = .orphans(roster: 0, row: 0)
            return nextOrphan(roster: 0, row: 0)
        case .orphans(let roster, let row): return nextOrphan(roster: roster, row: row)
        case .done: return nil
        }
    }

    private mutating func record(_ row: CSVRow) -> ReadRecord {
        var found = columns.header.problems(of: row)
        var given: GivenRecord?
        if found.isEmpty { given = columns.givenRecord(row, problems: &found) }
        var raw = [SourceMap.RawRow(set: 0, row: row)]
        if !parents.isEmpty {
            let assembly = assemble(row, problems: &found)
            raw += assembly.raw
            given?.root.rosters = assembly.rosters(of: 0)
        }
        if let record = given, let fault = units.note(record, line: row.line) {
            found.append(Problem(.row(fault), at: placeOfIdentity(fault, row)))
        }
        problems.append(contentsOf: found)
        return ReadRecord(
            given: found.isEmpty ? given : nil, readable: given, problems: found, unsaid: unsaid,
            sources: SourceMap(rows: .csv(files, raw)))
    }

    /// The rows of all rosters that belong to a record.
    private func assemble(_ row: CSVRow, problems: inout [Problem]) -> RosterAssembly {
        var assembly = RosterAssembly(layout)
        let slots = parents.slots(of: ParentReference.all(ofRecord: row, columns: columns))
        for slot in slots where parents.lines[slot].count > 1 {
            let fault = RowFault.ambiguousParent(
                reference: parents.references[slot].parts, lines: parents.lines[slot])
            problems.append(Problem(.row(fault), at: SourcePlace(file: columns.file, line: row.line)))
        }
        // Where a reference means several records, its rows go with the first; all of them are rejected.
        let own = slots.filter { parents.lines[$0].first == row.line }
        for roster in rosters {
            let rows = own.flatMap(roster.rows).sorted()
            if !rows.isEmpty { assembly.take(rows.map(roster.row), columns: roster.columns) }
        }
        problems += assembly.problems
        return assembly
    }

    private func placeOfIdentity(_ fault: RowFault, _ row: CSVRow) -> SourcePlace {
        let id = columns.header.position(of: HelperName.id)
        if case .duplicateID = fault, let id { return columns.place(of: id, in: row) }
        return columns.keys.first.map { columns.place(of: $0.cell, in: row) }
            ?? SourcePlace(file: columns.file, line: row.line)
    }

    /// The next roster row that belongs to no record.
    private mutating func nextOrphan(roster: Int, row: Int) -> ReadRecord? {
        var (roster, row) = (roster, row)
        while roster < rosters.count {
            let index = rosters[roster]
            while row < index.count {
                let slot = index.slot(of: row)
                row += 1
                if let slot, !parents.lines[slot].isEmpty { continue }
                phase = .orphans(roster: roster, row: row)
                return orphan(index.row(row - 1), slot: slot, columns: index.columns)
            }
            (roster, row) = (roster + 1, 0)
        }
        phase = .done
        return nil
    }

    private mutating func orphan(_ row: CSVRow, slot: Int?, columns: SetColumns) -> ReadRecord {
        var found = columns.header.problems(of: row)
        if found.isEmpty {
            let fault = slot.map { RowFault.noSuchParent(reference: parents.references[$0].parts) } ?? .parentNotNamed
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
