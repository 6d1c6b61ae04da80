import LuaSyntax

/// Puts probes into a script: one before each statement, one around each condition.
///
/// In comes the tree of a script and the first free number of a probe; out go the script with probes, on the same lines, and what
/// each probe stands for. Conditions are those of `if`, `elseif`, `while` and `until`, the left sides of `and` and `or`,
/// and what a function returns that answers a question with yes or no: a `share`, a `relevant`, a condition given to
/// `count`, `any` or `all`.
struct Probing {
    private let chunk: Chunk
    private let source: [UInt8]
    private var insertions: [(offset: Int, order: Int, text: String)] = []
    private(set) var probes: [Probe] = []
    private let first: Int

    /// The properties whose functions give a condition.
    private static let conditions: Set<String> = [
        "among", "constraint", "count", "must", "previous", "relevant", "required", "share", "warn", "when",
    ]
    /// The functions of the library that are given a condition.
    private static let quantifiers: Set<String> = ["all", "any", "count"]

    /// - Parameter first: the number of the first probe.
    init(_ source: [UInt8], first: Int) {
        self.source = source
        self.first = first
        chunk = Chunk(tokens: Lexer.tokens(of: source))
        guard chunk.faults.isEmpty else { return }
        visit(chunk.body)
    }

    /// The script with its probes.
    var probed: [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for (offset, _, text) in insertions.sorted(by: { ($0.offset, $0.order) < ($1.offset, $1.order) }) {
            result += source[position..<offset]
            result += Array(text.utf8)
            position = offset
        }
        return result + source[position...]
    }

    private mutating func probe(_ kind: Probe.Kind, at token: Int) -> Int {
        let place = chunk.tokens[token]
        probes.append(Probe(kind: kind, line: place.line, column: place.column))
        return first + probes.count - 1
    }

    /// What opens comes after what stands there already, what closes before it.
    private mutating func insert(_ text: String, at offset: Int, closes: Bool = false) {
        insertions.append((offset, closes ? -insertions.count : insertions.count, text))
    }

    // MARK: Statements

    private mutating func visit(_ block: Block) { block.statements.forEach { visit($0) } }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .label, .invalid: return
        default:
            let number = probe(.statement, at: statement.tokens.lowerBound)
            insert("__passed(\(number));", at: chunk.tokens[statement.tokens.lowerBound].start)
        }
        switch statement.kind {
        case .local(_, let values), .returned(let values): values.forEach { visit($0) }
        case .assignment(let targets, let values): (targets + values).forEach { visit($0) }
        case .call(let call): visit(call)
        case .block(let body): visit(body)
        case .whileLoop(let condition, let body):
            test(condition, .condition)
            visit(body)
        case .repeatLoop(let body, let condition):
            visit(body)
            test(condition, .condition)
        case .conditional(let arms, let otherwise):
            for arm in arms {
                test(arm.condition, .condition)
                visit(arm.body)
            }
            if let otherwise { visit(otherwise) }
        case .numericFor(_, let from, let to, let step, let body):
            [from, to, step].compactMap { $0 }.forEach { visit($0) }
            visit(body)
        case .genericFor(_, let values, let body):
            values.forEach { visit($0) }
            visit(body)
        case .function(_, let function), .localFunction(_, let function): visit(function.body)
        case .breakLoop, .goto, .label, .invalid: break
        }
    }

    // MARK: Expressions

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .nil, .boolean, .integer, .float, .string, .varargs, .name, .invalid: break
        case .function(let function): visit(function.body)
        case .table(let fields): visit(fields, of: nil)
        case .parenthesised(let inner), .unary(_, let inner), .member(let inner, _, _): visit(inner)
        case .index(let object, let key):
            visit(object)
            visit(key)
        case .call(let function, let arguments):
            visit(function)
            if arguments.count == 1, case .table(let fields) = arguments[0].kind {
                visit(fields, of: declared(by: function))
            } else if case .name(let name, nil) = function.kind, Probing.quantifiers.contains(name) {
                arguments.forEach { answer($0) }
            } else {
                arguments.forEach { visit($0) }
            }
        case .methodCall(let object, _, _, let arguments):
            visit(object)
            arguments.forEach { visit($0) }
        case .binary(.and, let token, let left, let right), .binary(.or, let token, let left, let right):
            test(left, .operand, at: token)
            visit(right)
        case .binary(_, _, let left, let right):
            visit(left)
            visit(right)
        }
    }

    /// The kind of declaration that a table is given to: `roster` of `roster "person" { … }`.
    private func declared(by callee: Expression) -> String? {
        guard case .call(let function, _) = callee.kind, case .name(let kind, nil) = function.kind else { return nil }
        return kind
    }

    /// The properties of a declaration. The `count` of a roster is a number, that of an indicator a condition.
    private mutating func visit(_ fields: [TableField], of kind: String?) {
        for field in fields {
            if case .computed(let key) = field.key { visit(key) }
            if case .name(let name, _) = field.key, Probing.conditions.contains(name),
                kind != "roster" || name != "count"
            {
                answer(field.value)
            } else {
                visit(field.value)
            }
        }
    }

    /// A condition, whose two outcomes are counted; one that is written down has one only.
    private mutating func test(_ condition: Expression, _ kind: Probe.Kind, at token: Int? = nil) {
        if case .boolean = condition.bare.kind { return }
        let number = probe(kind, at: token ?? condition.tokens.lowerBound)
        insert("__tested(\(number), ", at: chunk.tokens[condition.tokens.lowerBound].start)
        visit(condition)
        insert(")", at: chunk.tokens[condition.tokens.upperBound - 1].end, closes: true)
    }

    /// A function that answers with yes or no: what it returns is a condition.
    private mutating func answer(_ expression: Expression) {
        guard case .function(let function) = expression.bare.kind else { return visit(expression) }
        answer(function.body)
    }

    private mutating func answer(_ block: Block) {
        for statement in block.statements {
            guard case .returned(let values) = statement.kind, values.count == 1 else {
                answer(statement)
                continue
            }
            let number = probe(.statement, at: statement.tokens.lowerBound)
            insert("__passed(\(number));", at: chunk.tokens[statement.tokens.lowerBound].start)
            test(values[0], .answer)
        }
    }

    /// A statement of such a function: the answers in its branches are conditions too.
    private mutating func answer(_ statement: Statement) {
        guard case .conditional(let arms, let otherwise) = statement.kind else { return visit(statement) }
        let number = probe(.statement, at: statement.tokens.lowerBound)
        insert("__passed(\(number));", at: chunk.tokens[statement.tokens.lowerBound].start)
        for arm in arms {
            test(arm.condition, .condition)
            answer(arm.body)
        }
        if let otherwise { answer(otherwise) }
    }
}

/// A place in a script at which is counted what runs.
public struct Probe: Hashable, Sendable {
    /// What is counted.
    public enum Kind: Sendable {
        /// Whether a statement runs.
        case statement
        /// Whether a condition is true and false.
        case condition
        /// Whether the left side of `and` or `or` is true and false.
        case operand
        /// Whether a function that gives a condition answers yes and no.
        case answer
    }

    /// What is counted.
    public let kind: Kind
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
}
