import FormModel
import Foundation
import Scripting
import Testing

/// What a file may be, apart from what it says.
@Suite("Files of every sort are read, or refused at their place")
struct FileTests {
    private static let form =
        "form \"f\" {\n  version = 1, label = \"Hộ\",\n\ttext \"a\" { labl = \"x\", label = \"A\" },\n}\n"

    private func told(_ files: [String: [UInt8]], limits: ScriptLimits = ScriptLimits()) throws -> [String] {
        try TestWorkspace(bytes: files).load(limits: limits).diagnostics.map {
            "\($0.place.map { "\($0)" } ?? "–") \($0.message.code)"
        }
    }

    private func told(_ bytes: [UInt8]) throws -> [String] { try told(["Surveys/f.lua": bytes]) }

    @Test("Line ends and a byte order mark move no place")
    func lineEnds() throws {
        let expected = ["Surveys/f.lua:3:13 E-PROP-001"]
        #expect(try told(Array(Self.form.utf8)) == expected)
        #expect(try told(Array(Self.form.replacing("\n", with: "\r\n").utf8)) == expected)
        #expect(try told([0xEF, 0xBB, 0xBF] + Array(Self.form.utf8)) == expected)
        let broken = Array("local x = 1\r\nlocal y = = 2\r\n".utf8)
        #expect(try told([0xEF, 0xBB, 0xBF] + broken) == ["Surveys/f.lua:2:11 E-SYNTAX-008"])
    }

    @Test("A first line for the system is left out, and moves no place")
    func firstLine() throws {
        #expect(try told(Array("#!/usr/bin/lua\nlocal x = 1\n".utf8)) == [])
        #expect(try told(Array("#!/usr/bin/lua\r\nlocal y = = 2\n".utf8)) == ["Surveys/f.lua:2:11 E-SYNTAX-008"])
    }

    @Test(
        "A file with nothing in it declares nothing",
        arguments: ["", "\n", "-- ghi chú", "--[[ a\nb ]]", "\u{FEFF}", ";"])
    func nothing(text: String) throws {
        #expect(try told(Array(text.utf8)) == [])
    }

    @Test("Bytes that are not UTF-8 are told by their place")
    func foreignBytes() throws {
        #expect(
            try told(Array("local x = 1\nlocal y = \"".utf8) + [0xE9, 0x22]) == ["Surveys/f.lua:2:12 E-SYNTAX-005"])
        #expect(try told([0xFF, 0xFE, 0x66, 0x00]) == ["Surveys/f.lua:1:1 E-SYNTAX-005"])
        let module: [UInt8] = Array("return \"".utf8) + [0xE9, 0x22]
        #expect(
            try told(["Surveys/f.lua": Array("require \"m\"".utf8), "Rules/lib/m.lua": module])
                == ["Rules/lib/m.lua:1:9 E-SYNTAX-005"])
    }

    @Test("Compiled Lua is refused")
    func bytecode() throws {
        #expect(try told([0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00, 0xFF]) == ["Surveys/f.lua:1 E-SYNTAX-003"])
    }

    @Test("A file beyond the limit is refused, and one just below it is read")
    func large() throws {
        let line = "local function f(h) return h.a and h.b end -- một dòng dài\n"
        let most = 512 * 1024
        let full = String(repeating: "-", count: most - 10)
        #expect(try told(Array(full.utf8)) == [])
        #expect(
            try told(Array(String(repeating: line, count: 600 * 1024 / line.utf8.count).utf8))
                == ["Surveys/f.lua:1 E-SYNTAX-004"])
        #expect(try told([UInt8](repeating: 0x78, count: 50 << 20)) == ["Surveys/f.lua:1 E-SYNTAX-004"])
        // All on one line: places are found without counting the line from its start each time.
        let start = "form \"f\" { version = 1, label = \"F\", select_one \"v\" { choices = {"
        let oneLine = start + String(repeating: "{ \"a\" },", count: most / 8 - 40)
        #expect(try told(Array(oneLine.utf8)) == ["Surveys/f.lua:1:\(start.count) E-SYNTAX-007"])
    }

    @Test("A thousand faults in a file, and more over files, are told in order")
    func thousands() throws {
        let questions = (1...1000).map { "  text \"q\($0)\" { label = \"Q\", lable\($0) = 1 }," }
        let file = "form \"f\" {\n  version = 1, label = \"F\",\n" + questions.joined(separator: "\n") + "\n}\n"
        // One form has room for 750 fields.
        let one = try told(Array(file.utf8))
        #expect(one.count == 1001)
        #expect(one.prefix(2) == ["Surveys/f.lua:1:1 E-NAME-004", "Surveys/f.lua:3:28 E-PROP-001"])
        #expect(one.last == "Surveys/f.lua:1002:31 E-PROP-001")
        var files: [String: [UInt8]] = [:]
        for number in 10..<40 { files["Surveys/f\(number).lua"] = Array("local x = \nlocal y".utf8) }
        #expect(try told(files) == (10..<40).map { "Surveys/f\($0).lua:2:1 E-SYNTAX-008" })
    }

    @Test("A script that never ends is stopped at its line, and the others are read")
    func endless() throws {
        var limits = ScriptLimits()
        limits.load = 0.05
        let files = [
            "Surveys/a.lua": "local x = 1\nwhile true do x = x + 1 end\n",
            "Surveys/b.lua": "form \"b\" { version = 1, label = \"B\", labl = 1 }\n",
        ]
        let workspace = try TestWorkspace(files).load(limits: limits)
        #expect(
            workspace.diagnostics.map { "\($0.place.map { "\($0)" } ?? "–") \($0.message.code)" }
                == ["Surveys/a.lua:2 E-LIMIT-001", "Surveys/b.lua:1:38 E-PROP-001"])
        #expect(workspace.forms.map(\.layout.form.id) == ["b"])
    }

    @Test("A script that takes all memory is stopped, and the others are read")
    func memory() throws {
        let files = [
            "Surveys/a.lua": "local t = {}\nfor i = 1, 1e9 do\n  t[i] = (\"x\"):rep(10000) .. i\nend\n",
            "Surveys/b.lua": "form \"b\" { version = 1, label = \"B\", text \"a\" { label = \"A\" } }\n",
        ]
        let workspace = try TestWorkspace(files).load()
        #expect(
            workspace.diagnostics.map { "\($0.place.map { "\($0)" } ?? "–") \($0.message.code)" }
                == ["Surveys/a.lua:3 E-LIMIT-002"])
        #expect(workspace.forms.map(\.layout.form.id) == ["b"])
    }

    @Test("A script that nests without end is stopped", arguments: ["(", "{", "-(", "function() return "])
    func deep(opener: String) throws {
        let text = "return " + String(repeating: opener, count: 5000) + "1"
        let told = try told(Array(text.utf8))
        #expect(told.count == 1)
        #expect(told[0].hasPrefix("Surveys/f.lua:1:") && told[0].hasSuffix("E-SYNTAX-025"))
    }

    @Test("Places in memory and in a folder are the same")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xã Mộ Đức \(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let surveys = folder.appendingPathComponent("Surveys")
        try FileManager.default.createDirectory(at: surveys, withIntermediateDirectories: true)
        try Self.form.write(to: surveys.appendingPathComponent("f.lua"), atomically: true, encoding: .utf8)
        try "không".write(to: surveys.appendingPathComponent("ghi chú.txt"), atomically: true, encoding: .utf8)
        let diagnostics = try TestWorkspace(folder: folder).load().diagnostics
        #expect(diagnostics.map { "\($0.place.map { "\($0)" } ?? "–")" } == ["Surveys/f.lua:3:13"])
    }
}
