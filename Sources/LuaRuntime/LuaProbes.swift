import CLuaBridge

/// Counters of what scripts run: calls of `__passed(n)` and `__tested(n, value)` that a host puts into their texts.
///
/// One set of counters serves any number of states, one after the other.
public final class LuaProbes {
    /// The names of the functions that count, which the library of a counting state must list.
    public static let names = ["__passed", "__tested"]

    private let counters: UnsafeMutableBufferPointer<UInt32>

    /// Counters for so many probes.
    public init(count: Int) {
        counters = .allocate(capacity: 2 * max(count, 0))
        counters.initialize(repeating: 0)
    }

    deinit { counters.deallocate() }

    /// How often a probe was passed, or its value was true.
    public func passed(_ probe: Int) -> Int { count(2 * probe) }

    /// How often a probe's value was false.
    public func failed(_ probe: Int) -> Int { count(2 * probe + 1) }

    private func count(_ place: Int) -> Int { counters.indices.contains(place) ? Int(counters[place]) : 0 }

    func count(in state: OpaquePointer) {
        clua_count(state, counters.baseAddress, counters.count / 2)
    }
}
