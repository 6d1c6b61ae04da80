import LuaSyntax
import Testing

@Suite("Source text")
struct SourceTextTests {
    @Test("A property is found in its own declaration, not in a nested one")
    func property() throws {
        let source = SourceText(
            """
            form "f" {
              group "g" { label = "trong", integer "n" { min = 1 } },
              label = "ngoài", min = 2,
            }
            """)
        let form = try #require(source.declaration("form", id: "f", line: 1))
        #expect(source.property("label", in: form)?.name.line == 3)
        #expect(source.property("min", in: form)?.name.line == 3)
        let inner = try #require(source.declaration("integer", id: "n", line: 2))
        #expect(source.property("min", in: inner)?.name.column == 46)
        #expect(source.property("max", in: inner) == nil)
    }

    @Test("Declarations of one name on a line are told apart by their number and their column")
    func numbered() throws {
        let source = SourceText("group \"g\" { text \"a\" { x = 1 } }, roster \"r\" { text(\"a\") { y = 2 } }")
        let first = try #require(source.declaration("text", id: "a", line: 1, number: 1))
        let second = try #require(source.declaration("text", id: "a", line: 1, number: 2))
        #expect(source.property("x", in: first) != nil && source.property("y", in: second) != nil)
        #expect(source.declaration("text", id: "a", line: 1, number: 9) == second)
        #expect(source.declaration("text", id: "a", line: 1, column: 48) == second)
        #expect(source.declaration("text", id: "a", line: 1, column: 47) == nil)
        #expect(source.declaration("text", id: "a", line: 2) == nil)
    }

    @Test("A declaration that is cut off ends with the file")
    func cutOff() throws {
        let source = SourceText("form \"f\" { text \"a\" {")
        #expect(source.declaration("form", id: "f", line: 1) == 0..<6)
    }

    @Test("A value ends with its comma, whatever is in it")
    func value() throws {
        let source = SourceText(
            "x \"y\" { a = function(h) if h.b then return { 1, 2 } end end, by = { \"one\", { \"two\" } }, c = 1 }")
        let body = try #require(source.declaration("x", id: "y", line: 1))
        let function = try #require(source.property("a", in: body)?.value)
        #expect(source.tokens[function].last?.kind == .keyword("end"))
        let list = try #require(source.property("by", in: body)?.value)
        #expect(source.string("two", in: list)?.column == 78)
        #expect(source.string("three", in: list) == nil)
        #expect(source.entry(1, in: list)?.kind == .string("one"))
        #expect(source.entry(2, in: list)?.column == 76)
        #expect(source.entry(3, in: list) == nil)
    }

    @Test("The fields a property's function reads are found")
    func fieldsRead() throws {
        let source = SourceText(
            "calculate \"c\" { calculation = function(h) if h.a then return h.b.c end local x = o.h.d return x end }")
        let body = try #require(source.declaration("calculate", id: "c", line: 1))
        #expect(source.fieldsRead(byProperty: "calculation", in: body).map(\.kind) == [.name("a"), .name("b")])
        #expect(source.fieldsRead(byProperty: "relevant", in: body).isEmpty)
    }

    @Test("A name has a place on a line if it stands there once")
    func names() {
        let source = SourceText("local a = b\nlocal c = b + b")
        #expect(source.name("b", onLine: 1)?.column == 11)
        #expect(source.name("b", onLine: 2) == nil)
        #expect(source.name("a", onLine: 3) == nil)
    }

    @Test("A brace after a brace is found from a line on")
    func braces() {
        let source = SourceText("f { 1 } { 2 }\ntext \"a\" {\n}\n{ 3 }")
        #expect(source.braceAfterBrace(fromLine: 1)?.column == 9)
        #expect(source.braceAfterBrace(fromLine: 2)?.line == 4)
        #expect(source.braceAfterBrace(fromLine: 4) == nil)
    }
}
