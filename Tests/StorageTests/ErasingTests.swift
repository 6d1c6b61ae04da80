import FormModel
import Foundation
import Testing

@testable import Storage

@Suite("Erasing personal values")
struct ErasingTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
        try store.put([
            try SampleForm.household("a", [(1, "Nguyễn Thị Một", 40), (2, "Trần Văn Hai", 9)]),
            try SampleForm.household("b", [(1, "Lê Ba", 30)]),
        ])
        try store.put(
            [try SampleForm.household("a", area: 60, [(1, "Nguyễn Thị Mốt", 40), (2, "Trần Văn Hai", 9)])],
            SampleForm.small, source(.update, at: minute(5)))
    }

    @Test("a record's values are gone from every version and every file; its hashes and the sum stay true")
    func whole() throws {
        let hashes = try store.history("a", form: "household").map(\.contentHash)
        let sum = try store.recordsSum()
        #expect(try workplace.allBytes().range(of: Data("Trần Văn Hai".utf8)) != nil)

        #expect(try store.erasePersonalValues(form: "household", record: "a") == 4)

        #expect(try store.history("a", form: "household").map(\.contentHash) == hashes)
        #expect(try store.recordsSum() == sum)
        #expect(try store.check().problems == [])
        let bytes = try workplace.allBytes()
        for name in ["Nguyễn Thị Một", "Nguyễn Thị Mốt", "Trần Văn Hai"] {
            #expect(bytes.range(of: Data(name.utf8)) == nil)
        }
        #expect(bytes.range(of: Data("Lê Ba".utf8)) != nil)
        let persons = try store.all()[0].root.rosters[0]
        #expect(persons.map { $0.answers[0] } == [.missing(.refused), .missing(.refused)])
        #expect(persons.map { $0.answers[1] } == [.value(.integer(40)), .value(.integer(9))])
        let column = try store.columns(SampleForm.small, set: SampleForm.small.sets[1], fields: [0]).columns[0]
        #expect(
            column.states == [FieldColumn.state(of: .refused), FieldColumn.state(of: .refused), FieldColumn.hasValue])
    }

    @Test("one person of a household can be erased alone")
    func onePerson() throws {
        #expect(try store.erasePersonalValues(form: "household", record: "a", under: "person[2]") == 2)
        let persons = try store.all()[0].root.rosters[0]
        #expect(persons.map { $0.answers[0] } == [.value(.text("Nguyễn Thị Mốt")), .missing(.refused)])
        #expect(try store.check().problems == [])
        #expect(try store.erasePersonalValues(form: "household", record: "a", under: "person[2]") == 0)
    }

    @Test("values in nested rosters and of every kind can be erased")
    func nested() throws {
        var random = RandomRecords(SampleForm.full, seed: 9)
        let records = (1...30).map { random.record("id\($0)") }
        let other = try Workplace()
        let store = try other.store()
        try store.put(records, SampleForm.full)
        for record in records { try store.erasePersonalValues(form: "household", record: record.id) }
        #expect(try store.check().problems == [])
        try store.eachRecord(SampleForm.full) { stored in
            #expect(stored.record.root.answers[0].value == nil)
            for person in stored.record.root.rosters[0] {
                #expect(person.answers[2].value == nil)
                #expect(person.rosters[0].allSatisfy { $0.answers[1].value == nil })
            }
        }
    }

    @Test("an erased record given again in full is a conflict, not silently restored")
    func givenAgain() throws {
        try store.erasePersonalValues(form: "household", record: "b")
        let outcomes = try store.put([try SampleForm.household("b", [(1, "Lê Ba", 30)])])
        #expect(
            outcomes == [
                .conflict([
                    Difference(
                        path: "person[1].name", old: .missing(.refused), new: .value(.text("Lê Ba")), personal: true)
                ])
            ])
        #expect(try code { _ = try store.erasePersonalValues(form: "household", record: "x") } == .noSuchRecord)
    }
}
