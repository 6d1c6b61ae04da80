import ArgumentParser
import Foundation
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
        let prefixes = try paths.map { try relative($0, to: open.folder) }
        let shown = (workspace.diagnostics + shapes(workspace, open)).filter { diagnostic in
            prefixes.isEmpty
                || prefixes.contains { prefix in
                    guard let file = diagnostic.place?.file else { return false }
                    return prefix.isEmpty || file == prefix || file.hasPrefix(prefix + "/")
                }
        }
        if format == .json {
            Console.out(DiagnosticJSON(language: Console.language).json(shown).text)
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

    /// A path as diagnostics name it: below the workspace.
    private func relative(_ path: String, to folder: WorkspaceFolder) throws -> String {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let inside = folder.url.appendingPathComponent(path).standardizedFileURL
        let found = [url, inside].first { FileManager.default.fileExists(atPath: $0.path) }
        guard let found else {
            throw Failure(.noInput, Message("E-CLI-011", ["file": path, "text": "No such file or directory"]))
        }
        let base = folder.url.path.hasSuffix("/") ? folder.url.path : folder.url.path + "/"
        if found.path + "/" == base { return "" }
        return found.path.hasPrefix(base) ? String(found.path.dropFirst(base.count)) : found.path
    }
}
