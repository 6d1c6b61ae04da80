import AlertStates
import Crypto
import Delivery
import Foundation
import Messages
import Scripting
import Storage

/// A notifier of `chiso.toml`: which notices it takes, and how they are handed over.
struct Notifier {
    let configuration: NotifierConfiguration

    /// Those of a workspace; without any, messages go to standard output, where cron and systemd keep them.
    static func all(_ open: OpenWorkspace) -> [Notifier] {
        let configured = open.configuration.notifiers.map(Notifier.init)
        return configured.isEmpty
            ? [Notifier(configuration: NotifierConfiguration(name: "stdout", kind: .stdout))] : configured
    }

    var name: String { configuration.name }

    // MARK: Which

    /// Whether it takes a notice: bad enough, with the labels that it asks for.
    func takes(_ notice: StoredNotice) -> Bool {
        guard notice.kind != NoticeKind.resolved.rawValue || configuration.resolved else { return false }
        let least = AlertSeverity(rawValue: configuration.severity) ?? .info
        guard AlertSeverity(rawValue: notice.severity) ?? .critical >= least else { return false }
        return configuration.match.allSatisfy { name, wanted in
            if name == AlertRule.ownerLabel { return notice.to.contains(where: wanted.contains) }
            return notice.labels[name].map(wanted.contains) ?? false
        }
    }

    // MARK: How

    /// How it hands over.
    /// - Throws: `Message` for what `chiso.toml` leaves out.
    func settings() throws(Message) -> NotifierSettings {
        switch configuration.kind {
        case .stdout: return .stdout
        case .file: return .file(path: try required(configuration.path, "path"))
        case .program:
            return .program(
                ProgramSettings(
                    path: try required(configuration.path, "path"), arguments: configuration.arguments,
                    timeout: .seconds(configuration.timeout ?? 30)))
        case .webhook:
            return .webhook(
                WebhookSettings(
                    url: try required(configuration.url, "url"), headers: configuration.headers, secret: secret,
                    timeout: .seconds(configuration.timeout ?? 30), caFile: configuration.certificates,
                    clearText: clearText))
        case .smtp:
            return .smtp(
                MailSettings(
                    host: try required(configuration.host, "host"), port: configuration.port, security: security,
                    user: configuration.user, secret: secret, from: try required(configuration.from, "from"),
                    to: try recipients(), timeout: .seconds(configuration.timeout ?? 60),
                    caFile: configuration.certificates))
        }
    }

    private func required(_ value: String?, _ key: String) throws(Message) -> String {
        guard let value, !value.isEmpty else { throw Message("E-ALERTS-010", ["name": name, "key": key]) }
        return value
    }

    private func recipients() throws(Message) -> [String] {
        let all =
            configuration.to.isEmpty ? Array(Set(configuration.owners.values.joined())).sorted() : configuration.to
        guard !all.isEmpty else { throw Message("E-ALERTS-010", ["name": name, "key": "to"]) }
        return all
    }

    private var secret: Secret? {
        if let variable = configuration.secretEnvironment { return .environment(variable) }
        return configuration.secretFile.map { .file($0) }
    }

    private var clearText: ClearText { ClearText(rawValue: configuration.clearText) ?? .loopbackOnly }

    private var security: MailSettings.Security {
        switch configuration.security {
        case "tls": .tls
        case "none": .none(clearText)
        default: .startTLS
        }
    }

    /// A notice as it is handed over. Its id is the same at every try, and another for each notifier.
    func dispatch(_ notice: StoredNotice) throws(DeliveryError) -> Dispatch {
        let id = SHA256.hash(data: Data((name + "\u{0}" + notice.id).utf8)).prefix(16)
            .map { String(format: "%02x", $0) }.joined()
        // Who is responsible gets it; where nobody of them has an address, those who get everything.
        let own = notice.to.flatMap { configuration.owners[$0] ?? [] }
        return try Dispatch(
            id: "chiso-" + id, subject: notice.subject, text: notice.text, json: Data(notice.json.utf8),
            recipients: own.isEmpty ? nil : own.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            date: notice.at)
    }
}

extension DeliveryError {
    /// The failure as a message.
    var message: Message {
        var facts = facts
        // What a program says may have several lines.
        facts["text"] = facts["text"].map { $0.split(whereSeparator: \.isNewline).joined(separator: " / ") }
        return Message("E-DELIVERY-" + code.rawValue, facts)
    }
}
