import Columns
import FormModel
import GRDB

/// Reads a form's current records from the typed tables as coded columns: all of them, or some by their numbers. What the
/// store knows of the form is read once: use it within one snapshot.
final class ColumnReader {
    let store: Store
    let layout: FormLayout
    let shape: StoredShape
    let registry: Registry
    private var knownShapes: FormShapes?

    /// What a record says of itself, as columns in this order.
    static let heads = ["_round", "_date", "_status", "_result", "_form_version"]

    init(_ store: Store, _ layout: FormLayout, in database: Database) throws {
        self.store = store
        self.layout = layout
        shape = StoredShape(layout)
        registry = try Registry(database, form: layout.form.id, path: store.path)
        try registry.requireSameTypes(shape, path: store.path)
    }

    /// Whether the store has a table for the form.
    var isKnown: Bool { registry.columns[layout.form.id] != nil }

    /// What all records say of themselves, and their numbers.
    func numberedHeads(in database: Database) throws -> (heads: [CodedColumn], numbers: [Int64]) {
        var numbers: [Int64] = []
        let heads = try heads(in: database) { numbers.append($0) }
        return (heads, numbers)
    }

    /// What records say of themselves.
    func heads(
        only numbers: [Int64]? = nil, in database: Database, eachNumber: (Int64) -> Void = { _ in }
    ) throws -> [CodedColumn] {
        let kinds: [StoredKind] = [.text, .date, .text, .text, .integer]
        var builders = kinds.map { ColumnBuilder($0) }
        guard isKnown else { return heads(of: builders) }
        let names = ColumnReader.heads.map { "\(quoted($0)), NULL" }.joined(separator: ", ")
        try each(of: shape.sets[0], names, only: numbers, in: database) { statement, number in
            eachNumber(number)
            for place in builders.indices {
                try builders[place].append(statement, at: (2 * place + 1)..<(2 * place + 3), absent: nil)
            }
        }
        return heads(of: builders)
    }

    private func heads(of builders: [ColumnBuilder]) -> [CodedColumn] {
        zip(builders, [QuestionKind.text, .date, .text, .text, .integer]).map { builder, kind in
            CodedColumn(builder.column(), of: Question(kind: kind, name: "_", place: Place(file: "", line: 0)))
        }
    }

    /// Whether the values of a field are of more than one kind. The table keeps truth values as numbers; only the records'
    /// contents tell such values apart.
    private func isMixed(_ field: Field, of set: RecordSet) -> Bool {
        registry.kind(ofValuesOf: shape.sets[set.index].fields[field.index], inSet: set.path) == nil
    }

    /// Fields of a set, a row for each record or each row of a roster. Of some records only, there is none for a field
    /// with values of more than one kind.
    func columns(
        _ fields: [Field], of set: RecordSet, only numbers: [Int64]? = nil, in database: Database
    ) throws -> [CodedColumn?] {
        let mixed = fields.indices.filter { isMixed(fields[$0], of: set) }
        let plain = fields.indices.filter { !mixed.contains($0) }
        var found = [CodedColumn?](repeating: nil, count: fields.count)
        if !mixed.isEmpty, numbers == nil {
            let read = try store.columns(layout, set: set, fields: mixed.map { fields[$0].index })
            for (place, column) in zip(mixed, read.columns) {
                found[place] = CodedColumn(column, of: fields[place].question)
            }
        }
        guard !plain.isEmpty else { return found }
        let read = try plainColumns(plain.map { fields[$0] }, of: set, only: numbers, in: database)
        for (place, column) in zip(plain, read) { found[place] = column }
        return found
    }

    private func plainColumns(
        _ fields: [Field], of set: RecordSet, only numbers: [Int64]?, in database: Database
    ) throws -> [CodedColumn] {
        let stored = shape.sets[set.index]
        var builders = fields.map {
            ColumnBuilder(registry.kind(ofValuesOf: stored.fields[$0.index], inSet: set.path))
        }
        guard registry.columns[stored.path] != nil else {
            return zip(builders, fields).map { CodedColumn($0.column(), of: $1.question) }
        }
        let names = fields.map { field in
            ([field.name] + field.question.formerly).filter { registry.column($0, inSet: stored.path) != nil }
        }
        var places: [Range<Int>] = []
        for names in names {
            let first = places.last?.upperBound ?? 1
            places.append(first..<first + 2 * names.count)
        }
        let selected = names.joined().map { "\(quoted($0)), \(quoted(reasonColumn($0)))" }.joined(separator: ", ")
        let shapes = try knownShapes ?? FormShapes(layout.form.id, database, path: store.path)
        knownShapes = shapes
        let absences = try FieldAbsences(
            shape, shapes, set: set.index, fields: fields.map(\.index), database, path: store.path)
        try each(of: stored, selected.isEmpty ? "NULL" : selected, only: numbers, in: database) { statement, record in
            let absent = absences?.reasons(ofRecord: record)
            for column in builders.indices {
                do {
                    try builders[column].append(statement, at: places[column], absent: absent?[column])
                } catch is UnreadableCell {
                    throw StorageError(
                        .corrupt, path: store.path,
                        facts: ["reason": "unreadable value in \(stored.table).\(fields[column].name)"])
                }
            }
        }
        return zip(builders, fields).map { CodedColumn($0.column(), of: $1.question) }
    }

    /// The rows of a roster of the form's records: for each, where its rows begin, and at last where they end; `nil` for
    /// one that stands in another roster.
    /// - Parameter records: the numbers of the records, ascending.
    func starts(of set: RecordSet, records: [Int64], only: Bool, in database: Database) throws -> [Int32]? {
        guard set.parent == 0 else { return nil }
        var starts = [Int32](repeating: 0, count: records.count + 1)
        guard registry.columns[set.path] != nil else { return starts }
        var place = 0
        try each(of: shape.sets[set.index], "NULL", only: only ? records : nil, in: database) { _, record in
            while place < records.count, records[place] < record { place += 1 }
            guard place < records.count, records[place] == record else {
                throw StorageError(.corrupt, path: store.path, facts: ["reason": "a roster row without its parent"])
            }
            starts[place + 1] += 1
        }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        return starts
    }

    /// Goes through the rows of a set in their order, with the number of each one's record.
    private func each(
        of set: StoredSet, _ columns: String, only numbers: [Int64]?, in database: Database,
        _ body: (RawStatement, Int64) throws -> Void
    ) throws {
        let isRoot = set.parent == nil
        let key = isRoot ? "_number" : "_key"
        let condition = numbers == nil ? "" : isRoot ? "WHERE _number = ?" : "WHERE _key BETWEEN ? AND ?"
        let statement = try RawStatement(
            database, "SELECT \(key), \(columns) FROM \(quoted(set.table)) \(condition) ORDER BY 1", path: store.path)
        func run() throws {
            while try statement.step() {
                let key = statement.integer(0)
                try body(statement, isRoot ? key : key / TypedTables.rowLimit)
            }
        }
        guard let numbers else { return try run() }
        for number in numbers {
            statement.restart()
            let keys = TypedTables.keys(ofRecord: number)
            statement.bind(isRoot ? number : keys.lowerBound, at: 1)
            if !isRoot { statement.bind(keys.upperBound, at: 2) }
            try run()
        }
    }
}
