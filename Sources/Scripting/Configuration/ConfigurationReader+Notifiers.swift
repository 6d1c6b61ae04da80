import FormModel
import Messages
import TOMLKit

extension ConfigurationReader {
    /// The keys of every notifier, then those of each kind.
    private static let common = ["kind", "severity", "match", "resolved"]
    private static let ofKind: [NotifierConfiguration.Kind: [String]] = [
        .stdout: [], .file: ["path"], .program: ["path", "arguments", "timeout_s"],
        .webhook: ["url", "headers", "secret_env", "secret_file", "timeout_s", "ca_file", "clear_text"],
        .smtp: [
            "host", "port", "security", "user", "secret_env", "secret_file", "from", "to", "owners", "timeout_s",
            "ca_file", "clear_text",
        ],
    ]

    /// The notifiers, by name.
    func notifiers() throws(Diagnostic) -> [NotifierConfiguration] {
        guard let table = table["notifiers"]?.table else { return [] }
        var notifiers: [NotifierConfiguration] = []
        for name in table.keys.sorted() { notifiers.append(try notifier(name)) }
        return notifiers
    }

    private func notifier(_ name: String) throws(Diagnostic) -> NotifierConfiguration {
        let path = ["notifiers", name]
        guard let keys = try section(path) else { throw wrongType(path, expected: "[notifiers.\(name)]") }
        let all = ConfigurationReader.common + Set(ConfigurationReader.ofKind.values.joined()).sorted()
        for key in keys where !all.contains(key) { throw unknown(path + [key], among: all) }
        guard
            let kind = try word(path + ["kind"], NotifierConfiguration.Kind.allCases.map(\.rawValue)).flatMap(
                NotifierConfiguration.Kind.init)
        else {
            let allowed = NotifierConfiguration.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            throw wrong(path, "E-CONFIG-003", ["value": "kind = –", "allowed": allowed])
        }
        let allowed = ConfigurationReader.common + (ConfigurationReader.ofKind[kind] ?? [])
        for key in keys where !allowed.contains(key) { throw unknown(path + [key], among: allowed) }
        var notifier = NotifierConfiguration(name: name, kind: kind)
        notifier.severity = try word(path + ["severity"], ["info", "warning", "critical"]) ?? notifier.severity
        notifier.match = try lists(path + ["match"])
        notifier.resolved = try boolean(path + ["resolved"]) ?? true
        notifier.path = try string(path + ["path"])
        notifier.arguments = try strings(path + ["arguments"]) ?? []
        notifier.url = try string(path + ["url"])
        for (header, values) in try lists(path + ["headers"]) { notifier.headers[header] = values.first }
        notifier.host = try string(path + ["host"])
        notifier.port = try integer(path + ["port"], in: 1...65_535)
        notifier.security = try word(path + ["security"], ["starttls", "tls", "none"]) ?? notifier.security
        notifier.user = try string(path + ["user"])
        notifier.from = try string(path + ["from"])
        notifier.to = try strings(path + ["to"]) ?? []
        notifier.owners = try lists(path + ["owners"])
        notifier.secretEnvironment = try string(path + ["secret_env"])
        notifier.secretFile = try string(path + ["secret_file"])
        notifier.timeout = try number(path + ["timeout_s"], in: 1...3600)
        notifier.certificates = try string(path + ["ca_file"])
        notifier.clearText = try word(path + ["clear_text"], ["loopback_only", "anywhere"]) ?? notifier.clearText
        return notifier
    }

    /// `[alerts]`.
    func alerts() throws(Diagnostic) -> AlertsConfiguration {
        var alerts = AlertsConfiguration()
        alerts.heartbeatFile = try string(["alerts", "heartbeat_file"])
        alerts.heartbeatURL = try string(["alerts", "heartbeat_url"])
        alerts.keeper = try string(["alerts", "keeper"])
        alerts.backupDays = try integer(["alerts", "backup_days"], in: 0...3650) ?? alerts.backupDays
        alerts.limit = try number(["alerts", "limit_s"], in: 1...86_400) ?? alerts.limit
        return alerts
    }

    // MARK: Values

    private func word(_ path: [String], _ allowed: [String]) throws(Diagnostic) -> String? {
        guard let text = try string(path) else { return nil }
        guard !allowed.contains(text) else { return text }
        let list = allowed.map { "\"\($0)\"" }.joined(separator: ", ")
        throw wrong(path, "E-CONFIG-003", ["value": "\"\(text)\"", "allowed": list])
    }

    private func boolean(_ path: [String]) throws(Diagnostic) -> Bool? {
        guard let value = value(path) else { return nil }
        guard value.type == .bool, let flag = value.bool else { throw wrongType(path, expected: "true, false") }
        return flag
    }

    /// One text, or a list of texts.
    private func strings(_ path: [String]) throws(Diagnostic) -> [String]? {
        guard let value = value(path) else { return nil }
        if value.type == .string, let text = value.string { return [text] }
        guard value.type == .array, let array = value.array else {
            throw wrongType(path, expected: "\"…\", [\"…\", \"…\"]")
        }
        var texts: [String] = []
        for entry in array {
            guard entry.type == .string, let text = entry.string else {
                throw wrongType(path, expected: "[\"…\", \"…\"]")
            }
            texts.append(text)
        }
        return texts
    }

    /// A table of texts or lists of them.
    private func lists(_ path: [String]) throws(Diagnostic) -> [String: [String]] {
        guard let keys = try section(path) else { return [:] }
        var lists: [String: [String]] = [:]
        for key in keys { lists[key] = try strings(path + [key]) }
        return lists
    }

    /// The keys of a table; `nil` where it is not there.
    private func section(_ path: [String]) throws(Diagnostic) -> [String]? {
        guard let value = value(path) else { return nil }
        guard let table = value.table else { throw wrongType(path, expected: "{ name = \"…\" }") }
        return table.keys.sorted()
    }
}
