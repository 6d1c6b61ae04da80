import LuaSyntax
import Testing

@Suite("Source text")
struct SourceTextTests {
    @Test("Tokens carry line and column, and comments are left out")
    func places() throws {
        let tokens = Lexer.tokens(of: "-- chú thích\nlocal x = \"Đức\" -- hết\n  return x --[[ dài\n]] + 1")
        #expect(tokens.map(\.line) == [2, 2, 2, 2, 3, 3, 4, 4])
        #expect(tokens[3].kind == .string("Đức"))
        #expect(tokens[5].column == 10)
        #expect(tokens[7].kind == .number("1"))
    }

    @Test(
        "Every kind of token is told apart",
        arguments: [
            ("0x1p-2", Token.Kind.number("0x1p-2")), ("1e+5", .number("1e+5")), (".5", .number(".5")),
            ("[==[a]]b]==]", .string("a]]b")), ("'a\\'b'", .string("a\\'b")), ("...", .symbol("...")),
            ("goto", .keyword("goto")), ("đ", .invalid("đ")), ("\"open", .invalid("\"open")),
        ])
    func kinds(source: String, kind: Token.Kind) {
        #expect(Lexer.tokens(of: source).map(\.kind) == [kind])
    }

    @Test("A property is found in its own declaration, not in a nested one")
    func property() throws {
        let source = SourceText(
            """
            form "f" {
              group "g" { label = "trong", integer "n" { min = 1 } },
              label = "ngoài", min = 2,
            }
            """)
        let body = try #require(source.body(of: "form", id: "f", line: 1))
        #expect(source.property("label", in: body)?.line == 3)
        #expect(source.property("min", in: body)?.line == 3)
        let inner = try #require(source.body(of: "integer", id: "n", line: 2))
        #expect(source.property("min", in: inner)?.column == 46)
        #expect(source.property("max", in: inner) == nil)
    }

    @Test("The fields a property's function reads are found")
    func fieldsRead() throws {
        let source = SourceText(
            "calculate \"c\" { calculation = function(h) if h.a then return h.b.c end local x = o.h.d return x end }")
        let body = try #require(source.body(of: "calculate", id: "c", line: 1))
        #expect(source.fieldsRead(byProperty: "calculation", in: body).map(\.kind) == [.name("a"), .name("b")])
    }

    @Test("A missing comma before a brace is found")
    func missingComma() {
        let source = SourceText("choices = {\n { \"a\" },\n { \"b\" }\n { \"c\" },\n}")
        #expect(source.missingComma(from: 1)?.line == 4)
        #expect(SourceText("form \"a\" { text \"b\" { } }").missingComma(from: 1) == nil)
    }
}
