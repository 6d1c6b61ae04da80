/// A number as somebody typed it, understood by a stated rule.
///
/// ```swift
/// NumberReading("1.234,5", language: .vietnamese)?.value  // 1234.5
/// NumberReading("1234.5", language: .vietnamese)?.value   // 1234.5
/// NumberReading("1.234", language: .vietnamese)?.value    // 1234, otherwise 1.234
/// ```
///
/// The rule, where the "group sign" of Vietnamese is the point and that of English the comma:
/// 1. Two kinds of sign: the last one is the decimal sign and stands once; the other parts thousands.
/// 2. One kind, several times: it parts thousands.
/// 3. One sign, once: the language's decimal sign is that; its group sign parts thousands if one to three digits (not
///    beginning with 0) stand before and exactly three after, else it is a decimal sign too.
/// 4. Spaces inside part thousands. Thousands come in threes, after one to three digits, or the text is no number.
///
/// Every sign stands between digits. A leading plus or minus (also U+2212) is read; units, percent signs and exponents
/// are not. Where rule 3 decided between two plausible meanings, `otherwise` holds the other one, so that a screen can
/// ask back.
public struct NumberReading: Hashable, Sendable {
    /// The number.
    public let value: Double
    /// The number in digits, with a point for the decimal sign and nothing else: exact for long whole numbers.
    public let digits: String
    /// What it might have meant instead, as digits.
    public let otherwise: String?

    /// Reads what was typed, or nil where it is no number.
    public init?(_ typed: String, language: TextLanguage) {
        guard let parts = TypedNumber(typed), let reading = parts.reading(in: language) else { return nil }
        guard let value = Double(reading.meant), value.isFinite else { return nil }
        self.value = value
        digits = reading.meant
        otherwise = reading.otherwise
    }
}

/// Digits and the signs between them.
private struct TypedNumber {
    private var sign = ""
    private var digits: [String] = [""]
    private var separators: [Character] = []

    init?(_ typed: String) {
        var rest = Substring(typed.storageForm)
        if let first = rest.first, "+-\u{2212}".contains(first) {
            sign = first == "+" ? "" : "-"
            rest = rest.dropFirst()
        }
        for character in rest {
            switch character {
            case "0"..."9" where character.isASCII: digits[digits.count - 1].append(character)
            case ".", ",": open(character)
            case " ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": open(" ")
            default: return nil
            }
        }
        guard digits.allSatisfy({ !$0.isEmpty }) else { return nil }
    }

    func reading(in language: TextLanguage) -> (meant: String, otherwise: String?)? {
        guard let last = separators.last else { return (whole(digits), nil) }
        let kinds = Set(separators)
        if kinds.count == 1, separators.count > 1 || last == " " { return grouped.map { ($0, nil) } }
        if kinds.count == 1 { return singleSign(last, in: language) }
        let others = Set(separators.dropLast())
        guard last != " ", others.count == 1, !others.contains(last), isGrouped(digits.dropLast()) else { return nil }
        return (decimal, nil)
    }

    private func singleSign(_ sign: Character, in language: TextLanguage) -> (meant: String, otherwise: String?) {
        guard let grouped else { return (decimal, nil) }
        return String(sign) == language.groupSign ? (grouped, decimal) : (decimal, grouped)
    }

    private var grouped: String? {
        isGrouped(digits[...]) ? whole(digits) : nil
    }

    private var decimal: String {
        whole(digits.dropLast()) + "." + (digits.last ?? "0")
    }

    private func isGrouped(_ groups: ArraySlice<String>) -> Bool {
        guard let first = groups.first else { return false }
        let isAlone = groups.count == 1
        return (isAlone || (first.count <= 3 && !first.hasPrefix("0")))
            && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    private func whole(_ groups: some Sequence<String>) -> String {
        let all = groups.joined()
        let significant = all.drop { $0 == "0" }
        return sign + (significant.isEmpty ? "0" : String(significant))
    }

    private mutating func open(_ separator: Character) {
        separators.append(separator)
        digits.append("")
    }
}
