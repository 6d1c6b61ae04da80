import FormModel
import LuaRuntime
import Messages
import VietText

extension Diagnostic {
    /// A fault of a script as a diagnostic.
    /// - Parameters:
    ///   - file: the file that was loaded or evaluated, where the fault itself knows none.
    ///   - globals: the names a script can reach, for "did you mean".
    init(_ fault: LuaFault, file: String?, globals: [String]) {
        let place = (fault.file ?? file).map { Place(file: $0, line: fault.line ?? 1) }
        self.init(at: place, Message(fault, globals: globals))
    }

    /// A fault of a function of a workspace as a diagnostic.
    public init(_ fault: LuaFault, in workspace: Workspace) {
        self.init(fault, file: nil, globals: ScriptLibrary.scriptNames)
    }

    /// The message with its place, for where only a message can be shown.
    public var located: Message {
        var facts = message.facts
        if let place { facts["place"] = "\(place)" }
        return Message(message.code, facts)
    }
}

extension Message {
    fileprivate init(_ fault: LuaFault, globals: [String]) {
        switch fault.kind {
        case .syntax: self.init("E-SYNTAX-001", ["text": fault.message])
        case .raised: self.init("E-RUN-001", ["text": fault.message])
        case .runtime: self.init("E-RUN-002", ["text": fault.message])
        case .nilOperand(let operation): self.init("E-NIL-001", ["operation": operation])
        case .unknownField(let name, let of, let candidates):
            var facts = DiagnosticSink.facts(unknown: name, among: candidates)
            facts["set"] = of
            self.init("E-FIELD-001", facts)
        case .unknownGlobal(let name):
            // Scripts name the members of a library by their library.
            let names = Set(globals.map { $0.split(separator: ".").first.map(String.init) ?? $0 })
            self.init("E-GLOBAL-001", DiagnosticSink.facts(unknown: name, among: names.sorted()))
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
