import FormModel
import GRDB

/// What a cell of a typed table holds.
enum StoredCell {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    init(_ value: Value) throws {
        switch value {
        case .boolean(let flag): self = .integer(flag ? 1 : 0)
        case .integer(let number): self = .integer(number)
        case .decimal(let number): self = .real(number == 0 ? 0 : number)
        case .text(let text): self = .text(text)
        case .choices, .ranking: self = .text(value.plainText)
        case .date(let day): self = .text(day.iso)
        case .time(let minutes): self = .text(try ClockText.format(minutes))
        case .dateTime(let day, let minutes): self = .text(try ClockText.format(day, minutes))
        case .geopoint(let point):
            // By way of its parts, which know no minus zero.
            self = .text(Value.geopoint(GeoPoint(parts: point.parts) ?? point).plainText)
        }
    }
}

extension StoredCell {
    /// The cell as a parameter of a query.
    var argument: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .integer(let number): number
        case .real(let number): number
        case .text(let text): text
        }
    }
}

/// Writes the current version of records into their typed tables.
///
/// A row of a roster has the key `record number · 2²⁰ + place`, where places count the record's rows of that roster from
/// 1, parents' order first: the table's own order is the order of reading, and a record's rows are one range of keys.
///
/// `_row` is a row's number within its parent. `_parent_row` names the parent: 1 where that is the record, the parent's
/// `_row` where it stands in the record, and deeper down the numbers of all rows above, outermost first (`2 1`), as an
/// export writes them.
final class TypedTables {
    static let recordColumns = """
        _number INTEGER PRIMARY KEY, _id TEXT NOT NULL, _version INTEGER NOT NULL, \
        _form_version INTEGER NOT NULL, _round TEXT NOT NULL, _date TEXT NOT NULL, _status TEXT NOT NULL, \
        _result TEXT NOT NULL
        """
    static let rowColumns = """
        _key INTEGER PRIMARY KEY, _id TEXT NOT NULL, _parent_row INTEGER NOT NULL, _row INTEGER NOT NULL, \
        _index INTEGER NOT NULL
        """
    /// How many rows a roster may have in one record, plus one.
    static let rowLimit: Int64 = 1 << 20

    /// The reason column of a value that was erased; it reads as `ContentDecoder.erased`.
    static let erasedReason = "erased"

    private let shape: StoredShape
    private let path: String
    private let inserts: [RawStatement]
    private let deletes: [RawStatement]
    /// Whether each field is a calculation, by set and field.
    private let isCalculated: [[Bool]]
    private var places: [Int64]
    private var texts = RowTexts()
    /// The bits of the kinds that calculations gave, by set and field.
    private(set) var calculatedKinds: [[Int64]]

    init(_ shape: StoredShape, _ database: Database, path: String) throws {
        self.shape = shape
        self.path = path
        self.inserts = try shape.sets.map { set in
            let fixed =
                set.parent == nil
                ? ["_number", "_id", "_version", "_form_version", "_round", "_date", "_status", "_result"]
                : ["_key", "_id", "_parent_row", "_row", "_index"]
            let columns = fixed + set.fields.flatMap { [$0.name, reasonColumn($0.name)] }
            let names = columns.map(quoted).joined(separator: ", ")
            let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
            return try RawStatement(
                database, "INSERT INTO \(quoted(set.table)) (\(names)) VALUES (\(marks))", path: path)
        }
        self.deletes = try shape.sets.map { set in
            let rows = set.parent == nil ? "_number = ?" : "_key BETWEEN ? AND ?"
            return try RawStatement(database, "DELETE FROM \(quoted(set.table)) WHERE \(rows)", path: path)
        }
        self.isCalculated = shape.sets.map { $0.fields.map { $0.kind == .calculated } }
        self.places = Array(repeating: 0, count: shape.sets.count)
        self.calculatedKinds = shape.sets.map { Array(repeating: 0, count: $0.fields.count) }
    }

    /// Writes a record that has no rows yet.
    func insert(_ record: FormModel.Record, number: Int64, version: Int) throws {
        for set in places.indices { places[set] = 0 }
        let statement = inserts[0]
        texts.removeAll()
        statement.bind(number, at: 1)
        texts.append(record.id, at: 2)
        statement.bind(Int64(version), at: 3)
        statement.bind(Int64(record.version), at: 4)
        texts.append(record.round, at: 5)
        texts.append(record.date.iso, at: 6)
        texts.append(record.status.rawValue, at: 7)
        texts.append(record.result.rawValue, at: 8)
        try finish(statement, record.root, of: shape.sets[0], after: 8)
        try insertRosters(of: record.root, above: [], in: shape.sets[0], record: record.id, number: number)
    }

    /// Removes a record's rows, to be written anew.
    func remove(number: Int64) throws {
        for (set, statement) in zip(shape.sets, deletes) {
            statement.restart()
            let keys = TypedTables.keys(ofRecord: number)
            statement.bind(set.parent == nil ? number : keys.lowerBound, at: 1)
            if set.parent != nil { statement.bind(keys.upperBound, at: 2) }
            try statement.run()
        }
    }

    /// The cell `_parent_row` of a row that stands in the rows of these numbers, outermost first.
    static func parentRow(_ above: [Int]) -> StoredCell {
        above.count < 2 ? .integer(Int64(above.last ?? 1)) : .text(above.map(String.init).joined(separator: " "))
    }

    static func keys(ofRecord number: Int64) -> ClosedRange<Int64> { keys(ofRecords: number...number) }

    static func keys(ofRecords numbers: ClosedRange<Int64>) -> ClosedRange<Int64> {
        (numbers.lowerBound * rowLimit)...(numbers.upperBound * rowLimit + rowLimit - 1)
    }

    private func insertRosters(
        of row: RecordRow, above: [Int], in set: StoredSet, record: String, number: Int64
    ) throws {
        for (rows, index) in zip(row.rosters, set.rosters) {
            let roster = shape.sets[index]
            for (place, child) in rows.enumerated() {
                places[index] += 1
                guard places[index] < TypedTables.rowLimit else {
                    throw StorageError(
                        .invalidRecord, path: path,
                        facts: ["record": record, "reason": "too many rows of \(roster.path)"])
                }
                let statement = inserts[index]
                texts.removeAll()
                statement.bind(number * TypedTables.rowLimit + places[index], at: 1)
                texts.append(record, at: 2)
                switch TypedTables.parentRow(above) {
                case .integer(let row): statement.bind(row, at: 3)
                case .text(let rows): texts.append(rows, at: 3)
                case .null, .real: break
                }
                statement.bind(Int64(child.row), at: 4)
                statement.bind(Int64(place + 1), at: 5)
                try finish(statement, child, of: roster, after: 5)
                guard !roster.rosters.isEmpty else { continue }
                try insertRosters(
                    of: child, above: above + [child.row], in: roster, record: record, number: number)
            }
        }
    }

    private func finish(_ statement: RawStatement, _ row: RecordRow, of set: StoredSet, after fixed: Int) throws {
        do {
            try bind(row, to: statement, of: set, after: fixed)
        } catch {
            // The next row must not find what is bound of this one.
            statement.restart()
            throw error
        }
        try statement.run(with: texts)
    }

    private func bind(_ row: RecordRow, to statement: RawStatement, of set: StoredSet, after fixed: Int) throws {
        for (place, answer) in row.answers.enumerated() {
            let parameter = fixed + 1 + place * 2
            switch answer {
            case .notAsked: continue
            case .missing(let reason): texts.append(reason.name, at: parameter + 1)
            case .value(let value):
                if isCalculated[set.index][place] {
                    calculatedKinds[set.index][place] |= StoredKind(of: value).bit
                }
                switch try StoredCell(value) {
                case .null: continue
                case .integer(let number): statement.bind(number, at: parameter)
                case .real(let number): statement.bind(number, at: parameter)
                case .text(let text): texts.append(text, at: parameter)
                }
            }
        }
    }
}
