import CLuaBridge

/// What one state may use. Time limits are given to each entry.
public struct LuaLimits: Sendable, Equatable {
    /// Bytes of Lua's memory and the bridge's buffers together.
    public var memory = 64 << 20
    /// Bytes of one source file.
    public var source = 512 << 10
    /// Bytes of one string made by `string.rep`.
    public var string = 16 << 20
    /// Steps of one call of a pattern function, besides 20 for each byte of its subject.
    public var patternSteps = 2_000_000
    /// Processor time past a time limit after which a script stuck in C ends the process with code 65.
    public var grace: Duration = .seconds(2)

    /// The limits that the product uses.
    public init() {}

    var raw: clua_limits {
        clua_limits(
            memory: max(memory, 0), source_bytes: max(source, 0), string_bytes: max(string, 0),
            pattern_steps: UInt64(max(patternSteps, 0)), grace_ns: grace.nanoseconds)
    }
}

extension Duration {
    /// Whole nanoseconds, at least one and at most a century.
    var nanoseconds: UInt64 {
        let parts = components
        guard parts.seconds >= 0, parts.attoseconds >= 0 else { return 1 }
        guard parts.seconds < 3_000_000_000 else { return 3_000_000_000_000_000_000 }
        return max(1, UInt64(parts.seconds) * 1_000_000_000 + UInt64(parts.attoseconds / 1_000_000_000))
    }
}
