import FormModel
import Foundation
import Messages
import Scripting
import VietText

/// Shows diagnostics as compilers do: the place, the sentence, the line of the script with a mark under the spot.
struct DiagnosticPrinter {
    let folder: WorkspaceFolder
    let language: Language

    /// The most diagnostics of one file that are shown, so that a file full of them hides no other.
    static let limit = 50

    /// The longest file of which a line is shown, in bytes.
    private static let longest = 10_000_000

    func print(_ diagnostics: [Diagnostic]) {
        var shown: [String: Int] = [:]
        for (place, diagnostic) in diagnostics.enumerated() {
            let file = diagnostic.place?.file ?? ""
            shown[file, default: 0] += 1
            if shown[file, default: 0] <= DiagnosticPrinter.limit {
                Console.diagnostic(text(diagnostic), emphasis: ": \(word(diagnostic.severity)):")
            }
            let isLast = place + 1 == diagnostics.count || diagnostics[place + 1].place?.file ?? "" != file
            guard isLast, let count = shown[file], count > DiagnosticPrinter.limit else { continue }
            let facts = ["file": file, "count": "\(count - DiagnosticPrinter.limit)"]
            Console.diagnostic(Message("N-CHECK-002", facts).text(in: language))
        }
    }

    /// A diagnostic as it is shown: the place, the sentence, the line with a mark under the spot.
    func text(_ diagnostic: Diagnostic) -> String {
        let sentence = diagnostic.message.text(in: language).printableLine
        let head = diagnostic.place.map { "\($0): ".replacing("\n", with: "\\n") } ?? ""
        var text = "\(head)\(word(diagnostic.severity)): \(sentence) [\(diagnostic.message.code)]"
        guard let place = diagnostic.place, let line = line(of: place) else { return text }
        text += "\n    " + line.replacing("\t", with: " ").printableLine
        if let column = place.column { text += "\n    " + caret(under: line, column: column) }
        return text
    }

    private func word(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .vietnamese): "lỗi"
        case (.warning, .vietnamese): "cảnh báo"
        case (.note, .vietnamese): "ghi chú"
        case (.error, .english): "error"
        case (.warning, .english): "warning"
        case (.note, .english): "note"
        }
    }

    private func line(of place: Place) -> String? {
        let path = folder.url.appendingPathComponent(place.file).path
        guard let bytes = try? PlainFile.bytes(path, limit: DiagnosticPrinter.longest),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        // A line ends as Lua counts it: with a line feed, a carriage return, or both (one character).
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        guard lines.indices.contains(place.line - 1), lines[place.line - 1].count <= 200 else { return nil }
        return String(lines[place.line - 1])
    }

    private func caret(under line: String, column: Int) -> String {
        let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(max(column - 1, 0))))
        let rest = line.unicodeScalars.dropFirst(max(column - 1, 0))
        let word = rest.prefix { $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil }.count
        return String(repeating: " ", count: before.displayWidth) + "^"
            + String(repeating: "~", count: max(word - 1, 0))
    }
}
