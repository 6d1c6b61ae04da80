import Columns
import FormModel

/// Functions of the library.
extension Lifter {
    func library(
        _ name: String, _ arguments: [Symbol], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        switch name {
        case "count": return try aggregate(.count, arguments, frame, token)
        case "sum": return try aggregate(.sum, arguments, frame, token)
        case "any": return try aggregate(.any, arguments, frame, token)
        case "all": return try aggregate(.all, arguments, frame, token)
        case "any_of", "all_of": return try fields(name == "any_of", arguments, frame, token)
        case "known", "reason": return try look(name == "known", arguments, frame, token)
        case "choice": return try choice(arguments, frame, token)
        case "today": return symbol(graph.add(.today, level: FormulaGraph.constantLevel), frame.iteration)
        case "language": return symbol(graph.add(.language, level: FormulaGraph.constantLevel), frame.iteration)
        // What stops the script is told by the interpreter.
        case "error": return constant(.ask)
        case "days_between":
            return try operation(.subtract, arguments, [0, 1], swapped: true, frame, token)
        case "date":
            let isOne = arguments.dropFirst().allSatisfy { isNilConstant($0) }
            return try operation(isOne ? .toDate : .makeDate, arguments, isOne ? [0] : [0, 1, 2], frame, token)
        default: break
        }
        if let (operation, count) = Lifter.functions[name] {
            return try self.operation(operation, arguments, Array(0..<count), frame, token)
        }
        if name.hasPrefix("math.") { return try math(String(name.dropFirst(5)), arguments, frame, token) }
        throw fault(.function(name), frame, token)
    }

    /// Functions of so many values, which are all worked out before.
    private static let functions: [String: (Operation, Int)] = [
        "number": (.toNumber, 1), "years_between": (.yearsBetween, 2), "is_empty": (.isEmpty, 1), "ratio": (.ratio, 2),
        "tostring": (.toText, 1), "type": (.typeName, 1), "lower": (.lower, 1), "upper": (.upper, 1),
        "length": (.letters, 1), "string.lower": (.lowerBytes, 1), "string.upper": (.upperBytes, 1),
        "string.len": (.textLength, 1), "string.sub": (.slice, 3),
    ]

    private func operation(
        _ operation: Operation, _ arguments: [Symbol], _ places: [Int], swapped: Bool = false, _ frame: Frame,
        _ token: Int
    ) throws(LiftingFault) -> Symbol {
        var operands: [FormulaGraph.ID] = []
        for place in places {
            operands.append(
                place < arguments.count ? try value(arguments[place], frame, token) : graph.constant(.none))
        }
        var result: FormulaGraph.ID
        if swapped {
            // Worked out in the order in which they are written.
            result = try apply(operation, operands.reversed(), frame, token)
            result = try sequence(operands[0], result, frame, token)
        } else {
            result = try apply(operation, operands, frame, token)
        }
        return symbol(try after(arguments, past: places.count, result, frame, token), frame.iteration)
    }

    /// Arguments that a function does not use are worked out all the same.
    private func after(
        _ arguments: [Symbol], past used: Int, _ result: FormulaGraph.ID, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        guard arguments.count > used else { return result }
        var node = result
        for argument in arguments.reversed() {
            guard case .node(let id, _) = argument else { continue }
            node = try sequence(id, node, frame, token)
        }
        return node
    }

    private func isNilConstant(_ symbol: Symbol) -> Bool {
        guard case .node(let id, _) = symbol else { return false }
        return graph.constantCell(of: id) == Cell.none
    }

    // MARK: Mathematics

    private func math(
        _ name: String, _ arguments: [Symbol], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        guard let function = MathFunction(rawValue: name), !arguments.isEmpty else {
            throw fault(.function("math.\(name)"), frame, token)
        }
        let count = function == .max || function == .min ? arguments.count : 1
        return try operation(.math(function), arguments, Array(0..<count), frame, token)
    }

    /// A number of the library `math`.
    func mathConstant(_ name: String) -> Cell? {
        switch name {
        case "math.huge": .number(.infinity)
        case "math.pi": .number(.pi)
        case "math.maxinteger": .integer(.max)
        case "math.mininteger": .integer(.min)
        default: nil
        }
    }

    // MARK: Methods

    func method(
        _ name: String, of object: Symbol, _ arguments: [Symbol], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        switch object {
        case .table(let table):
            guard let callee = table.value(.text(graph.texts.code(name))) else {
                throw fault(.method(name), frame, token)
            }
            return try call(callee, [object] + arguments, frame, token)
        case .node, .picked: break
        case .function, .lambda, .builtin, .record, .roster, .opaque:
            throw fault(.value(object.typeName), frame, token)
        }
        // The method is looked up before the arguments are worked out: they must not stop the function first.
        for argument in arguments {
            guard case .node(let id, _) = argument, graph.constantCell(of: id) != nil else {
                throw fault(.method(name), frame, token)
            }
        }
        let id = try value(object, frame, token)
        switch name {
        case "sub":
            let operands = [symbol(id, frame.iteration)] + (arguments.isEmpty ? [nilSymbol] : arguments)
            return try operation(.slice, operands, Array(0..<min(operands.count, 3)), frame, token)
        case "lower", "upper", "len":
            let kind: Operation = name == "lower" ? .lowerBytes : name == "upper" ? .upperBytes : .textLength
            return try operation(kind, [symbol(id, frame.iteration)], [0], frame, token)
        default: throw fault(.method(name), frame, token)
        }
    }

    // MARK: Fields that are looked at

    private func fieldNode(
        _ record: Symbol, _ name: Symbol, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        guard case .record(let iteration) = record, case .node(let id, _) = name,
            let cell = graph.constantCell(of: id), cell.tag == Tag.text
        else { throw fault(.value(record.typeName), frame, token) }
        let text = graph.texts[cell.code]
        guard graph.layout.sets[iteration.set].field(text) != nil else { return graph.constant(.ask) }
        return try value(try field(text, of: iteration, frame, token), frame, token)
    }

    private func look(
        _ isKnown: Bool, _ arguments: [Symbol], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        guard arguments.count == 2 else { throw fault(.function(isKnown ? "known" : "reason"), frame, token) }
        let field = try fieldNode(arguments[0], arguments[1], frame, token)
        if graph.constantCell(of: field) != nil { return constant(.ask) }
        return symbol(
            graph.add(isKnown ? .known(field) : .reason(field), level: graph.level(of: field)), frame.iteration)
    }

    private func fields(
        _ isAny: Bool, _ arguments: [Symbol], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        guard let record = arguments.first else { throw fault(.function(isAny ? "any_of" : "all_of"), frame, token) }
        var fields: [FormulaGraph.ID] = []
        for name in arguments.dropFirst() {
            let field = try fieldNode(record, name, frame, token)
            if graph.constantCell(of: field) != nil { return constant(.ask) }
            fields.append(field)
        }
        guard let first = fields.first else { return constant(.boolean(!isAny)) }
        return symbol(
            graph.add(isAny ? .anyOf(fields) : .allOf(fields), level: graph.level(of: first)), frame.iteration)
    }

    private func choice(_ arguments: [Symbol], _ frame: Frame, _ token: Int) throws(LiftingFault) -> Symbol {
        guard arguments.count == 2 else { throw fault(.function("choice"), frame, token) }
        let field = try fieldNode(arguments[0], arguments[1], frame, token)
        guard let place = graph.field(field) else { return constant(.ask) }
        let question = graph.layout.sets[place.set].fields[place.field].question
        guard let list = question.choices, question.kind == .selectOne else { return constant(.ask) }
        let number = graph.number(of: list, at: question.place)
        return symbol(try apply(.choiceRow(number), [field], frame, token), frame.iteration)
    }

    // MARK: Rosters

    private func aggregate(
        _ kind: Aggregate, _ arguments: [Symbol], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        guard case .roster(let iteration, let set)? = arguments.first else {
            throw fault(.value(arguments.first?.typeName ?? "value"), frame, token)
        }
        guard frame.iteration.isWithin(iteration) else { throw fault(.otherMember, frame, token) }
        guard arguments.count == 2, !isNilConstant(arguments[1]) else {
            guard kind == .count, arguments.count <= 2 else { return constant(.ask) }
            return symbol(graph.add(.aggregate(.count, set: set, nil), level: iteration.set), iteration)
        }
        let inner = Iteration(set: set, parent: iteration)
        let body = try value(try member(arguments[1], inner, frame, token), frame, token)
        guard graph.deeper(graph.level(of: body), set) == set else { throw fault(.otherMember, frame, token) }
        return symbol(graph.add(.aggregate(kind, set: set, body), level: iteration.set), iteration)
    }
}
