import FormModel
import LuaRuntime
import Messages
import VietText

/// Gathers what is wrong while scripts are read, and knows their texts, so that each finding gets its exact place.
final class DiagnosticSink {
    let functions: FunctionTable
    let texts: ScriptTexts
    private var diagnostics: [Diagnostic] = []
    private var known: Set<Diagnostic> = []

    init(functions: FunctionTable, texts: ScriptTexts) {
        self.functions = functions
        self.texts = texts
    }

    func report(_ code: String, _ severity: Severity = .error, at place: Place?, _ facts: [String: String] = [:]) {
        report(Diagnostic(severity, at: place, Message(code, facts)))
    }

    /// Takes a diagnostic; one that is there already is told once.
    func report(_ diagnostic: Diagnostic) {
        guard known.insert(diagnostic).inserted else { return }
        diagnostics.append(diagnostic)
    }

    /// Takes a fault of a file that was being loaded, or of a module it required.
    func report(_ fault: LuaFault, loading file: String) {
        FaultReader(texts: texts).diagnostics(fault, loading: file).forEach { report($0) }
    }

    /// Takes a file, or a folder of files, that cannot be read.
    func report(_ refusal: PlainFile.Refusal, of file: String) {
        report("E-FILE-001", at: Place(file: file, line: 1), ["file": file, "text": refusal.reason])
    }

    /// The diagnostics in the order of files and lines.
    var sorted: [Diagnostic] { diagnostics.sortedByPlace }

    /// The facts of an unknown name, with the nearest of the valid ones.
    static func facts(unknown name: String, among names: some Sequence<String>) -> [String: String] {
        var facts = ["name": name]
        facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first
        return facts
    }
}

extension [Diagnostic] {
    /// The diagnostics in the order of files, lines and columns; those of one place stay as they were.
    public var sortedByPlace: [Diagnostic] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element.place, right.element.place)
            let leftKey = (a?.file ?? "", a?.line ?? 0, a?.column ?? 0, left.offset)
            let rightKey = (b?.file ?? "", b?.line ?? 0, b?.column ?? 0, right.offset)
            return leftKey < rightKey
        }.map(\.element)
    }
}
