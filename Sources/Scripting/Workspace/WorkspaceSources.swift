import Foundation
import LuaRuntime

/// A file of a workspace.
public struct ScriptFile: Hashable, Sendable {
    /// The path below the workspace, with `/`.
    public let path: String
    /// The bytes; none where the file cannot be read.
    public let bytes: [UInt8]
    /// Why the file cannot be read; `nil` where it was.
    public let refusal: PlainFile.Refusal?
    /// The same script with probes in it, which is run in its place; places are those of `bytes`, line by line.
    public var probed: [UInt8]?

    /// A file that was read.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.refusal = nil
    }

    /// A file, or a folder of files, that is there and cannot be read.
    public init(path: String, unreadable refusal: PlainFile.Refusal) {
        self.path = path
        self.bytes = []
        self.refusal = refusal
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
    public func holds(_ file: String) -> Bool {
        file.split(separator: "/").dropLast().joined(separator: "/") == rawValue
    }
}

/// The texts of a workspace, read once: what a command works on, whatever happens to the files meanwhile.
public struct WorkspaceSources {
    /// The scripts of each part, sorted by path.
    public let scripts: [WorkspacePart: [ScriptFile]]
    /// The modules of `Rules/lib`, by name.
    public let modules: [String: ScriptFile]
    /// The names of the lists in `Surveys/choices`.
    public let lists: [String]
    /// Reads the list of a name.
    public let readList: @Sendable (String) -> ListTableResult
    /// What counts the probes of its scripts, where they have any.
    public var probes: LuaProbes?

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

    /// Reads the scripts of a workspace's folder. One that cannot be read holds up no other: it is among them with its
    /// refusal.
    /// - Parameters:
    ///   - parts: those to read; modules are read in any case.
    ///   - readList: reads a CSV file of `Surveys/choices` by its address.
    public init(
        folder: URL, parts: [WorkspacePart] = WorkspacePart.allCases,
        readList: @escaping @Sendable (URL) -> ListTableResult
    ) {
        var scripts: [WorkspacePart: [ScriptFile]] = [:]
        for part in parts where part != .modules {
            scripts[part] = WorkspaceSources.files(in: folder, part.rawValue)
        }
        let modules = WorkspaceSources.files(in: folder, WorkspacePart.modules.rawValue)
        let choices = folder.appendingPathComponent("Surveys/choices", isDirectory: true)
        let lists = (try? FileManager.default.contentsOfDirectory(atPath: choices.path)) ?? []
        self.init(
            scripts: scripts, modules: Dictionary(modules.map { ($0.name, $0) }) { first, _ in first },
            lists: lists.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted(),
            readList: { readList(choices.appendingPathComponent($0 + ".csv")) })
    }

    private static func files(in folder: URL, _ path: String) -> [ScriptFile] {
        let directory = folder.appendingPathComponent(path, isDirectory: true).path
        guard PlainFile.exists(directory) else { return [] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            // What keeps a folder from being read keeps it from being opened; a file in its place is none.
            let refusal = PlainFile.refusal(of: directory)
            let isFolder = refusal?.reason == String(cString: strerror(EISDIR))
            let reason = isFolder ? strerror(EACCES) : strerror(ENOTDIR)
            let other = PlainFile.Refusal(reason: reason.map { String(cString: $0) } ?? "")
            return [ScriptFile(path: path, unreadable: isFolder ? other : refusal ?? other)]
        }
        return names.filter { $0.hasSuffix(".lua") && !$0.hasPrefix(".") }.sorted().map { name in
            let file = "\(path)/\(name)"
            do throws(PlainFile.Refusal) {
                // A longer one is refused when it runs, and needs no memory for that.
                let bytes = try PlainFile.bytes("\(directory)/\(name)", limit: LuaLimits().source)
                return ScriptFile(path: file, bytes: bytes)
            } catch {
                return ScriptFile(path: file, unreadable: error)
            }
        }
    }
}
