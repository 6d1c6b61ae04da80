import FormModel
import Foundation
import Scripting
import VietText

/// Files in memory, or of a folder, as a workspace.
struct TestWorkspace {
    let sources: WorkspaceSources

    /// Files by their paths: scripts, modules, and CSV files of `Surveys/choices`.
    init(_ files: [String: String]) {
        self.init(bytes: files.mapValues { Array($0.utf8) })
    }

    /// Files by their paths, whatever is in them.
    init(bytes files: [String: [UInt8]]) {
        var scripts: [WorkspacePart: [ScriptFile]] = [:]
        var modules: [String: ScriptFile] = [:]
        var lists: [String: ListTable] = [:]
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let file = ScriptFile(path: path, bytes: bytes)
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            if folder == "Surveys/choices" {
                lists[file.name.replacing(".csv", with: "")] = TestWorkspace.table(bytes)
            } else if let part = WorkspacePart(rawValue: folder) {
                if part == .modules { modules[file.name] = file } else { scripts[part, default: []].append(file) }
            }
        }
        let tables = lists
        sources = WorkspaceSources(
            scripts: scripts, modules: modules, lists: tables.keys.sorted(),
            readList: { name in tables[name].map { .table($0) } ?? .absent })
    }

    /// A folder, with an edit of its scripts.
    init(folder: URL, edit: (ScriptFile) -> ScriptFile = { $0 }) throws {
        let read = WorkspaceSources(
            folder: folder,
            readList: { url in
                guard let data = try? Data(contentsOf: url) else { return .absent }
                return .table(TestWorkspace.table(Array(data)))
            })
        sources = WorkspaceSources(
            scripts: read.scripts.mapValues { $0.map(edit) }, modules: read.modules, lists: read.lists,
            readList: read.readList)
    }

    func load(limits: ScriptLimits = ScriptLimits(), language: Language = .vietnamese) throws -> Workspace {
        try WorkspaceLoader.load(sources, parts: WorkspacePart.allCases, limits: limits, language: language)
    }

    /// Cells without quotes.
    private static func table(_ bytes: [UInt8]) -> ListTable {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return ListTable(columns: lines.first ?? [], rows: Array(lines.dropFirst()))
    }
}
