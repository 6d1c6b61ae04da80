import Foundation
import Testing

/// Files that are no scripts at all, or only half of one: told at once, with their place, in a few lines.
@Suite("What lies among the scripts may be anything")
struct BadScriptTests {
    private func told(_ bytes: [UInt8], _ arguments: String...) throws -> Binary.Result {
        let workspace = try SmallWorkspace()
        let file = workspace.folder.appendingPathComponent("Rules/indicators/bad.lua")
        try Data(bytes).write(to: file)
        return try workspace.run(["check"] + arguments)
    }

    private func lines(_ result: Binary.Result) -> [Substring] {
        result.errors.split(separator: "\n").filter { $0.contains("Rules/indicators/bad.lua") }
    }

    /// A file that is no script, and what is told of it first.
    struct BadFile: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let expected: String

        init(_ name: String, _ bytes: [UInt8], _ expected: String) {
            (testDescription, self.bytes, self.expected) = (name, bytes, expected)
        }

        init(_ name: String, _ text: String, _ expected: String) { self.init(name, Array(text.utf8), expected) }
    }

    private static let noise: [UInt8] = (0..<512).map { (number: Int) -> UInt8 in UInt8((number * 197 + 13) % 256) }
    private static let latin: [UInt8] = Array("label = \"x".utf8) + [0xE9, 0x22]
    private static let files: [BadFile] = [
        BadFile("a program", "\u{7F}ELF\u{2}\u{1}\u{0}\u{0}\u{3}", ":1:1: error: the character"),
        BadFile("random bytes", noise, "E-SYNTAX"),
        BadFile("compiled Lua", [0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00], "E-SYNTAX-003"),
        BadFile("50 MB", [UInt8](repeating: 0x61, count: 50 << 20), "E-SYNTAX-004"),
        BadFile("Latin-1", latin, ":1:11: error: the file is not UTF-8"),
        BadFile("half a function", "local function f(h)\n  if h.a then\n", ":2:3: error: 'end' is missing"),
        BadFile("tabs", "local\tx =\t= 1\n", ":1:11: error"),
        BadFile("CRLF", "local a = 1\r\nlocal b = = 2\r\n", ":2:11: error"),
        BadFile("a mark and CR", "\u{FEFF}local a = 1\rlocal b = = 2\r", ":2:11: error"),
        BadFile("a name with marks", "local thu_nhập = 1\n", "did you mean 'thu_nhap'?"),
        BadFile("a name in the other form", "local tuo\u{302}\u{309}i = 1\n", "did you mean 'tuoi'?"),
    ]

    @Test("told by its first line", arguments: files)
    func first(file: BadFile) throws {
        let result = try told(file.bytes)
        #expect(result.status == 1)
        let first = try #require(lines(result).first, "\(result.errors.prefix(400))")
        #expect(first.contains(file.expected), "\(first)")
        #expect(result.errors.utf8.count < 40_000)
    }

    @Test("The mark stands under its spot, whatever stands before it")
    func marks() throws {
        let result = try told(Array("local\tđường\t= 1 -- ổ\r\n".utf8))
        #expect(result.errors.contains("\n    local đường = 1 -- ổ\n          ^~~~~\n"), "\(result.errors)")
    }

    @Test("Of a thousand faults the first fifty of a file are shown, and how many more there are; JSON has them all")
    func thousand() throws {
        let bytes = Array(String(repeating: "x = = 1\n", count: 1000).utf8)
        let result = try told(bytes)
        #expect(lines(result).count == 51)
        #expect(result.errors.contains("Rules/indicators/bad.lua: 950 more of this file"))
        #expect(
            result.errors.contains("1,000 errors") || result.errors.contains("1000 errors"),
            "\(result.errors.suffix(200))")
        let json = try told(bytes, "--format", "json").output
        #expect(json.components(separatedBy: "E-SYNTAX-008").count == 1001)
    }

    @Test("SARIF and GitHub's annotations name file, line, column and code")
    func formats() throws {
        let bytes = Array("local a = 1\nlocal b = = 2\n".utf8)
        let annotations = try told(bytes, "--format", "github").output
        #expect(annotations.hasPrefix("::error file=Rules/indicators/bad.lua,line=2,col=11,title=E-SYNTAX-008::"))
        let sarif = try #require(
            try JSONSerialization.jsonObject(with: Data(try told(bytes, "--format", "sarif").output.utf8))
                as? [String: Any])
        #expect(sarif["version"] as? String == "2.1.0")
        let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        let found = try #require(results.first { $0["ruleId"] as? String == "E-SYNTAX-008" })
        #expect(found["level"] as? String == "error")
        let location = (found["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        let region = location?["region"] as? [String: Any]
        #expect(region?["startLine"] as? Int == 2 && region?["startColumn"] as? Int == 11)
    }

    @Test("explain-code explains, lists, and offers the nearest code")
    func explaining() throws {
        let explained = try Binary.run(["explain-code", "[e-field-001]", "--language", "en"])
        #expect(explained.status == 0)
        #expect(explained.output.contains("Wrong:\n") && explained.output.contains("Right:\n"))
        #expect(try Binary.run(["explain-code", "--list"]).output.contains("W-NIL-001"))
        let unknown = try Binary.run(["explain-code", "E-FELD-001", "--language", "en"])
        #expect(unknown.status == 66 && unknown.errors.contains("did you mean 'E-FIELD-001'?"))
        #expect(try Binary.run(["explain-code"]).status == 64)
    }
}
