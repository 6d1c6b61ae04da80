import FormModel
import Foundation
import Interviewing
import Messages
import Testing

@Suite("An interview that is kept")
struct SessionTests {
    private static let nodes = """
        text "no" { label = "No" },
        integer "members" { label = "Members", warn = function(value) return value < 10 end, warn_message = "Many?" },
        text "name" { label = "Name", personal = true },
        """

    private struct Full: Error {}

    private final class Steps: InterviewKeeper {
        var steps: [InterviewStep] = []
        var isFull = false

        func keep(_ step: InterviewStep) throws {
            if isFull { throw Full() }
            steps.append(step)
        }

        /// What a process that takes the draft up finds: the last state, and every answer that was kept.
        func state(of layout: FormLayout) -> InterviewState? {
            var answers: [String: Answer] = [:]
            for (spot, answer) in steps.flatMap(\.answers) { answers[spot.description] = answer }
            return steps.last.flatMap { InterviewState($0.state, answers: answers.map { ($0, $1) }, of: layout) }
        }
    }

    private final class Nobody: EarlierRounds {
        func unit(_ key: [String]) throws -> EarlierUnit? { nil }
    }

    private final class Clock {
        var now = Date(timeIntervalSince1970: 1000)
    }

    private let bench: Bench
    private let kept = Steps()
    private let clock = Clock()

    init() throws {
        bench = try Bench(
            SessionTests.nodes, properties: "key = { \"no\" }, round = \"half_year\", carry_over = { \"name\" },")
    }

    private func session(_ state: InterviewState? = nil) -> InterviewSession {
        InterviewSession(
            Interview(
                bench.engine, state: state ?? InterviewState(bench.layout, day: Bench.day, language: .english)),
            keeper: kept, history: Nobody(), clock: { [clock] in clock.now })
    }

    @Test("2.9 what is kept after each event is where the interview stands, with every answer")
    func kept29() throws {
        let first = session()
        for event: InterviewEvent in [
            .answer(.value(.text("7"))), .answer(.value(.integer(4))), .note("asked twice"), .back,
            .answer(.value(.integer(5))), .jump(Spot("no") ?? Spot("members", in: [])),
        ] {
            _ = try first.handle(event)
            let state = try #require(kept.state(of: bench.layout))
            #expect(state == first.interview.state, "\(event)")
        }
    }

    @Test("2.9 an event that cannot be kept has not happened")
    func full() throws {
        let session = session()
        _ = try session.handle(.answer(.value(.text("7"))))
        let before = session.interview.state
        kept.isFull = true
        #expect(throws: Full.self) { try session.handle(.answer(.value(.integer(4)))) }
        #expect(session.interview.state == before)
        kept.isFull = false
        _ = try session.handle(.answer(.value(.integer(4))))
        #expect(session.interview.state.cursor == Spot("name"))
    }

    @Test("2.9 an unusual answer that waits is still asked about after a kill, and can be confirmed")
    func pending() throws {
        let first = session()
        _ = try first.handle(.answer(.value(.text("7"))))
        _ = try first.handle(.answer(.value(.integer(12))))
        let state: InterviewState = try #require(kept.state(of: bench.layout))
        let second = session(state)
        #expect(second.interview.question?.pending == .value(.integer(12)))
        #expect(try second.handle(.answer(.value(.integer(12)))).map(\.short) == ["asks W-ROW-001"])
        #expect(try second.handle(.confirm).contains { $0.short == "members = 12" })
    }

    @Test(
        "2.10 the log tells each change with place, old and new value and how long it took; a clock set back loses nothing"
    )
    func log() throws {
        let session = session()
        try session.open()
        clock.now += 3
        _ = try session.handle(.answer(.value(.text("7"))))
        clock.now += 2
        _ = try session.handle(.answer(.value(.integer(12))))
        _ = try session.handle(.confirm)
        clock.now -= 3600
        _ = try session.handle(.answer(.value(.text("An"))))
        _ = try session.handle(.jump(Spot("no") ?? Spot("members", in: [])))
        _ = try session.handle(.answer(.value(.text("8"))))
        _ = try session.handle(.language(.vietnamese))
        let entries = kept.steps.flatMap(\.entries)
        #expect(
            entries.map(\.kind) == ["opened", "answer", "confirm", "answer", "answer", "move", "answer", "language"])
        #expect(entries[1].spot == Spot("no") && entries[1].old == nil && entries[1].new == .value(.text("7")))
        #expect(entries[4].isPersonal && !entries[1].isPersonal)
        #expect(entries[6].old == .value(.text("7")) && entries[6].new == .value(.text("8")))
        #expect(kept.steps.map(\.elapsed).allSatisfy { $0 >= .zero })
        #expect(kept.steps[1].elapsed == .seconds(3))
    }
}

@Suite("A list of 15,000 choices")
struct LongListTests {
    @Test("is offered as the filter says, each choice by a code of its own, and found by its words")
    func filtered() throws {
        let bench = try Bench(
            """
            text "area" { label = "Area" },
            select_one "place" {
              label = "Place", choices = places, choice_filter = function(c, r) return c.area == r.area end },
            """,
            before: """
                local places = {}
                for n = 1, 15000 do
                  places[n] = { "c" .. n, vi = "Xóm " .. n, en = "Hamlet " .. n, area = "a" .. n % 100 }
                end
                """)
        let talk = Talk(bench)
        talk.says(.value(.text("a7")))
        let offered = try #require(talk.interview.question?.choices)
        #expect(offered.count == 150)
        #expect(Set(offered.map(\.code)).count == 150)
        #expect(ChoiceReading(offered).matching("hamlet 107").map(\.name).contains("c107"))
        #expect(talk.says(.value(.text("c8"))) == ["refused E-ROW-012"])
        #expect(talk.says(.value(.text("c107"))).contains("place = c107"))
        #expect(try talk.says(.value(.text("a8")), at: "area").contains("told N-INTERVIEW-001"))
        #expect(talk.kept("place") == nil)
    }
}
