import AlertStates
import ArgumentParser
import Foundation
import Interchange
import Messages
import Storage
import VietText

/// `chiso alerts list`: what is on, since when.
struct AlertsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What fires or is pending, since when, and who has taken note.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Also what was resolved in the last 15 days.") var all = false
    @Option(help: "Only this rule.") var rule: String?
    @Option(help: "table, json or csv.") var format: OutputFormat = .table

    func run() throws {
        let open = try OpenWorkspace(options)
        let scripts = try AlertScripts(open)
        let book = try open.requireStore(access: .readOnly).alertBook()
        let shown = book.instances.filter { ($0.state.isLive || all) && (rule == nil || $0.key.rule == rule) }
            .sorted { rank($0) < rank($1) }
        switch format {
        case .json: Console.out(AlertJSON(open: open, rules: scripts.sound).list(shown).text)
        case .csv: Console.out(AlertTable.csv(AlertTable.header, shown.map { row($0, open) }))
        case .table:
            guard !shown.isEmpty else { return Console.note(Message("N-ALERTS-005")) }
            Console.out(AlertTable.text(AlertTable.header, shown.map { row($0, open) }))
        }
    }

    /// What fires first, the worst first, then by time.
    private func rank(_ instance: AlertInstance) -> (Int, Int, Date, String) {
        let state = instance.state.isFiring ? 0 : instance.state == .pending ? 1 : 2
        let severity = instance.severity == .critical ? 0 : instance.severity == .warning ? 1 : 2
        return (state, severity, instance.activeSince, instance.key.rule)
    }

    private func row(_ instance: AlertInstance, _ open: OpenWorkspace) -> [String] {
        let said = instance.finding.message ?? instance.finding.label ?? ""
        var notes: [String] = []
        if let note = instance.acknowledgement { notes.append("ack \(note.by): \(note.note)") }
        if instance.noDataSince != nil { notes.append(Message("N-ALERTS-006").text(in: Console.language)) }
        return [
            AlertTable.word(instance.state), instance.severity.rawValue, instance.key.rule,
            AlertTable.labels(instance.key.labels), open.moment(instance.activeSince),
            AlertLabelList.of(instance)[AlertRule.ownerLabel] ?? "", said.replacing(/\s+/, with: " "),
            notes.joined(separator: "; "),
        ]
    }
}

/// Alerts and what happened to them as plain tables.
enum AlertTable {
    static var header: [String] {
        titles(
            [
                ("trạng thái", "state"), ("mức", "severity"), ("quy tắc", "rule"), ("nhãn", "labels"), ("từ", "since"),
                ("trách nhiệm", "owner"), ("nội dung", "message"), ("ghi chú", "note"),
            ])
    }

    static func titles(_ pairs: [(String, String)]) -> [String] {
        pairs.map { Console.language == .vietnamese ? $0.0 : $0.1 }
    }

    static func word(_ state: AlertState) -> String {
        let isVietnamese = Console.language == .vietnamese
        return switch state {
        case .pending: isVietnamese ? "chờ" : "pending"
        case .firing: isVietnamese ? "đang báo" : "firing"
        case .keptFiring: isVietnamese ? "còn báo" : "kept firing"
        case .resolved: isVietnamese ? "đã hết" : "resolved"
        }
    }

    static func labels(_ labels: [String: String]) -> String {
        labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }

    static func text(_ header: [String], _ rows: [[String]]) -> String {
        TextTable(columns: header.map { .init($0, .left, most: 60) }, rows: rows).text(fitting: Console.width)
    }

    static func csv(_ header: [String], _ rows: [[String]]) -> String {
        let sink = MemorySink()
        var writer = CSVWriter(sink)
        // A sink in memory takes everything.
        for row in [header] + rows { try? writer.write(row) }
        try? writer.close()
        return String(decoding: sink.bytes, as: UTF8.self)
    }
}
