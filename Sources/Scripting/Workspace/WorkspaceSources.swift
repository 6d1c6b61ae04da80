import Foundation
import Messages

/// A file of a workspace.
public struct ScriptFile: Hashable, Sendable {
    /// The path below the workspace, with `/`.
    public let path: String
    /// The bytes.
    public let bytes: [UInt8]

    /// A file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The name without folder and ending.
    public var name: String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        return last.hasSuffix(".lua") ? String(last.dropLast(4)) : last
    }
}

/// The parts of a workspace: the folders whose scripts a command needs.
public enum WorkspacePart: String, CaseIterable, Sendable {
    /// Forms.
    case surveys = "Surveys"
    /// Distributions for random records.
    case simulations = "Surveys/simulate"
    /// Indicators, dimensions, designs.
    case indicators = "Rules/indicators"
    /// Rules over collected records.
    case validations = "Rules/validations"
    /// Alert rules.
    case alerts = "Rules/alerts"
    /// Report layouts.
    case reports = "Rules/reports"
    /// Tests of all of these.
    case tests = "Rules/tests"
    /// Modules that scripts of any part require; as a part of its own, those that none requires.
    case modules = "Rules/lib"

    /// Whether a file lies in the part's folder.
    func holds(_ file: String) -> Bool {
        file.split(separator: "/").dropLast().joined(separator: "/") == rawValue
    }
}

/// The texts of a workspace, read once: what a command works on, whatever happens to the files meanwhile.
public struct WorkspaceSources: Sendable {
    /// The scripts of each part, sorted by path.
    public let scripts: [WorkspacePart: [ScriptFile]]
    /// The modules of `Rules/lib`, by name.
    public let modules: [String: ScriptFile]
    /// The names of the lists in `Surveys/choices`.
    public let lists: [String]
    /// Reads the list of a name.
    public let readList: @Sendable (String) -> ListTableResult

    /// Sources given in memory.
    public init(
        scripts: [WorkspacePart: [ScriptFile]], modules: [String: ScriptFile] = [:], lists: [String] = [],
        readList: @escaping @Sendable (String) -> ListTableResult = { _ in .absent }
    ) {
        self.scripts = scripts
        self.modules = modules
        self.lists = lists
        self.readList = readList
    }

    /// Reads the scripts of a workspace's folder.
    /// - Parameter readList: reads a CSV file of `Surveys/choices` by its address.
    /// - Throws: `Message` E-FILE-001 where a file or folder that is there cannot be read.
    public init(
        folder: URL, readList: @escaping @Sendable (URL) -> ListTableResult
    ) throws(Message) {
        var scripts: [WorkspacePart: [ScriptFile]] = [:]
        for part in WorkspacePart.allCases where part != .modules {
            scripts[part] = try WorkspaceSources.files(in: folder, part.rawValue, ending: "lua")
        }
        let modules = try WorkspaceSources.files(in: folder, WorkspacePart.modules.rawValue, ending: "lua")
        let choices = folder.appendingPathComponent("Surveys/choices", isDirectory: true)
        let lists = (try? FileManager.default.contentsOfDirectory(atPath: choices.path)) ?? []
        self.init(
            scripts: scripts, modules: Dictionary(modules.map { ($0.name, $0) }) { first, _ in first },
            lists: lists.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted(),
            readList: { readList(choices.appendingPathComponent($0 + ".csv")) })
    }

    private static func files(in folder: URL, _ path: String, ending: String) throws(Message) -> [ScriptFile] {
        let directory = folder.appendingPathComponent(path, isDirectory: true)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory.path, isDirectory: &isDirectory), isDirectory.boolValue
        else { return [] }
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
                .filter { $0.hasSuffix("." + ending) && !$0.hasPrefix(".") }.sorted()
            return try names.map { name in
                let data = try Data(contentsOf: directory.appendingPathComponent(name))
                return ScriptFile(path: "\(path)/\(name)", bytes: Array(data))
            }
        } catch {
            throw Message("E-FILE-001", ["file": path, "text": error.localizedDescription])
        }
    }
}
