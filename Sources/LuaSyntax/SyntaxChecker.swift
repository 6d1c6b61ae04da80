/// Reads tokens as Lua's own parser does and tells the first fault in words of its own.
///
/// Whether a source is Lua is for Lua to decide; this explains a refusal: where exactly, what is missing, what it was to
/// close. It knows the grammar (Lua 5.4 Reference Manual, section 9) and not what Lua checks besides: labels,
/// attributes, `break` outside a loop.
struct SyntaxChecker {
    let tokens: [Token]
    var index = 0
    var depth = 0
    /// Whether `...` may be used in each function around, innermost last.
    var takesVarargs = [true]

    /// Deeper than Lua itself goes (`LUAI_MAXCCALLS`).
    private static let deepest = 200

    /// Ends the reading: there is a fault, or the source nests too deeply to tell.
    enum Stop: Error {
        case fault(SyntaxFault)
        case tooDeep
    }

    /// The first fault; `nil` where the grammar has no objection.
    static func firstFault(in tokens: [Token]) -> SyntaxFault? {
        var checker = SyntaxChecker(tokens: tokens)
        do throws(Stop) {
            try checker.block()
            if checker.current != nil { throw checker.unexpected() }
            return nil
        } catch {
            return if case .fault(let fault) = error { fault } else { nil }
        }
    }

    // MARK: Tokens

    var current: Token? { index < tokens.count ? tokens[index] : nil }

    func isSymbol(_ text: String) -> Bool { current?.isSymbol(text) == true }

    func isKeyword(_ text: String) -> Bool { current?.isKeyword(text) == true }

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

    mutating func expect(_ text: String) throws(Stop) {
        guard take(symbol: text) || take(keyword: text) else {
            // A comparison in a condition, written as an assignment.
            let replacement = isSymbol("=") && (text == "then" || text == "do") ? "==" : nil
            throw fault(.missing(.token(text), before: current?.shown), replacement: replacement)
        }
    }

    mutating func name() throws(Stop) {
        guard case .name = current?.kind else { throw fault(.missing(.name, before: current?.shown)) }
        index += 1
    }

    /// Goes past what closes a thing that was opened.
    mutating func close(_ opener: Token, with closer: String) throws(Stop) {
        guard take(symbol: closer) || take(keyword: closer) else { throw unclosed(opener, closer) }
    }

    mutating func nested(_ body: (inout SyntaxChecker) throws(Stop) -> Void) throws(Stop) {
        guard depth < SyntaxChecker.deepest else { throw .tooDeep }
        depth += 1
        try body(&self)
        depth -= 1
    }

    // MARK: Faults

    /// A fault at the current token; what is no token is a fault of its own, wherever it stands.
    func fault(_ kind: SyntaxFault.Kind, replacement: String? = nil) -> Stop {
        guard let current else { return atEnd(kind) }
        if case .invalid(let lexical) = current.kind {
            return at(current, .lexical(lexical), replacement: written(lexical))
        }
        return at(current, kind, replacement: replacement)
    }

    func unexpected(replacement: String? = nil) -> Stop {
        fault(.unexpected(current?.shown), replacement: replacement ?? doubled)
    }

    /// What was opened and is not closed: at the end of the source the opening is what to look at.
    func unclosed(_ opener: Token, _ closer: String) -> Stop {
        let kind = SyntaxFault.Kind.unclosed(
            opener: opener.shown, line: opener.line, closer: closer, before: current?.shown)
        return current == nil ? at(opener, kind) : fault(kind)
    }

    private func at(_ token: Token, _ kind: SyntaxFault.Kind, replacement: String? = nil) -> Stop {
        .fault(SyntaxFault(kind: kind, replacement: replacement, line: token.line, column: token.column))
    }

    private func atEnd(_ kind: SyntaxFault.Kind) -> Stop {
        let (line, column) = tokens.last.map { ($0.line, $0.column) } ?? (1, 1)
        return .fault(SyntaxFault(kind: kind, replacement: nil, line: line, column: column))
    }

    /// `&&` and `||` of other languages.
    private var doubled: String? {
        guard let current, index > 0, tokens[index - 1].end == current.start, tokens[index - 1].kind == current.kind
        else { return nil }
        return current.isSymbol("&") ? "and" : current.isSymbol("|") ? "or" : nil
    }

    /// What other languages and word processors write otherwise.
    private func written(_ fault: LexicalFault) -> String? {
        guard case .character(let text) = fault else { return nil }
        switch text {
        case "!": return index + 1 < tokens.count && tokens[index + 1].isSymbol("=") ? "~=" : "not"
        case "“", "”", "„", "«", "»": return "\""
        case "‘", "’": return "'"
        case "–", "—", "−": return "-"
        case "×": return "*"
        case "÷": return "/"
        case "≤": return "<="
        case "≥": return ">="
        case "≠": return "~="
        default: return nil
        }
    }
}
