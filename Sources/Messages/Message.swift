import FormModel
import VietText

/// What went wrong, as a stable code and the facts of the case. The sentence that a person reads is made from the one
/// catalogue, in the person's language.
public struct Message: Hashable, Sendable, Error {
    /// The stable code, such as `E-FIELD-001`.
    public let code: String
    /// The facts that the sentence names. `nearest` is offered as "did you mean".
    public let facts: [String: String]

    /// A message.
    public init(_ code: String, _ facts: [String: String] = [:]) {
        self.code = code
        self.facts = facts
    }

    /// The sentence in a language.
    public func text(in language: Language) -> String {
        Catalogue.sentence(code: code, facts: facts, language: language)
    }

    /// The sentence with its code, where it stands within another message: so that the code can be looked up.
    public func coded(in language: Language) -> String { "\(text(in: language)) [\(code)]" }

    /// The nearest valid name, where there is one.
    public var suggestion: String? { facts["nearest"] }
}
