import AlertStates
import Alerting
import ArgumentParser
import Delivery
import Foundation
import Messages
import Scripting
import Storage

/// `chiso alerts run`: once, for a scheduler.
struct AlertsRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Evaluate all rules once, keep their states, and deliver what is to be told.",
        discussion: """
            For cron and systemd (Examples/scheduled): nothing runs between two calls. A run that was missed is not made \
            up for; the next one evaluates the present, once. A second run at the same time ends with 75 and touches \
            nothing.

              chiso alerts run
              chiso alerts run --dry-run
              chiso alerts run --now 2026-07-01T06:00 --format json

            Exit codes: 0 also when alerts fire; 65 a rule failed, or the clock is before the last run; 69 no store; \
            75 another run is at work, or a delivery is left for the next run. With --plugin-status 0 OK, 1 WARNING, \
            2 CRITICAL, 3 UNKNOWN, as monitoring plugins do.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(parsing: .unconditional, help: "The time of the run instead of now: 2026-07-01T06:00, or with an offset.")
    var now: String?
    @Flag(help: "Show what would be sent; keep and send nothing.") var dryRun = false
    @Flag(help: "One line and an exit code for monitoring systems.") var pluginStatus = false
    @Flag(help: "The clock was ahead by mistake: take times after now as now.") var clockWasWrong = false
    @Option(help: "table or json.") var format: OutputFormat = .table

    func run() throws {
        guard pluginStatus else { return try work() }
        do {
            try work()
        } catch let code as ExitCode {
            throw code
        } catch {
            guard let failure = Failure(error) else { throw error }
            Console.out("CHISO UNKNOWN - \(failure.message?.text(in: Console.language) ?? "")")
            throw ExitCode(AlertPlugin.unknown)
        }
    }

    private func work() throws {
        guard format != .csv else { throw Failure(.usage, Message("E-ALERTS-005")) }
        var open = try OpenWorkspace(options)
        open.now = try now.map { try AlertTime.read($0, open) } ?? AlertTime.kept(open.now)
        let started = Date()
        guard let store = try open.storeToWriteIfThere() else {
            throw Failure(.unavailable, Message("E-ALERTS-004", ["path": open.storePath]))
        }
        guard let lock = try AlertLock(store: open.storePath) else { throw Failure(.busy, Message("E-ALERTS-006")) }
        defer { withExtendedLifetime(lock) {} }
        if let last = try store.lastAlertRun(), last > open.now, !clockWasWrong {
            throw Failure(
                .badData, Message("E-ALERTS-007", ["time": open.moment(open.now), "last": open.moment(last)]))
        }
        let scripts = try AlertScripts(open)
        if !scripts.errors.isEmpty {
            DiagnosticPrinter(folder: open.folder, language: Console.language).print(scripts.errors)
        }
        let supervisor = RuleSupervisor(
            open: open, options: options, rules: scripts.sound.map(\.id), limit: open.configuration.alerts.limit)
        let findings = try supervisor.evaluate()
        let run = AlertRun(
            open: open, scripts: scripts, findings: findings, notifiers: Notifier.all(open),
            lastBackup: try store.lastBackup(), firstStored: try store.creation().at,
            knownNotices: { (try? store.notices($0)) ?? [:] }, everythingLoads: scripts.errors.isEmpty)
        var result = Result(findings: findings)
        if dryRun {
            var book = try prepared(try store.alertBook(), open)
            var additions = AlertAdditions()
            result.outcome = try run.apply(to: &book, &additions)
            result.book = book
            for notice in result.outcome.notices where format == .table && !pluginStatus {
                Console.out(show(notice, run.notifiers))
            }
        } else {
            (result.outcome, result.book) = try store.changeAlerts { book, additions in
                book = try prepared(book, open)
                let outcome = try run.apply(to: &book, &additions)
                additions.run = (open.now, summary(outcome, book))
                return (outcome, book)
            }
            let delivery = OutboxDelivery(
                open: open, store: store, notifiers: run.notifiers, collectsOutput: format == .json || pluginStatus)
            result.tally = try delivery.deliver(at: open.now)
            result.book = try store.alertBook()
        }
        result.seconds = Date().timeIntervalSince(started)
        try finish(result, open, scripts)
    }

    /// What came of a run.
    private struct Result {
        var findings: RuleSupervisor.Findings
        var outcome = AlertRun.Outcome()
        var book = AlertBook()
        var tally = OutboxDelivery.Tally()
        var seconds = 0.0
    }

    private func prepared(_ book: AlertBook, _ open: OpenWorkspace) throws -> AlertBook {
        clockWasWrong ? book.clamped(to: open.now) : book
    }

    // MARK: The end

    private func finish(_ result: Result, _ open: OpenWorkspace, _ scripts: AlertScripts) throws {
        let failed = result.outcome.failed
        for (rule, text) in failed.sorted(by: { $0.key < $1.key }) {
            Console.error(Message("E-ALERTS-008", ["name": rule, "text": text]).text(in: Console.language))
        }
        for (rule, texts) in result.findings.faults.sorted(by: { $0.key < $1.key }) where failed[rule] == nil {
            for text in texts {
                Console.note(Message("N-ALERTS-002", ["name": rule, "text": text]).text(in: Console.language))
            }
        }
        for text in result.tally.errors { Console.error(text) }
        let beat = dryRun ? nil : Heartbeats(open: open).beat()
        if let beat { Console.error(beat.text(in: Console.language)) }
        if format == .json {
            Console.out(
                AlertJSON(open: open, rules: scripts.sound)
                    .run(result.book, told: result.tally.collected, errors: errors(result)).text)
        }
        if pluginStatus {
            let status = AlertPlugin(result.book, failed: failed.count + scripts.errors.count)
            Console.out(status.line)
            // What follows the first line is long output to a monitoring system.
            for notice in result.tally.collected { Console.out("\(notice.subject)\n\n\(notice.text)") }
            throw ExitCode(status.code)
        }
        Console.note(line(result))
        guard failed.isEmpty, scripts.errors.isEmpty else { throw Failure(.badData) }
        if result.tally.failed > 0 || result.tally.waiting > 0 { throw Failure(.busy) }
    }

    private func errors(_ result: Result) -> [(String, String)] {
        result.outcome.failed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// One line for the log.
    private func line(_ result: Result) -> String {
        var facts = facts(result.outcome, result.book)
        facts["accepted"] = "\(result.tally.accepted)"
        facts["waiting"] = "\(result.tally.waiting)"
        let dead = result.book.outbox.count { $0.state == .dead }
        facts["dead"] = dead > 0 ? "\(dead)" : ""
        facts["seconds"] = String(format: "%.1f", result.seconds)
        return Message(dryRun ? "N-ALERTS-003" : "N-ALERTS-001", facts).text(in: Console.language)
    }

    private func summary(_ outcome: AlertRun.Outcome, _ book: AlertBook) -> String {
        facts(outcome, book).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    private func facts(_ outcome: AlertRun.Outcome, _ book: AlertBook) -> [String: String] {
        let count = { (body: (AlertTransition.Kind) -> Bool) in outcome.transitions.count { body($0.kind) } }
        return [
            "rules": "\(Set(book.rules.keys).subtracting(AlertRun.builtIn).count)",
            "firing": "\(book.instances.count { $0.state.isFiring })",
            "pending": "\(book.instances.count { $0.state == .pending })", "new": "\(count { $0 == .fired })",
            "resolved": "\(count { if case .resolved = $0 { true } else { false } })",
            "failed": "\(outcome.failed.count)", "notices": "\(outcome.notices.count)",
        ]
    }

    private func show(_ notice: StoredNotice, _ notifiers: [Notifier]) -> String {
        let names = notifiers.filter { $0.takes(notice) }.map(\.name).joined(separator: ", ")
        return Message("N-ALERTS-004", ["names": names.isEmpty ? "–" : names]).text(in: Console.language)
            + "\n\(notice.subject)\n\n\(notice.text)"
    }
}

/// What a monitoring system is told: the worst of what fires, as plugins of Nagios do.
struct AlertPlugin {
    static let unknown: Int32 = 3
    let code: Int32
    let line: String

    init(_ book: AlertBook, failed: Int) {
        let firing = book.instances.filter { $0.state.isFiring }
        let critical = firing.count { $0.severity == .critical }
        let warning = firing.count { $0.severity == .warning }
        // Who should have been told was not.
        let dead = book.outbox.count { $0.state == .dead }
        let word: String
        (code, word) =
            if failed > 0 {
                (AlertPlugin.unknown, "UNKNOWN")
            } else if critical > 0 {
                (2, "CRITICAL")
            } else if warning > 0 || dead > 0 {
                (1, "WARNING")
            } else {
                (0, "OK")
            }
        line =
            "CHISO \(word) - \(firing.count) firing, \(failed) failed | firing=\(firing.count) critical=\(critical) "
            + "warning=\(warning) failed=\(failed) dead=\(dead)"
    }
}

/// The sign of life of a run that went through: a file touched, a URL called.
struct Heartbeats {
    let open: OpenWorkspace

    /// What went wrong, if anything.
    func beat() -> Message? {
        let settings = open.configuration.alerts
        if let file = settings.heartbeatFile {
            let path = open.folder.path(file)
            do {
                try Data((open.text(of: open.now) + "\n").utf8).write(to: URL(fileURLWithPath: path))
            } catch {
                return Message("E-ALERTS-009", ["path": path, "text": "\(error.localizedDescription)"])
            }
        }
        guard let url = settings.heartbeatURL else { return nil }
        do throws(DeliveryError) {
            try Courier(workspace: open.folder.url.path).ping(url, timeout: .seconds(20))
            return nil
        } catch {
            return Message("E-ALERTS-009", ["path": "heartbeat_url", "text": error.message.text(in: Console.language)])
        }
    }
}

extension AlertBook {
    /// The book with nothing in it after a time: for a clock that was ahead once.
    func clamped(to time: Date) -> AlertBook {
        func earlier(_ date: Date?) -> Date? { date.map { min($0, time) } }
        // The last evaluation was before this one, which is to count.
        func before(_ date: Date?) -> Date? { date.map { min($0, time.addingTimeInterval(-0.001)) } }
        var book = self
        book.rules = rules.mapValues { rule in
            var rule = rule
            rule.lastEvaluation = before(rule.lastEvaluation)
            return rule
        }
        book.instances = instances.map { instance in
            var instance = instance
            instance.activeSince = min(instance.activeSince, time)
            instance.firedAt = earlier(instance.firedAt)
            instance.falseSince = earlier(instance.falseSince)
            instance.resolvedAt = earlier(instance.resolvedAt)
            instance.lastEvaluatedAt = before(instance.lastEvaluatedAt)
            instance.lastJudgedAt = before(instance.lastJudgedAt)
            instance.noDataSince = earlier(instance.noDataSince)
            instance.told.firingAt = earlier(instance.told.firingAt)
            instance.told.lastAt = earlier(instance.told.lastAt)
            instance.told.resolvedAt = earlier(instance.told.resolvedAt)
            instance.told.escalatedAt = earlier(instance.told.escalatedAt)
            return instance
        }
        book.outbox = outbox.map { entry in
            var entry = entry
            entry.nextAttempt = earlier(entry.nextAttempt)
            entry.lastAttempt = earlier(entry.lastAttempt)
            return entry
        }
        return book
    }
}
