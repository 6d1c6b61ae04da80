/// Cuts Lua 5.4 source into tokens with places; comments and blanks are left out.
///
/// It never fails: what is no Lua becomes an `invalid` token, so that a reader can point into a file that does not
/// compile. Lexical rules: Lua 5.4 Reference Manual, section 3.1.
public struct Lexer {
    let bytes: [UInt8]
    var position = 0
    private var line = 1
    private var lineStart = 0
    /// A place on the current line whose column is known, so that no line is counted twice.
    private var counted = (position: 0, column: 1)
    private var tokens: [Token] = []

    /// Where a token begins.
    struct Mark {
        let start: Int
        let line: Int
        let lineStart: Int
    }

    /// The tokens of a source.
    public static func tokens(of source: String) -> [Token] { tokens(of: Array(source.utf8)) }

    /// The tokens of a source in any encoding; bytes that are no UTF-8 stand in texts as U+FFFD.
    public static func tokens(of bytes: [UInt8]) -> [Token] {
        var lexer = Lexer(bytes: bytes)
        lexer.run()
        return lexer.tokens
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    /// By first byte, longest first, so that `...` is not taken for `..`.
    private static let symbols: [UInt8: [[UInt8]]] = Dictionary(
        grouping: [
            "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..", "+", "-", "*", "/", "%", "^", "#", "&", "~",
            "|", "<", ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
        ].map { Array($0.utf8) }
    ) { $0[0] }

    private mutating func run() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        lineStart = position
        counted = (position, 1)
        // A first line for the system (`#!`), as `luac` leaves it out.
        if peek() == UInt8(ascii: "#") { skipLine() }
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                newLine()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C:
                position += 1
            case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
                comment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                shortString(quote: byte)
            case UInt8(ascii: "[") where longBracketLevel() != nil:
                longString()
            case _ where Lexer.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Lexer.isDigit) == true):
                number()
            case _ where Lexer.isNameStart(byte) || letter(at: position) != nil:
                name()
            default:
                symbol()
            }
        }
    }

    func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    /// Goes past a line's end: a line feed, a carriage return, or both in either order.
    mutating func newLine() {
        let first = peek()
        position += 1
        if let second = peek(), Lexer.endsLine(second), second != first { position += 1 }
        line += 1
        lineStart = position
    }

    private mutating func comment() {
        let begin = mark()
        position += 2
        guard let level = longBracketLevel() else {
            return skipLine()
        }
        if !skipLongBracket(level: level) { append(.invalid(.unfinishedLongBracket), begin) }
    }

    private mutating func skipLine() {
        while let byte = peek(), !Lexer.endsLine(byte) { position += 1 }
    }

    static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private mutating func name() {
        let begin = mark()
        var isForeign = false
        while let byte = peek() {
            if Lexer.isNameStart(byte) || Lexer.isDigit(byte) {
                position += 1
            } else if let length = letter(at: position) {
                isForeign = true
                position += length
            } else {
                break
            }
        }
        let text = text(from: begin)
        if isForeign { return append(.invalid(.foreignName(text)), begin) }
        append(Lexer.keywords.contains(text) ? .keyword(text) : .name(text), begin)
    }

    private mutating func symbol() {
        let begin = mark()
        for symbol in Lexer.symbols[bytes[position]] ?? [] where bytes[position...].starts(with: symbol) {
            position += symbol.count
            return append(.symbol(Lexer.decode(symbol[...])), begin)
        }
        position += 1
        while let byte = peek(), byte & 0xC0 == 0x80 { position += 1 }
        append(.invalid(.character(text(from: begin))), begin)
    }

    func mark() -> Mark { Mark(start: position, line: line, lineStart: lineStart) }

    func text(from begin: Mark) -> String { Lexer.decode(bytes[begin.start..<position]) }

    mutating func append(_ kind: Token.Kind, _ begin: Mark) {
        if counted.position < begin.lineStart { counted = (begin.lineStart, 1) }
        for byte in bytes[counted.position..<max(begin.start, counted.position)] where byte & 0xC0 != 0x80 {
            counted.column += 1
        }
        counted.position = max(begin.start, counted.position)
        tokens.append(
            Token(kind: kind, line: begin.line, column: counted.column, start: begin.start, end: position))
    }

    static func decode(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isNameStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }

    /// The length of the letter outside ASCII, or the mark on a letter, that stands at a position.
    private func letter(at position: Int) -> Int? {
        guard bytes[position] >= 0xC2 else { return nil }
        var decoder = Unicode.UTF8.ForwardParser()
        var rest = bytes[position..<min(position + 4, bytes.count)].makeIterator()
        guard case .valid(let encoded) = decoder.parseScalar(from: &rest) else { return nil }
        let properties = Unicode.UTF8.decode(encoded).properties
        let isMark = properties.generalCategory == .nonspacingMark
        return properties.isAlphabetic || isMark ? encoded.count : nil
    }
}
