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
        let words = DiagnosticText(language: language)
        var shown: [String: Int] = [:]
        for (place, diagnostic) in diagnostics.enumerated() {
            let file = diagnostic.place?.file ?? ""
            shown[file, default: 0] += 1
            if shown[file, default: 0] <= DiagnosticPrinter.limit {
                Console.diagnostic(text(diagnostic), emphasis: ": \(words.word(diagnostic.severity)):")
            }
            let isLast = place + 1 == diagnostics.count || diagnostics[place + 1].place?.file ?? "" != file
            guard isLast, let count = shown[file], count > DiagnosticPrinter.limit else { continue }
            let facts = ["file": file, "count": "\(count - DiagnosticPrinter.limit)"]
            Console.diagnostic(Message("N-CHECK-002", facts).text(in: language))
        }
    }

    private func text(_ diagnostic: Diagnostic) -> String {
        DiagnosticText(language: language).text(diagnostic, in: diagnostic.place.flatMap { source(of: $0.file) })
    }

    private func source(of file: String) -> String? {
        let path = folder.url.appendingPathComponent(file).path
        guard let bytes = try? PlainFile.bytes(path, limit: DiagnosticPrinter.longest) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
