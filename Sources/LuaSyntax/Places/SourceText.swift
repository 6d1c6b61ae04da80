/// The text of a script with what is needed to point into it: its tokens, its first fault, and where declarations and
/// their properties stand.
///
/// What comes in is the text of a file that may be no Lua at all; what goes out are places. It reads tokens, not a tree:
/// what a script computes (names, tables made by loops) has no place here, and the caller falls back to the line that
/// Lua tells.
public struct SourceText: Sendable {
    /// The text.
    public let text: String
    /// Its tokens.
    public let tokens: [Token]
    /// The first token of each line that has one.
    private let lines: [Int: Int]

    /// The source of a script.
    public init(_ text: String) {
        self.text = text
        self.tokens = Lexer.tokens(of: text)
        var lines: [Int: Int] = [:]
        for (index, token) in tokens.enumerated().reversed() { lines[token.line] = index }
        self.lines = lines
    }

    /// The text as a tree, with everything that keeps it from being Lua.
    public var chunk: Chunk { Chunk(tokens: tokens) }

    /// The places among `tokens` of the tokens that begin on a line.
    public func indices(onLine line: Int) -> Range<Int> {
        guard let first = lines[line] else { return 0..<0 }
        return first..<(tokens[first...].firstIndex { $0.line != line } ?? tokens.count)
    }

    /// The one place of a name on a line; `nil` where it stands there not at all, or more than once.
    public func name(_ name: String, onLine line: Int) -> Token? {
        let found = indices(onLine: line).filter { tokens[$0].kind == .name(name) }
        return found.count == 1 ? tokens[found[0]] : nil
    }

    /// What follows the call `name "…"` or `name(…)` on a line.
    public func token(afterCallOf name: String, onLine line: Int) -> Token? {
        guard let start = indices(onLine: line).first(where: { tokens[$0].kind == .name(name) }),
            start + 1 < tokens.count
        else { return nil }
        var end = start + 1
        if tokens[end].isSymbol("(") {
            end = tokens[end...].firstIndex { $0.isSymbol(")") } ?? tokens.count
        }
        return end + 1 < tokens.count ? tokens[end + 1] : nil
    }

    /// The string or table that a name on a line is called with, written without parentheses.
    public func literal(after name: String, onLine line: Int) -> Token? {
        guard let index = indices(onLine: line).first(where: { tokens[$0].kind == .name(name) }),
            index + 1 < tokens.count
        else { return nil }
        let next = tokens[index + 1]
        if case .string = next.kind { return next }
        return next.isSymbol("{") ? next : nil
    }

    /// The `{` that follows a `}` directly, on a line or after it: where a declaration is called once more because a
    /// comma was left out.
    public func braceAfterBrace(fromLine line: Int) -> Token? {
        guard let start = lines.keys.filter({ $0 >= line }).min().flatMap({ lines[$0] }) else { return nil }
        return zip(tokens[start...], tokens[start...].dropFirst())
            .first { $0.isSymbol("}") && $1.isSymbol("{") }?.1
    }
}
