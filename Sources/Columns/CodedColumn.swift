import FormModel

/// The answers of one field over many rows, as the columns' formulas read them.
///
/// Most questions have few different answers: their column is a code a row, one or two bytes, and a list of what each code
/// stands for, reasons and "not asked" among them. Any formula of such a field alone is worked out once for each code. A
/// field of many different values has a tag and a value a row.
public struct CodedColumn: Sendable {
    /// How the rows are kept.
    public enum Rows: Sendable {
        /// A byte a row: places in `cells`.
        case bytes(ColumnMemory)
        /// Two bytes a row: places in `cells`.
        case shorts(ColumnMemory)
        /// A tag a row, and eight bytes for its value. A text is a place in `pool`.
        case wide(tags: ColumnMemory, bits: ColumnMemory)
    }

    /// The rows.
    public let rows: Rows
    /// How many there are.
    public let count: Int
    /// What codes stand for. A text is a place in `pool`.
    public let cells: [Cell]
    /// The texts.
    public let pool: [String]

    /// A column.
    public init(rows: Rows, count: Int, cells: [Cell] = [], pool: [String] = []) {
        self.rows = rows
        self.count = count
        self.cells = cells
        self.pool = pool
    }
}

extension CodedColumn {
    /// The answers to a question. A rank or a point on the globe is not read by columns.
    public init(_ column: FieldColumn, of question: Question) {
        let encoder = ColumnEncoder(column, question)
        switch column.values {
        case .booleans(let all):
            self = encoder.coded([.boolean(false), .boolean(true)]) { Int(all[$0]) }
        case .integers(let all): self = encoder.numbers(all, { $0 }, Cell.integer)
        case .days(let all):
            self =
                question.kind == .dateTime
                ? encoder.numbers(all, { Int64($0) }, { .dateTime(Double($0) / 1440) })
                : encoder.numbers(all, { Int64($0) }, { .date(Double($0)) })
        case .decimals(let all): self = encoder.wide { .number(all[$0]) }
        case .codes(let all):
            let isSet = question.kind == .selectMultiple
            let cell = { (code: Int32) in isSet ? Cell.set(code) : Cell.text(code) }
            self =
                column.pool.count + ColumnEncoder.others.count <= 1 << 16
                ? encoder.coded(column.pool.indices.map { cell(Int32($0)) }) { Int(all[$0]) }
                : encoder.wide { cell(all[$0]) }
        }
    }
}

private struct ColumnEncoder {
    let states: [UInt8]
    let pool: [String]

    /// What a row without a value is, by its state less one.
    static let others = [Cell.none] + (1...5).map { Cell(tag: Tag.firstAbrupt + $0) }

    init(_ column: FieldColumn, _ question: Question) {
        states = column.states
        pool = column.pool
    }

    /// A column of codes: those of `cells`, then those of rows without a value.
    func coded(_ cells: [Cell], _ code: (Int) -> Int) -> CodedColumn {
        let all = cells + ColumnEncoder.others
        func place(_ row: Int) -> Int {
            states[row] == FieldColumn.hasValue ? code(row) : cells.count + Int(states[row]) - 1
        }
        guard all.count > 256 else {
            let memory = ColumnMemory(of: UInt8.self, count: states.count) { memory in
                for row in states.indices { memory[row] = UInt8(truncatingIfNeeded: place(row)) }
            }
            return CodedColumn(rows: .bytes(memory), count: states.count, cells: all, pool: pool)
        }
        let memory = ColumnMemory(of: UInt16.self, count: states.count) { memory in
            for row in states.indices { memory[row] = UInt16(truncatingIfNeeded: place(row)) }
        }
        return CodedColumn(rows: .shorts(memory), count: states.count, cells: all, pool: pool)
    }

    /// Whole numbers: coded where they lie close together, so that working a formula out for each costs less than for
    /// each row.
    func numbers<Number>(_ all: [Number], _ number: (Number) -> Int64, _ cell: (Int64) -> Cell) -> CodedColumn {
        var (least, most) = (Int64.max, Int64.min)
        for row in states.indices where states[row] == FieldColumn.hasValue {
            least = min(least, number(all[row]))
            most = max(most, number(all[row]))
        }
        guard least <= most else { return coded([]) { _ in 0 } }
        let (span, overflow) = most.subtractingReportingOverflow(least)
        let widest = min(max(states.count / 2, 1 << 8), 1 << 16) - ColumnEncoder.others.count
        guard !overflow, span < widest else { return wide { cell(number(all[$0])) } }
        return coded((least...most).map(cell)) { Int(number(all[$0]) - least) }
    }

    func wide(_ cell: (Int) -> Cell) -> CodedColumn {
        let tags = ColumnMemory(of: UInt8.self, count: states.count) { memory in
            for row in states.indices {
                let state = states[row]
                memory[row] =
                    state == FieldColumn.hasValue ? cell(row).tag : ColumnEncoder.others[Int(state) - 1].tag
            }
        }
        let bits = ColumnMemory(of: UInt64.self, count: states.count) { memory in
            for row in states.indices { memory[row] = states[row] == FieldColumn.hasValue ? cell(row).bits : 0 }
        }
        return CodedColumn(rows: .wide(tags: tags, bits: bits), count: states.count, pool: pool)
    }
}
