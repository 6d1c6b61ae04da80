import FormModel
import Foundation
import Interchange
import Messages
import Scripting
import Storage

/// The files of a workspace that figures follow from, kept apart from the folder: scripts, modules, lists.
struct WorkspaceFiles {
    /// The files by path.
    let files: [RunSource]

    private static let lists = "Surveys/choices"

    init(_ files: [RunSource]) {
        self.files = files
    }

    /// The files of a folder as they are now.
    init(of folder: WorkspaceFolder) throws {
        var found: [RunSource] = []
        let scripts = WorkspacePart.allCases.map { ($0.rawValue, ".lua") }
        for (path, ending) in scripts + [(WorkspaceFiles.lists, ".csv")] {
            let directory = folder.url.appendingPathComponent(path)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
            for name in names.sorted() where name.hasSuffix(ending) && !name.hasPrefix(".") {
                do throws(PlainFile.Refusal) {
                    let bytes = try PlainFile.bytes(directory.appendingPathComponent(name).path, limit: .max)
                    found.append(RunSource(path: "\(path)/\(name)", bytes: bytes))
                } catch {
                    throw Message("E-FILE-001", ["file": "\(path)/\(name)", "text": error.reason])
                }
            }
        }
        files = found
    }

    /// The texts as a loader reads them.
    var sources: WorkspaceSources {
        func folder(_ path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }
        func name(_ path: String) -> String {
            String((path.split(separator: "/").last ?? "").split(separator: ".").first ?? "")
        }
        var scripts: [WorkspacePart: [ScriptFile]] = [:]
        var modules: [String: ScriptFile] = [:]
        var lists: [String: [UInt8]] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) {
            switch folder(file.path) {
            case WorkspaceFiles.lists: lists[String(name(file.path))] = file.bytes
            case WorkspacePart.modules.rawValue:
                modules[name(file.path)] = ScriptFile(path: file.path, bytes: file.bytes)
            case let other:
                guard let part = WorkspacePart(rawValue: other) else { continue }
                scripts[part, default: []].append(ScriptFile(path: file.path, bytes: file.bytes))
            }
        }
        return WorkspaceSources(scripts: scripts, modules: modules, lists: lists.keys.sorted()) { [lists] name in
            guard let bytes = lists[name] else { return .absent }
            return ListFiles.read(DataFile(name: name + ".csv", bytes: bytes))
        }
    }

    /// Loads parts of the scripts, whatever is wrong with them.
    func load(_ parts: [WorkspacePart], limits: ScriptLimits, language: Language) throws -> Workspace {
        try WorkspaceLoader.load(sources, parts: parts, limits: limits, language: language)
    }
}
