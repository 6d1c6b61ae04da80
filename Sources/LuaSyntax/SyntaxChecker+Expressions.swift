/// Expressions, tables and functions.
extension SyntaxChecker {
    /// What a chain of names, indices and calls ends in.
    enum Suffixed {
        case variable
        case call
        case parentheses
    }

    private static let unary: Set<Token.Kind> = [.keyword("not"), .symbol("-"), .symbol("#"), .symbol("~")]
    private static let binary: Set<Token.Kind> = [
        .symbol("+"), .symbol("-"), .symbol("*"), .symbol("/"), .symbol("//"), .symbol("%"), .symbol("^"),
        .symbol(".."), .symbol("<"), .symbol("<="), .symbol(">"), .symbol(">="), .symbol("=="), .symbol("~="),
        .symbol("&"), .symbol("|"), .symbol("~"), .symbol("<<"), .symbol(">>"), .keyword("and"), .keyword("or"),
    ]

    mutating func expressions() throws(Stop) {
        repeat { try expression() } while take(symbol: ",")
    }

    /// Operands with operators between them; which binds closer makes no difference to what is allowed.
    mutating func expression() throws(Stop) {
        try nested { checker throws(Stop) in
            while true {
                while let token = checker.current, SyntaxChecker.unary.contains(token.kind) { checker.index += 1 }
                try checker.operand()
                guard let token = checker.current, SyntaxChecker.binary.contains(token.kind) else { return }
                checker.index += 1
            }
        }
    }

    private mutating func operand() throws(Stop) {
        guard let token = current else { throw unexpected() }
        switch token.kind {
        case .number, .string, .keyword("nil"), .keyword("true"), .keyword("false"):
            index += 1
        case .symbol("..."):
            guard takesVarargs.last == true else { throw unexpected() }
            index += 1
        case .symbol("{"): try table(token)
        case .keyword("function"):
            index += 1
            try functionBody(token)
        case .name, .keyword, .symbol, .invalid: _ = try suffixed()
        }
    }

    mutating func suffixed() throws(Stop) -> Suffixed {
        var kind = try primary()
        while let token = current {
            switch token.kind {
            case .symbol("."):
                index += 1
                try name()
                kind = .variable
            case .symbol("["):
                index += 1
                try expression()
                try close(token, with: "]")
                kind = .variable
            case .symbol(":"):
                guard index + 1 < tokens.count, case .name = tokens[index + 1].kind else {
                    // `label: "…"`, as JSON has it.
                    throw unexpected(replacement: "=")
                }
                index += 2
                guard isSymbol("(") || isSymbol("{") || isString else {
                    throw fault(.missing(.token("("), before: current?.shown))
                }
                try arguments()
                kind = .call
            case .symbol("("), .symbol("{"), .string:
                try arguments()
                kind = .call
            case .name, .keyword, .number, .symbol, .invalid: return kind
            }
        }
        return kind
    }

    private mutating func primary() throws(Stop) -> Suffixed {
        guard let token = current else { throw unexpected() }
        switch token.kind {
        case .name:
            index += 1
            return .variable
        case .symbol("("):
            index += 1
            try expression()
            try close(token, with: ")")
            return .parentheses
        case .keyword, .string, .number, .symbol, .invalid: throw unexpected()
        }
    }

    private var isString: Bool {
        if case .string = current?.kind { true } else { false }
    }

    private mutating func arguments() throws(Stop) {
        guard let token = current else { return }
        if token.isSymbol("{") { return try table(token) }
        index += 1
        guard token.isSymbol("("), !take(symbol: ")") else { return }
        try expressions()
        try close(token, with: ")")
    }

    mutating func functionBody(_ opener: Token) throws(Stop) {
        guard let parameters = current, take(symbol: "(") else {
            throw fault(.missing(.token("("), before: current?.shown))
        }
        var varargs = false
        if !isSymbol(")") {
            repeat {
                varargs = take(symbol: "...")
                if !varargs { try name() }
            } while !varargs && take(symbol: ",")
        }
        try close(parameters, with: ")")
        takesVarargs.append(varargs)
        try block()
        takesVarargs.removeLast()
        try close(opener, with: "end")
    }

    // MARK: Tables

    private mutating func table(_ opener: Token) throws(Stop) {
        try nested { checker throws(Stop) in
            checker.index += 1
            while !checker.take(symbol: "}") {
                let start = checker.index
                guard let first = checker.current, !SyntaxChecker.beginsStatement(first) else {
                    throw checker.unclosed(opener, "}")
                }
                try checker.entry()
                if checker.take(symbol: ",") || checker.take(symbol: ";") || checker.isSymbol("}") { continue }
                throw checker.afterEntry(from: start, opener)
            }
        }
    }

    /// Keywords that no expression begins with: where one stands in a table, the table was meant to be over.
    private static func beginsStatement(_ token: Token) -> Bool {
        switch token.kind {
        case .keyword("nil"), .keyword("true"), .keyword("false"), .keyword("function"), .keyword("not"): false
        case .keyword: true
        case .name, .string, .number, .symbol, .invalid: false
        }
    }

    private mutating func entry() throws(Stop) {
        if let token = current, token.isSymbol("[") {
            index += 1
            try expression()
            try close(token, with: "]")
            try expect("=")
        } else if case .name = current?.kind, index + 1 < tokens.count, tokens[index + 1].isSymbol("=") {
            index += 2
        }
        try expression()
    }

    /// An entry ended, and neither a comma nor the closing brace follows.
    private func afterEntry(from start: Int, _ opener: Token) -> Stop {
        guard let token = current else { return unclosed(opener, "}") }
        let isLoneName = if case .name = tokens[start].kind { index == start + 1 } else { false }
        switch token.kind {
        case .number, .keyword("true"), .keyword("false"), .keyword("nil"), .keyword("function"):
            // `min 5` for `min = 5`.
            return fault(isLoneName ? .missing(.token("="), before: token.shown) : .missingComma(before: token.shown))
        case .name, .string, .symbol("{"), .symbol("["), .symbol("..."), .keyword("not"):
            return isOutside(token, opener) ? unclosed(opener, "}") : fault(.missingComma(before: token.shown))
        case .symbol("="): return unexpected()
        case .symbol, .keyword, .invalid: return unclosed(opener, "}")
        }
    }

    /// Whether a token begins a line no further in than the line that opened the table: then it is likelier that the
    /// table was never closed than that a comma is missing.
    private func isOutside(_ token: Token, _ opener: Token) -> Bool {
        guard index > 0, tokens[index - 1].line < token.line,
            let first = tokens[...index].first(where: { $0.line == opener.line })
        else { return false }
        return token.column <= first.column
    }
}
