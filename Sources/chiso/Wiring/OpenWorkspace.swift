import FormModel
import Foundation
import Interchange
import Messages
import Scripting
import Storage
import VietText

/// A workspace as a command works on it: its folder, what chiso.toml says, and the clock.
struct OpenWorkspace {
    let folder: WorkspaceFolder
    let configuration: Configuration
    let timeZone: TimeZone
    let now = Date()

    init(_ options: GlobalOptions) throws {
        Terminal.isQuiet = options.quiet
        Terminal.setColours(options.color)
        if let language = options.language { Terminal.language = language }
        if let path = options.workspace {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
                throw Failure(.noInput, Message("E-CLI-006", ["path": path]))
            }
            guard path.hasPrefix("/") || FileManager.default.currentDirectoryPath.hasPrefix("/") else {
                throw Failure(.noInput, Message("E-CLI-027"))
            }
            folder = WorkspaceFolder(URL(fileURLWithPath: path, isDirectory: true))
        } else {
            let here = FileManager.default.currentDirectoryPath
            guard here.hasPrefix("/") else { throw Failure(.noInput, Message("E-CLI-027")) }
            folder = .nearest(from: URL(fileURLWithPath: here, isDirectory: true))
        }
        configuration = try folder.configuration()
        if options.language == nil { Terminal.language = configuration.language }
        guard let zone = TimeZone(identifier: configuration.timeZone) else {
            throw Failure(.configuration, Message("E-CLI-022", ["name": configuration.timeZone]))
        }
        timeZone = zone
    }

    /// The local day of the command.
    var today: Day { day(of: now) }

    /// The calendar of periods.
    var calendar: PeriodCalendar { PeriodCalendar(cutOffDay: configuration.cutOffDay) }

    /// The path of the store.
    var storePath: String { folder.path(configuration.storePath) }

    /// Who is at work, for what is written.
    var author: String { configuration.interviewer ?? NSUserName() }

    /// The local day of an instant.
    func day(of instant: Date) -> Day {
        let seconds = instant.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: instant))
        return Day(number: Int((seconds / 86_400).rounded(.down)))
    }

    /// An instant in ISO 8601 with the local offset, to the second.
    func text(of instant: Date) -> String {
        let style = Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day().timeZone(separator: .colon)
            .time(includingFractionalSeconds: false).timeSeparator(.colon)
        return instant.formatted(style)
    }

    // MARK: Scripts

    /// Loads parts of the workspace's scripts.
    /// - Parameter needed: the parts in which an error ends the command; errors in the others are only told.
    func load(_ parts: [WorkspacePart], language: Language? = nil) throws -> Workspace {
        let sources = WorkspaceSources(folder: folder.url, readList: ListFiles.read)
        return try WorkspaceLoader.load(
            sources, parts: parts, limits: configuration.limits, language: language ?? Terminal.language)
    }

    /// Loads what a command needs: its diagnostics are told, and an error among them ends the command (65).
    func loadSound(_ parts: [WorkspacePart]) throws -> Workspace {
        let workspace = try load(parts)
        let errors = workspace.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else {
            DiagnosticPrinter(folder: folder, language: Terminal.language).print(workspace.diagnostics)
            throw Failure(.badData, Message("E-CLI-008", ["count": "\(errors.count)"]))
        }
        return workspace
    }

    // MARK: The store

    /// The store to read from; a workspace whose store was not made yet has none, which is said.
    func storeToRead() throws -> Store? {
        let store = try storeQuietly()
        if store == nil { Terminal.note(Message("N-DOCTOR-007", ["path": storePath])) }
        return store
    }

    /// The store to read from, where the command itself says that there is none.
    func storeQuietly() throws -> Store? { try storeBefore(folderMayBeMade: false) }

    /// The store as it is before a command that makes it, where there is none.
    func storeBeforeWriting() throws -> Store? { try storeBefore(folderMayBeMade: true) }

    private func storeBefore(folderMayBeMade: Bool) throws -> Store? {
        let isDefault = configuration.storePath == Configuration().storePath
        guard try Store.exists(storePath, folderMayBeMade: folderMayBeMade || isDefault) else { return nil }
        return try Store.open(storePath, access: .readOnly)
    }

    /// The store that a command is about; without one, it has nothing to do.
    func requireStore(access: StoreAccess) throws -> Store {
        let isDefault = configuration.storePath == Configuration().storePath
        guard try Store.exists(storePath, folderMayBeMade: isDefault) else {
            throw StorageError(.noSuchFile, path: storePath)
        }
        return try Store.open(storePath, access: access)
    }

    /// The store to write to; made where there is none.
    /// - Parameter salts: where the salts of personal values come from; the system, unless the values are made up.
    func storeToWrite(salts: (any RandomNumberGenerator)? = nil) throws -> Store {
        try Store.open(storePath, access: .create(by: author, at: now), salts: salts)
    }
}
