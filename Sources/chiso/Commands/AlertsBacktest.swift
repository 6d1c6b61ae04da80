import AlertStates
import Alerting
import ArgumentParser
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// `chiso alerts backtest`: when a rule would have fired.
struct AlertsBacktest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Replay a rule, as it reads now, over days that are past: when it would have fired.",
        discussion: """
            Each day it sees what the store held by then; --with-later lets it see what was stored later as well, by its \
            dates, as where records were entered long after. Nothing is kept or sent.

              chiso alerts backtest vneid_behind --from 2026-01-01 --to 2026-06-30
            """)

    @OptionGroup var options: GlobalOptions
    @Option(parsing: .unconditional, help: "The first day.") var from: String
    @Option(parsing: .unconditional, help: "The last day.") var to: String
    @Option(help: "Every so many days.") var every = 1
    @Flag(help: "See also what was stored later.") var withLater = false
    @Option(help: "table or csv.") var format: OutputFormat = .table
    @Argument(help: "The rule.") var rule: String

    func run() throws {
        guard format != .json else { throw Failure(.usage, Message("E-ALERTS-018")) }
        guard (1...366).contains(every) else {
            throw Failure(
                .usage, Message("E-CLI-015", ["option": "--every", "value": "\(every)", "allowed": "1–366"]))
        }
        var open = try OpenWorkspace(options)
        let (first, last) = (try day(from), try day(to))
        guard first <= last, last.number - first.number <= 3660 else {
            throw Failure(.usage, Message("E-ALERTS-020", ["first": first.iso, "last": last.iso]))
        }
        let store = try open.requireStore(access: .readOnly)
        var scripts = try AlertScripts(open)
        if !scripts.errors.isEmpty {
            DiagnosticPrinter(folder: open.folder, language: Console.language).print(scripts.errors)
        }
        guard let script = scripts.sound.first(where: { $0.id == rule }) else {
            throw Failure(.usage, Message("E-ALERT-002", Suggestion.facts(rule, among: scripts.sound.map(\.id))))
        }
        let machine = AlertStateMachine(rule: AlertRule(script), timeZone: open.timeZone)
        var instances: [AlertInstance] = []
        var rows: [[String]] = []
        var failures: [String] = []
        var notices = 0
        var number = first.number
        while number <= last.number {
            open.now = try AlertTime.read(Day(number: number).iso, open)
            scripts.open = open
            Console.progress(Day(number: number).iso)
            let found = try store.snapshot {
                let sources = try scripts.sources(store, known: withLater ? .now : Known(at: open.now))
                return RuleEvaluator(scripts.rules, sources: sources).evaluate(script)
            }
            if case .failed(let text) = found.outcome, !failures.contains(text) { failures.append(text) }
            let step = try machine.step(instances, found.outcome, at: open.now)
            rows += step.transitions.compactMap { row($0, open) }
            let plan = NoticePlan(
                step.instances, rules: [AlertRule(script)], silences: [], at: open.now, timeZone: open.timeZone)
            instances = plan.instances
            notices += plan.notices.count
            number += every
        }
        Console.endProgress()
        show(rows, notices)
        for text in failures {
            Console.error(Message("E-ALERTS-008", ["name": rule, "text": text]).text(in: Console.language))
        }
        if !withLater, rows.isEmpty, let stored = try store.firstStoredAt(), open.day(of: stored) > first {
            Console.note(Message("N-ALERTS-018", ["date": open.day(of: stored).iso]))
        }
        if !failures.isEmpty { throw Failure(.badData) }
    }

    private func day(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else { throw Failure(.usage, Message("E-CLI-007", ["value": text])) }
        return day
    }

    private func show(_ rows: [[String]], _ notices: Int) {
        let header = AlertTable.titles([
            ("ngày", "day"), ("việc", "event"), ("nhãn", "labels"), ("kỳ", "period"), ("giá trị", "value"),
            ("nội dung", "message"),
        ])
        switch format {
        case .csv: Console.out(AlertTable.csv(header, rows))
        case .table, .json: if !rows.isEmpty { Console.out(AlertTable.text(header, rows)) }
        }
        let facts = ["count": "\(rows.count { $0[1] == "fired" })", "notices": "\(notices)"]
        Console.note(Message("N-ALERTS-015", facts))
    }

    private func row(_ transition: AlertTransition, _ open: OpenWorkspace) -> [String]? {
        let kind: String
        switch transition.kind {
        case .pending: kind = "pending"
        case .fired: kind = "fired"
        case .resolved: kind = "resolved"
        case .gone: kind = "gone"
        case .pendingAnew, .keptFiring, .firingAgain, .unlisted: return nil
        }
        let finding = transition.instance.finding
        return [
            open.day(of: transition.time).iso, kind, AlertTable.labels(transition.instance.key.labels),
            finding.period ?? "", finding.value.map { String(format: "%g", $0) } ?? "",
            (finding.message ?? finding.label ?? "").replacing(/\s+/, with: " "),
        ]
    }
}
