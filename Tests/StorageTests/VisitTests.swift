import FormModel
import Foundation
import Testing

@testable import Storage

@Suite("Visits")
struct VisitTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    private let nothing = AuditTrail(origin: "k7m2xb", events: [])

    @Test("the visits of a record are numbered as they come, whatever the clock says")
    func numbers() throws {
        let first = Visit(
            startedAt: minute(60), endedAt: minute(61), who: "Ân", device: "máy 7", result: .nobodyHome,
            reason: "cổng khóa", appointment: "chiều mai")
        let second = Visit(startedAt: minute(5), who: "Bình", result: .completed)
        var record = try SampleForm.household("a")
        record.result = .nobodyHome
        try store.put(record, nothing, visits: [first])
        record.result = .completed
        try store.put(record, nothing, visits: [first, second])
        try store.put(try SampleForm.household("b"), nothing, visits: [second])
        let visits = try store.visits(of: "a", form: "household")
        #expect(visits.map(\.number) == [1, 2])
        #expect(visits.map(\.visit) == [first, second])
        #expect(try store.visits(form: "household").map(\.record) == ["a", "a", "b"])
        #expect(try store.visits(of: "x", form: "household") == [])
        #expect(try store.visits(form: "school") == [])
        #expect(try store.check().problems == [])
    }

    @Test("a visit given again is the same visit, with what is now known of it")
    func again() throws {
        var visit = Visit(startedAt: minute(1), who: "Ân", result: .partlyCompleted)
        let record = try SampleForm.household("a")
        try store.put(record, nothing, visits: [visit])
        visit.endedAt = minute(30)
        visit.result = .completed
        try store.put(record, nothing, visits: [visit, visit])
        #expect(try store.visits(form: "household").map(\.visit) == [visit])
        var other = visit
        other.device = "máy 8"
        try store.put(record, nothing, visits: [other])
        #expect(try store.visits(form: "household").map(\.number) == [1, 2])
    }
}
