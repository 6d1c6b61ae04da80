import AlertStates
import FormModel
import Foundation
import Testing

/// What is held back, and what becomes of it (`semantics.md` 4.7).
@Suite("Silences and suppression")
struct SilenceTests {
    @Test("4.7 a silence matches labels of the split and of the rule, rule and severity, all that it names")
    func matching() throws {
        let rule = alert { $0.labels = ["owner": "Công an xã"] }
        let matching = [
            ["village": "Đức"], ["owner": "Công an xã"], ["rule": "behind"], ["severity": "warning"],
            ["village": "Đức".decomposedStringWithCanonicalMapping, "rule": "behind"],
        ]
        let others = [["village": "b"], ["village": "Đức", "rule": "other"], ["area": "north"], ["area": ""], [:]]
        for (matchers, told) in matching.map({ ($0, 0) }) + others.map({ ($0, 1) }) {
            var commune = Commune(rule)
            commune.silence(matchers, 0..<2)
            #expect(try commune.run(0, "Đức:t").count == told, "\(matchers)")
        }
    }

    @Test("4.7 silences end by themselves: what still fires and was never told is told as firing")
    func untoldThenTold() throws {
        var commune = Commune(alert { $0.repeatEvery = Span(days: 1) })
        commune.silence(["village": "a"], 1..<4)
        #expect(try commune.run(0, "a:f") == [])
        for day in 1..<4 { #expect(try commune.run(Double(day), "a:t") == []) }
        #expect(commune["a"]?.told == AlertTold() && commune["a"]?.state == .firing)
        #expect(try commune.run(4, "a:t") == ["firing a"])
        #expect(commune["a"]?.firedAt == Commune.morning(1) && commune["a"]?.told.firingAt == Commune.morning(4))
    }

    @Test("4.7 resolved is told only for what was told as firing")
    func resolvedUntold() throws {
        var commune = Commune(alert())
        commune.silence(["rule": "behind"], 0..<2)
        for (day, found) in ["a:t", "a:f", "a:f", "a:f"].enumerated() {
            #expect(try commune.run(Double(day), found) == [])
        }
    }

    @Test("4.7 what was told as firing and resolved in a silence is told as resolved after it, however long it lasts")
    func resolvedLater() throws {
        var commune = Commune(alert { $0.repeatEvery = Span(days: 1) })
        commune.silence(["village": "a"], 1..<30)
        #expect(try commune.run(0, "a:t b:t") == ["firing a,b"])
        #expect(try commune.run(1, "a:t b:t") == ["repeated b"])
        #expect(try commune.run(2, "a:f b:f") == ["resolved b"])
        try commune.run(20, "a:f b:f")
        #expect(commune.instances.count == 1)
        #expect(try commune.run(30, "a:f") == ["resolved a"])
        try commune.run(31, "a:f")
        #expect(commune.instances.isEmpty)
    }

    @Test(
        "4.7 two alerts of a village, one told and over, one new: both are told after the silence, what is over first")
    func twoEpisodes() throws {
        var commune = Commune(alert())
        try commune.run(0, "a:t")
        commune.silence(["village": "a"], 1..<4)
        try commune.run(1, "a:f")
        try commune.run(2, "a:t")
        #expect(try commune.run(4, "a:t") == ["resolved a (1)", "firing a"])
    }

    @Test("4.7 nothing is repeated or escalated in a silence; the others of the group do not mention the silenced")
    func restIsHeldBack() throws {
        var commune = Commune(
            alert {
                $0.repeatEvery = Span(days: 1)
                $0.escalateAfter = Escalation(after: Span(days: 2), to: "Bình")
            })
        try commune.run(0, "a:t")
        commune.silence(["village": "a"], 1..<9)
        #expect(try commune.run(3, "a:t b:t") == ["firing b"])
        #expect(try commune.run(9, "a:t b:f") == ["resolved b (1)", "repeated a", "escalated a → Bình"])
    }

    static func suppressed() -> Commune {
        Commune(
            alert("behind") {
                $0.suppressedBy = ["offline"]
                $0.repeatEvery = Span(days: 1)
            }, alert("offline") { $0.keepFiringFor = Span(days: 1) })
    }

    @Test("4.7 suppressed by another rule that fires, or is kept firing, with the same labels")
    func suppression() throws {
        var commune = SilenceTests.suppressed()
        #expect(
            try commune.run(0, ["behind": "a:t b:t", "offline": "a:t b:f"]) == ["firing b", "firing a"])
        #expect(commune.notices.map(\.rule) == ["behind", "offline"])
        #expect(try commune.run(1, ["behind": "a:t b:t", "offline": "a:f"]) == ["repeated b"])
        #expect(try commune.run(2, ["behind": "a:t b:t", "offline": "a:f"]) == ["firing a,b", "resolved a"])
    }

    @Test("4.7 a pending alert of the other rule suppresses nothing, a silenced one does")
    func whatSuppresses() throws {
        var commune = SilenceTests.suppressed()
        commune.rules[1].pendingFor = Span(days: 1)
        #expect(try commune.run(0, ["behind": "a:t", "offline": "a:t"]) == ["firing a"])
        commune.silence(["rule": "offline"], 0..<9)
        #expect(try commune.run(1, ["behind": "a:t", "offline": "a:t"]) == [])
    }

    @Test("4.7 the end of what was told is told while it is suppressed")
    func resolvedWhileSuppressed() throws {
        var commune = SilenceTests.suppressed()
        try commune.run(0, ["behind": "a:t", "offline": "a:f"])
        #expect(try commune.run(1, ["behind": "a:f", "offline": "a:t"]) == ["resolved a", "firing a"])
    }

    @Test("4.7 labels that only one of the two has do not count; those that both have must agree")
    func sharedLabels() throws {
        let rules = [alert("behind") { $0.suppressedBy = ["offline"] }, alert("offline")]
        func isTold(_ own: [String: String], _ other: [String: String]) -> Bool {
            let instances = [("behind", own), ("offline", other)].map { rule, labels in
                AlertInstance(
                    key: AlertKey(rule: rule, labels: labels), state: .firing, activeSince: Commune.morning(0))
            }
            let plan = NoticePlan(
                instances, rules: rules, silences: [], at: Commune.morning(0), timeZone: Commune.timeZone)
            return plan.notices.contains { $0.rule == "behind" }
        }
        #expect(!isTold(["village": "a"], ["village": "a"]) && isTold(["village": "a"], ["village": "b"]))
        #expect(!isTold(["village": "a"], [:]) && !isTold([:], ["village": "a"]) && !isTold([:], [:]))
        #expect(!isTold(["village": "a", "sex": "female"], ["village": "a"]))
        #expect(isTold(["village": "a", "sex": "female"], ["village": "b", "age": "60"]))
        #expect(!isTold(["village": "a", "sex": "female"], ["village": "a", "age": "60"]))
        #expect(!isTold(["village": "a"], ["sex": "female"]))
    }

    @Test("4.7 rules that suppress each other in a ring, or themselves, suppress nothing; one outside of the ring does")
    func rings() throws {
        var commune = Commune(
            alert("one") { $0.suppressedBy = ["two"] }, alert("three") { $0.suppressedBy = ["one", "three"] },
            alert("two") { $0.suppressedBy = ["one"] })
        #expect(try commune.run(0, ["one": "a:t", "two": "a:t", "three": "a:t"]) == ["firing a", "firing a"])
        #expect(commune.notices.map(\.rule) == ["one", "two"])
    }
}
