import FormModel

/// Tells a Lua pattern in words, for people who do not read patterns: `C%d+` as "C, then digits". A pattern with more in
/// it than letters, digits and plain characters one after the other is shown as it is.
enum PatternWords {
    /// The words for a pattern.
    static func text(_ pattern: String, in language: Language) -> String {
        if let word = words[pattern] { return language == .vietnamese ? word.vi : word.en }
        guard let steps = steps(of: pattern), !steps.isEmpty else {
            return (language == .vietnamese ? "mẫu " : "of the pattern ") + pattern
        }
        let separator = language == .vietnamese ? ", rồi " : ", then "
        return steps.map { $0.text(in: language) }.joined(separator: separator)
    }

    /// The words for one and for many of a kind.
    static let words: [String: Catalogue.Sentence] = [
        "digit": Catalogue.Sentence(vi: "chữ số", en: "digit"),
        "digits": Catalogue.Sentence(vi: "các chữ số", en: "digits"),
        "letter": Catalogue.Sentence(vi: "chữ cái không dấu", en: "letter"),
        "letters": Catalogue.Sentence(vi: "các chữ cái không dấu", en: "letters"),
        "capital letter": Catalogue.Sentence(vi: "chữ in hoa", en: "capital letter"),
        "capital letters": Catalogue.Sentence(vi: "các chữ in hoa", en: "capital letters"),
        "small letter": Catalogue.Sentence(vi: "chữ thường", en: "small letter"),
        "small letters": Catalogue.Sentence(vi: "các chữ thường", en: "small letters"),
        "letter or digit": Catalogue.Sentence(vi: "chữ cái hoặc chữ số", en: "letter or digit"),
        "letters or digits": Catalogue.Sentence(vi: "các chữ cái hoặc chữ số", en: "letters or digits"),
    ]

    private enum Kind: Equatable {
        case literal(String)
        case digit, letter, capital, small, letterOrDigit

        private var one: String {
            switch self {
            case .literal(let text): "'\(text)'"
            case .digit: "digit"
            case .letter: "letter"
            case .capital: "capital letter"
            case .small: "small letter"
            case .letterOrDigit: "letter or digit"
            }
        }

        private var many: String { self == .letterOrDigit ? "letters or digits" : one + "s" }

        /// The word that a number stands before.
        func counted(_ count: Int, _ language: Language) -> String {
            word(language == .english && count > 1 ? many : one, language)
        }

        /// The word for as many as there are.
        func plural(_ language: Language) -> String { word(many, language) }

        private func word(_ name: String, _ language: Language) -> String {
            guard let word = PatternWords.words[name] else { return one }
            return language == .vietnamese ? word.vi : word.en
        }
    }

    private struct Step {
        let kind: Kind
        var least: Int
        var most: Int?

        var isLiteral: Bool { if case .literal = kind { true } else { false } }

        func text(in language: Language) -> String {
            let isVietnamese = language == .vietnamese
            let orNothing = isVietnamese ? " (có thể không có)" : " (or nothing)"
            if isLiteral {
                let word = kind.counted(1, language)
                if least == 0 { return word + orNothing }
                return most == 1 ? word : (isVietnamese ? "một hoặc nhiều " : "one or more ") + word
            }
            switch (least, most) {
            case (let count, let most?) where count == most: return "\(count) \(kind.counted(count, language))"
            case (1, nil): return kind.plural(language)
            case (0, nil): return kind.plural(language) + orNothing
            case (let count, nil):
                return (isVietnamese ? "ít nhất " : "at least ") + "\(count) \(kind.counted(count, language))"
            case (let low, let high?):
                return "\(low) \(isVietnamese ? "đến" : "to") \(high) \(kind.counted(high, language))"
            }
        }
    }

    /// The steps of a simple pattern; `nil` for one with sets, captures or anything else.
    private static func steps(of pattern: String) -> [Step]? {
        var rest = Substring(pattern)
        if rest.first == "^" { rest.removeFirst() }
        if rest.last == "$", rest.dropLast().last != "%" { rest.removeLast() }
        var steps: [Step] = []
        while let character = rest.popFirst() {
            guard let kind = kind(character, &rest) else { return nil }
            var step = Step(kind: kind, least: 1, most: 1)
            switch rest.first {
            case "+": step.most = nil
            case "*", "-": (step.least, step.most) = (0, nil)
            case "?": step.least = 0
            default:
                append(step, to: &steps)
                continue
            }
            rest.removeFirst()
            append(step, to: &steps)
        }
        return steps
    }

    private static func kind(_ character: Character, _ rest: inout Substring) -> Kind? {
        switch character {
        case "%":
            switch rest.popFirst() {
            case "d": return .digit
            case "a": return .letter
            case "u": return .capital
            case "l": return .small
            case "w": return .letterOrDigit
            case let escaped? where escaped.isPunctuation || escaped.isSymbol: return .literal(String(escaped))
            default: return nil
            }
        case "[", "]", "(", ")", ".", "+", "*", "?", "^", "$": return nil
        default: return .literal(String(character))
        }
    }

    /// Equal steps are told together, and characters that follow each other as one text.
    private static func append(_ step: Step, to steps: inout [Step]) {
        guard let last = steps.last else { return steps.append(step) }
        if case .literal(let before) = last.kind, case .literal(let next) = step.kind, last.least == 1, last.most == 1,
            step.least == 1, step.most == 1
        {
            steps[steps.count - 1] = Step(kind: .literal(before + next), least: 1, most: 1)
        } else if last.kind == step.kind, !step.isLiteral {
            let most = last.most.flatMap { first in step.most.map { first + $0 } }
            steps[steps.count - 1] = Step(kind: step.kind, least: last.least + step.least, most: most)
        } else {
            steps.append(step)
        }
    }
}
