import ArgumentParser
import Evaluation
import Messages
import ScriptAnalysis
import Scripting
import Storage

/// How `chiso check` shows what it found.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, sarif, github
}

/// `chiso check`: loads every script and reports all faults at once.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Load every script and report all faults at once.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "table, json, sarif (for code scanning) or github (annotations of a pull request).")
    var format: CheckFormat = .table
    @Flag(help: "Warnings are a no, too: exit code 1.") var strict = false
    @Flag(help: "Show what is only worth knowing, too: texts in one language, fields that nothing uses …")
    var notes = false
    @Flag(help: "Tell which formulas are interpreted record by record, and why, instead of run over columns.")
    var verbose = false
    @Argument(help: "Only the faults of these files or folders.") var paths: [String] = []

    func run() throws {
        let open = try OpenWorkspace(options)
        let workspace = try open.load(WorkspacePart.allCases)
        let chosen = try paths.map { try ScriptPath($0, in: open.folder) }
        let analysed = ScriptAnalysis(workspace).diagnostics
        let engines = verbose ? FormulaEngines(workspace) : nil
        let found = workspace.diagnostics + analysed + shapes(workspace, open) + (engines?.diagnostics ?? [])
        // What an edit does to collected data is always told.
        let hidden = notes ? [] : Set(analysed.filter { $0.severity == .note })
        let shown = found.sortedByPlace.filter { diagnostic in
            chosen.isEmpty || chosen.contains { path in diagnostic.place.map { path.holds($0.file) } ?? false }
        }
        switch format {
        case .table:
            DiagnosticPrinter(folder: open.folder, language: Console.language)
                .print(shown.filter { !hidden.contains($0) })
        case .json: Console.out(JSON.object([("diagnostics", .array(shown.map(DiagnosticJSON.json)))]).text)
        case .sarif: Console.out(DiagnosticSARIF(diagnostics: shown).json.text)
        case .github: shown.map(DiagnosticAnnotation.text).forEach(Console.out)
        }
        let errors = shown.filter { $0.severity == .error }.count
        let warnings = shown.filter { $0.severity == .warning }.count
        if format == .table {
            let counts = [
                "forms": workspace.forms.count, "indicators": workspace.indicators.count, "errors": errors,
                "warnings": warnings,
            ]
            let count = shown.count { hidden.contains($0) }
            if count > 0 { Console.note(Message("N-CHECK-003", ["count": "\(count)"])) }
            Console.note(Message("N-CHECK-001", counts.mapValues { "\($0)" }))
            if let engines { Console.note(engines.summary) }
            if shown.isEmpty { open.noteMissing(workspace) }
        }
        if errors > 0 || (strict && warnings > 0) { throw Failure(.no) }
    }

    /// What the forms would do to the data that were collected. A store that cannot be read is `chiso doctor`'s matter.
    private func shapes(_ workspace: Workspace, _ open: OpenWorkspace) -> [Diagnostic] {
        do {
            guard let store = try open.storeToRead() else { return [] }
            return try ShapeCheck(store: store).diagnostics(workspace.forms.map(\.layout))
        } catch {
            if let error = error as? StorageError { Console.note(error.message) }
            return []
        }
    }
}
