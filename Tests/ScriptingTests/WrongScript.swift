import FormModel
import Foundation
import Messages
import ScriptAnalysis
import Scripting
import Testing
import VietText

/// A workspace with faults, and where they must be told: an entry of a file of `Wrong`.
///
///     === a name
///     + household                      the form of `household.lua` stands beside, in `Surveys/h.lua`
///     --- Rules/indicators/r.lua       a file; `Surveys/f.lua` where none is named
///     ▸indicator "i" { label = "I" }   `▸` stands right before a fault, `▹` on the line of one without a column
///     => E-PROP-003                    its code, and after a blank its "did you mean"
///
/// Faults come in the order of files and lines. `␀` stands for a NUL byte.
struct WrongScript: CustomTestStringConvertible {
    let testDescription: String
    /// The file in which it stands.
    private let group: String
    private(set) var files: [String: String] = [:]
    private(set) var faults: [String] = []

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Wrong")

    /// The entries of a file of `Wrong`.
    static func entries(of name: String) throws -> [WrongScript] {
        let text = try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
        return try text.split(separator: "\n=== ").flatMap { $0.split(separator: "=== ", maxSplits: 1) }
            .filter { !$0.allSatisfy(\.isWhitespace) }.map { try WrongScript(entry: String($0), of: name) }
    }

    private init(entry: String, of group: String) throws {
        self.group = group
        var lines = entry.split(separator: "\n", omittingEmptySubsequences: false)[...]
        testDescription = String(lines.removeFirst())
        var path = "Surveys/f.lua"
        for line in lines {
            if line.hasPrefix("+ ") {
                let url = WrongScript.folder.appendingPathComponent(line.dropFirst(2) + ".lua")
                files["Surveys/h.lua"] = try String(contentsOf: url, encoding: .utf8)
            } else if line.hasPrefix("--- ") {
                path = String(line.dropFirst(4))
            } else if line.hasPrefix("=> ") {
                faults.append(String(line.dropFirst(3)))
            } else if faults.isEmpty {
                files[path, default: ""] += line + "\n"
            }
        }
    }

    /// What is told of the workspace is what the marks say.
    func check() throws {
        let texts = files.mapValues { text in
            ["▸": "", "▹": "", "␀": "\0"].reduce(text) { $0.replacing($1.key, with: $1.value) }
        }
        let workspace = try TestWorkspace(texts).load()
        // Notes are told only where an entry is about them.
        let isAboutNotes = faults.contains { $0.hasPrefix("N-") }
        let found = (workspace.diagnostics + ScriptAnalysis(workspace).diagnostics).sortedByPlace
            .filter { isAboutNotes || $0.severity != .note }
        let told = found.map { diagnostic in
            let place = diagnostic.place.map { "\($0)" } ?? "–"
            let suggestion = diagnostic.message.suggestion.map { " " + $0 } ?? ""
            return "\(place) \(diagnostic.message.code)\(suggestion)"
        }
        let places = files.sorted { $0.key < $1.key }.flatMap { WrongScript.marks(in: $0.value, file: $0.key) }
        #expect(told == zip(places, faults).map { "\($0) \($1)" })
        #expect(places.count == faults.count, "as many marks as faults")
        try Golden.check(
            "\(group) \(testDescription)",
            Language.allCases.map { language in
                found.map { diagnostic in
                    DiagnosticText(language: language).text(diagnostic, in: diagnostic.place.flatMap { texts[$0.file] })
                }.joined(separator: "\n")
            }.joined(separator: "\n\n"))
        for message in found.map(\.message) {
            let sentences = Language.allCases.map { message.text(in: $0) }
            #expect(Set(sentences).count == 2, "a sentence in each language")
            #expect(!message.text(in: .vietnamese).contains("attempt"), "Lua's English: \(sentences)")
            #expect(sentences.allSatisfy { !$0.contains("'…'") }, "a fact is missing: \(sentences)")
        }
    }

    /// The places of the marks, in their order.
    private static func marks(in text: String, file: String) -> [Place] {
        zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false)).flatMap { number, line in
            var places: [Place] = []
            var column = 1
            for scalar in line.unicodeScalars {
                switch scalar {
                case "▸": places.append(Place(file: file, line: number, column: column))
                case "▹": places.append(Place(file: file, line: number))
                default: column += 1
                }
            }
            return places
        }
    }
}

@Suite("What is wrong in scripts is told, each by its place, code and suggestion")
struct WrongScriptTests {
    @Test("of syntax", arguments: try WrongScript.entries(of: "syntax") + WrongScript.entries(of: "tokens"))
    func syntax(wrong: WrongScript) throws { try wrong.check() }

    @Test("a comma left out", arguments: try WrongScript.entries(of: "commas"))
    func commas(wrong: WrongScript) throws { try wrong.check() }

    @Test("of declarations", arguments: try WrongScript.entries(of: "declarations"))
    func declarations(wrong: WrongScript) throws { try wrong.check() }

    @Test("of names", arguments: try WrongScript.entries(of: "names"))
    func names(wrong: WrongScript) throws { try wrong.check() }

    @Test("of properties", arguments: try WrongScript.entries(of: "properties"))
    func properties(wrong: WrongScript) throws { try wrong.check() }

    @Test("of lists", arguments: try WrongScript.entries(of: "lists"))
    func lists(wrong: WrongScript) throws { try wrong.check() }

    @Test("of rules", arguments: try WrongScript.entries(of: "rules"))
    func rules(wrong: WrongScript) throws { try wrong.check() }

    @Test("of what scripts name", arguments: try WrongScript.entries(of: "references"))
    func references(wrong: WrongScript) throws { try wrong.check() }

    @Test("of modules", arguments: try WrongScript.entries(of: "modules"))
    func modules(wrong: WrongScript) throws { try wrong.check() }

    @Test("before they run", arguments: try WrongScript.entries(of: "analysis"))
    func analysis(wrong: WrongScript) throws { try wrong.check() }

    @Test("while they run", arguments: try WrongScript.entries(of: "running"))
    func running(wrong: WrongScript) throws { try wrong.check() }
}
