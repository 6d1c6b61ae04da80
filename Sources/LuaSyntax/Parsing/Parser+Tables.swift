/// Tables that are written out: what declarations are made of.
extension Parser {
    mutating func table() -> Expression {
        let opener = index
        index += 1
        let fields = within(opener, closer: "}") { $0.fields(opener) }
        return Expression(.table(fields), opener..<index, over: fields.flatMap(\.parts))
    }

    private mutating func fields(_ opener: Int) -> [TableField] {
        var fields: [TableField] = []
        while let token = current, !token.isSymbol("}") {
            if beginsStatement(token) {
                guard isStray(token) else { return fields }
                tell(.unexpected(token.shown))
                index += 1
                continue
            }
            let start = index
            fields.append(field())
            if take(symbol: ",") || take(symbol: ";") || isSymbol("}") { continue }
            guard goesOn(from: start, opener) else { return fields }
            // Something must have been read, or nothing ever will be.
            if index == start { index += 1 }
        }
        return fields
    }

    /// Keywords that no expression begins with: where one stands in a table, the table was meant to be over.
    private func beginsStatement(_ token: Token) -> Bool {
        switch token.kind {
        case .keyword("nil"), .keyword("true"), .keyword("false"), .keyword("function"), .keyword("not"): false
        case .keyword: true
        case .name, .string, .number, .symbol, .invalid: false
        }
    }

    private mutating func field() -> TableField {
        let start = index
        if isSymbol("[") {
            index += 1
            let key = within(start, closer: "]") { $0.expression() }
            expect("=")
            return TableField(key: .computed(key), value: expression())
        }
        guard let name = current, next?.isSymbol("=") == true else {
            return TableField(key: .position, value: expression())
        }
        switch name.kind {
        case .name, .invalid(.foreignName):
            tellLexical()
            index += 2
            return TableField(key: .name(text(of: start), token: start), value: expression())
        case .keyword, .string, .number, .symbol, .invalid:
            return TableField(key: .position, value: expression())
        }
    }

    /// An entry ended, and neither a comma nor the closing brace follows: whether the table goes on all the same.
    private mutating func goesOn(from start: Int, _ opener: Int) -> Bool {
        guard let token = current else { return false }
        let isLoneName = index == start + 1 && !text(of: start).isEmpty
        switch token.kind {
        case .number, .keyword("true"), .keyword("false"), .keyword("nil"), .keyword("function"):
            // `min 5` for `min = 5`.
            tell(isLoneName ? .missing(.token("="), before: token.shown) : .missingComma(before: token.shown))
            return true
        case .name, .string, .symbol("{"), .symbol("["), .symbol("..."), .keyword("not"), .invalid(.foreignName),
            .invalid(.unfinishedString), .invalid(.invalidEscape), .invalid(.malformedNumber):
            guard isFurtherIn(than: Opener(token: opener, closer: "}")) else { return false }
            if isLoneName, let meant, meant.hasPrefix("\"") {
                // `integer c { … }`: the name lacks its quotes.
                tell(.unexpected(token.shown), replacement: meant)
                index += 1
                return true
            }
            tell(.missingComma(before: token.shown))
            return true
        case .symbol, .keyword, .invalid:
            guard isStray(token) else { return false }
            tell(.unexpected(token.shown), replacement: token.isSymbol(":") ? "=" : meant)
            leaveOut()
            return true
        }
    }

    /// Whether a token can only be one too many: it closes nothing that is open, and begins no statement.
    private func isStray(_ token: Token) -> Bool {
        switch token.kind {
        case .symbol("}"), .symbol(")"), .symbol("]"): !closesWhatIsOpen(token)
        case .keyword("end"), .keyword("else"), .keyword("elseif"): !openers.contains { $0.closer == "end" }
        case .keyword("until"): !openers.contains { $0.closer == "until" }
        case .keyword("then"), .keyword("do"), .keyword("in"): true
        case .keyword: false
        case .name, .string, .number, .symbol, .invalid: true
        }
    }

    /// Goes on behind a token that is none of the table: to the next comma, closing brace, or line.
    private mutating func leaveOut() {
        index += 1
        while let token = current, !beginsLine, !closesWhatIsOpen(token), !token.isSymbol(","), !token.isSymbol(";") {
            index += 1
        }
        if !take(symbol: ",") { _ = take(symbol: ";") }
    }
}

extension TableField {
    /// Its value, and its key where that is computed.
    var parts: [Expression] {
        if case .computed(let key) = key { [key, value] } else { [value] }
    }
}
