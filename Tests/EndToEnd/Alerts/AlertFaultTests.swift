import Foundation
import Testing

@Suite("Alert rules that fail")
struct AlertFaultTests {
    private static func rule(
        _ id: String, watch: String = "return { { labels = { v = \"a\" } } }", when: String = "return true"
    )
        -> String
    {
        """
        alert "\(id)" { watch = function(data) \(watch) end, when = function(row) \(when) end, message = "M" }

        """
    }

    @Test("a file that does not load leaves the states of its rules unharmed, is told of itself, and so is its end")
    func broken() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        try office.write(rules: Self.rule("other", when: "return today() >= date \"2026-07-05\""), "other")
        try office.run(at: "2026-07-04")
        let good = try office.small.text("Rules/alerts/rules.lua")
        try office.write(rules: good + "alert \"next\" {")
        let broken = try office.run(at: "2026-07-05", status: 65)
        #expect(broken.errors.contains("Rules/alerts/rules.lua:"), "\(broken.all)")
        let file = "rule_failed Rules/alerts/rules.lua"
        #expect(try office.states() == ["overdue t1": "firing", "other a": "firing", file: "firing"])
        #expect(
            try office.sent().map { "\($0.rule) \($0.kind)" }.sorted() == [
                "other firing", "overdue firing", "rule_failed firing",
            ])
        #expect(try office.sent().first { $0.rule == "rule_failed" }?.severity == "critical")
        // Not resolved after it would have ended; it is repeated, as its rule last read.
        try office.run(at: "2026-08-01", status: 65)
        #expect(try office.states()["overdue t1"] == "firing")
        #expect(try office.sent().dropFirst(3).map { "\($0.rule) \($0.kind)" } == ["overdue repeated"])
        try office.write(rules: good)
        try office.run(at: "2026-08-02")
        #expect(try office.states() == ["overdue t1": "resolved", "other a": "firing", file: "resolved"])
        #expect(
            try office.sent().suffix(2).map { "\($0.rule) \($0.kind)" }.sorted() == [
                "overdue resolved", "rule_failed resolved",
            ])
    }

    @Test("a fault in a rule is one of that rule alone, with its place; the alert about it ends when it is mended")
    func fault() throws {
        let office = try AlertWorkspace(
            Self.rule("a", when: "return row.labels.v == nil or nil > 1") + Self.rule("b"))
        let result = try office.run(at: "2026-07-04", status: 65)
        #expect(result.errors.contains("'a'") && result.errors.contains("rules.lua:1"), "\(result.errors)")
        #expect(try office.states() == ["b a": "firing", "rule_failed a": "firing"])
        try office.run(at: "2026-07-05", status: 65)
        #expect(try office.sent().count == 2)
        try office.write(rules: Self.rule("a", when: "return false") + Self.rule("b"))
        try office.run(at: "2026-07-06")
        #expect(try office.states() == ["b a": "firing", "rule_failed a": "resolved"])
        #expect(try office.sent().last.map { "\($0.rule) \($0.kind)" } == "rule_failed resolved")
    }

    @Test(
        "a rule without end in any of its functions, in Lua or in the library, silences no other and is told",
        arguments: [
            rule("a", watch: "while true do end"), rule("a", when: "while true do end"),
            rule("a", when: "return string.rep(\"a\", 1e9) ~= nil"),
            rule("a", when: "return ((\"a\"):rep(60000)):find((\"a?\"):rep(30) .. (\".-\"):rep(30) .. \"b\") ~= nil"),
            rule("a", when: "local t = {} while true do t[#t + 1] = (\"x\"):rep(1000) .. #t end"),
            rule("a", when: "local function f() return f() + 1 end return f()"),
        ])
    func endless(_ rule: String) throws {
        let office = try AlertWorkspace(rule + Self.rule("b"))
        try office.write(settings: AlertWorkspace.log + "[limits]\nreport_s = 1\n")
        let result = try office.run(at: "2026-07-04", status: 65)
        #expect(result.errors.contains("'a'"), "\(result.all)")
        #expect(try office.states() == ["b a": "firing", "rule_failed a": "firing"])
        #expect(try office.sent().map(\.rule).sorted() == ["b", "rule_failed"])
    }

    @Test("a rule that takes all of a run's time leaves some to the others")
    func greedy() throws {
        let office = try AlertWorkspace(
            Self.rule("a", watch: "while true do end") + Self.rule("b") + Self.rule("c", watch: "while true do end")
                + Self.rule("d"))
        try office.write(settings: AlertWorkspace.log, alerts: "backup_days = 0\nlimit_s = 10\n")
        let result = try office.run(at: "2026-07-04", status: 65)
        #expect(result.errors.contains("limit_s"), "\(result.all)")
        #expect(
            try office.states() == [
                "b a": "firing", "d a": "firing", "rule_failed a": "firing", "rule_failed c": "firing",
            ], "\(result.all)")
    }

    @Test("where the process that evaluates dies, the rule at work failed, and the others are evaluated")
    func killedWorker() throws {
        let office = try AlertWorkspace(Self.rule("a", watch: "while true do end") + Self.rule("b"))
        let program = try RunningProgram(
            Binary.url, ["alerts", "run", "--now", "2026-07-04", "--language", "en"], in: office.small.folder)
        var worker: Int32?
        for _ in 0..<400 where worker == nil {
            usleep(25_000)
            worker = program.children.first
        }
        // Its rule has begun by then.
        sleep(3)
        kill(try #require(worker), SIGKILL)
        let result = try program.finish()
        #expect(result.status == 65 && result.errors.contains("stopped"), "\(result.all)")
        #expect(try office.states() == ["b a": "firing", "rule_failed a": "firing"])
    }

    @Test("a message that cannot be written is sent in plain words, and who runs it is told why")
    func message() throws {
        let office = try AlertWorkspace(
            AlertWorkspace.overdue.replacing("task.label .. \" was due", with: "task.lable .. nil .. \" was due"))
        let result = try office.run(at: "2026-07-04")
        #expect(result.errors.contains("'overdue'") && result.errors.contains("rules.lua:7"), "\(result.errors)")
        #expect(try office.sent().map { $0.alerts.map(\.message) } == [["Overdue task: Task one"]])
    }

    @Test("a figure whose form does not load is a fault of its rule, and no reason to call it resolved")
    func form() throws {
        let office = try AlertWorkspace(
            """
            alert "few" { watch = "accounts", by = "village", period = "half_year",
              when = function(now) return now.value < 80 end,
              message = function(now) return now.label .. ": " .. percent(now.value) end }
            """ + Self.rule("b"))
        try office.run(at: "2026-07-04")
        let states = try office.states()
        #expect(states["few v1"] == "firing", "\(states)")
        #expect(try office.sent().first { $0.rule == "few" }?.owners == ["Công an xã"])
        try office.small.write("Surveys/household.lua", "form {")
        let result = try office.run(at: "2026-07-05", status: 65)
        #expect(try office.states()["few v1"] == "firing", "\(result.all)")
        #expect(try office.states()["rule_failed few"] == "firing")
        #expect(try office.states()["b a"] == "firing")
    }
}
