import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Records as they were given")
struct RecordTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    @Test(
        "random records of a form with every kind of question come back as they were",
        arguments: 1...6 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = RandomRecords(SampleForm.full, seed: seed)
        let records = (1...40).map { random.record("id\($0)") }
        let outcomes = try store.put(records, SampleForm.full)
        #expect(outcomes == (1...40).map { .inserted(number: $0) })

        #expect(try store.all(SampleForm.full) == records)
        #expect(try store.record("id7", layout: SampleForm.full)?.record == records[6])
        let report = try store.check()
        #expect(report.problems == [])
        #expect(report.records == 40)
        #expect(try store.put(records, SampleForm.full, source(.update)) == Array(repeating: .unchanged, count: 40))
        #expect(try store.all(SampleForm.full, knownAt: minute(0)) == records)
    }

    @Test("texts keep their bytes, decomposed or not")
    func unicode() throws {
        let composed = try SampleForm.household("a", [(1, "Đặng Thị Ế", 3)])
        let decomposed = try SampleForm.household("b", [(1, "Đặng Thị Ế".decomposedStringWithCanonicalMapping, 3)])
        try store.put([composed, decomposed])
        let names = try store.all().map { record in
            record.root.rosters[0][0].answers[0].value.map { Array($0.plainText.utf8) }
        }
        #expect(names[0] == Array("Đặng Thị Ế".utf8))
        #expect(names[1] == Array("Đặng Thị Ế".decomposedStringWithCanonicalMapping.utf8))
        #expect(names[0] != names[1])
    }

    @Test("an analyst finds the answers in typed tables")
    func typedTables() throws {
        var record = try SampleForm.household("a", area: 41.5, [(1, "An", 40), (3, "Bình", 12)])
        record.root.rosters[0][1].answers[1] = .missing(.dontKnow)
        try store.put([record])
        try store.close()
        let queue = try DatabaseQueue(path: workplace.path)
        let rows = try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT h._round, h._date, h._status, h.area, p._parent_row, p._row, p._index, p.name, p.age, p.age__reason
                    FROM data_household h JOIN data_household__person p ON p._id = h._id ORDER BY p._index
                    """
            ).map { $0.map { $0.1.description } }
        }
        let head = ["\"2026-H1\"", "\"2026-06-30\"", "\"complete\"", "41.5", "1"]
        #expect(
            rows == [
                head + ["1", "1", "\"An\"", "40", "NULL"], head + ["3", "2", "\"Bình\"", "NULL", "\"dont_know\""],
            ])
    }

    @Test("the content is canonical, its hash covers commitments, and every version is kept")
    func contents() throws {
        try store.put([try SampleForm.household("a", area: 0.1, [(2, "An", 40)])])
        try store.put([try SampleForm.household("a", area: 7, [])], SampleForm.small, source(.update, at: minute(5)))
        let history = try store.history("a", form: "household")
        #expect(history.map(\.version) == [1, 2])
        #expect(history.map(\.storedAt) == [minute(0), minute(5)])
        #expect(
            history[1].content == """
                {"_date":"2026-06-30","_form":"household","_form_version":1,"_id":"a","_result":"completed",\
                "_round":"2026-H1","_status":"complete","area":7.0}
                """)
        #expect(history[1].contentHash == contentHash(Array(history[1].content.utf8)))
        #expect(
            history[0].content.contains("\"area\":0.1,\"person\":[{\"_row\":2,\"age\":40,\"name\":{\"_commitment\":\""))
        #expect(!history[0].content.contains("An"))
        #expect(
            try store.record("a", layout: SampleForm.small, version: 1)?.record.root.rosters[0][0].answers[0]
                == .value(.text("An")))
    }

    @Test("the same salts give the same hashes; other salts give others, but equal records stay unchanged")
    func salts() throws {
        let other = try Workplace()
        let sums = try [store, other.store(seed: 2), Workplace().store()].map { store in
            try store.put([try SampleForm.household("a", [(1, "An", 40)])])
            return try store.recordsSum()
        }
        #expect(sums[0] != sums[1])
        #expect(sums[0] == sums[2])
    }

    @Test("a version goes to the instant it was stored, and a clock set back changes no order")
    func knownAt() throws {
        let first = try SampleForm.household("a", area: 1)
        let second = try SampleForm.household("a", area: 2)
        let third = try SampleForm.household("a", area: 3)
        try store.put([first], SampleForm.small, source(at: minute(10)))
        let (sum, count) = (try store.recordsSum(), try store.versionCount())
        try store.put([second], SampleForm.small, source(.update, at: minute(20)))
        try store.put([third], SampleForm.small, source(.update, at: minute(15)))
        #expect(try store.all(knownAt: minute(9)) == [])
        #expect(try store.all(knownAt: minute(10)) == [first])
        #expect(try store.all(knownAt: minute(19)) == [first])
        #expect(try store.all(knownAt: minute(20)) == [third])
        #expect(try store.headers(form: "household", known: Known(at: minute(19))).versions == [1])
        #expect(try store.headers(form: "household").versions == [3])
        // The state of the records then is named as it was then.
        #expect(try store.recordsSum(known: Known(at: minute(19))) == sum)
        #expect(try store.recordsSum(known: Known(through: count)) == sum)
        #expect(try store.recordsSum(known: Known(at: minute(30))) == store.recordsSum())
    }

    @Test("records are found by round and by id, in the order they came")
    func filters() throws {
        try store.put([
            try SampleForm.household("c", round: "2026-H1"), try SampleForm.household("a", round: "2026-H2"),
            try SampleForm.household("b", round: "2026-H1"),
        ])
        func ids(_ filter: RecordFilter) throws -> [String] {
            var found: [String] = []
            try store.eachRecord(SampleForm.small, where: filter) { found.append($0.header.id) }
            return found
        }
        #expect(try ids(RecordFilter()) == ["c", "a", "b"])
        #expect(try ids(RecordFilter(rounds: ["2026-H1"])) == ["c", "b"])
        #expect(try ids(RecordFilter(ids: ["a", "b", "x"], rounds: ["2026-H1"])) == ["b"])
        #expect(try store.record("x", layout: SampleForm.small) == nil)
        #expect(
            try store.counts().map { "\($0.form) \($0.round) \($0.status) \($0.count)" }
                == ["household 2026-H1 complete 2", "household 2026-H2 complete 1"])
        #expect(try store.existing(["a", "x"], form: "household").keys.sorted() == ["a"])
        #expect(try store.formsHolding("a") == ["household"])
        #expect(try store.forms() == ["household"])
    }
}
