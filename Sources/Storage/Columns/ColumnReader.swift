import Columns
import Dispatch
import FormModel
import GRDB

/// Reads a form's current records from the typed tables as coded columns: all of them, or some by their numbers. What the
/// store knows of the form is read once: use it within one snapshot.
final class ColumnReader {
    let store: Store
    let layout: FormLayout
    let shape: StoredShape
    let registry: Registry
    private let many: Int64
    private var knownShapes: FormShapes?
    private var knownSecond: SecondReader??
    private var knownLast: Int64?

    /// What a record says of itself, as columns in this order.
    static let heads = ["_round", "_date", "_status", "_result", "_form_version"]

    /// - Parameter many: from how many records on two connections read them, faster than one.
    init(_ store: Store, _ layout: FormLayout, many: Int64, in database: Database) throws {
        self.store = store
        self.many = many
        self.layout = layout
        shape = StoredShape(layout)
        registry = try Registry(database, form: layout.form.id, path: store.path)
        try registry.requireSameTypes(shape, path: store.path)
    }

    /// Whether the store has a table for the form.
    var isKnown: Bool { registry.columns[layout.form.id] != nil }

    /// Whether the values of a field are of more than one kind. The table keeps truth values as numbers; only the records'
    /// contents tell such values apart.
    func isMixed(_ field: Field, of set: RecordSet) -> Bool {
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
        let rows = try rows(plain.map { fields[$0] }, of: set, only: numbers, in: database)
        for (place, column) in zip(plain, rows.columns) { found[place] = column }
        return found
    }

    /// What a reading of a set's table gives: a row for each record or each row of a roster.
    struct TableRows {
        /// What records say of themselves, where it was asked for.
        var heads: [CodedColumn] = []
        /// The fields.
        var columns: [CodedColumn] = []
        /// The numbers of the records that have rows, ascending.
        var records: [Int64] = []
        /// How many rows each of them has.
        var counts: [Int32] = []
    }

    /// Reads fields whose values are of one kind.
    /// - Parameter withHeads: whether to read what the records say of themselves, too: of the form's records only.
    func rows(
        _ fields: [Field], of set: RecordSet, withHeads: Bool = false, only numbers: [Int64]? = nil,
        in database: Database
    ) throws -> TableRows {
        let stored = shape.sets[set.index]
        var kinds: [StoredKind?] = withHeads ? ColumnReader.headKinds.map(\.0) : []
        var names = withHeads ? ColumnReader.heads.map { [$0] } : []
        let first = kinds.count
        for field in fields {
            kinds.append(registry.kind(ofValuesOf: stored.fields[field.index], inSet: set.path))
            // A field that was renamed has its older answers in the columns of its earlier names.
            names.append(
                ([field.name] + field.question.formerly).filter { registry.column($0, inSet: stored.path) != nil })
        }
        guard registry.columns[stored.path] != nil else {
            return table([(kinds.map { ColumnBuilder($0) }, [], [])], fields, withHeads: withHeads)
        }
        let selected = names.enumerated().flatMap { place, names in
            names.map { "\(quoted($0)), \(place < first ? "NULL" : quoted(reasonColumn($0)))" }
        }
        var places: [Range<Int>] = []
        for names in names {
            let next = places.last?.upperBound ?? 1
            places.append(next..<next + 2 * names.count)
        }
        let absences = try absences(fields, of: set, in: database)
        let columns = selected.isEmpty ? "NULL" : selected.joined(separator: ", ")
        let parts = try parts(only: numbers, in: database) { database, stretch in
            var builders = kinds.map { ColumnBuilder($0) }
            var (records, counts) = ([Int64](), [Int32]())
            let expected = self.expected(in: stretch)
            try each(of: stored, columns, in: stretch, database) { statement, record in
                if records.last != record {
                    if records.count == ColumnReader.sample, expected > records.count {
                        // So many rows have the first records: the others will have about as many.
                        let rows = counts.reduce(0) { $0 + Int($1) } * expected / records.count
                        let room = min(rows + rows / 64, ColumnReader.mostRoom)
                        for column in builders.indices { builders[column].reserve(room) }
                        records.reserveCapacity(expected)
                        counts.reserveCapacity(expected)
                    }
                    records.append(record)
                    counts.append(0)
                }
                counts[counts.count - 1] += 1
                let absent = absences?.reasons(ofRecord: record)
                for column in builders.indices {
                    do {
                        try builders[column].append(
                            statement, at: places[column], absent: column < first ? nil : absent?[column - first])
                    } catch is UnreadableCell {
                        throw StorageError(
                            .corrupt, path: store.path,
                            facts: ["reason": "unreadable value in \(stored.table).\(names[column].first ?? "")"])
                    }
                }
            }
            return (builders, records, counts)
        }
        return table(parts, fields, withHeads: withHeads)
    }

    /// The parts of a table, one after the other.
    private func table(
        _ parts: [(builders: [ColumnBuilder], records: [Int64], counts: [Int32])], _ fields: [Field], withHeads: Bool
    ) -> TableRows {
        let first = withHeads ? ColumnReader.heads.count : 0
        let head = { (kind: QuestionKind) in Question(kind: kind, name: "_", place: Place(file: "", line: 0)) }
        let questions = ColumnReader.headKinds.prefix(first).map { head($0.1) } + fields.map(\.question)
        let columns = Array(questions.enumerated()).concurrentMap { place, question in
            guard var builder = parts.first?.builders[place] else { return CodedColumn.empty }
            for part in parts.dropFirst() { builder.append(part.builders[place]) }
            return CodedColumn(builder.column(), of: question)
        }
        return TableRows(
            heads: Array(columns.prefix(first)), columns: Array(columns.dropFirst(first)),
            records: parts.flatMap(\.records), counts: parts.flatMap(\.counts))
    }

    private static let headKinds: [(StoredKind, QuestionKind)] = [
        (.text, .text), (.date, .date), (.text, .text), (.text, .text), (.integer, .integer),
    ]

    private func absences(_ fields: [Field], of set: RecordSet, in database: Database) throws -> FieldAbsences? {
        guard !fields.isEmpty else { return nil }
        let shapes = try knownShapes ?? FormShapes(layout.form.id, database, path: store.path)
        knownShapes = shapes
        return try FieldAbsences(
            shape, shapes, set: set.index, fields: fields.map(\.index), database, path: store.path)
    }

    /// For each record where its rows of a roster begin, and at last where they end.
    /// - Parameter records: the numbers of the records, ascending.
    func starts(of rows: TableRows, records: [Int64]) throws -> [Int32] {
        var starts = [Int32](repeating: 0, count: records.count + 1)
        var place = 0
        for (record, count) in zip(rows.records, rows.counts) {
            while place < records.count, records[place] < record { place += 1 }
            guard place < records.count, records[place] == record else {
                throw StorageError(.corrupt, path: store.path, facts: ["reason": "a roster row without its parent"])
            }
            starts[place + 1] = count
        }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        return starts
    }

    // MARK: Going through rows

    /// Which records are gone through.
    private enum Stretch {
        case all
        case numbers(ClosedRange<Int64>)
        case only([Int64])
    }

    /// After so many records of a table, room is made for the others.
    private static let sample = 4096
    /// So many rows at most: should the first records have many more than the others, memory is not asked for in vain.
    private static let mostRoom = 1 << 24

    /// How many records the columns that begin with a stretch will be of, at most. The second half is put behind the first.
    private func expected(in stretch: Stretch) -> Int {
        switch stretch {
        case .all: Int(knownLast ?? 0)
        case .numbers(let numbers): numbers.lowerBound == 1 ? Int(knownLast ?? 0) : numbers.count
        case .only: 0
        }
    }

    /// What a reading gives, one after the other: of all records or some at once, of many in two halves by two processors.
    private func parts<Part>(
        only numbers: [Int64]?, in database: Database, _ read: (Database, Stretch) throws -> Part
    ) throws -> [Part] {
        if let numbers { return [try read(database, .only(numbers))] }
        let last = try lastNumber(in: database)
        guard last >= many, let second = try secondReader(in: database) else {
            return [try read(database, .all)]
        }
        let (lower, upper) = (Stretch.numbers(1...last / 2), Stretch.numbers(last / 2 + 1...last))
        guard let (begun, rest) = try halves(database, second, read, lower, upper) else {
            return [try read(database, .all)]
        }
        return [begun, try rest ?? read(database, upper)]
    }

    /// Two stretches, each by a connection and a processor of its own; `nil` for the second where it must be read again.
    private func halves<Part>(
        _ database: Database, _ second: SecondReader, _ read: (Database, Stretch) throws -> Part, _ lower: Stretch,
        _ upper: Stretch
    ) throws -> (Part, Part?)? {
        // Each is written by one iteration, and read when both have ended. Neither connection is used by two threads.
        nonisolated(unsafe) var first: Result<Part, any Error>?
        nonisolated(unsafe) var other: Part?
        return try withoutActuallyEscaping(read) { read in
            nonisolated(unsafe) let (read, database, second) = (read, database, second)
            DispatchQueue.concurrentPerform(iterations: 2) { part in
                if part == 0 {
                    first = Result { try read(database, lower) }
                } else {
                    other = second.read { try read($0, upper) }
                }
            }
            return try first.map { (try $0.get(), other) }
        }
    }

    /// Whether the form has so many records that a reading of its tables takes its time.
    func isLarge(in database: Database) throws -> Bool { try lastNumber(in: database) >= many }

    /// The number of the last record; 0 where there is none.
    func lastNumber(in database: Database) throws -> Int64 {
        guard isKnown else { return 0 }
        if let knownLast { return knownLast }
        let last = try Int64.fetchOne(database, sql: "SELECT max(_number) FROM \(quoted(shape.sets[0].table))") ?? 0
        knownLast = last
        return last
    }

    private func secondReader(in database: Database) throws -> SecondReader? {
        if let knownSecond { return knownSecond }
        let second = try SecondReader(beside: store, layout, in: database)
        knownSecond = .some(second)
        return second
    }

    /// Goes through the rows of a set in their order, with the number of each one's record.
    private func each(
        of set: StoredSet, _ columns: String, in stretch: Stretch, _ database: Database,
        _ body: (RawStatement, Int64) throws -> Void
    ) throws {
        let isRoot = set.parent == nil
        let key = isRoot ? "_number" : "_key"
        let condition = if case .all = stretch { "" } else { "WHERE \(key) BETWEEN ? AND ?" }
        let statement = try RawStatement(
            database, "SELECT \(key), \(columns) FROM \(quoted(set.table)) \(condition) ORDER BY 1", path: store.path)
        func run() throws {
            while try statement.step() {
                let key = statement.integer(0)
                try body(statement, isRoot ? key : key / TypedTables.rowLimit)
            }
        }
        func run(_ numbers: ClosedRange<Int64>) throws {
            statement.restart()
            let keys = isRoot ? numbers : TypedTables.keys(ofRecords: numbers)
            statement.bind(keys.lowerBound, at: 1)
            statement.bind(keys.upperBound, at: 2)
            try run()
        }
        switch stretch {
        case .all: try run()
        case .numbers(let numbers): try run(numbers)
        case .only(let numbers): for number in numbers { try run(number...number) }
        }
    }
}
