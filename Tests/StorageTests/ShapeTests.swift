import FormModel
import Foundation
import Testing

@testable import Storage

@Suite("The shape of a form and its versions")
struct ShapeTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    private func question(_ kind: QuestionKind, _ name: String, _ change: (inout Question) -> Void = { _ in })
        -> FormNode
    {
        var question = Question(kind: kind, name: name, place: SampleForm.place)
        change(&question)
        return .question(question)
    }

    private func record(_ id: String, _ answers: [Answer], version: Int = 1, rosters: [[RecordRow]] = []) throws
        -> FormModel.Record
    {
        FormModel.Record(
            id: id, form: "household", version: version, round: "2026-H1", date: try day("2026-06-30"),
            status: .complete, result: .completed, root: RecordRow(answers: answers, rosters: rosters))
    }

    private func states(_ layout: FormLayout, _ field: Int, set: Int = 0, knownAt: Date? = nil) throws -> [UInt8] {
        try store.columns(layout, set: layout.sets[set], fields: [field], known: Known(at: knownAt)).columns[0].states
    }

    private static let unanswered = FieldColumn.state(of: .unanswered)

    @Test("semantics 2.11: a changed shape needs a new version, and it is said what changed")
    func changed() throws {
        let choices = ChoiceList(choices: ["a", "b"].map { Choice(name: $0, label: LocalizedText($0)) })
        let first = SampleForm.layout([
            question(.integer, "n"), question(.text, "old"), question(.selectOne, "s") { $0.choices = choices },
            SampleForm.roster("person", [question(.integer, "age")]),
        ])
        try store.put([], first)
        let fewer = ChoiceList(choices: [Choice(name: "a", label: LocalizedText("a"))])
        let second = [
            question(.decimal, "m"), question(.text, "new") { $0.formerly = ["old"] },
            question(.selectOne, "s") { $0.choices = fewer },
            SampleForm.roster("person", [question(.integer, "age"), question(.integer, "height")]),
        ]
        let error = try #require(throws: StorageError.self) { try store.put([], SampleForm.layout(second)) }
        #expect(error.code == .shapeChanged)
        #expect(error.facts["version"] == "1")
        #expect(error.facts["added"] == "m, person.height")
        #expect(error.facts["removed"] == "n")
        #expect(error.facts["renamed"] == "old → new")
        #expect(error.facts["narrowed"] == "s (b)")
        #expect(error.facts["changed"] == nil)
        try store.put([], SampleForm.layout(second, version: 2))
        try store.put([], first)
        #expect(try store.formShapes("household").keys.sorted() == [1, 2])
    }

    @Test("labels, order and more choices need no new version")
    func unchanged() throws {
        let choices = { (names: [String]) in
            ChoiceList(choices: names.map { Choice(name: $0, label: LocalizedText($0)) })
        }
        try store.put(
            [],
            SampleForm.layout([
                question(.integer, "n"), question(.selectOne, "s") { $0.choices = choices(["a"]) },
            ]))
        let wider = SampleForm.layout([
            question(.selectOne, "s") { $0.choices = choices(["b", "a"]) },
            question(.integer, "n") { $0.label = .constant(LocalizedText("Số")) },
        ])
        try store.put([], wider)
        let narrow = SampleForm.layout([
            question(.selectOne, "s") { $0.choices = choices(["a"]) }, question(.integer, "n"),
        ])
        #expect(try code { try store.put([], narrow) } == .shapeChanged)
    }

    @Test("a field that a record's version did not have is missing there; one it had may be not asked")
    func absent() throws {
        let person = RecordRow(row: 1, answers: [.value(.integer(7))], rosters: [])
        let first = SampleForm.layout([
            question(.integer, "n"), SampleForm.roster("person", [question(.integer, "age")]),
        ])
        try store.put([try record("a", [.notAsked], rosters: [[person]])], first)
        let second = SampleForm.layout(
            [
                question(.integer, "n"), question(.yesNo, "new"), question(.calculate, "sum") { _ in },
                SampleForm.roster("person", [question(.integer, "age"), question(.yesNo, "account")]),
            ], version: 2)
        let later = RecordRow(row: 1, answers: [.value(.integer(8)), .notAsked], rosters: [])
        try store.put(
            [try record("b", [.value(.integer(1)), .notAsked, .notAsked], version: 2, rosters: [[later]])], second,
            source(at: minute(5)))
        for knownAt in [nil, minute(6)] {
            #expect(try states(second, 0, knownAt: knownAt) == [FieldColumn.notAsked, FieldColumn.hasValue])
            #expect(try states(second, 1, knownAt: knownAt) == [ShapeTests.unanswered, FieldColumn.notAsked])
            #expect(try states(second, 1, set: 1, knownAt: knownAt) == [ShapeTests.unanswered, FieldColumn.notAsked])
        }
        let records = try store.all(second)
        #expect(records[0].root.answers[1] == .missing(.unanswered))
        #expect(records[0].root.rosters[0][0].answers == [.value(.integer(7)), .missing(.unanswered)])
        #expect(records[1].root.answers[1] == .notAsked)
        #expect(try store.check().isSound)
    }

    @Test("a calculation that a record's version did not have was not computed")
    func absentCalculation() throws {
        let first = SampleForm.layout([question(.integer, "n")])
        try store.put([try record("a", [.value(.integer(1))])], first)
        let function = FunctionReference(id: 1, place: SampleForm.place)
        let second = SampleForm.layout(
            [question(.integer, "n"), question(.calculate, "sum") { $0.calculation = function }], version: 2)
        #expect(try states(second, 1) == [FieldColumn.state(of: .notComputed)])
    }

    @Test("a field with formerly has its older answers, personal ones as well", arguments: [false, true])
    func renamed(personal: Bool) throws {
        let first = SampleForm.layout([question(.text, "old") { $0.personal = personal }])
        try store.put([try record("a", [.value(.text("An"))]), try record("b", [.notAsked])], first)
        let second = SampleForm.layout(
            [
                question(.text, "name") {
                    $0.personal = personal
                    $0.formerly = ["older", "old"]
                }
            ], version: 2)
        try store.put([try record("c", [.value(.text("Cúc"))], version: 2)], second, source(at: minute(5)))
        for knownAt in [nil, minute(6)] {
            let column = try store.columns(second, set: second.root, fields: [0], known: Known(at: knownAt)).columns[0]
            #expect(column.states == [FieldColumn.hasValue, FieldColumn.notAsked, FieldColumn.hasValue])
            #expect(column.pool == ["An", "Cúc"])
        }
        #expect(
            try store.all(second).map { $0.root.answers[0] } == [
                .value(.text("An")), .notAsked, .value(.text("Cúc")),
            ])
        // The same answer under its new name is no other content.
        #expect(try store.put([try record("a", [.value(.text("An"))], version: 2)], second) == [.unchanged])
        #expect(try store.check().isSound)
    }
}

@Suite("Rosters within rosters")
struct NestedRosterTests {
    @Test("rows are numbered within the row above, three levels deep, and keep their parents")
    func numbers() throws {
        let workplace = try Workplace()
        let store = try workplace.store()
        let layout = SampleForm.layout([
            SampleForm.roster(
                "p",
                [
                    SampleForm.question(.integer, "a"),
                    SampleForm.roster(
                        "q",
                        [
                            SampleForm.question(.text, "b", personal: true),
                            SampleForm.roster("z", [SampleForm.question(.integer, "c")]),
                        ]),
                ])
        ])
        func z(_ c: Int64) -> RecordRow { RecordRow(row: 1, answers: [.value(.integer(c))], rosters: []) }
        func q(_ row: Int, _ b: String, _ rows: [RecordRow]) -> RecordRow {
            RecordRow(row: row, answers: [.value(.text(b))], rosters: [rows])
        }
        func p(_ row: Int, _ rows: [RecordRow]) -> RecordRow {
            RecordRow(row: row, answers: [.value(.integer(0))], rosters: [rows])
        }
        let record = FormModel.Record(
            id: "a", form: "household", version: 1, round: "2026-H1", date: try day("2026-06-30"), status: .complete,
            result: .completed,
            root: RecordRow(
                answers: [], rosters: [[p(1, [q(1, "x", [])]), p(2, [q(1, "y", [z(5)]), q(2, "w", [z(6)])])]]))
        #expect(try store.put([record], layout) == [.inserted(number: 1)])
        #expect(try store.put([record], layout) == [.unchanged])
        #expect(try store.all(layout) == [record])
        #expect(try store.check().isSound)
        for knownAt in [nil, minute(1)] {
            let rows = try store.columns(layout, set: layout.sets[3], fields: [0], known: Known(at: knownAt))
            #expect(rows.parents == [1, 2])
            #expect(rows.columns[0].values == .integers([5, 6]))
        }
        // Erasing one row's value leaves that of another row with its number.
        #expect(try store.erasePersonalValues(form: "household", record: "a", under: "p[2].q[1]") == 1)
        let names = try store.columns(layout, set: layout.sets[2], fields: [0]).columns[0]
        #expect(names.states == [FieldColumn.hasValue, FieldColumn.state(of: .refused), FieldColumn.hasValue])
        #expect(try store.check().isSound)
    }
}
