import CCurl

/// What came of an exchange with a server.
struct TransferOutcome {
    let code: CURLcode
    /// What libcurl says of a failure.
    let reason: String
    /// Whether all that was to be sent was taken, so that the server may have acted on it.
    let isHandedOver: Bool
    /// The lines of the head, or the replies of a mail server, without their ends.
    let head: [String]
    /// The beginning of the body.
    let body: [UInt8]
    /// How long the server asks to be left alone.
    let retryAfter: Duration?

    /// Why there is no answer that decides.
    func failure(host: String, limit: Duration) -> DeliveryError {
        let lost: DeliveryError.Prospect = isHandedOver ? .unknown : .transient
        let facts = ["host": host, "reason": Excerpt.line(reason)]
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            return DeliveryError(.unknownHost, .transient, facts: ["host": host])
        case CURLE_COULDNT_CONNECT:
            return DeliveryError(.cannotConnect, .transient, facts: facts)
        // A certificate is renewed, a disturber goes away: the message is the same.
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            return DeliveryError(.encryptionFailed, isHandedOver ? .unknown : .transient, facts: facts)
        case CURLE_SSL_CACERT_BADFILE:
            return DeliveryError(.encryptionFailed, .permanent, facts: facts)
        case CURLE_USE_SSL_FAILED:
            return DeliveryError(.noEncryption, .transient, facts: ["host": host])
        case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK:
            return DeliveryError(.timedOut, lost, facts: ["host": host, "seconds": TimeLimit.text(limit)])
        case CURLE_URL_MALFORMAT:
            return DeliveryError(.unusableURL, .permanent, facts: facts)
        case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT, CURLE_NOT_BUILT_IN, CURLE_BAD_FUNCTION_ARGUMENT:
            return DeliveryError(.unexpected, lost, facts: facts)
        default:
            return DeliveryError(.connectionLost, lost, facts: facts)
        }
    }
}

extension [UInt8] {
    /// The lines of what a server has said, without their ends.
    var lines: [String] {
        split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
    }
}
