import FormModel
import Messages
import Scripting

/// Diagnostics as JSON (`cli.md`).
struct DiagnosticJSON {
    let language: Language

    func json(_ diagnostics: [Diagnostic]) -> JSON {
        let rows = diagnostics.map { diagnostic in
            JSON.object([
                ("file", .string(diagnostic.place?.file)),
                ("line", diagnostic.place.map { .integer($0.line) } ?? .null),
                ("column", diagnostic.place?.column.map { .integer($0) } ?? .null),
                ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.message.code)),
                ("message", .string(diagnostic.message.text(in: language))),
                ("suggestion", .string(diagnostic.message.suggestion)),
            ])
        }
        return .object([("diagnostics", .array(rows))])
    }
}
