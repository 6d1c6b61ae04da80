import Columns
import FormModel
import LuaSyntax

/// Nodes, made as simple as they can be.
extension Lifter {
    private var meaning: Meaning {
        Meaning(texts: graph.texts, lists: graph.lists, tables: graph.tables, language: .vietnamese)
    }

    private func level(
        of operands: [FormulaGraph.ID], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Int {
        var level = FormulaGraph.constantLevel
        for operand in operands {
            guard let deeper = graph.deeper(level, graph.level(of: operand)) else {
                throw fault(.otherMember, frame, token)
            }
            level = deeper
        }
        return level
    }

    func apply(
        _ operation: Operation, _ operands: [FormulaGraph.ID], _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        try step(frame, token)
        let cells = operands.compactMap(graph.constantCell)
        if cells.count == operands.count {
            return graph.constant(cells.first(where: \.isAbrupt) ?? meaning.apply(operation, cells))
        }
        return graph.add(.apply(operation, operands), level: try level(of: operands, frame, token))
    }

    func conjunction(
        _ a: FormulaGraph.ID, _ b: FormulaGraph.ID, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        if let cell = graph.constantCell(of: a) { return cell.isAbrupt || !cell.isTrue ? a : b }
        return graph.add(.and(a, b), level: try level(of: [a, b], frame, token))
    }

    func disjunction(
        _ a: FormulaGraph.ID, _ b: FormulaGraph.ID, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        if let cell = graph.constantCell(of: a) { return cell.isAbrupt || cell.isTrue ? a : b }
        return graph.add(.or(a, b), level: try level(of: [a, b], frame, token))
    }

    func conditional(
        _ condition: FormulaGraph.ID, _ a: FormulaGraph.ID, _ b: FormulaGraph.ID, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        if let cell = graph.constantCell(of: condition) { return cell.isAbrupt ? condition : cell.isTrue ? a : b }
        if a == b { return try sequence(condition, a, frame, token) }
        return graph.add(.conditional(condition, a, b), level: try level(of: [condition, a, b], frame, token))
    }

    /// The second, once the first is worked out.
    func sequence(
        _ first: FormulaGraph.ID, _ second: FormulaGraph.ID, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> FormulaGraph.ID {
        if let cell = graph.constantCell(of: first) { return cell.isAbrupt ? first : second }
        if begins(second, with: first) { return second }
        return graph.add(.sequence(first, second), level: try level(of: [first, second], frame, token))
    }

    /// Whether a node's first step is to work out another, so that this stops it in any case.
    private func begins(_ node: FormulaGraph.ID, with first: FormulaGraph.ID) -> Bool {
        var node = node
        while node != first {
            switch graph[node] {
            case .apply(_, let operands):
                guard let next = operands.first else { return false }
                node = next
            case .and(let a, _), .or(let a, _), .conditional(let a, _, _), .sequence(let a, _): node = a
            case .constant, .today, .language, .field, .earlier, .position, .known, .reason, .anyOf, .allOf, .aggregate:
                return false
            }
        }
        return true
    }

    /// A symbol, once what a function had worked out before it is.
    func after(_ effects: [FormulaGraph.ID], _ symbol: Symbol, _ frame: Frame, _ token: Int) throws(LiftingFault)
        -> Symbol
    {
        guard !effects.isEmpty else { return symbol }
        switch symbol {
        case .node, .picked:
            var node = try value(symbol, frame, token)
            for effect in effects.reversed() { node = try sequence(effect, node, frame, token) }
            return self.symbol(node, frame.iteration)
        case .table, .function, .lambda, .builtin, .record, .roster, .opaque:
            throw fault(.value(symbol.typeName), frame, token)
        }
    }

    /// The one symbol or the other.
    func choose(
        _ condition: FormulaGraph.ID, _ a: Symbol, _ b: Symbol, _ frame: Frame, _ token: Int
    ) throws(LiftingFault) -> Symbol {
        let (a, b) = (try value(a, frame, token), try value(b, frame, token))
        return symbol(try conditional(condition, a, b, frame, token), frame.iteration)
    }

    /// The number of a fixed table.
    func number(of table: SymbolTable, _ frame: Frame, _ token: Int) throws(LiftingFault) -> Int {
        graph.number(of: try fixed(table, frame, token))
    }

    private func fixed(_ table: SymbolTable, _ frame: Frame, _ token: Int) throws(LiftingFault) -> FormulaGraph.Table {
        var entries: [Cell: FormulaGraph.Table] = [:]
        for (place, symbol) in table.array.enumerated() {
            entries[.integer(Int64(place + 1))] = try fixed(symbol, frame, token)
        }
        for (key, symbol) in table.fields { entries[key] = try fixed(symbol, frame, token) }
        var hasher = Hasher()
        hasher.combine(entries)
        return .table(entries, id: UInt64(bitPattern: Int64(hasher.finalize())))
    }

    private func fixed(_ symbol: Symbol, _ frame: Frame, _ token: Int) throws(LiftingFault) -> FormulaGraph.Table {
        switch symbol {
        case .node(let id, _):
            guard let cell = graph.constantCell(of: id) else { throw fault(.value("table"), frame, token) }
            return .value(cell)
        case .table(let table): return try fixed(table, frame, token)
        case .picked, .function, .lambda, .builtin, .record, .roster, .opaque: return .unknown
        }
    }
}
