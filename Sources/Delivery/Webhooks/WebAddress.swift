import CCurl
import Foundation

/// The address of a web service, read by the library that will follow it, so that both see the same host in it.
struct WebAddress {
    let text: String
    let scheme: String
    /// The name or address, without port.
    let host: String
    /// What may be shown of the address: the host, with the port where one is given.
    let place: String
    /// The password it holds, as it is written there and as it is sent.
    private let passwords: [String]
    /// Parts of it that may be secrets.
    private let possibleSecrets: [String]
    /// Whether it holds a user or a password.
    let signsIn: Bool

    init(_ text: String) throws(DeliveryError) {
        try OneLine.require(text, field: "url")
        let curl = try CurlLibrary.ready()
        guard let parser = curl.makeAddress() else { throw CurlLibrary.failure("libcurl reads no address") }
        defer { curl.freeAddress(parser) }
        let code = curl.setAddress(parser, CURLUPART_URL, text, 0)
        guard code == CURLUE_OK else {
            let reason = curl.addressReason(code).map { String(cString: $0) } ?? ""
            throw DeliveryError(.unusableURL, .permanent, facts: ["reason": reason])
        }
        func part(_ part: CURLUPart) -> String? {
            var pointer: UnsafeMutablePointer<CChar>?
            guard curl.getAddress(parser, part, &pointer, 0) == CURLUE_OK, let pointer else { return nil }
            defer { curl.free(pointer) }
            return String(cString: pointer)
        }
        host = part(CURLUPART_HOST) ?? ""
        scheme = part(CURLUPART_SCHEME) ?? ""
        guard scheme == "http" || scheme == "https", !host.isEmpty else {
            throw DeliveryError(
                .unusableURL, .permanent, facts: ["host": host, "reason": "neither http nor https"])
        }
        self.text = text
        place = host + (part(CURLUPART_PORT).map { ":" + $0 } ?? "")
        let (user, password) = (part(CURLUPART_USER), part(CURLUPART_PASSWORD))
        signsIn = user != nil || password != nil
        func spelled(_ texts: [String?]) -> [String] {
            texts.compactMap { $0 }.flatMap { [$0, $0.removingPercentEncoding ?? $0] }
        }
        passwords = spelled([password])
        possibleSecrets = spelled([user, part(CURLUPART_PATH), part(CURLUPART_QUERY)])
    }

    /// What must not be shown of the address.
    var redaction: Redaction {
        var redaction = Redaction()
        for text in passwords { redaction.hide(text) }
        for text in possibleSecrets { redaction.hidePossible(text) }
        return redaction
    }

    var isLoopback: Bool { Loopback.includes(host) }

    /// A text as it stands in an address: all but letters, digits and a few signs are written by their bytes.
    static func escaped(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
