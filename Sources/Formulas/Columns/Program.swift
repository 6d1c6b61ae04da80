import Columns
import FormModel
import LuaRuntime

/// Formulas as steps over columns: what is the same for several is worked out once, and what depends on one coded column
/// is a table of its codes.
///
/// All steps run over a batch of records, whose registers stay in the processor's cache, then over the next; batches are
/// shared out among threads. What a row gets depends on nothing but the row.
public final class Program: @unchecked Sendable {
    // Changed only while it is made; then threads read it together.

    /// A place where a batch's rows have a value each.
    struct Register {
        let level: Int
        let hasBits: Bool
    }

    /// A formula that is wanted: its node, and the set whose rows it runs over.
    public struct Output: Hashable, Sendable {
        /// The node.
        public let node: FormulaGraph.ID
        /// The set.
        public let set: Int

        /// A formula over a set.
        public init(node: FormulaGraph.ID, set: Int) {
            self.node = node
            self.set = set
        }
    }

    /// What a node is before any row is seen.
    enum Shape {
        case constant(Cell)
        /// A cell for each code of a column.
        case coded(column: Int, cells: [Cell])
        case register(Int)
    }

    struct Column {
        let set: Int
        /// Whether it is read of the earlier record.
        let isEarlier: Bool
        let data: CodedColumn
        /// The graph's number of each text of the column's pool.
        let codes: [Int32]
    }

    let graph: FormulaGraph
    let outputs: [Output]
    private(set) var steps: [Step] = []
    private(set) var registers: [Register] = []
    private(set) var columns: [Column] = []
    /// The registers of the outputs, in their order.
    private(set) var results: [Int] = []
    /// Registers that hold the same cell in every row, whatever the batch.
    private(set) var constants: [(register: Int, cell: Cell)] = []

    private let meaning: Meaning
    private let today: Cell
    private let data: [FormulaGraph.FieldPlace: CodedColumn]
    private var columnNumbers: [Bool: [FormulaGraph.FieldPlace: Int]] = [:]
    private var shapes: [FormulaGraph.ID: Shape] = [:]
    private var homes: [Home: Int] = [:]

    private struct Home: Hashable {
        let node: FormulaGraph.ID
        let level: Int
    }

    /// - Parameters:
    ///   - columns: the columns of the fields that the formulas use (`FormulaGraph.use`).
    public init(
        _ graph: FormulaGraph, _ outputs: [Output], today: Day, language: Language,
        columns: [FormulaGraph.FieldPlace: CodedColumn]
    ) {
        self.graph = graph
        self.outputs = outputs
        self.today = .date(Double(today.number))
        self.data = columns
        self.meaning = Meaning(texts: graph.texts, lists: graph.lists, tables: graph.tables, language: language)
        for output in outputs { results.append(register(of: output.node, at: output.set)) }
    }

    /// The codes that decide what an output gives, with a cell for each, where it depends on one coded column of its set.
    public func coded(_ output: Int) -> (column: CodedColumn, cells: [Cell])? {
        let output = outputs[output]
        guard case .coded(let column, let cells)? = shapes[output.node], columns[column].set == output.set,
            !columns[column].isEarlier
        else { return nil }
        return (columns[column].data, cells)
    }

    // MARK: Registers

    func add(_ step: Step) { steps.append(step) }

    private func newRegister(_ level: Int, hasBits: Bool) -> Int {
        registers.append(Register(level: level, hasBits: hasBits))
        return registers.count - 1
    }

    /// The register that has a node's value for each row of a set, which is the node's own or lies below it.
    private func register(of node: FormulaGraph.ID, at level: Int) -> Int {
        let home = Home(node: node, level: level)
        if let known = homes[home] { return known }
        let found: Int
        switch shape(of: node) {
        case .constant(let cell):
            found = newRegister(level, hasBits: Tag.hasBits(cell.tag))
            constants.append((found, cell))
        case .register(let register):
            found = registers[register].level == level ? register : expanded(node, to: level)
        case .coded(let column, let cells):
            guard columns[column].set == level else {
                found = expanded(node, to: level)
                break
            }
            found = newRegister(level, hasBits: cells.contains { Tag.hasBits($0.tag) })
            add(.codes(column: column, Lookup(cells), to: found))
        }
        homes[home] = found
        return found
    }

    private func expanded(_ node: FormulaGraph.ID, to level: Int) -> Int {
        let parent = graph.layout.sets[level].parent ?? 0
        let source = register(of: node, at: parent)
        let found = newRegister(level, hasBits: registers[source].hasBits)
        add(.expand(source, to: found))
        return found
    }

    // MARK: Shapes

    private func shape(of node: FormulaGraph.ID) -> Shape {
        if let known = shapes[node] { return known }
        let found = newShape(of: node)
        shapes[node] = found
        return found
    }

    private func newShape(of node: FormulaGraph.ID) -> Shape {
        let level = graph.level(of: node)
        switch graph[node] {
        case .constant(let cell): return .constant(cell)
        case .today: return .constant(today)
        case .language: return .constant(.text(graph.texts.code(meaning.language.rawValue)))
        case .field(let set, let field): return fieldShape(set, field, isEarlier: false)
        case .earlier(let field): return fieldShape(0, field, isEarlier: true)
        case .position(let set):
            let register = newRegister(set, hasBits: true)
            add(.position(to: register))
            return .register(register)
        case .apply(let operation, let operands): return applied(operation, operands, level)
        case .and(let a, let b): return logical(.and, [a, b], level)
        case .or(let a, let b): return logical(.or, [a, b], level)
        case .sequence(let a, let b): return logical(.sequence, [a, b], level)
        case .conditional(let c, let a, let b): return logical(.conditional, [c, a, b], level)
        case .known(let field): return looked(at: field, level) { .boolean(!$0.isAbrupt && $0.tag != Tag.none) }
        case .reason(let field):
            let texts = graph.texts
            return looked(at: field, level) { cell in
                Tag.reason(of: cell.tag).map { .text(texts.code($0.name)) } ?? .none
            }
        case .anyOf(let fields): return fieldsShape(fields, isAny: true, level)
        case .allOf(let fields): return fieldsShape(fields, isAny: false, level)
        case .aggregate(let kind, let set, let body):
            let source: Int? = if let body { register(of: body, at: set) } else { nil }
            let register = newRegister(level, hasBits: kind == .count || kind == .sum)
            add(.aggregate(kind, set: set, source, to: register))
            return .register(register)
        }
    }

    private func fieldShape(_ set: Int, _ field: Int, isEarlier: Bool) -> Shape {
        guard let number = columnNumber(set, field, isEarlier) else { return .constant(.ask) }
        let column = columns[number]
        switch column.data.rows {
        case .bytes, .shorts:
            let cells = column.data.cells.map { cell in
                cell.tag == Tag.text || cell.tag == Tag.set
                    ? Cell(tag: cell.tag, bits: UInt64(UInt32(bitPattern: column.codes[Int(cell.code)]))) : cell
            }
            return .coded(column: number, cells: cells)
        case .wide:
            let register = newRegister(set, hasBits: true)
            add(.wide(column: number, to: register))
            return .register(register)
        }
    }

    private func columnNumber(_ set: Int, _ field: Int, _ isEarlier: Bool) -> Int? {
        let place = FormulaGraph.FieldPlace(set: set, field: field)
        if let known = columnNumbers[isEarlier]?[place] { return known }
        guard let column = data[place] else { return nil }
        columns.append(Column(set: set, isEarlier: isEarlier, data: column, codes: column.pool.map(graph.texts.code)))
        columnNumbers[isEarlier, default: [:]][place] = columns.count - 1
        return columns.count - 1
    }

    // MARK: Operations

    /// Works a node out before any row is seen, where its operands are constants, or codes of one column.
    private func early(_ operands: [FormulaGraph.ID], _ result: ([Cell]) -> Cell) -> Shape? {
        var column: Int?
        var shapes: [Shape] = []
        for operand in operands {
            let shape = shape(of: operand)
            switch shape {
            case .constant: break
            case .coded(let number, _):
                guard column == nil || column == number else { return nil }
                column = number
            case .register: return nil
            }
            shapes.append(shape)
        }
        func cells(_ code: Int) -> [Cell] {
            shapes.map { shape in
                switch shape {
                case .constant(let cell): cell
                case .coded(_, let cells): cells[code]
                case .register: .ask
                }
            }
        }
        guard let column else { return .constant(result(cells(0))) }
        return .coded(column: column, cells: columns[column].data.cells.indices.map { result(cells($0)) })
    }

    private func registers(of operands: [FormulaGraph.ID], at level: Int) -> [Int] {
        var found: [Int] = []
        for operand in operands { found.append(register(of: operand, at: level)) }
        return found
    }

    private func applied(_ operation: Operation, _ operands: [FormulaGraph.ID], _ level: Int) -> Shape {
        let meaning = meaning
        let early = early(operands) { cells in
            cells.first(where: \.isAbrupt) ?? meaning.apply(operation, cells)
        }
        if let early { return early }
        let sources = registers(of: operands, at: level)
        if operation == .typeName {
            let cells = (0...255).map { tag in
                let cell = Cell(tag: UInt8(tag))
                return cell.isAbrupt ? cell : meaning.apply(operation, [cell])
            }
            let register = newRegister(level, hasBits: true)
            add(.tags(Lookup(cells), sources[0], to: register))
            return .register(register)
        }
        let register = newRegister(level, hasBits: operation.hasBits)
        add(.apply(operation, sources, to: register))
        return .register(register)
    }

    private func logical(_ kind: Logic, _ operands: [FormulaGraph.ID], _ level: Int) -> Shape {
        if let early = early(operands, kind.result) { return early }
        let sources = registers(of: operands, at: level)
        let hasBits = sources.contains { registers[$0].hasBits }
        let register = newRegister(level, hasBits: hasBits)
        add(.logic(kind, sources, to: register))
        return .register(register)
    }

    private func looked(at field: FormulaGraph.ID, _ level: Int, _ result: @escaping (Cell) -> Cell) -> Shape {
        if let early = early([field], { result($0[0]) }) { return early }
        let source = register(of: field, at: level)
        let cells = (0...255).map { result(Cell(tag: UInt8($0))) }
        let register = newRegister(level, hasBits: cells.contains { Tag.hasBits($0.tag) })
        add(.tags(Lookup(cells), source, to: register))
        return .register(register)
    }

    private func fieldsShape(_ fields: [FormulaGraph.ID], isAny: Bool, _ level: Int) -> Shape {
        let result = { (cells: [Cell]) in Kernels.anyOrAll(cells, isAny: isAny) }
        if let early = early(fields, result) { return early }
        let sources = registers(of: fields, at: level)
        let register = newRegister(level, hasBits: false)
        add(.fields(isAny: isAny, sources, to: register))
        return .register(register)
    }
}

extension Program {
    var operationMeaning: Meaning { meaning }
}
