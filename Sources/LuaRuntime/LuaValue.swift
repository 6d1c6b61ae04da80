/// A value that crosses between Swift and a script.
///
/// Strings are UTF-8; invalid bytes in a script's string are repaired on the way out, zero bytes survive.
public enum LuaValue: Sendable, Equatable {
    /// Lua's `nil`: among answers, a value that was not asked.
    case none
    /// `true` or `false`.
    case boolean(Bool)
    /// A Lua integer.
    case integer(Int64)
    /// A Lua float.
    case number(Double)
    /// A string.
    case string(String)
    /// A date, with or without a time of day.
    case date(LuaDate)
    /// The names chosen, in order: read-only to scripts (`h.devices.phone`, `#h.devices`).
    case set([String])
    /// A strict, read-only table: reading an absent name is a fault.
    case row(LuaRow)
    /// A read-only list.
    case list([LuaValue])
    /// A table.
    case table(LuaTable)
    /// A function of this state.
    case function(LuaFunction)
    /// A record: a row of a record set.
    case record(set: Int32, row: Int32)
    /// The members of a roster (`set`) below a row of the parent's set.
    case roster(set: Int32, parentRow: Int32)
    /// An object whose properties and methods the host answers.
    case object(Int32)
}

/// A date as scripts see it: compares and subtracts in days.
public struct LuaDate: Sendable, Hashable {
    /// Days since 1970-01-01, with a fraction where there is a time.
    public var days: Double
    /// Whether it has a time of day.
    public var hasTime: Bool

    /// A date so many days after 1970-01-01.
    public init(days: Double, hasTime: Bool = false) {
        self.days = days
        self.hasTime = hasTime
    }
}

/// A strict row: named values in order. What crosses back from a script is sorted by name.
public struct LuaRow: Sendable, Equatable {
    /// A named value.
    public struct Field: Sendable, Equatable {
        /// The name.
        public var name: String
        /// The value; never `.none`.
        public var value: LuaValue

        /// A named value.
        public init(_ name: String, _ value: LuaValue) {
            self.name = name
            self.value = value
        }
    }

    /// The fields.
    public var fields: [Field]

    /// A row of these fields.
    public init(_ fields: [Field]) {
        self.fields = fields
    }

    /// The value under a name, if there is one.
    public subscript(name: String) -> LuaValue? {
        fields.first { $0.name == name }?.value
    }
}

/// A table: a list part and further fields, in sorted key order (numbers, strings by bytes, booleans).
public struct LuaTable: Sendable, Equatable {
    /// A key and its value.
    public struct Field: Sendable, Equatable {
        /// The key: a number, a string or a boolean.
        public var key: LuaValue
        /// The value.
        public var value: LuaValue

        /// A key and its value.
        public init(_ key: LuaValue, _ value: LuaValue) {
            self.key = key
            self.value = value
        }
    }

    /// The values at 1, 2, 3 ….
    public var array: [LuaValue]
    /// All other fields.
    public var fields: [Field]
    /// The `__name` of the table's metatable: the prelude marks what it makes.
    public var className: String?

    /// A table of these parts.
    public init(array: [LuaValue] = [], fields: [Field] = [], className: String? = nil) {
        self.array = array
        self.fields = fields
        self.className = className
    }

    /// The value under a name, `.none` where there is none.
    public subscript(name: String) -> LuaValue {
        fields.first { $0.key == .string(name) }?.value ?? .none
    }
}

/// A function of a script, held by its state until it is released. The same function is the same value each time.
public struct LuaFunction: Sendable, Hashable {
    let state: UInt32
    let id: Int32
    /// The file of the script that defines it; nil for a function of the library.
    public let file: String?
    /// The line where its definition begins; 0 for a function of the library or a whole chunk.
    public let line: Int
    /// The line where its definition ends.
    public let lastLine: Int

    /// Two values are one function if they name the same one of the same state.
    public static func == (left: LuaFunction, right: LuaFunction) -> Bool {
        left.state == right.state && left.id == right.id
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(state)
        hasher.combine(id)
    }
}
