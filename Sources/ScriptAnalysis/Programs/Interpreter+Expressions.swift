import LuaSyntax
import Scripting

/// Expressions.
extension Interpreter {
    func value(of expression: Expression, in script: Script, _ frame: Frame) throws -> Datum {
        switch expression.kind {
        case .nil: return .absent
        case .boolean(let value): return Datum(.boolean(value))
        case .integer(let value): return Datum(.integer(value))
        case .float(let value): return Datum(.float(value))
        case .string(let text): return Datum(.string(text))
        case .varargs, .invalid: return .unknown
        case .function(let function): return Datum(.closure(Closure(function, script, frame)))
        case .table(let fields): return try table(fields, in: script, frame)
        case .name(let name, let variable):
            if let variable { return frame.read(variable) }
            return Datum(.builtin(name))
        case .parenthesised(let inner): return try value(of: inner, in: script, frame)
        case .member(let object, let name, _):
            return try member(try value(of: object, in: script, frame), name, expression, script)
        case .index(let object, let key):
            let (object, key) = (
                try value(of: object, in: script, frame), try value(of: key, in: script, frame)
            )
            return try indexed(object, key, expression, script)
        case .call, .methodCall: return try results(of: expression, in: script, frame).first ?? .absent
        case .unary(let sign, let operand):
            return try unary(sign, try value(of: operand, in: script, frame), expression, script)
        case .binary(let sign, let token, let left, let right):
            return try binary(sign, token, left, right, in: script, frame)
        }
    }

    private func table(_ fields: [TableField], in script: Script, _ frame: Frame) throws -> Datum {
        let table = TableDatum()
        for (place, field) in fields.enumerated() {
            switch field.key {
            case .position:
                if place == fields.count - 1, case .call = field.value.kind {
                    table.array += try results(of: field.value, in: script, frame)
                } else {
                    table.array.append(try value(of: field.value, in: script, frame))
                }
            case .name(let name, _): table.fields[name] = try value(of: field.value, in: script, frame)
            case .computed(let key):
                table.write(try value(of: key, in: script, frame), try value(of: field.value, in: script, frame))
            }
        }
        return Datum(.table(table))
    }

    private func member(_ object: Datum, _ name: String, _ expression: Expression, _ script: Script) throws -> Datum {
        switch object.kind {
        case .record(let record): return try record.read(name)
        case .builtin(let library): return Datum(.builtin("\(library).\(name)"))
        case .chosen(let names):
            // A set is asked for its names.
            return Datum(.boolean(names.contains(name)))
        default: return try indexed(object, Datum(.string(name)), expression, script)
        }
    }

    private func indexed(_ object: Datum, _ key: Datum, _ expression: Expression, _ script: Script) throws -> Datum {
        switch object.kind {
        case .table(let table):
            // Looked up by what a person answered: every answer counts.
            if let origin = key.origin { world?.readsEveryChoice(of: origin) }
            return table.read(key)
        case .nil:
            if let field = object.origin, let token = expression.tokens.last {
                note(.nilOperand(file: script.file, token: token, field: field))
            }
            throw Stop.nilOperand
        case .record(let record):
            guard let name = key.text else { return .unknown }
            return try record.read(name)
        default: return .unknown
        }
    }

    // MARK: Calls

    func results(of expression: Expression, in script: Script, _ frame: Frame) throws -> [Datum] {
        switch expression.kind {
        case .call(let callee, let arguments):
            let function = try value(of: callee, in: script, frame)
            let values = try values(of: arguments, count: nil, in: script, frame)
            switch function.kind {
            case .closure(let closure): return try call(closure, with: values)
            case .builtin(let name): return [try library(name, values, script)]
            case .pending(let kind, let id): return [declare(kind, id, values.first ?? .absent, in: script)]
            case .nil:
                if let field = function.origin {
                    note(.nilOperand(file: script.file, token: callee.tokens.lowerBound, field: field))
                }
                throw Stop.nilOperand
            default: return [.unknown]
            }
        case .methodCall(let object, let name, _, let arguments):
            let receiver = try value(of: object, in: script, frame)
            let values = try values(of: arguments, count: nil, in: script, frame)
            if receiver.text != nil { return [try library("string.\(name)", [receiver] + values, script)] }
            if let method = receiver.table?.read(Datum(.string(name))).closure {
                return try call(method, with: [receiver] + values)
            }
            return [.unknown]
        default: return [try value(of: expression, in: script, frame)]
        }
    }

    private func declare(_ kind: String, _ id: String, _ body: Datum, in script: Script) -> Datum {
        guard let table = body.table else { return .unknown }
        table.declared = (kind, id)
        if ScriptLibrary.topLevelKinds.contains(kind) { script.declarations.append(table) }
        return body
    }

    // MARK: Operators

    private func unary(
        _ sign: UnaryOperator, _ operand: Datum, _ expression: Expression, _ script: Script
    ) throws -> Datum {
        if sign == .not {
            if operand.isNil, let field = operand.origin {
                let event = Event.nilNegated(file: script.file, token: expression.tokens.lowerBound, field: field)
                note(event)
                if event == flipped { return Datum(.boolean(false)) }
            }
            return operand.isTrue.map { Datum(.boolean(!$0)) } ?? .unknown
        }
        if operand.isNil { throw nilOperand(operand, script, expression.tokens.lowerBound) }
        guard sign == .minus, let number = operand.number else {
            if sign == .length, let table = operand.table, !table.isOpen {
                return Datum(.integer(Int64(table.array.count)))
            }
            world?.isInexact = true
            return .unknown
        }
        if operand.origin != nil { world?.isInexact = true }
        return Interpreter.number(-number)
    }

    private func nilOperand(_ operand: Datum, _ script: Script, _ token: Int) -> Stop {
        if let field = operand.origin { note(.nilOperand(file: script.file, token: token, field: field)) }
        return .nilOperand
    }

    private func binary(
        _ sign: BinaryOperator, _ token: Int, _ left: Expression, _ right: Expression, in script: Script, _ frame: Frame
    ) throws -> Datum {
        let first = try value(of: left, in: script, frame)
        switch sign {
        case .and:
            guard let isTrue = first.isTrue else { return .unknown }
            return isTrue ? try value(of: right, in: script, frame) : first
        case .or:
            guard let isTrue = first.isTrue else { return .unknown }
            return isTrue ? first : try value(of: right, in: script, frame)
        default: break
        }
        let second = try value(of: right, in: script, frame)
        compare(first, second)
        switch sign {
        case .equal: return first.equals(second).map { Datum(.boolean($0)) } ?? .unknown
        case .unequal:
            for (one, other) in [(first, second), (second, first)] where one.isNil && !other.isNil {
                guard let field = one.origin else { continue }
                let event = Event.nilNegated(file: script.file, token: token, field: field)
                note(event)
                if event == flipped { return Datum(.boolean(false)) }
            }
            return first.equals(second).map { Datum(.boolean(!$0)) } ?? .unknown
        default: break
        }
        if first.isNil { throw nilOperand(first, script, token) }
        if second.isNil { throw nilOperand(second, script, token) }
        return computed(sign, first, second)
    }

    /// Lets the samples know which values a comparison tells apart.
    private func compare(_ first: Datum, _ second: Datum) {
        guard let world else { return }
        switch (first.origin, second.origin) {
        case (let field?, nil): world.compares(field, with: second)
        case (nil, let field?): world.compares(field, with: first)
        case (let one?, let other?): if one != other { world.isInexact = true }
        case (nil, nil): if first.isUnknown || second.isUnknown { world.isInexact = true }
        }
    }

    private func computed(_ sign: BinaryOperator, _ first: Datum, _ second: Datum) -> Datum {
        if sign.isOrdering {
            if let a = first.number, let b = second.number { return ordered(sign, a, b) }
            if let a = first.text, let b = second.text { return ordered(sign, a, b) }
            return .unknown
        }
        if first.origin != nil || second.origin != nil || first.isUnknown || second.isUnknown {
            world?.isInexact = true
        }
        if sign == .concatenation {
            guard let a = written(first), let b = written(second) else { return .unknown }
            return a.utf8.count + b.utf8.count > Interpreter.longestText ? .unknown : Datum(.string(a + b))
        }
        guard let a = first.number, let b = second.number else { return .unknown }
        switch sign {
        case .plus: return Interpreter.number(a + b)
        case .minus: return Interpreter.number(a - b)
        case .times: return Interpreter.number(a * b)
        case .divided: return Datum(.float(a / b))
        case .floorDivided where b != 0: return Interpreter.number((a / b).rounded(.down))
        case .modulo where b != 0: return Interpreter.number(a - (a / b).rounded(.down) * b)
        default: return .unknown
        }
    }

    private func written(_ datum: Datum) -> String? {
        if let text = datum.text { return text }
        if case .integer(let number) = datum.kind { return "\(number)" }
        return datum.number.map { "\($0)" }
    }

    private func ordered<Value: Comparable>(_ sign: BinaryOperator, _ a: Value, _ b: Value) -> Datum {
        switch sign {
        case .less: Datum(.boolean(a < b))
        case .lessOrEqual: Datum(.boolean(a <= b))
        case .greater: Datum(.boolean(a > b))
        default: Datum(.boolean(a >= b))
        }
    }
}
