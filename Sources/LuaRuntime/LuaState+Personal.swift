import CLuaBridge

/// A field of a record set of a state.
public struct LuaField: Hashable, Sendable {
    /// The set's number.
    public let set: Int32
    /// The field's place in the set.
    public let field: Int32

    /// A field.
    public init(set: Int32, field: Int32) {
        self.set = set
        self.field = field
    }
}

extension LuaState {
    /// Runs functions that may not read personal fields: reading the value of one is the fault `personalField`. Asking
    /// whether there is a value (`known`, `reason`) is not reading it.
    /// - Parameter allowed: the personal fields that they may read all the same.
    public func guardingPersonalFields<Result, Failure: Error>(
        except allowed: [LuaField], _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        clua_guard(raw, true)
        isGuarded = true
        for field in allowed { clua_allow(raw, field.set, field.field, true) }
        defer {
            for field in allowed { clua_allow(raw, field.set, field.field, false) }
            clua_guard(raw, false)
            isGuarded = false
        }
        return try body()
    }

    /// Notes, within a callback, that the host reads a field for the script.
    /// - Returns: whether the script may have it.
    public func noteReading(of field: LuaField) -> Bool {
        clua_read_by_host(raw, field.set, field.field)
    }
}
