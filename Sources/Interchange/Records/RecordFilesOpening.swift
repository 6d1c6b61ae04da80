import FormModel

/// Opens the files of records and rosters, checks their headers, and finds out how the rosters come to their records.
struct RecordFilesOpening {
    private let layout: FormLayout
    private let readers: FormReaders
    private(set) var log = ProblemLog()
    private(set) var columns: [SetColumns?]
    /// The records' file, its header read.
    private(set) var reader: CSVReader?
    /// How the rosters' rows come to their records; `nil` where no roster has a file.
    private(set) var matching: RosterMatching?

    init(_ layout: FormLayout, suggest: NameSuggester?) {
        self.layout = layout
        self.readers = FormReaders(layout, suggest: suggest)
        self.columns = Array(repeating: nil, count: layout.sets.count)
    }

    mutating func open(records: DataFile, rosters: [String: DataFile]) {
        guard let main = readHeader(of: records, set: 0, helpers: HelperName.ofRecords) else { return }
        reader = main
        var waiting: [(DataFile, CSVReader, SetColumns)] = []
        // By name, so that problems come in the same order each time.
        for (name, file) in rosters.sorted(by: { $0.key < $1.key }) {
            guard let set = set(named: name, file: file) else { continue }
            guard let reader = readHeader(of: file, set: set, helpers: helpers(ofRoster: set)),
                let columns = columns[set]
            else { continue }
            checkParentColumns(columns, records: records.name)
            waiting.append((file, reader, columns))
        }
        guard log.isEmpty, !waiting.isEmpty, let columns = columns[0] else { return }
        var matching = RosterMatching(recordsHaveID: recordsHaveID)
        for (file, reader, columns) in waiting.sorted(by: { $0.2.set < $1.2.set }) {
            matching.add(file, reader, columns)
        }
        matching.match(records: records, columns)
        log.append(contentsOf: matching.log.kept)
        self.matching = matching
    }

    private mutating func readHeader(of file: DataFile, set: Int, helpers: [String]) -> CSVReader? {
        do throws(Problem) {
            var reader = try CSVReader(file)
            let header = try reader.readHeader()
            columns[set] = SetColumns(
                header, file: file.name, set: layout.sets[set], in: layout, readers: readers, helpers: helpers,
                log: &log)
            return reader
        } catch {
            log.append(error)
            return nil
        }
    }

    private mutating func set(named name: String, file: DataFile) -> Int? {
        let sets = layout.sets.dropFirst()
        if let set = sets.first(where: { $0.path == name || $0.name == name }) { return set.index }
        let nearest = readers.suggest(for: name, among: sets.map(\.name))
        log.append(Problem(.header(.unknownRoster(name: name, nearest: nearest)), at: SourcePlace(file: file.name)))
        return nil
    }

    private func helpers(ofRoster set: Int) -> [String] {
        var helpers = [HelperName.parentID, HelperName.row]
        if layout.depth(of: set) > 1 { helpers.append(HelperName.parentRow) }
        // A round tells records of one unit apart, if the records' file has it too.
        if columns[0]?.header.position(of: HelperName.round) != nil { helpers.append(HelperName.round) }
        return helpers
    }

    private mutating func checkParentColumns(_ roster: SetColumns, records: String) {
        let header = roster.header
        let hasID = header.position(of: HelperName.parentID) != nil
        if !hasID, roster.keys.isEmpty {
            let byKey = readers.keys.isEmpty ? [] : [readers.keys.map(\.name)]
            log.append(Problem(.header(.noParentColumns(anyOf: [[HelperName.parentID]] + byKey)), at: header.place))
        }
        if hasID, roster.keys.isEmpty, !recordsHaveID {
            log.append(Problem(.header(.parentIDWithoutID(recordsFile: records)), at: header.place))
        }
        if layout.depth(of: roster.set) > 1, header.position(of: HelperName.parentRow) == nil {
            log.append(Problem(.header(.missingColumns(names: [HelperName.parentRow])), at: header.place))
        }
    }

    private var recordsHaveID: Bool { columns[0]?.header.position(of: HelperName.id) != nil }
}
