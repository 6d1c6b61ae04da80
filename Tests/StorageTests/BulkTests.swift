import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Bulk imports")
struct BulkTests {
    private struct Stop: Error {}

    private func records(_ count: Int) throws -> [FormModel.Record] {
        try (0..<count).map { number in
            let persons = [(1, "An", 40), (2, "Bình", Int64(number % 90))]
            return try SampleForm.household("h\(number)", area: Double(number), persons)
        }
    }

    private func put(_ records: [FormModel.Record], _ size: ImportSize, into store: Store) throws {
        try store.importing(SampleForm.small, formText: "form", source: source(), size: size) { writer in
            for record in records { _ = try writer.write(record) }
        }
    }

    private func pragma(_ name: String, of store: Store) throws -> String? {
        try store.queue.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    @Test("a store filled in bulk is the same as one filled otherwise, and goes on as usual")
    func same() throws {
        let records = try records(300)
        let (one, other) = (try Workplace(), try Workplace())
        let (ordinary, bulk) = (try one.store(), try other.store())
        try put(records, .ordinary, into: ordinary)
        try put(records, .bulk, into: bulk)
        #expect(try bulk.all() == records)
        // The salts come in the same order, so that the hashes are the same.
        #expect(try bulk.recordsSum() == ordinary.recordsSum())
        #expect(try bulk.check().problems == [])
        for (name, expected) in [("journal_mode", "wal"), ("synchronous", "2"), ("cache_size", "-32768")] {
            #expect(try pragma(name, of: bulk) == expected)
        }
        #expect(!FileManager.default.fileExists(atPath: other.path + "-journal"))
        // Into a store that has records, too.
        try put([try SampleForm.household("more")], .bulk, into: bulk)
        #expect(try bulk.all().count == 301)
    }

    @Test("contents made ahead are those that the writer makes")
    func ahead() throws {
        let layout = SampleForm.layout([
            SampleForm.question(.decimal, "area"), SampleForm.roster("person", [SampleForm.question(.integer, "age")]),
        ])
        let records = (0..<20).map { number in
            let rows = (1...3).map { RecordRow(row: $0, answers: [.value(.integer(Int64(number * $0)))], rosters: []) }
            return FormModel.Record(
                id: "h\(number)", form: "household", version: 1, round: "2026-H1", date: Day(number: 20_000 + number),
                status: .complete, result: .completed,
                root: RecordRow(answers: [.value(.decimal(Double(number) / 3))], rosters: [rows]))
        }
        let sums = try [true, false].map { isAhead in
            let workplace = try Workplace()
            let store = try Store.open(workplace.path, access: .create(by: "test", at: minute(0)))
            try store.importing(layout, formText: "form", source: source()) { writer in
                let encoder = try #require(writer.encoder)
                for record in records {
                    _ = try writer.write(record, content: isAhead ? encoder.content(of: record) : nil)
                }
            }
            #expect(try store.check().problems == [])
            return try store.recordsSum()
        }
        #expect(sums[0] == sums[1])
        // Where the salts are given, they are taken in the order of the writing.
        let workplace = try Workplace()
        try workplace.store().importing(layout, formText: "form", source: source()) { writer in
            #expect(writer.encoder == nil)
        }
    }

    @Test("what goes wrong undoes all of it")
    func undone() throws {
        let workplace = try Workplace()
        let store = try workplace.store()
        #expect(throws: Stop.self) {
            try store.importing(SampleForm.small, formText: "form", source: source(), size: .bulk) { writer in
                for record in try records(200) { _ = try writer.write(record) }
                throw Stop()
            }
        }
        #expect(try pragma("journal_mode", of: store) == "wal")
        #expect(try store.check().problems == [])
        #expect(try store.headers(form: "household").count == 0)
    }

    @Test("where somebody else has the store open, the log stays, and they read on meanwhile")
    func shared() throws {
        let workplace = try Workplace()
        let store = try workplace.store()
        try put([], .ordinary, into: store)
        let reader = try workplace.store(.readOnly)
        #expect(try reader.headers(form: "household").count == 0)
        try store.importing(SampleForm.small, formText: "form", source: source(), size: .bulk) { writer in
            for record in try records(20) { _ = try writer.write(record) }
            #expect(try reader.headers(form: "household").count == 0)
        }
        #expect(try reader.headers(form: "household").count == 20)
    }

    @Test("what a killed import left is undone by the next who opens the store, also to read only")
    func killed() throws {
        let workplace = try Workplace()
        try put([], .ordinary, into: try workplace.store())
        // A transaction that went into the file already, as it stands at the moment of a kill.
        let queue = try DatabaseQueue(path: workplace.path)
        let left = try Workplace()
        try queue.writeWithoutTransaction { database in
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
            try database.execute(sql: "PRAGMA cache_size = 5; BEGIN IMMEDIATE")
            for number in 0..<3000 {
                try database.execute(
                    sql: "INSERT INTO run (id, content, created_at) VALUES (?, ?, '')",
                    arguments: ["r\(number)", String(repeating: "x", count: 500)])
            }
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: workplace.path + ending, toPath: left.path + ending)
            }
            try database.execute(sql: "ROLLBACK")
        }
        let store = try left.store(.readOnly)
        #expect(try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") } == 0)
        #expect(try store.check().problems == [])
        #expect(!FileManager.default.fileExists(atPath: left.path + "-journal"))
    }
}
