import AlertStates
import ArgumentParser
import FormModel
import Foundation
import Messages
import Storage

/// `chiso alerts history`: what happened to alerts, and what was done about them.
struct AlertsHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "What began, fired, ended, was delivered or not, and what was done about it.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Only this rule.") var rule: String?
    @Option(parsing: .unconditional, help: "Only from this day on.") var since: String?
    @Option(help: "table, json or csv.") var format: OutputFormat = .table

    func run() throws {
        let open = try OpenWorkspace(options)
        var first: Day?
        if let since {
            guard let day = Day(iso: since) else { throw Failure(.usage, Message("E-CLI-007", ["value": since])) }
            first = day
        }
        let events = try open.requireStore(access: .readOnly).alertEvents().filter { event in
            (rule == nil || event.rule == rule) && (first.map { open.day(of: event.at) >= $0 } ?? true)
        }
        let header = AlertTable.titles([
            ("lúc", "at"), ("quy tắc", "rule"), ("nhãn", "labels"), ("việc", "event"), ("từ", "since"),
            ("chi tiết", "detail"),
        ])
        let rows = events.map { event in
            [
                open.moment(event.at), event.rule, AlertTable.labels(event.labels), event.kind,
                event.activeSince.map(open.moment) ?? "", event.detail.replacing(/\s+/, with: " "),
            ]
        }
        switch format {
        case .csv: Console.out(AlertTable.csv(header, rows))
        case .table:
            guard !rows.isEmpty else { return Console.note(Message("N-ALERTS-005")) }
            Console.out(AlertTable.text(header, rows))
        case .json:
            Console.out(
                JSON.object([("events", .array(events.map { json($0, open) }))]).text)
        }
    }

    private func json(_ event: AlertEvent, _ open: OpenWorkspace) -> JSON {
        .object([
            ("at", .string(open.text(of: event.at))), ("rule", .string(event.rule)),
            ("labels", .object(event.labels.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
            ("event", .string(event.kind)), ("active_since", .string(event.activeSince.map(open.text(of:)))),
            ("detail", .string(event.detail)),
        ])
    }
}
