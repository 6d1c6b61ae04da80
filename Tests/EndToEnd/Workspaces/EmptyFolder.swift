import Foundation

/// An empty folder whose name has spaces and Vietnamese letters; gone when it is let go.
final class EmptyFolder {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("thư mục mới \(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ path: String, _ text: String) throws {
        let url = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appendingPathComponent(path)) }

    /// Every file and folder in it, with its content.
    func everything() throws -> [String: String] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return Dictionary(uniqueKeysWithValues: paths.map { ($0, (try? text($0)) ?? "a folder") })
    }

    /// Runs a command here, in English unless it says otherwise.
    func run(_ arguments: String...) throws -> Binary.Result { try run(arguments) }

    /// Runs a command here, in English unless it says otherwise.
    func run(_ arguments: [String]) throws -> Binary.Result {
        let language = arguments.contains("--language") ? [] : ["--language", "en"]
        return try Binary.run(arguments + language, in: folder)
    }

    func shell(_ script: String) throws -> Binary.Result { try Binary.shell(script, in: folder) }
}
