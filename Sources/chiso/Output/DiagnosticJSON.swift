import Messages
import Scripting

/// Diagnostics as the JSON of `cli.md`.
enum DiagnosticJSON {
    static func json(_ diagnostic: Diagnostic) -> JSON {
        .object([
            ("file", .string(diagnostic.place?.file)),
            ("line", diagnostic.place.map { .integer($0.line) } ?? .null),
            ("column", diagnostic.place?.column.map { .integer($0) } ?? .null),
            ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.message.code)),
            ("message", .string(diagnostic.message.text(in: Console.language))),
            ("suggestion", .string(diagnostic.message.suggestion)),
        ])
    }
}
