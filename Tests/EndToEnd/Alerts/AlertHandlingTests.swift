import Foundation
import Testing

@Suite("What people do about alerts")
struct AlertHandlingTests {
    /// Two villages whose tasks are late from the start, told of every week.
    private static let rules = """
        alert "late" {
          label = { vi = "Trễ", en = "Late" }, labels = { owner = "Sở" },
          watch = function()
            return { { labels = { village = "v1" }, label = "Một" }, { labels = { village = "v2" }, label = "Hai" } }
          end,
          when = function(row) return not (today() >= date "OVER") end, message = function(row) return row.label .. " late" end,
          group_by = "village", repeat_every = "7d",
        }
        """

    private func day(_ days: Int) -> String { AlertWorkspace.day(days) }

    private func office(overAfter days: Int = 40) throws -> AlertWorkspace {
        let over = day(days).prefix(10)
        return try AlertWorkspace(Self.rules.replacing("OVER", with: over))
    }

    @Test("list shows what is on, the rule's and the split's labels, in three formats and two languages")
    func list() throws {
        let office = try office()
        #expect(try office.small.run("alerts", "list").errors.contains("no alerts"))
        try office.run(at: day(1))
        let table = try office.small.run("alerts", "list")
        #expect(
            table.status == 0 && table.output.contains("firing") && table.output.contains("village=v2"), "\(table.all)")
        let csv = try office.small.run("alerts", "list", "--format", "csv", "--language", "vi").output.split(
            whereSeparator: \.isNewline)
        #expect(csv.count == 3 && csv[0].hasPrefix("trạng thái,mức,"), "\(csv)")
        try #require(csv.count == 3)
        #expect(csv[1].hasPrefix("đang báo,warning,late,village=v1,") && csv[1].contains("Sở,Một late"), "\(csv)")
        #expect(
            try office.small.run("alerts", "list", "--rule", "other", "--format", "csv").output.split(
                whereSeparator: \.isNewline
            )
            .count == 1)
        try office.run(at: day(41))
        #expect(try office.small.run("alerts", "list").output.isEmpty)
        #expect(try office.small.run("alerts", "list", "--all").output.contains("resolved"))
    }

    @Test("history tells what began, ended and was done, of a rule and from a day on")
    func history() throws {
        let office = try office()
        try office.run(at: day(1))
        _ = try office.small.run("alerts", "ack", "late", "--label", "village=v1", "--note", "họp")
        try office.run(at: day(41))
        let json = try office.small.run("alerts", "history", "--format", "json").output
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]])
        let events = try #require(whole["events"])
        try #require(events.count == 5, "\(events)")
        #expect(
            events.compactMap { $0["event"] as? String } == ["fired", "fired", "acknowledged", "resolved", "resolved"])
        #expect((events[2]["detail"] as? String)?.hasSuffix(": họp") == true)
        #expect(events[2]["labels"] as? [String: String] == ["village": "v1"])
        let since = try office.small.run("alerts", "history", "--since", String(day(40).prefix(10)), "--format", "csv")
            .output
        #expect(since.split(whereSeparator: \.isNewline).count == 3, "\(since)")
        #expect(try office.small.run("alerts", "history", "--rule", "other").output.isEmpty)
    }

    @Test("an acknowledged alert is not repeated; its end is told; one that starts anew is told again")
    func acknowledge() throws {
        let office = try office()
        try office.run(at: day(1))
        let done = try office.small.run("alerts", "ack", "late", "--label", "village=v1", "--note", "đang làm")
        #expect(done.status == 0 && done.errors.contains("1 alert"), "\(done.all)")
        try office.run(at: day(9))
        #expect(
            try office.sent().map { "\($0.kind) \($0.labels["village"] ?? "")" } == [
                "firing v1", "firing v2", "repeated v2",
            ])
        #expect(try office.small.run("alerts", "list").output.contains("đang làm"))
        try office.run(at: day(41))
        #expect(try office.sent().suffix(2).map(\.kind) == ["resolved", "resolved"])
        #expect(try office.small.run("alerts", "ack", "late", "--note", "x").status == 1)
        try office.write(rules: Self.rules.replacing("OVER", with: "2199-01-01"))
        try office.run(at: day(42))
        try office.run(at: day(50))
        #expect(try office.sent().suffix(4).map(\.kind) == ["firing", "firing", "repeated", "repeated"])
    }

    @Test("a silence holds back what its labels match, until it ends; what is due then is told")
    func silence() throws {
        let office = try office()
        let silenced = try office.small.run(
            "alerts", "silence", "village=v1", "--until", String(day(5).prefix(10)), "--reason", "lũ")
        #expect(silenced.status == 0, "\(silenced.all)")
        let shown = try office.small.run("alerts", "silence").output
        #expect(shown.contains("village=v1") && shown.contains("lũ"), "\(shown)")
        try office.run(at: day(1))
        #expect(try office.sent().map { $0.labels["village"] } == ["v2"])
        #expect(try office.states() == ["late v1": "firing", "late v2": "firing"])
        try office.run(at: day(4))
        #expect(try office.sent().count == 1)
        try office.run(at: day(5))
        #expect(try office.sent().map { $0.labels["village"] } == ["v2", "v1"])
        _ = try office.small.run("alerts", "silence", "rule=late", "--for", "30d", "--reason", "x")
        try office.run(at: day(13))
        #expect(try office.sent().count == 2)
        let id = try #require(
            try office.small.run("alerts", "silence").output.split(separator: "\n").first { $0.contains("rule=late") }?
                .split(separator: " ").first { $0.count == 8 })
        #expect(try office.small.run("alerts", "silence", "--end", String(id.prefix(4))).status == 0)
        #expect(try office.small.run("alerts", "silence", "--end", String(id)).status == 1)
        try office.run(at: day(14))
        #expect(try office.sent().suffix(2).map(\.kind) == ["repeated", "repeated"])
        #expect(try office.history().contains("late silenced") && office.history().contains("late silence_ended"))
    }

    @Test("what was silenced throughout is never told, not even that it is over")
    func silencedThroughout() throws {
        let office = try office(overAfter: 3)
        _ = try office.small.run("alerts", "silence", "severity=warning", "--for", "10d", "--reason", "x")
        try office.run(at: day(1))
        try office.run(at: day(4))
        try office.run(at: day(12))
        #expect(try office.sent().isEmpty && office.states() == ["late v1": "resolved", "late v2": "resolved"])
    }

    @Test("backtest tells when a rule would have fired, and keeps and sends nothing")
    func backtest() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        let before = try Data(contentsOf: office.small.url(SmallWorkspace.store))
        let result = try office.small.run(
            "alerts", "backtest", "overdue", "--from", "2026-07-01", "--to", "2026-08-05", "--format", "csv")
        #expect(result.status == 0, "\(result.all)")
        let rows = result.output.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",").prefix(3).joined(separator: " ")
        }
        #expect(rows == ["2026-07-04 fired task=t1", "2026-08-01 resolved task=t1"])
        // Once, then on 11, 18 and 25 July, and that it is over.
        #expect(result.errors.contains("1 time") && result.errors.contains("5 messages"), "\(result.errors)")
        #expect(try office.alerts().isEmpty && !office.small.exists("sent.jsonl"))
        #expect(try Data(contentsOf: office.small.url(SmallWorkspace.store)) == before)
        let weekly = try office.small.run(
            "alerts", "backtest", "overdue", "--from", "2026-07-01", "--to", "2026-08-05", "--every", "7", "--format",
            "csv")
        #expect(weekly.output.contains("2026-07-08,fired"), "\(weekly.output)")
        try office.write(rules: AlertWorkspace.overdue.replacing("today() > date", with: "nothing > date"))
        #expect(
            try office.small.run("alerts", "backtest", "overdue", "--from", "2026-07-01", "--to", "2026-07-02").status
                == 65)
    }

    @Test("test-notify sends one message by each notifier, and says which failed")
    func testNotify() throws {
        let office = try office()
        let one = try office.small.run("alerts", "test-notify", "log")
        #expect(one.status == 0 && one.errors.contains("'log'"), "\(one.all)")
        #expect(try office.small.text("sent.jsonl").contains("\"id\":\"chiso-"))
        try office.write(
            settings: AlertWorkspace.log + "[notifiers.gone]\nkind = \"program\"\npath = \"no.sh\"\n"
                + "[notifiers.half]\nkind = \"smtp\"\nhost = \"127.0.0.1\"\n")
        let all = try office.small.run("alerts", "test-notify")
        #expect(all.status == 1 && all.errors.contains("'gone'") && all.errors.contains("lacks from"), "\(all.all)")
        #expect(all.errors.contains("'log' has taken"))
        #expect(try office.outbox().isEmpty)
    }
}
