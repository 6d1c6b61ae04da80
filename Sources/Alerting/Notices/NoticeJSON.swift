import AlertStates
import Foundation

/// A notice for programs and web services: one object, with sorted keys.
struct NoticeJSON {
    private struct Alert: Encodable {
        let labels: [String: String]
        let label: String?
        let state: String
        let activeSince: String
        let firedAt: String?
        let resolvedAt: String?
        let value: Double?
        let period: String?
        let message: String?
    }

    private struct Content: Encodable {
        let id: String
        let kind: String
        let rule: String
        let title: String
        let severity: String
        let owners: [String]
        let labels: [String: String]
        let time: String
        let alerts: [Alert]
        let unlisted: Int
        let othersFiring: Int
    }

    private let content: Content

    init(_ writer: NoticeWriter, _ notice: Notice) {
        content = Content(
            id: notice.id, kind: notice.kind.rawValue, rule: notice.rule, title: writer.title(notice.rule),
            severity: notice.severity.rawValue, owners: notice.to, labels: notice.labels,
            time: writer.stamp(notice.time),
            alerts: notice.listed.map { instance in
                Alert(
                    labels: instance.key.labels, label: instance.finding.label, state: instance.state.rawValue,
                    activeSince: writer.stamp(instance.activeSince), firedAt: instance.firedAt.map(writer.stamp),
                    resolvedAt: instance.resolvedAt.map(writer.stamp),
                    value: instance.finding.value.flatMap { $0.isFinite ? $0 : nil }, period: instance.finding.period,
                    message: instance.finding.message)
            }, unlisted: notice.unlisted, othersFiring: notice.othersFiring)
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return (try? encoder.encode(content)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
