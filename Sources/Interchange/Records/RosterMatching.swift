/// Finds out, before the first record is given out, how the rows of rosters come to their records.
///
/// The records' file is read once, and the rosters' files along with it: where their rows stand in the order of the
/// records, as exports and most extracts have them, nothing more is needed. A file in another order is read once more,
/// and its rows are sorted by the lines of their records on disk. Either way the memory needed does not grow with the
/// files. References that mean several records, which only unsound files have, are kept.
struct RosterMatching {
    /// A roster's file on its way to its records.
    private struct Candidate {
        let file: DataFile
        let columns: SetColumns
        var rows: AlignedRosterRows
        /// Whether its rows stand in the order of the records, as far as it was read.
        var isAligned = true

        /// A reader that stands behind the header, as readers of one source go on together.
        func start() throws(Problem) -> CSVReader {
            var reader = try CSVReader(file)
            _ = try reader.next()
            return reader
        }
    }

    private(set) var log = ProblemLog()
    /// For each roster's file, in the order of the sets, its rows.
    private(set) var rosters: [any RosterRows] = []
    /// For each reference that rosters make and that means several records, their lines.
    private(set) var ambiguous: [ReferencePrint: [Int]] = [:]
    /// Whether no two records have the same `_id`, where they have one, nor the same key.
    private(set) var recordsDiffer = false

    private let recordsHaveID: Bool
    private var candidates: [Candidate] = []
    /// The ways in which rosters name records.
    private var kinds: Set<ParentReference.Kind> = []
    private var names = EntrySorter()

    init(recordsHaveID: Bool) {
        self.recordsHaveID = recordsHaveID
    }

    /// Adds a roster's file, whose `reader` stands behind the header.
    mutating func add(_ file: DataFile, _ reader: CSVReader, _ columns: SetColumns) {
        if recordsHaveID, columns.header.position(of: HelperName.parentID) != nil { kinds.insert(.id) }
        if !columns.keys.isEmpty {
            kinds.insert(columns.header.position(of: HelperName.round) == nil ? .key : .keyAndRound)
        }
        let rows = AlignedRosterRows(reader, columns, recordsHaveID: recordsHaveID)
        candidates.append(Candidate(file: file, columns: columns, rows: rows))
    }

    /// Reads the files; `log` tells what is wrong with their bytes, first with those of the rosters.
    mutating func match(records: DataFile, _ columns: SetColumns) {
        var problem: Problem?
        do throws(Problem) {
            try readRecords(records, columns)
        } catch {
            problem = error
        }
        do throws(Problem) {
            let names = try self.names.sorted()
            let isAmbiguous = try findRepeated(names, hasKey: !columns.keys.isEmpty)
            for place in candidates.indices {
                do throws(Problem) {
                    if problem == nil, !isAmbiguous, try isAtEnd(place) {
                        let (start, columns) = (try candidates[place].start(), candidates[place].columns)
                        rosters.append(AlignedRosterRows(start, columns, recordsHaveID: recordsHaveID))
                    } else {
                        rosters.append(try sorted(candidates[place], names))
                    }
                } catch {
                    log.append(error)
                }
            }
        } catch {
            log.append(error)
        }
        if log.isEmpty, let problem { log.append(problem) }
    }

    /// Reads the records for the names by which rosters mean them, and the rosters' files along with them.
    private mutating func readRecords(_ records: DataFile, _ columns: SetColumns) throws(Problem) {
        var reader = try CSVReader(records)
        var printer = ReferencePrinter(columns, recordsHaveID: false)
        var prints: [ReferencePrint] = []
        let noted = kinds.union([.id, .key])
        _ = try reader.next()
        while let row = try reader.nextFilled() {
            printer.prints(ofRecord: row, into: &prints)
            for print in prints where noted.contains(print.kind) {
                try names.append(
                    SortEntry(
                        first: print.high, second: print.low, third: UInt64(row.line), rest: UInt64(print.kind.rawValue)
                    ))
            }
            for place in candidates.indices where candidates[place].isAligned {
                do throws(Problem) {
                    try candidates[place].rows.pass(prints)
                } catch {
                    // It is read again from its beginning, and then told.
                    candidates[place].isAligned = false
                }
            }
        }
    }

    /// Whether a roster's file that was read along has no more rows.
    private mutating func isAtEnd(_ place: Int) throws(Problem) -> Bool {
        guard candidates[place].isAligned else { return false }
        return try candidates[place].rows.nextOrphan() == nil
    }

    /// Notes whether records have the same name; tells whether they have one by which rosters mean them.
    private mutating func findRepeated(_ names: SortedEntries, hasKey: Bool) throws(Problem) -> Bool {
        var names = names
        var before: SortEntry?
        var repeated: Set<ParentReference.Kind> = []
        while let name = try names.next() {
            if let before, before.first == name.first, before.second == name.second,
                let kind = ParentReference.Kind(rawValue: UInt8(truncatingIfNeeded: name.rest))
            {
                repeated.insert(kind)
            }
            before = name
        }
        recordsDiffer = hasKey && !repeated.contains(.id) && !repeated.contains(.key)
        return !repeated.isDisjoint(with: kinds)
    }

    /// The rows of a roster's file, sorted by the records of these names.
    private mutating func sorted(_ candidate: Candidate, _ names: SortedEntries) throws(Problem) -> FetchedRosterRows {
        var reader = try candidate.start()
        var printer = ReferencePrinter(candidate.columns, recordsHaveID: recordsHaveID)
        var references = EntrySorter()
        var rows = EntrySorter()
        while let row = try reader.nextFilled() {
            let (line, place) = (UInt64(row.line), UInt64(reader.placeOfRow))
            guard let print = printer.print(ofRosterRow: row) else {
                try rows.append(SortEntry(first: FetchedRosterRows.none, second: line, third: place))
                continue
            }
            try references.append(SortEntry(first: print.high, second: print.low, third: line, rest: place))
        }
        try join(try references.sorted(), names, into: &rows)
        return try FetchedRosterRows(try rows.sorted(), of: candidate.file, candidate.columns)
    }

    /// Finds the record that each reference means: the first of those that have the name.
    private mutating func join(
        _ references: SortedEntries, _ names: SortedEntries, into rows: inout EntrySorter
    ) throws(Problem) {
        var (references, names) = (references, names)
        var name = try names.next()
        var meant: (first: UInt64, second: UInt64, line: UInt64)?
        while let reference = try references.next() {
            if meant.map({ $0.first != reference.first || $0.second != reference.second }) ?? true {
                let key = SortEntry(first: reference.first, second: reference.second)
                while let next = name, next < key { name = try names.next() }
                var lines: [Int] = []
                var kind: UInt64 = 0
                while let next = name, next.first == reference.first, next.second == reference.second {
                    lines.append(Int(next.third))
                    kind = next.rest
                    name = try names.next()
                }
                if lines.count > 1, let kind = ParentReference.Kind(rawValue: UInt8(truncatingIfNeeded: kind)) {
                    let print = ReferencePrint(high: reference.first, low: reference.second, kind: kind)
                    ambiguous[print] = lines
                }
                let line = lines.first.map { UInt64($0) } ?? FetchedRosterRows.none
                meant = (reference.first, reference.second, line)
            }
            try rows.append(
                SortEntry(
                    first: meant?.line ?? FetchedRosterRows.none, second: reference.third, third: reference.rest))
        }
    }
}
