import CLuaBridge

/// What a function's upvalues held at a moment.
public struct LuaUpvalues: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        var name: String
        var hash: UInt64
    }

    var entries: [Entry]
}

extension LuaState {
    /// What the function's upvalues hold now: primitive values and the contents of plain tables, also those of the
    /// functions among them. At most 100,000 values are looked at.
    public func snapshotUpvalues(_ function: LuaFunction) throws(LuaFault) -> LuaUpvalues {
        guard function.state == number else { throw Self.foreign }
        guard clua_upvalues(raw, function.id) == CLUA_VALUE else { throw lastFault }
        var decoder = ValueDecoder(output, state: number)
        let count = decoder.integer(UInt32.self)
        var entries: [LuaUpvalues.Entry] = []
        for _ in 0..<count { entries.append(.init(name: decoder.string(), hash: decoder.integer())) }
        return LuaUpvalues(entries: entries)
    }

    /// The names of the upvalues that differ from a snapshot, each once.
    public func changedUpvalues(_ function: LuaFunction, since before: LuaUpvalues) throws(LuaFault) -> [String] {
        let now = try snapshotUpvalues(function)
        var names: [String] = []
        for index in 0..<max(before.entries.count, now.entries.count) {
            let old = index < before.entries.count ? before.entries[index] : nil
            let new = index < now.entries.count ? now.entries[index] : nil
            guard old != new, let name = old?.name ?? new?.name, !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }
}
