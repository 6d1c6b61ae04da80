import AlertStates
import FormModel
import Foundation
import Testing

/// What is told to whom (`semantics.md` 4.7).
@Suite("Notices")
struct NoticeTests {
    static let owned = alert {
        $0.keepFiringFor = Span(days: 2)
        $0.repeatEvery = Span(days: 3)
        $0.labels = ["owner": "Công an xã"]
    }

    @Test("4.7 one when it starts firing, one when it is resolved, none while it is pending")
    func firingAndResolved() throws {
        var commune = Commune(alert { $0.pendingFor = Span(days: 1) })
        #expect(try commune.run(0, "a:t") == [])
        #expect(try commune.run(1, "a:t") == ["firing a"])
        #expect(try commune.run(2, "a:t") == [])
        #expect(try commune.run(3, "a:f") == ["resolved a"])
        #expect(try commune.run(4, "a:f") == [])
        #expect(commune["a"]?.told.firingAt == Commune.morning(1))
        #expect(commune["a"]?.told.resolvedAt == Commune.morning(3))
    }

    @Test("a rule whose end is no news tells the beginning only, and keeps nothing waiting for its end")
    func endIsNoNews() throws {
        var commune = Commune(alert { $0.sendsResolved = false })
        #expect(try commune.run(0, "a:t").count == 1)
        #expect(try commune.run(1, "a:f").isEmpty)
        #expect(try commune.run(17, "a:f").isEmpty && commune.instances.isEmpty)
    }

    @Test("4.2 pending and false: no message at all")
    func pendingAndFalse() throws {
        var commune = Commune(alert { $0.pendingFor = Span(days: 9) })
        for day in 0..<6 { #expect(try commune.run(Double(day), day % 3 == 2 ? "a:f" : "a:t") == []) }
    }

    @Test("4.7 repeated once repeat_every has passed since the last sent, also while kept firing")
    func repeated() throws {
        var commune = Commune(NoticeTests.owned)
        var told: [String: [String]] = [:]
        for (day, found) in ["a:t", "a:t", "a:t", "a:t", "a:t", "a:f", "a:t", "a:f", "a:f", "a:f"].enumerated() {
            let notices = try commune.run(Double(day), found)
            if !notices.isEmpty { told["\(day)"] = notices }
        }
        let again = ["repeated a → Công an xã"]
        #expect(
            told == ["0": ["firing a → Công an xã"], "3": again, "6": again, "9": ["resolved a → Công an xã"]])
        var late = Commune(NoticeTests.owned)
        try late.run(0, "a:t")
        #expect(try late.run(2.9, "a:t") == [] && late.run(5, "a:t") == again)
        #expect(try late.run(7.9, "a:f") == [])
        #expect(try late.run(8, "a:f") == again)
    }

    @Test("4.3 and 4.7 a second run at one time tells nothing, even where repeat_every is 0")
    func sameTime() throws {
        var commune = Commune(alert { $0.repeatEvery = Span(days: 0) })
        #expect(try commune.run(0, "a:t") == ["firing a"])
        #expect(try commune.run(0, "a:t") == [])
        #expect(try commune.run(1, "a:t") == ["repeated a"] && commune.run(1, "a:t") == [])
    }

    @Test("4.7 acknowledging stops repeats, not the resolved message, and holds for this alert only")
    func acknowledged() throws {
        var commune = Commune(NoticeTests.owned)
        try commune.run(0, "a:t")
        commune.acknowledge("a", 1)
        for day in 1..<9 { #expect(try commune.run(Double(day), "a:t") == []) }
        try commune.run(9, "a:f")
        #expect(try commune.run(11, "a:f") == ["resolved a → Công an xã"])
        #expect(try commune.run(12, "a:t") == ["firing a → Công an xã"])
        #expect(try commune.run(15, "a:t") == ["repeated a → Công an xã"])
    }

    @Test("4.7 a failed rule or missing data do not stop the repeats of what fires")
    func repeatedWithoutData() throws {
        var commune = Commune(NoticeTests.owned)
        try commune.run(0, "a:t")
        #expect(try commune.run(3, "a:n") == ["repeated a → Công an xã"])
        #expect(try commune.run(6, "x") == ["repeated a → Công an xã"])
        commune.rules = []
        #expect(try commune.run(9, ["behind": "x"]) == [])
    }

    @Test("4.7 grouped by group_by, whose labels may be the rule's too")
    func grouped() throws {
        var commune = Commune(alert { $0.groupBy = ["village"] })
        #expect(try commune.run(0, "b:t a:t") == ["firing a", "firing b"])
        for labels in [["owner"], ["area"], ["rule"], ["severity"], []] {
            var together = Commune(
                alert {
                    $0.labels = ["owner": "An", "area": "north"]
                    $0.groupBy = labels
                })
            #expect(try together.run(0, "b:t a:t") == ["firing a,b → An"])
        }
        var rules = Commune(alert("one"), alert("two"))
        #expect(try rules.run(0, ["one": "a:t", "two": "a:t"]) == ["firing a", "firing a"])
    }

    @Test("4.7 an owner who is a label of the split gets a notice of their own")
    func ownerOfTheSplit() throws {
        let rule = alert { $0.labels = ["owner": "Văn phòng", "area": "north"] }
        let found = ["An", "Bình"].map { AlertObservation(labels: ["owner": $0], condition: .holds) }
        let machine = AlertStateMachine(rule: rule, timeZone: Commune.timeZone)
        let step = try machine.step([], .evaluated(found), at: Commune.morning(0))
        let plan = NoticePlan(
            step.instances, rules: [rule], silences: [], at: Commune.morning(0), timeZone: Commune.timeZone)
        #expect(plan.notices.map(\.to) == [["An"], ["Bình"]])
        #expect(plan.notices.map(\.labels) == [["owner": "An", "area": "north"], ["owner": "Bình", "area": "north"]])
    }

    @Test("4.7 an owner left empty is nobody by name")
    func emptyOwner() throws {
        var commune = Commune(alert { $0.labels = ["owner": ""] })
        #expect(try commune.run(0, "a:t") == ["firing a"])
    }

    @Test("4.7 at most max_instances are listed, worst first, and the others counted")
    func worstFirst() throws {
        var commune = Commune(alert { $0.maxInstances = 3 })
        #expect(try commune.run(0, "a:t1 b:t c:t9 d:t5 e:t5 f:t-2") == ["firing c,d,e +3"])
        #expect(commune.instances.allSatisfy { $0.told.firingAt != nil })
        #expect(commune.notices.first?.listed.first?.told.firingAt == Commune.morning(0))
        var all = Commune(alert())
        #expect(try all.run(0, "a:t1 b:t c:tnan d:t5 e:t5 f:t-2") == ["firing d,e,a,f,b,c"])
        var none = Commune(alert { $0.maxInstances = 0 })
        #expect(try none.run(0, "a:t b:t") == ["firing  +2"])
    }

    @Test("4.7 new and repeated of a group at one time are one notice: the new ones first, then how many fire already")
    func oneNotice() throws {
        var commune = Commune(
            alert {
                $0.repeatEvery = Span(days: 3)
                $0.maxInstances = 2
            })
        #expect(try commune.run(0, "a:t9") == ["firing a"])
        #expect(try commune.run(1, "a:t9 b:t8") == ["firing b (1)"])
        #expect(try commune.run(3, "a:t9 b:t8 c:t1") == ["firing c,a (1)"])
        #expect(commune.notices.first?.new == 1 && commune["a"]?.told.lastAt == Commune.morning(3))
        #expect(commune["a"]?.told.firingAt == Commune.morning(0) && commune["b"]?.told.lastAt == Commune.morning(1))
        #expect(try commune.run(6, "a:t9 b:t8 c:t1 d:t2") == ["firing d,a +2"])
        #expect(try commune.run(7, "a:f b:t8 c:t1 d:t2") == ["resolved a (3)"])
    }

    @Test("4.7 a notice says what its alerts have in common, how bad it is, and when")
    func contents() throws {
        var commune = Commune(
            alert {
                $0.labels = ["owner": "An", "area": "north"]
                $0.severity = .critical
            })
        try commune.run(0, "a:t b:t")
        let notice = try #require(commune.notices.first)
        #expect(notice.labels == ["owner": "An", "area": "north"] && notice.severity == .critical)
        #expect(notice.time == Commune.morning(0) && notice.new == 2 && notice.to == ["An"])
        try commune.run(1, "a:f b:t")
        #expect(commune.notices.map(\.labels) == [["owner": "An", "area": "north", "village": "a"]])
    }

    @Test("4.7 a notice's id is made of rule, kind, group and time, and is the same in both Unicode forms")
    func ids() throws {
        let name = "Đức Tân/1, a=b"
        func ids(_ village: String) throws -> [String] {
            let rule = alert {
                $0.groupBy = ["village"]
                $0.labels = ["owner": "An"]
            }
            let found = AlertObservation(labels: ["village": village], condition: .holds)
            let step = try AlertStateMachine(rule: rule, timeZone: Commune.timeZone)
                .step([], .evaluated([found]), at: Commune.morning(0))
            return NoticePlan(
                step.instances, rules: [rule], silences: [], at: Commune.morning(0), timeZone: Commune.timeZone
            ).notices.map(\.id)
        }
        let composed = try ids(name.precomposedStringWithCanonicalMapping)
        #expect(composed == ["behind/firing/owner=An,village=Đức Tân%2F1%2C a%3Db/2026-06-30T23:00:00.000Z"])
        let decomposed = try ids(name.decomposedStringWithCanonicalMapping)
        #expect(composed.map { Array($0.utf8) } == decomposed.map { Array($0.utf8) })
    }

    @Test("4.7 two plans at the very same time, with a silence lifted between them, make two ids")
    func idsAtOneTime() throws {
        var commune = Commune(alert())
        commune.silence(["village": "a"], 0..<9)
        try commune.run(0, "a:t b:t")
        let first = commune.notices.map(\.id)
        commune.silences = []
        #expect(try commune.run(0, "a:t b:t") == ["firing a (1)"])
        #expect(commune.notices.map(\.id) == first.map { $0 + "+1" })
        #expect(try commune.run(0, "a:t b:t") == [])
    }

    @Test("4.8 a rule that fails does not silence the others")
    func oneFails() throws {
        var commune = Commune(alert("one"), alert("two"))
        try commune.run(0, ["one": "a:t", "two": "a:f"])
        #expect(try commune.run(1, ["one": "x", "two": "a:t"]) == ["firing a"])
        #expect(commune.notices.map(\.rule) == ["two"])
    }

    @Test("4.7 escalated once to another owner, unless acknowledged; the end is told to both")
    func escalated() throws {
        let rule = alert {
            $0.pendingFor = Span(days: 1)
            $0.labels = ["owner": "An"]
            $0.escalateAfter = Escalation(after: Span(days: 3), to: "Bình")
        }
        var commune = Commune(rule)
        try commune.run(0, "a:t")
        #expect(try commune.run(1, "a:t b:t") == ["firing a → An"])
        #expect(try commune.run(3, "a:t b:t") == ["firing b (1) → An"])
        commune.acknowledge("b", 3)
        #expect(try commune.run(4, "a:t b:t") == ["escalated a (1) → Bình"])
        #expect(commune["a"]?.told.escalatedTo == "Bình" && commune["a"]?.told.lastAt == Commune.morning(1))
        for day in 5..<9 { #expect(try commune.run(Double(day), "a:t b:t") == []) }
        #expect(try commune.run(9, "a:f b:t") == ["resolved a (1) → An,Bình"])
        #expect(try commune.run(10, "b:f") == ["resolved b → An"])
    }

    @Test("4.7 an escalation does not put off the repeat to the owner")
    func escalationAndRepeat() throws {
        var commune = Commune(
            alert {
                $0.repeatEvery = Span(days: 2)
                $0.escalateAfter = Escalation(after: Span(days: 1), to: "Bình")
            })
        try commune.run(0, "a:t")
        #expect(try commune.run(1, "a:t") == ["escalated a → Bình"])
        #expect(try commune.run(2, "a:t") == ["repeated a"])
    }
}
