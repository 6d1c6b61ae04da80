/// A mail server that takes messages, as the sender's provider names it.
public struct MailSettings: Hashable, Sendable {
    /// The server's name or address.
    public let host: String
    /// Its port; `nil` for the usual one: 587 for STARTTLS, 465 for TLS, 25 without.
    public let port: Int?
    /// How the connection is kept from others' eyes.
    public let security: Security
    /// Who signs in; with a secret, or not at all.
    public let user: String?
    /// The user's password.
    public let secret: Secret?
    /// Who the mail is from: `báo.cáo@…` is no address, `Chỉ số <chiso@xa.gov.vn>` and `chiso@xa.gov.vn` are.
    public let from: String
    /// Who receives it, written in the same way, unless the dispatch says so itself.
    public let to: [String]
    /// How long all of it may take.
    public let timeout: Duration
    /// A file of certificates to trust besides the system's.
    public let caFile: String?

    /// How the connection is kept from others' eyes.
    public enum Security: Hashable, Sendable {
        /// It begins in clear text and is encrypted before anything is said; a server that cannot is refused.
        case startTLS
        /// It is encrypted from the beginning.
        case tls
        /// It is not; nobody signs in over it.
        case none(ClearText)
    }

    /// A mail server.
    public init(
        host: String, port: Int? = nil, security: Security = .startTLS, user: String? = nil, secret: Secret? = nil,
        from: String, to: [String], timeout: Duration = .seconds(60), caFile: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.secret = secret
        self.from = from
        self.to = to
        self.timeout = timeout
        self.caFile = caFile
    }
}

extension MailSettings: CustomStringConvertible, CustomDebugStringConvertible {
    /// What may be shown: no secret.
    public var description: String {
        "smtp \(host), from \(from), to \(to.joined(separator: ", "))" + (secret == nil ? "" : ", secret …")
    }
    /// What may be shown: no secret.
    public var debugDescription: String { description }
}
