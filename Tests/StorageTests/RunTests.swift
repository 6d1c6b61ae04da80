import FormModel
import Foundation
import Testing

@testable import Storage

@Suite("Recorded runs and closed periods")
struct RunTests {
    private let workplace: Workplace
    private let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    private func run(_ id: String, _ content: String, minute at: Int, _ sources: [RunSource] = []) -> RecordedRun {
        RecordedRun(
            id: id, content: content, request: "{\"q\":1}", known: Known(through: 7), who: "An", at: minute(at),
            sources: sources)
    }

    @Test("a run comes back with its sources, and is never changed by another of its id")
    func kept() throws {
        let scripts = [
            RunSource(path: "Rules/a.lua", bytes: [1, 2, 0, 255]), RunSource(path: "Surveys/b.lua", bytes: []),
        ]
        try store.keep(run("r1", "{\"a\":1}", minute: 2, scripts))
        try store.keep(run("r0", "{}", minute: 3, [RunSource(path: "Rules/a.lua", bytes: [9])]))
        try store.keep(run("r1", "other", minute: 4, [RunSource(path: "Rules/c.lua", bytes: [3])]))
        #expect(try store.runs().map(\.id) == ["r1", "r0"])
        #expect(try store.runs().map(\.at) == [minute(2), minute(3)])
        let found = try #require(store.runs(beginning: "r1").first)
        #expect(found.content == "{\"a\":1}" && found.request == "{\"q\":1}" && found.who == "An")
        #expect(found.known == Known(through: 7))
        #expect(try store.sources(ofRun: "r1") == scripts)
        #expect(try store.runs(beginning: "x").isEmpty && store.sources(ofRun: "x").isEmpty)
        #expect(try store.runs(beginning: "r").count == 2)
        #expect(try store.check().problems == [])
    }

    @Test("records are known again as they were among the first so many versions, whatever the clock said")
    func through() throws {
        let first = try SampleForm.household("a", [(1, "Nguyễn Thị Một", 40)])
        try store.put([first], SampleForm.small)
        let count = try store.versionCount()
        #expect(count == 1)
        let second = try SampleForm.household("a", area: 60, [(1, "Nguyễn Thị Một", 41)])
        try store.put([second, try SampleForm.household("b")], SampleForm.small, source(.update))
        #expect(try store.versionCount() == 3)
        var then: [Record] = []
        try store.eachRecord(SampleForm.small, known: Known(through: count)) { then.append($0.record) }
        #expect(then == [first])
        #expect(try store.headers(form: "household", known: Known(through: 0)).count == 0)
        #expect(try store.headers(form: "household", known: Known(through: 3)).count == 2)
        #expect(try store.headers(form: "household", known: Known(at: minute(-9), through: 3)).count == 0)
    }

    @Test("all columns at once are the columns one by one")
    func allColumns() throws {
        let layout = SampleForm.small
        try store.put(
            [try SampleForm.household("a", [(1, "Một", 40), (2, "Hai", 9)]), try SampleForm.household("b")], layout)
        let known = Known(through: try store.versionCount())
        let all = try store.allColumns(layout, known: known)
        for set in layout.sets {
            let single = try store.columns(layout, set: set, fields: Array(set.fields.indices), known: known)
            #expect(all[set.index] == single)
            #expect(single == (try store.columns(layout, set: set, fields: Array(set.fields.indices))))
        }
    }

    @Test("the last closing of a period is in force, and an opening ends it")
    func closings() throws {
        try store.keep(run("r1", "{}", minute: 1))
        try store.keep(run("r2", "{}", minute: 2))
        func line(_ run: String?, _ note: String) -> PeriodClosing {
            PeriodClosing(period: "2026-H1", run: run, note: note, who: "An", at: minute(5))
        }
        #expect(try store.closing(of: "2026-H1") == nil)
        try store.keep(line("r1", "ký"))
        #expect(try store.closing(of: "2026-H1") == line("r1", "ký"))
        try store.keep(line(nil, "sửa"))
        #expect(try store.closing(of: "2026-H1") == nil)
        try store.keep(line("r2", "ký lại"))
        #expect(try store.closing(of: "2026-H1")?.run == "r2")
        #expect(try store.closing(of: "2026-H2") == nil)
        #expect(try store.closings().map(\.note) == ["ký", "sửa", "ký lại"])
        #expect(throws: StorageError.self) { try store.keep(line("nowhere", "")) }
    }
}
