/// A web service that takes messages by POST.
public struct WebhookSettings: Hashable, Sendable {
    /// Its address, of http or https.
    public let url: String
    /// Headers to send, besides those that Chiso writes.
    public let headers: [String: String]
    /// What proves who sends. `{secret}` in the address or in a header's value stands for it; where neither has that, it
    /// is sent as `Authorization: Bearer`.
    public let secret: Secret?
    /// How long all of it may take.
    public let timeout: Duration
    /// A file of certificates to trust besides the system's.
    public let caFile: String?
    /// Where a secret, or a password in the address, may go over http.
    public let clearText: ClearText

    /// A web service.
    public init(
        url: String, headers: [String: String] = [:], secret: Secret? = nil, timeout: Duration = .seconds(30),
        caFile: String? = nil, clearText: ClearText = .loopbackOnly
    ) {
        self.url = url
        self.headers = headers
        self.secret = secret
        self.timeout = timeout
        self.caFile = caFile
        self.clearText = clearText
    }
}

// The address and the headers often hold a secret of their own, so that neither is shown.
extension WebhookSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What may be shown: no secret.
    public var description: String { "webhook …" }
    /// What may be shown: no secret.
    public var debugDescription: String { description }
    /// What may be shown: no secret.
    public var customMirror: Mirror { Mirror(self, children: ["timeout": timeout]) }
}
