import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("The status of records, changed without their answers")
struct StatusTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    private func review(_ why: String? = nil, at: Date = minute(5)) -> WriteSource {
        WriteSource(who: "Trần Thị Duyệt", at: at, why: why)
    }

    private func set(
        _ ids: [String], to status: RecordStatus, from allowed: Set<RecordStatus> = [.complete],
        _ source: WriteSource? = nil
    ) throws -> [RefusedStatus] {
        try store.setStatus(
            of: ids.map { ("household", $0) }, to: status, from: allowed, source: source ?? review())
    }

    @Test("a new version has the answers of the one before, who, when and why; every hash and the sum are true")
    func version() throws {
        let record = try SampleForm.household("a", [(1, "An", 40), (2, "Bình", 9)])
        try store.put([record, try SampleForm.household("b")])
        let sum = try store.recordsSum()
        #expect(try set(["a"], to: .returned, review("thiếu tuổi")) == [])
        var expected = record
        expected.status = .returned
        #expect(try store.record("a", layout: SampleForm.small)?.record == expected)
        #expect(try store.record("a", layout: SampleForm.small, version: 1)?.record == record)
        let history = try store.history("a", form: "household")
        #expect(history.map(\.status) == [.complete, .returned])
        #expect(history.map(\.why) == [nil, "thiếu tuổi"])
        #expect(history.last?.who == "Trần Thị Duyệt" && history.last?.storedAt == minute(5))
        #expect(try store.recordsSum() != sum)
        #expect(try store.check().problems == [])
        #expect(try store.headers(form: "household").statuses == [.returned, .complete])
        let current = try #require(try store.currentVersions(form: "household")["a"])
        #expect(current.version == 2 && current.why == "thiếu tuổi" && current.contentHash == history.last?.contentHash)
        #expect(try store.currentVersion(of: "b", form: "household")?.version == 1)
        #expect(try store.currentVersion(of: "c", form: "household") == nil)
    }

    @Test("all of them or none: one that stands elsewhere is told, and nothing is written")
    func allOrNone() throws {
        try store.put([try SampleForm.household("a"), try SampleForm.household("b")])
        #expect(try set(["a"], to: .approved) == [])
        let sum = try store.recordsSum()
        #expect(
            try set(["b", "a"], to: .approved) == [RefusedStatus(form: "household", record: "a", status: .approved)])
        #expect(throws: StorageError.self) { try set(["b", "nobody"], to: .approved) }
        #expect(try store.recordsSum() == sum)
        #expect(try store.history("b", form: "household").count == 1)
        #expect(try set(["b", "a"], to: .rejected, from: [.complete, .approved]) == [])
        #expect(try store.headers(form: "household").statuses == [.rejected, .rejected])
    }

    @Test("answers to questions that the form no longer has stay, and so does the version of the form")
    func removedFields() throws {
        try store.put([try SampleForm.household("a", area: 77, [(1, "An", 40)])])
        let later = SampleForm.layout([SampleForm.question(.integer, "members")], version: 2)
        try store.prepare(later, formText: "form 2")
        #expect(try set(["a"], to: .approved) == [])
        let now = try #require(try store.record("a", layout: SampleForm.small))
        #expect(now.record.root.answers == [.value(.decimal(77))])
        #expect(now.record.root.rosters[0].count == 1 && now.header.formVersion == 1)
        #expect(try store.check().problems == [])
    }

    @Test("a text that looks like a status is left alone")
    func lookalike() throws {
        let form = SampleForm.layout([SampleForm.question(.text, "AAA"), SampleForm.question(.text, "zzz")])
        let text = #"","_status":"complete","x":""#
        let record = Record(
            id: "a", form: "household", version: 1, round: "2026-H1", date: try day("2026-06-30"), status: .complete,
            result: .completed,
            root: RecordRow(answers: [.value(.text(text)), .value(.text(text))], rosters: []))
        try store.put([record], form)
        #expect(try set(["a"], to: .approved) == [])
        let now = try #require(try store.record("a", layout: form)?.record)
        #expect(now.root == record.root && now.status == .approved)
    }

    @Test("a person erased before or after a review is gone from every version")
    func erased() throws {
        try store.put([try SampleForm.household("a", [(1, "An", 40), (2, "Bình", 9)])])
        try store.erasePersonalValues(form: "household", record: "a", under: "person[1]")
        #expect(try set(["a"], to: .approved) == [])
        #expect(try store.check().problems == [])
        let rows = try #require(try store.record("a", layout: SampleForm.small)?.record.root.rosters[0])
        #expect(rows.map { $0.answers[0] } == [.missing(.refused), .value(.text("Bình"))])
        #expect(try store.erasePersonalValues(form: "household", record: "a") == 2)
        #expect(try store.check().problems == [])
    }

    @Test("a clock set back makes no version older than the one before")
    func clock() throws {
        try store.put([try SampleForm.household("a")], SampleForm.small, source(at: minute(9)))
        #expect(try set(["a"], to: .approved, review(at: minute(1))) == [])
        #expect(try store.history("a", form: "household").map(\.storedAt) == [minute(9), minute(9)])
    }

    @Test("differences between two contents are told without writing")
    func differences() throws {
        let old = try SampleForm.household("a", [(1, "An", 40)])
        let new = try SampleForm.household("a", area: 51, [(1, "An", 40), (2, "Bình", 9)])
        #expect(
            SampleForm.small.differences(from: old, to: new).map(\.path) == ["area", "person[2].name", "person[2].age"])
        #expect(SampleForm.small.differences(from: old, to: old) == [])
    }
}
