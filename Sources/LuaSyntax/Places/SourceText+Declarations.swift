/// Where declarations and their properties stand.
extension SourceText {
    /// The places among `tokens` of the declaration `kind "id" { … }` that begins on a line, from its kind to its closing
    /// brace; one that is cut off ends with the file.
    /// - Parameter number: which of several such declarations on the line, from 1; the last where there are fewer.
    public func declaration(_ kind: String, id: String, line: Int, number: Int = 1) -> Range<Int>? {
        let starts = indices(onLine: line).filter { startsDeclaration(at: $0, kind: kind, id: id) }
        guard let start = starts.dropFirst(number - 1).first ?? starts.last else { return nil }
        return extent(from: start)
    }

    /// Likewise, of a declaration whose column is known.
    public func declaration(_ kind: String, id: String, line: Int, column: Int) -> Range<Int>? {
        indices(onLine: line).first {
            tokens[$0].column == column && startsDeclaration(at: $0, kind: kind, id: id)
        }.map(extent)
    }

    /// A property that stands in the braces of a declaration: its name, and the places of its value among `tokens`.
    public struct Property {
        /// The token of its name.
        public let name: Token
        /// The places of its value.
        public let value: Range<Int>
    }

    /// The property `name = value` that stands directly in the braces of a declaration or of a table.
    public func property(_ name: String, in body: Range<Int>) -> Property? {
        var depth = 0
        for index in body {
            depth += nesting(of: tokens[index])
            guard depth == 1, tokens[index].kind == .name(name), index + 1 < body.upperBound,
                tokens[index + 1].isSymbol("=")
            else { continue }
            return Property(name: tokens[index], value: value(from: index + 2, in: body))
        }
        return nil
    }

    /// A string with a text among some tokens.
    public func string(_ text: String, in range: Range<Int>) -> Token? {
        range.first { tokens[$0].kind == .string(text) }.map { tokens[$0] }
    }

    /// The first token of an entry of a table that is written out; entries are numbered from 1.
    public func entry(_ number: Int, in table: Range<Int>) -> Token? {
        guard let first = table.first, tokens[first].isSymbol("{") else { return nil }
        var start = first + 1
        for _ in 1..<max(number, 1) {
            start = value(from: start, in: table).upperBound + 1
            guard start < table.upperBound else { return nil }
        }
        return start < table.upperBound && !tokens[start].isSymbol("}") ? tokens[start] : nil
    }

    /// The fields that the function given as a property reads from its first parameter (`h.village`), with their places.
    ///
    /// Read off the tokens, without following locals or helpers: enough to find cycles between questions before anything
    /// runs; what it does not see is found when the form runs.
    public func fieldsRead(byProperty name: String, in body: Range<Int>) -> [Token] {
        guard let range = property(name, in: body)?.value, range.count > 3,
            tokens[range.lowerBound].isKeyword("function"), tokens[range.lowerBound + 1].isSymbol("("),
            case .name(let parameter) = tokens[range.lowerBound + 2].kind
        else { return [] }
        return range.dropFirst(3).compactMap { index in
            guard tokens[index].kind == .name(parameter), index + 2 < range.upperBound,
                tokens[index + 1].isSymbol("."), !tokens[index - 1].isSymbol("."), case .name = tokens[index + 2].kind
            else { return nil }
            return tokens[index + 2]
        }
    }

    /// `kind "id"` or `kind("id")`.
    private func startsDeclaration(at index: Int, kind: String, id: String) -> Bool {
        guard tokens[index].kind == .name(kind), index + 1 < tokens.count else { return false }
        if tokens[index + 1].kind == .string(id) { return true }
        return tokens[index + 1].isSymbol("(") && index + 2 < tokens.count && tokens[index + 2].kind == .string(id)
    }

    private func extent(from start: Int) -> Range<Int> {
        var depth = 0
        for index in start..<tokens.count {
            if tokens[index].isSymbol("{") { depth += 1 }
            guard tokens[index].isSymbol("}") else { continue }
            depth -= 1
            if depth <= 0 { return start..<index + 1 }
        }
        return start..<tokens.count
    }

    /// The places of an expression: up to the comma, or the closing brace, that ends it.
    private func value(from start: Int, in body: Range<Int>) -> Range<Int> {
        var depth = 0
        for index in start..<max(start, body.upperBound) {
            let isEnd = depth == 0 && (tokens[index].isSymbol(",") || tokens[index].isSymbol(";"))
            depth += nesting(of: tokens[index])
            if isEnd || depth < 0 { return start..<index }
        }
        return start..<max(start, body.upperBound)
    }

    /// 1 for what opens, -1 for what closes.
    private func nesting(of token: Token) -> Int {
        switch token.kind {
        case .symbol("{"), .symbol("("), .symbol("["), .keyword("function"), .keyword("do"), .keyword("if"),
            .keyword("repeat"):
            1
        case .symbol("}"), .symbol(")"), .symbol("]"), .keyword("end"), .keyword("until"): -1
        case .name, .keyword, .string, .number, .symbol, .invalid: 0
        }
    }
}
