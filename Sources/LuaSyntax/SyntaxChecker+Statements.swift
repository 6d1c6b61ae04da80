/// Blocks and statements.
extension SyntaxChecker {
    private static let blockEnds: Set<String> = ["else", "elseif", "end", "until"]

    /// Statements up to what ends a block; a `return` is the last of them.
    mutating func block() throws(Stop) {
        try nested { checker throws(Stop) in
            while let token = checker.current {
                if case .keyword(let word) = token.kind, SyntaxChecker.blockEnds.contains(word) { return }
                if checker.take(keyword: "return") { return try checker.returned() }
                try checker.statement(token)
            }
        }
    }

    private mutating func returned() throws(Stop) {
        if take(symbol: ";") { return }
        if let token = current {
            if case .keyword(let word) = token.kind, SyntaxChecker.blockEnds.contains(word) { return }
            try expressions()
        }
        _ = take(symbol: ";")
    }

    private mutating func statement(_ first: Token) throws(Stop) {
        switch first.kind {
        case .symbol(";"):
            index += 1
        case .symbol("::"):
            index += 1
            try name()
            try expect("::")
        case .keyword("break"):
            index += 1
        case .keyword("goto"):
            index += 1
            try name()
        case .keyword("do"):
            index += 1
            try body(closing: first)
        case .keyword("while"):
            index += 1
            try expression()
            try expect("do")
            try body(closing: first)
        case .keyword("repeat"):
            index += 1
            try block()
            try close(first, with: "until")
            try expression()
        case .keyword("if"): try conditional(first)
        case .keyword("for"): try loop(first)
        case .keyword("function"): try namedFunction(first)
        case .keyword("local"): try local()
        case .name, .keyword, .string, .number, .symbol, .invalid: try expressionStatement()
        }
    }

    private mutating func body(closing opener: Token) throws(Stop) {
        try block()
        try close(opener, with: "end")
    }

    private mutating func conditional(_ opener: Token) throws(Stop) {
        repeat {
            index += 1
            try expression()
            try expect("then")
            try block()
        } while isKeyword("elseif")
        if take(keyword: "else") { try block() }
        try close(opener, with: "end")
    }

    private mutating func loop(_ opener: Token) throws(Stop) {
        index += 1
        try name()
        if take(symbol: "=") {
            try expression()
            try expect(",")
            try expression()
            if take(symbol: ",") { try expression() }
        } else {
            while take(symbol: ",") { try name() }
            try expect("in")
            try expressions()
        }
        try expect("do")
        try body(closing: opener)
    }

    private mutating func namedFunction(_ opener: Token) throws(Stop) {
        index += 1
        try name()
        while take(symbol: ".") { try name() }
        if take(symbol: ":") { try name() }
        try functionBody(opener)
    }

    private mutating func local() throws(Stop) {
        index += 1
        if let opener = current, take(keyword: "function") {
            try name()
            return try functionBody(opener)
        }
        repeat {
            try name()
            if take(symbol: "<") {
                try name()
                try expect(">")
            }
        } while take(symbol: ",")
        if take(symbol: "=") { try expressions() }
    }

    /// A call, or an assignment.
    private mutating func expressionStatement() throws(Stop) {
        var target = try suffixed()
        guard isSymbol("=") || isSymbol(",") else {
            guard target == .call else { throw unexpected() }
            return
        }
        guard target == .variable else { throw unexpected() }
        while take(symbol: ",") {
            target = try suffixed()
            guard target == .variable else { throw unexpected() }
        }
        try expect("=")
        try expressions()
    }
}
