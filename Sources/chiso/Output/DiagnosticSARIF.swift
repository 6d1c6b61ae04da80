import Foundation
import Messages
import Scripting

/// Diagnostics in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020), which code scanning and editors
/// read.
struct DiagnosticSARIF {
    let diagnostics: [Diagnostic]

    var json: JSON {
        let codes = Set(diagnostics.map(\.message.code)).sorted()
        let driver = JSON.object([
            ("name", .string("chiso")), ("version", .string(Chiso.configuration.version)),
            ("rules", .array(codes.map(rule))),
        ])
        let run = JSON.object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(diagnostics.map { result($0, codes) })),
        ])
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ])
    }

    private func rule(_ code: String) -> JSON {
        var fields: [(String, JSON)] = [
            ("id", .string(code)),
            ("shortDescription", .object([("text", .string(Message(code).text(in: Console.language)))])),
        ]
        if let explanation = Explanation.of(code) {
            fields.append(("fullDescription", .object([("text", .string(explanation.text(in: Console.language)))])))
        }
        return .object(fields)
    }

    private func result(_ diagnostic: Diagnostic, _ codes: [String]) -> JSON {
        let code = diagnostic.message.code
        var fields: [(String, JSON)] = [
            ("ruleId", .string(code)), ("ruleIndex", .integer(codes.firstIndex(of: code) ?? 0)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", .object([("text", .string(diagnostic.message.text(in: Console.language)))])),
        ]
        if let place = diagnostic.place {
            let address = place.file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? place.file
            var region: [(String, JSON)] = [("startLine", .integer(place.line))]
            if let column = place.column { region.append(("startColumn", .integer(column))) }
            let location = JSON.object([
                ("artifactLocation", .object([("uri", .string(address))])), ("region", .object(region)),
            ])
            fields.append(("locations", .array([.object([("physicalLocation", location)])])))
        }
        return .object(fields)
    }
}

/// A diagnostic as GitHub's runner takes it from the output of a job (workflow commands): it is shown beside the line.
enum DiagnosticAnnotation {
    static func text(_ diagnostic: Diagnostic) -> String {
        let level =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [String] = []
        if let place = diagnostic.place {
            properties += ["file=\(escaped(place.file, property: true))", "line=\(place.line)"]
            if let column = place.column { properties.append("col=\(column)") }
        }
        properties.append("title=\(diagnostic.message.code)")
        let message = escaped(diagnostic.message.text(in: Console.language), property: false)
        return "::\(level) \(properties.joined(separator: ","))::\(message)"
    }

    private static func escaped(_ text: String, property: Bool) -> String {
        var signs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")]
        if property { signs += [(":", "%3A"), (",", "%2C")] }
        return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
