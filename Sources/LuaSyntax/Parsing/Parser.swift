/// Reads tokens as Lua 5.4 does (Reference Manual, section 9) and goes on after a fault, so that one reading yields the
/// tree and all the faults.
///
/// The first fault is one that Lua stops at, or an earlier place to blame for it; a source without faults is one that
/// Lua takes. After a fault the reader takes what is missing for given, or leaves out what cannot stand, and tells
/// nothing more of the same line, so that one mistake is told once.
struct Parser {
    let tokens: [Token]
    var index = 0
    var scopes = Scopes()
    private var faults: [SyntaxFault] = []
    /// Where the last fault was told.
    private var silentLine: Int?
    /// What is open, innermost last.
    var openers: [Opener] = []
    /// Openers whose closer stands further out than they begin: where one is missing, it is likely theirs.
    var suspects: [Opener] = []
    private var levels = 0
    /// The levels of the deepest expression so far in each function that is being read.
    private var depths = [0]
    private var isAbandoned = false
    /// Whether it was told that the source ends before something is closed.
    private var isCutOff = false

    /// What was opened, and is to be closed.
    struct Opener {
        let token: Int
        let closer: String
    }

    /// So many faults are told of one source; the reading ends there.
    static let mostFaults = 1000

    /// What Lua allows of levels of statements and expressions (`LUAI_MAXCCALLS`, less what `luac` itself has used).
    private static let mostLevels = 198

    init(tokens: [Token]) {
        self.tokens = tokens
    }

    /// The faults in the order of the source.
    var sortedFaults: [SyntaxFault] {
        faults.enumerated().sorted { a, b in
            (a.element.line, a.element.column, a.offset) < (b.element.line, b.element.column, b.offset)
        }.map(\.element)
    }

    // MARK: Tokens

    var current: Token? { !isAbandoned && index < tokens.count ? tokens[index] : nil }

    var next: Token? { !isAbandoned && index + 1 < tokens.count ? tokens[index + 1] : nil }

    func isSymbol(_ text: String) -> Bool { current?.isSymbol(text) == true }

    func isKeyword(_ text: String) -> Bool { current?.isKeyword(text) == true }

    /// Whether the current token is the first of its line.
    var beginsLine: Bool {
        guard let current else { return false }
        return index == 0 || tokens[index - 1].line < current.line
    }

    mutating func take(symbol text: String) -> Bool {
        guard isSymbol(text) else { return false }
        index += 1
        return true
    }

    mutating func take(keyword text: String) -> Bool {
        guard isKeyword(text) else { return false }
        index += 1
        return true
    }

    /// Goes past what must stand here, or takes it for given.
    mutating func expect(_ text: String) {
        if take(symbol: text) || take(keyword: text) { return }
        tell(.missing(.token(text), before: current?.shown))
    }

    /// The token of a name, or `nil` where there is none.
    mutating func name() -> Int? {
        switch current?.kind {
        case .name:
            index += 1
            return index - 1
        case .invalid(.foreignName):
            tellLexical()
            index += 1
            return index - 1
        case .keyword, .string, .number, .symbol, .invalid, nil:
            tell(.missing(.name, before: current?.shown))
            return nil
        }
    }

    func text(of token: Int) -> String {
        switch tokens[token].kind {
        case .name(let text), .invalid(.foreignName(let text)): text
        case .keyword, .string, .number, .symbol, .invalid: ""
        }
    }

    /// Goes one level deeper; Lua does not go as deep as one likes.
    mutating func nested<Result>(_ otherwise: Result, _ body: (inout Parser) -> Result) -> Result {
        guard levels < Parser.mostLevels else {
            tell(.tooDeep)
            isAbandoned = true
            return otherwise
        }
        levels += 1
        defer { levels -= 1 }
        return body(&self)
    }

    // MARK: How deep the tree is

    /// Takes note of an expression of a statement of the function that is being read.
    mutating func noted(_ expression: Expression) -> Expression {
        depths[depths.count - 1] = max(depths[depths.count - 1], expression.depth)
        return expression
    }

    mutating func beginDepth() { depths.append(0) }

    /// The levels of the function that ends here, which lie in the one around it as well.
    mutating func endDepth() -> Int {
        let depth = depths.removeLast()
        let outer = depths.count - 1
        depths[outer] = max(depths[outer], depth + 1)
        return depth
    }

    // MARK: What is opened and closed

    /// Reads what stands between an opener, the token just taken, and its closer.
    mutating func within<Result>(_ token: Int, closer: String, _ body: (inout Parser) -> Result) -> Result {
        openers.append(Opener(token: token, closer: closer))
        let result = body(&self)
        close(token, with: closer)
        return result
    }

    private mutating func close(_ opener: Int, with closer: String) {
        openers.removeLast()
        let isSuspect = current.map { beginsLine && $0.column < indentation(of: opener) } ?? false
        if take(symbol: closer) || take(keyword: closer) {
            if isSuspect { suspects.append(Opener(token: opener, closer: closer)) }
            return
        }
        // What closes everything around it closes this as well.
        tellUnclosed(Opener(token: opener, closer: closer))
    }

    /// The column of the first token of the line on which a token stands.
    func indentation(of token: Int) -> Int {
        var first = token
        while first > 0, tokens[first - 1].line == tokens[token].line { first -= 1 }
        return tokens[first].column
    }

    private mutating func tellUnclosed(_ opener: Opener) {
        let token = tokens[opener.token]
        guard current == nil, !isAbandoned else {
            return tell(
                .unclosed(opener: token.shown, line: token.line, closer: opener.closer, before: current?.shown))
        }
        // At the end of the source the opening is what to look at, or one within whose closer stood too far out. Of a
        // source that is cut off, the innermost says enough.
        let suspect = suspects.first { $0.token > opener.token && $0.closer == opener.closer }
        if suspect == nil, isCutOff { return }
        let blamed = suspect ?? opener
        isCutOff = isCutOff || suspect == nil
        suspects.removeAll { $0.token == blamed.token }
        let place = tokens[blamed.token]
        add(
            SyntaxFault(
                kind: .unclosed(opener: place.shown, line: place.line, closer: blamed.closer, before: nil),
                replacement: nil, line: place.line, column: place.column))
    }

    // MARK: Faults

    /// Tells a fault at the current token; what is no token is a fault of its own, wherever it stands.
    mutating func tell(_ kind: SyntaxFault.Kind, replacement: String? = nil) {
        guard let current else {
            let last = tokens.last
            return add(kind, replacement, line: last?.line ?? 1, column: last?.column ?? 1)
        }
        if case .invalid = current.kind { return tellLexical() }
        add(kind, replacement, line: current.line, column: current.column)
    }

    /// Tells a fault at a token that was taken before, in whatever state the reading is.
    mutating func tell(_ kind: SyntaxFault.Kind, at token: Int) {
        add(
            SyntaxFault(kind: kind, replacement: nil, line: tokens[token].line, column: tokens[token].column))
    }

    /// The current token is no Lua.
    mutating func tellLexical() {
        guard let current, case .invalid(let fault) = current.kind else { return }
        // The second of two quotes of a word processor is no second mistake.
        if case .character = fault, silentLine == current.line { return }
        add(
            SyntaxFault(
                kind: .lexical(fault), replacement: written(fault), line: current.line, column: current.column))
        silentLine = current.line
    }

    private mutating func add(_ kind: SyntaxFault.Kind, _ replacement: String?, line: Int, column: Int) {
        if silentLine != line {
            add(SyntaxFault(kind: kind, replacement: replacement, line: line, column: column))
        }
        silentLine = line
    }

    private mutating func add(_ fault: SyntaxFault) {
        guard !isAbandoned, faults.last != fault else { return }
        faults.append(fault)
        if faults.count >= Parser.mostFaults { isAbandoned = true }
    }

    /// What other languages and word processors write otherwise.
    private func written(_ fault: LexicalFault) -> String? {
        guard case .character(let text) = fault else { return nil }
        if text == "!" { return next?.isSymbol("=") == true ? "~=" : "not" }
        return Parser.written(text)
    }

    /// What stands for a character that Lua does not know.
    static func written(_ text: String) -> String? {
        switch text {
        case "“", "”", "„", "«", "»": "\""
        case "‘", "’": "'"
        case "–", "—", "−": "-"
        case "×": "*"
        case "÷": "/"
        case "≤": "<="
        case "≥": ">="
        case "≠": "~="
        default: nil
        }
    }

    /// Whether a token closes something that is open.
    func closesWhatIsOpen(_ token: Token) -> Bool {
        switch token.kind {
        case .symbol("}"), .symbol(")"), .symbol("]"): openers.contains { token.isSymbol($0.closer) }
        case .name, .keyword, .string, .number, .symbol, .invalid: false
        }
    }
}
