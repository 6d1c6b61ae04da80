/// A piece of Lua source with its place.
public struct Token: Hashable, Sendable {
    /// What a token is.
    public enum Kind: Hashable, Sendable {
        /// A name that is no keyword.
        case name(String)
        /// A keyword.
        case keyword(String)
        /// A string, with the text between its quotes as the source has it.
        case string(String)
        /// A number, as written.
        case number(String)
        /// An operator or punctuation.
        case symbol(String)
        /// Something that is no Lua.
        case invalid(LexicalFault)
    }

    /// What it is.
    public let kind: Kind
    /// Its line, from 1.
    public let line: Int
    /// Its column, from 1, in Unicode scalars of the line.
    public let column: Int
    /// Its first byte, from 0.
    public let start: Int
    /// One past its last byte.
    public let end: Int

    /// Whether it is this operator or punctuation.
    public func isSymbol(_ text: String) -> Bool { kind == .symbol(text) }

    /// Whether it is this keyword.
    public func isKeyword(_ text: String) -> Bool { kind == .keyword(text) }

    /// The text that a string stands for: its escapes resolved; the first line's end of a long one left out. Bytes that make
    /// no UTF-8 stand as U+FFFD.
    public var stringValue: String {
        guard case .string(let text) = kind else { return "" }
        // A long one (`[[`) has no escapes: its brackets take more than two bytes.
        let isLong = end - start - text.utf8.count >= 4
        if isLong {
            guard let first = text.utf8.first, Lexer.endsLine(first) else { return text }
            let rest = text.utf8.dropFirst()
            guard let second = rest.first, Lexer.endsLine(second), second != first else { return String(rest) ?? text }
            return String(rest.dropFirst()) ?? text
        }
        return text.utf8.contains(UInt8(ascii: "\\")) ? Escapes.resolved(text) : text
    }

    /// The token as a message quotes it.
    public var shown: String {
        switch kind {
        case .name(let text), .keyword(let text), .number(let text), .symbol(let text): text
        case .string(let text): "\"\(text.prefix(20))\(text.count > 20 ? "…" : "")\""
        case .invalid(let fault): fault.shown
        }
    }
}

/// Why a piece of source is no token.
public enum LexicalFault: Hashable, Sendable {
    /// A string whose line ends before its closing quote.
    case unfinishedString
    /// A long string or comment whose closing bracket never comes.
    case unfinishedLongBracket
    /// Digits that are no number, such as `3x`.
    case malformedNumber(String)
    /// A backslash in a string with what may not follow it.
    case invalidEscape(String)
    /// A name with letters outside ASCII.
    case foreignName(String)
    /// A character that no token has.
    case character(String)

    /// What a message quotes.
    public var shown: String {
        switch self {
        case .unfinishedString: "\""
        case .unfinishedLongBracket: "[["
        case .malformedNumber(let text), .invalidEscape(let text), .foreignName(let text), .character(let text): text
        }
    }
}
