import CLuaBridge

/// Reads values in the shape that CLuaBridge.h tells. A buffer that is too short reads as `nil`s, never past its end.
struct ValueDecoder {
    private let bytes: UnsafeRawBufferPointer
    private var next = 0
    private let state: UInt32

    init(_ bytes: UnsafeRawBufferPointer, state: UInt32) {
        self.bytes = bytes
        self.state = state
    }

    /// The arguments of a call: a count and the values.
    mutating func arguments() -> [LuaValue] {
        items()
    }

    mutating func value() -> LuaValue {
        switch clua_tag(UInt32(integer(UInt8.self))) {
        case CLUA_FALSE: .boolean(false)
        case CLUA_TRUE: .boolean(true)
        case CLUA_INTEGER: .integer(integer())
        case CLUA_NUMBER: .number(Double(bitPattern: integer()))
        case CLUA_STRING: .string(string())
        case CLUA_DATE: .date(LuaDate(days: Double(bitPattern: integer()), hasTime: integer(UInt8.self) != 0))
        case CLUA_SET: .set((0..<count()).map { _ in string() })
        case CLUA_ROW: .row(LuaRow((0..<count()).map { _ in LuaRow.Field(string(), value()) }))
        case CLUA_LIST: .list(items())
        case CLUA_TABLE: .table(table())
        case CLUA_FUNCTION: .function(function())
        case CLUA_RECORD: .record(set: integer(), row: integer())
        case CLUA_ROSTER: .roster(set: integer(), parentRow: integer())
        case CLUA_OBJECT: .object(integer())
        default: .none
        }
    }

    mutating func string() -> String {
        let length = Int(integer(UInt32.self))
        guard length <= bytes.count - next else { return "" }
        defer { next += length }
        return String(decoding: bytes[next..<next + length], as: UTF8.self)
    }

    mutating func integer<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number {
        let size = MemoryLayout<Number>.size
        guard size <= bytes.count - next else { return 0 }
        defer { next += size }
        return bytes.loadUnaligned(fromByteOffset: next, as: Number.self)
    }

    /// A count of items, none of which is shorter than a byte.
    private mutating func count() -> Int {
        min(Int(integer(UInt32.self)), bytes.count - next)
    }

    private mutating func items() -> [LuaValue] {
        let count = count()
        var items: [LuaValue] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(value()) }
        return items
    }

    private mutating func table() -> LuaTable {
        let array = items()
        let fields = (0..<count()).map { _ in LuaTable.Field(value(), value()) }
        let className = string()
        return LuaTable(array: array, fields: fields, className: className.isEmpty ? nil : className)
    }

    private mutating func function() -> LuaFunction {
        let id = integer(Int32.self)
        let line = integer(Int32.self)
        let lastLine = integer(Int32.self)
        let file = string()
        return LuaFunction(
            state: state, id: id, file: file.isEmpty ? nil : file, line: Int(line), lastLine: Int(lastLine))
    }
}
