/// Cuts Lua 5.4 source into tokens with places; comments and blanks are left out.
///
/// It never fails: what is no Lua becomes an `invalid` token, so that a reader can point into a file that does not
/// compile. Lexical rules: Lua 5.4 Reference Manual, section 3.1.
public struct Lexer {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0
    private var tokens: [Token] = []

    /// The tokens of a source.
    public static func tokens(of source: String) -> [Token] {
        var lexer = Lexer(bytes: Array(source.utf8))
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

    /// Longest first, so that `...` is not taken for `..`.
    private static let symbols: [[UInt8]] = [
        "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..", "+", "-", "*", "/", "%", "^", "#", "&", "~", "|",
        "<", ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
    ].map { Array($0.utf8) }

    private mutating func run() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        lineStart = position
        if peek() == UInt8(ascii: "#") { skipLine() }
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\n"):
                newLine()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0B, 0x0C:
                position += 1
            case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
                comment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                shortString(quote: byte)
            case UInt8(ascii: "[") where longBracketLevel() != nil:
                longString()
            case _ where Lexer.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Lexer.isDigit) == true):
                number()
            case _ where Lexer.isNameStart(byte):
                name()
            default:
                symbol()
            }
        }
    }

    private func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private mutating func newLine() {
        position += 1
        line += 1
        lineStart = position
    }

    private mutating func skipLine() {
        while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
    }

    private mutating func comment() {
        position += 2
        guard let level = longBracketLevel() else { return skipLine() }
        if !skipLongBracket(level: level) { position = bytes.count }
    }

    private mutating func shortString(quote: UInt8) {
        let begin = mark()
        position += 1
        while let byte = peek(), byte != quote {
            if byte == UInt8(ascii: "\n") { return append(.invalid(text(begin)), begin) }
            if byte == UInt8(ascii: "\\") { escape() } else { position += 1 }
        }
        guard peek() == quote else { return append(.invalid(text(begin)), begin) }
        position += 1
        append(.string(Lexer.decode(bytes[(begin.start + 1)..<(position - 1)])), begin)
    }

    /// After `\`: a line break, `z` with the blanks it swallows, or one character.
    private mutating func escape() {
        position += 1
        if peek() == UInt8(ascii: "z") {
            position += 1
            while let byte = peek(), byte == 0x20 || (0x09...0x0D).contains(byte) {
                if byte == UInt8(ascii: "\n") { newLine() } else { position += 1 }
            }
        } else if peek() == UInt8(ascii: "\n") {
            newLine()
        } else if peek() != nil {
            position += 1
        }
    }

    private mutating func longString() {
        let begin = mark()
        guard let level = longBracketLevel() else { return symbol() }
        guard skipLongBracket(level: level) else {
            position = bytes.count
            return append(.invalid("[["), begin)
        }
        append(.string(Lexer.decode(bytes[(begin.start + level + 2)..<(position - level - 2)])), begin)
    }

    /// The number of `=` of a long bracket that opens here, or `nil`.
    private func longBracketLevel() -> Int? {
        guard peek() == UInt8(ascii: "[") else { return nil }
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        return peek(1 + level) == UInt8(ascii: "[") ? level : nil
    }

    private mutating func skipLongBracket(level: Int) -> Bool {
        position += level + 2
        let close = [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
        while position + close.count <= bytes.count {
            if bytes[position..<(position + close.count)].elementsEqual(close) {
                position += close.count
                return true
            }
            if bytes[position] == UInt8(ascii: "\n") { newLine() } else { position += 1 }
        }
        return false
    }

    private mutating func number() {
        let begin = mark()
        let isHexadecimal = peek() == UInt8(ascii: "0") && (peek(1) ?? 0) | 0x20 == UInt8(ascii: "x")
        let exponent = UInt8(ascii: isHexadecimal ? "p" : "e")
        while let byte = peek() {
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            let follows = position > begin.start && bytes[position - 1] | 0x20 == exponent
            guard Lexer.isNameStart(byte) || Lexer.isDigit(byte) || byte == UInt8(ascii: ".") || (isSign && follows)
            else { break }
            position += 1
        }
        append(.number(text(begin)), begin)
    }

    private mutating func name() {
        let begin = mark()
        while let byte = peek(), Lexer.isNameStart(byte) || Lexer.isDigit(byte) { position += 1 }
        let text = text(begin)
        append(Lexer.keywords.contains(text) ? .keyword(text) : .name(text), begin)
    }

    private mutating func symbol() {
        let begin = mark()
        for symbol in Lexer.symbols where bytes[position...].starts(with: symbol) {
            position += symbol.count
            return append(.symbol(Lexer.decode(symbol[...])), begin)
        }
        position += 1
        while let byte = peek(), byte & 0xC0 == 0x80 { position += 1 }
        append(.invalid(text(begin)), begin)
    }

    private func mark() -> (start: Int, line: Int, lineStart: Int) { (position, line, lineStart) }

    private func text(_ begin: (start: Int, line: Int, lineStart: Int)) -> String {
        Lexer.decode(bytes[begin.start..<position])
    }

    private mutating func append(_ kind: Token.Kind, _ begin: (start: Int, line: Int, lineStart: Int)) {
        let column = bytes[begin.lineStart..<begin.start].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        tokens.append(Token(kind: kind, line: begin.line, column: column, start: begin.start, end: position))
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }
}
