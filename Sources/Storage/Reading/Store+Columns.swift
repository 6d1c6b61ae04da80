import FormModel
import Foundation
import GRDB

extension Store {
    /// Fields of one set of a form's records, for evaluation: as they are, or as they were known at an instant.
    ///
    /// Read headers and columns within one `snapshot`, so that they speak of the same records. A field that the store
    /// does not have yet was not asked in any row, one that a record's form version did not have is missing there, and
    /// one that was renamed has its older answers too (`semantics.md` 2.11). A calculation's column has the kind of all values it ever gave: whole
    /// numbers and fractions together are decimals, anything else mixed is text.
    ///
    /// - Parameter fields: places of fields in the set.
    /// - Throws: `typeChanged` where a field's type is not its column's.
    public func columns(
        _ layout: FormLayout, set: RecordSet, fields: [Int], known: Known = .now
    ) throws -> SetColumns {
        try reading { database in
            let registry = try Registry(database, form: layout.form.id, path: path)
            let shape = StoredShape(layout)
            try registry.requireSameTypes(shape, path: path)
            let kinds = fields.map { registry.kind(ofValuesOf: shape.sets[set.index].fields[$0], inSet: set.path) }
            // The table keeps truth values as numbers; only the contents tell them apart where kinds are mixed.
            let builders = kinds.map { ColumnBuilder($0) }
            if !known.isNow || kinds.contains(where: { $0 == nil }) {
                let source = ContentSource(shape: shape, set: set.index, fields: fields, path: path)
                return try source.read(builders, known: known, in: database)
            }
            let source = TableSource(shape: shape, set: set.index, fields: fields, registry: registry, path: path)
            return try source.read(builders, in: database)
        }
    }
}

extension Store {
    /// All fields of all sets at once, as they were known: each record's content is read one time only.
    /// - Returns: the columns by the sets' places in the layout.
    public func allColumns(_ layout: FormLayout, known: Known) throws -> [SetColumns] {
        try reading { database in
            let registry = try Registry(database, form: layout.form.id, path: path)
            let shape = StoredShape(layout)
            try registry.requireSameTypes(shape, path: path)
            var results = shape.sets.map { _ in SetColumns() }
            var builders = shape.sets.map { set in
                set.fields.map { ColumnBuilder(registry.kind(ofValuesOf: $0, inSet: set.path)) }
            }
            var record = Int32(-1)
            func visit(_ row: RecordRow, _ set: Int, parent: Int32?) throws {
                let place = Int32(results[set].records.count)
                results[set].records.append(record)
                if let parent { results[set].parents.append(parent) }
                results[set].rows.append(row.row)
                for (field, answer) in row.answers.enumerated() { try builders[set][field].append(answer) }
                for (roster, child) in shape.sets[set].rosters.enumerated() {
                    for inner in row.rosters[roster] { try visit(inner, child, parent: place) }
                }
            }
            let cursor = try VersionCursor(shape, known: known, database, path: path)
            while let id = try cursor.next() {
                record += 1
                do {
                    try visit(cursor.current().record.root, 0, parent: nil)
                } catch is UnreadableCell {
                    throw StorageError(
                        .corrupt, path: path, facts: ["reason": "a value of another kind", "record": id])
                }
            }
            for set in shape.sets.indices { results[set].columns = builders[set].map { $0.column() } }
            return results
        }
    }
}

extension Registry {
    /// The kind of a field's values; `nil` for a calculation that gave values of several kinds, or none so far.
    func kind(ofValuesOf field: StoredField, inSet path: String) -> StoredKind? {
        guard field.kind == .calculated else { return field.kind }
        let columns = ([field.name] + field.formerly).compactMap { column($0, inSet: path) }
        return StoredKind.common(ofBits: columns.reduce(0) { $0 | $1.calculatedKinds })
    }
}

/// Reads columns from the typed tables.
private struct TableSource {
    let shape: StoredShape
    let set: Int
    let fields: [Int]
    let registry: Registry
    let path: String

    func read(_ builders: [ColumnBuilder], in database: Database) throws -> SetColumns {
        var result = SetColumns()
        var builders = builders
        let stored = shape.sets[set]
        guard registry.columns[stored.path] != nil else {
            result.columns = builders.map { $0.column() }
            return result
        }
        // A field that was renamed has its older answers in the columns of its earlier names.
        let names = fields.map { field in
            ([stored.fields[field].name] + stored.fields[field].formerly).filter {
                registry.column($0, inSet: stored.path) != nil
            }
        }
        var places: [Range<Int>] = []
        for names in names {
            let first = places.last?.upperBound ?? 3
            places.append(first..<first + 2 * names.count)
        }
        let selected = names.joined().map { ", \(quoted($0)), \(quoted(reasonColumn($0)))" }
        let fixed = stored.parent == nil ? "_number, 1, 1" : "_key, _row, _parent_row"
        let statement = try RawStatement(
            database, "SELECT \(fixed)\(selected.joined()) FROM \(quoted(stored.table)) ORDER BY 1", path: path)
        let absences = try FieldAbsences(
            shape, try FormShapes(shape.form, database, path: path), set: set, fields: fields, database, path: path)
        var parents = try stored.parent.map { try ParentPlaces(shape, set: $0, database, path: path) }
        while try statement.step() {
            let key = statement.integer(0)
            if stored.parent == nil {
                result.records.append(Int32(result.records.count))
            } else {
                let place = try parents?.place(of: statement, record: key / TypedTables.rowLimit, path: path)
                result.records.append(place?.record ?? 0)
                result.parents.append(place?.row ?? 0)
            }
            result.rows.append(Int(statement.integer(1)))
            let absent = absences?.reasons(ofRecord: stored.parent == nil ? key : key / TypedTables.rowLimit)
            for column in builders.indices {
                do {
                    try builders[column].append(statement, at: places[column], absent: absent?[column])
                } catch is UnreadableCell {
                    let name = stored.fields[fields[column]].name
                    throw StorageError(
                        .corrupt, path: path, facts: ["reason": "unreadable value in \(stored.table).\(name)"])
                }
            }
        }
        result.columns = builders.map { $0.column() }
        return result
    }
}

/// Tells, for records of earlier form versions, which of some fields their version did not have.
struct FieldAbsences {
    /// The reasons by form version: only versions that lack one of the fields.
    private let reasons: [Int: [MissingReason?]]
    private var versions: [Int64: Int] = [:]

    /// `nil` where no version lacks any of the fields, which is nearly always.
    init?(
        _ shape: StoredShape, _ shapes: FormShapes, set: Int, fields: [Int], _ database: Database, path: String
    ) throws {
        let reasons = shapes.byVersion.keys.map { version in
            let absences = shapes.absences(in: shape.sets[set], version: version)
            return (version, fields.map { absences[$0] })
        }.filter { $0.1.contains { $0 != nil } }
        guard !reasons.isEmpty else { return nil }
        self.reasons = Dictionary(uniqueKeysWithValues: reasons)
        let table = quoted(shape.sets[0].table)
        let records = try RawStatement(database, "SELECT _number, _form_version FROM \(table)", path: path)
        while try records.step() {
            let version = Int(records.integer(1))
            if self.reasons[version] != nil { versions[records.integer(0)] = version }
        }
    }

    func reasons(ofRecord number: Int64) -> [MissingReason?]? { versions[number].flatMap { reasons[$0] } }
}

/// Finds the rows that hold the rows of a roster, both being read in one order.
private struct ParentPlaces {
    private let statement: RawStatement
    private let isRecord: Bool
    /// Whether the parents stand in rows themselves, so that only the numbers of all rows above tell them apart.
    private let isNested: Bool
    private var record: Int64 = -1
    private var place: Int32 = -1
    /// The places of records among the headers, for parents that are rows themselves.
    private var records: [Int64: Int32] = [:]

    init(_ shape: StoredShape, set: Int, _ database: Database, path: String) throws {
        isRecord = shape.sets[set].parent == nil
        isNested = shape.sets[set].parent.map { shape.sets[$0].parent != nil } ?? false
        let row = isNested ? "_parent_row || ' ' || _row" : isRecord ? "1" : "_row"
        let columns = isRecord ? "_number, \(row)" : "_key, \(row)"
        statement = try RawStatement(
            database, "SELECT \(columns) FROM \(quoted(shape.sets[set].table)) ORDER BY 1", path: path)
        guard !isRecord else { return }
        let numbers = try RawStatement(
            database, "SELECT _number FROM \(quoted(shape.sets[0].table)) ORDER BY 1", path: path)
        while try numbers.step() { records[numbers.integer(0)] = Int32(records.count) }
    }

    /// The place of the row that holds the one `child` has come to.
    mutating func place(
        of child: RawStatement, record wanted: Int64, path: String
    ) throws -> (record: Int32, row: Int32) {
        while record != wanted || !holds(child) {
            guard try statement.step() else {
                throw StorageError(.corrupt, path: path, facts: ["reason": "a roster row without its parent"])
            }
            record = isRecord ? statement.integer(0) : statement.integer(0) / TypedTables.rowLimit
            place += 1
        }
        return (isRecord ? place : records[wanted] ?? 0, place)
    }

    private func holds(_ child: RawStatement) -> Bool {
        isNested
            ? statement.bytes(1).elementsEqual(child.bytes(2)) : statement.integer(1) == child.integer(2)
    }
}

/// Reads columns from the contents of record versions.
private struct ContentSource {
    let shape: StoredShape
    let set: Int
    let fields: [Int]
    let path: String

    func read(_ builders: [ColumnBuilder], known: Known, in database: Database) throws -> SetColumns {
        var result = SetColumns()
        var builders = builders
        let line = lineage()
        var places = Array(repeating: Int32(-1), count: line.count)
        let cursor = try VersionCursor(shape, known: known, database, path: path)
        func visit(_ row: RecordRow, depth: Int) throws {
            places[depth] += 1
            guard depth == line.count - 1 else {
                let next = line[depth + 1]
                guard let roster = shape.sets[line[depth]].rosters.firstIndex(of: next) else { return }
                for child in row.rosters[roster] { try visit(child, depth: depth + 1) }
                return
            }
            result.records.append(places[0])
            if depth > 0 { result.parents.append(places[depth - 1]) }
            result.rows.append(row.row)
            for (column, field) in fields.enumerated() { try builders[column].append(row.answers[field]) }
        }
        while let id = try cursor.next() {
            do {
                try visit(cursor.current().record.root, depth: 0)
            } catch is UnreadableCell {
                throw StorageError(.corrupt, path: path, facts: ["reason": "a value of another kind", "record": id])
            }
        }
        result.columns = builders.map { $0.column() }
        return result
    }

    /// The sets from the record's down to the wanted one.
    private func lineage() -> [Int] {
        var line = [set]
        while let parent = shape.sets[line[0]].parent { line.insert(parent, at: 0) }
        return line
    }
}
