import Foundation

/// What must not be shown, and takes it out of what others have written: a server may say a password back.
struct Redaction: Sendable {
    private var hidden: Set<String> = []

    /// Hides a secret as it is, as an address spells it, and as mail servers are told it.
    mutating func hide(_ secret: RevealedSecret, user: String? = nil) {
        hide(secret.text)
        hide(WebAddress.escaped(secret.text))
        hide(Data(secret.text.utf8).base64EncodedString())
        if let user { hide(Data("\0\(user)\0\(secret.text)".utf8).base64EncodedString()) }
    }

    /// Hides a text, whatever it is.
    mutating func hide(_ text: String) {
        if !text.isEmpty { hidden.insert(text) }
    }

    /// Hides what may be a secret, and the words of it: not those that are too short for one.
    mutating func hidePossible(_ text: String) {
        for part in [text[...]] + text.split(whereSeparator: { " /&=?,;".contains($0) }) where part.utf8.count >= 8 {
            hide(String(part))
        }
    }

    func clean(_ text: String) -> String {
        // The longest first, for one may be within another.
        hidden.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }.reduce(text) { cleaned, secret in
            cleaned.replacingOccurrences(of: secret, with: "…", options: .literal)
        }
    }
}

extension DeliveryError {
    /// The facts that others have written.
    private static let foreign: Set = ["text", "reply", "reason"]

    /// The same failure without what must not be shown.
    func redacted(by redaction: Redaction) -> DeliveryError {
        var facts = facts
        for name in Self.foreign { facts[name] = facts[name].map(redaction.clean) }
        return DeliveryError(code, prospect, facts: facts, retryAfter: retryAfter)
    }
}
