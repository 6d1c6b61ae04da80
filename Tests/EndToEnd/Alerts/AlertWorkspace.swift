import Foundation
import Testing

/// A small workspace with records and alert rules, and runs of them at given times.
///
///     let office = try AlertWorkspace(AlertWorkspace.overdue)
///     try office.run(at: "2026-07-04")
///     #expect(try office.sent().map(\.kind) == ["firing"])
final class AlertWorkspace {
    let small: SmallWorkspace

    /// A workspace with records, rules, and what `chiso.toml` says of notifiers.
    init(_ rules: String, settings: String = AlertWorkspace.log) throws {
        small = try SmallWorkspace.filled()
        try write(rules: rules)
        try write(settings: settings)
    }

    /// One notifier, that writes `sent.jsonl`.
    static let log = "[notifiers.log]\nkind = \"file\"\npath = \"sent.jsonl\"\n"

    /// A task that is due on 3 July and done on 1 August, told of again every week.
    static let overdue = """
        alert "overdue" {
          label = { vi = "Việc quá hạn", en = "Overdue task" },
          watch = function()
            return { { labels = { task = "t1" }, label = "Task one", owner = "Sở", due = "2026-07-03", value = 7 } }
          end,
          when = function(task) return today() > date(task.due) and today() < date "2026-08-01" end,
          message = function(task) return task.label .. " was due on " .. task.due end,
          repeat_every = "7d",
        }
        """

    func write(rules: String, _ file: String = "rules") throws { try small.write("Rules/alerts/\(file).lua", rules) }

    /// - Parameter settings: what follows `[alerts]`, in which nothing is told of backups.
    func write(settings: String, alerts: String = "backup_days = 0\n") throws {
        try small.write("chiso.toml", "schema = 1\n[alerts]\n\(alerts)\(settings)")
    }

    /// Writes a program in the workspace.
    func write(program: String, _ script: String) throws {
        try small.write(program, "#!/bin/sh\n" + script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: small.url(program).path)
    }

    /// Some days from now, at noon of Việt Nam: for what goes by the clock of the machine, such as acknowledging.
    static func day(_ days: Int) -> String {
        let format = DateFormatter()
        format.timeZone = TimeZone(identifier: "Asia/Ho_Chi_Minh")
        format.dateFormat = "yyyy-MM-dd'T'12:00"
        return format.string(from: Date().addingTimeInterval(Double(days) * 86_400))
    }

    // MARK: Running

    /// Runs the rules once, at six in the morning where only a day is given; now, where no time is.
    func tryRun(at time: String? = nil, _ more: String..., environment: [String: String] = [:]) throws -> Binary.Result
    {
        try small.run(
            ["alerts", "run"] + (time.map { ["--now", $0] } ?? []) + more, environment: environment)
    }

    /// Runs the rules once, and expects an exit code.
    @discardableResult
    func run(
        at time: String, status: Int32 = 0, environment: [String: String] = [:],
        _ place: SourceLocation = #_sourceLocation
    ) throws -> Binary.Result {
        let result = try tryRun(at: time, environment: environment)
        #expect(result.status == status, "\(time): \(result.all)", sourceLocation: place)
        return result
    }

    /// Starts a run, and waits for a file that something in it makes.
    func startRun(at time: String, until file: String) throws -> RunningProgram {
        let program = try RunningProgram(
            Binary.url, ["alerts", "run", "--now", time, "--language", "en"], in: small.folder)
        for _ in 0..<600 where program.isRunning && !small.exists(file) { usleep(50_000) }
        guard small.exists(file) else { throw SmallWorkspace.Unexpected(text: try program.finish().all) }
        return program
    }

    // MARK: What came of it

    /// A message as a program reads it.
    struct Sent: Decodable {
        let id: String
        let kind: String
        let rule: String
        let title: String
        let severity: String
        let owners: [String]
        let labels: [String: String]
        let time: String
        let alerts: [Alert]

        struct Alert: Decodable {
            let labels: [String: String]
            let state: String
            let message: String?
            let value: Double?
        }
    }

    /// What the file notifier has written.
    func sent(_ file: String = "sent.jsonl") throws -> [Sent] {
        struct Line: Decodable { let message: Sent }
        guard small.exists(file) else { return [] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try small.text(file).split(separator: "\n").map {
            try decoder.decode(Line.self, from: Data($0.utf8)).message
        }
    }

    /// `chiso alerts list --all --format json`: the alerts, each by the names of `cli.md`.
    func alerts() throws -> [[String: Any]] {
        let result = try small.run("alerts", "list", "--all", "--format", "json")
        guard result.status == 0 else { throw SmallWorkspace.Unexpected(text: result.all) }
        return try AlertWorkspace.alerts(in: result.output)
    }

    static func alerts(in json: String) throws -> [[String: Any]] {
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        return try #require(whole["alerts"] as? [[String: Any]])
    }

    /// The states, by rule and labels: `overdue t1` → `firing`.
    func states() throws -> [String: String] {
        Dictionary(
            try alerts().map { alert in
                let labels = alert["labels"] as? [String: String] ?? [:]
                let own = labels.filter { !["owner", "due"].contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
                return (
                    ([alert["rule"] as? String ?? ""] + own).joined(separator: " "), alert["state"] as? String ?? ""
                )
            }
        ) { $0 + "+" + $1 }
    }

    /// What happened, one event a line: `overdue fired`.
    func history() throws -> [String] {
        try small.sqlite("SELECT rule || ' ' || kind FROM alert_event ORDER BY number")
            .split(separator: "\n").map(String.init)
    }

    /// What is on its way: `log waiting 1` by notifier, state and tries.
    func outbox() throws -> [String] {
        let columns = "notifier || ' ' || state || ' ' || json_extract(content, '$.attempts')"
        return try small.sqlite("SELECT \(columns) FROM outbox ORDER BY queued_at, notifier").split(separator: "\n")
            .map(String.init)
    }
}
