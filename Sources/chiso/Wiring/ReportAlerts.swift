import FormModel
import Foundation
import Reporting
import Storage

/// The alerts of a report's period, from what the store has written down of them.
struct ReportAlerts {
    let open: OpenWorkspace
    let store: Store?
    let period: Period

    private struct Episode: Hashable {
        let rule: String
        let labels: [String: String]
        let activeSince: Date?
    }

    /// Those that fired in the period, or were on when it began.
    func found() throws -> [ReportData.Alert] {
        let events = try store?.alertEvents() ?? []
        guard events.contains(where: { $0.kind == "fired" }) else { return [] }
        let scripts = try AlertScripts(open)
        let writer = AlertWriter.writer(scripts.sound, open)
        let severities = Dictionary(scripts.sound.map { ($0.id, $0.severity) }) { first, _ in first }
        let ends = events.filter { $0.kind == "resolved" }.map { (episode($0), open.day(of: $0.at)) }
        let ended = Dictionary(ends) { first, _ in first }
        return events.filter { $0.kind == "fired" }.compactMap { event in
            let fired = open.day(of: event.at)
            let end = ended[episode(event)]
            guard fired <= period.last, end.map({ $0 >= period.first }) ?? true else { return nil }
            // What ended after the period was on at its end.
            return ReportData.Alert(
                rule: event.rule, title: writer.title(event.rule),
                severity: severities[event.rule] ?? "warning", message: event.detail, fired: fired,
                ended: end.flatMap { $0 <= period.last ? $0 : nil })
        }
    }

    private func episode(_ event: AlertEvent) -> Episode {
        Episode(rule: event.rule, labels: event.labels, activeSince: event.activeSince)
    }
}
