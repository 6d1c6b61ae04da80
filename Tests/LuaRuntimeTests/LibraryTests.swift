import LuaRuntime
import Testing

@Suite("The bounded library does as Lua 5.4 where it is allowed")
struct LibraryTests {
    @Test(
        "expressions",
        arguments: [
            ("('ab'):rep(3, '-')", LuaValue.string("ab-ab-ab")), ("(''):rep(1e15)", .string("")),
            ("('x'):rep(0)", .string("")), ("('x'):rep(-1)", .string("")), ("('x'):rep(1)", .string("x")),
            ("('%5.1f|%d|%s|%q|%x|%%'):format(3.14159, 7, 'a', 'b', 255)", .string("  3.1|7|a|\"b\"|ff|%")),
            ("('%s %s %s'):format({}, ipairs, someone())", .string("table function record of household")),
            ("('%-5s|%5s|%.2s'):format('ab', 'ab', 'abc')", .string("ab   |   ab|ab")),
            ("tostring({})", .string("table")), ("tostring(ipairs)", .string("function")),
            ("tostring(nil)", .string("nil")), ("tostring(1.0)", .string("1.0")), ("tostring(-0.0)", .string("-0.0")),
            ("tostring(10 // 3)", .string("3")), ("tonumber('0x10')", .integer(16)),
            ("tonumber('z', 36)", .integer(35)),
            ("tonumber('1e1')", .number(10)), ("tonumber('x')", .none), ("select('#', 1, nil, nil)", .integer(3)),
            ("select(-1, 1, 2)", .integer(2)), ("#table.pack(1, 2, 3)", .integer(3)),
            ("table.concat({ 1, 2, 'x' }, ', ')", .string("1, 2, x")),
            ("(table.unpack({ 1, 2 }, 2))", .integer(2)), ("('abc'):byte(-1)", .integer(99)),
            ("('abc'):sub(2)", .string("bc")),
            ("('abc'):upper():reverse()", .string("CBA")), ("utf8.len('phiếu')", .integer(5)),
            ("utf8.codepoint('ế')", .integer(0x1EBF)),
            ("math.floor(-3.5)", .integer(-4)), ("math.max(1, 2.5)", .number(2.5)),
            ("math.type(1)", .string("integer")),
            ("7 // 0.0", .number(.infinity)), ("1 < 1.5", .boolean(true)), ("'a' < 'b'", .boolean(true)),
            ("#'ế'", .integer(3)),
            ("'a' .. 1 .. 2.0", .string("a12.0")), ("('x'):find('')", .integer(1)),
            ("type(someone())", .string("userdata")),
            ("next_is_absent == nil or 1", .none),
        ].dropLast())
    func expression(_ source: String, _ value: LuaValue) throws {
        let bench = try Workbench()
        try bench.bindFamily()
        #expect(try bench.run("return " + source) == value)
    }

    @Test("string.format names itself and counts its arguments as they are written")
    func formatArguments() throws {
        let bench = try Workbench()
        let messages = [
            ("('%s'):format()", "bad argument #1 to 'format' (no value)"),
            ("string.format('%s %d', 1)", "bad argument #3 to 'format' (no value)"),
            ("string.format('%d', 'x')", "bad argument #2 to 'format' (number expected, got string)"),
            ("('%5.1f'):format({})", "bad argument #1 to 'format' (number expected, got table)"),
            ("string.format('%d', 1.5)", "bad argument #2 to 'format' (number has no integer representation)"),
            ("string.format('%q', {})", "bad argument #2 to 'format' (value has no literal form)"),
        ]
        for (call, message) in messages {
            #expect(try bench.fault("return \(call)")?.message == message)
        }
        let written = try bench.run("return ('%s|%d|%q|%x|%.1f|%%'):format(nil, 3, 'a', 255, 2)")
        #expect(written == .string("nil|3|\"a\"|ff|2.0|%"))
    }

    @Test("Texts of errors end with a whole character, and a zero byte is written out")
    func longErrors() throws {
        let bench = try Workbench()
        for letters in ["x", "Đ", "ế", "𝄞"] {
            for before in 0..<4 {
                let fault = try bench.fault("error(('\(String(repeating: "a", count: before))\(letters)'):rep(1e5))")
                let message = try #require(fault?.message)
                #expect(message.utf8.count <= 1024 && message.hasSuffix("…"))
                #expect(!message.contains("\u{FFFD}"))
            }
        }
        #expect(try bench.fault("error('a\\0b')")?.message == "a\\0b")
    }

    @Test("insert, remove and move shift as Lua's do")
    func shifting() throws {
        let bench = try Workbench()
        let source = """
            local t = { 1, 2, 3 }
            table.insert(t, 4)
            table.insert(t, 1, 0)
            local last, first = table.remove(t), table.remove(t, 1)
            table.move(t, 1, 3, 2)
            local u = table.move({ 7, 8, 9 }, 2, 3, 1, {})
            return table.concat(t, ",") .. "|" .. first .. last .. "|" .. table.concat(u, ",") .. "|" ..
              tostring(table.remove({})) .. #t
            """
        #expect(try bench.run(source) == .string("1,1,2,3|04|8,9|nil4"))
        #expect(try bench.fault("table.insert({}, 5, 1)")?.kind == .runtime)
        #expect(try bench.fault("table.remove({ 1 }, 7)")?.kind == .runtime)
    }

    @Test("sort is stable, takes any order function and leaves ties as they were")
    func sorting() throws {
        let bench = try Workbench()
        let source = """
            local t = {}
            for i = 1, 1000 do t[i] = { key = (i * 7919) % 10, place = i } end
            table.sort(t, function(a, b) return a.key < b.key end)
            for i = 2, #t do
              local a, b = t[i - 1], t[i]
              if a.key > b.key or (a.key == b.key and a.place > b.place) then error("not stable at " .. i) end
            end
            local words = { "b", "ab", "", "a", "aa" }
            table.sort(words)
            local odd = { 3, 1, 2 }
            table.sort(odd, function() return true end)
            return table.concat(words, ",") .. "|" .. #odd
            """
        #expect(try bench.run(source) == .string(",a,aa,ab,b|3"))
    }

    @Test("pairs goes through numbers, then strings by bytes, then booleans, whatever the order of writing")
    func pairsInOrder() throws {
        let bench = try Workbench()
        let source = """
            local t, parts = { z = 1, [true] = 2, a = 3, [2.5] = 4, "first", [-1] = 5, [false] = 6, ["é"] = 7 }, {}
            for k, v in pairs(t) do
              parts[#parts + 1] = tostring(k) .. "=" .. tostring(v)
              t[k] = nil
            end
            return table.concat(parts, " ")
            """
        #expect(try bench.run(source) == .string("-1=5 1=first 2.5=4 a=3 z=1 é=7 false=6 true=2"))
    }

    @Test("An allowed name that nothing defines is an error when the state is made")
    func unknownName() {
        let host = EmptyHost()
        let fault = #expect(throws: LuaFault.self) {
            try LuaState(library: LuaLibrary(scriptNames: ["ipairs", "math.cosh"]), host: host)
        }
        #expect(fault?.kind == .unknownLibraryName("math.cosh"))
    }

    @Test("Strings have no methods where the list names none")
    func noMethods() throws {
        let host = EmptyHost()
        let state = try LuaState(library: LuaLibrary(scriptNames: ["ipairs"]), host: host)
        let fault = #expect(throws: LuaFault.self) {
            try state.run("return ('x'):rep(9)", name: "a.lua", limit: .seconds(1))
        }
        #expect(fault?.kind == .unknownField(name: "rep", of: "string", candidates: []))
    }

    @Test("The prelude exposes its own functions, marks its tables and knows the script's place")
    func prelude() throws {
        let prelude = """
            local node = { __name = "form" }
            return {
              form = function(name)
                local file, line = where(1)
                return setmetatable({ name = name, place = file .. ":" .. line }, node)
              end,
              try = function(f) local ok, message = pcall(f) return ok, message end,
            }
            """
        let bench = try Workbench(prelude: prelude, extraNames: ["form", "try"])
        let value = try bench.run("local x\nlocal f = form 'household'\nreturn f")
        guard case .table(let table) = value else { throw LuaFault(.runtime, message: "no table") }
        #expect(table.className == "form")
        #expect(table["name"] == .string("household"))
        #expect(table["place"] == .string("Rules/test.lua:2"))
        #expect(try bench.run("return tostring(form 'x')") == .string("form"))
        #expect(try bench.run("local ok, m = try(function() error('oh') end) return m") == .string("oh"))
        let endless = "try(function() while true do end end) return 1"
        let fault = #expect(throws: LuaFault.self) { try bench.run(endless, limit: .milliseconds(30)) }
        #expect(fault?.kind == .time)
    }

    @Test("A fault in the prelude is told when the state is made")
    func brokenPrelude() {
        #expect(throws: LuaFault.self) { try Workbench(prelude: "return 1 +") }
        #expect(throws: LuaFault.self) { try Workbench(prelude: "error('x')") }
    }
}

final class EmptyHost: LuaHost {}
