/// Expressions and functions.
extension Parser {
    /// What a chain of names, indices and calls ends in.
    enum Suffixed {
        case variable
        case call
        case parentheses
        case invalid
    }

    mutating func expressions() -> [Expression] {
        var all = [expression()]
        while take(symbol: ",") {
            // `return h.net,` and a brace: the function lacks its `end`, and the comma is the table's.
            if let token = current, closesWhatIsOpen(token), let opener = openers.last, opener.closer == "end" {
                let function = tokens[opener.token]
                tell(
                    .unclosed(opener: function.shown, line: function.line, closer: opener.closer, before: token.shown))
                return all
            }
            all.append(expression())
        }
        return all
    }

    mutating func expression() -> Expression { noted(operation(bindingOver: 0)) }

    /// Operands with operators that bind closer than what stands to their left (`subexpr` of `lparser.c`).
    private mutating func operation(bindingOver limit: Int) -> Expression {
        nested(Expression(.invalid, index..<index)) { parser in
            let start = parser.index
            var left: Expression
            if let unary = parser.unaryOperator {
                parser.index += 1
                let operand = parser.operation(bindingOver: BinaryOperator.unaryBinding)
                left = Expression(.unary(unary, operand), start..<parser.index, over: [operand])
            } else {
                left = parser.operand()
            }
            while let binary = parser.binaryOperator ?? parser.foreignOperator, binary.binding.left > limit {
                if case .invalid = parser.current?.kind { parser.tellLexical() }
                if parser.current?.shown == "!" { parser.index += 1 }
                let token = parser.index
                parser.index += 1
                let right = parser.operation(bindingOver: binary.binding.right)
                left = Expression(
                    .binary(binary, token: token, left, right), start..<parser.index, over: [left, right])
            }
            return left
        }
    }

    private var unaryOperator: UnaryOperator? {
        switch current?.kind {
        case .keyword("not"): .not
        case .symbol(let text): UnaryOperator(rawValue: text)
        case .name, .keyword, .string, .number, .invalid, nil: nil
        }
    }

    private var binaryOperator: BinaryOperator? {
        switch current?.kind {
        case .keyword("and"): .and
        case .keyword("or"): .or
        case .symbol(let text): BinaryOperator(rawValue: text)
        case .name, .keyword, .string, .number, .invalid, nil: nil
        }
    }

    /// An operator as other languages and word processors write it: `!=`, `≥`, `×`.
    private var foreignOperator: BinaryOperator? {
        guard case .invalid(.character(let text)) = current?.kind else { return nil }
        if text == "!" { return next?.isSymbol("=") == true ? .unequal : nil }
        return Parser.written(text).flatMap(BinaryOperator.init(rawValue:))
    }

    private mutating func operand() -> Expression {
        guard let token = current else { return absent() }
        let start = index
        func simple(_ kind: Expression.Kind, _ parser: inout Parser) -> Expression {
            parser.index += 1
            return Expression(kind, start..<parser.index)
        }
        switch token.kind {
        case .number(let text): return simple(NumberLiteral.value(of: text), &self)
        case .string: return simple(.string(token.stringValue), &self)
        case .keyword("nil"): return simple(.nil, &self)
        case .keyword("true"): return simple(.boolean(true), &self)
        case .keyword("false"): return simple(.boolean(false), &self)
        case .symbol("..."):
            if !scopes.takesVarargs { tell(.varargsOutside) }
            return simple(.varargs, &self)
        case .symbol("{"): return table()
        case .keyword("function"):
            index += 1
            let function = functionBody(start, isMethod: false)
            return Expression(.function(function), start..<index)
        case .invalid(.malformedNumber), .invalid(.invalidEscape), .invalid(.unfinishedString),
            .invalid(.unfinishedLongBracket):
            // It was to be a number or a text.
            tellLexical()
            return simple(.invalid, &self)
        case .name, .keyword, .symbol, .invalid: return suffixed().0
        }
    }

    /// Something is missing where an operand must stand; a sign that has no business here is left out.
    private mutating func absent() -> Expression {
        let start = index
        tell(.unexpected(current?.shown), replacement: meant)
        switch current?.kind {
        case .invalid(.character(let text)):
            index += 1
            if text == "!" { return expression() }
        case .symbol where doubled != nil:
            index += 1
            return expression()
        case .name, .keyword, .string, .number, .symbol, .invalid, nil: break
        }
        return Expression(.invalid, start..<index)
    }

    /// `&&` and `||` of other languages.
    var doubled: String? {
        guard let current, index > 0, tokens[index - 1].end == current.start, tokens[index - 1].kind == current.kind
        else { return nil }
        return current.isSymbol("&") ? "and" : current.isSymbol("|") ? "or" : nil
    }

    /// What other languages write otherwise than what stands here.
    var meant: String? {
        guard let current else { return nil }
        if let doubled { return doubled }
        if case .name(let name) = current.kind, ["AND", "OR", "NOT", "And", "Or", "Not"].contains(name) {
            return name.lowercased()
        }
        // `form f {`: a name without its quotes.
        if case .name(let name) = current.kind, next?.isSymbol("{") == true { return "\"\(name)\"" }
        guard index > 0, tokens[index - 1].end == current.start else { return nil }
        switch (tokens[index - 1].shown, current.shown) {
        case ("<", ">"): return "~="
        case ("==", "="): return "=="
        case ("=", ">"): return ">="
        case ("=", "<"): return "<="
        default: return nil
        }
    }

    /// Whether an operator between two operands stands here.
    var hasOperator: Bool { binaryOperator != nil || foreignOperator != nil }

    /// A name as an expression.
    mutating func reference(_ token: Int) -> Expression {
        let name = text(of: token)
        let (variable, isTooMany) = scopes.resolve(name)
        if isTooMany { tell(.tooMany(.upvalues), at: token) }
        return Expression(.name(name, variable), token..<token + 1)
    }

    mutating func suffixed() -> (Expression, Suffixed) {
        let start = index
        var (left, kind) = primary()
        guard kind != .invalid else { return (left, kind) }
        while let token = current {
            switch token.kind {
            case .symbol("."):
                index += 1
                guard let name = name() else { return (left, .invalid) }
                left = Expression(.member(left, text(of: name), token: name), start..<index, over: [left])
                kind = .variable
            case .symbol("["):
                let opener = index
                index += 1
                let key = within(opener, closer: "]") { $0.expression() }
                left = Expression(.index(left, key), start..<index, over: [left, key])
                kind = .variable
            case .symbol(":"):
                guard let method = methodName() else { return (left, .invalid) }
                let arguments = arguments()
                left = Expression(
                    .methodCall(left, text(of: method), token: method, arguments), start..<index,
                    over: [left] + arguments)
                kind = .call
            case .symbol("("), .symbol("{"), .string, .invalid(.unfinishedString), .invalid(.invalidEscape):
                let arguments = arguments()
                left = Expression(.call(left, arguments), start..<index, over: [left] + arguments)
                kind = .call
            case .name, .keyword, .number, .symbol, .invalid: return (left, kind)
            }
        }
        return (left, kind)
    }

    /// After a colon: the name of a method that is called.
    private mutating func methodName() -> Int? {
        guard let next, isName(next) else {
            // `label: "…"`, as JSON has it.
            tell(.unexpected(current?.shown), replacement: "=")
            index += 1
            return nil
        }
        index += 1
        guard let name = name() else { return nil }
        switch current?.kind {
        case .symbol("("), .symbol("{"), .string, .invalid: return name
        case .name, .keyword, .number, .symbol, nil:
            tell(.missing(.token("("), before: current?.shown))
            return nil
        }
    }

    private func isName(_ token: Token) -> Bool {
        switch token.kind {
        case .name, .invalid(.foreignName): true
        case .keyword, .string, .number, .symbol, .invalid: false
        }
    }

    private mutating func primary() -> (Expression, Suffixed) {
        guard let token = current else { return (absent(), .invalid) }
        let start = index
        switch token.kind {
        case .name, .invalid(.foreignName):
            guard let name = name() else { return (absent(), .invalid) }
            return (reference(name), .variable)
        case .symbol("("):
            index += 1
            let inner = within(start, closer: ")") { $0.expression() }
            return (Expression(.parenthesised(inner), start..<index, over: [inner]), .parentheses)
        case .keyword, .string, .number, .symbol, .invalid: return (absent(), .invalid)
        }
    }

    private mutating func arguments() -> [Expression] {
        guard let token = current else { return [] }
        let start = index
        switch token.kind {
        case .symbol("{"): return [table()]
        case .symbol("("):
            index += 1
            return within(start, closer: ")") { parser in
                parser.isSymbol(")") ? [] : parser.expressions()
            }
        case .string:
            index += 1
            return [Expression(.string(token.stringValue), start..<index)]
        case .name, .keyword, .number, .symbol, .invalid:
            tellLexical()
            index += 1
            return [Expression(.invalid, start..<index)]
        }
    }

    /// The parameters and the body of a function, from its opening bracket on.
    mutating func functionBody(_ opener: Int, isMethod: Bool) -> Function {
        let id = scopes.beginFunction(takesVarargs: false, at: opener)
        var parameters: [Variable.ID] = []
        var takesVarargs = false
        if isMethod { parameters.append(scopes.declare("self", token: opener, .parameter).id) }
        let bracket = index
        if take(symbol: "(") {
            within(bracket, closer: ")") { parser in
                guard !parser.isSymbol(")") else { return }
                repeat {
                    takesVarargs = parser.take(symbol: "...")
                    if !takesVarargs, let name = parser.name() { parameters.append(parser.declare(name, .parameter)) }
                } while !takesVarargs && parser.take(symbol: ",")
            }
        } else {
            tell(.missing(.token("("), before: current?.shown))
        }
        if takesVarargs { scopes.setVarargs() }
        beginDepth()
        let body = within(opener, closer: "end") { $0.block() }
        let depth = endDepth()
        for jump in scopes.endFunction(at: index) { tellUnsolved(jump) }
        let isTooDeep = depth >= Expression.deepest
        return Function(
            id: id, parameters: parameters, takesVarargs: takesVarargs, body: isTooDeep ? Block() : body,
            depth: isTooDeep ? 0 : depth)
    }
}
