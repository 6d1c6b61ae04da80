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

/// The values of one field over the rows of a set, in memory that stands still while a state reads it.
///
/// Never changed once made, so that it may be shared between batches and threads.
public final class LuaColumn: @unchecked Sendable {
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

    private let rowCount: Int
    private let memory: LuaMemory
    private let stateMemory: LuaMemory?
    private let stateCount: Int?
    private let kind: clua_column_kind

    /// A column.
    /// - Parameters:
    ///   - values: What stands where there is no value is not read.
    ///   - states: A `LuaCell` for each row; nil where every row has a value.
    public init(_ values: Values, states: [UInt8]? = nil) {
        switch values {
        case .booleans(let values): (kind, memory, rowCount) = (CLUA_COLUMN_BOOLEAN, LuaMemory(values), values.count)
        case .integers(let values): (kind, memory, rowCount) = (CLUA_COLUMN_INTEGER, LuaMemory(values), values.count)
        case .numbers(let values): (kind, memory, rowCount) = (CLUA_COLUMN_NUMBER, LuaMemory(values), values.count)
        case .strings(let values): (kind, memory, rowCount) = (CLUA_COLUMN_STRING, LuaMemory(values), values.count)
        case .dates(let values): (kind, memory, rowCount) = (CLUA_COLUMN_DATE, LuaMemory(values), values.count)
        case .datetimes(let values): (kind, memory, rowCount) = (CLUA_COLUMN_DATETIME, LuaMemory(values), values.count)
        case .sets(let values): (kind, memory, rowCount) = (CLUA_COLUMN_SET, LuaMemory(values), values.count)
        }
        stateMemory = states.map { LuaMemory($0) }
        stateCount = states?.count
    }

    func fits(_ rowCount: Int) -> Bool { self.rowCount == rowCount && stateCount ?? rowCount == rowCount }

    /// The column as the bridge takes it; it stands as long as this object.
    var raw: clua_column {
        clua_column(
            kind: kind, states: stateMemory.map { $0.pointer(to: UInt8.self) }, values: UnsafeRawPointer(memory.start))
    }
}

/// A copy of an array of plain numbers.
final class LuaMemory {
    let start: UnsafeMutableRawPointer

    init<Value: BitwiseCopyable>(_ values: [Value]) {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
        memory.initialize(from: values, count: values.count)
        start = UnsafeMutableRawPointer(memory)
    }

    deinit { start.deallocate() }

    func pointer<Value>(to type: Value.Type) -> UnsafePointer<Value> {
        UnsafePointer(start.assumingMemoryBound(to: type))
    }
}

/// The data of a record set for a batch, in memory that stands still while a state reads it.
///
/// Never changed once made, so that it may be shared between threads.
public final class LuaColumns: @unchecked Sendable {
    /// The number of rows.
    public let rowCount: Int
    private var blocks: [LuaMemory] = []
    /// What `columns` points into.
    private let fields: [LuaColumn?]
    private let columns: [clua_column]
    private var parentRows: UnsafePointer<Int32>?
    private var rosterSets: [Int32] = []
    private var rosterStarts: [UnsafePointer<Int32>?] = []
    private var poolBytes: UnsafePointer<CChar>?
    private var poolStarts: UnsafePointer<UInt32>?
    private var poolCount = 0

    /// Takes the columns of a set, and copies what else there is.
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
        self.fields = fields
        columns = fields.map { $0?.raw ?? clua_column(kind: CLUA_COLUMN_NONE, states: nil, values: nil) }
        let startsFit = rosters.values.allSatisfy { starts in
            starts.count == rowCount + 1 && (starts.first ?? 0) >= 0 && zip(starts, starts.dropFirst()).allSatisfy(<=)
        }
        guard rowCount >= 0, rowCount < Int32.max, parentRows.map({ $0.count == rowCount }) ?? true, startsFit,
            fields.allSatisfy({ $0?.fits(rowCount) ?? true }), pool.count < Int32.max
        else {
            throw LuaFault(.unsuitableValue(got: "columns"), message: "the columns do not fit the number of rows")
        }
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

    /// Copies an array of plain numbers into memory that lives as long as this object.
    private func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafePointer<Value> {
        let memory = LuaMemory(values)
        blocks.append(memory)
        return memory.pointer(to: Value.self)
    }
}
