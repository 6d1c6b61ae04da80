import FormModel
import LuaSyntax
import Messages
import Scripting
import VietText

/// Something that the analysis found in a script, before it is a diagnostic.
struct Finding {
    let code: String
    let severity: Severity
    let place: Place
    var facts: [String: String]

    init(_ code: String, _ severity: Severity, _ script: Script, _ token: Int, _ facts: [String: String] = [:]) {
        let found = script.chunk.tokens.indices.contains(token) ? script.chunk.tokens[token] : nil
        self.init(
            code, severity, at: Place(file: script.file, line: found?.line ?? 1, column: found?.column), facts)
    }

    init(_ code: String, _ severity: Severity, at place: Place, _ facts: [String: String] = [:]) {
        (self.code, self.severity, self.place, self.facts) = (code, severity, place, facts)
    }

    /// The same with the nearest of the valid names.
    func nearest(_ name: String, among names: [String]) -> Finding {
        var finding = self
        finding.facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first
        return finding
    }

    var diagnostic: Diagnostic { Diagnostic(severity, at: place, Message(code, facts)) }
}
