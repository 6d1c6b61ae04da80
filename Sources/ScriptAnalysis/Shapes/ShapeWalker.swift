import FormModel
import LuaSyntax
import Scripting

/// Goes through functions without running them, with what is known of each value, and tells what can only be wrong: a field
/// that there is not, a comparison of two types, a choice that is not on its list.
///
/// It follows locals, functions of the same file, modules, and the functions given to `count`, `sum`, `any` and `all`.
/// Where it cannot follow it says nothing.
final class ShapeWalker {
    let forms: FormMap
    let tell: (Finding) -> Void
    private let interpreter: Interpreter
    /// Is told of each field that is read, with its place.
    var onRead: ((FieldKey, Script, Int) -> Void)?
    /// Whether what is gone through runs over records, so that it may keep nothing from one to the next.
    var isFormula = true
    private var depth = 0
    /// What the function that is walked gives.
    private var results: [Shape] = []

    private static let mostDepth = 12
    /// So many functions are gone through for one formula.
    private static let mostWalks = 2000
    private var walks = 0

    init(_ forms: FormMap, _ interpreter: Interpreter, tell: @escaping (Finding) -> Void) {
        (self.forms, self.interpreter, self.tell) = (forms, interpreter, tell)
    }

    /// Goes through a function with what it is given.
    @discardableResult
    func walk(_ closure: Closure, _ arguments: [Shape]) -> Shape {
        walk(closure.function, closure.script, ShapeFrame(within: closure.frame), arguments)
    }

    private func walk(_ function: Function, _ script: Script, _ frame: ShapeFrame, _ arguments: [Shape]) -> Shape {
        // Each formula has its own budget: what one has used up is not taken from the next.
        if depth == 0 { walks = 0 }
        guard depth < ShapeWalker.mostDepth, walks < ShapeWalker.mostWalks else { return .unknown }
        walks += 1
        depth += 1
        let saved = results
        results = []
        defer {
            depth -= 1
            results = saved
        }
        let inner = ShapeFrame(within: frame)
        for (place, parameter) in function.parameters.enumerated() {
            inner.declare(parameter, arguments.indices.contains(place) ? arguments[place] : .unknown)
        }
        walk(function.body, script, inner)
        guard results.count == 1 else { return common(results) }
        return results[0]
    }

    /// What several results have in common: their type.
    private func common(_ shapes: [Shape]) -> Shape {
        let types = shapes.map(type)
        guard let first = types.first ?? nil, types.allSatisfy({ $0 == first }) else { return .unknown }
        return .type(first)
    }

    // MARK: Statements

    private func walk(_ block: Block, _ script: Script, _ frame: ShapeFrame) {
        let frame = ShapeFrame(within: frame)
        for statement in block.statements { walk(statement, script, frame) }
    }

    private func walk(_ statement: Statement, _ script: Script, _ frame: ShapeFrame) {
        switch statement.kind {
        case .local(let variables, let values):
            let shapes = values.map { shape(of: $0, script, frame) }
            for (place, variable) in variables.enumerated() {
                let isFixed = script.chunk.variables[variable].assignments.isEmpty
                frame.declare(variable, isFixed && shapes.indices.contains(place) ? shapes[place] : .unknown)
            }
        case .assignment(let targets, let values):
            values.forEach { _ = shape(of: $0, script, frame) }
            for target in targets {
                guard case .name(let name, let variable) = target.kind else {
                    _ = shape(of: target, script, frame)
                    continue
                }
                // What stands outside of every function lives on from record to record.
                guard isFormula, let variable, script.chunk.variables[variable].function == 0,
                    let token = target.tokens.first
                else { continue }
                tell(Finding("E-UPVALUE-001", .error, script, token, ["name": name]))
            }
        case .call(let call): _ = shape(of: call, script, frame)
        case .block(let body): walk(body, script, frame)
        case .whileLoop(let condition, let body), .repeatLoop(let body, let condition):
            _ = shape(of: condition, script, frame)
            walk(body, script, frame)
        case .conditional(let arms, let otherwise):
            for arm in arms {
                _ = shape(of: arm.condition, script, frame)
                walk(arm.body, script, frame)
            }
            if let otherwise { walk(otherwise, script, frame) }
        case .numericFor(let variable, let from, let to, let step, let body):
            [from, to, step].compactMap { $0 }.forEach { _ = shape(of: $0, script, frame) }
            frame.declare(variable, .type(.number))
            walk(body, script, frame)
        case .genericFor(let variables, let values, let body):
            let shapes = values.map { iterated($0, script, frame) }
            variables.forEach { frame.declare($0, .unknown) }
            if variables.count == 2, case .roster(let set)? = shapes.first { frame.declare(variables[1], .record(set)) }
            walk(body, script, frame)
        case .function(_, let function): walk(function.body, script, frame)
        case .localFunction(let variable, let function): frame.declare(variable, .function(function, script, frame))
        case .returned(let values):
            let shapes = values.map { shape(of: $0, script, frame) }
            results.append(shapes.count == 1 ? shapes[0] : .unknown)
        case .breakLoop, .goto, .label, .invalid: break
        }
    }

    /// What a loop goes through.
    private func iterated(_ expression: Expression, _ script: Script, _ frame: ShapeFrame) -> Shape {
        guard case .call(let function, let arguments) = expression.kind, arguments.count == 1,
            case .datum(let datum) = shape(of: function, script, frame), case .builtin(let name) = datum.kind,
            name == "ipairs" || name == "pairs"
        else { return shape(of: expression, script, frame) }
        return shape(of: arguments[0], script, frame)
    }

    // MARK: Expressions

    func shape(of expression: Expression, _ script: Script, _ frame: ShapeFrame) -> Shape {
        switch expression.kind {
        case .nil: return .datum(.absent)
        case .boolean(let value): return .datum(Datum(.boolean(value)))
        case .integer(let value): return .datum(Datum(.integer(value)))
        case .float(let value): return .datum(Datum(.float(value)))
        case .string(let text): return .datum(Datum(.string(text)))
        case .varargs, .invalid: return .unknown
        case .function(let function): return .function(function, script, frame)
        case .table(let fields):
            for field in fields {
                if case .computed(let key) = field.key { _ = shape(of: key, script, frame) }
                visit(shape(of: field.value, script, frame))
            }
            return .type(.table)
        case .name(let name, let variable):
            return variable.map { frame.read($0) } ?? .datum(Datum(.builtin(name)))
        case .parenthesised(let inner): return shape(of: inner, script, frame)
        case .member(let object, let name, let token):
            return member(shape(of: object, script, frame), name, token, script)
        case .index(let object, let key):
            let keyToken = key.tokens.lowerBound
            let (object, key) = (shape(of: object, script, frame), shape(of: key, script, frame))
            if case .roster(let set) = object { return .record(set) }
            // `h["village"]`
            if case .record(let set) = object, let name = key.constant?.text {
                return read(name, of: set, keyToken, script)
            }
            if case .datum(let table) = object, let key = key.constant {
                return table.table.map { .datum($0.read(key)) } ?? .unknown
            }
            return .unknown
        case .call(let callee, let arguments):
            return call(shape(of: callee, script, frame), arguments, at: expression, script, frame)
        case .methodCall(let object, let name, let token, let arguments):
            if case .object(let members) = shape(of: object, script, frame) {
                check(name, of: members, token, script)
            }
            arguments.forEach { visit(shape(of: $0, script, frame)) }
            return .unknown
        case .unary(let sign, let operand):
            let operand = shape(of: operand, script, frame)
            check(sign, operand, at: expression.tokens.lowerBound, script)
            return switch sign {
            case .not: .type(.boolean)
            case .minus, .length, .complement: .type(.number)
            }
        case .binary(let sign, let token, let left, let right):
            return binary(sign, token, left, right, script, frame)
        }
    }

    /// A function that is put somewhere is gone through with nothing known of what it is given.
    private func visit(_ shape: Shape) {
        if case .function(let function, let script, let frame) = shape { _ = walk(function, script, frame, []) }
    }

    private func member(_ object: Shape, _ name: String, _ token: Int, _ script: Script) -> Shape {
        switch object {
        case .record(let set): return read(name, of: set, token, script)
        case .field(let key):
            guard let question = forms.field(key)?.question, question.kind == .selectMultiple,
                let choices = question.choices?.choices, !choices.isEmpty
            else { return .unknown }
            if !choices.contains(where: { $0.name == name }) {
                tell(
                    Finding("W-CHOICE-001", .warning, script, token, ["name": name, "field": question.name])
                        .nearest(name, among: choices.map(\.name)))
            }
            return .type(.boolean)
        case .datum(let datum):
            if let table = datum.table {
                checkModule(table, name, token, script)
                return .datum(table.read(Datum(.string(name))))
            }
            if case .builtin(let library) = datum.kind {
                check(name, ofLibrary: library, token, script)
                return .datum(Datum(.builtin("\(library).\(name)")))
            }
            return .unknown
        case .object(let members):
            check(name, of: members, token, script)
            return .unknown
        case .roster(let key):
            guard let roster = forms.set(key)?.name else { return .unknown }
            tell(Finding("E-ROSTER-001", .error, script, token, ["name": name, "roster": roster]))
            return .unknown
        case .unknown, .function, .type: return .unknown
        }
    }

    /// A field, a roster, or the record around.
    private func read(_ name: String, of key: RecordSetKey, _ token: Int, _ script: Script) -> Shape {
        guard let set = forms.set(key), let layout = forms.entries[key.form]?.layout else { return .unknown }
        if let field = set.field(name) {
            let field = FieldKey(set: key, field: field.index)
            onRead?(field, script, token)
            return .field(field)
        }
        if let roster = set.rosters.first(where: { layout.sets[$0].name == name }) {
            return .roster(RecordSetKey(form: key.form, set: roster))
        }
        let parents = set.withParents(in: layout).dropFirst()
        if let parent = parents.first(where: { $0.name == name }) {
            return .record(RecordSetKey(form: key.form, set: parent.index))
        }
        if name == "index", set.parent != nil { return .type(.number) }
        let candidates = set.fields.map(\.name) + set.rosters.map { layout.sets[$0].name } + parents.map(\.name)
        tell(
            Finding("E-FIELD-001", .error, script, token, ["name": name, "set": set.path])
                .nearest(name, among: candidates))
        return .unknown
    }

    // MARK: Calls

    private func call(
        _ callee: Shape, _ arguments: [Expression], at expression: Expression, _ script: Script, _ frame: ShapeFrame
    ) -> Shape {
        let shapes = arguments.map { shape(of: $0, script, frame) }
        switch callee {
        case .function(let function, let script, let outer): return walk(function, script, outer, shapes)
        case .datum(let datum):
            switch datum.kind {
            case .closure(let closure): return walk(closure, shapes)
            case .builtin(let name): return library(name, shapes, arguments, script)
            default: break
            }
        case .unknown, .record, .roster, .field, .type, .object: break
        }
        shapes.forEach(visit)
        return .unknown
    }

    private func library(_ name: String, _ shapes: [Shape], _ arguments: [Expression], _ script: Script) -> Shape {
        switch name {
        case "count", "sum", "any", "all":
            guard case .roster(let set)? = shapes.first else {
                refuseRoster(name, shapes.first, arguments, script)
                shapes.dropFirst().forEach(visit)
                return .type(name == "count" || name == "sum" ? .number : .boolean)
            }
            if shapes.count > 1 { apply(shapes[1], [.record(set)]) }
            return .type(name == "count" || name == "sum" ? .number : .boolean)
        case "known", "reason", "choice", "any_of", "all_of":
            guard case .record(let set)? = shapes.first else { return .unknown }
            for (shape, argument) in zip(shapes, arguments).dropFirst() {
                guard let field = shape.constant?.text else { continue }
                _ = read(field, of: set, argument.tokens.lowerBound, script)
            }
            return name == "choice" || name == "reason" ? .unknown : .type(.boolean)
        case "is_empty": return .type(.boolean)
        case "today", "date": return .type(.date)
        case "days_between", "years_between", "length": return .type(.number)
        case "upper", "lower", "percent", "tostring", "language", "string.format": return .type(.string)
        case "require":
            guard let name = shapes.first?.constant?.text, let module = interpreter.module(name) else {
                return .unknown
            }
            interpreter.run(module)
            return .datum(module.result)
        default:
            shapes.forEach(visit)
            return .unknown
        }
    }

    private func apply(_ shape: Shape, _ arguments: [Shape]) {
        switch shape {
        case .function(let function, let script, let frame): _ = walk(function, script, frame, arguments)
        case .datum(let datum): if let closure = datum.closure { walk(closure, arguments) }
        case .unknown, .record, .roster, .field, .type, .object: break
        }
    }

    /// `count` and its like go over a roster, nothing else.
    private func refuseRoster(_ name: String, _ shape: Shape?, _ arguments: [Expression], _ script: Script) {
        guard let shape, let found = type(shape), found != .table, let argument = arguments.first else { return }
        tell(
            Finding(
                "E-ARG-001", .error, script, argument.tokens.lowerBound,
                ["function": name, "number": "1", "expected": "roster", "found": found.rawValue]))
    }

    // MARK: Operators

    private func binary(
        _ sign: BinaryOperator, _ token: Int, _ left: Expression, _ right: Expression, _ script: Script,
        _ frame: ShapeFrame
    ) -> Shape {
        let (first, second) = (shape(of: left, script, frame), shape(of: right, script, frame))
        switch sign {
        case .and, .or:
            checkAlternative(sign, left, right, script)
            if let type = type(first), type == self.type(second) { return .type(type) }
            return sign == .and
                ? (type(first) == .boolean ? second.asPartOfCondition(type(second)) : .unknown) : .unknown
        case .equal, .unequal:
            let sides = (left.tokens.lowerBound, right.tokens.lowerBound)
            compareEqual(first, second, sign, token, sides: sides, script)
            return .type(.boolean)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            compareOrder(first, second, sign, token, script)
            return .type(.boolean)
        case .concatenation:
            for shape in [first, second] {
                guard let type = type(shape), type != .string, type != .number, type != .date else { continue }
                refuse("concat", shape, type, token, script)
            }
            return .type(.string)
        default:
            for shape in [first, second] {
                guard let type = type(shape), type != .number, type != .date else { continue }
                refuse("arithmetic", shape, type, token, script)
            }
            return .unknown
        }
    }

    private func refuse(_ operation: String, _ shape: Shape, _ type: Shape.ValueType, _ token: Int, _ script: Script) {
        var facts = ["operation": operation, "found": type.rawValue]
        facts["field"] = shape.field.flatMap { forms.field($0)?.name }
        tell(Finding("E-TYPE-001", .error, script, token, facts))
    }

    private func check(_ sign: UnaryOperator, _ operand: Shape, at token: Int, _ script: Script) {
        guard let type = type(operand) else { return }
        switch sign {
        case .not: return
        case .minus, .complement: if type != .number { refuse("negate", operand, type, token, script) }
        case .length:
            if type == .number || type == .boolean || type == .date { refuse("length", operand, type, token, script) }
        }
    }

    /// The type of a value, where it is known.
    func type(_ shape: Shape) -> Shape.ValueType? {
        switch shape {
        case .unknown: return nil
        case .object: return nil
        case .record: return .record
        case .roster: return .roster
        case .function: return .function
        case .type(let type): return type
        case .field(let key): return forms.field(key).flatMap { Shape.ValueType($0.question) }
        case .datum(let datum):
            switch datum.kind {
            case .boolean: return .boolean
            case .integer, .float: return .number
            case .string: return .string
            case .table: return .table
            case .closure: return .function
            case .nil, .builtin, .pending, .record, .roster, .chosen, .unknown: return nil
            }
        }
    }
}

extension Shape {
    /// The right side of `and`, which may also be the false of the left.
    fileprivate func asPartOfCondition(_ type: ValueType?) -> Shape {
        type == .boolean ? .type(.boolean) : .unknown
    }
}
