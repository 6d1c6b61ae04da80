import CCurl
import Foundation

/// A mail server as a notifier.
struct MailServer {
    let settings: MailSettings
    private let port: Int
    private let from: Mailbox
    private let to: [Mailbox]
    private let signIn: SignIn?
    private let certificates: String?
    private let redaction: Redaction

    /// Who signs in.
    private struct SignIn {
        let user: String
        let secret: RevealedSecret
    }

    /// How long the server may take to say farewell, once it has accepted a message.
    private static let farewell = Duration.seconds(2)

    /// Reads the settings and the secret.
    init(_ settings: MailSettings, by courier: Courier) throws(DeliveryError) {
        self.settings = settings
        try TimeLimit.require(settings.timeout)
        port = settings.port ?? settings.security.usualPort
        try Self.requireHost(settings.host, port)
        from = try Mailbox(settings.from, field: "from")
        to = try settings.to.map { text throws(DeliveryError) in try Mailbox(text, field: "to") }
        try Self.requireSecurity(settings)
        signIn = try Self.signIn(settings, by: courier)
        certificates = try CertificateFile.path(settings.caFile, by: courier)
        var redaction = Redaction()
        if let signIn { redaction.hide(signIn.secret, user: signIn.user) }
        self.redaction = redaction
    }

    /// Sends a mail, and says whom the server refused.
    func send(_ dispatch: Dispatch) throws(DeliveryError) -> Receipt {
        let recipients = try recipients(of: dispatch)
        let message = MailMessage(from: from, to: recipients, dispatch: dispatch).bytes
        let outcome: TransferOutcome
        do throws(DeliveryError) {
            outcome = try transfer(message, to: recipients).perform()
        } catch {
            throw error.redacted(by: redaction)
        }
        let talk = MailConversation(
            outcome.head, startTLS: settings.security == .startTLS, signsIn: signIn != nil,
            recipientCount: recipients.count)
        guard talk.message?.isPositive == true else {
            let failure = refusal(in: talk, recipients) ?? silence(outcome)
            throw failure.redacted(by: redaction)
        }
        return Receipt(refused: refusals(in: talk, recipients))
    }

    private func recipients(of dispatch: Dispatch) throws(DeliveryError) -> [Mailbox] {
        let named = try dispatch.recipients?.map { text throws(DeliveryError) in try Mailbox(text, field: "to") } ?? to
        var known: Set<String> = []
        let recipients = named.filter { known.insert($0.address).inserted }
        guard !recipients.isEmpty else { throw DeliveryError(.noRecipient, .permanent) }
        return recipients
    }

    private func transfer(_ message: [UInt8], to recipients: [Mailbox]) throws(DeliveryError) -> Transfer {
        let transfer = try Transfer(limit: settings.timeout, upload: message)
        let scheme = settings.security == .tls ? "smtps" : "smtp"
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        transfer.set(CURLOPT_PROTOCOLS_STR, scheme)
        transfer.set(CURLOPT_URL, "\(scheme)://\(host):\(port)")
        transfer.set(CURLOPT_PROXY, "")
        if settings.security == .startTLS { transfer.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let certificates { transfer.set(CURLOPT_CAINFO, certificates) }
        if let signIn {
            transfer.set(CURLOPT_USERNAME, signIn.user)
            transfer.set(CURLOPT_PASSWORD, signIn.secret.text)
            transfer.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        }
        transfer.set(CURLOPT_MAIL_FROM, "<\(from.address)>")
        transfer.set(CURLOPT_MAIL_RCPT, recipients.map { "<\($0.address)>" })
        // One wrong address must not keep the message from the others.
        transfer.set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1)
        transfer.set(CURLOPT_UPLOAD, 1)
        transfer.setSize(CURLOPT_INFILESIZE_LARGE, message.count)
        transfer.leave(after: Self.farewell)
        return transfer
    }

    // MARK: What the server said

    /// The reply by which the server refused, as an error.
    private func refusal(in talk: MailConversation, _ recipients: [Mailbox]) -> DeliveryError? {
        func refused(_ step: String, _ reply: MailConversation.Reply?) -> DeliveryError? {
            guard let reply, reply.isRefusal else { return nil }
            return DeliveryError(
                .mailRefused, reply.prospect,
                facts: ["host": settings.host, "step": step, "reply": reply.text(redaction)])
        }
        if let early = refused("greeting", talk.greeting) ?? refused("hello", talk.hello) { return early }
        if let reply = talk.encryption, reply.isRefusal {
            return DeliveryError(
                .noEncryption, .transient, facts: ["host": settings.host, "reply": reply.text(redaction)])
        }
        if let reply = talk.signIn, reply.isRefusal, let signIn {
            return DeliveryError(
                .signInRefused, reply.prospect,
                facts: ["host": settings.host, "user": signIn.user, "reply": reply.text(redaction)])
        }
        if let early = refused("sender", talk.sender) { return early }
        let refusals = refusals(in: talk, recipients)
        if let first = refusals.first, refusals.count == recipients.count {
            let isLasting = refusals.allSatisfy { $0.prospect == .permanent }
            return DeliveryError(
                .recipientsRefused, isLasting ? .permanent : .transient,
                facts: [
                    "host": settings.host, "recipients": refusals.map(\.recipient).joined(separator: ", "),
                    "reply": first.reply,
                ])
        }
        return refused("data", talk.data) ?? refused("message", talk.message)
    }

    private func refusals(in talk: MailConversation, _ recipients: [Mailbox]) -> [Receipt.Refusal] {
        zip(recipients, talk.recipients).filter { !$1.isPositive }.map { recipient, reply in
            Receipt.Refusal(recipient: recipient.address, reply: reply.text(redaction), prospect: reply.prospect)
        }
    }

    /// That no reply decides.
    private func silence(_ outcome: TransferOutcome) -> DeliveryError {
        if outcome.code == CURLE_LOGIN_DENIED, let signIn {
            // The server knows no way to sign in that is used here.
            return DeliveryError(.signInRefused, .permanent, facts: ["host": settings.host, "user": signIn.user])
        }
        return outcome.failure(host: settings.host, limit: settings.timeout)
    }
}

extension MailServer {
    fileprivate static func requireHost(_ host: String, _ port: Int) throws(DeliveryError) {
        try OneLine.require(host, field: "host")
        let isName = host.utf8.allSatisfy { $0.isLetterOrDigit || ".-:_".utf8.contains($0) }
        guard !host.isEmpty, isName, (1...65_535).contains(port) else {
            throw DeliveryError(.unusableHost, .permanent, facts: ["host": host, "port": String(port)])
        }
    }

    fileprivate static func requireSecurity(_ settings: MailSettings) throws(DeliveryError) {
        guard case .none(let clearText) = settings.security else { return }
        if let user = settings.user {
            throw DeliveryError(.clearText, .permanent, facts: ["host": settings.host, "user": user])
        }
        guard clearText == .anywhere || Loopback.includes(settings.host) else {
            throw DeliveryError(.clearText, .permanent, facts: ["host": settings.host])
        }
    }

    private static func signIn(_ settings: MailSettings, by courier: Courier) throws(DeliveryError) -> SignIn? {
        switch (settings.user, settings.secret) {
        case (nil, nil): return nil
        case (let user?, let secret?):
            try OneLine.require(user, field: "user")
            return SignIn(user: user, secret: try secret.reveal(by: courier))
        default: throw DeliveryError(.halfSignIn, .permanent, facts: ["host": settings.host])
        }
    }
}

extension MailSettings.Security {
    /// The port that such servers usually listen at.
    fileprivate var usualPort: Int {
        switch self {
        case .startTLS: 587
        case .tls: 465
        case .none: 25
        }
    }
}
