/// One function of a script, read by itself: the lines on which it stands are enough, whatever the rest of the file is.
///
/// Names that the function does not declare have no variable here; whether they are outer locals or globals, the function
/// itself tells (its upvalues).
public struct FunctionFragment: Sendable {
    /// The function.
    public let function: Function
    /// The tokens of its lines; lines are those of the file.
    public let tokens: [Token]
    /// The variables that it and the functions within it declare.
    public let variables: [Variable]
    /// Its first and last token.
    public let range: Range<Int>
    /// Its text, from `function` to `end`, with the parameters' list; a name that stands between is left out.
    public let text: String

    /// The functions that begin on the first and end on the last of some lines.
    /// - Parameters:
    ///   - lines: the text of the lines.
    ///   - first: the number of the first of them in the file.
    public static func functions(in lines: String, first: Int) -> [FunctionFragment] {
        let tokens = Lexer.tokens(of: lines)
        guard let lastLine = tokens.last?.line else { return [] }
        var found: [FunctionFragment] = []
        for (place, token) in tokens.enumerated() where token.line == 1 && token.isKeyword("function") {
            var parser = Parser(tokens: tokens)
            guard let function = parser.fragment(at: place), parser.index > place,
                tokens[parser.index - 1].line == lastLine, parser.sortedFaults.isEmpty
            else { continue }
            found.append(
                FunctionFragment(
                    function: function, tokens: tokens.map { $0.moved(lines: first - 1) },
                    variables: parser.scopes.variables, range: place..<parser.index,
                    text: text(of: lines, tokens, place..<parser.index)))
        }
        return found
    }

    private static func text(of lines: String, _ tokens: [Token], _ range: Range<Int>) -> String {
        let bytes = Array(lines.utf8)
        guard let bracket = range.first(where: { tokens[$0].isSymbol("(") }) else { return "" }
        let body = bytes[tokens[bracket].start..<tokens[range.upperBound - 1].end]
        return "function " + String(decoding: body, as: UTF8.self)
    }

    /// The names that the function uses and does not declare.
    public var freeNames: Set<String> {
        var names: Set<String> = []
        for place in range {
            guard case .name(let name) = tokens[place].kind else { continue }
            names.insert(name)
        }
        return names
    }
}

extension Parser {
    /// The function whose keyword stands at a token, named or not.
    fileprivate mutating func fragment(at token: Int) -> Function? {
        _ = scopes.beginFunction(takesVarargs: false, at: token)
        index = token + 1
        var isMethod = false
        while case .name? = current?.kind {
            index += 1
            isMethod = take(symbol: ":")
            if !isMethod, !take(symbol: ".") { break }
        }
        guard isSymbol("(") else { return nil }
        return functionBody(token, isMethod: isMethod)
    }
}

extension Token {
    fileprivate func moved(lines: Int) -> Token {
        Token(kind: kind, line: line + lines, column: column, start: start, end: end)
    }
}
