import LuaSyntax

/// Goes through every statement and expression of a chunk, with the number of the function in which it stands.
struct TreeWalk {
    private let chunk: Chunk

    init(_ chunk: Chunk) { self.chunk = chunk }

    /// Visits all expressions, outer before inner.
    func expressions(_ visit: @escaping (Expression, Int) -> Void) { walk(chunk.body, 0, visit) { _, _ in } }

    /// Visits all targets of assignments, those of `function f() … end` too.
    func assignments(_ visit: @escaping (Expression, Int) -> Void) { walk(chunk.body, 0, { _, _ in }, visit) }

    private typealias Visit = (Expression, Int) -> Void

    private func walk(_ block: Block, _ function: Int, _ visit: Visit, _ assigned: Visit) {
        for statement in block.statements { walk(statement, function, visit, assigned) }
    }

    private func walk(_ statement: Statement, _ function: Int, _ visit: Visit, _ assigned: Visit) {
        func all(_ expressions: [Expression]) { expressions.forEach { walk($0, function, visit, assigned) } }
        func inner(_ block: Block) { walk(block, function, visit, assigned) }
        switch statement.kind {
        case .local(_, let values), .returned(let values): all(values)
        case .assignment(let targets, let values):
            targets.forEach { assigned($0, function) }
            // A name that is assigned is not read.
            all(targets.filter { if case .name = $0.kind { false } else { true } } + values)
        case .call(let call): all([call])
        case .block(let body): inner(body)
        case .whileLoop(let condition, let body), .repeatLoop(let body, let condition):
            all([condition])
            inner(body)
        case .conditional(let arms, let otherwise):
            for arm in arms {
                all([arm.condition])
                inner(arm.body)
            }
            if let otherwise { inner(otherwise) }
        case .numericFor(_, let from, let to, let step, let body):
            all([from, to] + [step].compactMap { $0 })
            inner(body)
        case .genericFor(_, let values, let body):
            all(values)
            inner(body)
        case .function(let target, let definition):
            assigned(target, function)
            if case .name = target.kind {} else { all([target]) }
            walk(definition.body, definition.id, visit, assigned)
        case .localFunction(_, let definition): walk(definition.body, definition.id, visit, assigned)
        case .breakLoop, .goto, .label, .invalid: break
        }
    }

    private func walk(_ expression: Expression, _ function: Int, _ visit: Visit, _ assigned: Visit) {
        visit(expression, function)
        func all(_ expressions: [Expression]) { expressions.forEach { walk($0, function, visit, assigned) } }
        switch expression.kind {
        case .nil, .boolean, .integer, .float, .string, .varargs, .name, .invalid: break
        case .function(let definition): walk(definition.body, definition.id, visit, assigned)
        case .table(let fields):
            for field in fields {
                if case .computed(let key) = field.key { all([key]) }
                all([field.value])
            }
        case .parenthesised(let inner), .unary(_, let inner), .member(let inner, _, _): all([inner])
        case .index(let object, let key): all([object, key])
        case .call(let callee, let arguments): all([callee] + arguments)
        case .methodCall(let object, _, _, let arguments): all([object] + arguments)
        case .binary(_, _, let left, let right): all([left, right])
        }
    }
}
