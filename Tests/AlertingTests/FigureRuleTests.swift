import AlertStates
import FormModel
import Testing

@Suite("A rule over an indicator (semantics 4.1)")
struct FigureRuleTests {
    @Test("without a split the whole is one instance, with value, period, label and owner")
    func whole() throws {
        let watched = try Watched(
            rule: """
                watch = "x", label = "Too few", when = function(now) return now.value < now.expected end,
                message = function(now) return now.label .. " " .. now.period .. ": " .. now.value .. " of " .. now.target end,
                """)
        for net in [true, false, false, false] { try watched.add("v1", net: .value(.boolean(net))) }
        let found = try watched.evaluate().one()
        #expect(found.labels.isEmpty && found.condition == .holds)
        #expect(found.finding.value == 25 && found.finding.period == "2026-H1" && found.finding.label == "Net")
        #expect(found.finding.message == "Net 2026-H1: 25.0 of 80.0")
        #expect(found.attributes == ["owner": "Sở"])
        // Expected by the end of June 2026: between 40 in 2025 and 80 in 2030.
        let badness = try #require(found.finding.badness)
        #expect(badness > 15 && badness < 35)
    }

    @Test("every row of the split is an instance; the message is written only where the rule holds")
    func split() throws {
        let watched = try Watched(
            rule: """
                watch = "x", by = "village", when = function(now) return now.value < 50 end,
                message = function(now) return now.labels.village .. "/" .. now.label .. "/" .. now.n .. "/" .. now.id end,
                """)
        for (village, net) in [("v1", true), ("v2", false), ("v2", true), ("v2", false)] {
            try watched.add(village, net: .value(.boolean(net)))
        }
        let found = try watched.evaluate()
        #expect(found.conditions == ["v1": "not", "v2": "holds"])
        #expect(found.message("v1") == nil && found.message("v2") == "v2/Hai/3/x")
        #expect(found.observations.map(\.labels) == [["village": "v1"], ["village": "v2"]])
        #expect(found.observations.map(\.finding.label) == ["Một", "Hai"])
        #expect(found.observations.map { $0.finding.badness ?? 0 }.max() == found.observations[1].finding.badness)
    }

    @Test(
        "a quotient by 0 is no data, neither large nor small, whatever the rule calls what it reads",
        arguments: [
            "function(now) return (100 - now.value) / now.value > 0.2 end",
            "function(a, b) return b.n > 9 or a.n // (a.value) > 1 end",
            "function(now) return now.n % now.numerator < 1 end",
            "function(now) local base = now.value; return (100 - now.value) / base > 0.2 end",
            "function(now) local a = (now.value) local b = a if now.n > 0 then return 1 / b > 0.2 end return false end",
        ])
    func divided(when: String) throws {
        let rule = "watch = \"x\", by = \"village\", when = \(when), message = \"m\","
        let watched = try Watched(rule: rule)
        for (village, net) in [("v1", false), ("v2", true)] { try watched.add(village, net: .value(.boolean(net))) }
        let found = try watched.evaluate()
        #expect(found.conditions["v1"]?.hasPrefix("no") == true && found.conditions["v1"] != "not")
    }

    @Test("of two split names, every pair is an instance")
    func pairs() throws {
        let watched = try Watched(
            rule: """
                watch = "x", by = { "village", "kind" }, when = function(now) return now.value < 50 end,
                message = function(now) return now.label end,
                """)
        try watched.add("v1", net: false, kind: "rich")
        try watched.add("v1", net: true, kind: "poor")
        let found = try watched.evaluate()
        #expect(
            found.observations.map(\.labels) == [
                ["village": "v1", "kind": "rich"], ["village": "v1", "kind": "poor"],
            ])
        #expect(found.observations.map(\.condition) == [.holds, .doesNotHold])
        #expect(found.observations.first?.finding.message == "Một · Rich")
    }

    @Test("records without the split's field are no instance")
    func unknown() throws {
        let watched = try Watched(
            rule: "watch = \"x\", by = \"village\", when = function() return true end, message = \"M\"")
        try watched.add("v1", net: true)
        try watched.add(nil, net: true)
        #expect(try watched.evaluate().conditions == ["v1": "holds"])
    }

    @Test("a village of the frame from which nothing came is an instance without data, but not without a count")
    func silent() throws {
        let watched = try Watched(
            alerts: """
                alert "a" { watch = "x", by = "village", when = function(now) return now.value < 50 end, message = "M" }
                alert "b" { watch = "x", by = "village", message = "M", when = function(now) return now.coverage < 50 end }
                """, form: "frame = from_csv \"frame\",")
        watched.coverageMinimum = 0
        try watched.add("v1", net: false, unit: "1")
        try watched.add("v2", net: true, unit: "1")
        let found = try watched.evaluate()
        #expect(found.conditions == ["v1": "holds", "v2": "not", "v3": "no data: not_computed"], "\(found.evaluation)")
        let counted = try watched.evaluate("b")
        #expect(counted.conditions == ["v1": "not", "v2": "not", "v3": "holds"], "\(counted.evaluation)")
    }

    @Test("what compares a missing number gives no data, never false; nor does it stop at the first village")
    func missing() throws {
        let watched = try Watched(
            alerts: """
                alert "a" { watch = "m", by = "village", when = function(now) return not (now.value >= 10) end, message = "M" }
                alert "b" { watch = "m", by = "village", when = function(now, before) return now.value > before.value end,
                  message = "M" }
                alert "c" { watch = "m", by = "village", when = function(now) return now.n > 0 and now.value < 10 end,
                  message = "M" }
                alert "d" { watch = "m", by = "village", when = function(now) return now.missing > 0 end, message = "M" }
                """)
        try watched.add("v1", v: .missing(.dontKnow))
        try watched.add("v2", v: 5)
        #expect(try watched.evaluate().conditions == ["v1": "no data: not_computed", "v2": "holds"])
        // There is no period before, and so nothing is more than it was.
        #expect(try watched.evaluate("b").conditions == ["v1": "no data: not_computed", "v2": "no data: not_computed"])
        #expect(try watched.evaluate("c").conditions == ["v1": "not", "v2": "holds"])
        #expect(try watched.evaluate("d").conditions == ["v1": "holds", "v2": "not"])
    }

    @Test("now.whole is the same figure over all rows, its other indicators and its trend as well")
    func ofWhole() throws {
        let watched = try Watched(
            rule: """
                watch = "x", by = "village",
                when = function(now, before) return now.value < now.whole.value end,
                message = function(now, before)
                  return now.value .. " < " .. now.whole.value .. ", " .. now.whole.n .. ", " .. before.whole.value
                    .. ", m " .. now:indicator("m").value .. " of " .. now.whole:indicator("m").value
                    .. ", trend " .. now.whole:trend(2)[1].value
                end,
                """)
        try watched.add("v1", net: true, v: 10, unit: "1", round: "2025-H2")
        try watched.add("v2", net: true, v: 10, unit: "1", round: "2025-H2")
        try watched.add("v1", net: true, v: 30, unit: "1")
        try watched.add("v2", net: false, v: 10, unit: "1")
        let found = try watched.evaluate()
        #expect(found.conditions == ["v1": "not", "v2": "holds"])
        #expect(found.message("v2") == "0.0 < 50.0, 2, 100.0, m 10.0 of 20.0, trend 100.0", "\(found.evaluation)")
    }

    @Test("now:indicator and now:trend read the same row in other figures and periods, this one last")
    func others() throws {
        let watched = try Watched(
            rule: """
                watch = "x", by = "village", when = function(now) return now:indicator("m").value > 5 end,
                message = function(now)
                  local words = {}
                  for _, figure in ipairs(now:trend(3)) do
                    table.insert(words, figure.period .. "=" .. (figure.n > 0 and figure.value or "?"))
                  end
                  return table.concat(words, " ")
                end,
                """)
        try watched.add("v1", net: true, v: 4, unit: "1", round: "2025-H2")
        try watched.add("v1", net: false, v: 6, unit: "1")
        try watched.add("v2", net: false, v: 2)
        let found = try watched.evaluate()
        #expect(found.conditions == ["v1": "holds", "v2": "not"])
        #expect(found.message("v1") == "2025-H1=? 2025-H2=100.0 2026-H1=0.0", "\(found.evaluation)")
    }

    @Test("now.change is since the period before: of a census every difference is clear; without one it is missing")
    func change() throws {
        let watched = try Watched(
            rule: """
                watch = "x", by = "village", when = function(now) return now.change.clear and now.change.difference < 0 end,
                message = function(now) return now.change.difference .. " ± " .. now.change.margin end,
                """)
        try watched.add("v1", net: true, unit: "1", round: "2025-H2")
        try watched.add("v1", net: false, unit: "1")
        try watched.add("v2", net: false, unit: "2", round: "2025-H2")
        try watched.add("v2", net: true, unit: "2")
        try watched.add("v3", net: true, unit: "3")
        let found = try watched.evaluate()
        #expect(found.conditions == ["v1": "holds", "v2": "not", "v3": "no data: not_computed"])
        #expect(found.message("v1") == "-100.0 ± 0.0")
    }

    @Test("a small cell of a confidential form is as good as unknown: nothing of its numbers is told")
    func smallCells() throws {
        let watched = try Watched(
            alerts: """
                alert "a" { watch = "x", by = "kind", when = function(now) return now.value < 50 end, message = "M" }
                alert "b" { watch = "x", by = "kind", when = function(now) return now.n < 5 end,
                  message = function(now) return now.n .. " " .. now.whole.n end }
                alert "c" { watch = "x", by = "kind", when = function(now) return now.change.clear end, message = "M" }
                alert "d" { watch = "x", by = "kind", when = function(now) return now.status == "behind" end, message = "M" }
                alert "e" { watch = "x", when = function(now) return now.value < 50 end, message = "M" }
                alert "g" { watch = "x", by = "village", when = function(now) return now.value < 50 end, message = "M" }
                """, form: "confidential = true,")
        for round in ["2025-H2", "2026-H1"] {
            for number in 1...5 { try watched.add("v1", net: false, kind: "rich", unit: "\(number)", round: round) }
            try watched.add("v2", net: .value(.boolean(round == "2025-H2")), kind: "poor", unit: "1", round: round)
        }
        #expect(try watched.evaluate().conditions == ["rich": "holds", "poor": "no data: not_computed"])
        let counted = try watched.evaluate("b")
        #expect(counted.conditions == ["rich": "not", "poor": "holds"] && counted.message("poor") == "1 6")
        // What is kept and sent to machines holds no more than what a rule can read.
        #expect(counted.observations.map(\.finding.value) == [0, nil])
        #expect(counted.observations.map { $0.finding.badness == nil } == [false, true])
        #expect(try watched.evaluate("c").conditions == ["rich": "not", "poor": "no data: not_computed"])
        #expect(try watched.evaluate("d").conditions["poor"] == "no data: not_computed")
        #expect(try watched.evaluate("e").one().condition == .holds)
        // Villages answer in public, however few of their households were asked.
        #expect(try watched.evaluate("g").conditions == ["v1": "holds", "v2": "holds"])
    }
}
