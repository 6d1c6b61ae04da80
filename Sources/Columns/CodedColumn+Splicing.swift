import FormModel

extension CodedColumn {
    /// A stretch of rows of one of two columns.
    public enum Stretch: Hashable, Sendable {
        /// Rows of the first column.
        case old(Range<Int>)
        /// Rows of the second.
        case new(Range<Int>)
    }

    /// A column made of stretches of this and another one of the same field.
    public func spliced(_ stretches: [Stretch], with other: CodedColumn) -> CodedColumn {
        var pool = pool
        var numbers: [String: Int32] = [:]
        for (number, text) in pool.enumerated() { numbers[text] = Int32(number) }
        // The other column's texts in terms of this one's.
        let texts = other.pool.map { text -> Int32 in
            if let known = numbers[text] { return known }
            let number = Int32(pool.count)
            pool.append(text)
            numbers[text] = number
            return number
        }
        func translated(_ cell: Cell) -> Cell {
            guard cell.tag == Tag.text || cell.tag == Tag.set else { return cell }
            return Cell(tag: cell.tag, bits: UInt64(UInt32(bitPattern: texts[Int(cell.code)])))
        }
        let count = stretches.reduce(0) { total, stretch in
            switch stretch {
            case .old(let rows), .new(let rows): total + rows.count
            }
        }
        var builder = CellColumnBuilder(known: cells, count: count)
        for stretch in stretches {
            switch stretch {
            case .old(let rows): builder.append(self, rows) { $0 }
            case .new(let rows): builder.append(other, rows, translated)
            }
        }
        return builder.column(pool: pool)
    }
}

/// Collects cells row by row, by codes as long as there are few different ones.
private struct CellColumnBuilder {
    private var cells: [Cell]
    private var codes: [Cell: Int32] = [:]
    private var rows: [Int32] = []
    private var wide: [Cell] = []
    private var isWide = false

    init(known: [Cell], count: Int) {
        cells = known
        for (code, cell) in known.enumerated() where codes[cell] == nil { codes[cell] = Int32(code) }
        rows.reserveCapacity(count)
    }

    mutating func append(_ column: CodedColumn, _ range: Range<Int>, _ translated: (Cell) -> Cell) {
        if case .wide = column.rows { widen() }
        if isWide {
            for row in range { wide.append(translated(column[row])) }
            return
        }
        let own = column.cells.map { code(of: translated($0)) }
        for row in range { rows.append(own[Int(column.code(at: row))]) }
        if cells.count > 1 << 16 { widen() }
    }

    private mutating func code(of cell: Cell) -> Int32 {
        if let known = codes[cell] { return known }
        let code = Int32(cells.count)
        cells.append(cell)
        codes[cell] = code
        return code
    }

    private mutating func widen() {
        guard !isWide else { return }
        isWide = true
        wide = rows.map { cells[Int($0)] }
        rows = []
    }

    func column(pool: [String]) -> CodedColumn {
        if isWide {
            let tags = ColumnMemory(of: UInt8.self, count: wide.count) { memory in
                for (row, cell) in wide.enumerated() { memory[row] = cell.tag }
            }
            let bits = ColumnMemory(of: UInt64.self, count: wide.count) { memory in
                for (row, cell) in wide.enumerated() { memory[row] = cell.bits }
            }
            return CodedColumn(rows: .wide(tags: tags, bits: bits), count: wide.count, pool: pool)
        }
        if cells.count <= 256 {
            let memory = ColumnMemory(of: UInt8.self, count: rows.count) { memory in
                for (row, code) in rows.enumerated() { memory[row] = UInt8(truncatingIfNeeded: code) }
            }
            return CodedColumn(rows: .bytes(memory), count: rows.count, cells: cells, pool: pool)
        }
        let memory = ColumnMemory(of: UInt16.self, count: rows.count) { memory in
            for (row, code) in rows.enumerated() { memory[row] = UInt16(truncatingIfNeeded: code) }
        }
        return CodedColumn(rows: .shorts(memory), count: rows.count, cells: cells, pool: pool)
    }
}
