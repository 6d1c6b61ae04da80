import CLuaBridge

/// Writes values in the shape that CLuaBridge.h tells.
struct ValueEncoder {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private let state: UInt32

    init(state: UInt32) {
        self.state = state
    }

    /// Writes the count and the values of a call's arguments.
    mutating func encode(arguments: [LuaValue]) throws(LuaFault) {
        append(UInt32(arguments.count))
        for argument in arguments { try encode(argument) }
    }

    mutating func encode(_ value: LuaValue) throws(LuaFault) {
        switch value {
        case .none: append(CLUA_NIL)
        case .boolean(let flag): append(flag ? CLUA_TRUE : CLUA_FALSE)
        case .integer(let integer):
            append(CLUA_INTEGER)
            append(integer)
        case .number(let number):
            append(CLUA_NUMBER)
            append(number.bitPattern)
        case .string(let string):
            append(CLUA_STRING)
            append(string)
        case .date(let date):
            append(CLUA_DATE)
            append(date.days.bitPattern)
            append(UInt8(date.hasTime ? 1 : 0))
        case .set(let names):
            append(CLUA_SET)
            append(UInt32(names.count))
            for name in names { append(name) }
        case .row(let row): try encode(row)
        case .list(let values):
            append(CLUA_LIST)
            try nested { encoder throws(LuaFault) in try encoder.encode(items: values) }
        case .table(let table): try encode(table)
        case .function(let function): try encode(function)
        case .record(let set, let row): append(CLUA_RECORD, set, row)
        case .roster(let set, let parentRow): append(CLUA_ROSTER, set, parentRow)
        case .object(let id):
            append(CLUA_OBJECT)
            append(id)
        }
    }

    private mutating func encode(_ row: LuaRow) throws(LuaFault) {
        append(CLUA_ROW)
        append(UInt32(row.fields.count))
        try nested { encoder throws(LuaFault) in
            for field in row.fields {
                encoder.append(field.name)
                try encoder.encode(field.value)
            }
        }
    }

    private mutating func encode(_ table: LuaTable) throws(LuaFault) {
        append(CLUA_TABLE)
        try nested { encoder throws(LuaFault) in
            try encoder.encode(items: table.array)
            encoder.append(UInt32(table.fields.count))
            for field in table.fields {
                try encoder.encode(field.key)
                try encoder.encode(field.value)
            }
        }
        append(table.className ?? "")
    }

    private mutating func encode(_ function: LuaFunction) throws(LuaFault) {
        guard function.state == state else {
            throw LuaFault(.unsuitableValue(got: "function"), message: "the function belongs to another state")
        }
        append(CLUA_FUNCTION)
        append(function.id)
    }

    private mutating func encode(items: [LuaValue]) throws(LuaFault) {
        append(UInt32(items.count))
        for item in items { try encode(item) }
    }

    private mutating func nested(_ body: (inout ValueEncoder) throws(LuaFault) -> Void) throws(LuaFault) {
        guard depth < 64 else {
            throw LuaFault(.unsuitableValue(got: "depth"), message: "a value from the host nests too deeply")
        }
        depth += 1
        try body(&self)
        depth -= 1
    }

    private mutating func append(_ tag: clua_tag) {
        bytes.append(UInt8(truncatingIfNeeded: tag.rawValue))
    }

    private mutating func append(_ tag: clua_tag, _ first: Int32, _ second: Int32) {
        append(tag)
        append(first)
        append(second)
    }

    private mutating func append(_ integer: some FixedWidthInteger) {
        withUnsafeBytes(of: integer) { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ string: String) {
        append(UInt32(string.utf8.count))
        bytes.append(contentsOf: string.utf8)
    }
}
