import FormModel
import LuaSyntax
import Messages
import VietText

extension Diagnostic {
    /// What keeps a file from being Lua, in the product's words.
    init(_ fault: SyntaxFault, file: String) {
        self.init(at: Place(file: file, line: fault.line, column: fault.column), Message(fault))
    }
}

extension Message {
    fileprivate init(_ fault: SyntaxFault) {
        var facts: [String: String] = [:]
        facts["nearest"] = fault.replacement
        func found(_ text: String?) -> String { text.map { "'\($0)'" } ?? "end of file" }
        switch fault.kind {
        case .missingComma(let before):
            facts["found"] = before
            self.init("E-SYNTAX-002", facts)
        case .missing(let expected, let before):
            facts["expected"] = if case .token(let text) = expected { "'\(text)'" } else { "name" }
            facts["found"] = found(before)
            self.init("E-SYNTAX-006", facts)
        case .unclosed(let opener, let line, let closer, let before):
            facts.merge(["opener": opener, "line": "\(line)", "closer": closer]) { $1 }
            facts["found"] = found(before)
            self.init("E-SYNTAX-007", facts)
        case .unexpected(let text):
            facts["found"] = found(text)
            self.init("E-SYNTAX-008", facts)
        case .lexical(let lexical): self.init(lexical, facts)
        case .breakOutsideLoop: self.init("E-SYNTAX-015")
        case .unknownLabel(let name): self.init("E-SYNTAX-016", ["name": name])
        case .repeatedLabel(let name, let line): self.init("E-SYNTAX-017", ["name": name, "line": "\(line)"])
        case .jumpIntoScope(let label, let variable):
            self.init("E-SYNTAX-018", ["name": label, "variable": variable])
        case .unknownAttribute(let name): self.init("E-SYNTAX-019", ["name": name])
        case .severalToClose: self.init("E-SYNTAX-020")
        case .assignedConstant(let name): self.init("E-SYNTAX-021", ["name": name])
        case .varargsOutside: self.init("E-SYNTAX-022")
        case .tooMany(.locals): self.init("E-SYNTAX-023", ["count": "200"])
        case .tooMany(.upvalues): self.init("E-SYNTAX-024", ["count": "255"])
        case .tooDeep: self.init("E-SYNTAX-025")
        }
    }

    private init(_ fault: LexicalFault, _ facts: [String: String]) {
        var facts = facts
        facts["found"] = fault.shown
        switch fault {
        case .unfinishedString: self.init("E-SYNTAX-009", [:])
        case .unfinishedLongBracket: self.init("E-SYNTAX-010", [:])
        case .malformedNumber: self.init("E-SYNTAX-011", facts)
        case .invalidEscape: self.init("E-SYNTAX-012", facts)
        case .foreignName(let name):
            facts["name"] = name
            facts["nearest"] = name.asciiName
            self.init("E-SYNTAX-013", facts)
        case .character(let text):
            facts["found"] = text == "\0" ? "\\0" : text
            self.init("E-SYNTAX-014", facts)
        }
    }
}
