import FormModel
import Messages
import VietText

/// A diagnostic as compilers show it: the place, the sentence, the line of the script with a mark under the spot.
public struct DiagnosticText {
    private let language: Language

    /// Longer lines are not shown.
    private static let longestLine = 200

    /// Diagnostics in a language.
    public init(language: Language) { self.language = language }

    /// The text of a diagnostic.
    /// - Parameter source: the text of the file; `nil` where it cannot be shown.
    public func text(_ diagnostic: Diagnostic, in source: String?) -> String {
        let sentence = diagnostic.message.text(in: language).printableLine
        let head = diagnostic.place.map { "\($0): ".replacing("\n", with: "\\n") } ?? ""
        var text = "\(head)\(word(diagnostic.severity)): \(sentence) [\(diagnostic.message.code)]"
        guard let place = diagnostic.place, let line = source.flatMap({ line(place.line, of: $0) }) else { return text }
        text += "\n    " + line.printableLine
        if let column = place.column { text += "\n    " + caret(under: line, column: column) }
        return text
    }

    /// The word for how bad something is.
    public func word(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .vietnamese): "lỗi"
        case (.warning, .vietnamese): "cảnh báo"
        case (.note, .vietnamese): "ghi chú"
        case (.error, .english): "error"
        case (.warning, .english): "warning"
        case (.note, .english): "note"
        }
    }

    /// A line as Lua counts them: one ends with a line feed, a carriage return, or both (which Swift takes for one
    /// character). A tab is shown as one blank, so that the mark stands under its spot.
    private func line(_ number: Int, of source: String) -> String? {
        let text = source.hasPrefix("\u{FEFF}") ? source.dropFirst() : source[...]
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        guard lines.indices.contains(number - 1), lines[number - 1].count <= DiagnosticText.longestLine else {
            return nil
        }
        return String(lines[number - 1]).replacing("\t", with: " ")
    }

    private func caret(under line: String, column: Int) -> String {
        let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(max(column - 1, 0))))
        let rest = line.unicodeScalars.dropFirst(max(column - 1, 0))
        let word = rest.prefix { $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil }.count
        return String(repeating: " ", count: before.printableLine.displayWidth) + "^"
            + String(repeating: "~", count: max(word - 1, 0))
    }
}
