import FormModel
import LuaRuntime
import Scripting
import VietText

/// A workspace written in a test: scripts, modules and lists as texts.
public struct Fixture {
    /// The scripts by their path: `Surveys/household.lua`.
    public var scripts: [String: String] = [:]
    /// The modules of `Rules/lib` by name.
    public var modules: [String: String] = [:]
    /// The CSV files of `Surveys/choices` by name: a header and rows.
    public var lists: [String: [[String]]] = [:]
    /// The limits of scripts.
    public var limits = ScriptLimits()

    /// An empty workspace.
    public init() {}

    /// A workspace with one form, in `Surveys/f.lua`, and perhaps rules, in `Rules/indicators/r.lua`.
    public init(form: String, rules: String = "", simulation: String = "") {
        scripts["Surveys/f.lua"] = form
        if !rules.isEmpty { scripts["Rules/indicators/r.lua"] = rules }
        if !simulation.isEmpty { scripts["Surveys/simulate/f.lua"] = simulation }
    }

    /// Loads the workspace.
    public func load(_ parts: [WorkspacePart] = WorkspacePart.allCases, language: Language = .english) throws
        -> Workspace
    {
        try WorkspaceLoader.load(sources, parts: parts, limits: limits, language: language)
    }

    /// The texts as a command reads them.
    public var sources: WorkspaceSources {
        var byPart: [WorkspacePart: [ScriptFile]] = [:]
        for (path, text) in scripts.sorted(by: { $0.key < $1.key }) {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            guard let part = WorkspacePart(rawValue: folder) else { continue }
            byPart[part, default: []].append(ScriptFile(path: path, bytes: Array(text.utf8)))
        }
        let files = modules.map { ($0.key, ScriptFile(path: "Rules/lib/\($0.key).lua", bytes: Array($0.value.utf8))) }
        let lists = lists
        return WorkspaceSources(
            scripts: byPart, modules: Dictionary(uniqueKeysWithValues: files), lists: lists.keys.sorted(),
            readList: { name in
                guard let rows = lists[name], let header = rows.first else { return .absent }
                return .table(ListTable(columns: header, rows: Array(rows.dropFirst())))
            })
    }
}
