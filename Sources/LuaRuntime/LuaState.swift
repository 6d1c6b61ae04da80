import CLuaBridge
import Synchronization

/// One sandboxed Lua state: scripts go in, values and functions come out, and functions are called over records.
///
/// Nothing a script does unwinds through Swift, uses more than the limits or outlives its time: an entry ends in a
/// value, a missing value, "not ready" or a located fault, and the state goes on working. Only a script stuck in Lua's
/// own C code past its limit and the grace ends the process, with code 65 and one line that names it.
///
/// A state has one owner; use it from one thread at a time. The thread needs 256 KiB of free stack. Time is the
/// thread's processor time, that of the host's callbacks with it; what they excuse counts for an eighth.
public final class LuaState {
    static let lastNumber = Atomic<UInt32>(0)

    let raw: OpaquePointer
    let bridge: HostBridge
    let number: UInt32
    /// The data bound to each set, kept alive.
    var bound: [Int32: LuaColumns] = [:]
    /// The fields of each set.
    var layouts: [Int32: LuaRecordLayout] = [:]
    /// Whether functions may not read personal fields now.
    public internal(set) var isGuarded = false
    /// What counts, kept alive.
    private var probes: LuaProbes?

    /// Makes a state with a library.
    public init(limits: LuaLimits = .init(), library: LuaLibrary, host: any LuaHost) throws(LuaFault) {
        number = Self.lastNumber.wrappingAdd(1, ordering: .relaxed).newValue
        bridge = HostBridge(host: host, state: number)
        var rawLimits = limits.raw
        var callbacks = bridge.callbacks
        guard let raw = clua_new(&rawLimits, &callbacks) else {
            throw LuaFault(.memory, message: "not enough memory for a script state")
        }
        self.raw = raw
        bridge.raw = raw
        guard setUp(library) == CLUA_VALUE else { throw lastFault }
    }

    deinit {
        clua_close(raw)
    }

    /// Counts, from now on, what the scripts' probes are passed by.
    public func count(with probes: LuaProbes) {
        self.probes = probes
        probes.count(in: raw)
    }

    /// Runs a source in a fresh environment and gives the value it returns.
    ///
    /// - Parameters:
    ///   - source: Lua 5.4 text in UTF-8; a byte order mark is skipped.
    ///   - name: The file's name, as places show it.
    ///   - scope: Which of the library's names it sees.
    ///   - limit: Processor time.
    @discardableResult
    public func run(
        _ source: [UInt8], name: String, scope: LuaScope = .script, limit: Duration
    ) throws(LuaFault) -> LuaValue {
        let outcome = source.withUnsafeBytes { bytes in
            clua_run(
                raw, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, name, scope == .module,
                limit.nanoseconds)
        }
        switch finish(outcome) {
        case .value(let value): return value
        case .fault(let fault): throw fault
        case .missing:
            throw LuaFault(.runtime, message: "a field without a value was read while the script loaded", file: name)
        case .notReady:
            throw LuaFault(.runtime, message: "a value that is not ready was read while the script loaded", file: name)
        }
    }

    /// Runs a source in a fresh environment and gives the value it returns.
    @discardableResult
    public func run(
        _ source: String, name: String, scope: LuaScope = .script, limit: Duration
    ) throws(LuaFault) -> LuaValue {
        try run(Array(source.utf8), name: name, scope: scope, limit: limit)
    }

    /// Calls a function of this state.
    public func call(_ function: LuaFunction, _ arguments: [LuaValue], limit: Duration) -> LuaOutcome {
        guard function.state == number else { return .fault(Self.foreign) }
        guard !clua_is_running(raw) else { return .fault(Self.reentry) }
        var encoder = ValueEncoder(state: number)
        do {
            try encoder.encode(arguments: arguments)
        } catch {
            return .fault(error)
        }
        guard encoder.bytes.withUnsafeBytes({ bridge.store($0) }) else {
            return .fault(LuaFault(.memory, message: "the arguments are too large"))
        }
        return finish(clua_call(raw, function.id, encoder.bytes.count, limit.nanoseconds))
    }

    /// Forgets a function: neither it nor equal values may be used again.
    public func release(_ function: LuaFunction) {
        guard function.state == number else { return }
        _ = clua_release(raw, function.id)
    }

    /// Does work, within a callback, that is not the script's own, such as the evaluation of a figure: its time counts
    /// for an eighth, so that much data fails no script.
    public func excusing<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        clua_excuse(raw, true)
        defer { clua_excuse(raw, false) }
        return try body()
    }

    /// Bytes in use.
    public var memoryUsed: Int {
        clua_memory_used(raw)
    }

    static let foreign = LuaFault(.unsuitableValue(got: "function"), message: "the function is another state's")
    static let reentry = LuaFault(.reentry, message: "a callback may not run the scripts that called it")

    var lastFault: LuaFault {
        bridge.lastFault ?? LuaFault(.runtime, message: "unknown")
    }

    /// What an entry ended in.
    func finish(_ outcome: clua_outcome) -> LuaOutcome {
        switch outcome {
        case CLUA_VALUE:
            var decoder = ValueDecoder(output, state: number)
            return .value(decoder.value())
        case CLUA_MISSING: return .missing(reason: clua_reason(raw))
        case CLUA_NOT_READY: return .notReady(clua_token(raw))
        default: return .fault(lastFault)
        }
    }

    /// What the last entry wrote.
    var output: UnsafeRawBufferPointer {
        var length = 0
        let bytes = clua_output(raw, &length)
        return UnsafeRawBufferPointer(start: bytes, count: length)
    }

    private func setUp(_ library: LuaLibrary) -> clua_outcome {
        withNames(library.scriptNames) { scriptNames in
            withNames(library.moduleNames) { moduleNames in
                withNames(library.hostFunctions) { hostFunctions in
                    withNames(library.reasonNames) { reasons in
                        var prelude = library.prelude
                        return prelude.withUTF8 { bytes in
                            bytes.withMemoryRebound(to: CChar.self) { prelude in
                                var rawLibrary = clua_library(
                                    script_names: scriptNames, module_names: moduleNames,
                                    host_functions: hostFunctions, reasons: reasons, prelude: prelude.baseAddress,
                                    prelude_length: prelude.count)
                                return clua_set_up(raw, &rawLibrary)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Which of the library's names a source sees.
public enum LuaScope: Sendable {
    /// `LuaLibrary.scriptNames`.
    case script
    /// `LuaLibrary.moduleNames`.
    case module
}

/// What a call ended in.
public enum LuaOutcome: Sendable, Equatable {
    /// A value, also `.none`.
    case value(LuaValue)
    /// A field without a value was read, for this reason.
    case missing(reason: UInt8)
    /// The host was not ready, with its token.
    case notReady(UInt32)
    /// A fault.
    case fault(LuaFault)
}

/// Gives names as the bridge takes them.
func withNames<Result>(_ list: [String], _ body: (clua_names) -> Result) -> Result {
    names(list).withUnsafeBytes { bytes in
        body(clua_names(bytes: bytes.baseAddress?.assumingMemoryBound(to: CChar.self), length: bytes.count))
    }
}
