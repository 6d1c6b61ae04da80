import LuaRuntime

/// Faults of functions that read a personal field (`semantics.md` 6.1): what they say of their own, and every name that
/// does not stand in the script, may be what a person answered.
extension FaultReader {
    /// The fault without what it may tell of a person.
    func masked(_ fault: LuaFault) -> LuaFault {
        var fault = fault
        let line = line(of: fault)
        func known(_ name: String) -> String { line.contains(name) ? name : "…" }
        switch fault.kind {
        case .raised: fault.message = ""
        case .runtime: fault.message = masked(fault.message, line)
        case .unknownField(let name, let of, let candidates):
            fault.kind = .unknownField(
                name: known(name), of: of, candidates: line.contains(name) ? candidates : [])
        case .unknownGlobal(let name): fault.kind = .unknownGlobal(name: known(name))
        case .readOnly(let name, let of): fault.kind = .readOnly(name: known(name), of: of)
        case .assignGlobal(let name): fault.kind = .assignGlobal(name: known(name))
        case .unknownModule(let name): fault.kind = .unknownModule(name: known(name))
        case .moduleCycle(let name): fault.kind = .moduleCycle(name: known(name))
        case .host(let code, var facts):
            for name in ["name", "value", "text", "nearest"] { facts[name] = facts[name].map(known) }
            if facts["name"] == "…" { facts["nearest"] = nil }
            fault.kind = .host(code: code, facts: facts)
        case .syntax, .nilOperand, .memory, .time, .stackDepth, .tooLarge, .patternTooComplex, .reentry, .bytecode,
            .sourceTooLarge, .wrongResult, .overflow, .unsuitableValue, .unknownLibraryName, .personalField:
            break
        }
        return fault
    }

    /// The line of the script at which it failed; empty where it is not known.
    private func line(of fault: LuaFault) -> Substring {
        guard let file = fault.file, let number = fault.line, let text = texts[file]?.text else { return "" }
        let lines = text.split(separator: "\n", maxSplits: number, omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    /// Lua's own sentence, in which things of the script stand in quotes: from the first that is not in the line on,
    /// since what a person answered may hold a quote, too.
    private func masked(_ sentence: String, _ line: Substring) -> String {
        guard let first = sentence.firstIndex(of: "'"), let last = sentence.lastIndex(of: "'"), first < last else {
            return sentence
        }
        let parts = sentence[first...last].split(separator: "'", omittingEmptySubsequences: false)
        let quoted = parts.indices.filter { $0 % 2 == 1 && $0 < parts.count - 1 }.map { parts[$0] }
        guard quoted.contains(where: { !line.contains($0) }) else { return sentence }
        return sentence[..<first] + "'…'" + sentence[sentence.index(after: last)...]
    }
}
