import LuaSyntax
import Testing

@Suite("Tokens")
struct LexerTests {
    @Test("carry line and column, and comments are left out")
    func places() throws {
        let tokens = Lexer.tokens(of: "-- chú thích\nlocal x = \"Đức\" -- hết\n  return x --[[ dài\n]] + 1")
        #expect(tokens.map(\.line) == [2, 2, 2, 2, 3, 3, 4, 4])
        #expect(tokens[3].kind == .string("Đức"))
        #expect(tokens[5].column == 10)
        #expect(tokens[7].kind == .number("1"))
    }

    @Test("count columns in characters, after a byte order mark, tabs and CRLF too")
    func columns() {
        let tokens = Lexer.tokens(of: "\u{FEFF}x\t= 'ổ' y\r\nz w")
        #expect(tokens.map(\.column) == [1, 3, 5, 9, 1, 3])
        #expect(tokens.map(\.line) == [1, 1, 1, 1, 2, 2])
    }

    @Test(
        "are told apart by kind",
        arguments: [
            ("0x1p-2", Token.Kind.number("0x1p-2")), ("1e+5", .number("1e+5")), (".5", .number(".5")),
            ("3.", .number("3.")), ("0xA.8", .number("0xA.8")), ("[==[a]]b]==]", .string("a]]b")),
            ("'a\\'b'", .string("a\\'b")),
            ("\"\\u{1EA1}\\x41\\065\\z  \\\n\"", .string("\\u{1EA1}\\x41\\065\\z  \\\n")),
            ("...", .symbol("...")), ("goto", .keyword("goto")), ("đ", .invalid(.foreignName("đ"))),
            ("a1_ệ", .invalid(.foreignName("a1_ệ"))), ("\"open", .invalid(.unfinishedString)),
            ("'a\n", .invalid(.unfinishedString)), ("[==[ a ]=]", .invalid(.unfinishedLongBracket)),
            ("--[[ a", .invalid(.unfinishedLongBracket)), ("'\\q'", .invalid(.invalidEscape("\\q"))),
            ("'\\xg'", .invalid(.invalidEscape("\\x"))), ("'\\u{110000000}'", .invalid(.invalidEscape("\\u{11000000"))),
            ("3x", .invalid(.malformedNumber("3x"))), ("1..2", .invalid(.malformedNumber("1..2"))),
            ("0x", .invalid(.malformedNumber("0x"))), ("1e", .invalid(.malformedNumber("1e"))),
            ("€", .invalid(.character("€"))), ("\u{A0}", .invalid(.character("\u{A0}"))),
        ])
    func kinds(source: String, kind: Token.Kind) {
        #expect(Lexer.tokens(of: source).first?.kind == kind)
    }

    @Test("of a source without any are none")
    func nothing() {
        #expect(Lexer.tokens(of: "").isEmpty)
        #expect(Lexer.tokens(of: "\u{FEFF}\r\n-- chỉ có chú thích").isEmpty)
    }
}
