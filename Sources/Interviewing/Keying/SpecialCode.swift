import FormModel

/// What is typed for an answer that is no value: a slash and a letter, in either language.
public enum SpecialCode {
    /// The letters of a reason: the Vietnamese one first.
    private static let letters: [(reason: MissingReason, vietnamese: String, english: String)] = [
        (.dontKnow, "k", "d"), (.refused, "t", "r"), (.notApplicable, "o", "n"), (.unanswered, "x", "x"),
    ]

    /// What is typed for a reason.
    public static func text(of reason: MissingReason, language: Language) -> String? {
        letters.first { $0.reason == reason }.map { "/" + (language == .vietnamese ? $0.vietnamese : $0.english) }
    }

    /// The reason that a letter, with or without its slash, stands for.
    static func reason(_ letter: some StringProtocol) -> MissingReason? {
        let letter = letter.hasPrefix("/") ? letter.dropFirst() : letter[...]
        if let known = letters.first(where: { $0.vietnamese == letter || $0.english == letter }) { return known.reason }
        return MissingReason(name: String(letter))
    }
}
