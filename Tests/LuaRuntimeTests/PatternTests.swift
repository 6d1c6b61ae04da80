import LuaRuntime
import Testing

@Suite("The pattern functions agree with Lua's own")
struct PatternTests {
    /// Runs a function of the string library, bounded and raw, on the same arguments; gives what differs.
    static let comparison = """
        local bounded, raw, guard = library, string, pcall
        local function show(ok, ...)
          local parts = { ok and "ok" or "error" }
          if ok then
            for i = 1, select("#", ...) do
              local v = select(i, ...)
              parts[#parts + 1] = math.type(v) == "integer" and "#" .. v or tostring(v)
            end
          end
          return table.concat(parts, "|")
        end
        local function collect(gmatch, s, p)
          local parts = {}
          for a, b in gmatch(s, p) do
            parts[#parts + 1] = tostring(a) .. ":" .. tostring(b)
            if #parts > 50 then break end
          end
          return table.concat(parts, ",")
        end
        local calls = {
          function(f, s, p, init) return f.find(s, p, init) end,
          function(f, s, p, init) return f.match(s, p, init) end,
          function(f, s, p) return collect(f.gmatch, s, p) end,
          function(f, s, p) return f.gsub(s, p, "<%0>") end,
          function(f, s, p) return f.gsub(s, p, "<%1>", 2) end,
          function(f, s, p) return f.gsub(s, p, function(a, b) return a and b and tostring(a) .. tostring(b) end) end,
          function(f, s, p) return f.gsub(s, p, { a = "X", b = true, ab = 7 }) end,
        }
        local safe = {}
        for name, f in next, bounded do
          local member = name:match("^string%.(%w+)$")
          if member then safe[member] = f end
        end
        return {
          differences = function(s, p, init)
            for i, call in ipairs(calls) do
              local theirs = show(guard(call, raw, s, p, init))
              local ours = show(guard(call, safe, s, p, init))
              if theirs ~= ours then return i .. ": Lua " .. theirs .. ", here " .. ours end
            end
          end,
        }
        """

    @Test("over random patterns and subjects", arguments: 0..<8)
    func random(_ seed: UInt64) throws {
        let bench = try Workbench(prelude: Self.comparison, extraNames: ["differences"])
        let compare = try bench.function("function(s, p, init) return differences(s, p, init) end")
        var source = SplitMix64(state: seed &* 7919 &+ 1)
        var matched = 0
        for _ in 0..<2000 {
            let subject = text(from: ["a", "b", "c", "A", "1", " ", "(", ")", ".", "%", "\0", "é"], upTo: 12, &source)
            let pattern = randomPattern(&source)
            let start = Int64(source.next() % 16) - 6
            let arguments: [LuaValue] = [.string(subject), .string(pattern), .integer(start)]
            let outcome = try bench.state.call(compare, arguments, limit: .seconds(20))
            #expect(outcome == .value(.none), "subject \(subject.debugDescription) pattern \(pattern.debugDescription)")
            matched += outcome == .value(.none) ? 1 : 0
        }
        #expect(matched == 2000)
    }

    @Test(
        "over chosen cases",
        arguments: [
            ("hello world", "o w", Int64(1)), ("a.b", ".", 1), ("THE (quick) fox", "%((%a+)%)", 1),
            ("key = val", "(%w+)%s*=%s*(%w+)", 1),
            ("f(a(b)c)d", "%b()", 1), ("THE (quick) fox", "%f[%a]%a+", 1), ("abcabc", "(a)(b)c%1%2", 1), ("", "", 1),
            ("", "^$", 1),
            ("abc", "()b()", 1), ("abc", "$", 1), ("a$b", "$b", 1), ("a^b", "a^b", 1), ("]x]", "[]]", 1),
            ("a-b", "[a-]+", 1),
            ("a-b", "[%a-]+", 1), ("x", "[^%s]", 1), ("x^", "[x^]+", 1), ("abc", "b", -1), ("abc", "", 4),
            ("abc", "", 5),
            ("%d", "%%d", 1), ("aaa", "a-", 1), ("aaab", "a-b", 1), ("a\0b", "%z", 1), ("a\0b", "\0", 1), ("x", "%", 1),
            ("x", "(", 1),
            ("x", ")", 1), ("x", "%1", 1), ("x", "(%1)", 1), ("x", "[a", 1), ("x", "[%", 1), ("x", "%f", 1),
            ("x", "%b", 1), ("x", "%bx", 1),
        ])
    func chosen(_ subject: String, _ pattern: String, _ start: Int64) throws {
        let bench = try Workbench(prelude: Self.comparison, extraNames: ["differences"])
        let compare = try bench.function("function(s, p, init) return differences(s, p, init) end")
        let arguments: [LuaValue] = [.string(subject), .string(pattern), .integer(start)]
        #expect(try bench.state.call(compare, arguments, limit: .seconds(20)) == .value(.none))
    }

    private func text(from alphabet: [String], upTo length: Int, _ source: inout SplitMix64) -> String {
        (0..<Int(source.next() % UInt64(length + 1))).map { _ in source.pick(alphabet) }.joined()
    }

    private func randomPattern(_ source: inout SplitMix64) -> String {
        let items = [
            "a", "b", "c", ".", "%a", "%d", "%s", "%w", "%W", "%p", "%c", "%x", "%u", "%z", "%Z", "%L", "%g", "%.",
            "%%", "[ab]", "[^ab]", "[a-c]",
            "[%a_]", "[%W]", "[]a]", "[a-]", "[^]", "(", ")", "()", "%1", "%2", "%b()", "%bab", "%f[%a]", "%f[^b]", "^",
            "$",
            "[", "]", "%", "-", "é",
        ]
        let suffixes = ["", "", "", "", "*", "+", "-", "?"]
        let anchor = source.next() % 8 == 0 ? "^" : ""
        return anchor
            + (0..<Int(source.next() % 7)).map { _ in source.pick(items) + source.pick(suffixes) }.joined()
    }
}

/// The generator of the product's random records: the same cases each run.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func pick(_ list: [String]) -> String {
        list[Int(next() % UInt64(list.count))]
    }
}
