/// Which variable a name means, and what Lua checks besides the grammar: constants, labels, limits.
///
/// The rules are those of Lua 5.4's own compiler (`lparser.c`), since a script is Lua exactly where that takes it.
struct Scopes {
    private(set) var variables: [Variable] = []
    private(set) var functions: [FunctionScope] = []
    private var open: [OpenFunction] = []

    /// The most local variables of a function (`MAXVARS`).
    private static let mostLocals = 200
    /// The most outer variables of a function (`MAXUPVAL`).
    private static let mostUpvalues = 255

    /// A function that is being read.
    private struct OpenFunction {
        let id: Int
        let takesVarargs: Bool
        var blocks: [OpenBlock] = []
        /// The variables in scope, hidden ones of loops as `nil`.
        var active: [Variable.ID?] = []
        var labels: [(name: String, line: Int)] = []
        var gotos: [PendingGoto] = []
        var upvalues: Set<String> = []
    }

    private struct OpenBlock {
        let isLoop: Bool
        let active: Int
        let labels: Int
        let gotos: Int
    }

    /// A `goto` whose label did not come yet.
    struct PendingGoto {
        let name: String
        let token: Int
        /// The number of variables in scope where it stands.
        var active: Int
    }

    // MARK: Functions and blocks

    mutating func beginFunction(takesVarargs: Bool, at token: Int) -> Int {
        functions.append(FunctionScope(parent: open.last?.id, tokens: token..<token))
        open.append(OpenFunction(id: functions.count - 1, takesVarargs: takesVarargs))
        beginBlock(isLoop: false)
        return functions.count - 1
    }

    mutating func setVarargs() {
        guard let function = open.popLast() else { return }
        var changed = OpenFunction(id: function.id, takesVarargs: true)
        (changed.blocks, changed.active) = (function.blocks, function.active)
        open.append(changed)
    }

    /// - Returns: what its `goto`s have no label for.
    mutating func endFunction(at token: Int) -> [PendingGoto] {
        _ = endBlock()
        guard let function = open.popLast() else { return [] }
        functions[function.id].tokens = functions[function.id].tokens.lowerBound..<token
        return function.gotos
    }

    var takesVarargs: Bool { open.last?.takesVarargs ?? false }

    mutating func beginBlock(isLoop: Bool) {
        guard let top = open.indices.last else { return }
        open[top].blocks.append(
            OpenBlock(
                isLoop: isLoop, active: open[top].active.count, labels: open[top].labels.count,
                gotos: open[top].gotos.count))
    }

    /// - Returns: a `goto` that would jump into the scope of a variable, and that variable's name.
    mutating func endBlock() -> (PendingGoto, variable: String)? {
        guard let top = open.indices.last, let block = open[top].blocks.last else { return nil }
        open[top].active.removeSubrange(block.active...)
        var wrong: (PendingGoto, variable: String)?
        if block.isLoop { wrong = solve("break", active: block.active) }
        open[top].labels.removeSubrange(block.labels...)
        open[top].blocks.removeLast()
        // What is not solved is a matter of the block around; the variables of this one are gone.
        for place in open[top].gotos.indices.dropFirst(block.gotos) {
            open[top].gotos[place].active = min(open[top].gotos[place].active, block.active)
        }
        return wrong
    }

    // MARK: Variables

    /// Declares a variable, which is in scope from here on.
    /// - Returns: its number, and whether the function has too many now.
    mutating func declare(_ name: String, token: Int, _ kind: Variable.Kind, attribute: String? = nil) -> (
        id: Variable.ID, isTooMany: Bool
    ) {
        guard let top = open.indices.last else { return (0, false) }
        variables.append(
            Variable(name: name, token: token, kind: kind, function: open[top].id, attribute: attribute))
        open[top].active.append(variables.count - 1)
        return (variables.count - 1, open[top].active.count > Scopes.mostLocals)
    }

    /// The variables that a loop keeps for itself.
    /// - Returns: whether the function has too many now.
    mutating func declareHidden(_ count: Int) -> Bool {
        guard let top = open.indices.last else { return false }
        open[top].active += Array(repeating: nil, count: count)
        return open[top].active.count > Scopes.mostLocals
    }

    /// The variable that a name means, `nil` for a global one; and whether the function uses too many outer ones.
    mutating func resolve(_ name: String) -> (variable: Variable.ID?, isTooMany: Bool) {
        for depth in open.indices.reversed() {
            guard
                let found = open[depth].active.last(where: { id in id.map { variables[$0].name == name } ?? false }),
                let id = found
            else { continue }
            return (id, use("\(id)", from: depth))
        }
        // A global name is a field of the outer variable `_ENV`.
        return (nil, use("_ENV", from: -1))
    }

    /// Each function between a variable's own and the one that uses it has it as an upvalue.
    private mutating func use(_ variable: String, from depth: Int) -> Bool {
        var isTooMany = false
        for function in open.indices where function > depth {
            let isNew = open[function].upvalues.insert(variable).inserted
            if isNew, open[function].upvalues.count > Scopes.mostUpvalues { isTooMany = true }
        }
        return isTooMany
    }

    /// Notes that a variable is assigned.
    /// - Returns: whether it may not be.
    mutating func assign(_ variable: Variable.ID, at token: Int) -> Bool {
        variables[variable].assignments.append(token)
        return variables[variable].attribute != nil
    }

    // MARK: Labels

    /// Declares a label.
    /// - Parameter isLast: whether nothing but the block's end follows, so that its variables are out of scope already.
    /// - Returns: the line of the same label where there is one; a `goto` that would jump into the scope of a variable.
    mutating func declareLabel(_ name: String, line: Int, isLast: Bool) -> (
        first: Int?, wrong: (PendingGoto, variable: String)?
    ) {
        guard let top = open.indices.last else { return (nil, nil) }
        if let known = open[top].labels.first(where: { $0.name == name }) { return (known.line, nil) }
        open[top].labels.append((name, line))
        let active = isLast ? open[top].blocks.last?.active ?? 0 : open[top].active.count
        return (nil, solve(name, active: active))
    }

    /// Notes a `goto`, or a `break`.
    mutating func jump(_ name: String, at token: Int) {
        guard let top = open.indices.last, !open[top].labels.contains(where: { $0.name == name }) else { return }
        open[top].gotos.append(PendingGoto(name: name, token: token, active: open[top].active.count))
    }

    private mutating func solve(_ name: String, active: Int) -> (PendingGoto, variable: String)? {
        guard let top = open.indices.last, let block = open[top].blocks.last else { return nil }
        var wrong: (PendingGoto, variable: String)?
        let waiting = open[top].gotos[block.gotos...]
        for jump in waiting where jump.name == name && jump.active < active && wrong == nil {
            let variable = open[top].active[jump.active].map { variables[$0].name } ?? "?"
            wrong = (jump, variable)
        }
        open[top].gotos.replaceSubrange(block.gotos..., with: waiting.filter { $0.name != name })
        return wrong
    }
}
