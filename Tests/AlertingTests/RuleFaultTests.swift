import AlertStates
import FormModel
import Scripting
import Testing

@Suite("A rule with a fault (semantics 4.6)")
struct RuleFaultTests {
    @Test("a fault in when fails the whole rule, and says where")
    func condition() throws {
        let watched = try Watched(
            rule: """
                watch = "x", by = "village", message = "M",
                when = function(now)
                  if now.labels.village == "v2" then error("unlucky") end
                  return true
                end,
                """)
        try watched.add("v1", net: true)
        #expect(try watched.evaluate().conditions == ["v1": "holds"])
        try watched.add("v2", net: true)
        let found = try watched.evaluate()
        #expect(found.failure?.contains("Rules/alerts/a.lua:4") == true, "\(found.evaluation)")
        #expect(found.failure?.contains("unlucky") == true)
        #expect(found.evaluation.faults.count == 1)
    }

    @Test(
        "what is no answer fails it",
        arguments: [("1", "a.lua:2"), ("\"yes\"", "a.lua:2"), ("now.valu < 5", "value"), ("now:trend(0)", "trend")])
    func answers(_ when: String, _ told: String) throws {
        let watched = try Watched(rule: "watch = \"x\", message = \"M\", when = function(now) return \(when) end")
        try watched.add("v1", net: true)
        let failure = try watched.evaluate().failure
        #expect(failure?.contains(told) == true, "\(failure ?? "no failure")")
    }

    @Test("nil is no: a function that falls through does not hold")
    func fallingThrough() throws {
        let watched = try Watched(
            rule: "watch = \"x\", message = \"M\", when = function(now) if now.value < 0 then return true end end")
        try watched.add("v1", net: true)
        #expect(try watched.evaluate().one().condition == .doesNotHold)
    }

    @Test("a message that cannot be written is told in plain words; its fault is noted once, the others are written")
    func message() throws {
        let watched = try Watched(
            rule: """
                watch = "x", by = "village", label = "Too few", when = function(now) return true end,
                message = function(now) if now.labels.village ~= "v2" then return now.label .. nil end return "written" end,
                """)
        for village in ["v1", "v2", "v3"] { try watched.add(village, net: true) }
        let found = try watched.evaluate()
        #expect(found.conditions == ["v1": "holds", "v2": "holds", "v3": "holds"])
        #expect(found.message("v1") == "Too few: Một" && found.message("v2") == "written")
        #expect(found.message("v3") == "Too few: Ba")
        #expect(found.evaluation.faults.count == 1, "\(found.evaluation.faults)")
    }

    @Test(
        "without a label of the rule, its id; a message that is no text is a fault as well",
        arguments: ["1", "{}", "before.value"])
    func plain(_ message: String) throws {
        let watched = try Watched(
            rule:
                "watch = \"m\", when = function(now) return true end, message = function(now, before) return \(message) end"
        )
        try watched.add("v1", v: 1)
        let found = try watched.evaluate()
        #expect(try found.one().finding.message == "a: Mean")
        #expect(found.evaluation.faults.count == 1)
    }

    @Test("endless messages cost no more than one limit, however many there are")
    func endless() throws {
        var limits = ScriptLimits()
        limits.record = 0.3
        let watched = try Watched(
            rule: """
                watch = function()
                  local rows = {}
                  for number = 1, 50 do table.insert(rows, { labels = { n = number } }) end
                  return rows
                end,
                when = function() return true end, message = function() while true do end end,
                """, limits: limits)
        let start = ContinuousClock.now
        let found = try watched.evaluate()
        #expect(found.observations.count == 50 && found.observations.allSatisfy { $0.condition == .holds })
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(found.evaluation.faults.count == 1)
    }

    @Test("an endless when fails its rule, and the next rule goes on")
    func stuck() throws {
        var limits = ScriptLimits()
        limits.record = 0.2
        let watched = try Watched(
            alerts: """
                alert "a" { watch = "x", when = function() while true do end end, message = "M" }
                alert "b" { watch = "x", when = function() return true end, message = "M" }
                """, limits: limits)
        try watched.add("v1", net: true)
        let found = try watched.evaluate()
        #expect(found.failure?.contains("Rules/alerts/a.lua:1") == true, "\(found.evaluation)")
        #expect(try watched.evaluate("b").one().condition == .holds)
    }

    @Test("a formula that fails on a record is no basis for an alert")
    func formula() throws {
        let watched = try Watched(
            rule: "watch = \"faulty\", when = function(now) return now.value > 0 end, message = \"M\"")
        try watched.add("v1", v: 1)
        #expect(try watched.evaluate().one().condition == .holds)
        try watched.add("v1", v: 13)
        let failure = try watched.evaluate().failure
        #expect(failure?.contains("faulty") == true && failure?.contains("1 record") == true, "\(failure ?? "")")
    }

    @Test("an indicator that is not there, or whose file does not load, fails the rule with the nearest name or why")
    func absent() throws {
        let watched = try Watched(
            alerts: """
                alert "a" { watch = "falty", when = function() return true end, message = "M" }
                alert "b" { watch = "broken", when = function() return true end, message = "M" }
                alert "c" { watch = "x", when = function(now) return now:indicator("mm").value > 0 end, message = "M" }
                """)
        try watched.add("v1", net: true)
        #expect(try watched.evaluate("a").failure?.contains("faulty") == true)
        #expect(try watched.evaluate("b").failure?.contains("does not load") == true)
        let failure = try watched.evaluate("c").failure
        #expect(failure?.contains("'m'") == true && failure?.contains("a.lua:3") == true, "\(failure ?? "")")
    }
}
