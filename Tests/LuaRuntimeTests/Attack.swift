import LuaRuntime
import Testing

/// A hostile script: what it must end in, and where.
struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: String
    var line: Int
    var source: String
    var limit: Duration = .seconds(20)
    var testDescription: String { name }

    init(_ name: String, _ kind: String, line: Int = 1, limit: Duration = .seconds(20), _ source: String) {
        (self.name, self.kind, self.line, self.source, self.limit) = (name, kind, line, source, limit)
    }

    static let all = loops + memory + patterns + counts + recursion + parsing + tampering + errors

    static let loops = [
        endless("while", line: 2, "local n = 0\nwhile true do n = n + 1 end"),
        endless("empty while", "while true do end"),
        endless("repeat", "repeat local x = {} until false"),
        endless("for over integers", line: 2, "\nfor i = 1, math.maxinteger do end"),
        endless("for over floats", "for x = 0.0, math.huge, 0.0000001 do end"),
        endless("goto", line: 2, "::top::\ngoto top"),
        endless("tail calls", "local function f() return f() end f()"),
        endless("tail calls by turns", "local g local function f() return g() end g = function() return f() end f()"),
        endless("an endless iterator", "local function it() return 1 end for _ in it do end"),
        endless("a loop in any()", "any({ 1, 2 }, function() while true do end end)"),
        endless("any() in a loop", "while true do any({ 1 }, function() while true do end end) end"),
        endless("all() that never ends", "all({ 1 }, function() while true do end end)"),
        endless("an order function", "table.sort({ 2, 1 }, function() while true do end end)"),
        endless("a gsub callback", "('a'):gsub('a', function() while true do end end)"),
        endless("calls of the host", "while true do echo(1) end"),
        endless(
            "sorting over and over", "local t = {} for i = 1, 300 do t[i] = -i end while true do table.sort(t) end"),
        endless("pairs over and over", "while true do for k in pairs({ a = 1 }) do end end"),
        endless("argument lists that grow", "local function f(...) return f(1, ...) end f()"),
    ]

    static let memory = [
        Attack("a list that grows", "memory", line: 2, "local t = {}\nfor i = 1, 1e9 do t[i] = i end"),
        Attack("keys that grow", "memory", "local t = {} for i = 1, 1e9 do t['k' .. i] = i end"),
        Attack("doubling by ..", "memory", line: 2, "local s = 'x'\nwhile true do s = s .. s end"),
        Attack("closures", "memory", "local t = {} for i = 1, 1e9 do t[i] = function() return i end end"),
        Attack("nested tables", "memory", "local t = {} while true do t = { t, t } end"),
        Attack("many long strings", "memory", "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1e5 + i) end"),
        Attack("concat", "memory", "local s = 'xx' while true do s = table.concat({ s, s, s }) end"),
        Attack("format", "memory", "local s = 'xx' while true do s = ('%s%s'):format(s, s) end"),
        Attack("gsub", "memory", "local s = ('x'):rep(1000) while true do s = s:gsub('^.*$', '%0%0%0%0') end"),
        Attack("a huge constant list to the host", "unsuitableValue", "local t = { 1 } t[1] = t echo(t)"),
        Attack(
            "a list to the host that doubles", "unsuitableValue",
            "local t = { 1 } for i = 1, 60 do t = { t, t } end echo(t)"),
        Attack("nesting to the host", "unsuitableValue", "local t = { 1 } for i = 1, 1000 do t = { t } end echo(t)"),
    ]

    static let patterns = [
        Attack("lazy items", "patternTooComplex", "('a'):rep(3000):find('.-.-.-.-b')"),
        Attack("greedy items", "patternTooComplex", "('a'):rep(3000):match('a*a*a*a*a*a*b')"),
        Attack("one greedy item", "patternTooComplex", "('a'):rep(100000):find('.-b')"),
        Attack("%b", "patternTooComplex", "('('):rep(100000):find('%b()')"),
        Attack("%f", "patternTooComplex", "('ab'):rep(2000):find('.-%f[b].-%f[c].-%f[d]')"),
        Attack("back references", "patternTooComplex", "('ab'):rep(1000):find('(.*)(.*)%1%2x')"),
        Attack("gsub", "patternTooComplex", "('a'):rep(2000):gsub('a-a-a-a-b', function() return 'x' end)"),
        Attack(
            "gmatch", "patternTooComplex", line: 2, "local n = 0\nfor w in ('a'):rep(3000):gmatch('a-a-a-a-b') do end"),
        Attack("many parts", "patternTooComplex", "('x'):rep(400):match(('x?'):rep(300))"),
        Attack("many captures", "runtime", "('x'):match(('('):rep(40))"),
        Attack("a set without end", "runtime", "('x'):match('[x')"),
        Attack("a lone percent", "runtime", "('x'):match('x%')"),
    ]

    /// A list whose length is the largest integer, by Lua's own rule.
    static let endlessList =
        "local t = {" + (0..<63).map { "[\(UInt64(1) << UInt64($0))]=1," }.joined()
        + "[math.maxinteger]=1} "

    static let counts = [
        Attack("rep", "tooLarge", "return ('x'):rep(1e9)"),
        Attack("rep whose length overflows", "tooLarge", "return ('xxxx'):rep(math.maxinteger // 2)"),
        Attack("rep with separators", "tooLarge", "return (''):rep(1e15, 'abc')"),
        Attack("move", "tooLarge", "table.move({}, 1, 1e12, 2)"),
        Attack("move past the end", "runtime", "table.move({}, 1, 10, math.maxinteger - 2)"),
        Attack("insert", "tooLarge", endlessList + "table.insert(t, 1, 1)"),
        Attack("append", "tooLarge", endlessList + "table.insert(t, 1)"),
        Attack("remove", "tooLarge", endlessList + "table.remove(t, 1)"),
        Attack("sort", "tooLarge", endlessList + "table.sort(t)"),
        Attack("unpack", "tooLarge", endlessList + "table.unpack(t)"),
        Attack("count", "tooLarge", endlessList + "count(t, function() return true end)"),
        Attack("concat", "runtime", endlessList + "return table.concat(t)"),
        Attack("concat of a range", "runtime", "return table.concat({}, ',', 1, 2 ^ 53)"),
        Attack("unpack of a range", "tooLarge", "table.unpack({}, 1, 1e7)"),
        Attack("unpack of all integers", "tooLarge", "table.unpack({}, -math.maxinteger, math.maxinteger)"),
        Attack("byte", "tooLarge", "(('x'):rep(1e6)):byte(1, -1)"),
        Attack("codepoint", "tooLarge", "utf8.codepoint(('x'):rep(1e6), 1, -1)"),
        Attack("a wide format", "runtime", "return ('%1000d'):format(1)"),
        Attack("an address by %p", "runtime", "return ('%p'):format({})"),
    ]

    static let recursion = [
        Attack("plain", "stackDepth", "local function f() return 1 + f() end f()"),
        Attack(
            "with wide frames", "stackDepth", line: 2,
            "local f\nf = function(a) local b, c, d, e = {}, {}, {}, {} return f(a) + 1 end f(1)"),
        Attack("iterators", "stackDepth", "local function it() for _ in it do end end it()"),
        Attack("gsub callbacks", "stackDepth", "local function f() return (('a'):gsub('a', f)) end f()"),
        Attack("order functions", "stackDepth", "local function f() table.sort({ 1, 2 }, f) return true end f()"),
        Attack("any()", "stackDepth", "local function f() return any({ 1 }, f) end f()"),
        Attack("count()", "stackDepth", "local function f() return count({ 1 }, f) == 0 end f()"),
        Attack(
            "long argument lists", "stackDepth",
            "local t = {} for i = 1, 9000 do t[i] = i end local function f(...) return 1 + f(...) end f(table.unpack(t))"
        ),
    ]

    static let parsing = [
        Attack("parentheses", "stackDepth", line: 2, "local a\n = " + repeated("(", 20_000)),
        Attack("tables", "stackDepth", "local a = " + repeated("{", 20_000)),
        Attack("functions", "stackDepth", repeated("local f = function() ", 10_000)),
        Attack("not", "stackDepth", "local a = " + repeated("not ", 20_000) + "1"),
        Attack("concatenation", "stackDepth", "local a = 1" + repeated(" .. 1", 20_000)),
        Attack("powers", "stackDepth", "local a = 1" + repeated("^1", 20_000)),
        Attack("blocks", "stackDepth", repeated("do ", 20_000)),
        Attack("calls", "stackDepth", "local a " + repeated("a(", 20_000)),
        Attack("too many locals", "syntax", repeated("local a ", 300)),
        Attack("an expression cut short", "syntax", "local a = 1 a +"),
        Attack("an unfinished string", "syntax", line: 3, "local a = 1\nlocal b = 2\nlocal c = 'x"),
        Attack("writing to a constant", "syntax", "local x <const> = 1 x = 2"),
        Attack("a broken escape", "syntax", "local a = '\\u{FFFFFFFFF}'"),
    ]

    static let tampering = [
        Attack("a library's member", "readOnly", line: 2, "\nstring.format = function() return 'x' end"),
        Attack("a library's new member", "readOnly", "math.e = 2.7"),
        Attack("a library by insert", "readOnly", "table.insert(string, 1)"),
        Attack("a string", "readOnly", "('').x = 1"),
        Attack("a record", "readOnly", line: 3, "local h\nh = someone()\nh.village = 'x'"),
        Attack("a roster", "readOnly", "someone().person[1] = 2"),
        Attack("a set", "readOnly", "someone().devices.phone = false"),
        Attack("the environment", "assignGlobal", "_ENV.x = 1"),
        Attack("the environment by insert", "assignGlobal", "table.insert(_ENV, 1)"),
        Attack("a global", "assignGlobal", line: 2, "\nx = 1"),
        Attack("a global function", "assignGlobal", "function string() end"),
        Attack("a library as global", "assignGlobal", "ipairs = 1"),
        Attack("an unknown global", "unknownGlobal", line: 2, "local a = 1\nlocal b = cuont"),
        Attack("an environment of its own", "nilOperand", "local _ENV = {} x = 1 y()"),
        Attack("no environment", "runtime", "_ENV = nil x()"),
        Attack("an unknown member", "unknownField", "string.dump(function() end)"),
        Attack("randomness", "unknownField", "math.random()"),
        Attack("an unknown string method", "unknownField", "('x'):trim()"),
        Attack("arithmetic with strings", "runtime", "return '10' + 1"),
        Attack("an unknown field", "unknownField", "return someone().vilage"),
        Attack("a place in a roster", "unknownField", "return someone().person.first"),
        Attack("calling a record", "runtime", "someone()()"),
        Attack("arithmetic with a record", "runtime", "return someone() + 1"),
        Attack("concat with a roster", "runtime", "return 'x' .. someone().person"),
        Attack("keys that have no order", "unsuitableValue", "for k in pairs({ [{}] = 1 }) do end"),
    ]

    static let errors = [
        Attack("a string", "raised", line: 2, "\nerror('x')"),
        Attack("a string with a level", "raised", line: 3, "\nlocal function f() error('x', 2) end\nf()"),
        Attack("a table", "raised", "error({ __tostring = function() return 'x' end })"),
        Attack("a function", "raised", "error(function() end)"),
        Attack("nil", "raised", "error(nil)"),
        Attack("nothing", "raised", "error()"),
        Attack("a record", "raised", "error(someone())"),
        Attack("a library", "raised", "error(string)"),
        Attack("an assertion", "raised", "assert(false, { 1 })"),
        Attack("an assertion without message", "raised", "assert(nil)"),
        Attack("a long message", "raised", "error(('ố'):rep(100000))"),
        Attack("in an order function", "raised", line: 2, "table.sort({ 2, 1 }, function(a, b)\n error('x') end)"),
        Attack("in a gsub callback", "raised", line: 2, "('a'):gsub('a', function()\n error('x') end)"),
        Attack("in any()", "raised", line: 2, "any({ 1, 2 }, function()\n error('x') end)"),
        Attack("to close a table", "runtime", "local x <close> = {}"),
        Attack("to close a record", "runtime", "local x <close> = someone()"),
        Attack("indexing nil", "runtime", line: 2, "local a\nreturn a.b"),
        Attack("a condition that is a number", "wrongResult", "any({ 1 }, function() return 1 end)"),
        Attack("comparing tables", "runtime", "return {} < {}"),
        Attack("sorting a mix", "runtime", "table.sort({ 1, 'a' })"),
        Attack("sorting nil", "nilOperand", "table.sort({ 1, 2 }, function(a, b) return a < nil end)"),
    ]

    private static func endless(_ name: String, line: Int = 1, _ source: String) -> Attack {
        Attack(name, "time", line: line, limit: .milliseconds(40), source)
    }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }
}
