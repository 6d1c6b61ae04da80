import Columns
import FormModel
import LuaSyntax

/// Expressions.
extension Lifter {
    func evaluate(_ expression: Expression, _ frame: Frame) throws(LiftingFault) -> Symbol {
        let token = expression.tokens.lowerBound
        try step(frame, token)
        switch expression.kind {
        case .nil: return nilSymbol
        case .boolean(let value): return constant(.boolean(value))
        case .integer(let value): return constant(.integer(value))
        case .float(let value): return constant(.number(value))
        case .string(let text): return constant(.text(graph.texts.code(text)))
        case .parenthesised(let inner): return try evaluate(inner, frame)
        case .function(let function): return lambda(function, frame)
        case .name(let name, let variable): return try read(name, variable, frame, token)
        case .member(let object, let name, let place):
            return try member(name, of: try evaluate(object, frame), frame, place)
        case .index(let object, let key):
            if isUpvalue(object, frame), isComparison(key) { return constant(.ask) }
            let object = try evaluate(object, frame)
            return try element(key: try evaluate(key, frame), of: object, frame, token)
        case .table(let fields): return try table(fields, frame)
        case .call(let callee, let arguments):
            let callee = try evaluate(callee, frame)
            return try call(callee, try evaluate(arguments, frame), frame, token)
        case .methodCall(let object, let name, let place, let arguments):
            return try method(name, of: try evaluate(object, frame), try evaluate(arguments, frame), frame, place)
        case .unary(let sign, let operand): return try unary(sign, try evaluate(operand, frame), frame, token)
        case .binary(let sign, let place, let left, let right): return try binary(sign, left, right, frame, place)
        case .varargs: throw fault(.statement("..."), frame, token)
        case .invalid: throw fault(.textNotFound, frame, token)
        }
    }

    // MARK: Lua's own fault

    // Lua up to 5.4.6 compiles `outer[a == b]`, where `outer` is a variable of a function around, to something else (it
    // fetches the table between the comparison and its jump). What comes of it is the interpreter's to tell.

    private func isUpvalue(_ expression: Expression, _ frame: Frame) -> Bool {
        guard case .name(let name, let variable) = expression.bare.kind else { return false }
        return variable.map { frame.locals[$0] == nil } ?? (frame.closure.upvalues[name] != nil)
    }

    private func isComparison(_ expression: Expression) -> Bool {
        switch expression.bare.kind {
        case .binary(let sign, _, _, _): sign == .equal || sign == .unequal || sign.isOrdering
        case .unary(.not, let operand): isComparison(operand)
        default: false
        }
    }

    // MARK: Parts of expressions

    func constant(_ cell: Cell) -> Symbol { .node(graph.constant(cell), nil) }

    private func evaluate(_ arguments: [Expression], _ frame: Frame) throws(LiftingFault) -> [Symbol] {
        var symbols: [Symbol] = []
        for argument in arguments {
            if case .function(let function) = argument.bare.kind {
                symbols.append(lambda(function, frame, isImmediate: true))
            } else {
                symbols.append(try evaluate(argument, frame))
            }
        }
        return symbols
    }

    // MARK: Names

    private func read(
        _ name: String, _ variable: Variable.ID?, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        if let variable {
            if let symbol = frame.locals[variable] { return try usable(symbol, frame, token) }
            guard let symbol = frame.captured[variable] else { throw fault(.upvalue(name), frame, token) }
            // What is assigned somewhere may be another value when the function runs.
            guard frame.isCurrent || frame.closure.fragment.variables[variable].assignments.isEmpty else {
                throw fault(.assignment(name), frame, token)
            }
            return try usable(symbol, frame, token)
        }
        if let held = frame.closure.upvalues[name] {
            guard let held else { throw fault(.upvalue(name), frame, token) }
            return symbol(of: held)
        }
        return .builtin(name)
    }

    /// A value worked out for the rows of another iteration is not there in this one.
    private func usable(_ symbol: Symbol, _ frame: Frame, _ token: Int) throws(LiftingFault) -> Symbol {
        switch symbol {
        case .node(_, let iteration?), .picked(_, _, let iteration?), .record(let iteration),
            .roster(let iteration, _):
            guard frame.iteration.isWithin(iteration) else { throw fault(.otherMember, frame, token) }
        case .node, .picked, .table, .function, .lambda, .builtin, .opaque: break
        }
        return symbol
    }

    // MARK: Parts

    func member(_ name: String, of object: Symbol, _ frame: Frame, _ token: Int) throws(LiftingFault) -> Symbol {
        switch object {
        case .record(let iteration): return try field(name, of: iteration, frame, token)
        case .builtin(let builtin):
            return mathConstant("\(builtin).\(name)").map(constant) ?? .builtin("\(builtin).\(name)")
        case .table, .picked:
            return try element(key: constant(.text(graph.texts.code(name))), of: object, frame, token)
        case .node(let id, _): return symbol(try part(name, of: id, frame, token), frame.iteration)
        case .function, .lambda, .roster, .opaque: throw fault(.value(object.typeName), frame, token)
        }
    }

    /// A field of a record, the record that holds it, a roster in it, or its place.
    func field(
        _ name: String, of iteration: Iteration, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        guard frame.iteration.isWithin(iteration) else { throw fault(.otherMember, frame, token) }
        let set = graph.layout.sets[iteration.set]
        if let field = set.field(name) {
            switch field.question.kind {
            case .rank, .geopoint: throw fault(.field(name), frame, token)
            case .text, .integer, .decimal, .yesNo, .selectOne, .selectMultiple, .date, .time, .dateTime, .note,
                .calculate, .barcode:
                let isEarlier = frame.iteration.over(0)?.earlier === iteration
                let node: FormulaGraph.Node =
                    isEarlier ? .earlier(field: field.index) : .field(set: set.index, field: field.index)
                return symbol(graph.add(node, level: set.index), frame.iteration)
            }
        }
        if let parent = iteration.parent, graph.layout.sets[parent.set].name == name { return .record(parent) }
        if let roster = set.rosters.first(where: { graph.layout.sets[$0].name == name }) {
            guard frame.iteration.over(0)?.earlier !== iteration else { throw fault(.value("roster"), frame, token) }
            return .roster(of: iteration, set: roster)
        }
        if name == "index", set.parent != nil {
            return symbol(graph.add(.position(set: set.index), level: set.index), iteration)
        }
        return constant(.ask)
    }

    /// A part of a value: of a date, a set, or the row of a choice.
    private func part(
        _ name: String, of id: FormulaGraph.ID, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        if let place = graph.field(id) {
            let question = graph.layout.sets[place.set].fields[place.field].question
            if question.kind == .selectMultiple {
                guard let list = question.choices, list[name] != nil else { return graph.constant(.ask) }
                return try apply(.holds(name), [id], frame, token)
            }
        }
        if case .apply(.choiceRow(let list), _) = graph[id] {
            return try apply(.choiceCell(list, column: name), [id], frame, token)
        }
        guard let part = DatePart(rawValue: name) else { throw fault(.member(name), frame, token) }
        return try apply(.part(part), [id], frame, token)
    }

    private func element(
        key: Symbol, of object: Symbol, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        let id = try value(key, frame, token)
        if let cell = graph.constantCell(of: id), !cell.isAbrupt {
            switch object {
            case .table(let table): return table.value(cell) ?? nilSymbol
            case .record(let iteration):
                guard cell.tag == Tag.text else { return constant(.ask) }
                return try field(graph.texts[cell.code], of: iteration, frame, token)
            case .node(let node, _):
                guard cell.tag == Tag.text else { throw fault(.value("value"), frame, token) }
                return symbol(try part(graph.texts[cell.code], of: node, frame, token), frame.iteration)
            default: break
            }
        }
        switch object {
        case .table(let table):
            return .picked(table: try number(of: table, frame, token), keys: [id], frame.iteration)
        case .picked(let table, let keys, _):
            return .picked(table: table, keys: keys + [id], frame.iteration)
        case .node, .function, .lambda, .builtin, .record, .roster, .opaque:
            throw fault(.value(object.typeName), frame, token)
        }
    }

    private func table(_ fields: [TableField], _ frame: Frame) throws(LiftingFault) -> Symbol {
        var array: [Symbol] = []
        var named: [(key: Cell, value: Symbol)] = []
        for field in fields {
            let symbol = try evaluate(field.value, frame)
            let token = field.value.tokens.lowerBound
            // What has no value for some record would end the function here, or end a list early.
            if case .node(let id, _) = symbol, graph.constantCell(of: id) == nil {
                throw fault(.value("table"), frame, token)
            }
            switch field.key {
            case .position: array.append(symbol)
            case .name(let name, _): named.append((.text(graph.texts.code(name)), symbol))
            case .computed: throw fault(.value("table"), frame, token)
            }
        }
        // `pairs` goes by the bytes of the names.
        named.sort { graph.texts[$0.key.code].utf8.lexicographicallyPrecedes(graph.texts[$1.key.code].utf8) }
        return .table(SymbolTable(array: array, fields: named))
    }

    // MARK: Operators

    private func unary(
        _ sign: UnaryOperator, _ operand: Symbol, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        switch sign {
        case .not:
            return symbol(
                try apply(.not, [try truth(of: operand, frame, token)], frame, token), frame.iteration)
        case .minus:
            return symbol(try apply(.negate, [try value(operand, frame, token)], frame, token), frame.iteration)
        case .length:
            switch operand {
            case .roster(let iteration, let set):
                return symbol(
                    graph.add(.aggregate(.count, set: set, nil), level: iteration.set), iteration)
            case .table(let table): return constant(.integer(Int64(table.array.count)))
            default:
                return symbol(try apply(.length, [try value(operand, frame, token)], frame, token), frame.iteration)
            }
        case .complement: throw fault(.operation("~"), frame, token)
        }
    }

    /// What stands for a symbol where only its truth counts.
    func truth(of symbol: Symbol, _ frame: Frame, _ token: Int) throws(LiftingFault) -> FormulaGraph.ID {
        switch symbol {
        case .node, .picked: return try value(symbol, frame, token)
        case .table, .function, .lambda, .builtin, .record: return graph.constant(.boolean(true))
        case .roster, .opaque: throw fault(.value(symbol.typeName), frame, token)
        }
    }

    private func binary(
        _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        let first = try evaluate(left, frame)
        switch sign {
        case .and, .or: return try logical(sign, first, right, frame, token)
        case .bitOr, .bitExclusiveOr, .bitAnd, .shiftLeft, .shiftRight:
            throw fault(.operation(sign.rawValue), frame, token)
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .concatenation, .plus, .minus, .times,
            .divided, .floorDivided, .modulo, .power:
            break
        }
        let second = try evaluate(right, frame)
        if sign == .equal || sign == .unequal, let verdict = isNil(first, second) ?? isNil(second, first) {
            return constant(.boolean((sign == .equal) == verdict))
        }
        guard var operation = Lifter.operations[sign] else { throw fault(.operation(sign.rawValue), frame, token) }
        let operands = [try value(first, frame, token), try value(second, frame, token)]
        if sign == .minus, graph.constantCell(of: operands[1]) == .integer(0) {
            // Lua compiles `x - 0` as `x + 0`, which makes +0 of −0. What it takes for a 0 beside one that is written is
            // its compiler's affair.
            guard Lifter.isWrittenZero(right) else { throw fault(.operation(sign.rawValue), frame, token) }
            operation = .add
        }
        return symbol(try apply(operation, operands, frame, token), frame.iteration)
    }

    private static func isWrittenZero(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .integer(0): true
        case .parenthesised(let inner), .unary(.minus, let inner): isWrittenZero(inner)
        default: false
        }
    }

    /// Whether something that is never `nil` is compared with it: then it is not.
    private func isNil(_ object: Symbol, _ other: Symbol) -> Bool? {
        guard case .node(let id, _) = other, graph.constantCell(of: id) == Cell.none else { return nil }
        switch object {
        case .table, .function, .lambda, .builtin, .record: return false
        case .node, .picked, .roster, .opaque: return nil
        }
    }

    private static let operations: [BinaryOperator: Operation] = [
        .equal: .equal, .unequal: .unequal, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
        .greaterOrEqual: .greaterOrEqual, .concatenation: .concatenate, .plus: .add, .minus: .subtract,
        .times: .multiply, .divided: .divide, .floorDivided: .floorDivide, .modulo: .modulo, .power: .power,
    ]

    private func logical(
        _ sign: BinaryOperator, _ first: Symbol, _ right: Expression, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        switch first {
        case .node, .picked: break
        case .table, .function, .lambda, .builtin, .record:
            return sign == .and ? try evaluate(right, frame) : first
        case .roster, .opaque: throw fault(.value(first.typeName), frame, token)
        }
        let left = try value(first, frame, token)
        if let cell = graph.constantCell(of: left), !cell.isAbrupt {
            return cell.isTrue == (sign == .and) ? try evaluate(right, frame) : first
        }
        let other = try value(try evaluate(right, frame), frame, token)
        let id =
            sign == .and
            ? try conjunction(left, other, frame, token) : try disjunction(left, other, frame, token)
        return symbol(id, frame.iteration)
    }
}
