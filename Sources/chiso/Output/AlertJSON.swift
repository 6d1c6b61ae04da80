import AlertStates
import Alerting
import FormModel
import Foundation
import Storage

/// Alerts as the JSON of `cli.md`.
struct AlertJSON {
    let open: OpenWorkspace
    let rules: [AlertScript]

    /// - Parameter told: what would have gone to standard output.
    func run(_ book: AlertBook, told: [StoredNotice], errors: [(String, String)]) -> JSON {
        .object([
            ("now", .string(open.text(of: open.now))), ("alerts", .array(book.instances.map(alert))),
            (
                "notices",
                .array(
                    told.map { notice in
                        .object([
                            ("id", .string(notice.id)), ("kind", .string(notice.kind)),
                            ("subject", .string(notice.subject)), ("text", .string(notice.text)),
                        ])
                    })
            ),
            (
                "errors",
                .array(errors.map { .object([("rule", .string($0.0)), ("message", .string($0.1))]) })
            ),
        ])
    }

    func list(_ instances: [AlertInstance]) -> JSON {
        .object([("now", .string(open.text(of: open.now))), ("alerts", .array(instances.map(alert)))])
    }

    private func alert(_ instance: AlertInstance) -> JSON {
        let labels = AlertLabelList.of(instance)
        return .object([
            ("rule", .string(instance.key.rule)),
            ("labels", .object(labels.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
            ("severity", .string(instance.severity.rawValue)), ("period", .string(instance.finding.period)),
            ("state", .string(instance.state.rawValue)),
            ("active_since", .string(open.text(of: instance.activeSince))),
            ("fired_at", .string(instance.firedAt.map(open.text(of:)))),
            ("resolved_at", .string(instance.resolvedAt.map(open.text(of:)))),
            ("resolved_because", .string(instance.resolvedBecause?.rawValue)),
            ("no_data_since", .string(instance.noDataSince.map(open.text(of:)))),
            ("value", .number(instance.finding.value)), ("label", .string(instance.finding.label)),
            ("message", .string(instance.finding.message)), ("notified", .boolean(instance.told.firingAt != nil)),
            (
                "acknowledged",
                instance.acknowledgement.map {
                    .object([
                        ("at", .string(open.text(of: $0.time))), ("by", .string($0.by)), ("note", .string($0.note)),
                    ])
                } ?? .null
            ),
        ])
    }
}

/// The labels of an alert as people and programs see them: what was observed, the rule's, those of the split.
enum AlertLabelList {
    static func of(_ instance: AlertInstance) -> [String: String] {
        instance.attributes.merging(instance.ruleLabels) { _, own in own }.merging(instance.key.labels) { _, own in own
        }
    }
}
