import FormModel
import Foundation
import Interviewing
import Messages
import Testing
import WorkspaceFixtures

/// A household that is met again: two rounds of one form.
@Suite("Carried over from an earlier round")
struct CarryingTests {
    static let nodes = """
        text "no" { label = "No", required = true },
        text "phone" { label = "Phone" },
        integer "members" { label = "Members", required = true, min = 0, max = 30 },
        roster "person" {
          label = "Person", title = function(p) return p.name end, count = function(h) return h.members end,
          carry_over = { "name", "born" },
          text "name" { label = "Name", required = true },
          integer "born" { label = "Born", required = true },
          yes_no "vneid" { label = "VNeID?", required = true },
        },
        calculate "adults" { calculation = function(h) return count(h.person, function(p) return p.born <= 2008 end) end },
        calculate "first" { calculation = function(h) return any(h.person, function(p) return p.index == 1 end) end },
        """
    static let properties = "key = { \"no\" }, round = \"half_year\", carry_over = { \"phone\" },"

    private static func bench(_ nodes: String = nodes) throws -> Bench { try Bench(nodes, properties: properties) }

    private static func person(_ row: Int64, _ name: String, _ born: Int64, _ status: String? = nil) -> [String: Cell] {
        var cells: [String: Cell] = [
            "_row": .value(.integer(row)), "name": .value(.text(name)), "born": .value(.integer(born)), "vneid": true,
        ]
        if let status { cells["_member"] = .value(.text(status)) }
        return cells
    }

    /// The record of a round before: An (1), Bé (3), and one who had left (2).
    private static func earlier(_ bench: Bench) -> EarlierUnit {
        let given = bench.given([
            "no": "7", "phone": "0905", "members": 2,
            "person": .rows([
                person(1, "An", 1980),
                ["_row": 2, "_member": "left", "_left_month": "2025-11", "_left_reason": "died"],
                person(3, "Bé", 2015, "new"),
            ]),
        ])
        let evaluated = bench.engine.evaluate(given, today: Bench.day)
        #expect(evaluated.short == [])
        let record = Record(
            id: "r1", form: "f", version: 1, round: "2025-H2", date: Bench.day, status: .complete, result: .completed,
            root: evaluated.root)
        return EarlierUnit(record: record, key: ["7"], lastRows: ["person": 5])
    }

    private static func talk() throws -> Talk {
        let talk = Talk(try bench())
        talk.says("7")
        talk.does(.carry(earlier(talk.bench)))
        return talk
    }

    @Test("members come with their rows and their names; the shown answer is stored only when it is accepted")
    func carried() throws {
        let talk = try Self.talk()
        #expect(talk.effects.map(\.short) == ["told N-CARRY-001"])
        #expect(talk.interview.question?.proposal == "0905")
        #expect(talk.kept("phone") == nil)
        // How many members there are is not said yet, so that none is too many.
        #expect(talk.does(.accept) == ["phone = 0905", "moved"])
        try talk.says(2, at: "members")
        #expect(talk.here == "person[1]._member")
        let question = try #require(talk.interview.question)
        #expect(question.row?.title == "An")
        #expect(question.row?.count == 2)
        #expect(question.proposal == "present")
        #expect(question.choices.map(\.name) == ["present", "left", "duplicate"])
        #expect(talk.says("new") == ["refused E-ROW-012"])
        #expect(talk.does(.accept) == ["person[1]._member = present", "moved"])
        #expect(talk.interview.question?.proposal == "An")
        talk.does(.accept)
        #expect(talk.kept("person[1].name") == "An")
        #expect(talk.says(1981) == ["person[1].born = 1981", "moved"])
        // Nothing else shows what was answered before.
        #expect(talk.here == "person[1].vneid")
        #expect(talk.interview.question?.proposal == nil)
        #expect(talk.does(.accept) == ["refused E-INTERVIEW-002"])
    }

    @Test("who left is asked when and why and nothing else, keeps his row, and counts in nothing")
    func left() throws {
        let talk = try Self.talk()
        try talk.says(1, at: "members")
        talk.says("left")
        #expect(
            talk.stops.filter { $0.hasPrefix("person[1]") } == [
                "person[1]._member", "person[1]._left_month", "person[1]._left_reason",
            ])
        #expect(talk.interview.question?.row?.title == "An")
        #expect(talk.says("2026-13") == ["refused E-ROW-021"])
        #expect(talk.says("2026-07") == ["refused E-ROW-021"])
        talk.says("2026-05")
        talk.says("moved")
        #expect(talk.here == "person[3]._member")
        for _ in 0..<3 { talk.does(.accept) }
        talk.says(false)
        #expect(talk.review == [])
        let built = RecordBuilder(talk.bench.engine, calendar: PeriodCalendar(), defaultDate: Bench.day)
            .build(GivenRecord(root: talk.interview.given()))
        #expect(built.problems == [])
        let root = built.record.root
        #expect(root.rosters[0].map(\.row) == [1, 3])
        #expect(try talk.bench.answer("person.1._left_reason", in: root) == "moved")
        #expect(try talk.bench.answer("person.1.name", in: root) == .notAsked)
        #expect(try talk.bench.answer("adults", in: root) == .value(.integer(0)))
        // A place among those who are there: Bé is the first now.
        #expect(try talk.bench.answer("first", in: root) == true)
    }

    @Test("a duplicate is asked nothing else; who comes is new by himself, with a number that nobody had")
    func newAndDuplicate() throws {
        let talk = try Self.talk()
        try talk.says(2, at: "members")
        try talk.says("duplicate", at: "person[3]._member")
        #expect(talk.stops.filter { $0.hasPrefix("person[3]") } == ["person[3]._member"])
        // Two were declared, and An is one of them.
        #expect(talk.stops.contains("person[6].name"))
        #expect(!talk.stops.contains("person[6]._member"))
        try talk.says("Chi", at: "person[6].name")
        let given = talk.bench.engine.evaluate(talk.interview.given(), today: Bench.day)
        #expect(try talk.bench.answer("person.3._member", in: given) == "new")
        // Back again, the answers are as they were and the new one is too many.
        #expect(try talk.says("present", at: "person[3]._member").contains("told N-INTERVIEW-002"))
    }

    @Test("known members stay until somebody says what became of them; then their number must agree")
    func count() throws {
        let talk = try Self.talk()
        try talk.says(1, at: "members")
        #expect(talk.stops.contains("person[3]._member"))
        try talk.says("present", at: "person[1]._member")
        // Told as soon as it is known of all, and mended at the number.
        #expect(try talk.says("present", at: "person[3]._member").contains("told E-ROW-020"))
        #expect(talk.review.contains("error members E-ROW-020"))
        // From there the list of members is reached.
        talk.does(.jump(try #require(Spot("person"))))
        #expect(talk.here == "person[1]._member")
        try talk.says("left", at: "person[1]._member")
        #expect(!talk.review.contains("error person E-ROW-020"))
        #expect(talk.does(.removeRow(try #require(Spot("person")), row: 3)) == ["refused E-CARRY-005"])
    }

    @Test("left unfinished, the record says of nobody that he is new who is not")
    func unfinished() throws {
        let talk = try Self.talk()
        try talk.says(1, at: "members")
        var given = GivenRecord(root: talk.interview.given())
        given.status = .incomplete
        let built = RecordBuilder(talk.bench.engine, calendar: PeriodCalendar(), defaultDate: Bench.day).build(given)
        #expect(built.isAcceptable)
        #expect(try talk.bench.answer("person.1._member", in: built.record.root) == .missing(.unanswered))
    }

    @Test("after a kill the interview stands where it stood, with what was carried over")
    func resumed() throws {
        let talk = try Self.talk()
        try talk.says(2, at: "members")
        talk.does(.accept)
        let text = talk.interview.state.encoded(of: talk.bench.layout)
        let answers: [(place: String, answer: Answer)] = [
            ("no", "7"), ("members", .value(.integer(2))), ("person[1]._member", "present"),
        ]
        let state = try #require(InterviewState(text, answers: answers, of: talk.bench.layout))
        #expect(state == talk.interview.state)
        let again = Interview(talk.bench.engine, state: state)
        #expect(again.question?.proposal == "An")
        #expect(again.question?.row?.title == "An")
        #expect(again.stops == talk.interview.stops)
    }

    @Test("a key that is put right takes over the right unit; once a member is answered, it stays")
    func otherUnit() throws {
        let talk = try Self.talk()
        try talk.says("8", at: "no")
        talk.does(.carry(nil))
        #expect(talk.interview.state.carried == nil)
        #expect(talk.interview.question?.proposal == nil)
        try talk.says(1, at: "members")
        #expect(talk.stops.filter { $0.hasPrefix("person") }.first == "person[1].name")

        let settled = try Self.talk()
        try settled.says(2, at: "members")
        settled.does(.accept)
        #expect(try settled.says("8", at: "no") == ["refused E-CARRY-004"])
        #expect(try settled.says("7", at: "no") == ["moved"])
    }

    private final class Rounds: EarlierRounds, InterviewKeeper {
        let known: EarlierUnit
        var asked: [[String]] = []
        var kinds: [String] = []
        init(_ known: EarlierUnit) { self.known = known }
        func unit(_ key: [String]) -> EarlierUnit? {
            asked.append(key)
            return key == known.key ? known : nil
        }
        func keep(_ step: InterviewStep) { kinds += step.entries.map(\.kind) }
    }

    @Test("a kept interview asks for earlier rounds as soon as the key is there, once for each key")
    func session() throws {
        let bench = try Self.bench()
        let rounds = Rounds(Self.earlier(bench))
        let interview = Interview(
            bench.engine, state: InterviewState(bench.layout, day: Bench.day, language: .english))
        let session = InterviewSession(
            interview, keeper: rounds, history: rounds, clock: { Date(timeIntervalSince1970: 0) })
        _ = try session.handle(.answer("8"))
        #expect(session.interview.state.carried == nil)
        _ = try session.handle(.back)
        let effects = try session.handle(.answer("7"))
        #expect(effects.map(\.short) == ["no = 7", "moved", "told N-CARRY-001"])
        _ = try session.handle(.accept)
        #expect(rounds.asked == [["8"], ["7"]])
        #expect(rounds.kinds.contains("carry"))
    }

    @Test("where a unit came from is kept, and asked of nobody")
    func origin() throws {
        let talk = Talk(try Self.bench())
        #expect(talk.does(.come(from: ["a1", "b2"])) == ["_origin = a1 b2", "told N-CARRY-002"])
        #expect(!talk.stops.contains("_origin"))
        let given = talk.bench.engine.evaluate(talk.interview.given(), today: Bench.day)
        #expect(try talk.bench.answer("_origin", in: given) == "a1 b2")
        #expect(try talk.bench.answer("_origin", in: talk.bench.evaluate(["no": "7", "members": 0])) == .notAsked)
    }

    @Test("a file need not say who is new, and may say who left")
    func given() throws {
        let bench = try Self.bench()
        let form = bench.evaluate([
            "no": "7", "members": 1,
            "person": .rows([
                Self.person(1, "An", 1980), ["_member": "left", "_left_month": "2026-01", "_left_reason": .dontKnow],
            ]),
        ])
        #expect(form.short == [])
        #expect(try bench.answer("person.1._member", in: form) == "new")
        #expect(try bench.answer("adults", in: form) == .value(.integer(1)))
        let wrong = bench.evaluate([
            "no": "7", "members": 2, "person": .rows([Self.person(1, "An", 1980), Self.person(2, "Ba", 1950, "left")]),
        ])
        #expect(
            wrong.short == [
                "error person E-ROW-020", "unanswered _left_month E-ROW-006", "unanswered _left_reason E-ROW-006",
                "error name E-ROW-001", "error born E-ROW-001", "error vneid E-ROW-001",
            ])
    }

    @Test("what cannot be carried over is a fault of the script")
    func faults() throws {
        func codes(_ properties: String, _ nodes: String) throws -> [String] {
            try Fixture(form: "form \"f\" { version = 1, label = \"F\", \(properties)\n\(nodes)\n}").load()
                .diagnostics.map(\.message.code)
        }
        let wrong = Self.nodes.replacing("{ \"name\", \"born\" }", with: "{ \"name\", \"bron\" }")
        #expect(try codes(Self.properties, wrong) == ["E-REF-005"])
        #expect(try codes("carry_over = { \"phone\" },", Self.nodes) == ["E-CARRY-002"])
        #expect(try codes(Self.properties.replacing("phone", with: "adults"), Self.nodes) == ["E-CARRY-001"])
        let nested = """
            roster "house" { label = "House", \(Self.nodes) },
            text "no" { label = "No" }, text "phone" { label = "Phone" },
            """
        #expect(try codes(Self.properties, nested) == ["E-CARRY-003"])
    }
}
