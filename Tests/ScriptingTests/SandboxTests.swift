import Foundation
import LuaRuntime
import Scripting
import Testing

@Suite("What a script can reach is the one table, and nothing else")
struct SandboxTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs a line in a script; the codes of what is wrong with it.
    private func codes(_ line: String, in path: String = "Surveys/f.lua") throws -> [String] {
        try TestWorkspace([path: line]).load().diagnostics.map(\.message.code)
    }

    @Test("Every entry of the table is there", arguments: ScriptLibrary.entries.map(\.name))
    func entries(name: String) throws {
        #expect(try codes("assert(\(name) ~= nil)") == [])
    }

    @Test("Modules reach everything but declarations")
    func modules() throws {
        for entry in ScriptLibrary.entries {
            let expected = entry.kind == .declaration ? ["E-DECL-007"] : []
            #expect(try codes("local x = \(entry.name)", in: "Rules/lib/m.lua") == expected, "\(entry.name)")
        }
    }

    @Test("Nothing else that Lua has is there")
    func nothingElse() throws {
        let allowed = Set(ScriptLibrary.entries.map(\.name))
        let libraries = Set(allowed.compactMap { $0.contains(".") ? String($0.prefix { $0 != "." }) : nil })
        let refused = Self.luaNames.filter { !allowed.contains($0) && !libraries.contains($0) }
        #expect(refused.count > 60)
        for name in refused {
            let library = name.split(separator: ".").first.map(String.init) ?? name
            let expected = name.contains(".") && libraries.contains(library) ? "E-FIELD-001" : "E-GLOBAL-001"
            #expect(try codes("local x = \(name)") == [expected], "\(name)")
            #expect(try codes("local x = \(name)", in: "Rules/lib/m.lua") == [expected], "\(name)")
        }
    }

    /// All globals of Lua 5.4 and the members of its libraries (Reference Manual, section 6).
    private static let luaNames =
        [
            "_G", "_ENV._G", "_VERSION", "arg", "assert", "collectgarbage", "dofile", "error", "getmetatable", "ipairs",
            "load", "loadfile", "loadstring", "module", "next", "pairs", "pcall", "print", "rawequal", "rawget",
            "rawlen", "rawset", "require", "select", "setmetatable", "tonumber", "tostring", "type", "unpack", "warn",
            "xpcall", "coroutine", "debug", "io", "os", "package", "string", "table", "math", "utf8", "bit32",
            "host", "library", "where",
        ]
        + [
            "byte", "char", "dump", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize",
            "rep", "reverse", "sub", "unpack", "upper",
        ].map { "string." + $0 }
        + ["concat", "insert", "move", "pack", "remove", "sort", "unpack"].map { "table." + $0 }
        + [
            "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max",
            "maxinteger", "min", "mininteger", "modf", "pi", "rad", "random", "randomseed", "sin", "sqrt", "tan",
            "tointeger", "type", "ult", "pow", "cosh",
        ].map { "math." + $0 }
        + ["char", "charpattern", "codepoint", "codes", "len", "offset"].map { "utf8." + $0 }
        + [
            "clock", "date", "difftime", "execute", "exit", "getenv", "remove", "rename", "setlocale", "time",
            "tmpname",
        ]
        .map { "os." + $0 }
        + [
            "close", "input", "lines", "open", "output", "popen", "read", "stderr", "stdin", "stdout", "tmpfile",
            "type",
            "write",
        ].map { "io." + $0 }
        + [
            "host_begin", "host_end", "host_declare", "host_file", "host_loading", "host_comma", "host_body_wrong",
            "host_from_csv", "host_date", "host_ratio",
        ]

    @Test("No script changes what another finds")
    func separate() throws {
        let attempts = [
            "count = 1", "string.rep = nil", "local s = string; s.len = 1", "_ENV = {}", "table.insert = 5",
        ]
        for attempt in attempts {
            let workspace = try TestWorkspace([
                "Surveys/a.lua": attempt,
                "Surveys/b.lua": "assert(count and (\"x\"):rep(2) == \"xx\" and #\"x\" == string.len \"x\")\n"
                    + "local t = {} table.insert(t, 1) assert(t[1] == 1)",
            ]).load()
            #expect(workspace.diagnostics.allSatisfy { $0.place?.file == "Surveys/a.lua" }, "\(attempt)")
        }
    }

    @Test("luacheck's list of names is the table")
    func luacheck() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent(".luacheckrc"), encoding: .utf8)
        // The list is itself Lua: it is run, with the names it sets gathered.
        let gathering = """
            local stds = {}
            local std, max_line_length
            \(text.replacing("std = \"chiso\"", with: ""))
            local names = {}
            for key, value in pairs(stds.chiso.read_globals) do
              if type(value) == "table" then
                for name in pairs(value.fields) do table.insert(names, key .. "." .. name) end
              else
                table.insert(names, value)
              end
            end
            table.sort(names)
            error(table.concat(names, " "))
            """
        let diagnostic = try #require(try TestWorkspace(["Surveys/f.lua": gathering]).load().diagnostics.first)
        #expect(diagnostic.message.code == "E-RUN-001")
        let names = try #require(diagnostic.message.facts["text"]).split(separator: " ").map(String.init)
        #expect(Set(names) == Set(ScriptLibrary.entries.map(\.name)))
        #expect(names.count == ScriptLibrary.entries.count)
    }

    @Test("The repository's own scripts are without a fault")
    func ownScripts() throws {
        for folder in [Self.root, Self.root.appendingPathComponent("Examples/nhanes")] {
            let workspace = try TestWorkspace(folder: folder).load()
            // The list of the commune's households is made by the demo, and not kept.
            #expect(workspace.diagnostics.filter { $0.message.code != "W-FRAME-001" } == [])
            #expect(!workspace.forms.isEmpty && !workspace.indicators.isEmpty)
        }
    }
}
