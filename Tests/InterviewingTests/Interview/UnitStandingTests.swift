import FormModel
import Foundation
import Interviewing
import Messages
import Testing

@Suite("The unit of an interview")
struct UnitStandingTests {
    private static let form = """
        select_one "village" { label = "V", choices = { { "v1" }, { "v2" } } },
        integer "number" { label = "N", warn = function(value) return value < 100 end, warn_message = "?" },
        text "note" { label = "T" },
        """

    private final class Steps: InterviewKeeper {
        var steps: [InterviewStep] = []
        func keep(_ step: InterviewStep) { steps.append(step) }
    }

    /// An interview in which unit `v1 7` is taken and `v1 8` is known; it tells which units were asked after.
    private final class Sitting {
        let session: InterviewSession
        let kept = Steps()
        private let asked: Asked

        private final class Asked { var keys: [[String]] = [] }

        init() throws {
            let bench = try Bench(UnitStandingTests.form, properties: "key = { \"village\", \"number\" },")
            let asked = Asked()
            self.asked = asked
            session = InterviewSession(
                Interview(bench.engine, state: InterviewState(bench.layout, day: Bench.day, language: .english)),
                keeper: kept, clock: { Date(timeIntervalSince1970: 0) }
            ) { key in
                asked.keys.append(key)
                switch key {
                case ["v1", "7"]: return .taken([Message("E-UNIT-002")])
                case ["v1", "8"]: return .free([Message("N-UNIT-001")])
                default: return .free([])
                }
            }
        }

        func does(_ event: InterviewEvent) throws -> [String] { try session.handle(event).map(\.short) }
        func says(_ value: Value) throws -> [String] { try does(.answer(.value(value))) }
        var here: String { session.interview.state.cursor?.description ?? "end" }
        var keys: [String] { asked.keys.map { $0.joined(separator: " ") } }
    }

    @Test("is asked after as soon as its key is known, and not before or again")
    func once() throws {
        let sitting = try Sitting()
        #expect(sitting.session.interview.unitKey == nil)
        _ = try sitting.says(.text("v1"))
        #expect(sitting.keys == [])
        #expect(try sitting.says(.integer(8)) == ["number = 8", "moved", "told N-UNIT-001"])
        #expect(sitting.session.interview.unitKey == ["v1", "8"])
        _ = try sitting.says(.text("x"))
        _ = try sitting.does(.jump(Spot("number")))
        _ = try sitting.says(.integer(8))
        #expect(sitting.keys == ["v1 8"])
    }

    @Test("that is taken is refused: nothing is stored, and the interview stands at the key")
    func taken() throws {
        let sitting = try Sitting()
        _ = try sitting.says(.text("v1"))
        let steps = sitting.kept.steps.count
        #expect(try sitting.says(.integer(7)) == ["refused E-UNIT-002"])
        #expect(sitting.here == "number" && sitting.session.interview.unitKey == nil)
        #expect(sitting.kept.steps.count == steps)
        #expect(try sitting.says(.integer(9)) == ["number = 9", "moved"])
        #expect(sitting.here == "note")
    }

    @Test("is asked after anew when any part of the key changes; the key that was stays where it cannot")
    func changed() throws {
        let sitting = try Sitting()
        _ = try sitting.says(.text("v2"))
        _ = try sitting.says(.integer(7))
        _ = try sitting.does(.jump(Spot("village")))
        #expect(try sitting.says(.text("v1")) == ["refused E-UNIT-002"])
        #expect(sitting.session.interview.unitKey == ["v2", "7"])
        _ = try sitting.does(.jump(Spot("number")))
        #expect(try sitting.says(.integer(8)) == ["number = 8", "moved"])
        #expect(sitting.keys == ["v2 7", "v1 7", "v2 8"])
    }

    @Test("is asked after when an unusual part of the key is confirmed")
    func confirmed() throws {
        let sitting = try Sitting()
        _ = try sitting.says(.text("v1"))
        #expect(try sitting.says(.integer(700)) == ["asks W-ROW-001"])
        #expect(sitting.keys == [])
        _ = try sitting.does(.confirm)
        #expect(sitting.keys == ["v1 700"])
    }
}
