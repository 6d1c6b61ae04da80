import CCurl
import Foundation

/// A request to a web service, whose answer counts by its status alone.
struct WebRequest {
    let address: WebAddress
    let timeout: Duration
    var headers: [String] = []
    /// What is sent by POST; without it the request is a GET.
    var body: [UInt8]?
    var certificates: String?
    var redaction: Redaction

    /// Makes the request; throws unless the answer is 2xx.
    func perform() throws(DeliveryError) {
        let outcome: TransferOutcome
        do throws(DeliveryError) {
            outcome = try transfer().perform()
        } catch {
            throw error.redacted(by: redaction)
        }
        guard let status = WebAnswer.status(in: outcome.head) else {
            throw outcome.failure(host: address.place, limit: timeout).redacted(by: redaction)
        }
        if let failure = failure(of: status, outcome) { throw failure.redacted(by: redaction) }
    }

    private func transfer() throws(DeliveryError) -> Transfer {
        let transfer = try Transfer(limit: timeout, upload: body ?? [])
        transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        transfer.set(CURLOPT_URL, address.text)
        transfer.set(CURLOPT_FOLLOWLOCATION, 0)
        transfer.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        // What a proxy says is no answer of the service.
        transfer.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        transfer.set(CURLOPT_USERAGENT, "chiso")
        if address.isLoopback { transfer.set(CURLOPT_PROXY, "") }
        if let certificates { transfer.set(CURLOPT_CAINFO, certificates) }
        if let body {
            transfer.set(CURLOPT_POST, 1)
            transfer.setSize(CURLOPT_POSTFIELDSIZE_LARGE, body.count)
        }
        // No leave is asked to send what is large.
        transfer.set(CURLOPT_HTTPHEADER, headers + ["Expect:"])
        return transfer
    }

    private func failure(of status: Int, _ outcome: TransferOutcome) -> DeliveryError? {
        var facts = ["host": address.place, "status": String(status)]
        switch status {
        case 200..<300: return nil
        case 300..<400: return DeliveryError(.redirected, .permanent, facts: facts)
        default: break
        }
        // Redacted before it is cut, which could leave the half of a secret.
        let text = Excerpt.line(redaction.clean(String(decoding: outcome.body, as: UTF8.self)))
        if !text.isEmpty { facts["text"] = text }
        let isPassing = status == 408 || status == 425 || status == 429 || status >= 500
        return DeliveryError(
            .webRefused, isPassing ? .transient : .permanent, facts: facts, retryAfter: outcome.retryAfter)
    }
}
