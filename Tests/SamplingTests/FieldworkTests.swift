import FormModel
import Foundation
import Sampling
import Testing

@Suite("A sample in the field")
struct FieldworkTests {
    /// What became of a unit, in a word: `refused`, `nobody_home x2`, `completed`, `draft`.
    private struct Told {
        var progress = UnitProgress()

        init(_ text: String, at minute: Int) {
            let words = text.split(separator: " ")
            if words.first == "draft" {
                progress.hasDraft = true
                return
            }
            let status = words.contains("returned") ? RecordStatus.returned : .complete
            let isIncomplete = words.first == "incomplete"
            progress.record = UnitProgress.RecordStanding(
                status: isIncomplete ? .incomplete : status,
                result: isIncomplete ? .completed : VisitResult(rawValue: String(words[0])) ?? .completed)
            progress.visits = words.last.flatMap { $0.hasPrefix("x") ? Int($0.dropFirst()) : nil } ?? 1
            progress.lastVisit = Date(timeIntervalSince1970: Double(minute) * 60)
        }
    }

    private static let units = ["a", "b"].flatMap { stratum in
        StratifiedSample(perStratum: 3, reserve: 2, seed: 1).draw(
            (1...9).map { FrameUnit(key: [stratum, "\($0)"], stratum: stratum) })
    }

    /// The states of stratum a: main units 1 to 3, then reserve 1 and 2, after events in their order. `m2 refused` is
    /// said of main unit 2.
    private func work(_ events: String...) -> (states: [FieldState], all: [Assignment]) {
        var told: [String: UnitProgress] = [:]
        for (minute, event) in events.enumerated() {
            let words = event.split(separator: " ", maxSplits: 1)
            told[String(words[0])] = Told(String(words[1]), at: minute).progress
        }
        let fieldwork = Fieldwork(Self.units, visitsMax: 3) { unit in
            guard unit.stratum == "a" else { return UnitProgress() }
            return told["\(unit.role == .main ? "m" : "r")\(unit.number)"] ?? UnitProgress()
        }
        let own = fieldwork.assignments.filter { $0.unit.stratum == "a" }
        #expect(fieldwork.assignments.filter { $0.unit.stratum == "b" }.map(\.state) == Self.untouched)
        return (own.map(\.state), own)
    }

    private static let untouched: [FieldState] = [.notBegun, .notBegun, .notBegun, .closed, .closed]

    @Test("nobody was anywhere: what is drawn is to be asked, the reserve is closed")
    func untouched() {
        #expect(work().states == Self.untouched)
    }

    private static let states: [(String, FieldState)] = [
        ("completed", .completed), ("draft", .draft), ("postponed", .appointment), ("nobody_home", .visited),
        ("partly_completed x5", .visited), ("incomplete", .visited), ("completed returned", .returned),
        ("refused", .nonResponse), ("nobody_home x3", .nonResponse), ("postponed x3", .nonResponse),
        ("nobody_home x2", .visited),
    ]

    @Test("the state of a unit follows from its record, visits and draft", arguments: states)
    func state(told: String, expected: FieldState) {
        let (states, _) = work("m1 \(told)")
        #expect(states[0] == expected)
        #expect(states[3] == (expected == .nonResponse ? .notBegun : .closed))
    }

    @Test(
        "a reserve opens for each result that another visit does not change",
        arguments: [
            VisitResult.refused, .notFound, .movedAway, .vacant, .merged, .notEligible, .incapable,
        ])
    func final(result: VisitResult) {
        let (states, all) = work("m3 \(result.rawValue)")
        #expect(states == [.notBegun, .notBegun, .nonResponse, .notBegun, .closed])
        #expect(all[3].replaces == all[2].unit && all[2].replacedBy == all[3].unit)
    }

    @Test("the first of the reserve stands in for who was lost first, whatever its number")
    func order() {
        let (_, all) = work("m3 refused", "m1 vacant")
        #expect(all[3].replaces == all[2].unit)
        #expect(all[4].replaces == all[0].unit)
    }

    @Test("a unit of the reserve that does not answer opens the next")
    func chain() {
        let (states, all) = work("m2 refused", "r1 moved_away")
        #expect(states == [.notBegun, .nonResponse, .notBegun, .nonResponse, .notBegun])
        #expect(all[4].replaces == all[3].unit && all[3].replacedBy == all[4].unit)
    }

    @Test("more are lost than there is reserve: the last have nobody")
    func exhausted() {
        let (_, all) = work("m1 refused", "m2 refused", "m3 refused")
        #expect(all.map { $0.replacedBy?.number } == [1, 2, nil, nil, nil])
    }

    @Test("a unit of the reserve that was begun stays open when the one it stood in for answers after all")
    func stays() {
        let (states, all) = work("m1 completed", "r1 completed", "r2 draft")
        #expect(states == [.completed, .notBegun, .notBegun, .completed, .draft])
        #expect(all[3].replaces == nil)
    }

    @Test("who refused and is asked again still has a stand-in, until the interview is complete")
    func again() {
        var lost = Told("refused", at: 0).progress
        lost.hasDraft = true
        let units = Self.units
        let fieldwork = Fieldwork(units, visitsMax: 3) { $0 == units[0] ? lost : UnitProgress() }
        #expect(fieldwork.assignments[0].state == .draft)
        #expect(fieldwork.assignments[3].state == .notBegun)
    }
}
