import Foundation
import LoopbackServers
import Testing

@Suite("Signs of life, and the age of the backup")
struct AlertLifeTests {
    @Test("each run that went through touches a file and calls an address; one that could not be calls neither")
    func heartbeat() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        let server = try TestServer("http", "ok", inFolder: office.small.folder.path)
        let url = "http://127.0.0.1:\(server.port)/ping/secret-path"
        let beats = "backup_days = 0\nheartbeat_file = \"alive\"\nheartbeat_url = \"\(url)\"\n"
        try office.write(settings: AlertWorkspace.log, alerts: beats)
        try office.run(at: "2026-07-04")
        #expect(try office.small.text("alive") == "2026-07-04T06:00:00+07:00\n")
        #expect(try server.events("request").map { "\($0.method ?? "") \($0.path ?? "")" } == ["GET /ping/secret-path"])
        // A failing rule is told by itself; the run went through.
        try office.write(rules: "alert \"bad\" {", "bad")
        try office.run(at: "2026-07-05", status: 65)
        #expect(try office.small.text("alive").hasPrefix("2026-07-05"))
        _ = try office.tryRun(at: "2026-07-06", "--dry-run")
        try office.run(at: "2026-07-01", status: 65)
        #expect(try office.small.text("alive").hasPrefix("2026-07-05") && server.events("request").count == 2)
    }

    @Test("a heartbeat that fails is told, without its address, and changes nothing else", arguments: ["500", "hang"])
    func deadHeartbeat(_ mode: String) throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        let server = try TestServer("http", mode, inFolder: office.small.folder.path)
        guard mode == "500" else {
            // Nobody listens there at all.
            try office.write(
                settings: AlertWorkspace.log,
                alerts:
                    "backup_days = 0\nheartbeat_file = \"no/alive\"\nheartbeat_url = \"http://127.0.0.1:1/geheim\"\n")
            let result = try office.run(at: "2026-07-04")
            #expect(result.errors.contains("heartbeat") && result.errors.contains("no/alive"), "\(result.all)")
            #expect(try office.sent().count == 1)
            return
        }
        try office.write(
            settings: AlertWorkspace.log,
            alerts: "backup_days = 0\nheartbeat_url = \"http://127.0.0.1:\(server.port)/geheim\"\n")
        let result = try office.run(at: "2026-07-04")
        #expect(result.errors.contains("heartbeat") && !result.all.contains("geheim"), "\(result.all)")
        #expect(try office.sent().count == 1)
    }

    @Test("a store that was not copied for a week is told of, every week, until it is")
    func backup() throws {
        let office = try AlertWorkspace("")
        try office.write(settings: AlertWorkspace.log, alerts: "")
        func run(_ days: Int) throws {
            let time = Date().addingTimeInterval(Double(days) * 86_400 + 3600).formatted(.iso8601)
            let result = try office.tryRun(at: time)
            #expect(result.status == 0, "\(result.all)")
        }
        try run(6)
        #expect(try office.alerts().isEmpty)
        try run(7)
        try run(8)
        try run(14)
        #expect(try office.sent().map { "\($0.rule) \($0.kind)" } == ["backup_old firing", "backup_old repeated"])
        #expect(try office.sent()[0].title == "The backup is old" && office.states() == ["backup_old": "firing"])
        #expect(try office.sent()[1].alerts[0].message?.contains("14 days") == true)
        try office.write(settings: AlertWorkspace.log, alerts: "backup_days = 30\n")
        try run(15)
        #expect(try office.sent().last?.kind == "resolved" && office.states() == ["backup_old": "resolved"])
    }

    @Test("a backup ends it")
    func copied() throws {
        let office = try AlertWorkspace("")
        try office.write(settings: AlertWorkspace.log, alerts: "backup_days = 1\n")
        let later = { (days: Int) in Date().addingTimeInterval(Double(days) * 86_400 + 60).formatted(.iso8601) }
        _ = try office.small.sqlite("UPDATE setting SET value = '2020-01-01T00:00:00.000Z' WHERE key = 'created_at'")
        _ = try office.tryRun()
        #expect(try office.states() == ["backup_old": "firing"])
        #expect(try office.small.run("db", "backup", "copy.sqlite").status == 0)
        _ = try office.tryRun()
        #expect(try office.states() == ["backup_old": "resolved"])
        _ = try office.tryRun(at: later(1))
        #expect(try office.sent().map(\.kind) == ["firing", "resolved", "firing"])
    }
}
