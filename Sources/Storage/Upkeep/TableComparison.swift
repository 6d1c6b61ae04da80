import FormModel
import GRDB
import GRDBSQLite

/// Compares the typed tables of a form with its records, both read by record number.
final class TableComparison {
    private let shape: StoredShape
    private var cursors: [RowCursor]

    init(_ shape: StoredShape, _ database: Database, path: String) throws {
        self.shape = shape
        self.cursors = try shape.sets.map { try RowCursor($0, database, path: path) }
    }

    /// Compares the rows of the next record. `erased` are the paths whose values were erased.
    func compare(_ stored: StoredRecord, erased: Set<String>, _ note: (String) -> Void) throws {
        let number = Int64(stored.header.number)
        for set in cursors.indices {
            while let found = cursors[set].number, found < number {
                note("\(shape.sets[set].table) has a row of no record (number \(found))")
                try cursors[set].advance()
            }
        }
        try compare(
            stored.record.root, of: shape.sets[0], place: Place(prefix: "", above: [], index: 1), stored, erased, note)
        for set in cursors.indices {
            while cursors[set].number == number {
                note("\(shape.sets[set].table) has a row too many")
                try cursors[set].advance()
            }
        }
    }

    /// Tells of rows that come after the last record's.
    func finish(_ note: (String) -> Void) throws {
        for set in cursors.indices {
            while let found = cursors[set].number {
                note("\(shape.sets[set].table) has a row of no record (number \(found))")
                try cursors[set].advance()
            }
        }
    }

    private struct Place {
        let prefix: String
        /// The numbers of the rows above, outermost first.
        let above: [Int]
        let index: Int
    }

    private func compare(
        _ row: RecordRow, of set: StoredSet, place: Place, _ stored: StoredRecord, _ erased: Set<String>,
        _ note: (String) -> Void
    ) throws {
        if cursors[set.index].number == Int64(stored.header.number) {
            let cursor = cursors[set.index]
            let expected: [StoredCell] = set.parent == nil ? header(stored) : rowHeader(row, place, stored)
            for (column, cell) in expected.enumerated() where !cursor.holds(cell, at: column + 1) {
                note("\(set.table): \(place.prefix.isEmpty ? "the record" : place.prefix) differs in its own data")
            }
            for (field, answer) in row.answers.enumerated() {
                let name = place.prefix + set.fields[field].name
                if try !cursor.holds(answer, erased: erased.contains(name), field: field) {
                    note("\(set.table): \(name) differs")
                }
            }
            try cursors[set.index].advance()
        } else {
            note("\(set.table) lacks a row")
        }
        for (rows, index) in zip(row.rosters, set.rosters) {
            let roster = shape.sets[index]
            for (position, child) in rows.enumerated() {
                let prefix = "\(place.prefix)\(roster.name)[\(child.row)]."
                let above = set.parent == nil ? [] : place.above + [row.row]
                let inner = Place(prefix: prefix, above: above, index: position + 1)
                try compare(child, of: roster, place: inner, stored, erased, note)
            }
        }
    }

    private func header(_ stored: StoredRecord) -> [StoredCell] {
        let header = stored.header
        return [
            .text(header.id), .integer(Int64(header.version)), .integer(Int64(header.formVersion)),
            .text(header.round), .text(header.date.iso), .text(header.status.rawValue), .text(header.result.rawValue),
        ]
    }

    private func rowHeader(_ row: RecordRow, _ place: Place, _ stored: StoredRecord) -> [StoredCell] {
        [
            .text(stored.header.id), TypedTables.parentRow(place.above), .integer(Int64(row.row)),
            .integer(Int64(place.index)),
        ]
    }
}

/// Goes through a typed table by its key.
private struct RowCursor {
    private let statement: RawStatement
    private let isRoster: Bool
    private let fixed: Int
    /// The number of the record that the row belongs to; `nil` after the last row.
    private(set) var number: Int64?

    init(_ set: StoredSet, _ database: Database, path: String) throws {
        let columns =
            set.parent == nil
            ? ["_number", "_id", "_version", "_form_version", "_round", "_date", "_status", "_result"]
            : ["_key", "_id", "_parent_row", "_row", "_index"]
        let fields = set.fields.flatMap { [quoted($0.name), quoted(reasonColumn($0.name))] }
        let names = (columns + fields).joined(separator: ", ")
        self.statement = try RawStatement(
            database, "SELECT \(names) FROM \(quoted(set.table)) ORDER BY 1", path: path)
        self.isRoster = set.parent != nil
        self.fixed = columns.count
        try advance()
    }

    mutating func advance() throws {
        guard try statement.step() else {
            number = nil
            return
        }
        number = isRoster ? statement.integer(0) / TypedTables.rowLimit : statement.integer(0)
    }

    func holds(_ cell: StoredCell, at column: Int) -> Bool {
        switch (cell, statement.type(of: column)) {
        case (.null, SQLITE_NULL): true
        case (.integer(let number), SQLITE_INTEGER): statement.integer(column) == number
        case (.real(let number), SQLITE_FLOAT): statement.double(column) == number
        // By bytes: Swift's equality would not see a change of Unicode form.
        case (.text(let text), SQLITE_TEXT): text.utf8.elementsEqual(statement.bytes(column))
        default: false
        }
    }

    func holds(_ answer: Answer, erased: Bool, field: Int) throws -> Bool {
        let column = fixed + field * 2
        let cells: (StoredCell, StoredCell) =
            switch answer {
            case .notAsked: (.null, .null)
            case .value(let value): (try StoredCell(value), .null)
            case .missing(let reason): (.null, .text(erased ? TypedTables.erasedReason : reason.name))
            }
        return holds(cells.0, at: column) && holds(cells.1, at: column + 1)
    }
}
