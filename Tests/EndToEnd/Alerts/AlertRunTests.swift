import Foundation
import Testing

@Suite("chiso alerts run")
struct AlertRunTests {
    @Test("fires once, is silent at the same time, repeats when it is due, and says when it is over")
    func story() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        try office.run(at: "2026-07-03")
        #expect(try office.sent().isEmpty && office.alerts().isEmpty)
        let first = try office.run(at: "2026-07-04")
        #expect(first.output.isEmpty && first.errors.contains("1 rule, 1 firing (1 new)"), "\(first.all)")
        let message = try #require(try office.sent().first)
        #expect(message.kind == "firing" && message.rule == "overdue" && message.title == "Overdue task")
        #expect(message.owners == ["Sở"] && message.time == "2026-07-04T06:00:00+07:00")
        #expect(message.alerts.map(\.message) == ["Task one was due on 2026-07-03"])
        #expect(message.alerts.map(\.labels) == [["task": "t1"]] && message.alerts.map(\.value) == [7])

        let (history, outbox) = (try office.history(), try office.outbox())
        #expect(outbox == ["log accepted 1"])
        let again = try office.run(at: "2026-07-04")
        #expect(again.errors.contains("0 messages"), "\(again.errors)")
        #expect(try office.history() == history && office.outbox() == outbox && office.sent().count == 1)

        try office.run(at: "2026-07-11T05:59")
        #expect(try office.sent().count == 1)
        try office.run(at: "2026-07-11T06:00")
        try office.run(at: "2026-07-12")
        #expect(try office.sent().map(\.kind) == ["firing", "repeated"])
        try office.run(at: "2026-08-01")
        try office.run(at: "2026-08-02")
        #expect(try office.sent().map(\.kind) == ["firing", "repeated", "resolved"])
        #expect(try office.history() == ["overdue fired", "overdue resolved"])
        #expect(try office.states() == ["overdue t1": "resolved"])
        // Listed for fifteen days.
        try office.run(at: "2026-08-17")
        #expect(try office.alerts().isEmpty)
        #expect(try office.small.isSound())
    }

    @Test("it must hold for pending_for, and goes on firing for keep_firing_for")
    func pending() throws {
        let rule = AlertWorkspace.overdue.replacing(
            "repeat_every = \"7d\"", with: "pending_for = \"3d\", keep_firing_for = \"2d\"")
        let office = try AlertWorkspace(rule)
        for (day, state) in [
            ("2026-07-04", "pending"), ("2026-07-06", "pending"), ("2026-07-07", "firing"), ("2026-07-31", "firing"),
            ("2026-08-01", "kept_firing"), ("2026-08-02", "kept_firing"), ("2026-08-03", "resolved"),
        ] {
            try office.run(at: day)
            #expect(try office.states() == ["overdue t1": state], "\(day)")
        }
        #expect(try office.sent().map(\.kind) == ["firing", "resolved"])
    }

    @Test("--dry-run shows what would be sent, keeps nothing and sends nothing")
    func dryRun() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        try office.run(at: "2026-07-03")
        let path = office.small.url(SmallWorkspace.store)
        let before = try Data(contentsOf: path)
        let log = try? Data(contentsOf: URL(fileURLWithPath: path.path + "-wal"))
        let result = try office.tryRun(at: "2026-07-04", "--dry-run")
        #expect(result.status == 0 && result.output.contains("Task one was due on 2026-07-03"), "\(result.all)")
        #expect(result.output.contains("log") && result.errors.contains("nothing kept or sent"))
        #expect(try Data(contentsOf: path) == before)
        #expect((try? Data(contentsOf: URL(fileURLWithPath: path.path + "-wal"))) == log)
        #expect(try office.sent().isEmpty && office.alerts().isEmpty)
        // A time before is none for the next run.
        try office.run(at: "2026-07-03")
    }

    @Test("--format json has the keys of cli.md")
    func json() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        let text = try office.tryRun(at: "2026-07-04", "--format", "json").output
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(whole["now"] as? String == "2026-07-04T06:00:00+07:00")
        #expect((whole["errors"] as? [Any])?.isEmpty == true)
        let alert = try #require((whole["alerts"] as? [[String: Any]])?.first)
        #expect(alert["rule"] as? String == "overdue" && alert["severity"] as? String == "warning")
        #expect(alert["labels"] as? [String: String] == ["task": "t1", "owner": "Sở", "due": "2026-07-03"])
        #expect(alert["state"] as? String == "firing" && alert["period"] as? String == "2026-H2")
        for key in ["active_since", "fired_at"] { #expect(alert[key] as? String == "2026-07-04T06:00:00+07:00") }
        #expect(alert["resolved_at"] is NSNull && alert["value"] as? Double == 7)
        #expect(alert["message"] as? String == "Task one was due on 2026-07-03" && alert["notified"] as? Bool == true)
        let listed = try office.alerts()
        #expect(listed as NSArray == [alert] as NSArray)

        try office.write(
            rules: "alert \"bad\" { watch = function() return 1 end, when = function() end, message = \"M\" }")
        let bad = try office.tryRun(at: "2026-07-05", "--format", "json")
        let errors = try #require(
            (try JSONSerialization.jsonObject(with: Data(bad.output.utf8)) as? [String: Any])?["errors"]
                as? [[String: Any]])
        #expect(bad.status == 65 && errors.count == 1 && errors[0]["rule"] as? String == "bad", "\(bad.all)")
        #expect((errors.first?["message"] as? String)?.contains("rules.lua:1") == true)
    }

    @Test("--plugin-status gives one line and the code of a plugin")
    func plugin() throws {
        func status(_ time: String, _ office: AlertWorkspace) throws -> (Int32, String) {
            let result = try office.tryRun(at: time, "--plugin-status", "--quiet")
            return (result.status, result.output)
        }
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        #expect(try status("2026-07-03", office).0 == 0)
        let warning = try status("2026-07-04", office)
        let figures = "firing=1 critical=0 warning=1 failed=0 dead=0"
        #expect(warning == (1, "CHISO WARNING - 1 firing, 0 failed | \(figures)\n"))
        let rule = AlertWorkspace.overdue.replacing("repeat_every", with: "severity = \"critical\", repeat_every")
        try office.write(rules: rule)
        #expect(
            try status("2026-07-05", office) == (
                2,
                warning.1.replacing("WARNING", with: "CRITICAL")
                    .replacing("critical=0 warning=1", with: "critical=1 warning=0")
            ))
        try office.write(rules: rule.replacing("critical", with: "info"))
        let info = try status("2026-07-06", office)
        #expect(info.0 == 0 && info.1.hasPrefix("CHISO OK - 1 firing"), "\(info)")
        try office.write(rules: "alert \"bad\" {", "bad")
        let failed = try status("2026-07-07", office)
        #expect(failed.0 == 3 && failed.1.hasPrefix("CHISO UNKNOWN"), "\(failed)")
        #expect(try status("2026-07-06", office).0 == 3)
        let none = try SmallWorkspace().run("alerts", "run", "--plugin-status")
        #expect(none.status == 3 && none.output.hasPrefix("CHISO UNKNOWN - "), "\(none.all)")
    }

    @Test("a rule that is gone is resolved as removed, once every file loads; an edited one keeps its state")
    func removed() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        try office.run(at: "2026-07-04")
        // Edited: it goes on firing, although it would have to hold for longer now.
        try office.write(
            rules: AlertWorkspace.overdue.replacing("repeat_every", with: "pending_for = \"30d\", repeat_every"))
        try office.run(at: "2026-07-05")
        #expect(try office.states() == ["overdue t1": "firing"] && office.sent().count == 1)
        // Gone, while another file does not load: who knows where it went.
        try office.small.remove("Rules/alerts/rules.lua")
        try office.write(rules: "alert {", "other")
        try office.run(at: "2026-07-06", status: 65)
        #expect(try office.states()["overdue t1"] == "firing")
        try office.write(rules: "", "other")
        try office.run(at: "2026-07-07")
        let alert = try #require(try office.alerts().first { $0["rule"] as? String == "overdue" })
        #expect(alert["state"] as? String == "resolved" && alert["resolved_because"] as? String == "rule_removed")
        let told = try #require(try office.sent().last { $0.rule == "overdue" })
        #expect(told.kind == "resolved" && told.owners == ["Sở"])
        #expect(try office.small.run("alerts", "history", "--rule", "overdue").output.contains("rule_removed"))
        try office.run(at: "2026-07-30")
        #expect(try office.alerts().isEmpty)
    }
}
