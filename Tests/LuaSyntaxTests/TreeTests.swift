import LuaSyntax
import Testing

@Suite("The tree of a source")
struct TreeTests {
    private func expression(_ source: String) throws -> String {
        let chunk = Chunk("return " + source)
        #expect(chunk.faults == [])
        let statement = try #require(chunk.body.statements.last)
        guard case .returned(let values) = statement.kind else { return "?" }
        return values.map(written).joined(separator: ", ")
    }

    /// An expression with all its brackets.
    private func written(_ expression: Expression) -> String {
        switch expression.kind {
        case .nil: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .float(let value): "\(value)f"
        case .string(let text): "'\(text)'"
        case .varargs: "..."
        case .function(let function): "function/\(function.parameters.count)"
        case .table(let fields): "{" + fields.map { written($0.value) }.joined(separator: ",") + "}"
        case .name(let name, let variable): variable == nil ? "_G.\(name)" : name
        case .parenthesised(let inner): written(inner)
        case .index(let object, let key): "\(written(object))[\(written(key))]"
        case .member(let object, let name, _): "\(written(object)).\(name)"
        case .call(let function, let arguments):
            "\(written(function))(\(arguments.map(written).joined(separator: ",")))"
        case .methodCall(let object, let name, _, let arguments):
            "\(written(object)):\(name)(\(arguments.map(written).joined(separator: ",")))"
        case .unary(let sign, let operand): "(\(sign.rawValue) \(written(operand)))"
        case .binary(let sign, _, let left, let right): "(\(written(left)) \(sign.rawValue) \(written(right)))"
        case .invalid: "invalid"
        }
    }

    @Test(
        "Operators bind as the manual says",
        arguments: [
            (
                "1 + 2 * 3 ^ 2 ^ -1 .. 'x' == not true or nil and 4",
                "((((1 + (2 * (3 ^ (2 ^ (- 1))))) .. 'x') == (not true)) or (nil and 4))"
            ),
            ("-2 ^ 2", "(- (2 ^ 2))"), ("'a' .. 'b' .. 'c'", "('a' .. ('b' .. 'c'))"), ("1 - 2 - 3", "((1 - 2) - 3)"),
            ("1 << 2 + 3 & 4 | 5 ~ 6", "(((1 << (2 + 3)) & 4) | (5 ~ 6))"), ("not 1 == 2", "((not 1) == 2)"),
            ("a.b[1]:c 'x'.d{1}", "_G.a.b[1]:c('x').d({1})"), ("(f)(1, 2)", "_G.f(1,2)"),
            ("1 < 2 and 2 <= 3 or x ~= y", "(((1 < 2) and (2 <= 3)) or (_G.x ~= _G.y))"),
        ])
    func binding(source: String, expected: String) throws {
        #expect(try expression(source) == expected)
    }

    @Test(
        "Numbers and texts are worth what Lua takes them for",
        arguments: [
            ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "9.223372036854776e+18f"),
            ("0xFFFFFFFFFFFFFFFF", "-1"), ("0x1F", "31"), ("0x.8p1", "1.0f"), ("0xA.8", "10.5f"), ("3.", "3.0f"),
            (".5e1", "5.0f"), ("1e400", "inff"), ("'a\\n\\65\\x42\\u{1EA1}\\z   b\\'\\\\'", "'a\nABạb'\\'"),
            ("[[\nx\\n]]", "'x\\n'"), ("[==[]]]==]", "']]'"),
        ])
    func literals(source: String, expected: String) throws {
        #expect(try expression(source) == expected)
    }

    @Test("Names know their variable, through functions and blocks")
    func variables() throws {
        let chunk = Chunk(
            """
            local x = x
            local function f(x) do local x = 1; x = 2 end return x, function() x = 3 end end
            for i = 1, 2 do y = i end
            x = 4
            """)
        #expect(chunk.faults == [])
        #expect(chunk.variables.map(\.name) == ["x", "f", "x", "x", "i"])
        #expect(chunk.variables.map(\.kind) == [.local, .function, .parameter, .local, .loop])
        #expect(chunk.variables.map(\.assignments.count) == [1, 0, 1, 1, 0])
        #expect(chunk.functions.map(\.parent) == [nil, 0, 1])
    }

    @Test("The place of a piece is that of its tokens")
    func places() throws {
        let chunk = Chunk("local a = b.c(1) + 2 -- ghi chú")
        guard case .local(_, let values) = chunk.body.statements[0].kind else { return #expect(Bool(false)) }
        #expect(values[0].tokens == 3..<11)
        #expect(chunk.tokens[values[0].tokens.lowerBound].column == 11)
    }

    @Test("What goes deeper than anyone writes is left out of the tree, and is Lua all the same")
    func deep() {
        let chain = "return " + Array(repeating: "1", count: 50_000).joined(separator: " + ")
        #expect(Chunk(chain).faults == [])
        #expect(Chunk("f" + String(repeating: "()", count: 50_000)).faults == [])
        #expect(Chunk("return " + String(repeating: "(", count: 250) + "1").faults.map(\.kind) == [.tooDeep])
    }

    @Test("Functions in functions, each at the bottom of a long chain, make no tree that is too deep to go through")
    func deepFunctions() {
        var source = "1"
        for _ in 0..<60 { source = "(function() return \(source)\(String(repeating: " + 1", count: 380)) end)()" }
        let chunk = Chunk("local x = \(source)")
        #expect(chunk.faults == [])
        var visited = 0
        TreeWalk(chunk).expressions { _, _ in visited += 1 }
        #expect(visited > 0)
        let nested = String(repeating: "local function f() ", count: 60)
        #expect(Chunk(nested + "return 1" + String(repeating: " end", count: 60)).faults == [])
    }

    @Test("No more than a thousand faults are told")
    func bounded() {
        let chunk = Chunk(String(repeating: "x = = 1\n", count: 5000))
        #expect(chunk.faults.count == 1000)
        #expect(chunk.faults.last?.line == 1000)
    }

    @Test("More local or outer variables than Lua takes are told")
    func limits() {
        let locals = (1...201).map { "local a\($0)" }.joined(separator: "\n")
        #expect(Chunk(locals).faults.map(\.kind) == [.tooMany(.locals)])
        let outer = (1...180).map { "local a\($0) = 1" }.joined(separator: "\n")
        let inner = (181...300).map { "local a\($0) = 1" }.joined(separator: "\n")
        let uses = (1...300).map { "a\($0)" }.joined(separator: ", ")
        let chunk = Chunk("\(outer)\nlocal function f()\n\(inner)\nlocal function g() return \(uses) end\nend")
        #expect(Set(chunk.faults.map(\.kind)) == [.tooMany(.upvalues)])
    }
}
