import FormModel
import LuaSyntax
import Messages
import VietText

/// Gathers what is wrong while scripts are read, and knows their texts, so that each finding gets its exact place.
final class DiagnosticSink {
    let functions: FunctionTable
    private(set) var diagnostics: [Diagnostic] = []
    private var sources: [String: SourceText] = [:]

    init(functions: FunctionTable) {
        self.functions = functions
    }

    func add(source: SourceText, for file: String) {
        sources[file] = source
    }

    func source(of file: String) -> SourceText? { sources[file] }

    func report(_ code: String, _ severity: Severity = .error, at place: Place?, _ facts: [String: String] = [:]) {
        report(Diagnostic(severity, at: place, Message(code, facts)))
    }

    func report(_ diagnostic: Diagnostic) {
        guard !diagnostics.contains(diagnostic) else { return }
        diagnostics.append(diagnostic)
    }

    /// The diagnostics in the order of files and lines.
    var sorted: [Diagnostic] {
        diagnostics.enumerated().sorted { left, right in
            let (a, b) = (left.element.place, right.element.place)
            let leftKey = (a?.file ?? "", a?.line ?? 0, a?.column ?? 0, left.offset)
            let rightKey = (b?.file ?? "", b?.line ?? 0, b?.column ?? 0, right.offset)
            return leftKey < rightKey
        }.map(\.element)
    }

    /// The facts of an unknown name, with the nearest of the valid ones.
    static func facts(unknown name: String, among names: some Sequence<String>) -> [String: String] {
        var facts = ["name": name]
        facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first
        return facts
    }
}
