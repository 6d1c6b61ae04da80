import AlertStates
import FormModel
import Foundation
import Testing

/// What becomes of alerts whose rule is edited, removed or fails, or whose data are missing (`semantics.md` 4.5, 4.6).
@Suite("Rules that change and data that are missing")
struct RuleAndDataTests {
    @Test("4.5 a rule edited keeps the state of the same id and labels; what fires goes on when pending_for is raised")
    func edited() throws {
        var commune = Commune(alert { $0.labels = ["owner": "Công an xã"] })
        try commune.run(0, "a:t")
        commune.rules[0].pendingFor = Span(days: 30)
        commune.rules[0].pendingRuns = 9
        commune.rules[0].labels = ["owner": "Văn phòng"]
        commune.rules[0].severity = .critical
        #expect(try commune.run(1, "a:t b:t") == [])
        let alert = try #require(commune["a"])
        #expect(alert.state == .firing && alert.activeSince == Commune.morning(0))
        #expect(alert.ruleLabels == ["owner": "Văn phòng"] && alert.severity == .critical)
        #expect(commune["b"]?.state == .pending)
        commune.rules[0].pendingFor = nil
        commune.rules[0].pendingRuns = 1
        #expect(try commune.run(2, "a:t b:t") == ["firing b (1) → Văn phòng"])
        commune.rules[0].keepFiringFor = Span(days: 5)
        try commune.run(3, "a:f b:t")
        commune.rules[0].keepFiringFor = nil
        #expect(commune["a"]?.state == .keptFiring)
        #expect(try commune.run(4, "a:f b:t") == ["resolved a (1) → Văn phòng"])
    }

    @Test("4.5 a rule that was removed resolves what fires, and its owner is told by what the alert remembers")
    func removed() throws {
        var commune = Commune(
            alert {
                $0.pendingFor = Span(days: 1)
                $0.labels = ["owner": "Công an xã"]
            })
        try commune.run(0, "a:t")
        try commune.run(1, "a:t b:t")
        #expect(try commune.run(1, "r") == ["resolved a → Công an xã"])
        #expect(commune.instances.map(\.resolvedBecause) == [.ruleRemoved])
        #expect(commune.transitions.map(\.kind) == [.resolved(.ruleRemoved), .gone(.ruleRemoved)])
        #expect(try commune.run(2, ["behind": "r"]) == [] && commune.transitions.isEmpty)
    }

    @Test("4.5 and 4.6 another rule's alerts are left as they are")
    func otherRules() throws {
        var commune = Commune(alert("one"), alert("two"))
        try commune.run(0, ["one": "a:t", "two": "a:t"])
        try commune.run(1, ["one": "r"])
        #expect(commune.instances.map(\.state) == [.resolved, .firing])
        try commune.run(2, ["one": "r", "two": "a:f"])
        #expect(commune.instances.map(\.state) == [.resolved, .resolved])
        #expect(commune.instances.last?.resolvedAt == Commune.morning(2))
    }

    @Test("4.6 no data: since when and why is kept, with the value last seen, until there are data")
    func noData() throws {
        var commune = Commune(alert())
        try commune.run(0, "a:t7")
        try commune.run(1, "a:n")
        try commune.run(2, "a:n")
        #expect(commune["a"]?.noDataSince == Commune.morning(1) && commune["a"]?.noDataReason == "no record")
        #expect(commune["a"]?.finding.badness == 7 && commune["a"]?.lastEvaluatedAt == Commune.morning(2))
        #expect(commune["a"]?.lastJudgedAt == Commune.morning(0) && commune["a"]?.trueInARow == 1)
        try commune.run(3, "")
        #expect(commune["a"]?.noDataSince == Commune.morning(1) && commune["a"]?.noDataReason == nil)
        try commune.run(4, "a:t8")
        #expect(commune["a"]?.noDataSince == nil && commune["a"]?.finding.badness == 8)
        #expect(commune["a"]?.trueInARow == 2)
    }

    @Test("4.6 a village that was renamed: the old labels are without data and not resolved, the new ones begin anew")
    func renamed() throws {
        var commune = Commune(alert())
        try commune.run(0, "cũ:t")
        #expect(try commune.run(1, "mới:t") == ["firing mới (1)"])
        #expect(commune["cũ"]?.state == .firing && commune["cũ"]?.noDataSince == Commune.morning(1))
    }

    @Test("4.6 resolve says why it resolved: no data or a condition that is false")
    func resolveSaysWhy() throws {
        var commune = Commune(alert { $0.noData = .resolve })
        try commune.run(0, "a:t b:t c:t")
        try commune.run(1, "a:n b:f")
        #expect(commune.instances.map(\.resolvedBecause) == [.noData, .conditionFalse, .noData])
    }

    @Test("4.6 alert marks that it fires for want of data")
    func alertMarks() throws {
        var commune = Commune(alert { $0.noData = .alert })
        #expect(try commune.run(0, "a:n b:t") == ["firing a,b"])
        #expect(commune["a"]?.noDataSince == Commune.morning(0) && commune["b"]?.noDataSince == nil)
        try commune.run(1, "a:t b:n")
        #expect(commune["a"]?.noDataSince == nil && commune["b"]?.noDataSince == Commune.morning(1))
    }

    @Test("4.6 a failed rule leaves its alerts exactly as they were, and can be evaluated at the same time")
    func failed() throws {
        var commune = Commune(alert())
        try commune.run(0, "a:t")
        let instances = commune.instances
        #expect(try commune.run(40, "x") == [] && commune.instances == instances && commune.transitions.isEmpty)
        #expect(commune.lastEvaluations == ["behind": Commune.morning(0)])
        #expect(try commune.run(40, "a:f") == ["resolved a"])
    }

    @Test("4.6 a rule that fails is an alert of its own, resolved when it is evaluated again or gone")
    func ruleFailed() throws {
        var commune = Commune(AlertRule.failure(labels: ["owner": "Văn phòng"]))
        let machine = AlertStateMachine(rule: commune.rules[0], timeZone: Commune.timeZone)
        func states(_ day: Double, _ outcomes: [String: RuleOutcome]) throws -> [String: AlertState] {
            let outcome = AlertRule.failures(in: outcomes)
            commune.instances = try machine.step(commune.instances, outcome, at: Commune.morning(day)).instances
            return Dictionary(
                commune.instances.map { ($0.key.labels[AlertRule.failedLabel] ?? "", $0.state) }
            ) { _, last in last }
        }
        #expect(
            try states(0, ["a": .failed("fault"), "b": .evaluated([]), "c": .failed("late")]) == [
                "a": .firing, "c": .firing,
            ])
        #expect(
            commune.instances.first?.finding.message == "a: fault" && commune.instances.first?.severity == .critical)
        #expect(
            try states(1, ["a": .evaluated([]), "b": .failed("fault")]) == ["a": .resolved, "b": .firing, "c": .firing])
        #expect(try states(2, ["b": .failed("fault"), "c": .removed])["c"] == .resolved)
    }
}
