import CLuaBridge

/// The state of a cell of a column.
public enum LuaCell {
    /// The cell has a value.
    public static let value: UInt8 = 0
    /// The question was not asked: reads as `nil`.
    public static let notAsked: UInt8 = 1
    /// The host is asked.
    public static let askHost: UInt8 = 255

    /// The cell has no value, for the reason with this code (at most 252).
    public static func missing(_ reason: UInt8) -> UInt8 {
        min(reason, 252) + 2
    }
}

/// The values of one field over the rows of a set.
public struct LuaColumn: Sendable {
    /// Values by type; `strings` and `sets` are places in the pool (a set's names joined by spaces).
    public enum Values: Sendable {
        /// 0 or 1.
        case booleans([UInt8])
        /// Whole numbers.
        case integers([Int64])
        /// Floats.
        case numbers([Double])
        /// Places in the pool.
        case strings([Int32])
        /// Days since 1970-01-01.
        case dates([Int32])
        /// Days since 1970-01-01 with a time of day.
        case datetimes([Double])
        /// Places in the pool.
        case sets([Int32])
    }

    /// A `LuaCell` for each row; nil where every row has a value.
    public var states: [UInt8]?
    /// The values; what stands where there is none is not read.
    public var values: Values

    /// A column.
    public init(_ values: Values, states: [UInt8]? = nil) {
        self.values = values
        self.states = states
    }

    func fits(_ rowCount: Int) -> Bool {
        guard states.map({ $0.count == rowCount }) ?? true else { return false }
        return switch values {
        case .booleans(let values): values.count == rowCount
        case .integers(let values): values.count == rowCount
        case .numbers(let values), .datetimes(let values): values.count == rowCount
        case .strings(let values), .dates(let values), .sets(let values): values.count == rowCount
        }
    }
}

/// The data of a record set for a batch, in memory that stands still while a state reads it.
///
/// Never changed once made, so that it may be shared between threads.
public final class LuaColumns: @unchecked Sendable {
    /// The number of rows.
    public let rowCount: Int
    private var blocks: [UnsafeMutableRawPointer] = []
    private var columns: [clua_column] = []
    private var parentRows: UnsafePointer<Int32>?
    private var rosterSets: [Int32] = []
    private var rosterStarts: [UnsafePointer<Int32>?] = []
    private var poolBytes: UnsafePointer<CChar>?
    private var poolStarts: UnsafePointer<UInt32>?
    private var poolCount = 0

    /// Copies the data of a set.
    ///
    /// - Parameters:
    ///   - rowCount: The number of rows.
    ///   - fields: A column for each field of the layout; nil: the host is asked.
    ///   - parentRows: For a roster: the row of each member's parent.
    ///   - rosters: By the roster's set: where each row's members begin, and at last where they end (`rowCount + 1`
    ///     places). The members of a row lie side by side.
    ///   - pool: The strings that codes stand for.
    public init(
        rowCount: Int, fields: [LuaColumn?], parentRows: [Int32]? = nil, rosters: [Int32: [Int32]] = [:],
        pool: [String] = []
    ) throws(LuaFault) {
        self.rowCount = rowCount
        let startsFit = rosters.values.allSatisfy { starts in
            starts.count == rowCount + 1 && (starts.first ?? 0) >= 0 && zip(starts, starts.dropFirst()).allSatisfy(<=)
        }
        guard rowCount >= 0, rowCount < Int32.max, parentRows.map({ $0.count == rowCount }) ?? true, startsFit,
            fields.allSatisfy({ $0?.fits(rowCount) ?? true }), pool.count < Int32.max
        else {
            throw LuaFault(.unsuitableValue(got: "columns"), message: "the columns do not fit the number of rows")
        }
        columns = fields.map { $0.map(column) ?? clua_column(kind: CLUA_COLUMN_NONE, states: nil, values: nil) }
        self.parentRows = parentRows.map(copy)
        for (set, starts) in rosters {
            rosterSets.append(set)
            rosterStarts.append(copy(starts))
        }
        var bytes: [CChar] = []
        var starts: [UInt32] = [0]
        for string in pool {
            bytes.append(contentsOf: string.utf8.lazy.map { CChar(bitPattern: $0) })
            starts.append(UInt32(clamping: bytes.count))
        }
        poolBytes = copy(bytes)
        poolStarts = copy(starts)
        poolCount = pool.count
    }

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// Gives the data as the bridge takes it.
    func withBinding<Result>(_ body: (UnsafePointer<clua_binding>) -> Result) -> Result {
        columns.withUnsafeBufferPointer { columns in
            rosterSets.withUnsafeBufferPointer { sets in
                rosterStarts.withUnsafeBufferPointer { starts in
                    var binding = clua_binding(
                        row_count: Int32(rowCount), column_count: Int32(columns.count), columns: columns.baseAddress,
                        parent_rows: parentRows, roster_count: Int32(sets.count), roster_sets: sets.baseAddress,
                        roster_starts: starts.baseAddress, pool_bytes: poolBytes, pool_starts: poolStarts,
                        pool_count: Int32(poolCount))
                    return body(&binding)
                }
            }
        }
    }

    private func column(_ column: LuaColumn) -> clua_column {
        let states = column.states.map(copy)
        func raw<Value>(_ kind: clua_column_kind, _ values: [Value]) -> clua_column {
            clua_column(kind: kind, states: states, values: UnsafeRawPointer(copy(values)))
        }
        return switch column.values {
        case .booleans(let values): raw(CLUA_COLUMN_BOOLEAN, values)
        case .integers(let values): raw(CLUA_COLUMN_INTEGER, values)
        case .numbers(let values): raw(CLUA_COLUMN_NUMBER, values)
        case .strings(let values): raw(CLUA_COLUMN_STRING, values)
        case .dates(let values): raw(CLUA_COLUMN_DATE, values)
        case .datetimes(let values): raw(CLUA_COLUMN_DATETIME, values)
        case .sets(let values): raw(CLUA_COLUMN_SET, values)
        }
    }

    /// Copies an array of plain numbers into memory that lives as long as this object.
    private func copy<Value>(_ values: [Value]) -> UnsafePointer<Value> {
        let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
        pointer.initialize(from: values, count: values.count)
        blocks.append(UnsafeMutableRawPointer(pointer))
        return UnsafePointer(pointer)
    }
}
