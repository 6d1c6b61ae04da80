/// A sign of life to a service that raises the alarm when none comes. Its address is often the only proof of who sends it,
/// so that no more than its host is shown.
struct Heartbeat {
    private let address: WebAddress
    private let timeout: Duration

    init(url: String, timeout: Duration) throws(DeliveryError) {
        try TimeLimit.require(timeout)
        address = try WebAddress(url)
        self.timeout = timeout
    }

    func ping() throws(DeliveryError) {
        try WebRequest(address: address, timeout: timeout, redaction: address.redaction).perform()
    }
}
