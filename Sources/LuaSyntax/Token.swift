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
        /// Something that is no Lua: a lone character, an unclosed string or comment.
        case invalid(String)
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
}
