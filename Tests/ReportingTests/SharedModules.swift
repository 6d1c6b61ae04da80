import Foundation

/// The modules of the commune's own `Rules/lib`.
enum SharedModules {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file of the repository.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The text of each module by its name.
    static func all() throws -> [String: String] {
        let folder = root.appendingPathComponent("Rules/lib")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".lua") }
        return try Dictionary(
            uniqueKeysWithValues: files.map { (String($0.dropLast(4)), try text("Rules/lib/\($0)")) })
    }
}
