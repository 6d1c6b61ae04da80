import FormModel

/// A value in a typed table that cannot be read as what its column holds.
struct UnreadableCell: Error {}

/// Collects the answers of one field, from the cells of a typed table or from whole records.
struct ColumnBuilder {
    /// What the values are read as; `nil` for the text of a calculation that gives values of several kinds.
    let kind: StoredKind?
    private var states: [UInt8] = []
    private var booleans: [UInt8] = []
    private var integers: [Int64] = []
    private var decimals: [Double] = []
    private var days: [Int32] = []
    private var codes: [Int32] = []
    private var pool = TextPool()

    init(_ kind: StoredKind?) {
        self.kind = kind
    }

    private enum Storage {
        case booleans, integers, decimals, days, codes
    }

    private var storage: Storage {
        switch kind {
        case .boolean: .booleans
        case .integer, .time: .integers
        case .decimal: .decimals
        case .date, .dateTime: .days
        case .text, .names, .ranking, .geopoint, .calculated, nil: .codes
        }
    }

    func column() -> FieldColumn {
        let values: FieldColumn.Values =
            switch storage {
            case .booleans: .booleans(booleans)
            case .integers: .integers(integers)
            case .decimals: .decimals(decimals)
            case .days: .days(days)
            case .codes: .codes(codes)
            }
        return FieldColumn(states: states, values: values, pool: pool.texts)
    }

    private mutating func append(state: UInt8) {
        states.append(state)
        switch storage {
        case .booleans: booleans.append(0)
        case .integers: integers.append(0)
        case .decimals: decimals.append(0)
        case .days: days.append(0)
        case .codes: codes.append(0)
        }
    }

    /// Takes the answer from the first of several pairs of columns that holds one: a value, and beside it a reason.
    /// - Parameter absent: the reason for having none where no pair holds any; `nil` for not asked.
    mutating func append(_ statement: RawStatement, at columns: Range<Int>, absent: MissingReason?) throws {
        for column in stride(from: columns.lowerBound, to: columns.upperBound, by: 2) {
            let value = statement.value(column)
            guard value.isNull else {
                states.append(FieldColumn.hasValue)
                return try append(value)
            }
            let reason = statement.value(column + 1)
            guard !reason.isNull else { continue }
            guard let reason = ColumnBuilder.reason(reason.bytes) else { throw UnreadableCell() }
            return append(state: FieldColumn.state(of: reason))
        }
        append(state: absent.map(FieldColumn.state) ?? FieldColumn.notAsked)
    }

    /// Makes room for so many rows in all: a long column that grows is moved again and again, each time to fresh memory.
    mutating func reserve(_ rows: Int) {
        states.reserveCapacity(rows)
        switch storage {
        case .booleans: booleans.reserveCapacity(rows)
        case .integers: integers.reserveCapacity(rows)
        case .decimals: decimals.reserveCapacity(rows)
        case .days: days.reserveCapacity(rows)
        case .codes: codes.reserveCapacity(rows)
        }
    }

    /// Adds the answers of further rows.
    mutating func append(_ other: ColumnBuilder) {
        var numbers = other.pool.texts.map { pool.code($0) }
        // A row without a value has a number that stands for nothing.
        if numbers.isEmpty { numbers = [0] }
        states += other.states
        booleans += other.booleans
        integers += other.integers
        decimals += other.decimals
        days += other.days
        codes.reserveCapacity(codes.count + other.codes.count)
        for code in other.codes { codes.append(numbers[Int(code)]) }
    }

    private static let reasons: [(name: [UInt8], reason: MissingReason)] =
        MissingReason.allCases.map { (Array($0.name.utf8), $0) } + [(Array(TypedTables.erasedReason.utf8), .refused)]

    static func reason(_ name: UnsafeBufferPointer<UInt8>) -> MissingReason? {
        reasons.first { $0.name.elementsEqual(name) }?.reason
    }

    private mutating func append(_ value: RawValue) throws {
        switch kind {
        case .boolean: booleans.append(value.integer == 0 ? 0 : 1)
        case .integer: integers.append(value.integer)
        case .decimal: decimals.append(value.double)
        case .time:
            guard let minutes = ClockText.minutes(value.text) else { throw UnreadableCell() }
            integers.append(Int64(minutes))
        case .date:
            guard let day = Day(iso: value.text) else { throw UnreadableCell() }
            days.append(Int32(day.number))
        case .dateTime:
            guard let (day, minutes) = ClockText.dayAndMinutes(value.text) else { throw UnreadableCell() }
            days.append(Int32(clamping: day.number * 1440 + minutes))
        case .text, .names, .ranking, .geopoint, .calculated, nil: codes.append(pool.code(value.bytes))
        }
    }

    mutating func append(_ answer: Answer) throws {
        switch answer {
        case .notAsked: append(state: FieldColumn.notAsked)
        case .missing(let reason): append(state: FieldColumn.state(of: reason))
        case .value(let value):
            states.append(FieldColumn.hasValue)
            try append(value)
        }
    }

    private mutating func append(_ value: Value) throws {
        switch storage {
        case .booleans: booleans.append(try boolean(value) ? 1 : 0)
        case .integers: integers.append(try integer(value))
        case .decimals: decimals.append(try decimal(value))
        case .days: days.append(try day(value))
        case .codes: codes.append(pool.code(try text(value)))
        }
    }

    private func boolean(_ value: Value) throws -> Bool {
        guard case .boolean(let flag) = value else { throw UnreadableCell() }
        return flag
    }

    private func integer(_ value: Value) throws -> Int64 {
        switch value {
        case .integer(let number): return number
        case .time(let minutes): return Int64(minutes)
        default: throw UnreadableCell()
        }
    }

    private func decimal(_ value: Value) throws -> Double {
        switch value {
        case .integer(let number): return Double(number)
        case .decimal(let number): return number
        default: throw UnreadableCell()
        }
    }

    private func day(_ value: Value) throws -> Int32 {
        switch value {
        case .date(let day): return Int32(day.number)
        case .dateTime(let day, let minutes): return Int32(clamping: day.number * 1440 + minutes)
        default: throw UnreadableCell()
        }
    }

    private func text(_ value: Value) throws -> String {
        // A text column has the texts of its table; only in a mixed one other kinds of value are met.
        guard kind != nil, case .text(let text) = try StoredCell(value) else { return value.plainText }
        return text
    }
}
