import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Writing, all or nothing")
struct WritingTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    private struct Stop: Error {}

    @Test("a known id with other content is refused with the differences, field by field")
    func conflict() throws {
        let old = try SampleForm.household("a", area: 50, [(1, "An", 40), (2, "Bình", 9), (3, "Chi", 7)])
        var new = try SampleForm.household(
            "a", area: 51, [(1, "An", 41), (3, "Chi", 7), (2, "Bình", 9), (5, "Dũng", 1)])
        new.root.rosters[0].removeAll { $0.row == 2 }
        new.status = .approved
        try store.put([old])
        let sum = try store.recordsSum()
        #expect(
            try store.put([new]) == [
                .conflict([
                    Difference(
                        path: "_status", old: .value(.text("complete")), new: .value(.text("approved")), personal: false
                    ),
                    Difference(path: "area", old: .value(.decimal(50)), new: .value(.decimal(51)), personal: false),
                    Difference(
                        path: "person[1].age", old: .value(.integer(40)), new: .value(.integer(41)), personal: false),
                    Difference(path: "person[5].name", old: nil, new: .value(.text("Dũng")), personal: true),
                    Difference(path: "person[5].age", old: nil, new: .value(.integer(1)), personal: false),
                    Difference(path: "person[2].name", old: .value(.text("Bình")), new: nil, personal: true),
                    Difference(path: "person[2].age", old: .value(.integer(9)), new: nil, personal: false),
                ])
            ])
        #expect(try store.all() == [old])
        #expect(try store.recordsSum() == sum)

        #expect(try store.put([new], SampleForm.small, source(.update)) == [.updated(version: 2)])
        #expect(try store.all() == [new])
        #expect(try store.recordsSum() != sum)
        #expect(try store.check().problems == [])
        #expect(try store.put([old], SampleForm.small, source(.update)) == [.updated(version: 3)])
    }

    @Test("another order of rows is a difference")
    func order() throws {
        try store.put([try SampleForm.household("a", [(1, "An", 40), (2, "Bình", 9)])])
        let outcome = try store.put([try SampleForm.household("a", [(2, "Bình", 9), (1, "An", 40)])])
        #expect(
            outcome == [
                .conflict([
                    Difference(path: "person", old: .value(.text("1 2")), new: .value(.text("2 1")), personal: false)
                ])
            ])
    }

    @Test("a record made with a new version of the form, but equal, is unchanged")
    func newFormVersion() throws {
        var record = try SampleForm.household("a", [(1, "An", 40)])
        try store.put([record])
        record.version = 2
        #expect(try store.put([record], SampleForm.layout(SampleForm.small.form.nodes, version: 2)) == [.unchanged])
    }

    @Test("what is thrown within an import undoes all of it, the new columns and the batch too")
    func rollback() throws {
        try store.put([try SampleForm.household("a")])
        let sum = try store.recordsSum()
        let wider = SampleForm.layout(
            SampleForm.small.form.nodes + [SampleForm.question(.integer, "extra")], version: 2)
        var withBatch = source(.update)
        withBatch.batch = BatchSource(fileHash: "f")
        var record = try SampleForm.household("a", area: 99, [(1, "An", 1)])
        record.root.answers.append(.value(.integer(1)))
        #expect(throws: Stop.self) {
            try store.importing(wider, formText: "form 2", source: withBatch) { writer in
                #expect(try writer.write(record) == .updated(version: 2))
                #expect(try store.all(wider)[0].root.answers[0] == .value(.decimal(99)))
                throw Stop()
            }
        }
        #expect(try store.recordsSum() == sum)
        #expect(try store.all() == [try SampleForm.household("a")])
        #expect(try store.batches(form: "household") == [])
        #expect(try store.formText("household", version: 2) == nil)
        #expect(try store.check().problems == [])
        #expect(try store.history("a", form: "household").count == 1)
    }

    @Test("a writer is of no use after its import")
    func lateWriter() throws {
        let writer = try store.importing(SampleForm.small, formText: "", source: source()) { $0 }
        #expect(try code { _ = try writer.write(try SampleForm.household("a")) } == .unexpected)
    }

    @Test("a record that does not fit its form is refused by name", arguments: [0, 1, 2, 3, 4, 5, 6])
    func invalid(_ which: Int) throws {
        var record = try SampleForm.household("a", [(1, "An", 1), (2, "Bình", 2)])
        switch which {
        case 0: record.form = "school"
        case 1: record.root.answers.append(.notAsked)
        case 2: record.root.answers[0] = .value(.integer(5))
        case 3: record.root.rosters[0][1].row = 1
        case 4: record.root.rosters[0][0].row = 0
        case 5: record.root.answers[0] = .value(.decimal(.nan))
        default: record.id = ""
        }
        let error = try #require(throws: StorageError.self) { try store.put([record]) }
        #expect(error.code == .invalidRecord)
        #expect(error.facts["record"] == record.id)
        #expect(try store.all() == [])
    }

    @Test("the tally counts outcomes, and a batch remembers its file")
    func batch() throws {
        var withBatch = source()
        withBatch.batch = BatchSource(name: "đợt 1", fileHash: "abc")
        let tally = try store.importing(SampleForm.small, formText: "", source: withBatch) { writer in
            for (id, area) in [("a", 1.0), ("b", 2), ("a", 1), ("b", 3)] {
                _ = try writer.write(try SampleForm.household(id, area: area))
            }
            return writer.tally
        }
        let counts: [Int] = [tally.inserted, tally.unchanged, tally.updated, tally.conflicts]
        #expect(counts == [2, 1, 0, 1])
        let batches = try store.batches(form: "household")
        #expect(batches.map(\.name) == ["đợt 1"])
        #expect(batches.map(\.fileHash) == ["abc"])
        #expect(batches.map(\.recordCount) == [2])
        #expect(batches.map(\.who) == ["Nguyễn Văn Ân"])
        #expect(try store.history("a", form: "household").map(\.batch) == [1])
    }

    @Test("demo data may be replaced until collected data come")
    func origin() throws {
        #expect(try store.origin() == nil)
        var demo = source()
        demo.origin = .demo
        try store.put([try SampleForm.household("a")], SampleForm.small, demo)
        #expect(try store.origin() == .demo)
        try store.put([try SampleForm.household("a")])
        #expect(try store.origin() == .demo)
        try store.put([try SampleForm.household("b")])
        #expect(try store.origin() == .collected)
        try store.put([try SampleForm.household("c")], SampleForm.small, demo)
        #expect(try store.origin() == .collected)
    }

    @Test("a full disk ends the import and leaves the store as it was")
    func fullDisk() throws {
        try store.put([try SampleForm.household("a")])
        let sum = try store.recordsSum()
        try store.queue.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 5)")
        }
        let many = try (1...2000).map { try SampleForm.household("b\($0)", [(1, "An", 1)]) }
        #expect(try code { try store.put(many) } == .diskFull)
        #expect(try store.recordsSum() == sum)
        #expect(try store.all().map(\.id) == ["a"])
        #expect(try store.check().problems == [])
        #expect(try store.put([try SampleForm.household("a")]) == [.unchanged])
    }

    @Test("a process killed in the middle of an import leaves the store as it was")
    func killed() async throws {
        let path = workplace.path
        try store.put([try SampleForm.household("a")])
        let sum = try store.recordsSum()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let store = try Store.open(path, access: .readWrite)
            // A small cache, so that much of the import is in the file's log already.
            try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = 10") }
            try store.importing(SampleForm.small, formText: "", source: source(.update)) { writer in
                for number in 1...3000 {
                    _ = try writer.write(try SampleForm.household("b\(number)", [(1, "An", 1)]))
                }
                kill(getpid(), SIGKILL)
            }
        }
        #expect(try store.recordsSum() == sum)
        #expect(try store.all().map(\.id) == ["a"])
        #expect(try store.check().problems == [])
    }
}
