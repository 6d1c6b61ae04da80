import Columns
import FormModel
import Foundation
import GRDB

/// The current records of a form as coded columns: from the cache beside the store as far as it is of this state of the
/// store, from the store for the rest, which then goes into the cache.
///
/// Use it within one `snapshot` of the store.
public final class RecordColumns {
    private let store: Store
    private let layout: FormLayout
    private var cache: ColumnCache?
    private var knownReader: ColumnReader?
    private var knownHeads: [CodedColumn]?
    private var numbers: [Int64] = []
    /// What was read ahead: columns by set and field, and the starts of rosters.
    private var ahead: [Int: [Int: CodedColumn]] = [:]
    private var aheadStarts: [Int: [Int32]] = [:]

    private let fewest: Int64
    private let many: Int64

    /// The records of a form.
    /// - Parameter usesCache: whether the cache is read and kept current.
    public convenience init(_ store: Store, _ layout: FormLayout, usesCache: Bool) throws {
        // Forms with fewer records are read faster than files are opened.
        try self.init(store, layout, usesCache: usesCache, fewest: 2_000, many: 50_000)
    }

    /// - Parameters:
    ///   - fewest: a form with fewer records has no cache.
    ///   - many: a form with so many records is read by two connections.
    init(_ store: Store, _ layout: FormLayout, usesCache: Bool, fewest: Int64, many: Int64) throws {
        self.store = store
        self.layout = layout
        self.fewest = fewest
        self.many = many
        cache = try usesCache ? currentCache() : nil
    }

    private func reader(in database: Database) throws -> ColumnReader {
        if let knownReader { return knownReader }
        let reader = try ColumnReader(store, layout, many: many, in: database)
        knownReader = reader
        return reader
    }

    private func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try store.reading(body)
    }

    // MARK: What is there

    /// What each record says of itself: round, date, status, result and form version.
    public func heads() throws -> [CodedColumn] {
        if let knownHeads { return knownHeads }
        if let cached = cachedHeads() { return cached }
        let rows = try reading { database in
            try reader(in: database).rows([], of: layout.root, withHeads: true, in: database)
        }
        take(heads: rows)
        return rows.heads
    }

    private func cachedHeads() -> [CodedColumn]? {
        guard let cache else { return nil }
        let heads = ColumnReader.heads.compactMap { cache.column($0) }
        guard heads.count == ColumnReader.heads.count else { return nil }
        numbers = (0..<heads[0].count).map { Int64($0 + 1) }
        knownHeads = heads
        return heads
    }

    private func take(heads rows: ColumnReader.TableRows) {
        numbers = rows.records
        // Only numbers without gaps tell a record's place.
        if numbers.last ?? 0 != Int64(numbers.count) { cache = nil }
        for (name, column) in zip(ColumnReader.heads, rows.heads) { cache?.keep(column, name) }
        cache?.keepState()
        knownHeads = rows.heads
    }

    /// The ids of the records.
    public func ids() throws -> [String] {
        try reading { database in
            guard try reader(in: database).isKnown else { return [] }
            let table = quoted(StoredShape.table(ofPath: layout.form.id))
            return try RawStatement.rows(database, "SELECT _id FROM \(table) ORDER BY _number", path: store.path) {
                $0.text(0)
            }
        }
    }

    /// For each row of a roster's parent where its rows begin, and at last where they end.
    public func starts(of set: RecordSet) throws -> [Int32] {
        guard let parent = set.parent else { return [] }
        _ = try heads()
        if let known = cache?.starts(set.path) { return known }
        if let known = aheadStarts[set.index] { return known }
        let starts: [Int32]
        if parent == 0 {
            starts = try reading { database in
                let reader = try reader(in: database)
                return try reader.starts(of: reader.rows([], of: set, in: database), records: numbers)
            }
        } else {
            starts = try nested(set, in: layout.sets[parent])
        }
        cache?.keep(starts: starts, of: set.path)
        return starts
    }

    /// Of a roster in a roster.
    private func nested(_ set: RecordSet, in parent: RecordSet) throws -> [Int32] {
        let above = try store.columns(layout, set: parent, fields: []).count
        var starts = [Int32](repeating: 0, count: above + 1)
        for row in try store.columns(layout, set: set, fields: []).parents { starts[Int(row) + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        return starts
    }

    /// Fields of a set, a row for each record or each row of the roster.
    public func columns(_ fields: [Field], of set: RecordSet) throws -> [CodedColumn] {
        _ = try heads()
        var cached = cached(fields, set)
        for (place, field) in fields.enumerated() { cached[place] = cached[place] ?? ahead[set.index]?[field.index] }
        let missing = fields.indices.filter { cached[$0] == nil }
        guard !missing.isEmpty else { return cached.compactMap { $0 } }
        let read = try reading { database in
            try reader(in: database).columns(missing.map { fields[$0] }, of: set, in: database)
        }
        for (place, column) in zip(missing, read) {
            guard let column else { continue }
            cached[place] = column
            keep(column, fields[place], of: set)
        }
        return cached.compactMap { $0 }
    }

    private func keep(_ column: CodedColumn, _ field: Field, of set: RecordSet) {
        // What is personal stays in the store, where it can be erased.
        guard !field.question.personal else { return }
        cache?.keep(column, "\(set.path).\(field.name)")
    }

    // MARK: Reading ahead

    /// Reads all that will be asked for in one go through each table, with what the records say of themselves and how many
    /// rows each has; for a form with many records that no cache has.
    public func readAhead(_ fields: () -> [(field: Field, set: RecordSet)]) throws {
        guard knownHeads == nil, cachedHeads() == nil else { return }
        try reading { database in
            let reader = try reader(in: database)
            guard try reader.isLarge(in: database) else { return }
            let wanted = fields()
            for set in layout.sets where set.parent ?? 0 == 0 {
                var own: [Field] = []
                for (field, other) in wanted where other.index == set.index && !reader.isMixed(field, of: set) {
                    if !own.contains(where: { $0.index == field.index }) { own.append(field) }
                }
                let isRoot = set.parent == nil
                guard isRoot || !own.isEmpty else { continue }
                let rows = try reader.rows(own, of: set, withHeads: isRoot, in: database)
                if isRoot {
                    take(heads: rows)
                } else {
                    let starts = try reader.starts(of: rows, records: numbers)
                    aheadStarts[set.index] = starts
                    cache?.keep(starts: starts, of: set.path)
                }
                for (field, column) in zip(own, rows.columns) {
                    ahead[set.index, default: [:]][field.index] = column
                    keep(column, field, of: set)
                }
            }
        }
    }

    /// Files are checked by all processors together.
    private func cached(_ fields: [Field], _ set: RecordSet) -> [CodedColumn?] {
        guard let cache else { return fields.map { _ in nil } }
        return fields.concurrentMap { field in
            field.question.personal ? nil : cache.column("\(set.path).\(field.name)")
        }
    }

    // MARK: Keeping the cache current

    private func currentCache() throws -> ColumnCache? {
        try reading { database in
            let reader = try reader(in: database)
            guard reader.isKnown, try reader.lastNumber(in: database) >= fewest,
                let now = try ColumnState(of: layout, store, in: database)
            else { return nil }
            let fresh = ColumnCache(form: layout.form.id, storePath: store.path, state: now)
            guard let known = ColumnCache.state(ofForm: layout.form.id, storePath: store.path) else { return fresh }
            var cache = fresh
            cache.state = known
            if known == now { return cache }
            guard let changes = try known.changes(ofForm: layout.form.id, to: now, store, in: database) else {
                return fresh
            }
            if changes.isEmpty { return cache }
            try update(cache, to: fresh, changes, in: database)
            return fresh
        }
    }

    /// Takes the cached columns from one state to another, reading only the records that have changed.
    private func update(
        _ old: ColumnCache, to new: ColumnCache, _ changes: [Int64], in database: Database
    ) throws {
        let reader = try reader(in: database)
        let heads = ColumnReader.heads.compactMap { old.column($0) }
        guard heads.count == ColumnReader.heads.count, let count = heads.first?.count, changes.count * 4 < count else {
            return
        }
        let records = RecordStretches(count: count, changes: changes)
        guard records.isWhole else { return }
        let fresh = try reader.rows([], of: layout.root, withHeads: true, only: changes, in: database).heads
        for (name, (head, fresh)) in zip(ColumnReader.heads, zip(heads, fresh)) {
            new.keep(head.spliced(records.stretches, with: fresh), name)
        }
        let names = old.columnNames
        for set in layout.sets {
            var stretches = records.stretches
            if set.parent != nil {
                // Rosters in rosters are read anew.
                guard set.parent == 0, let starts = old.starts(set.path) else { continue }
                let fresh = try reader.starts(
                    of: reader.rows([], of: set, only: changes, in: database), records: changes)
                let rows = records.rows(starts, fresh)
                stretches = rows.stretches
                new.keep(starts: rows.starts, of: set.path)
            }
            let fields = set.fields.filter { !$0.question.personal && names.contains("\(set.path).\($0.name)") }
            let columns = fields.map { old.column("\(set.path).\($0.name)") }
            let known = zip(fields, columns).filter { $0.1 != nil }.map(\.0)
            let fresh = try reader.columns(known, of: set, only: changes, in: database)
            for ((field, column), fresh) in zip(zip(known, columns.compactMap { $0 }), fresh) {
                guard let fresh else { continue }
                new.keep(column.spliced(stretches, with: fresh), "\(set.path).\(field.name)")
            }
        }
        new.keepState()
    }
}

/// Records as they were and as they are: which are taken over, and which were read anew.
struct RecordStretches {
    private(set) var stretches: [CodedColumn.Stretch] = []
    /// Whether the new records follow the old ones without a gap.
    private(set) var isWhole = true

    /// - Parameters:
    ///   - count: how many records there were, with the numbers 1 … count.
    ///   - changes: the numbers of those that are new or have changed, ascending.
    init(count: Int, changes: [Int64]) {
        var next = 0
        for (place, number) in changes.enumerated() {
            let record = Int(number) - 1
            if record < count {
                if next < record { stretches.append(.old(next..<record)) }
                next = record + 1
            } else if next < count {
                stretches.append(.old(next..<count))
                next = count
            }
            if record >= count {
                isWhole = isWhole && record == next
                next = record + 1
            }
            stretches.append(.new(place..<(place + 1)))
        }
        if next < count { stretches.append(.old(next..<count)) }
    }

    /// The same for the rows of a roster.
    /// - Parameters:
    ///   - old: where the rows of the records began.
    ///   - new: where those of the changed records begin.
    func rows(_ old: [Int32], _ new: [Int32]) -> (stretches: [CodedColumn.Stretch], starts: [Int32]) {
        var rows: [CodedColumn.Stretch] = []
        var starts: [Int32] = [0]
        func add(_ source: [Int32], _ records: Range<Int>) {
            for record in records { starts.append((starts.last ?? 0) + source[record + 1] - source[record]) }
        }
        for stretch in stretches {
            switch stretch {
            case .old(let records):
                rows.append(.old(Int(old[records.lowerBound])..<Int(old[records.upperBound])))
                add(old, records)
            case .new(let records):
                rows.append(.new(Int(new[records.lowerBound])..<Int(new[records.upperBound])))
                add(new, records)
            }
        }
        return (rows, starts)
    }
}
