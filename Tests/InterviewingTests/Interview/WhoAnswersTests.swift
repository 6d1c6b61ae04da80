import FormModel
import Interviewing
import Testing
import WorkspaceFixtures

@Suite("Who answers")
struct WhoAnswersTests {
    static let nodes = """
        group "place" { label = "Place",
          text "no" { label = "No", required = true },
          yes_no "agrees" { label = "Agrees?", consent = true },
          integer "members" { label = "Members", required = true, min = 0, max = 30 },
        },
        roster "person" {
          label = "Person", title = function(p) return p.name end, count = function(h) return h.members end,
          text "name" { label = "Name", required = true },
          integer "age" { label = "Age", required = true },
          group "adults" { label = "Adults", relevant = function(p) return p.age >= 15 end,
            yes_no "trained" { label = "Trained?", self_only = true, special = { "dont_know" } },
          },
        },
        calculate "proxies" {
          calculation = function(h) return count(h.person, function(p) return p._answered_by == "proxy" end) end },
        """

    private func talk(_ ages: [Int64] = [40, 9, 20]) throws -> Talk {
        let talk = Talk(try Bench(Self.nodes, properties: "key = { \"no\" },"))
        talk.says("7")
        talk.says(true)
        talk.says("An")
        talk.says(.value(.integer(Int64(ages.count))))
        for (row, age) in ages.enumerated() {
            talk.says(.value(.text("N\(row + 1)")))
            talk.says(.value(.integer(age)))
        }
        return talk
    }

    @Test("a form without a question that only the member can answer has no such questions")
    func none() throws {
        let bench = try Bench(
            Self.nodes.replacing("self_only = true,", with: "").replacing("p._answered_by", with: "p.name"))
        #expect(bench.layout.sets.flatMap { $0.fields.map(\.name) }.filter { $0.hasPrefix("_") } == [])
    }

    @Test("who answers is asked after key and consent; who answers in person, in one go, of those it is about")
    func asked() throws {
        let talk = try talk()
        #expect(talk.stops.prefix(4) == ["no", "agrees", "_respondent", "members"])
        #expect(talk.here == "person[0]._answered_by")
        #expect(talk.interview.question?.rows.map(\.title) == ["N1", "N3"])
        #expect(talk.interview.question?.kind == .yesNo)
        #expect(talk.does(.accept) == ["refused E-INTERVIEW-004"])
        talk.does(.answerAcross(yes: [1], others: [:]))
        #expect(talk.kept("person[1]._answered_by") == "self")
        #expect(talk.kept("person[3]._answered_by") == "proxy")
        #expect(talk.interview.question?.spot.description == "person[1].trained")
        try talk.says("An", at: "_respondent")
        #expect(talk.interview.layout.root.field("_respondent")?.question.personal == true)
        // A formula reads it as every field.
        let bench = talk.bench
        let form = bench.engine.evaluate(talk.interview.given(), today: Bench.day)
        #expect(try bench.answer("proxies", in: form) == .value(.integer(1)))
    }

    @Test("an answer for another asks back, is kept once confirmed, and its confirmation with it")
    func proxy() throws {
        let talk = try talk()
        talk.does(.answerAcross(yes: [1], others: [:]))
        #expect(talk.says(true) == ["person[1].trained = yes", "moved"])
        #expect(talk.says(true) == ["asks W-ROW-002"])
        #expect(talk.kept("person[3].trained") == nil)
        #expect(talk.does(.confirm).first == "person[3].trained confirmed yes")
        #expect(talk.kept("person[3].trained") == true)
        #expect(talk.review == [])
        // Another answer is not the confirmed one; that nobody knows asks nothing back.
        #expect(try talk.says(false, at: "person[3].trained") == ["asks W-ROW-002"])
        #expect(
            try talk.says(.missing(.dontKnow), at: "person[3].trained") == [
                "person[3].trained = dont_know", "moved",
            ])
    }

    @Test("whoever turns out to have answered for another after all is named at the end")
    func later() throws {
        let talk = try talk([40])
        talk.does(.answerAcross(yes: [1], others: [:]))
        talk.says(true)
        #expect(talk.review == [])
        talk.does(.jump(try #require(Spot("person[0]._answered_by"))))
        talk.does(.answerAcross(yes: [], others: [:]))
        #expect(talk.review == ["warning person[1].trained W-ROW-002"])
    }

    @Test("what only the member can answer is not asked of all at once")
    func across() throws {
        let nodes = Self.nodes.replacing("self_only = true,", with: "self_only = true, across = \"person\",")
        let fixture = Fixture(form: "form \"f\" { version = 1, label = \"F\", \(nodes) }")
        #expect(try fixture.load().diagnostics.map(\.message.code) == ["E-SELF-001"])
    }

    @Test("a drawn record has who answers, and nothing that an import would refuse")
    func drawn() throws {
        let trial = try Trial(
            Self.nodes,
            plan: """
                agrees = { yes = 1 }, members = { uniform = { 2, 4 } },
                person = { age = { uniform = { 16, 60 } }, _answered_by = { self = 1, proxy = 1 } },
                """,
            properties: "key = { \"no\" },")
        let records = try trial.records(20)
        let person = try #require(trial.bench.layout.set(path: "f.person"))
        let place = try #require(person.field("_answered_by")).index
        let answers = Set(records.flatMap { $0.root.rosters[0].compactMap { $0.answers[place] } })
        #expect(answers == ["self", "proxy"])
        let builder = RecordBuilder(trial.bench.engine, calendar: PeriodCalendar(), defaultDate: Bench.day)
        for record in records {
            let built = builder.build(record)
            #expect(built.isAcceptable)
            #expect(Set(built.problems.map(\.message.code)).isSubset(of: ["W-ROW-002"]))
        }
    }
}
