import FormModel
import LuaSyntax

/// Runs scripts as far as the analysis follows them: what it does not follow is unknown, and nothing has an effect outside.
///
/// The rules are Lua's; those of reading records are those of `semantics.md` 1. It serves two ends: to find the functions of
/// declarations with the variables and modules around them, however a script makes them, and to try a function over
/// sample records.
final class Interpreter {
    /// Ends a run without a result.
    enum Stop: Error {
        /// Something is not followed, or takes too long.
        case unknown
        /// An operation that `nil` does not have.
        case nilOperand
        /// The script's own error, or one that the sandbox would raise.
        case failed
    }

    /// What comes after a statement.
    enum Flow {
        case next
        case returned([Datum])
        case left
    }

    /// What a run met that is worth telling.
    enum Event: Hashable {
        /// A value that was not asked in an operation that `nil` does not have; the token is that of the operator.
        case nilOperand(file: String, token: Int, field: FieldKey)
        /// `not` of a value that was not asked, or `~=` with one: true, as in Lua.
        case nilNegated(file: String, token: Int, field: FieldKey)
    }

    /// Finds a module by its name.
    let module: (String) -> Script?
    /// Finds a script or module by its file.
    let script: (String) -> Script?
    /// What reads records; `nil` while a file is run.
    var world: SampleWorld?
    private(set) var events: Set<Event> = []
    private var steps = 0
    private var depth = 0
    private var mostSteps = 200_000

    private static let mostDepth = 40
    /// Longer texts are not followed.
    static let longestText = 4096
    /// Steps of all runs together; whoever tries much looks at it.
    private(set) var spent = 0
    /// A negation that is taken for false, to see whether it matters.
    var flipped: Event?

    init(module: @escaping (String) -> Script?, script: @escaping (String) -> Script?) {
        (self.module, self.script) = (module, script)
    }

    // MARK: Runs

    /// Runs the top level of a script.
    func run(_ script: Script) {
        guard !script.hasRun else { return }
        script.hasRun = true
        begin()
        mostSteps = 200_000
        let frame = Frame(within: nil)
        var isWhole = true
        for statement in script.chunk.body.statements {
            do {
                if case .returned(let values) = try run(statement, in: script, frame) {
                    script.result = values.first ?? .absent
                    if isWhole, script.isModule { script.result.table?.module = script.name }
                    return
                }
            } catch {
                // What follows may not need it.
                isWhole = false
                continue
            }
        }
        script.result = .absent
    }

    /// Calls a function, from the outside.
    func call(_ closure: Closure, _ arguments: [Datum]) throws -> Datum {
        begin()
        mostSteps = 5_000
        return try call(closure, with: arguments).first ?? .absent
    }

    private func begin() {
        (steps, depth) = (0, 0)
        events = []
    }

    /// The place of a token of a script that was run.
    func place(file: String, token: Int) -> Place {
        let tokens = script(file)?.chunk.tokens ?? []
        guard tokens.indices.contains(token) else { return Place(file: file, line: 1) }
        return Place(file: file, line: tokens[token].line, column: tokens[token].column)
    }

    func note(_ event: Event) { events.insert(event) }

    func call(_ closure: Closure, with arguments: [Datum]) throws -> [Datum] {
        guard depth < Interpreter.mostDepth else { throw Stop.unknown }
        depth += 1
        defer { depth -= 1 }
        let frame = Frame(within: closure.frame)
        for (place, parameter) in closure.function.parameters.enumerated() {
            frame.declare(parameter, arguments.indices.contains(place) ? arguments[place] : .absent)
        }
        if case .returned(let values) = try run(closure.function.body, in: closure.script, frame) { return values }
        return []
    }

    // MARK: Statements

    private func run(_ block: Block, in script: Script, _ frame: Frame) throws -> Flow {
        for statement in block.statements {
            switch try run(statement, in: script, frame) {
            case .next: continue
            case .returned(let values): return .returned(values)
            case .left: return .left
            }
        }
        return .next
    }

    private func run(_ statement: Statement, in script: Script, _ frame: Frame) throws -> Flow {
        try countStep()
        switch statement.kind {
        case .local(let variables, let expressions):
            let values = try values(of: expressions, count: variables.count, in: script, frame)
            for (variable, value) in zip(variables, values) { frame.declare(variable, value) }
        case .assignment(let targets, let expressions):
            let values = try values(of: expressions, count: targets.count, in: script, frame)
            for (target, value) in zip(targets, values) { try assign(target, value, in: script, frame) }
        case .call(let call): _ = try value(of: call, in: script, frame)
        case .block(let body): return try run(body, in: script, Frame(within: frame))
        case .whileLoop(let condition, let body):
            while try isTrue(condition, in: script, frame) {
                try countStep()
                switch try run(body, in: script, Frame(within: frame)) {
                case .next: continue
                case .left: return .next
                case .returned(let values): return .returned(values)
                }
            }
        case .repeatLoop, .goto: throw Stop.unknown
        case .conditional(let arms, let otherwise):
            for arm in arms where try isTrue(arm.condition, in: script, frame) {
                return try run(arm.body, in: script, Frame(within: frame))
            }
            if let otherwise { return try run(otherwise, in: script, Frame(within: frame)) }
        case .numericFor(let variable, let from, let to, let step, let body):
            return try loop(variable, from, to, step, body, in: script, frame)
        case .genericFor(let variables, let expressions, let body):
            return try loop(variables, expressions, body, in: script, frame)
        case .function(let target, let function):
            try assign(target, Datum(.closure(Closure(function, script, frame))), in: script, frame)
        case .localFunction(let variable, let function):
            frame.declare(variable, Datum(.closure(Closure(function, script, frame))))
        case .returned(let expressions):
            return .returned(try values(of: expressions, count: nil, in: script, frame))
        case .breakLoop: return .left
        case .label, .invalid: break
        }
        return .next
    }

    private func countStep() throws {
        steps += 1
        spent += 1
        guard steps < mostSteps else { throw Stop.unknown }
    }

    private func loop(
        _ variable: Variable.ID, _ from: Expression, _ to: Expression, _ step: Expression?, _ body: Block,
        in script: Script, _ frame: Frame
    ) throws -> Flow {
        guard let first = try value(of: from, in: script, frame).number,
            let last = try value(of: to, in: script, frame).number
        else { throw Stop.unknown }
        let pace = try step.map { try value(of: $0, in: script, frame).number ?? 0 } ?? 1
        guard pace != 0 else { throw Stop.unknown }
        var place = first
        while pace > 0 ? place <= last : place >= last {
            try countStep()
            let inner = Frame(within: frame)
            inner.declare(variable, Interpreter.number(place))
            switch try run(body, in: script, inner) {
            case .next: place += pace
            case .left: return .next
            case .returned(let values): return .returned(values)
            }
        }
        return .next
    }

    /// A loop by `ipairs` or `pairs` over a table.
    private func loop(
        _ variables: [Variable.ID], _ expressions: [Expression], _ body: Block, in script: Script, _ frame: Frame
    ) throws -> Flow {
        guard let call = expressions.first, case .call(let function, let arguments) = call.kind,
            case .builtin(let name) = try value(of: function, in: script, frame).kind,
            name == "ipairs" || name == "pairs", let argument = arguments.first,
            let table = try value(of: argument, in: script, frame).table, !table.isOpen
        else { throw Stop.unknown }
        var pairs = table.array.enumerated().map { (Datum(.integer(Int64($0 + 1))), $1) }
        if name == "pairs" {
            pairs += table.others.sorted { $0.key < $1.key }.map { (Interpreter.number($0.key), $0.value) }
            pairs += table.fields.sorted { $0.key < $1.key }.map { (Datum(.string($0.key)), $0.value) }
        }
        for (key, item) in pairs where !item.isNil {
            let inner = Frame(within: frame)
            for (variable, value) in zip(variables, [key, item]) { inner.declare(variable, value) }
            switch try run(body, in: script, inner) {
            case .next: continue
            case .left: return .next
            case .returned(let values): return .returned(values)
            }
        }
        return .next
    }

    private func isTrue(_ condition: Expression, in script: Script, _ frame: Frame) throws -> Bool {
        guard let isTrue = try value(of: condition, in: script, frame).isTrue else { throw Stop.unknown }
        return isTrue
    }

    private func assign(_ target: Expression, _ value: Datum, in script: Script, _ frame: Frame) throws {
        switch target.kind {
        case .name(_, let variable?): frame.assign(variable, value)
        case .member(let object, let name, _):
            try self.value(of: object, in: script, frame).table?.write(Datum(.string(name)), value)
        case .index(let object, let key):
            let table = try self.value(of: object, in: script, frame).table
            table?.write(try self.value(of: key, in: script, frame), value)
        default: throw Stop.failed
        }
    }

    /// The values of a list of expressions; the last may be a call that gives several.
    func values(of expressions: [Expression], count: Int?, in script: Script, _ frame: Frame) throws -> [Datum] {
        var values: [Datum] = []
        for (place, expression) in expressions.enumerated() {
            if place == expressions.count - 1, case .call = expression.kind {
                values += try results(of: expression, in: script, frame)
            } else {
                values.append(try value(of: expression, in: script, frame))
            }
        }
        guard let count else { return values }
        return Array((values + Array(repeating: .absent, count: max(0, count - values.count))).prefix(count))
    }

    static func number(_ value: Double) -> Datum {
        Datum(Int64(exactly: value).map { .integer($0) } ?? .float(value))
    }
}

extension Interpreter.Event {
    /// Whether it is an operation that fails, not one that comes out true.
    var isOperand: Bool {
        switch self {
        case .nilOperand: true
        case .nilNegated: false
        }
    }
}
