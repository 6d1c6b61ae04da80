/// Why a message was not handed over: a stable code, facts, and whether another try is worth it. The sentence a person
/// reads is made elsewhere; `description` is for logs and developers. No secret is among the facts.
public struct DeliveryError: Error, Hashable, Sendable {
    /// What kind of failure it is.
    public let code: Code
    /// Whether another try is worth it.
    public let prospect: Prospect
    /// What more is known, by the names given with the codes.
    public let facts: [String: String]
    /// How long the receiver asks to be left alone before another try, where it does.
    public let retryAfter: Duration?

    /// Whether another try is worth it.
    public enum Prospect: String, Hashable, Sendable, CaseIterable {
        /// Nothing was accepted, and another try may succeed.
        case transient
        /// Nothing was accepted, and another try would fail in the same way until somebody changes something.
        case permanent
        /// The message was handed over whole, but no answer came: it may have been accepted. Another try may deliver it
        /// twice; it carries the same id, by which the receiver can tell.
        case unknown
    }

    /// A failure.
    public init(
        _ code: Code, _ prospect: Prospect, facts: [String: String] = [:], retryAfter: Duration? = nil
    ) {
        self.code = code
        self.prospect = prospect
        self.facts = facts
        self.retryAfter = retryAfter
    }
}

extension DeliveryError: CustomStringConvertible {
    /// The failure as an English sentence, for logs and developers.
    public var description: String {
        let known = facts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return known.isEmpty ? "\(code.sentence) [\(prospect)]" : "\(code.sentence) (\(known)) [\(prospect)]"
    }
}
