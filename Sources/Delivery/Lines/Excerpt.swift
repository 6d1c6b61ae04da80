/// The beginning of what others have written, to be shown.
enum Excerpt {
    /// The first line that says something, without control characters.
    static func line(_ text: String, length: Int = 300) -> String {
        lines(text, length: length).first ?? ""
    }

    /// The lines that say something, without control characters, each cut to a length.
    static func lines(_ text: String, length: Int = 300) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let kept = String(String.UnicodeScalarView(line.unicodeScalars.filter(isShown)))
            let trimmed = kept.drop { $0 == " " }
            guard !trimmed.isEmpty else { return nil }
            return trimmed.count > length ? trimmed.prefix(length) + "…" : String(trimmed)
        }
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
