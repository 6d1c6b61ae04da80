import Foundation

extension String {
    /// The text in ASCII: letters without their marks, đ as d, usual signs as what stands for them, all else as "?".
    var asciiForm: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var result = String.UnicodeScalarView()
        for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.isASCII {
                result.append(scalar)
            } else if let replacement = asciiSigns[scalar] {
                result.append(contentsOf: replacement.unicodeScalars)
            } else if scalar.properties.generalCategory != .nonspacingMark {
                result.append("?")
            }
        }
        return String(result)
    }
}

private let asciiSigns: [Unicode.Scalar: String] = [
    "đ": "d", "Đ": "D", "₫": "d", "\u{A0}": " ", "\u{202F}": " ", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'",
    "“": "\"", "”": "\"", "«": "\"", "»": "\"", "…": "...", "•": "*", "·": "-", "×": "x", "≥": ">=", "≤": "<=",
    "≠": "<>", "→": "->", "←": "<-", "↑": "^", "↓": "v", "✓": "x", "✗": "x", "‹": "<", "›": ">", "─": "-", "│": "|",
    "━": "=", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
]
