import FormModel
import Foundation
import Testing

@testable import Storage

@Suite("Tables, settings and runs")
struct UpkeepTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    @Test("a form may gain and lose fields and rosters; what was collected stays")
    func changedForm() throws {
        let first = try SampleForm.household("a", area: 5, [(1, "An", 40)])
        try store.put([first])
        let changed = SampleForm.layout(
            [
                SampleForm.question(.yesNo, "poor"),
                SampleForm.roster(
                    "person",
                    [SampleForm.question(.integer, "age"), SampleForm.question(.text, "phone", personal: true)]),
                SampleForm.roster("pet", [SampleForm.question(.text, "name")]),
            ], version: 2)
        let pet = RecordRow(row: 1, answers: [.value(.text("Mực"))], rosters: [])
        let person = RecordRow(row: 1, answers: [.value(.integer(41)), .value(.text("09"))], rosters: [])
        let second = FormModel.Record(
            id: "b", form: "household", version: 2, round: "2026-H2", date: try day("2026-12-31"), status: .complete,
            result: .completed, root: RecordRow(answers: [.value(.boolean(true))], rosters: [[person], [pet]]))
        try store.put([second], changed)
        #expect(try store.check().problems == [])
        #expect(try store.all(changed)[1] == second)
        #expect(
            try store.all(changed)[0].root
                == RecordRow(
                    answers: [.missing(.unanswered)],
                    rosters: [[RecordRow(answers: [.value(.integer(40)), .missing(.unanswered)], rosters: [])], []]))
        #expect(try store.all()[0] == first)
        #expect(try store.headers(form: "household").formVersions == [1, 2])
    }

    @Test("the text of every form version is kept, once")
    func formTexts() throws {
        try store.prepare(SampleForm.small, formText: "one")
        try store.prepare(SampleForm.small, formText: "one")
        try store.prepare(SampleForm.layout(SampleForm.small.form.nodes, version: 2), formText: "two")
        #expect(try store.formText("household", version: 1) == "one")
        #expect(try store.formText("household", version: 2) == "two")
        #expect(try store.formText("household", version: 3) == nil)
        let count = try store.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM form_version") }
        #expect(count == 2)
    }

    @Test("a field of another type is refused, for writing and for reading, with both types")
    func changedType() throws {
        try store.put([try SampleForm.household("a")])
        let changed = SampleForm.layout(
            [SampleForm.question(.integer, "area"), SampleForm.question(.text, "new")], version: 2)
        let error = try #require(throws: StorageError.self) { try store.prepare(changed, formText: "two") }
        #expect(error.code == .typeChanged)
        #expect(error.facts == ["field": "area", "set": "household", "stored": "decimal", "wanted": "integer"])
        #expect(try code { _ = try store.columns(changed, set: changed.root, fields: [0]) } == .typeChanged)
        #expect(try code { _ = try store.all(changed) } == .typeChanged)
        #expect(try store.check().problems == [])
    }

    @Test("750 fields fit, one more does not")
    func fieldLimit() throws {
        func wide(_ count: Int) -> FormLayout {
            SampleForm.layout((1...count).map { SampleForm.question(.integer, "f\($0)") })
        }
        #expect(try code { try store.prepare(wide(751), formText: "") } == .tooManyFields)
        let layout = wide(750)
        let record = FormModel.Record(
            id: "a", form: "household", version: 1, round: "2026", date: try day("2026-01-01"), status: .complete,
            result: .completed,
            root: RecordRow(answers: (1...750).map { .value(.integer(Int64($0))) }, rosters: []))
        try store.put([record], layout)
        #expect(try store.all(layout) == [record])
        #expect(try store.columns(layout, set: layout.root, fields: [749]).columns[0].values == .integers([750]))
    }

    @Test(
        "names that cannot be tables or columns are refused",
        arguments: ["_a", "1a", "a b", "a\"b", "đ", "", "a__reason"])
    func unstorableField(_ name: String) throws {
        let layout = SampleForm.layout([SampleForm.question(.integer, name)])
        #expect(try code { try store.prepare(layout, formText: "") } == .unstorableName)
    }

    @Test("names that differ by capitals only, and tables' names with __, are refused")
    func clashingNames() throws {
        let twice = SampleForm.layout([SampleForm.question(.integer, "age"), SampleForm.question(.integer, "Age")])
        #expect(try code { try store.prepare(twice, formText: "") } == .unstorableName)
        #expect(try code { try store.prepare(SampleForm.layout([], id: "a__b"), formText: "") } == .unstorableName)
        try store.prepare(SampleForm.layout([SampleForm.question(.integer, "age")]), formText: "")
        let other = SampleForm.layout([SampleForm.question(.integer, "AGE")])
        #expect(try code { try store.prepare(other, formText: "") } == .unstorableName)
        let words = SampleForm.layout(
            [SampleForm.question(.integer, "select"), SampleForm.question(.text, "from")], id: "table")
        try store.prepare(words, formText: "")
        #expect(try store.forms() == ["household", "table"])
    }

    @Test("settings and runs are kept")
    func settingsAndRuns() throws {
        #expect(try store.setting("period") == nil)
        try store.keep("2026-H1", asSetting: "period")
        try store.keep("2026-H2", asSetting: "period")
        #expect(try store.setting("period") == "2026-H2")
        try store.keep(nil, asSetting: "period")
        #expect(try store.setting("period") == nil)
        #expect(try store.setting("records_sum") == nil)
    }

    @Test("the sum of hashes names a set of hashes, whatever their order")
    func recordsSum() throws {
        let ones = try #require(RecordsSum(hexadecimal: String(repeating: "f", count: 64)))
        let two = try #require(RecordsSum(hexadecimal: String(repeating: "0", count: 63) + "2"))
        var sum = ones
        sum += two
        #expect(sum.hexadecimal == String(repeating: "0", count: 63) + "1")
        sum -= two
        #expect(sum == ones)
        #expect(RecordsSum(hexadecimal: "12") == nil)

        #expect(try store.recordsSum() == String(repeating: "0", count: 64))
        let records = try ["a", "b", "c"].map { try SampleForm.household($0) }
        try store.put(records)
        let reversed = try Workplace()
        let other = try reversed.store()
        for record in records.reversed() { try other.put([record]) }
        #expect(try store.recordsSum() == other.recordsSum())
    }

    @Test(
        "instants are written in UTC with milliseconds and read back",
        arguments: [0, 1_800_000_000.123, -1.5, 86_399.999, 253_402_300_799])
    func instants(_ seconds: Double) {
        let text = InstantText.format(Date(timeIntervalSince1970: seconds))
        #expect(InstantText.parse(text).map(InstantText.format) == text)
        #expect(InstantText.format(Date(timeIntervalSince1970: 1_800_000_000.123)) == "2027-01-15T08:00:00.123Z")
        #expect(InstantText.parse("2027-01-15") == nil)
    }
}
