import FormModel
import LuaRuntime
import LuaSyntax

/// A function of a script with its text as a tree and what its variables hold.
final class Closure {
    let function: LuaFunction
    let fragment: FunctionFragment
    let upvalues: [String: LuaValue?]

    init(_ function: LuaFunction, _ fragment: FunctionFragment, _ upvalues: [String: LuaValue?]) {
        self.function = function
        self.fragment = fragment
        self.upvalues = upvalues
    }

    func place(ofToken token: Int) -> Place? {
        guard fragment.tokens.indices.contains(token) else { return nil }
        let token = fragment.tokens[token]
        return Place(file: function.file ?? "", line: token.line, column: token.column)
    }
}

/// Finds the texts of a state's functions.
public final class Closures {
    private let state: LuaState
    private let text: (String) -> String?
    private var lines: [String: [Substring.UTF8View]] = [:]
    private var known: [LuaFunction: Result<Closure, LiftingFault>] = [:]
    private var builtinNames: [LuaFunction: String] = [:]

    /// - Parameters:
    ///   - state: the state in which the functions live.
    ///   - text: the text of a script, by its file.
    public init(_ state: LuaState, text: @escaping (String) -> String?) {
        self.state = state
        self.text = text
    }

    /// The name of a function of the library, or `nil` for one of a script.
    func builtinName(of function: LuaFunction) -> String? {
        guard function.file == nil else { return nil }
        if let known = builtinNames[function] { return known }
        let name = (try? state.shape(of: function))?.builtinName
        builtinNames[function] = name
        return name
    }

    func closure(of function: LuaFunction) throws(LiftingFault) -> Closure {
        if let known = known[function] { return try known.get() }
        let found: Result<Closure, LiftingFault>
        do throws(LiftingFault) {
            found = .success(try find(function))
        } catch {
            found = .failure(error)
        }
        known[function] = found
        return try found.get()
    }

    private func find(_ function: LuaFunction) throws(LiftingFault) -> Closure {
        let place = Place(file: function.file ?? "", line: function.line)
        let missing = LiftingFault(reason: .textNotFound, place: place)
        guard let shape = try? state.shape(of: function), function.file != nil, !shape.takesVarargs,
            let text = text(of: function)
        else { throw missing }
        let names = shape.upvalues.map(\.name)
        let candidates = FunctionFragment.functions(in: text, first: function.line).filter { candidate in
            candidate.function.parameters.count == shape.parameterCount
                && Set(names).isSubset(of: candidate.freeNames)
        }
        guard let fragment = chosen(among: candidates, for: function, names) else { throw missing }
        return Closure(
            function, fragment, Dictionary(shape.upvalues.map { ($0.name, $0.value) }) { first, _ in first })
    }

    /// Of several functions on one line, the one that was compiled to this.
    private func chosen(
        among candidates: [FunctionFragment], for function: LuaFunction, _ names: [String]
    ) -> FunctionFragment? {
        guard candidates.count > 1 else { return candidates.first }
        let locals = names.isEmpty ? "" : "local \(names.joined(separator: ", ")) "
        let before = String(repeating: "\n", count: max(function.line - 1, 0)) + locals + "return "
        return candidates.first { (try? state.isCompiled(function, from: before + $0.text)) == true }
    }

    private func text(of function: LuaFunction) -> String? {
        guard let file = function.file, function.line >= 1, function.lastLine >= function.line else { return nil }
        if lines[file] == nil { lines[file] = Closures.lines(of: text(file) ?? "") }
        guard let lines = lines[file], function.lastLine <= lines.count else { return nil }
        return lines[(function.line - 1)..<function.lastLine].compactMap { String($0) }.joined(separator: "\n")
    }

    /// The lines of a text as Lua counts them: each ends with a line feed, a carriage return, or both.
    private static func lines(of text: String) -> [Substring.UTF8View] {
        var lines: [Substring.UTF8View] = []
        let bytes = text[...].utf8
        var start = bytes.startIndex
        var place = start
        while place < bytes.endIndex {
            let byte = bytes[place]
            let end = place
            place = bytes.index(after: place)
            guard byte == 10 || byte == 13 else { continue }
            lines.append(bytes[start..<end])
            if place < bytes.endIndex, bytes[place] == 10 || bytes[place] == 13, bytes[place] != byte {
                place = bytes.index(after: place)
            }
            start = place
        }
        lines.append(bytes[start...])
        return lines
    }
}
