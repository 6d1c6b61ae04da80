import FormModel
import Interviewing
import Messages
import Testing

@Suite("A stored record, edited and computed anew")
struct EditingTests {
    private static let form = """
        integer "members" { label = "Members", required = true },
        select_one "net" {
          label = "Net", special = { "dont_know" }, choices = { { "fibre", en = "Fibre" }, { "none", en = "None" } },
        },
        integer "speed" { label = "Speed", special = { "dont_know" },
          relevant = function(h) return h.net == "fibre" end, warn = function(value) return value < 1000 end },
        text "remark" { label = "Remark", default = "nothing" },
        roster "person" {
          label = "Member", title = function(p) return p.name end, count = function(h) return h.members end,
          text "name" { label = "Name", personal = true, required = true },
          integer "age" { label = "Age", special = { "refused" } },
          calculate "adult" { label = "Adult", calculation = function(p) return p.age >= 18 end },
        },
        calculate "adults" { label = "Adults",
          calculation = function(h) return count(h.person, function(p) return p.adult end) end },
        """

    private let bench: Bench

    init() throws { bench = try Bench(Self.form) }

    private func record(_ cells: [String: Cell]) -> Record {
        Record(
            id: "r", form: "f", version: 1, round: "2026-H1", date: Bench.day, status: .complete, result: .completed,
            root: bench.evaluate(cells).root)
    }

    private var family: Record {
        record([
            "members": 2, "net": "fibre", "speed": 1500,
            "person": .rows([["name": "An", "age": 40, "_row": 1], ["name": "Be\u{301}", "age": .refused, "_row": 4]]),
        ])
    }

    private func opened(_ record: Record, on bench: Bench? = nil) -> Interview {
        let engine = (bench ?? self.bench).engine
        return Interview(engine, state: InterviewState(editing: record, with: engine, language: .english))
    }

    @Test("opened and not touched, a record is what it was, rows and reasons among it")
    func untouched() throws {
        let interview = opened(family)
        #expect(bench.engine.evaluate(interview.given(), today: Bench.day).root == family.root)
        #expect(interview.state.cursor == Spot("members"))
        #expect(interview.state.day == family.date)
        #expect(interview.review().items.filter { $0.kind == .error || $0.kind == .unanswered } == [])
    }

    @Test("a reason that another question handed down is no answer")
    func handedDown() throws {
        let unknown = record(["members": 0, "net": .dontKnow])
        #expect(try bench.answer("speed", in: unknown.root) == .missing(.dontKnow))
        let interview = opened(unknown)
        #expect(interview.answer(at: Spot("speed")) == nil)
        #expect(interview.review().dropped == [])
        #expect(interview.handle(.jump(Spot("net"))).isEmpty == false)
        _ = interview.handle(.answer(.value(.text("fibre"))))
        #expect(interview.answer(at: Spot("speed")) == nil)
    }

    @Test("a default that was passed over is not offered again")
    func defaults() throws {
        let interview = opened(record(["members": 0, "net": "none"]))
        _ = interview.handle(.jump(Spot("remark")))
        #expect(interview.question?.spot == Spot("remark") && interview.question?.proposal == nil)
        // Nor does it stand between the editor and the end.
        _ = interview.handle(.advance)
        #expect(interview.state.cursor == nil)
    }

    @Test("a row's number is not used again: not that of a row of an earlier version, nor of one that the log knows")
    func rowNumbers() throws {
        let earlier = record([
            "members": 3,
            "person": .rows([
                ["name": "An", "_row": 1], ["name": "Ba", "_row": 2], ["name": "Tư", "_row": 6],
            ]),
        ])
        var state = InterviewState(editing: family, with: bench.engine, language: .english)
        #expect(state.lastRows == [Spot("person"): 4])
        state.useRows(of: earlier, in: bench.layout)
        #expect(state.lastRows == [Spot("person"): 6])
        state.recall(InterviewStep.Entry(kind: "answer", spot: Spot("person[8].age")))
        #expect(state.lastRows == [Spot("person"): 8])
        let interview = Interview(bench.engine, state: state)
        _ = interview.handle(.answer(.value(.integer(3))))
        #expect(interview.stops.contains { $0.spot == Spot("person[9].name") })
    }

    @Test("notes and confirmations come back from the log, but for those of rows that went")
    func log() throws {
        var state = InterviewState(editing: family, with: bench.engine, language: .english)
        let entries = [
            InterviewStep.Entry(kind: "note", spot: Spot("net"), detail: "xem hóa đơn"),
            InterviewStep.Entry(kind: "note", spot: Spot("members"), detail: "x"),
            InterviewStep.Entry(kind: "note", spot: Spot("members"), detail: ""),
            InterviewStep.Entry(kind: "note", spot: Spot("person[3].age"), detail: "đã xóa"),
            InterviewStep.Entry(kind: "confirm", spot: Spot("speed"), new: .value(.integer(1500))),
            InterviewStep.Entry(kind: "remove_row", spot: Spot("person"), detail: "3"),
            InterviewStep.Entry(kind: "move", spot: nil),
        ]
        #expect(Interview(bench.engine, state: state).review().items.map(\.kind) == [.warning])
        entries.forEach { state.recall($0) }
        #expect(state.notes == [Spot("net"): "xem hóa đơn"])
        let interview = Interview(bench.engine, state: state)
        #expect(interview.review().items == [])
        // Written down and read again, it is the same.
        let answers = state.answers(of: bench.layout).map { (place: $0.spot.description, answer: $0.answer) }
        #expect(InterviewState(state.encoded(of: bench.layout), answers: answers, of: bench.layout) == state)
    }

    @Test("a visit that ended otherwise opens at its end, with what was said")
    func ended() throws {
        var absent = record(["members": 0])
        absent.result = .nobodyHome
        let state = InterviewState(editing: absent, with: bench.engine, language: .english, reason: "đi vắng")
        #expect(state.ending == InterviewState.Ending(result: .nobodyHome, reason: "đi vắng"))
        #expect(Interview(bench.engine, state: state).state.cursor == nil)
    }

    @Test("what the changed answers do not touch stays as stored, though the form would calculate it otherwise now")
    func keeping() throws {
        let other = try Bench(Self.form.replacing("p.age >= 18", with: "p.age >= 16"))
        let stored = record([
            "members": 2,
            "person": .rows([["name": "An", "age": 17, "_row": 1], ["name": "Ba", "age": 50, "_row": 2]]),
        ])
        let base = other.engine.evaluate(opened(stored, on: other).given(), today: Bench.day).root
        func edited(_ spot: String, _ value: Int64) throws -> RecordRow {
            let interview = opened(stored, on: other)
            _ = interview.handle(.jump(try #require(Spot(spot))))
            _ = interview.handle(.answer(.value(.integer(value))))
            return other.engine.evaluate(interview.given(), today: Bench.day).root
                .keeping(stored.root, whereUnchangedFrom: base)
        }
        let older = try edited("person[2].age", 51)
        #expect(try bench.answer("person.1.adult", in: older) == .value(.boolean(false)))
        #expect(try bench.answer("adults", in: older) == bench.answer("adults", in: stored.root))
        let child = try edited("person[2].age", 5)
        #expect(try bench.answer("person.2.adult", in: child) == .value(.boolean(false)))
        // The sum follows what was changed, by the form as it is now.
        #expect(try bench.answer("adults", in: child) == .value(.integer(1)))
        #expect(try edited("members", 2) == stored.root)
    }

    @Test("computed anew: calculations, and what is asked; what has no value keeps its reason")
    func recomputed() throws {
        #expect(bench.engine.recomputed(family).record.root == family.root)
        let other = try Bench(
            Self.form.replacing("p.age >= 18", with: "p.age >= 50").replacing(
                "h.net == \"fibre\"", with: "h.net == \"none\""))
        let computed = other.engine.recomputed(family)
        #expect(computed.faults == [])
        let root = computed.record.root
        #expect(try bench.answer("person.1.adult", in: root) == .value(.boolean(false)))
        #expect(try bench.answer("speed", in: root) == .notAsked)
        #expect(try bench.answer("person.2.age", in: root) == .missing(.refused))
        #expect(try bench.answer("person.2.name", in: root) == .value(.text("Be\u{301}")))
        var erased = family
        erased.root.rosters[0][1].answers[0] = .missing(.refused)
        #expect(
            try bench.answer("person.2.name", in: other.engine.recomputed(erased).record.root) == .missing(.refused))
    }

    @Test("computed anew by a form that fails, a record says where; a constraint is not asked")
    func fault() throws {
        let failing = try Bench(Self.form.replacing("p.age >= 18", with: "nil + 1"))
        let faults = failing.engine.recomputed(family).faults
        #expect(!faults.isEmpty && faults.allSatisfy { $0.kind == .fault && $0.message.facts["place"] != nil })
        let strict = try Bench(
            Self.form.replacing("Members\", required = true", with: "Members\", required = true, max = 1"))
        #expect(strict.engine.recomputed(family).faults == [])
        #expect(strict.engine.recomputed(family).record.root == family.root)
    }

    @Test("a place is called by its row and its label, also where it is gone or not asked")
    func captions() throws {
        let interview = opened(family)
        let age = try #require(Spot("person[4].age"))
        #expect(
            interview.caption(of: age, titles: .shown).text == "Be\u{301} · Age".precomposedStringWithCanonicalMapping)
        #expect(interview.caption(of: age, titles: .leftOut).text == "Member 4 · Age")
        let gone = interview.caption(of: try #require(Spot("person[7].age")), titles: .shown)
        #expect(gone.text == "Member 7 · Age" && !gone.isThere && gone.question?.name == "age")
        #expect(interview.caption(of: Spot("person"), titles: .shown).text == "Member")
        #expect(interview.caption(of: Spot("nothing"), titles: .shown).text == "nothing")
    }
}
