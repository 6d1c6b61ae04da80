import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// The files that a draft stays with, whatever becomes of the workspace: its form, the modules, the lists the form reads
/// (`semantics.md` 2.11).
enum FormSnapshot {
    private static let listFolder = "Surveys/choices/"

    /// The files of a form as they are now.
    static func take(of binding: FormBinding, in folder: WorkspaceFolder) throws -> [DraftSource] {
        let form = binding.layout.form
        let fields = binding.layout.sets.flatMap(\.fields)
        var paths = [form.place.file]
        let lists = Set(fields.compactMap { $0.question.choices?.source } + [form.frameSource].compactMap { $0 })
        paths += lists.sorted().map { listFolder + $0 + ".csv" }
        let library = folder.url.appendingPathComponent(WorkspacePart.modules.rawValue)
        let modules = (try? FileManager.default.contentsOfDirectory(atPath: library.path)) ?? []
        paths += modules.filter { $0.hasSuffix(".lua") }.sorted().map { "\(WorkspacePart.modules.rawValue)/\($0)" }
        return try paths.compactMap { path in
            let url = folder.url.appendingPathComponent(path)
            guard FileManager.default.fileExists(atPath: url.path) else { return nil }
            do {
                return DraftSource(path: path, bytes: Array(try Data(contentsOf: url)))
            } catch {
                throw Message("E-FILE-001", ["file": path, "text": error.localizedDescription])
            }
        }
    }

    /// The workspace that the files of a draft make.
    static func workspace(_ sources: [DraftSource], limits: ScriptLimits, language: Language) throws -> Workspace {
        try WorkspaceFiles(sources.map { RunSource(path: $0.path, bytes: $0.bytes) })
            .load([.surveys], limits: limits, language: language)
    }
}
