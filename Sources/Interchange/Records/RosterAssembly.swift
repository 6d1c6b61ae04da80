import FormModel

/// Puts the rows of a record's rosters in their places: nested ones into the rows they name, all in order.
struct RosterAssembly {
    /// A roster row on its way.
    private struct Entry {
        let row: CSVRow
        var given: GivenRow
        /// The numbers of the rows it stands in, outermost first.
        let above: [Int]
        /// Its own number: `_row`, or its place among its sisters.
        let number: Int
    }

    private let layout: FormLayout
    private var entries: [[Entry]]
    private var paths: [Set<[Int]>]
    private(set) var raw: [SourceMap.RawRow] = []
    private(set) var problems: [Problem] = []

    init(_ layout: FormLayout) {
        self.layout = layout
        self.entries = Array(repeating: [], count: layout.sets.count)
        self.paths = Array(repeating: [], count: layout.sets.count)
    }

    /// Takes the rows of a set that belong to the record, in the order of the file; parents' sets come first.
    mutating func take(_ rows: [CSVRow], columns: SetColumns) {
        let set = columns.set
        let depth = layout.depth(of: set) - 1
        var lines: [[Int]: Int] = [:]
        var ordinals: [[Int]: Int] = [:]
        for row in rows {
            raw.append(SourceMap.RawRow(set: set, row: row))
            let bent = columns.header.problems(of: row)
            guard bent.isEmpty else {
                problems += bent
                continue
            }
            var given = columns.givenRow(row, problems: &problems)
            guard let above = parentPath(row, columns: columns, depth: depth) else { continue }
            do throws(CellFault) {
                given.row = try columns.rowNumber(row)
            } catch {
                note(.cell(error), HelperName.row, row, columns)
                continue
            }
            let ordinal = ordinals[above, default: 0] + 1
            ordinals[above] = ordinal
            let number = given.row ?? ordinal
            if let first = lines.updateValue(row.line, forKey: above + [number]), given.row != nil {
                note(.row(.duplicateRow(row: number, firstLine: first)), HelperName.row, row, columns)
            }
            paths[set].insert(above + [number])
            entries[set].append(Entry(row: row, given: given, above: above, number: number))
        }
        checkNumbers(columns)
    }

    /// The rosters of a set, within the rows of these numbers.
    func rosters(of set: Int, above: [Int] = []) -> [[GivenRow]] {
        layout.sets[set].rosters.map { child in
            let sisters = entries[child].filter { $0.above == above }
            let isNumbered = sisters.contains { $0.given.row != nil }
            // A stable order: the file's where rows have no numbers.
            let ordered = isNumbered ? sisters.sorted { $0.number < $1.number } : sisters
            return ordered.map { entry in
                var given = entry.given
                given.rosters = rosters(of: child, above: above + [entry.number])
                return given
            }
        }
    }

    private mutating func parentPath(_ row: CSVRow, columns: SetColumns, depth: Int) -> [Int]? {
        do throws(CellFault) {
            let above = try columns.parentPath(row, depth: depth)
            guard depth > 0, let parent = layout.sets[columns.set].parent, !paths[parent].contains(above) else {
                return above
            }
            let found = columns.text(HelperName.parentRow, of: row)
            note(.row(.noSuchParentRow(found: found)), HelperName.parentRow, row, columns)
        } catch {
            note(.cell(error), HelperName.parentRow, row, columns)
        }
        return nil
    }

    /// Rows with and without numbers in one roster have no order.
    private mutating func checkNumbers(_ columns: SetColumns) {
        let withNumber = Set(entries[columns.set].filter { $0.given.row != nil }.map(\.above))
        for entry in entries[columns.set] where entry.given.row == nil && withNumber.contains(entry.above) {
            note(.row(.rowNumberMissing), HelperName.row, entry.row, columns)
        }
    }

    private mutating func note(_ fault: Fault, _ name: String, _ row: CSVRow, _ columns: SetColumns) {
        let cell = columns.header.position(of: name)
        let place = cell.map { columns.place(of: $0, in: row) } ?? SourcePlace(file: columns.file, line: row.line)
        problems.append(Problem(fault, at: place))
    }
}

extension FormLayout {
    /// How many rosters a set stands in, itself included: 0 for the form's records.
    func depth(of set: Int) -> Int {
        var depth = 0
        var next = sets[set].parent
        while let parent = next {
            depth += 1
            next = sets[parent].parent
        }
        return depth
    }
}
