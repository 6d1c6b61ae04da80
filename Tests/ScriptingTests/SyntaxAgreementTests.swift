import Foundation
import LuaSyntax
import Scripting
import Testing
import VietText

/// The reader that explains a refused script must refuse what Lua refuses, and where Lua refuses it.
@Suite("Lua and the reader of its syntax agree")
struct SyntaxAgreementTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func scripts() -> [String] {
        ["Surveys", "Surveys/simulate", "Rules/indicators", "Rules/lib"].flatMap { path -> [String] in
            let folder = root.appendingPathComponent(path)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.sorted().filter { $0.hasSuffix(".lua") }.compactMap {
                try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
            }
        }
    }

    @Test("over every script of the repository")
    func own() {
        let scripts = Self.scripts()
        #expect(scripts.count > 25)
        for script in scripts { #expect(SourceText(script).firstFault == nil) }
    }

    /// What is told of each source, which never runs: `nil` where Lua takes it.
    private func refusals(_ sources: [String]) throws -> [String?] {
        var files: [String: String] = [:]
        for (number, source) in sources.enumerated() { files["Surveys/f\(100_000 + number).lua"] = source }
        var codes: [String?] = Array(repeating: nil, count: sources.count)
        for diagnostic in try TestWorkspace(files).load().diagnostics {
            guard let file = diagnostic.place?.file, diagnostic.message.code.hasPrefix("E-SYNTAX"),
                let number = Int(file.dropFirst("Surveys/f".count).prefix(6))
            else { continue }
            codes[number - 100_000] = diagnostic.message.code
        }
        return codes
    }

    @Test("over two thousand scripts with a token changed")
    func mutated() throws {
        var generator = Randoms(state: 2026)
        let pieces = [
            "{", "}", "(", ")", "[", "]", ",", "=", "==", ";", ":", ".", "..", "...", "end", "function", "if", "then",
            "else", "return", "local", "for", "in", "do", "while", "nil", "not", "and", "-", "#", "x", "\"s\"", "5",
            "3x", "\"", "--", "é",
        ]
        let scripts = Self.scripts().filter { $0.utf8.count < 6000 }
        var sources: [String] = []
        for _ in 0..<2000 {
            let script = scripts[generator.next(below: scripts.count)]
            let tokens = Lexer.tokens(of: script)
            let token = tokens[generator.next(below: tokens.count)]
            let bytes = Array(script.utf8)
            let piece = generator.next(below: 3) == 0 ? "" : pieces[generator.next(below: pieces.count)]
            let end = generator.next(below: 2) == 0 ? token.end : token.start
            let changed = String(
                decoding: bytes[..<token.start] + Array(" \(piece) ".utf8) + bytes[end...], as: UTF8.self)
            // Within a function that is never called, only its syntax counts.
            sources.append("local function never(...) \(changed)\nend")
        }
        var refused = 0
        for (source, code) in zip(sources, try refusals(sources)) {
            let found = SourceText(source).firstFault
            #expect((found == nil) == (code == nil), "\(source)")
            // Lua's own words stand in only where the reader has none, or finds its fault later than Lua.
            #expect(code != "E-SYNTAX-001", "\(source)")
            if found != nil { refused += 1 }
        }
        #expect(refused > 800 && refused < 2000)
    }
}

/// A small generator, so that every run makes the same scripts.
private struct Randoms {
    var state: UInt64

    mutating func next(below count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }
}
