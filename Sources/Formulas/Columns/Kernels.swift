import Columns
import FormModel

/// What the steps do, row by row. Each does what `Meaning` says of an operation on one record.
struct Kernels {
    typealias Memory = Machine.Memory
    let meaning: Meaning

    // MARK: Choosing

    static func map(_ source: Memory, _ lookup: Lookup, _ count: Int, into target: Memory) {
        for row in 0..<count { target.tags[row] = lookup.tags[Int(source.tags[row])] }
        guard let values = target.bits else { return }
        for row in 0..<count { values[row] = lookup.bits[Int(source.tags[row])] }
    }

    static func choose(_ kind: Logic, _ sources: [Memory], _ count: Int, into target: Memory) {
        let (a, b) = (sources[0], sources[1])
        switch kind {
        case .and: choose(a, b, a, count, target) { Tag.isTrue($0) }
        case .or: choose(a, b, a, count, target) { $0 < Tag.yes }
        case .sequence: choose(a, b, a, count, target) { !Tag.isAbrupt($0) }
        case .conditional:
            let c = sources[2]
            for row in 0..<count {
                let tag = a.tags[row]
                let chosen = Tag.isTrue(tag) ? b.tags[row] : c.tags[row]
                target.tags[row] = Tag.isAbrupt(tag) ? tag : chosen
            }
            guard let values = target.bits else { return }
            for row in 0..<count {
                values[row] = Tag.isTrue(a.tags[row]) ? b.bits?[row] ?? 0 : c.bits?[row] ?? 0
            }
        }
    }

    /// The second where the first's tag says so, else the third.
    @inline(__always)
    private static func choose(
        _ a: Memory, _ b: Memory, _ c: Memory, _ count: Int, _ target: Memory, _ takes: (UInt8) -> Bool
    ) {
        let (first, second, third, result) = (a.tags, b.tags, c.tags, target.tags)
        for row in 0..<count { result[row] = takes(first[row]) ? second[row] : third[row] }
        guard let values = target.bits else { return }
        for row in 0..<count { values[row] = takes(first[row]) ? b.bits?[row] ?? 0 : c.bits?[row] ?? 0 }
    }

    // MARK: Operations

    func apply(_ operation: Operation, _ sources: [Memory], _ count: Int, into target: Memory) {
        switch operation {
        case .equal: compare(sources, count, target) { meaning.equal($0, $1).map(Cell.boolean) ?? .ask }
        case .unequal: compare(sources, count, target) { meaning.equal($0, $1).map { .boolean(!$0) } ?? .ask }
        case .less: order(sources, count, target, { $0 < $1 }, { $0 < $1 }, operation)
        case .lessOrEqual: order(sources, count, target, { $0 <= $1 }, { $0 <= $1 }, operation)
        case .greater: order(sources, count, target, { $0 > $1 }, { $0 > $1 }, operation)
        case .greaterOrEqual: order(sources, count, target, { $0 >= $1 }, { $0 >= $1 }, operation)
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power:
            compare(sources, count, target) { Meaning.arithmetic(operation, $0, $1) }
        case .not:
            for row in 0..<count {
                let tag = sources[0].tags[row]
                target.tags[row] = Tag.isAbrupt(tag) ? tag : Tag.isTrue(tag) ? Tag.no : Tag.yes
            }
        default: any(operation, sources, count, target)
        }
    }

    @inline(__always)
    private static func cell(_ memory: Memory, _ row: Int) -> Cell {
        Cell(tag: memory.tags[row], bits: memory.bits?[row] ?? 0)
    }

    @inline(__always)
    private static func put(_ cell: Cell, _ memory: Memory, _ row: Int) {
        memory.tags[row] = cell.tag
        if let values = memory.bits { values[row] = cell.bits }
    }

    /// An operation on two values.
    @inline(__always)
    private func compare(_ sources: [Memory], _ count: Int, _ target: Memory, _ result: (Cell, Cell) -> Cell) {
        let (a, b) = (sources[0], sources[1])
        for row in 0..<count {
            let (left, right) = (Kernels.cell(a, row), Kernels.cell(b, row))
            Kernels.put(left.isAbrupt ? left : right.isAbrupt ? right : result(left, right), target, row)
        }
    }

    /// An order of numbers, and of whatever else has one.
    @inline(__always)
    private func order(
        _ sources: [Memory], _ count: Int, _ target: Memory, _ whole: (Int64, Int64) -> Bool,
        _ floats: (Double, Double) -> Bool, _ operation: Operation
    ) {
        compare(sources, count, target) { left, right in
            switch (left.tag, right.tag) {
            case (Tag.integer, Tag.integer): return .boolean(whole(left.integer, right.integer))
            case (Tag.number, Tag.number): return .boolean(floats(left.number, right.number))
            default: return meaning.apply(operation, [left, right])
            }
        }
    }

    private func any(_ operation: Operation, _ sources: [Memory], _ count: Int, _ target: Memory) {
        var cells = Array(repeating: Cell.none, count: sources.count)
        for row in 0..<count {
            var abrupt: Cell?
            for place in sources.indices {
                cells[place] = Kernels.cell(sources[place], row)
                if abrupt == nil, cells[place].isAbrupt { abrupt = cells[place] }
            }
            Kernels.put(abrupt ?? (operation.makesTexts ? .ask : meaning.apply(operation, cells)), target, row)
        }
    }

    // MARK: Several conditions

    static func fields(_ isAny: Bool, _ sources: [Memory], _ count: Int, into target: Memory) {
        for row in 0..<count {
            target.tags[row] = anyOrAll(sources.map { Cell(tag: $0.tags[row]) }, isAny: isAny).tag
        }
    }

    /// Whether any, or all, of some conditions hold: one that decides does, whatever else is missing.
    static func anyOrAll(_ cells: [Cell], isAny: Bool) -> Cell {
        var missing: Cell?
        for cell in cells {
            switch cell.tag {
            case Tag.none, Tag.no, Tag.yes: if (cell.tag == Tag.yes) == isAny { return .boolean(isAny) }
            case Tag.firstAbrupt..<Tag.ask: missing = missing ?? cell
            default: return .ask
            }
        }
        return missing ?? .boolean(!isAny)
    }

    /// What the members of one roster give together.
    static func aggregate(_ kind: Aggregate, _ source: Memory, _ members: Range<Int>) -> Cell {
        switch kind {
        case .count: counted(source.tags, members)
        case .sum: summed(source, members)
        case .any: decided(source.tags, members, isAny: true)
        case .all: decided(source.tags, members, isAny: false)
        }
    }

    private static func counted(_ tags: UnsafeMutablePointer<UInt8>, _ members: Range<Int>) -> Cell {
        var count: Int64 = 0
        for row in members {
            let tag = tags[row]
            if tag > Tag.yes { return Tag.isAbrupt(tag) ? Cell(tag: tag) : .ask }
            if tag == Tag.yes { count += 1 }
        }
        return .integer(count)
    }

    private static func decided(
        _ tags: UnsafeMutablePointer<UInt8>, _ members: Range<Int>, isAny: Bool
    ) -> Cell {
        var missing: UInt8 = 0
        for row in members {
            let tag = tags[row]
            if tag <= Tag.yes {
                if (tag == Tag.yes) == isAny { return .boolean(isAny) }
            } else if Tag.isAbrupt(tag), tag != Tag.ask {
                if missing == 0 { missing = tag }
            } else {
                return .ask
            }
        }
        return missing == 0 ? .boolean(!isAny) : Cell(tag: missing)
    }

    /// The sum as Lua's `+` from 0, in the order of the members.
    private static func summed(_ source: Memory, _ members: Range<Int>) -> Cell {
        var whole: Int64 = 0
        var number = 0.0
        var isWhole = true
        for row in members {
            let cell = cell(source, row)
            switch cell.tag {
            case Tag.none: continue
            case Tag.integer where isWhole:
                let (sum, overflow) = whole.addingReportingOverflow(cell.integer)
                if overflow { return .ask }
                whole = sum
            case Tag.integer, Tag.number:
                let next = cell.tag == Tag.integer ? Double(cell.integer) : cell.number
                number = (isWhole ? Double(whole) : number) + next
                isWhole = false
            default: return cell.isAbrupt ? cell : .ask
            }
        }
        return isWhole ? .integer(whole) : .number(number)
    }
}
