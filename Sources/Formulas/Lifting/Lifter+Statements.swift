import Columns
import LuaSyntax

/// Statements. Those that only set variables change the frame; one that may leave the function or a loop is followed by
/// what comes after it, once for each way that leads there.
extension Lifter {
    typealias Rest = (Frame) throws(LiftingFault) -> Symbol

    /// What a function gives that goes on with some statements.
    /// - Parameters:
    ///   - rest: what comes after them.
    ///   - onBreak: what comes after the innermost loop.
    func run(
        _ statements: ArraySlice<Statement>, _ frame: Frame, onBreak: Rest? = nil, _ rest: @escaping Rest
    ) throws(LiftingFault) -> Symbol {
        var frame = frame
        var statements = statements
        while let statement = statements.popFirst() {
            try step(frame, statement.tokens.lowerBound)
            if leaves(statement) { return try leave(statement, statements, frame, onBreak, rest) }
            try perform(statement, &frame)
        }
        return try finish(frame, rest)
    }

    /// What comes next, once what was worked out so far is.
    private func finish(_ frame: Frame, _ rest: Rest) throws(LiftingFault) -> Symbol {
        var next = frame
        next.effects = []
        return try after(frame.effects, try rest(next), frame, frame.closure.fragment.range.lowerBound)
    }

    /// A statement that may leave the function or a loop, and what follows it.
    private func leave(
        _ statement: Statement, _ following: ArraySlice<Statement>, _ frame: Frame, _ onBreak: Rest?,
        _ rest: @escaping Rest
    ) throws(LiftingFault) -> Symbol {
        let token = statement.tokens.lowerBound
        let next: Rest = { inner throws(LiftingFault) in
            try self.run(following, inner, onBreak: onBreak, rest)
        }
        switch statement.kind {
        case .returned(let values):
            var frame = frame
            guard let first = values.first else { return try after(frame.effects, nilSymbol, frame, token) }
            let symbol = try evaluate(first, frame)
            if values.count > 1 {
                // The further values are worked out, too, before the function ends.
                try note(symbol, &frame, token)
                for value in values.dropFirst() { try note(try evaluate(value, frame), &frame, token) }
            }
            return try after(frame.effects, symbol, frame, token)
        case .block(let block): return try run(block.statements[...], frame, onBreak: onBreak, next)
        case .conditional(let arms, let otherwise):
            return try branch(arms[...], otherwise, frame, onBreak, next)
        case .numericFor, .genericFor:
            guard let (variables, items, body) = try items(of: statement, frame) else {
                throw fault(.loop, frame, token)
            }
            return try iterate(variables, items[...], body, frame, next)
        case .breakLoop:
            guard let onBreak else { throw fault(.statement("break"), frame, token) }
            return try finish(frame, onBreak)
        case .whileLoop, .repeatLoop: throw fault(.loop, frame, token)
        case .goto, .label: throw fault(.statement("goto"), frame, token)
        case .local, .localFunction, .assignment, .call, .function, .invalid:
            throw fault(.textNotFound, frame, token)
        }
    }

    private func branch(
        _ arms: ArraySlice<ConditionalArm>, _ otherwise: Block?, _ frame: Frame, _ onBreak: Rest?,
        _ next: @escaping Rest
    ) throws(LiftingFault) -> Symbol {
        guard let arm = arms.first else {
            return try run((otherwise?.statements ?? [])[...], frame, onBreak: onBreak, next)
        }
        let token = arm.condition.tokens.lowerBound
        let condition = try truth(of: try evaluate(arm.condition, frame), frame, token)
        if let cell = graph.constantCell(of: condition), !cell.isAbrupt {
            guard cell.isTrue else { return try branch(arms.dropFirst(), otherwise, frame, onBreak, next) }
            return try run(arm.body.statements[...], frame, onBreak: onBreak, next)
        }
        var inner = frame
        inner.effects = []
        let chosen = try run(arm.body.statements[...], inner, onBreak: onBreak, next)
        let other = try branch(arms.dropFirst(), otherwise, inner, onBreak, next)
        return try after(frame.effects, try choose(condition, chosen, other, frame, token), frame, token)
    }

    /// Whether a statement may leave the function or a loop.
    private func leaves(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .returned, .breakLoop, .goto, .label, .whileLoop, .repeatLoop: true
        case .block(let block): block.statements.contains(where: leaves)
        case .numericFor(_, _, _, _, let body), .genericFor(_, _, let body): body.statements.contains(where: leaves)
        case .conditional(let arms, let otherwise):
            arms.contains { $0.body.statements.contains(where: leaves) }
                || otherwise.map { $0.statements.contains(where: leaves) } == true
        case .local, .assignment, .call, .function, .localFunction, .invalid: false
        }
    }

    // MARK: Statements that only set variables

    private func perform(_ statement: Statement, _ frame: inout Frame) throws(LiftingFault) {
        let token = statement.tokens.lowerBound
        switch statement.kind {
        case .local(let variables, let values):
            let symbols = try evaluate(values, wanted: variables.count, &frame, token)
            for (variable, symbol) in zip(variables, symbols) { frame.locals[variable] = symbol }
        case .localFunction(let variable, let function): frame.locals[variable] = lambda(function, frame)
        case .assignment(let targets, let values):
            let symbols = try evaluate(values, wanted: targets.count, &frame, token)
            for (target, symbol) in zip(targets, symbols) { try assign(symbol, to: target, &frame) }
        case .call(let call): try note(try evaluate(call, frame), &frame, token)
        case .block(let block): try perform(block, &frame)
        case .conditional(let arms, let otherwise): try join(arms[...], otherwise, &frame)
        case .numericFor, .genericFor:
            guard let (variables, items, body) = try items(of: statement, frame) else {
                throw fault(.loop, frame, token)
            }
            for item in items {
                try step(frame, token)
                for (variable, symbol) in zip(variables, item) { frame.locals[variable] = symbol }
                try perform(body, &frame)
            }
        case .function(let target, _): throw fault(.assignment(text(of: target, frame)), frame, token)
        case .returned, .breakLoop, .goto, .label, .whileLoop, .repeatLoop, .invalid:
            throw fault(.textNotFound, frame, token)
        }
    }

    private func perform(_ block: Block, _ frame: inout Frame) throws(LiftingFault) {
        for statement in block.statements {
            try step(frame, statement.tokens.lowerBound)
            try perform(statement, &frame)
        }
    }

    /// The values of some expressions, as many as are wanted.
    private func evaluate(
        _ values: [Expression], wanted: Int, _ frame: inout Frame, _ token: Int
    ) throws(LiftingFault) -> [Symbol] {
        var symbols: [Symbol] = []
        for value in values {
            let symbol = try evaluate(value, frame)
            try note(symbol, &frame, token)
            symbols.append(symbol)
        }
        // A call that stands last may give several values; only its first is followed.
        if symbols.count < wanted, let last = values.last {
            switch last.kind {
            case .call, .methodCall, .varargs: throw fault(.statement("..."), frame, token)
            default: break
            }
        }
        while symbols.count < wanted { symbols.append(nilSymbol) }
        return symbols
    }

    private func assign(_ symbol: Symbol, to target: Expression, _ frame: inout Frame) throws(LiftingFault) {
        guard case .name(_, let variable?) = target.kind, frame.locals[variable] != nil else {
            throw fault(.assignment(text(of: target, frame)), frame, target.tokens.lowerBound)
        }
        frame.locals[variable] = symbol
    }

    private func text(of target: Expression, _ frame: Frame) -> String {
        target.tokens.map { frame.closure.fragment.tokens[$0].shown }.joined()
    }

    func lambda(_ function: Function, _ frame: Frame, isImmediate: Bool = false) -> Symbol {
        .lambda(
            Lambda(
                function, frame.closure, frame.captured.merging(frame.locals) { _, inner in inner },
                isImmediate: isImmediate && frame.isCurrent))
    }

    /// Arms that only set variables: afterwards each has the value of the arm that was taken.
    private func join(
        _ arms: ArraySlice<ConditionalArm>, _ otherwise: Block?, _ frame: inout Frame
    ) throws(LiftingFault) {
        guard let arm = arms.first else {
            if let otherwise { try perform(otherwise, &frame) }
            return
        }
        let token = arm.condition.tokens.lowerBound
        let condition = try truth(of: try evaluate(arm.condition, frame), frame, token)
        if let cell = graph.constantCell(of: condition), !cell.isAbrupt {
            if cell.isTrue { return try perform(arm.body, &frame) }
            return try join(arms.dropFirst(), otherwise, &frame)
        }
        var (first, second) = (frame, frame)
        (first.effects, second.effects) = ([], [])
        try perform(arm.body, &first)
        try join(arms.dropFirst(), otherwise, &second)
        let nothing = graph.constant(.none)
        func chained(_ effects: [FormulaGraph.ID]) throws(LiftingFault) -> FormulaGraph.ID {
            var node = nothing
            for effect in effects.reversed() { node = try sequence(effect, node, frame, token) }
            return node
        }
        let taken = try conditional(
            condition, try chained(first.effects), try chained(second.effects), frame, token)
        try note(.node(taken, nil), &frame, token)
        for (variable, before) in frame.locals {
            guard let a = first.locals[variable], let b = second.locals[variable] else { continue }
            if isSame(before, a), isSame(before, b) { continue }
            frame.locals[variable] = isSame(a, b) ? a : try choose(condition, a, b, frame, token)
        }
    }

    private func isSame(_ a: Symbol, _ b: Symbol) -> Bool {
        switch (a, b) {
        case (.node(let a, _), .node(let b, _)): a == b
        case (.table(let a), .table(let b)): a === b
        case (.record(let a), .record(let b)): a === b
        case (.lambda(let a), .lambda(let b)): a === b
        case (.function(let a), .function(let b)): a == b
        case (.builtin(let a), .builtin(let b)): a == b
        case (.roster(let a, let setA), .roster(let b, let setB)): a === b && setA == setB
        case (.picked(let a, let keysA, _), .picked(let b, let keysB, _)): a == b && keysA == keysB
        default: false
        }
    }

    // MARK: Loops over something fixed

    private static let mostItems = 400

    /// What a loop runs over: its variables, what each holds at every turn, its body; `nil` where that is not fixed.
    private func items(
        of statement: Statement, _ frame: Frame
    ) throws(LiftingFault) -> (variables: [Variable.ID], items: [[Symbol]], body: Block)? {
        switch statement.kind {
        case .numericFor(let variable, let from, let to, let step, let body):
            guard let first = try integer(from, frame), let last = try integer(to, frame),
                let step = step == nil
                    ? 1
                    : try step.flatMap({ expression throws(LiftingFault) in
                        try integer(expression, frame)
                    }), step != 0,
                (step > 0 ? first > last : first < last) || abs(last &- first) / abs(step) < Lifter.mostItems
            else { return nil }
            let numbers = stride(from: first, through: last, by: Int(step))
            return ([variable], numbers.map { [.node(graph.constant(.integer($0)), nil)] }, body)
        case .genericFor(let variables, let values, let body):
            guard values.count == 1, case .call(let callee, let arguments) = values[0].bare.kind, arguments.count == 1,
                case .builtin(let name) = try evaluate(callee, frame), name == "ipairs" || name == "pairs",
                case .table(let table) = try evaluate(arguments[0], frame)
            else { return nil }
            // In one order only: a list, or names.
            guard table.array.isEmpty || table.fields.isEmpty || name == "ipairs" else { return nil }
            var items: [[Symbol]] = []
            for (place, symbol) in table.array.enumerated() {
                if case .node(let id, _) = symbol, graph.constantCell(of: id) == nil { return nil }
                items.append([.node(graph.constant(.integer(Int64(place + 1))), nil), symbol])
            }
            if name == "pairs" {
                for (key, symbol) in table.fields { items.append([.node(graph.constant(key), nil), symbol]) }
            }
            return items.count > Lifter.mostItems ? nil : (variables, items, body)
        default: return nil
        }
    }

    private func integer(_ expression: Expression, _ frame: Frame) throws(LiftingFault) -> Int64? {
        guard case .node(let id, _) = try evaluate(expression, frame), let cell = graph.constantCell(of: id),
            cell.tag == Tag.integer
        else { return nil }
        return cell.integer
    }

    /// A loop whose body may leave it.
    private func iterate(
        _ variables: [Variable.ID], _ items: ArraySlice<[Symbol]>, _ body: Block, _ frame: Frame,
        _ next: @escaping Rest
    ) throws(LiftingFault) -> Symbol {
        guard let item = items.first else { return try finish(frame, next) }
        var frame = frame
        try step(frame, body.tokens.lowerBound)
        for (variable, symbol) in zip(variables, item) { frame.locals[variable] = symbol }
        return try run(body.statements[...], frame, onBreak: next) { inner throws(LiftingFault) in
            try self.iterate(variables, items.dropFirst(), body, inner, next)
        }
    }
}
