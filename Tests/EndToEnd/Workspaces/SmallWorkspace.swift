import Foundation
import Storage

/// A small workspace of its own, in a folder whose name has spaces and Vietnamese letters; gone when it is let go.
final class SmallWorkspace {
    let folder: URL

    /// A workspace with its scripts, and no store.
    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("không gian thử \(UUID().uuidString)", isDirectory: true)
        for (path, text) in SmallWorkspace.scripts { try write(path, text) }
    }

    /// A workspace that holds the records of `households` and `persons`.
    static func filled() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace()
        try workspace.write("h.csv", households)
        try workspace.write("p.csv", persons)
        let result = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        guard result.status == 0 else { throw Unexpected(text: result.errors) }
        return workspace
    }

    struct Unexpected: Error { let text: String }

    deinit { try? FileManager.default.removeItem(at: folder) }

    // MARK: Files

    func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

    func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

    func write(_ path: String, bytes: [UInt8]) throws {
        try FileManager.default.createDirectory(
            at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: url(path).path, contents: Data(bytes)) else {
            throw Unexpected(text: "cannot write \(path)")
        }
    }

    func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

    // MARK: Running

    /// Runs a command here, in English unless it says otherwise.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Binary.Result {
        try run(arguments, environment: environment)
    }

    /// Runs a command here, in English unless it says otherwise.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Binary.Result {
        let language = arguments.contains("--language") ? [] : ["--language", "en"]
        return try Binary.run(arguments + language, in: folder, environment: environment)
    }

    func shell(_ script: String, environment: [String: String] = [:]) throws -> Binary.Result {
        try Binary.shell(script, in: folder, environment: environment)
    }

    /// Runs SQL on the store, behind the program's back.
    func sqlite(_ sql: String) throws -> String {
        let result = try Binary.shell(
            "exec sqlite3 .chiso/store.sqlite \"$SQL\"", in: folder, environment: ["SQL": sql])
        guard result.status == 0 else { throw Unexpected(text: result.errors) }
        return result.output
    }

    // MARK: The store

    static let store = ".chiso/store.sqlite"

    /// The store as it lies, opened to be read.
    func openStore() throws -> Store { try Store.open(url(SmallWorkspace.store).path, access: .readOnly) }

    /// What names the state of the records.
    func recordsSum() throws -> String { try openStore().recordsSum() }

    /// Everything that is known of a form's records, personal values as well.
    func content(of form: String) throws -> Set<Substring> {
        let result = try run("data", "export", form, "-", "--include-personal", "--quiet")
        guard result.status == 0 else { throw Unexpected(text: result.errors) }
        return Set(result.output.split(separator: "\n"))
    }

    /// How many records there are.
    func recordCount() throws -> Int { try openStore().counts().map(\.count).reduce(0, +) }

    /// Whether `chiso db check` finds nothing wrong.
    func isSound() throws -> Bool { try run("db", "check").status == 0 }
}
