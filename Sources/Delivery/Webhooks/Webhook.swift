import Foundation

/// A web service as a notifier.
struct Webhook {
    private let settings: WebhookSettings
    private let address: WebAddress
    private let headers: [String]
    private let certificates: String?
    private let redaction: Redaction

    /// What stands for the secret in the settings.
    private static let placeholder = "{secret}"
    /// Headers that say what the body is and which dispatch it holds.
    private static let reserved: Set = [
        "content-type", "content-length", "transfer-encoding", "idempotency-key", "expect", "connection",
    ]

    /// Reads the settings and the secret.
    init(_ settings: WebhookSettings, by courier: Courier) throws(DeliveryError) {
        try TimeLimit.require(settings.timeout)
        // As it is written first: a secret must not decide whom it is sent to.
        let written = try WebAddress(settings.url)
        let secret = try settings.secret?.reveal(by: courier)
        address =
            try secret.map { secret throws(DeliveryError) in
                try WebAddress(
                    settings.url.replacingOccurrences(of: Self.placeholder, with: WebAddress.escaped(secret.text)))
            } ?? written
        let isSecret = secret != nil || address.signsIn
        guard address.scheme == "https" || address.isLoopback || settings.clearText == .anywhere || !isSecret else {
            throw DeliveryError(.clearText, .permanent, facts: ["host": written.place])
        }
        headers = try Self.lines(of: settings, secret)
        certificates = try CertificateFile.path(settings.caFile, by: courier)
        var redaction = address.redaction
        if let secret { redaction.hide(secret) }
        for value in settings.headers.values { redaction.hidePossible(value) }
        self.redaction = redaction
        self.settings = settings
    }

    func post(_ dispatch: Dispatch) throws(DeliveryError) {
        let request = WebRequest(
            address: address, timeout: settings.timeout, headers: headers + ["Idempotency-Key: \(dispatch.id)"],
            body: Array(dispatch.json), certificates: certificates, redaction: redaction)
        try request.perform()
    }

    private static func lines(of settings: WebhookSettings, _ secret: RevealedSecret?) throws(DeliveryError) -> [String]
    {
        var lines = ["Content-Type: application/json; charset=utf-8"]
        var isPlaced = settings.url.contains(placeholder)
        for (name, value) in settings.headers.sorted(by: { $0.key < $1.key }) {
            try OneLine.require(name + value, field: "header")
            guard isName(name), !reserved.contains(name.lowercased()), value.contains(where: { !$0.isWhitespace })
            else { throw DeliveryError(.unusableHeader, .permanent, facts: ["header": name]) }
            isPlaced = isPlaced || value.contains(placeholder)
            lines.append(
                "\(name): " + (secret.map { value.replacingOccurrences(of: placeholder, with: $0.text) } ?? value))
        }
        guard let secret, !isPlaced else { return lines }
        guard !settings.headers.keys.contains(where: { $0.lowercased() == "authorization" }) else {
            throw DeliveryError(.unusableHeader, .permanent, facts: ["header": "Authorization"])
        }
        return lines + ["Authorization: Bearer \(secret.text)"]
    }

    /// Whether a name is a token by RFC 9110, section 5.6.2.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || "0123456789!#$%&'*+-.^_`|~".unicodeScalars.contains(scalar))
            }
    }
}
