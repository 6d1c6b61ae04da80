import Columns
import FormModel
import LuaRuntime
import LuaSyntax

/// Lifts formulas out of scripts: follows a function symbol by symbol, with the values that its variables hold, until
/// only operations on fields are left (`architecture.md` 3).
///
/// A helper function is followed into, a table that does not change is looked up in, a loop over something fixed is
/// unrolled. What cannot be followed throws a `LiftingFault`, and the formula is interpreted. What a script would fail at,
/// or what is not worth a column, becomes `Cell.ask`: the interpreter then runs for the records that come so far.
public final class Lifter {
    /// The formulas lifted so far.
    public let graph: FormulaGraph
    let closures: Closures
    private var steps = 0

    /// So many steps for one formula; those of the commune's take a few dozen.
    private static let mostSteps = 20_000
    /// So many nodes for one formula.
    private static let mostNodes = 4_000
    private static let deepestCall = 24
    private var firstNode = 0

    /// Lifts formulas about one form into a graph.
    public init(_ graph: FormulaGraph, _ closures: Closures) {
        self.graph = graph
        self.closures = closures
    }

    /// The node that gives what a function gives for the rows of a set.
    /// - Parameter comparesEarlier: whether it gets the unit's record of an earlier round as well.
    public func lift(
        _ function: LuaFunction, over set: Int, comparesEarlier: Bool = false
    ) throws(LiftingFault) -> FormulaGraph.ID {
        steps = 0
        firstNode = graph.nodes.count
        let closure = try closures.closure(of: function)
        var iteration: Iteration?
        for set in graph.layout.sets[set].withParents(in: graph.layout).reversed() {
            let earlier = comparesEarlier && set.parent == nil ? Iteration(set: set.index, parent: nil) : nil
            iteration = Iteration(set: set.index, parent: iteration, earlier: earlier)
        }
        guard let iteration else { throw LiftingFault(reason: .textNotFound, place: nil) }
        let outer = Frame(closure: closure, iteration: iteration, captured: [:], depth: 0)
        var records = [Symbol.record(iteration)]
        if comparesEarlier, let earlier = iteration.earlier { records.append(.record(earlier)) }
        let result = try call(.function(function), records, outer, closure.fragment.range.lowerBound)
        return try value(result, outer, closure.fragment.range.lowerBound)
    }

    func fault(_ reason: LiftingFault.Reason, _ frame: Frame, _ token: Int) -> LiftingFault {
        LiftingFault(reason: reason, place: frame.closure.place(ofToken: token))
    }

    func step(_ frame: Frame, _ token: Int) throws(LiftingFault) {
        steps += 1
        guard steps < Lifter.mostSteps, graph.nodes.count - firstNode < Lifter.mostNodes else {
            throw fault(.tooLarge, frame, token)
        }
    }

    // MARK: Calls

    /// What a function gives for some arguments: its first value.
    func call(
        _ callee: Symbol, _ arguments: [Symbol], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        try step(frame, token)
        guard frame.depth < Lifter.deepestCall else { throw fault(.recursion, frame, token) }
        switch callee {
        case .function(let function):
            if let name = closures.builtinName(of: function) {
                return try library(name, arguments, frame, token)
            }
            let closure = try closures.closure(of: function)
            return try run(closure.fragment.function, arguments, closure, [:], isCurrent: true, frame)
        case .lambda(let lambda):
            return try run(
                lambda.function, arguments, lambda.closure, lambda.locals, isCurrent: lambda.isImmediate, frame)
        case .builtin(let name): return try library(name, arguments, frame, token)
        case .node, .picked, .table, .record, .roster, .opaque:
            throw fault(.value(callee.typeName), frame, token)
        }
    }

    /// What a function gives for a row of a roster.
    func member(_ function: Symbol, _ iteration: Iteration, _ frame: Frame, _ token: Int) throws(LiftingFault) -> Symbol
    {
        let inner = Frame(closure: frame.closure, iteration: iteration, captured: [:], depth: frame.depth + 1)
        return try call(function, [.record(iteration)], inner, token)
    }

    private func run(
        _ function: Function, _ arguments: [Symbol], _ closure: Closure, _ captured: [Variable.ID: Symbol],
        isCurrent: Bool, _ outer: Frame
    ) throws(LiftingFault) -> Symbol {
        guard !function.takesVarargs else { throw fault(.statement("..."), outer, 0) }
        var frame = Frame(
            closure: closure, iteration: outer.iteration, captured: captured, isCurrent: isCurrent,
            depth: outer.depth + 1)
        for (place, parameter) in function.parameters.enumerated() {
            frame.locals[parameter] = place < arguments.count ? arguments[place] : nilSymbol
        }
        // Arguments are worked out before the function begins, also those that it does not use.
        for argument in arguments { try note(argument, &frame, closure.fragment.range.lowerBound) }
        return try run(function.body.statements[...], frame) { _ throws(LiftingFault) in self.nilSymbol }
    }

    // MARK: Values

    var nilSymbol: Symbol { .node(graph.constant(.none), nil) }

    func symbol(_ id: FormulaGraph.ID, _ iteration: Iteration) -> Symbol {
        .node(id, iteration.over(graph.level(of: id)))
    }

    /// The node of a value.
    func value(_ symbol: Symbol, _ frame: Frame, _ token: Int) throws(LiftingFault) -> FormulaGraph.ID {
        switch symbol {
        case .node(let id, _): return id
        case .picked(let table, let keys, _): return try apply(.lookup(table), keys, frame, token)
        case .table, .function, .lambda, .builtin, .record, .roster, .opaque:
            throw fault(.value(symbol.typeName), frame, token)
        }
    }

    /// Takes note of what was worked out.
    func note(_ symbol: Symbol, _ frame: inout Frame, _ token: Int) throws(LiftingFault) {
        let id: FormulaGraph.ID
        switch symbol {
        case .node, .picked: id = try value(symbol, frame, token)
        case .table, .function, .lambda, .builtin, .record, .roster, .opaque: return
        }
        if graph.constantCell(of: id).map(\.isAbrupt) ?? true, !frame.effects.contains(id) { frame.effects.append(id) }
    }

    /// What a value of the script is.
    func symbol(of value: LuaValue) -> Symbol {
        if let cell = cell(of: value) { return .node(graph.constant(cell), nil) }
        switch value {
        case .function(let function): return .function(function)
        case .table(let table):
            guard table.className == nil else { return .opaque }
            let fields = table.fields.compactMap { field in
                cell(of: field.key).map { (key: $0, value: symbol(of: field.value)) }
            }
            return .table(SymbolTable(array: table.array.map(symbol), fields: fields, constant: table))
        case .none, .boolean, .integer, .number, .string, .date, .set, .row, .list, .record, .roster, .object:
            return .opaque
        }
    }

    /// The cell of a value that is one.
    func cell(of value: LuaValue) -> Cell? {
        switch value {
        case .none: Cell.none
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .string(let text): .text(graph.texts.code(text))
        case .date(let date): date.hasTime ? .dateTime(date.days) : .date(date.days)
        case .set, .row, .list, .table, .function, .record, .roster, .object: nil
        }
    }
}
