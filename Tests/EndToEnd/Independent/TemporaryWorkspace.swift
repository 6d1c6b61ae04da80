import Foundation
import Testing

/// A copy of a workspace of the repository, with a store of its own; gone with the last reference to it.
final class TemporaryWorkspace {
    let url: URL

    /// The repository that the tests stand in.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Copies some files and folders of a folder of the repository.
    init(of folder: String, copying names: [String]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("chiso số liệu \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(
                at: Self.repository.appendingPathComponent(folder).appendingPathComponent(name),
                to: url.appendingPathComponent(name))
        }
    }

    /// A workspace of the given files.
    convenience init(files: [String: String]) throws {
        try self.init(of: ".", copying: [])
        for (path, text) in files {
            let file = url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Runs a command of the built binary on the workspace, which must end well, and gives what it printed.
    @discardableResult
    func run(_ arguments: [String]) throws -> String {
        let result = try result(of: arguments)
        try #require(result.status == 0, "\(arguments): \(result.errors)")
        return result.output
    }

    /// Runs a command of the built binary on the workspace, however it ends.
    func result(of arguments: [String]) throws -> Binary.Result {
        try Binary.run(arguments + ["--workspace", url.path, "--quiet"])
    }

    /// Runs a program found on the path, which must end well, and gives what it printed.
    @discardableResult
    static func tool(_ arguments: String...) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments)")
        return output
    }
}

/// The figures that `chiso eval --format json` prints, as far as these tests read them.
struct PrintedFigures: Decodable {
    struct Numbers: Decodable {
        let value: Double?
        let numerator: Double?
        let denominator: Double?
        let n: Int
        let missing: Int
        let missingAmong: Int
        let se: Double?
        let ci: [Double]?
        let df: Int?
        let deff: Double?
    }

    struct Figure: Decodable {
        let id: String
        let total: Numbers
        let by: [String: [String: Numbers]]

        private enum Key: CodingKey { case id, by }
        private struct Row: Decodable { let key: String }

        init(from decoder: any Decoder) throws {
            total = try Numbers(from: decoder)
            let container = try decoder.container(keyedBy: Key.self)
            id = try container.decode(String.self, forKey: .id)
            let rows = try container.decode([String: [Row]].self, forKey: .by)
            let numbers = try container.decode([String: [Numbers]].self, forKey: .by)
            by = rows.reduce(into: [:]) { splits, split in
                let keyed = zip(split.value.map(\.key), numbers[split.key] ?? [])
                splits[split.key] = Dictionary(keyed) { first, _ in first }
            }
        }
    }

    let method: [String: String]
    let figures: [String: Figure]

    private enum Key: CodingKey { case indicators }
    private struct Head: Decodable {
        let id: String
        let method: String
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let list = try container.decode([Figure].self, forKey: .indicators)
        figures = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
        let heads = try container.decode([Head].self, forKey: .indicators)
        method = Dictionary(heads.map { ($0.id, $0.method) }) { first, _ in first }
    }

    init(_ text: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(PrintedFigures.self, from: Data(text.utf8))
    }
}
