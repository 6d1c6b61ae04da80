import Columns
import FormModel

/// The registers of one thread, and the steps over a batch.
final class Machine {
    struct Memory {
        let tags: UnsafeMutablePointer<UInt8>
        /// `nil` where tags say everything.
        let bits: UnsafeMutablePointer<UInt64>?
    }

    private let program: Program
    private let rows: RecordRows
    private let kernels: Kernels
    private let memory: [Memory]

    /// - Parameter sizes: the most rows of each set in a batch.
    init(_ program: Program, _ rows: RecordRows, sizes: [Int]) {
        self.program = program
        self.rows = rows
        self.kernels = Kernels(meaning: program.operationMeaning)
        memory = program.registers.map { register in
            let size = max(sizes[register.level], 1)
            return Memory(
                tags: .allocate(capacity: size), bits: register.hasBits ? .allocate(capacity: size) : nil)
        }
        for (register, cell) in program.constants {
            let size = max(sizes[program.registers[register].level], 1)
            memory[register].tags.initialize(repeating: cell.tag, count: size)
            memory[register].bits?.initialize(repeating: cell.bits, count: size)
        }
    }

    deinit {
        for memory in memory {
            memory.tags.deallocate()
            memory.bits?.deallocate()
        }
    }

    /// Runs the steps over the rows of a batch.
    /// - Parameter batch: for each set, the rows.
    /// - Returns: what each formula gives, until the next batch.
    func run(_ batch: [Range<Int>]) -> [ResultRows] {
        for step in program.steps { run(step, batch) }
        return program.results.map { register in
            ResultRows(tags: memory[register].tags, bits: memory[register].bits.map { UnsafePointer($0) })
        }
    }

    private func run(_ step: Step, _ batch: [Range<Int>]) {
        switch step {
        case .codes(let number, let lookup, let target):
            let column = program.columns[number]
            read(column, lookup, batch[column.set], into: memory[target])
        case .wide(let number, let target):
            let column = program.columns[number]
            readWide(column, batch[column.set], into: memory[target])
        case .position(let target): place(batch, program.registers[target].level, memory[target])
        case .expand(let source, let target): expand(source, target, batch)
        case .tags(let lookup, let source, let target):
            let count = batch[program.registers[target].level].count
            Kernels.map(memory[source], lookup, count, into: memory[target])
        case .logic(let kind, let sources, let target):
            let count = batch[program.registers[target].level].count
            Kernels.choose(kind, sources.map { memory[$0] }, count, into: memory[target])
        case .apply(let operation, let sources, let target):
            let count = batch[program.registers[target].level].count
            kernels.apply(operation, sources.map { memory[$0] }, count, into: memory[target])
        case .fields(let isAny, let sources, let target):
            let count = batch[program.registers[target].level].count
            Kernels.fields(isAny, sources.map { memory[$0] }, count, into: memory[target])
        case .aggregate(let kind, let set, let source, let target):
            aggregate(kind, set, source.map { memory[$0] }, batch, program.registers[target].level, memory[target])
        }
    }

    // MARK: Reading

    private func read(_ column: Program.Column, _ lookup: Lookup, _ range: Range<Int>, into target: Memory) {
        switch column.data.rows {
        case .bytes(let codes): read(codes.pointer(to: UInt8.self), column, lookup, range, target)
        case .shorts(let codes): read(codes.pointer(to: UInt16.self), column, lookup, range, target)
        case .wide: break
        }
    }

    @inline(__always)
    private func read<Code: BinaryInteger & BitwiseCopyable>(
        _ codes: UnsafePointer<Code>, _ column: Program.Column, _ lookup: Lookup, _ range: Range<Int>, _ target: Memory
    ) {
        let (tags, bits) = (lookup.tags, lookup.bits)
        if column.isEarlier {
            for (row, place) in range.enumerated() {
                guard let place = earlierPlace(place) else {
                    target.tags[row] = Tag.ask
                    continue
                }
                let code = Int(codes[place])
                target.tags[row] = tags[code]
                if let values = target.bits { values[row] = bits[code] }
            }
            return
        }
        if let places = rows.sets[column.set].places {
            places.withUnsafeBufferPointer { places in
                for (row, place) in range.enumerated() {
                    let code = Int(codes[Int(places[place])])
                    target.tags[row] = tags[code]
                    if let values = target.bits { values[row] = bits[code] }
                }
            }
            return
        }
        let codes = codes + range.lowerBound
        for row in 0..<range.count { target.tags[row] = tags[Int(codes[row])] }
        if let values = target.bits {
            for row in 0..<range.count { values[row] = bits[Int(codes[row])] }
        }
    }

    private func readWide(_ column: Program.Column, _ range: Range<Int>, into target: Memory) {
        guard case .wide(let tags, let bits) = column.data.rows, let values = target.bits else { return }
        let (kinds, numbers) = (tags.pointer(to: UInt8.self), bits.pointer(to: UInt64.self))
        let places = rows.sets[column.set].places
        for (row, place) in range.enumerated() {
            guard let place = column.isEarlier ? earlierPlace(place) : places.map({ Int($0[place]) }) ?? place else {
                target.tags[row] = Tag.ask
                continue
            }
            target.tags[row] = kinds[place]
            values[row] = numbers[place]
        }
        guard !column.codes.isEmpty else { return }
        for row in 0..<range.count where target.tags[row] == Tag.text || target.tags[row] == Tag.set {
            values[row] = UInt64(UInt32(bitPattern: column.codes[Int(values[row])]))
        }
    }

    /// Where the columns have the unit's earlier record.
    private func earlierPlace(_ row: Int) -> Int? {
        guard rows.earlier.indices.contains(row), rows.earlier[row] >= 0 else { return nil }
        let place = Int(rows.earlier[row])
        return rows.sets[0].places.map { Int($0[place]) } ?? place
    }

    // MARK: Rosters

    private func place(_ batch: [Range<Int>], _ set: Int, _ target: Memory) {
        guard let parent = program.graph.layout.sets[set].parent, let values = target.bits else { return }
        rows.sets[set].starts.withUnsafeBufferPointer { starts in
            let first = batch[set].lowerBound
            for above in batch[parent] {
                for row in Int(starts[above])..<Int(starts[above + 1]) {
                    target.tags[row - first] = Tag.integer
                    values[row - first] = UInt64(row - Int(starts[above]) + 1)
                }
            }
        }
    }

    private func expand(_ source: Int, _ target: Int, _ batch: [Range<Int>]) {
        let set = program.registers[target].level
        let parent = program.registers[source].level
        let (from, to) = (memory[source], memory[target])
        rows.sets[set].starts.withUnsafeBufferPointer { starts in
            let first = Int(starts[batch[parent].lowerBound])
            for (place, above) in batch[parent].enumerated() {
                let (tag, bits) = (from.tags[place], from.bits?[place] ?? 0)
                for row in (Int(starts[above]) - first)..<(Int(starts[above + 1]) - first) { to.tags[row] = tag }
                guard let values = to.bits else { continue }
                for row in (Int(starts[above]) - first)..<(Int(starts[above + 1]) - first) { values[row] = bits }
            }
        }
    }

    private func aggregate(
        _ kind: Aggregate, _ set: Int, _ source: Memory?, _ batch: [Range<Int>], _ parent: Int, _ target: Memory
    ) {
        let missing = rows.sets[set].missing
        rows.sets[set].starts.withUnsafeBufferPointer { starts in
            let first = Int(starts[batch[parent].lowerBound])
            for (place, above) in batch[parent].enumerated() {
                let members = (Int(starts[above]) - first)..<(Int(starts[above + 1]) - first)
                let cell: Cell
                if members.isEmpty, let missing, missing[above] != 0 {
                    cell = Cell(tag: missing[above])
                } else if let source {
                    cell = Kernels.aggregate(kind, source, members)
                } else {
                    cell = .integer(Int64(members.count))
                }
                target.tags[place] = cell.tag
                if let values = target.bits { values[place] = cell.bits }
            }
        }
    }
}
