import FormModel
import LuaRuntime
import LuaSyntax
import Messages
import VietText

/// Turns a fault of a script into a diagnostic: the message in the product's words, and the exact place where the
/// script's text shows it.
struct FaultReader {
    let texts: ScriptTexts

    /// - Parameter loading: the file that was being loaded; `nil` for a fault of a function that runs over records.
    func diagnostic(_ fault: LuaFault, loading: String?) -> Diagnostic {
        let fault = fault.hasReadPersonal ? masked(fault) : fault
        guard let file = fault.file ?? loading else { return Diagnostic(at: nil, Message(fault)) }
        let place = texts.place(ofDivision: fault, Place(file: file, line: fault.line ?? 1))
        switch fault.kind {
        case .syntax: return syntax(fault, at: place)
        case .unknownGlobal(let name): return unknownGlobal(name, at: place)
        case .unknownField(let name, _, _), .assignGlobal(let name), .readOnly(let name, _):
            return Diagnostic(at: texts.place(ofName: name, in: place), Message(fault))
        case .unknownModule(let name):
            let facts = DiagnosticSink.facts(unknown: name, among: texts.moduleNames)
            return Diagnostic(at: texts.place(ofName: "require", in: place), Message("E-REQUIRE-001", facts))
        case .host(let code, let facts): return Diagnostic(at: hostPlace(code, facts, place), Message(code, facts))
        case .nilOperand(let operation) where loading != nil:
            // No record is read yet: this nil is a variable's.
            let place = texts.place(ofOperation: operation, in: place)
            return Diagnostic(at: place, Message("E-NIL-003", ["operation": operation]))
        case .nilOperand(let operation):
            return Diagnostic(at: texts.place(ofOperation: operation, in: place), Message(fault))
        case .runtime where place.column == nil:
            return Diagnostic(at: runtimePlace(fault.message, place), Message(fault))
        case .personalField(let name, _): return Diagnostic(at: texts.place(ofName: name, in: place), Message(fault))
        case .raised, .runtime, .memory, .time, .stackDepth, .tooLarge, .patternTooComplex, .reentry,
            .bytecode, .sourceTooLarge, .wrongResult, .overflow, .moduleCycle, .unsuitableValue, .unknownLibraryName:
            return Diagnostic(at: place, Message(fault))
        }
    }

    /// A file that is no Lua has as many diagnostics as faults; any other fault is one.
    func diagnostics(_ fault: LuaFault, loading: String?) -> [Diagnostic] {
        // Lua tells of a source that nests too deeply as of any other that needs too much.
        let isSyntax = fault.kind == .syntax || fault.kind == .stackDepth
        guard isSyntax, let file = fault.file ?? loading, let found = texts.chunk(of: file)?.faults,
            let first = found.first, fault.kind == .stackDepth || first.line <= fault.line ?? 1
        else { return [diagnostic(fault, loading: loading)] }
        return found.map { Diagnostic($0, file: file) }
    }

    /// Lua says that it is none; the text itself says where and why. Lua's own words stand in where it does not, or
    /// where Lua stumbled earlier.
    private func syntax(_ fault: LuaFault, at place: Place) -> Diagnostic {
        guard let found = texts.chunk(of: place.file)?.faults.first, found.line <= place.line else {
            return Diagnostic(at: place, Message(fault))
        }
        return Diagnostic(found, file: place.file)
    }

    private func unknownGlobal(_ name: String, at place: Place) -> Diagnostic {
        let isModule = WorkspacePart.modules.holds(place.file)
        let place = texts.place(ofName: name, in: place)
        if isModule, ScriptLibrary.entries.contains(where: { $0.name == name && $0.kind == .declaration }) {
            return Diagnostic(at: place, Message("E-DECL-007", ["kind": name]))
        }
        if ScriptLibrary.propertyNames.contains(name), let source = texts[place.file],
            let literal = source.literal(after: name, onLine: place.line)
        {
            // `label "…"`: what was meant is known.
            return Diagnostic(
                at: Place(file: place.file, line: literal.line, column: literal.column),
                Message("E-SYNTAX-006", ["expected": "'='", "found": "'\(literal.shown)'"]))
        }
        // Scripts name the members of a library by their library.
        let names = (isModule ? ScriptLibrary.moduleNames : ScriptLibrary.scriptNames)
            .map { $0.split(separator: ".").first.map(String.init) ?? $0 }
        let facts = DiagnosticSink.facts(unknown: name, among: names)
        if facts["nearest"] == nil, let allowed = declarations(in: place.file),
            case .string? = texts[place.file]?.literal(after: name, onLine: place.line)?.kind
        {
            return Diagnostic(at: place, Message("E-GLOBAL-003", ["name": name, "allowed": allowed]))
        }
        return Diagnostic(at: place, Message("E-GLOBAL-001", facts))
    }

    /// The declarations that scripts of a file's folder make.
    private func declarations(in file: String) -> String? {
        let part = WorkspacePart.allCases.first { $0.holds(file) }
        let names: [String]? =
            switch part {
            case .surveys: ["form", "group", "roster"] + QuestionKind.allCases.map(\.rawValue)
            case .simulations: ["simulate"]
            case .indicators: ["indicator", "dimension", "design"]
            case .validations: ["validation", "indicator"]
            case .alerts: ["alert"]
            case .reports: ["report"]
            case .tests: ["test"]
            case .modules, nil: nil
            }
        return names?.joined(separator: ", ")
    }

    /// Lua tells the line, and in words what it stumbled over: an operation, or a name in quotes.
    private func runtimePlace(_ sentence: String, _ place: Place) -> Place {
        let operations = [
            ("attempt to compare", "compare"), ("attempt to concatenate", "concat"),
            ("attempt to get length", "length"), ("attempt to perform arithmetic", "arithmetic"),
        ]
        if let (_, operation) = operations.first(where: { sentence.hasPrefix($0.0) }) {
            return texts.place(ofOperation: operation, in: place)
        }
        guard let name = sentence.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first else {
            return place
        }
        return texts.place(ofName: String(name), in: place)
    }

    /// The host knows the line of a call; what it was about stands in the facts.
    private func hostPlace(_ code: String, _ facts: [String: String], _ place: Place) -> Place {
        if code == "E-SYNTAX-002", let source = texts[place.file] {
            let token =
                facts["kind"] == nil
                ? source.token(afterCallOf: "from_csv", onLine: place.line)
                : source.braceAfterBrace(fromLine: place.line)
            if let token { return Place(file: place.file, line: token.line, column: token.column) }
        }
        guard let name = facts["function"] ?? facts["kind"] else { return place }
        return texts.place(ofName: name, in: place)
    }
}

extension Message {
    /// A fault in the product's words, without its place.
    fileprivate init(_ fault: LuaFault) {
        switch fault.kind {
        case .syntax: self.init("E-SYNTAX-001", ["text": fault.message])
        case .raised where fault.hasReadPersonal: self.init("E-RUN-007")
        case .raised: self.init("E-RUN-001", ["text": fault.message])
        case .personalField(let name, let of): self.init("E-PERSONAL-001", ["name": name, "set": of])
        case .runtime: self.init("E-RUN-002", ["text": fault.message])
        case .nilOperand(let operation): self.init("E-NIL-001", ["operation": operation])
        case .unknownField(let name, let of, let candidates):
            let members = ScriptLibrary.members(of: of)
            var facts = DiagnosticSink.facts(unknown: name, among: members.isEmpty ? candidates : members)
            facts["set"] = of
            self.init("E-FIELD-001", facts)
        case .unknownGlobal(let name): self.init("E-GLOBAL-001", ["name": name])
        case .assignGlobal(let name): self.init("E-GLOBAL-002", ["name": name])
        case .readOnly(let name, let of): self.init("E-RUN-003", ["name": name, "of": of])
        case .memory: self.init("E-LIMIT-002")
        case .time: self.init("E-LIMIT-001")
        case .stackDepth: self.init("E-LIMIT-003")
        case .tooLarge(let function): self.init("E-LIMIT-004", ["function": function])
        case .patternTooComplex(let function): self.init("E-LIMIT-005", ["function": function])
        case .reentry: self.init("E-RUN-004")
        case .bytecode: self.init("E-SYNTAX-003")
        case .sourceTooLarge: self.init("E-SYNTAX-004")
        case .host(let code, let facts): self.init(code, facts)
        case .wrongResult(let function, let needs, let got):
            self.init("E-ARG-002", ["function": function, "expected": needs, "found": got])
        case .overflow(let function): self.init("E-RUN-005", ["function": function])
        case .unknownModule(let name): self.init("E-REQUIRE-001", ["name": name])
        case .moduleCycle(let name): self.init("E-REQUIRE-002", ["name": name])
        case .unsuitableValue(let got): self.init("E-RUN-006", ["found": got])
        case .unknownLibraryName(let name): self.init("E-HOST-001", ["name": name])
        }
    }
}
