import AlertStates
import FormModel
import Foundation
import Testing

/// What an alert keeps of its way (`semantics.md` 4.2 to 4.4).
@Suite("States and what they keep")
struct StateTests {
    @Test("4.2 start, firing, first miss and end are the times of their evaluations")
    func times() throws {
        var commune = Commune(
            alert {
                $0.pendingFor = Span(days: 2)
                $0.keepFiringFor = Span(days: 2)
            })
        for (day, found) in ["a:t", "a:t", "a:t", "a:f", "a:t", "a:f", "a:f", "a:f"].enumerated() {
            try commune.run(Double(day), found)
        }
        let alert = try #require(commune["a"])
        #expect(alert.activeSince == Commune.morning(0) && alert.firedAt == Commune.morning(2))
        #expect(alert.falseSince == Commune.morning(5) && alert.resolvedAt == Commune.morning(7))
        #expect(alert.state == .resolved && alert.resolvedBecause == .conditionFalse && alert.trueInARow == 0)
        #expect(alert.lastEvaluatedAt == Commune.morning(7) && alert.lastJudgedAt == Commune.morning(7))
    }

    @Test("4.2 true again while kept firing: the start is unchanged, the miss forgotten")
    func firingAgain() throws {
        var commune = Commune(alert { $0.keepFiringFor = Span(days: 5) })
        try commune.run(0, "a:t")
        try commune.run(1, "a:f")
        #expect(commune.transitions.map(\.kind) == [.keptFiring] && commune["a"]?.falseSince == Commune.morning(1))
        try commune.run(2, "a:t")
        let alert = try #require(commune["a"])
        #expect(commune.transitions.map(\.kind) == [.firingAgain] && alert.falseSince == nil)
        #expect(alert.activeSince == Commune.morning(0) && alert.firedAt == Commune.morning(0))
    }

    @Test("4.2 an alert that was resolved stays listed beside the new one of the same labels, which has a new start")
    func newEpisode() throws {
        var commune = Commune(alert { $0.pendingFor = Span(days: 1) })
        for (day, found) in ["a:t", "a:t", "a:f", "a:t", "a:f"].enumerated() {
            try commune.run(Double(day), found)
            if day == 3 {
                #expect(commune.instances.map(\.state) == [.resolved, .pending])
                #expect(commune.instances.map(\.activeSince) == [Commune.morning(0), Commune.morning(3)])
                #expect(commune.instances.last?.told == AlertTold())
            }
        }
        #expect(commune.instances.map(\.state) == [.resolved])
        #expect(commune.transitions.map(\.kind) == [.gone(.conditionFalse)] && commune.notices.isEmpty)
    }

    @Test("4.2 each set of labels is an alert of its own")
    func splits() throws {
        var commune = Commune(alert { $0.pendingFor = Span(days: 1) })
        try commune.run(0, "a:t b:f c:t")
        try commune.run(1, "a:f b:t c:t d:t")
        #expect(commune.instances.map { $0.key.labels["village"] } == ["c", "b", "d"])
        #expect(commune.instances.map(\.state) == [.firing, .pending, .pending])
        #expect(commune.transitions.map(\.kind) == [.gone(.conditionFalse), .fired, .pending, .pending])
    }

    @Test("4.2 a rule without a split has one alert, without labels")
    func noSplit() throws {
        var commune = Commune(alert())
        #expect(try commune.run(0, "*:t") == ["firing *"])
        #expect(commune.instances.map(\.key) == [AlertKey(rule: "behind", labels: [:])])
    }

    @Test("4.2 value and period are the last ones found; label and message stay where the last evaluation gives none")
    func finding() throws {
        let machine = AlertStateMachine(rule: alert { $0.keepFiringFor = Span(days: 9) }, timeZone: Commune.timeZone)
        let first = AlertFinding(value: 40, badness: 50, period: "2026-H1", label: "Thôn 1", message: "40 %")
        let second = AlertFinding(value: 95, period: "2026-H2")
        var instances: [AlertInstance] = []
        for (day, seen) in [(0.0, first), (1, second)] {
            let condition: AlertObservation.Condition = day == 0 ? .holds : .doesNotHold
            let observation = AlertObservation(labels: [:], condition: condition, finding: seen)
            instances = try machine.step(instances, .evaluated([observation]), at: Commune.morning(day)).instances
        }
        #expect(
            instances.map(\.finding)
                == [AlertFinding(value: 95, period: "2026-H2", label: "Thôn 1", message: "40 %")])
    }

    @Test("4.3 evaluating twice at one time changes nothing, whatever the second finds")
    func sameTime() throws {
        for first in ["", "a:t", "a:f", "a:n"] {
            var commune = Commune(alert { $0.keepFiringFor = Span(days: 3) })
            try commune.run(0, "a:t b:t")
            try commune.run(1, first)
            let instances = commune.instances
            for second in ["", "a:t", "a:f b:f", "a:n c:t"] {
                #expect(try commune.run(1, second) == [])
                #expect(commune.instances == instances && commune.transitions.isEmpty)
            }
        }
    }

    @Test("4.3 a time before the last one is refused, also where the rule has no alerts")
    func timeBefore() throws {
        var commune = Commune(alert())
        try commune.run(1, "a:f")
        for found in ["a:t", "x", "r"] {
            #expect(
                throws: AlertStatesError.timeBeforeLast(
                    rule: "behind", time: Commune.morning(0.5), last: Commune.morning(1))
            ) { try commune.run(0.5, found) }
        }
        try commune.run(2, "a:t")
        commune.lastEvaluations = [:]
        #expect(throws: AlertStatesError.self) { try commune.run(1.5, "a:t") }
        #expect(throws: Never.self) { try commune.run(2, "a:t") }
    }

    @Test("4.3 labels observed twice are refused")
    func labelsTwice() throws {
        var commune = Commune(alert())
        #expect(throws: AlertStatesError.labelsTwice(rule: "behind", labels: ["village": "a"])) {
            try commune.run(0, "a:t b:t a:f")
        }
    }

    @Test("4.3 pending that starts anew says so")
    func pendingAnew() throws {
        var commune = Commune(
            alert {
                $0.pendingFor = Span(days: 2)
                $0.maxGap = Span(days: 3)
            })
        try commune.run(0, "a:t")
        try commune.run(4, "a:t")
        #expect(commune.transitions.map(\.kind) == [.pendingAnew])
        #expect(commune["a"]?.activeSince == Commune.morning(4) && commune["a"]?.trueInARow == 1)
    }

    @Test("4.4 what is kept can be written and read: nothing else is remembered")
    func restart() throws {
        let rule = alert {
            $0.pendingFor = Span(days: 1)
            $0.keepFiringFor = Span(days: 2)
            $0.repeatEvery = Span(days: 1)
        }
        var (without, with) = (Commune(rule), Commune(rule))
        for (day, found) in ["a:t b:t", "a:t b:n", "a:f b:t", "a:t b:f", "a:f", "a:f b:f", "a:f b:f"].enumerated() {
            try without.run(Double(day), found)
            let stored = try JSONEncoder().encode(with.instances)
            with.instances = try JSONDecoder().decode([AlertInstance].self, from: stored)
            try with.run(Double(day), found)
            #expect(with.instances == without.instances && with.notices == without.notices)
            let sent = try JSONEncoder().encode(with.notices)
            #expect(try JSONDecoder().decode([Notice].self, from: sent) == with.notices)
        }
    }

    @Test("4.2 months pass by the local calendar, days by the local clock")
    func spans() throws {
        let hanoi = Commune.timeZone
        func instant(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }
        let month = Span(months: 1)
        // 00:30 on 31 January in Việt Nam is still the 30th by the clock of Greenwich.
        let start = try instant("2026-01-30T17:30:00Z")
        #expect(month.end(from: start, in: hanoi) == (try instant("2026-02-27T17:30:00Z")))
        #expect(month.end(from: start, in: .gmt) == (try instant("2026-02-28T17:30:00Z")))
        #expect(Span(days: 14).end(from: start, in: hanoi) == start.addingTimeInterval(14 * 86_400))
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        let winter = try instant("2026-03-28T06:00:00Z")
        #expect(Span(days: 1).end(from: winter, in: paris) == (try instant("2026-03-29T05:00:00Z")))
        #expect(Span(days: 0).end(from: winter, in: paris) == winter)
        #expect(Span(days: 1).end(from: .distantFuture, in: hanoi) > .distantFuture)
    }
}
