import FormModel

/// The answers in a column, one by one: for what is not a formula over all of them.
extension CodedColumn {
    /// A column without rows.
    public static var empty: CodedColumn {
        CodedColumn(rows: .bytes(ColumnMemory(of: UInt8.self, count: 0) { _ in }), count: 0)
    }

    /// The cell of a row; texts and sets are places in `pool`.
    public subscript(row: Int) -> Cell {
        switch rows {
        case .bytes(let codes): cells[Int(codes.pointer(to: UInt8.self)[row])]
        case .shorts(let codes): cells[Int(codes.pointer(to: UInt16.self)[row])]
        case .wide(let tags, let bits):
            Cell(tag: tags.pointer(to: UInt8.self)[row], bits: bits.pointer(to: UInt64.self)[row])
        }
    }

    /// The code of a row, its place among `cells`; 0 for a column without codes.
    public func code(at row: Int) -> Int32 {
        switch rows {
        case .bytes(let codes): Int32(codes.pointer(to: UInt8.self)[row])
        case .shorts(let codes): Int32(codes.pointer(to: UInt16.self)[row])
        case .wide: 0
        }
    }

    /// Goes through the codes of the rows.
    @inlinable
    public func eachCode(_ body: (Int) -> Void) {
        switch rows {
        case .bytes(let codes): codes.withBytes { for row in 0..<count { body(Int($0[row])) } }
        case .shorts(let codes):
            codes.withBytes { bytes in
                let codes = bytes.assumingMemoryBound(to: UInt16.self)
                for row in 0..<count { body(Int(codes[row])) }
            }
        case .wide: for _ in 0..<count { body(0) }
        }
    }

    /// What is made of the code of each row.
    @inlinable
    public func mapCodes<Result>(_ transform: (Int) -> Result) -> [Result] {
        Array(unsafeUninitializedCapacity: count) { results, filled in
            guard let base = results.baseAddress else { return }
            eachCode { code in
                (base + filled).initialize(to: transform(code))
                filled += 1
            }
        }
    }

    /// The answers of some rows, in their order; of all where none are named.
    public func fieldColumn(of question: Question, rows places: [Int32]? = nil) -> FieldColumn {
        let count = places?.count ?? count
        func cell(_ row: Int) -> Cell { self[places.map { Int($0[row]) } ?? row] }
        var states = [UInt8](repeating: FieldColumn.hasValue, count: count)
        var kind = Tag.none
        for row in 0..<count {
            let cell = cell(row)
            if cell.tag == Tag.none {
                states[row] = FieldColumn.notAsked
            } else if let reason = Tag.reason(of: cell.tag) {
                states[row] = FieldColumn.state(of: reason)
            } else {
                kind = cell.tag
            }
        }
        func all<Element>(_ none: Element, _ value: (Cell) -> Element) -> [Element] {
            (0..<count).map { states[$0] == FieldColumn.hasValue ? value(cell($0)) : none }
        }
        let values: FieldColumn.Values =
            switch kind {
            case Tag.yes, Tag.no: .booleans(all(0) { $0.tag == Tag.yes ? 1 : 0 })
            case Tag.integer: .integers(all(0) { $0.integer })
            case Tag.number: .decimals(all(0) { $0.number })
            case Tag.date: .days(all(0) { Int32($0.number) })
            case Tag.dateTime: .days(all(0) { Int32(($0.number * 1440).rounded()) })
            case Tag.none: .integers(Array(repeating: 0, count: count))
            default: .codes(all(0) { $0.code })
            }
        return FieldColumn(states: states, values: values, pool: pool)
    }

    /// The key of a row as splits and strata write it; `nil` where there is no value.
    public func key(at row: Int, of question: Question) -> String? { key(of: self[row], of: question) }

    /// The key that a cell of the column stands for.
    public func key(of cell: Cell, of question: Question) -> String? {
        switch cell.tag {
        case Tag.yes: "yes"
        case Tag.no: "no"
        case Tag.integer:
            question.kind == .time ? Value.time(minutes: Int(cell.integer)).plainText : String(cell.integer)
        case Tag.number: Value.decimal(cell.number).plainText
        case Tag.text, Tag.set: pool[Int(cell.code)]
        case Tag.date: Day(number: Int(cell.number)).iso
        case Tag.dateTime: dateTime(cell).plainText
        default: nil
        }
    }

    private func dateTime(_ cell: Cell) -> Value {
        let minutes = Int((cell.number * 1440).rounded())
        let day = Int((Double(minutes) / 1440).rounded(.down))
        return .dateTime(Day(number: day), minutes: minutes - day * 1440)
    }

    /// The number in a row: of a yes or no 1 or 0; `nil` where there is no value, or one that is no number.
    public func number(at row: Int) -> Double? {
        let cell = self[row]
        return switch cell.tag {
        case Tag.yes: 1
        case Tag.no: 0
        case Tag.integer: Double(cell.integer)
        case Tag.number: cell.number
        default: nil
        }
    }
}
