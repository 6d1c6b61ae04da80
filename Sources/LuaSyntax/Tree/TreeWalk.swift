/// Goes through every statement and expression of a chunk, with the number of the function in which it stands.
public struct TreeWalk {
    private let chunk: Chunk

    /// A walk through a chunk.
    public init(_ chunk: Chunk) { self.chunk = chunk }

    /// What is done at each piece; all is told the number of the function in which it stands.
    private struct Visitor {
        var expression: (Expression, Int) -> Void = { _, _ in }
        var target: (Expression, Int) -> Void = { _, _ in }
        var local: ([Variable.ID], [Expression]) -> Void = { _, _ in }
    }

    /// Visits all expressions, outer before inner.
    public func expressions(_ visit: @escaping (Expression, Int) -> Void) {
        walk(chunk.body, 0, Visitor(expression: visit))
    }

    /// Visits all targets of assignments, those of `function f() … end` too.
    public func assignments(_ visit: @escaping (Expression, Int) -> Void) {
        walk(chunk.body, 0, Visitor(target: visit))
    }

    /// The expressions that local variables are declared with, of those that are never assigned again.
    public var constants: [Variable.ID: Expression] {
        var found: [Variable.ID: Expression] = [:]
        var visitor = Visitor()
        visitor.local = { variables, values in
            for (variable, value) in zip(variables, values) where chunk.variables[variable].assignments.isEmpty {
                found[variable] = value
            }
        }
        walk(chunk.body, 0, visitor)
        return found
    }

    private func walk(_ block: Block, _ function: Int, _ visitor: Visitor) {
        for statement in block.statements { walk(statement, function, visitor) }
    }

    private func walk(_ statement: Statement, _ function: Int, _ visitor: Visitor) {
        func all(_ expressions: [Expression]) { expressions.forEach { walk($0, function, visitor) } }
        func inner(_ block: Block) { walk(block, function, visitor) }
        switch statement.kind {
        case .local(let variables, let values):
            visitor.local(variables, values)
            all(values)
        case .returned(let values): all(values)
        case .assignment(let targets, let values):
            targets.forEach { visitor.target($0, function) }
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
            visitor.target(target, function)
            if case .name = target.kind {} else { all([target]) }
            walk(definition.body, definition.id, visitor)
        case .localFunction(_, let definition): walk(definition.body, definition.id, visitor)
        case .breakLoop, .goto, .label, .invalid: break
        }
    }

    private func walk(_ expression: Expression, _ function: Int, _ visitor: Visitor) {
        visitor.expression(expression, function)
        func all(_ expressions: [Expression]) { expressions.forEach { walk($0, function, visitor) } }
        switch expression.kind {
        case .nil, .boolean, .integer, .float, .string, .varargs, .name, .invalid: break
        case .function(let definition): walk(definition.body, definition.id, visitor)
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
