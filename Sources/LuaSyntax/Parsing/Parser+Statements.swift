/// Blocks and statements.
extension Parser {
    private static let blockEnds: Set<String> = ["else", "elseif", "end", "until"]

    /// The whole source.
    mutating func chunk() -> Block {
        _ = scopes.beginFunction(takesVarargs: true, at: 0)
        var whole = block()
        while let token = current {
            // An `end` or `}` too many.
            tell(.unexpected(token.shown))
            index += 1
            whole.statements += block().statements
        }
        for jump in scopes.endFunction(at: tokens.count) { tellUnsolved(jump) }
        whole.tokens = 0..<tokens.count
        return whole
    }

    func tellsBlockEnd(_ token: Token) -> Bool {
        if case .keyword(let word) = token.kind { Parser.blockEnds.contains(word) } else { false }
    }

    /// Statements up to what ends a block; a `return` is the last of them.
    mutating func block() -> Block {
        let start = index
        var statements: [Statement] = []
        while let token = current, !tellsBlockEnd(token), !closesWhatIsOpen(token) {
            let before = index
            let isReturn = token.isKeyword("return")
            if let statement = nested(nil, { $0.statement(token) }) { statements.append(statement) }
            if index == before { skip() }
            guard isReturn, let token = current, !tellsBlockEnd(token), !closesWhatIsOpen(token) else { continue }
            // Only what ends the block can follow a `return`.
            if let opener = openers.last, opener.closer == "end", !isFurtherIn(than: opener) { break }
            if token.isSymbol("=") {
                if returnsProperty { break }
                // A comparison, written as an assignment.
                tell(.unexpected(token.shown), replacement: "==")
                index += 1
                _ = expression()
                continue
            }
            tell(.unexpected(token.shown), replacement: meant)
            if meant != nil {
                index += 1
                _ = expression()
            }
        }
        return Block(statements: statements, tokens: start..<index)
    }

    /// After `return h.b,` and a line that begins with `label =`: the function lacks its `end`, and the table around it goes
    /// on. The place is then before that name.
    private var returnsProperty: Bool {
        mutating get {
            guard let opener = openers.last, opener.closer == "end", openers.contains(where: { $0.closer == "}" }),
                index > 1, case .name = tokens[index - 1].kind, tokens[index - 2].line < tokens[index - 1].line
            else { return false }
            let token = tokens[opener.token]
            tell(.unclosed(opener: token.shown, line: token.line, closer: opener.closer, before: current?.shown))
            index -= 1
            return true
        }
    }

    /// Whether the current token stands further in than the line of an opener begins.
    func isFurtherIn(than opener: Opener) -> Bool {
        guard let current, beginsLine else { return true }
        return current.column > indentation(of: opener.token)
    }

    /// Leaves out what is no statement: up to the next line that begins one, brackets with what is in them.
    private mutating func skip() {
        var depth = 0
        repeat {
            depth = max(0, depth + nesting)
            index += 1
            guard let token = current else { return }
            if depth == 0, tellsBlockEnd(token) || closesWhatIsOpen(token) { return }
            guard beginsLine, depth == 0 || token.column == 1 else { continue }
            switch token.kind {
            case .name, .keyword, .symbol("::"): return
            case .string, .number, .symbol, .invalid: break
            }
        } while true
    }

    /// 1 for what opens, -1 for what closes.
    private var nesting: Int {
        switch current?.kind {
        case .symbol("{"), .symbol("("), .symbol("["), .keyword("function"): 1
        case .symbol("}"), .symbol(")"), .symbol("]"), .keyword("end"): -1
        case .name, .keyword, .string, .number, .symbol, .invalid, nil: 0
        }
    }

    private mutating func statement(_ first: Token) -> Statement? {
        let start = index
        let kind: Statement.Kind
        switch first.kind {
        case .symbol(";"):
            index += 1
            return nil
        case .symbol("::"): return label()
        case .keyword("break"):
            index += 1
            scopes.jump("break", at: start)
            kind = .breakLoop
        case .keyword("goto"): kind = jump()
        case .keyword("do"):
            index += 1
            kind = .block(within(start, closer: "end") { $0.scoped() })
        case .keyword("while"):
            index += 1
            let condition = condition(before: "do")
            kind = .whileLoop(condition, within(start, closer: "end") { $0.scoped(isLoop: true) })
        case .keyword("repeat"): kind = repeated()
        case .keyword("if"): kind = conditional()
        case .keyword("for"): kind = loop()
        case .keyword("function"): kind = namedFunction()
        case .keyword("local"): kind = local()
        case .keyword("return"): kind = returned()
        case .name, .keyword, .string, .number, .symbol, .invalid: kind = expressionStatement()
        }
        return Statement(kind: kind, tokens: start..<index)
    }

    /// A block with a scope of its own.
    mutating func scoped(isLoop: Bool = false) -> Block {
        scopes.beginBlock(isLoop: isLoop)
        let result = block()
        endScope()
        return result
    }

    mutating func endScope() {
        if let (jump, variable) = scopes.endBlock() { tellJump(jump, variable) }
    }

    /// A condition with the word that follows it.
    private mutating func condition(before word: String) -> Expression {
        var condition = expression()
        if let token = current, token.isSymbol("=") {
            // A comparison, written as an assignment, or the wrong way round.
            let isTurned = next.map { $0.isSymbol(">") || $0.isSymbol("<") } ?? false
            tell(
                .missing(.token(word), before: token.shown), replacement: isTurned ? "\(next?.shown ?? "")=" : "==")
            index += isTurned ? 2 : 1
            let right = expression()
            condition = Expression(
                .binary(.equal, token: index - 1, condition, right),
                condition.tokens.lowerBound..<right.tokens.upperBound, over: [condition, right])
        }
        expect(word)
        return condition
    }

    private mutating func repeated() -> Statement.Kind {
        let opener = index
        index += 1
        scopes.beginBlock(isLoop: true)
        scopes.beginBlock(isLoop: false)
        let body = within(opener, closer: "until") { $0.block() }
        let condition = expression()
        endScope()
        endScope()
        return .repeatLoop(body, condition)
    }

    private mutating func conditional() -> Statement.Kind {
        let opener = index
        var arms: [ConditionalArm] = []
        var otherwise: Block?
        index += 1
        openers.append(Opener(token: opener, closer: "end"))
        repeat {
            let condition = condition(before: "then")
            arms.append(ConditionalArm(condition: condition, body: scoped()))
        } while take(keyword: "elseif")
        if take(keyword: "else") { otherwise = scoped() }
        openers.removeLast()
        within(opener, closer: "end") { _ in }
        return .conditional(arms, otherwise: otherwise)
    }

    private mutating func loop() -> Statement.Kind {
        let opener = index
        index += 1
        var names = [name()].compactMap { $0 }
        scopes.beginBlock(isLoop: true)
        defer { endScope() }
        guard take(symbol: "=") else {
            while take(symbol: ",") { name().map { names.append($0) } }
            expectIn()
            let values = expressions()
            let (variables, body) = loopBody(opener, names, hidden: 4)
            return .genericFor(variables, values, body)
        }
        let from = expression()
        expect(",")
        let to = expression()
        let step = take(symbol: ",") ? expression() : nil
        let (variables, body) = loopBody(opener, Array(names.prefix(1)), hidden: 3)
        guard let variable = variables.first else { return .invalid }
        return .numericFor(variable, from: from, to: to, step: step, body)
    }

    /// `in`; another word in its place, such as `of`, is left out.
    private mutating func expectIn() {
        let isOther = if case .name? = current?.kind { true } else { false }
        expect("in")
        if isOther { index += 1 }
    }

    private mutating func loopBody(_ opener: Int, _ names: [Int], hidden: Int) -> ([Variable.ID], Block) {
        if scopes.declareHidden(hidden) { tell(.tooMany(.locals), at: opener) }
        expect("do")
        scopes.beginBlock(isLoop: false)
        let variables = names.map { declare($0, .loop) }
        let body = within(opener, closer: "end") { $0.block() }
        endScope()
        return (variables, body)
    }

    private mutating func namedFunction() -> Statement.Kind {
        let opener = index
        index += 1
        guard let first = name() else { return .invalid }
        var target = reference(first)
        let variable: Variable.ID? = if case .name(_, let id) = target.kind { id } else { nil }
        var isMethod = false
        while !isMethod, isSymbol(".") || isSymbol(":") {
            isMethod = isSymbol(":")
            index += 1
            guard let token = name() else { break }
            target = Expression(.member(target, text(of: token), token: token), first..<index, over: [target])
        }
        let function = functionBody(opener, isMethod: isMethod)
        if case .name = target.kind, let variable, scopes.assign(variable, at: first) {
            tell(.assignedConstant(text(of: first)), at: first)
        }
        return .function(target: target, function)
    }

    private mutating func local() -> Statement.Kind {
        index += 1
        let opener = index
        if take(keyword: "function") {
            guard let token = name() else { return .invalid }
            let variable = declare(token, .function)
            return .localFunction(variable, functionBody(opener, isMethod: false))
        }
        var names: [(token: Int, attribute: String?)] = []
        repeat {
            guard let token = name() else { break }
            let attribute = attribute()
            if attribute == "close", names.contains(where: { $0.attribute == "close" }) {
                tell(.severalToClose, at: index - 2)
            }
            names.append((token, attribute))
        } while take(symbol: ",")
        let values = take(symbol: "=") ? expressions() : []
        // The names are in scope only behind their values.
        return .local(names.map { declare($0.token, .local, attribute: $0.attribute) }, values)
    }

    private mutating func attribute() -> String? {
        guard take(symbol: "<") else { return nil }
        guard let token = name() else { return nil }
        let attribute = text(of: token)
        if attribute != "const", attribute != "close" { tell(.unknownAttribute(attribute), at: token) }
        expect(">")
        return attribute
    }

    mutating func declare(_ token: Int, _ kind: Variable.Kind, attribute: String? = nil) -> Variable.ID {
        let (id, isTooMany) = scopes.declare(text(of: token), token: token, kind, attribute: attribute)
        if isTooMany { tell(.tooMany(.locals), at: token) }
        return id
    }

    private mutating func returned() -> Statement.Kind {
        index += 1
        var values: [Expression] = []
        if let token = current, !tellsBlockEnd(token), !token.isSymbol(";"), !closesWhatIsOpen(token) {
            values = expressions()
        }
        _ = take(symbol: ";")
        return .returned(values)
    }

    /// A call, or an assignment.
    private mutating func expressionStatement() -> Statement.Kind {
        let start = index
        let (first, kind) = suffixed()
        _ = noted(first)
        guard isSymbol("=") || isSymbol(",") else {
            if kind == .variable, lacksReturn {
                // `function(v) v > 0 end`
                tell(.missing(.token("return"), before: tokens[start].shown), at: start)
                skipExpression(after: first)
            } else if kind != .call, kind != .invalid {
                tell(.unexpected(current?.shown), replacement: meant)
            }
            return kind == .call ? .call(first) : .invalid
        }
        guard kind == .variable else {
            if kind != .invalid { tell(.unexpected(current?.shown)) }
            return .invalid
        }
        var targets = [first]
        let values = assigned(&targets)
        for target in targets {
            guard case .name(let name, let variable?) = target.kind, let token = target.tokens.first else { continue }
            if scopes.assign(variable, at: token) { tell(.assignedConstant(name), at: token) }
        }
        return .assignment(targets, values)
    }

    /// Whether a value stands where a statement must, right before the end of its function or an operator.
    private var lacksReturn: Bool {
        guard openers.last?.closer == "end" else { return false }
        return isKeyword("end") || (hasOperator && next?.isSymbol("=") != true)
    }

    private mutating func skipExpression(after first: Expression) {
        while hasOperator {
            index += 1
            _ = expression()
        }
    }

    /// The further targets of an assignment, each a level deeper as in Lua, and its values.
    private mutating func assigned(_ targets: inout [Expression]) -> [Expression] {
        guard take(symbol: ",") else {
            expect("=")
            return expressions()
        }
        let (target, kind) = suffixed()
        if kind == .variable { targets.append(target) } else { tell(.unexpected(current?.shown)) }
        var further = targets
        let values = nested([]) { $0.assigned(&further) }
        targets = further
        return values
    }

    // MARK: Labels

    /// Labels that follow each other: what does nothing behind them does not keep them from being the last of their block.
    private mutating func label() -> Statement? {
        let start = index
        var labels: [Int] = []
        while take(symbol: "::") {
            if let token = name() { labels.append(token) }
            expect("::")
            while take(symbol: ";") {}
        }
        let isLast = current.map { tellsBlockEnd($0) && !$0.isKeyword("until") } ?? true
        for label in labels { declareLabel(label, isLast: isLast) }
        let kind = labels.last.map { Statement.Kind.label(text(of: $0)) }
        return Statement(kind: kind ?? .invalid, tokens: start..<index)
    }

    private mutating func declareLabel(_ token: Int, isLast: Bool) {
        let (first, wrong) = scopes.declareLabel(text(of: token), line: tokens[token].line, isLast: isLast)
        if let first { tell(.repeatedLabel(text(of: token), line: first), at: token) }
        if let (jump, variable) = wrong { tellJump(jump, variable) }
    }

    private mutating func jump() -> Statement.Kind {
        let start = index
        index += 1
        guard let token = name() else { return .invalid }
        scopes.jump(text(of: token), at: start)
        return .goto(text(of: token))
    }

    private mutating func tellJump(_ jump: Scopes.PendingGoto, _ variable: String) {
        tell(.jumpIntoScope(label: jump.name, variable: variable), at: jump.token)
    }

    mutating func tellUnsolved(_ jump: Scopes.PendingGoto) {
        tell(jump.name == "break" ? .breakOutsideLoop : .unknownLabel(jump.name), at: jump.token)
    }
}
