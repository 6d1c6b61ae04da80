import Columns
import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

/// Cached columns are those of the store, whatever happens to the store or to the files.
@Suite("Cached columns")
struct RecordColumnsTests {
    let workplace: Workplace
    let store: Store
    private let layout = SampleForm.full

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    private var folder: String { ColumnCache.folder(of: "household", storePath: store.path) }

    /// Everything that columns tell of the records, as texts.
    private func everything(usesCache: Bool, many: Int64 = .max) throws -> [String] {
        try store.snapshot {
            let columns = try RecordColumns(store, layout, usesCache: usesCache, fewest: 0, many: many)
            var all: [String] = []
            for head in try columns.heads() {
                all.append((0..<head.count).map { shown(head, $0) }.joined(separator: " "))
            }
            for set in layout.sets {
                all.append("\(try columns.starts(of: set))")
                for (field, column) in zip(set.fields, try columns.columns(set.fields, of: set)) {
                    let answers = column.fieldColumn(of: field.question)
                    all.append(
                        "\(set.path).\(field.name): "
                            + (0..<column.count).map { text(answers, $0) ?? "–" }.joined(separator: "|"))
                }
            }
            return all
        }
    }

    private func shown(_ column: CodedColumn, _ row: Int) -> String {
        let cell = column[row]
        return cell.tag == Tag.text ? column.pool[Int(cell.bits)] : "\(cell.tag):\(cell.bits)"
    }

    private func text(_ column: FieldColumn, _ row: Int) -> String? {
        guard column.states[row] == FieldColumn.hasValue else { return "\(column.states[row])" }
        return switch column.values {
        case .booleans(let all): "\(all[row])"
        case .integers(let all): "\(all[row])"
        case .decimals(let all): "\(all[row])"
        case .days(let all): "\(all[row])"
        case .codes(let all): column.pool[Int(all[row])]
        }
    }

    private func expectCurrent(_ comment: Comment) throws {
        let truth = try everything(usesCache: false)
        #expect(try everything(usesCache: false, many: 3) == truth, "\(comment), by two connections")
        // The second time from what the first reading has kept.
        for reading in ["first", "second"] {
            for (found, wanted) in zip(try everything(usesCache: true, many: 3), truth) {
                #expect(found == wanted, "\(comment), \(reading) reading")
            }
        }
    }

    @Test("agree with the store as records come, change and are erased", arguments: 1...4 as ClosedRange<UInt64>)
    func current(seed: UInt64) throws {
        var random = RandomRecords(layout, seed: seed)
        try store.put((1...40).map { random.record("id\($0)") }, layout, source(at: minute(0)))
        try expectCurrent("new")
        #expect(ColumnCache.state(ofForm: "household", storePath: store.path) != nil)
        try store.put((41...43).map { random.record("id\($0)") }, layout, source(at: minute(1)))
        try expectCurrent("three more")
        try store.put([3, 40, 41].map { random.record("id\($0)") }, layout, source(.update, at: minute(2)))
        try expectCurrent("three changed")
        try store.put([1, 44].map { random.record("id\($0)") }, layout, source(.update, at: minute(3)))
        try expectCurrent("the first changed, and one more")
        _ = try store.setStatus(
            of: [(form: "household", id: "id5")], to: .approved, from: Set(RecordStatus.allCases),
            source: source(at: minute(4)))
        try expectCurrent("one approved")
        try store.erasePersonalValues(form: "household", record: "id2")
        try expectCurrent("one erased")
    }

    @Test("are kept current by reading what has changed")
    func incremental() throws {
        var random = RandomRecords(layout, seed: 9)
        try store.put((1...40).map { random.record("id\($0)") }, layout, source(at: minute(0)))
        try expectCurrent("new")
        try store.put([random.record("id41")], layout, source(at: minute(1)))
        // What the cache has of the other records is taken over: a wrong value in it would be seen.
        let before = try #require(ColumnCache.state(ofForm: "household", storePath: store.path))
        let cache = ColumnCache(form: "household", storePath: store.path, state: before)
        let column = try #require(cache.column("household.area"))
        let marked = column.spliced(
            [.old(0..<7), .new(0..<1), .old(8..<column.count)],
            with: CodedColumn(
                FieldColumn(states: [0], values: .decimals([4711])),
                of: Question(kind: .decimal, name: "area", place: SampleForm.place)))
        cache.keep(marked, "household.area")
        let found = try everything(usesCache: true)
        #expect(found.contains { $0.hasPrefix("household.area: ") && $0.contains("4711") })
        #expect(found.count == (try everything(usesCache: false)).count)
    }

    @Test("hold nothing personal, and are gone when personal values are erased")
    func personal() throws {
        var random = RandomRecords(layout, seed: 8)
        try store.put((1...40).map { random.record("id\($0)") }, layout, source(at: minute(0)))
        try expectCurrent("new")
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
        for set in layout.sets {
            for field in set.fields {
                #expect(files.contains("\(set.path).\(field.name).column") != field.question.personal, "\(field.name)")
            }
        }
        try store.erasePersonalValues(form: "household", record: "id2")
        #expect(!FileManager.default.fileExists(atPath: folder))
        try expectCurrent("one erased")
    }

    @Test("that are damaged, cut short, empty or of another store are not taken")
    func damaged() throws {
        var random = RandomRecords(layout, seed: 5)
        try store.put((1...40).map { random.record("id\($0)") }, layout, source(at: minute(0)))
        try expectCurrent("new")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(files.count > 20)
        let truth = try everything(usesCache: false)
        for (number, file) in files.enumerated() {
            let path = "\(folder)/\(file)"
            let whole = try #require(FileManager.default.contents(atPath: path))
            for damage in 0..<4 {
                var bytes = Data(whole)
                switch damage {
                case 0: bytes[bytes.startIndex + (number * 37) % bytes.count] ^= 0x10
                case 1: bytes = bytes.prefix(bytes.count / 2)
                case 2: bytes = Data()
                default: bytes[bytes.startIndex + bytes.count - 1] ^= 1
                }
                try bytes.write(to: URL(fileURLWithPath: path))
                #expect(try everything(usesCache: true) == truth, "\(file), damage \(damage)")
            }
        }
        // One file in the place of another.
        let columns = files.filter { $0.hasSuffix(".column") }
        for (file, other) in zip(columns, columns.dropFirst()) {
            try expectCurrent("made again")
            try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
            try FileManager.default.copyItem(atPath: "\(folder)/\(other)", toPath: "\(folder)/\(file)")
            #expect(try everything(usesCache: true) == truth, "\(other) for \(file)")
        }
        // What would never end to be read.
        try FileManager.default.removeItem(atPath: "\(folder)/\(columns[0])")
        #expect(mkfifo("\(folder)/\(columns[0])", 0o600) == 0)
        #expect(try everything(usesCache: true) == truth)
        try FileManager.default.removeItem(atPath: folder)
        try expectCurrent("the folder is gone")
    }

    @Test("are not taken after another program has changed the tables")
    func edited() throws {
        var random = RandomRecords(layout, seed: 6)
        try store.put((1...40).map { random.record("id\($0)") }, layout, source(at: minute(0)))
        try expectCurrent("new")
        try store.queue.write { try $0.execute(sql: "UPDATE data_household SET members = 99 WHERE _number = 7") }
        try expectCurrent("a value")
        try store.queue.write { try $0.execute(sql: "DELETE FROM data_household__field") }
        try expectCurrent("a table")
    }

    @Test("of a store that went back to an earlier state, and on from there, are not taken")
    func restored() throws {
        var random = RandomRecords(layout, seed: 7)
        try store.put((1...40).map { random.record("id\($0)") }, layout, source(at: minute(0)))
        let backup = "\(workplace.folder)/backup.sqlite"
        try store.queue.write { _ in }
        try store.backup(to: backup, at: minute(1))
        try store.put([random.record("id41"), random.record("id42")], layout, source(at: minute(1)))
        try expectCurrent("two more")
        try store.close()
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + ending) }
        try FileManager.default.copyItem(atPath: backup, toPath: store.path)
        let again = try Store.open(store.path, access: .readWrite)
        try again.put([random.record("id41"), random.record("id42")], layout, source(at: minute(1)))
        let columns = try again.snapshot {
            try RecordColumns(again, layout, usesCache: true, fewest: 0, many: 3).columns(
                Array(layout.root.fields.prefix(3)), of: layout.root)
        }
        let truth = try again.snapshot {
            try RecordColumns(again, layout, usesCache: false, fewest: 0, many: 3).columns(
                Array(layout.root.fields.prefix(3)), of: layout.root)
        }
        for (field, (column, other)) in zip(layout.root.fields, zip(columns, truth)) {
            let (a, b) = (column.fieldColumn(of: field.question), other.fieldColumn(of: field.question))
            #expect((0..<column.count).map { text(a, $0) } == (0..<other.count).map { text(b, $0) })
        }
    }
}
