/// The text of a script with what is needed to point into it: its tokens, its lines, and where properties stand.
public struct SourceText: Sendable {
    /// The text.
    public let text: String
    /// Its tokens.
    public let tokens: [Token]

    /// The source of a script.
    public init(_ text: String) {
        self.text = text
        self.tokens = Lexer.tokens(of: text)
    }

    /// The text of a line, from 1, without its end.
    public func line(_ number: Int) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return String(line.hasSuffix("\r") ? line.dropLast() : line)
    }

    /// The declaration `kind "id" {` that begins on a line: the places of its opening and closing brace among `tokens`.
    /// A declaration that is cut off ends with the file.
    public func body(of kind: String, id: String, line: Int) -> Range<Int>? {
        guard let start = tokens.indices.first(where: { startsDeclaration(at: $0, kind: kind, id: id, line: line) })
        else { return nil }
        var depth = 0
        for index in start..<tokens.count {
            if tokens[index].isSymbol("{") { depth += 1 }
            if tokens[index].isSymbol("}") {
                depth -= 1
                if depth == 0 { return start..<index + 1 }
            }
        }
        return start..<tokens.count
    }

    /// The name token of a property (`name =`) that stands directly in the braces of a declaration.
    public func property(_ name: String, in body: Range<Int>) -> Token? {
        propertyIndex(name, in: body).map { tokens[$0] }
    }

    /// The fields that the function given as a property reads from its first parameter (`h.village`), with their places.
    ///
    /// Read off the tokens, without following locals or helpers: enough to find cycles between questions before anything
    /// runs; what it does not see is found when the form runs.
    public func fieldsRead(byProperty name: String, in body: Range<Int>) -> [Token] {
        guard let index = propertyIndex(name, in: body), tokens.indices.contains(index + 4),
            tokens[index + 2].isKeyword("function"), tokens[index + 3].isSymbol("("),
            case .name(let parameter) = tokens[index + 4].kind
        else { return [] }
        let end = functionEnd(from: index + 2)
        var found: [Token] = []
        for place in (index + 5)..<max(end, index + 5)
        where tokens[place].kind == .name(parameter) && tokens.indices.contains(place + 2) {
            guard tokens[place + 1].isSymbol("."), !tokens[place - 1].isSymbol("."),
                case .name = tokens[place + 2].kind
            else { continue }
            found.append(tokens[place + 2])
        }
        return found
    }

    /// Where a comma was left out before `{`, from a line on: a `{` that follows a `}`, a number, or a constant.
    public func missingComma(from line: Int) -> Token? {
        for (previous, token) in zip(tokens, tokens.dropFirst()) where token.line >= line && token.isSymbol("{") {
            switch previous.kind {
            case .symbol("}"), .number, .keyword("true"), .keyword("false"), .keyword("nil"): return token
            default: continue
            }
        }
        return nil
    }

    private func startsDeclaration(at index: Int, kind: String, id: String, line: Int) -> Bool {
        tokens[index].line == line && tokens[index].kind == .name(kind) && tokens.indices.contains(index + 1)
            && tokens[index + 1].kind == .string(id)
    }

    private func propertyIndex(_ name: String, in body: Range<Int>) -> Int? {
        var depth = 0
        for index in body {
            switch tokens[index].kind {
            case .symbol("{"), .symbol("("), .symbol("["), .keyword("function"), .keyword("do"), .keyword("if"):
                depth += 1
            case .symbol("}"), .symbol(")"), .symbol("]"), .keyword("end"):
                depth -= 1
            case .name(name) where depth == 1:
                if tokens.indices.contains(index + 1), tokens[index + 1].isSymbol("=") { return index }
            default:
                break
            }
        }
        return nil
    }

    /// One past the `end` of the function whose `function` stands at `start`.
    private func functionEnd(from start: Int) -> Int {
        var depth = 0
        for index in start..<tokens.count {
            switch tokens[index].kind {
            case .keyword("function"), .keyword("do"), .keyword("if"), .keyword("repeat"):
                depth += 1
            case .keyword("end"), .keyword("until"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default:
                break
            }
        }
        return tokens.count
    }
}
