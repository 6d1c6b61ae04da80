import Foundation
import Testing

@Suite("Runs of alerts that cannot be, and two at once")
struct AlertClockTests {
    @Test("without a store there is nothing to evaluate")
    func noStore() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("Rules/alerts/rules.lua", AlertWorkspace.overdue)
        let result = try workspace.run("alerts", "run")
        #expect(result.status == 69 && result.errors.contains("store"), "\(result.all)")
        #expect(!workspace.exists(".chiso"))
        for command in [["ack", "overdue", "--note", "x"], ["silence", "a=b", "--for", "1d", "--reason", "x"]] {
            #expect(try workspace.run(["alerts"] + command).status == 69)
        }
        for command in ["list", "history", "outbox"] { #expect(try workspace.run("alerts", command).status == 66) }
    }

    @Test(
        "what is asked for wrongly is told",
        arguments: [
            ["run", "--now", "tomorrow"], ["run", "--format", "csv"], ["run", "--now", "2026-02-30"],
            ["silence", "a=b"],
            ["silence", "a=b", "--for", "2 moons", "--reason", "x"], ["silence", "a", "--for", "1d", "--reason", "x"],
            ["silence", "a=b", "--until", "2020-01-01", "--reason", "x"], ["ack", "overdue"],
            ["backtest", "overdue", "--from", "2026-01-02", "--to", "2026-01-01"],
            [
                "backtest", "nothing", "--from",
                "2026-01-01", "--to", "2026-01-02",
            ], ["test-notify", "nothing"], ["history", "--since", "x"],
        ])
    func usage(_ arguments: [String]) throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        let result = try office.small.run(["alerts"] + arguments)
        #expect(result.status == 64 && !result.errors.isEmpty, "\(result.all)")
    }

    @Test("a time before the last run is refused and changes nothing, unless the clock was wrong")
    func backwards() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        try office.run(at: "2026-07-10")
        let before = try office.history()
        for time in ["2026-07-09", "2026-07-10T05:59:59"] {
            let result = try office.run(at: time, status: 65)
            #expect(result.errors.contains("--clock-was-wrong"), "\(result.all)")
        }
        #expect(try office.history() == before && office.sent().count == 1)
        // The clock was a year ahead, and what fired then fires since now.
        let result = try office.tryRun(at: "2026-07-05", "--clock-was-wrong")
        #expect(result.status == 0, "\(result.all)")
        let alert = try #require(try office.alerts().first)
        #expect(alert["state"] as? String == "firing")
        #expect(alert["active_since"] as? String == "2026-07-05T06:00:00+07:00")
        #expect(try office.sent().count == 1)
        try office.run(at: "2026-07-06")
        try office.run(at: "2026-07-12")
        #expect(try office.sent().map(\.kind) == ["firing", "repeated"])
    }

    @Test("a run that was missed is not made up for")
    func missed() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        try office.run(at: "2026-07-01")
        try office.run(at: "2026-07-31")
        try office.run(at: "2026-08-30")
        #expect(try office.sent().map(\.kind) == ["firing", "resolved"])
        try office.run(at: "2027-07-01")
        #expect(try office.sent().count == 2)
    }

    @Test("a second run while one is at work ends with 75 and touches nothing; the first ends as if alone")
    func together() throws {
        let office = try AlertWorkspace(
            AlertWorkspace.overdue, settings: "[notifiers.slow]\nkind = \"program\"\npath = \"slow.sh\"\n")
        try office.write(program: "slow.sh", "cat >>got; touch started\nwhile [ ! -e go ]; do sleep 0.05; done\n")
        let first = try office.startRun(at: "2026-07-04", until: "started")
        let rows = "SELECT count(*) FROM alert_event UNION ALL SELECT count(*) FROM alert_run"
        let before = try office.small.sqlite(rows)
        for more in [[], ["--dry-run"], ["--clock-was-wrong"]] {
            let second = try office.small.run(["alerts", "run", "--now", "2026-07-05"] + more)
            #expect(second.status == 75 && second.output.isEmpty, "\(second.all)")
            #expect(second.errors.contains("another run"), "\(second.errors)")
        }
        #expect(try office.tryRun(at: "2026-07-05", "--plugin-status").status == 3)
        #expect(try office.small.sqlite(rows) == before)
        // Reading goes on, and so does taking note.
        #expect(try office.states() == ["overdue t1": "firing"])
        #expect(try office.small.run("alerts", "ack", "overdue", "--note", "đang làm").status == 0)
        try office.small.write("go", "")
        let result = try first.finish()
        #expect(result.status == 0, "\(result.all)")
        #expect(try office.outbox() == ["slow accepted 1"])
        #expect(try office.alerts().first?["acknowledged"] is [String: Any])
        try office.run(at: "2026-07-05")
        #expect(try office.small.isSound())
    }

    @Test("a run that is killed while it delivers leaves the states; the next one sends the same message again")
    func killed() throws {
        let office = try AlertWorkspace(
            AlertWorkspace.overdue, settings: "[notifiers.slow]\nkind = \"program\"\npath = \"slow.sh\"\n")
        try office.write(
            program: "slow.sh",
            "echo $CHISO_DISPATCH >>ids; cat >/dev/null; touch started\nwhile [ ! -e go ]; do sleep 0.05; done\n")
        let first = try office.startRun(at: "2026-07-04", until: "started")
        first.signal(SIGKILL)
        #expect(try first.finish().status == SIGKILL)
        #expect(try office.outbox() == ["slow sending 1"] && office.states() == ["overdue t1": "firing"])
        try office.small.write("go", "")
        // Not before the wait after a try that failed is over.
        try office.run(at: "2026-07-04T06:01", status: 75)
        #expect(try office.outbox() == ["slow waiting 1"])
        try office.run(at: "2026-07-04T06:05")
        #expect(try office.outbox() == ["slow accepted 2"])
        let ids = try office.small.text("ids").split(separator: "\n")
        #expect(ids.count == 2 && Set(ids).count == 1, "\(ids)")
    }
}
