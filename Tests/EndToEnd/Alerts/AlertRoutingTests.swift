import Foundation
import Testing

@Suite("Which notifier takes which message")
struct AlertRoutingTests {
    /// Two offices, three severities, and a village; all over on 1 August.
    private static let rules = """
        local function over() return today() >= date "2026-08-01" end
        local function rule(id, severity, owner, village)
          alert(id) {
            label = id, severity = severity, labels = { owner = owner },
            watch = function() return { { labels = { village = village } } } end,
            when = function() return not over() end, message = id,
          }
        end
        rule("a", "info", "Sở", "v1")
        rule("b", "warning", "Công an xã", "v1")
        rule("c", "critical", "Sở", "v2")
        """

    @Test(
        "by severity, labels, owner, and whether it is told what is over",
        arguments: [
            ("", ["a firing", "b firing", "c firing", "a resolved", "b resolved", "c resolved"]),
            ("severity = \"warning\"", ["b firing", "c firing", "b resolved", "c resolved"]),
            ("severity = \"critical\"\nresolved = false", ["c firing"]),
            ("match = { owner = \"Sở\" }\nresolved = false", ["a firing", "c firing"]),
            ("match = { owner = [\"Sở\", \"Công an xã\"] }\nresolved = false", ["a firing", "b firing", "c firing"]),
            ("match = { village = \"v1\", owner = \"Sở\" }", ["a firing", "a resolved"]),
            ("match = { rule = [\"a\", \"c\"], severity = \"critical\" }\nresolved = false", ["c firing"]),
            ("match = { owner = \"Nobody\" }", []),
            ("match = { nothing = \"x\" }", []),
        ] as [(String, [String])])
    func chosen(_ settings: String, _ expected: [String]) throws {
        let office = try AlertWorkspace(Self.rules, settings: AlertWorkspace.log + settings + "\n")
        try office.run(at: "2026-07-04")
        try office.run(at: "2026-08-01")
        let sent = try office.sent()
        // The worst goes first.
        #expect(sent.map { "\($0.rule) \($0.kind)" }.sorted() == expected.sorted())
        #expect(try office.outbox().count == expected.count)
    }

    @Test("several notifiers each get their own, and an escalated alert goes to the other owner")
    func several() throws {
        let rule = Self.rules.replacing(
            "message = id,", with: "message = id, escalate_after = { \"7d\", to = \"Chủ tịch\" },")
        let office = try AlertWorkspace(
            rule,
            settings: """
                [notifiers.log]
                kind = "file"
                path = "sent.jsonl"
                match = { owner = "Sở" }
                [notifiers.top]
                kind = "file"
                path = "top.jsonl"
                match = { owner = "Chủ tịch" }
                """)
        try office.run(at: "2026-07-04")
        try office.run(at: "2026-07-11")
        try office.run(at: "2026-07-20")
        #expect(try office.sent().map { "\($0.rule) \($0.kind)" } == ["c firing", "a firing"])
        #expect(
            try office.sent("top.jsonl").map { "\($0.rule) \($0.kind)" } == [
                "c escalated", "b escalated", "a escalated",
            ])
        try office.run(at: "2026-08-01")
        // Whoever was told that it is on is told that it is over.
        #expect(try office.sent().suffix(2).map(\.kind) == ["resolved", "resolved"])
        #expect(try office.sent("top.jsonl").suffix(3).map(\.kind) == ["resolved", "resolved", "resolved"])
        #expect(try office.sent("top.jsonl").last?.owners == ["Sở", "Chủ tịch"])
    }

    @Test("without a notifier, messages go to standard output, where cron keeps them")
    func standardOutput() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue, settings: "")
        let result = try office.run(at: "2026-07-04")
        #expect(result.output.hasPrefix("Alert: Overdue task – Task one\n"), "\(result.output)")
        #expect(result.output.contains("- Task one was due on 2026-07-03 [since 06:00 on"))
        #expect(result.output.contains("Responsible: Sở"))
        #expect(try office.run(at: "2026-07-05").output.isEmpty)
        let vietnamese = try office.tryRun(at: "2026-07-11", "--language", "vi").output
        #expect(
            vietnamese.hasPrefix("Nhắc lại: Việc quá hạn – Task one\nNHẮC LẠI. Việc quá hạn (cần xem)\n"),
            "\(vietnamese)")
        #expect(vietnamese.contains("Lúc: 06:00 ngày 11/07/2026"))
    }

    @Test("groups, worst first, and no more than max_instances of them")
    func groups() throws {
        let office = try AlertWorkspace(
            """
            alert "many" {
              label = "Many", max_instances = 3, group_by = { "half" },
              watch = function()
                local rows = {}
                for number = 1, 10 do
                  table.insert(rows, {
                    labels = { village = "v" .. number }, label = "Thôn " .. number, badness = number,
                    half = number <= 5 and "one" or "two",
                  })
                end
                return rows
              end,
              when = function() return true end, message = function(row) return row.label end,
            }
            """)
        try office.run(at: "2026-07-04")
        let sent = try office.sent()
        #expect(
            sent.map { $0.alerts.compactMap(\.message) } == [
                ["Thôn 5", "Thôn 4", "Thôn 3"], ["Thôn 10", "Thôn 9", "Thôn 8"],
            ])
        #expect(sent.map { $0.labels["half"] } == ["one", "two"])
        let text = try office.small.sqlite("SELECT text FROM notice ORDER BY id LIMIT 1")
        #expect(text.contains("- and 2 more"), "\(text)")
    }

    @Test("a suppressed alert is not told of while the other fires")
    func suppressed() throws {
        let office = try AlertWorkspace(
            """
            local function rows() return { { labels = { village = "v1" } }, { labels = { village = "v2" } } } end
            alert "worse" { watch = rows, message = "M",
              when = function(row) return row.labels.village == "v1" and today() < date "2026-07-10" end }
            alert "bad" { watch = rows, when = function() return true end, message = "M", suppressed_by = "worse" }
            """)
        try office.run(at: "2026-07-04")
        #expect(try office.sent().map { "\($0.rule) \($0.labels["village"] ?? "")" } == ["bad v2", "worse v1"])
        try office.run(at: "2026-07-10")
        #expect(
            try office.sent().suffix(2).map { "\($0.rule) \($0.kind) \($0.labels["village"] ?? "")" } == [
                "bad firing v1", "worse resolved v1",
            ])
    }
}
