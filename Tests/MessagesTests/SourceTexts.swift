import Foundation

/// The texts of the repository's sources, in which the codes of messages are looked up.
enum SourceTexts {
    /// A source: its text and the module it belongs to.
    struct Source {
        let module: String
        let path: String
        let text: String
    }

    /// `Sources` beside the `Tests` that hold this file.
    private static var folder: URL {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    }

    /// The sources of all modules but the catalogue's own.
    static func all() throws -> [Source] {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try files.sorted().filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") }.compactMap { path in
            guard let module = path.split(separator: "/").first, module != "Messages" else { return nil }
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            return Source(module: String(module), path: path, text: text)
        }
    }

    /// The codes by the modules that use them.
    static func modulesOfCodes() throws -> [String: Set<String>] {
        var modules: [String: Set<String>] = [:]
        for source in try all() {
            for match in source.text.matches(of: /"([EWN]-[A-Z]+-[0-9]+)"/) {
                modules[String(match.1), default: []].insert(source.module)
            }
        }
        return modules
    }

    /// Every code that can reach a reader.
    static func codes() throws -> Set<String> {
        Set(try modulesOfCodes().keys).union(try storeCodes())
    }

    /// The store's codes follow from the cases of two enumerations.
    static func storeCodes() throws -> [String] {
        let errors = try cases(of: "enum Code", in: "Storage/StorageError.swift")
        let findings = try cases(of: "enum Kind", in: "Storage/Upkeep/CheckReport.swift")
        return (errors + findings).map { "E-STORE-\($0)" }
    }

    private static func cases(of declaration: String, in path: String) throws -> [String] {
        let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        guard let start = text.range(of: declaration)?.upperBound,
            let end = text[start...].range(of: "\n    }")?.lowerBound
        else { return [] }
        return text[start..<end].matches(of: /\n +case ([a-zA-Z]+)(?: = "([a-z_]+)")?/).map { match in
            String(match.2 ?? match.1)
        }
    }

    /// The names of facts that each module writes, together with those that all get from the shared helpers.
    static func factNames() throws -> [String: Set<String>] {
        var names: [String: Set<String>] = [:]
        for source in try all() {
            for match in source.text.matches(of: /"([a-z_]+)"(?:: |\])/) {
                names[source.module, default: []].insert(String(match.1))
            }
        }
        // The readers and the sink of `Scripting` add these for whoever reports through them.
        for module in names.keys { names[module]?.formUnion(["name", "text", "place"]) }
        return names
    }

    /// The first group of each match in the sources of a folder.
    static func matches(of pattern: Regex<(Substring, Substring)>, in folder: String) throws -> [String] {
        try all().filter { $0.path.hasPrefix(folder + "/") }.flatMap { source in
            source.text.matches(of: pattern).map { String($0.1) }
        }
    }
}
