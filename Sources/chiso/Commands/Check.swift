import ArgumentParser
import Messages
import Scripting
import Storage

/// `chiso check`: loads every script and reports all faults at once.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Load every script and report all faults at once.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "table or json.") var format: OutputFormat = .table
    @Argument(help: "Only the faults of these files or folders.") var paths: [String] = []

    func run() throws {
        let open = try OpenWorkspace(options)
        let workspace = try open.load(WorkspacePart.allCases)
        let chosen = try paths.map { try ScriptPath($0, in: open.folder) }
        let shown = (workspace.diagnostics + shapes(workspace, open)).filter { diagnostic in
            chosen.isEmpty || chosen.contains { path in diagnostic.place.map { path.holds($0.file) } ?? false }
        }
        if format == .json {
            Console.out(JSON.object([("diagnostics", .array(shown.map(DiagnosticJSON.json)))]).text)
        } else {
            DiagnosticPrinter(folder: open.folder, language: Console.language).print(shown)
        }
        let errors = shown.filter { $0.severity == .error }.count
        if format != .json {
            let counts = [
                "forms": workspace.forms.count, "indicators": workspace.indicators.count, "errors": errors,
                "warnings": shown.filter { $0.severity == .warning }.count,
            ]
            Console.note(Message("N-CHECK-001", counts.mapValues { "\($0)" }))
            if shown.isEmpty { open.noteMissing(workspace) }
        }
        if errors > 0 { throw Failure(.no) }
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
