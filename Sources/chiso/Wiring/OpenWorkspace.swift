import FormModel
import Foundation
import Interchange
import Messages
import Scripting
import Storage
import VietText

/// The indicators that a workspace lacks because of faults in its scripts.
struct UnavailableIndicators {
    fileprivate let faults: ScriptFaults
    fileprivate let known: [String: Diagnostic]

    /// The error that keeps an indicator from being there.
    subscript(id: String) -> Diagnostic? { known[id] ?? faults.declaring("indicator", id) }

    fileprivate init(faults: ScriptFaults, known: [String: Diagnostic]) {
        self.faults = faults
        self.known = known
    }

    /// The scripts with an error.
    var files: [String] { faults.errors(in: WorkspacePart.allCases).compactMap { $0.place?.file } }
}

extension Workspace {
    /// Leaves out what rests on a file with an error, and tells what that is.
    func unavailableIndicators() -> UnavailableIndicators {
        let faults = ScriptFaults(self)
        return UnavailableIndicators(faults: faults, known: leaveOut(faults))
    }
}

/// A workspace as a command works on it: its folder, what chiso.toml says, and the clock.
struct OpenWorkspace {
    let folder: WorkspaceFolder
    let configuration: Configuration
    let timeZone: TimeZone
    var now = Date()
    /// How errors of scripts are told: as text on standard error, or as JSON on standard output.
    var diagnosticFormat = OutputFormat.table

    /// What a command needs of the folder it is given.
    enum Need {
        /// A workspace: it has a chiso.toml, forms or rules.
        case workspace
        /// Any folder will do.
        case folder
    }

    init(_ options: GlobalOptions, need: Need = .workspace) throws {
        Console.isQuiet = options.quiet
        Console.setColours(options.color)
        if let language = options.language { Console.language = language }
        if let path = options.workspace {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
                throw Failure(.noInput, Message("E-CLI-006", ["path": path]))
            }
            guard path.hasPrefix("/") || FileManager.default.currentDirectoryPath.hasPrefix("/") else {
                throw Failure(.noInput, Message("E-CLI-028"))
            }
            folder = WorkspaceFolder(URL(fileURLWithPath: path, isDirectory: true))
        } else {
            let here = FileManager.default.currentDirectoryPath
            guard here.hasPrefix("/") else { throw Failure(.noInput, Message("E-CLI-028")) }
            folder = .nearest(from: URL(fileURLWithPath: here, isDirectory: true))
        }
        configuration = try folder.configuration()
        if options.language == nil { Console.language = configuration.language }
        guard let zone = TimeZone(identifier: configuration.timeZone) else {
            throw Failure(.configuration, Message("E-CLI-022", ["name": configuration.timeZone]))
        }
        timeZone = zone
        guard need == .folder || folder.isWorkspace else {
            throw Failure(.noInput, Message("E-CLI-027", ["path": folder.url.path]))
        }
    }

    /// The local day of the command.
    var today: Day { day(of: now) }

    /// The calendar of periods.
    var calendar: PeriodCalendar { PeriodCalendar(cutOffDay: configuration.cutOffDay) }

    /// Who is at work, for what is written.
    var author: String { configuration.interviewer ?? NSUserName() }

    /// The local day of an instant.
    func day(of instant: Date) -> Day { localTime(of: instant).day }

    /// The local day and minute of an instant.
    func localTime(of instant: Date) -> (day: Day, minutes: Int) {
        let seconds = instant.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: instant))
        let day = (seconds / 86_400).rounded(.down)
        return (Day(number: Int(day)), Int((seconds - day * 86_400) / 60))
    }

    /// An instant in ISO 8601 with the local offset, to the second.
    func text(of instant: Date) -> String {
        let style = Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day().timeZone(separator: .colon)
            .time(includingFractionalSeconds: false).timeSeparator(.colon)
        return instant.formatted(style)
    }

    // MARK: Scripts

    /// Loads parts of the workspace's scripts, whatever is wrong with them.
    func load(_ parts: [WorkspacePart], language: Language? = nil) throws -> Workspace {
        let sources = WorkspaceSources(folder: folder.url, parts: parts, readList: ListFiles.read)
        return try WorkspaceLoader.load(
            sources, parts: parts, limits: configuration.limits, language: language ?? Console.language)
    }

    /// Loads scripts for a command that needs some of them (`semantics.md` 5.1): an error in what it needs ends it (65);
    /// one elsewhere is a warning, and what rests on that file is left out.
    /// - Parameter needed: the errors that what the command needs has, if any.
    func load(
        _ parts: [WorkspacePart], needing needed: (Workspace, ScriptFaults) throws -> [Diagnostic?]
    ) throws -> (workspace: Workspace, unavailable: UnavailableIndicators) {
        let workspace = try load(parts)
        let faults = ScriptFaults(workspace)
        guard !faults.isEmpty else { return (workspace, UnavailableIndicators(faults: faults, known: [:])) }
        let printer = DiagnosticPrinter(folder: folder, language: Console.language)
        let files = Set(try needed(workspace, faults).compactMap { $0 }.map { $0.place?.file })
        guard files.isEmpty else {
            let errors = workspace.diagnostics.filter { $0.severity == .error && files.contains($0.place?.file) }
            if diagnosticFormat == .json {
                Console.out(JSON.object([("diagnostics", .array(errors.map(DiagnosticJSON.json)))]).text)
            } else {
                printer.print(errors)
            }
            throw Failure(.badData, Message("E-CLI-008", ["count": "\(errors.count)"]))
        }
        let warnings = faults.errors(in: parts).map { Diagnostic(.warning, at: $0.place, $0.message) }
        if !Console.isQuiet { printer.print(warnings) }
        return (workspace, workspace.unavailableIndicators())
    }

    /// Loads what a command needs as a whole: an error in any of it ends the command (65).
    func loadSound(_ parts: [WorkspacePart]) throws -> Workspace {
        try load(parts) { _, faults in faults.errors(in: parts) }.workspace
    }

    /// Loads one form, its plan where plans are loaded, and whatever else there is of some parts.
    func loadForm(_ id: String, _ parts: [WorkspacePart] = [.surveys]) throws -> (Workspace, FormBinding) {
        let workspace = try load(parts) { workspace, faults in
            let isKnown = workspace.form(id) != nil || faults.declaring("form", id) != nil
            return isKnown ? [faults.error(ofForm: id), faults.declaring("simulate", id)] : []
        }.workspace
        return (workspace, try FormNamed.find(id, in: workspace))
    }

    // MARK: Drafts

    private var draftsPath: String { folder.path(".chiso/drafts.sqlite") }

    /// The drafts to read; a workspace where nobody has begun an interview has none.
    func draftsToRead() throws -> DraftStore? {
        guard FileManager.default.fileExists(atPath: draftsPath) else { return nil }
        return try DraftStore.open(draftsPath, access: .readOnly)
    }

    /// The drafts to write to.
    func draftsToWrite() throws -> DraftStore {
        try DraftStore.open(draftsPath, access: .create(by: author, at: now))
    }
}
