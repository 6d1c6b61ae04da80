import CLuaBridge

/// What a formula gave for each of many records, in contiguous arrays.
public struct LuaResults: Sendable {
    /// What a row ended in.
    public enum Tag: UInt8, Sendable {
        /// `nil`.
        case none = 0
        /// `false`.
        case no = 1
        /// `true`.
        case yes = 2
        /// `bits` is the integer.
        case integer = 3
        /// `bits` is the double's bit pattern.
        case number = 4
        /// `bits` is a place in `strings`.
        case string = 5
        /// `bits` is the bit pattern of the days.
        case date = 6
        /// As `date`, with a time of day.
        case datetime = 7
        /// `bits` is the reason.
        case missing = 8
        /// A fault; the first are in `faults`.
        case fault = 9
        /// `bits` is the host's token.
        case notReady = 10
        /// The batch was stopped before this row: see `stopped`.
        case notRun = 11
    }

    /// A row's fault.
    public struct Failure: Sendable, Equatable {
        /// The row of the record set.
        public var row: Int32
        /// Its fault.
        public var fault: LuaFault
    }

    /// The most faults kept.
    public static let keptFaults = 20
    /// The most faults kept that differ from each other.
    public static let keptKinds = 50

    /// A `Tag` for each row.
    public internal(set) var tags: [UInt8] = []
    /// What belongs to the tag.
    public internal(set) var bits: [UInt64] = []
    /// The strings that `bits` stand for.
    public internal(set) var strings: [String] = []
    /// The first faults, in order.
    public internal(set) var faults: [Failure] = []
    /// The faults that differ from each other, in order.
    public internal(set) var kinds: [LuaFault] = []
    /// The place in `kinds` of each row's fault; none for a row whose fault is beyond those kept.
    public internal(set) var kindsByRow: [Int32: Int] = [:]
    /// How many rows ended in a fault.
    public internal(set) var faultCount = 0
    /// The fault that stopped a batch before its end: a time limit, or memory again and again.
    public internal(set) var stopped: LuaFault?
    /// Whether a personal field was read for any row.
    public internal(set) var hasReadPersonal = false
    var codes: [String: UInt64] = [:]

    /// No results yet.
    public init() {}

    /// The number of rows.
    public var count: Int { tags.count }

    /// What the row at a place (from 0, in the order evaluated) ended in. A fault beyond those kept has the place of
    /// none.
    public subscript(place: Int) -> LuaOutcome {
        let bits = bits[place]
        switch Tag(rawValue: tags[place]) {
        case .none?, nil: return .value(.none)
        case .no: return .value(.boolean(false))
        case .yes: return .value(.boolean(true))
        case .integer: return .value(.integer(Int64(bitPattern: bits)))
        case .number: return .value(.number(Double(bitPattern: bits)))
        case .string: return .value(.string(strings[Int(bits)]))
        case .date: return .value(.date(LuaDate(days: Double(bitPattern: bits))))
        case .datetime: return .value(.date(LuaDate(days: Double(bitPattern: bits), hasTime: true)))
        case .missing: return .missing(reason: UInt8(truncatingIfNeeded: bits))
        case .notReady: return .notReady(UInt32(truncatingIfNeeded: bits))
        case .fault: return .fault(fault(at: Int(bits)))
        case .notRun: return .fault(stopped ?? LuaFault(.time, message: "not run"))
        }
    }

    /// The fault kept under a number, or one that says it was not kept.
    private func fault(at number: Int) -> LuaFault {
        number < faults.count ? faults[number].fault : LuaFault(.runtime, message: "a fault that was not kept")
    }

    mutating func code(of string: String) -> UInt64 {
        if let code = codes[string] { return code }
        let code = UInt64(strings.count)
        strings.append(string)
        codes[string] = code
        return code
    }
}

extension LuaState {
    /// Calls a function with each record of `rows` and appends what it gave to `results`.
    ///
    /// The time limit is for each record. A record over it ends the batch, and so do twenty that run out of memory:
    /// the rows left are `notRun`. The record that the function gets is one object for the whole batch: a script that
    /// keeps it elsewhere (which `changedUpvalues` tells) would read the current row.
    public func evaluate(
        _ function: LuaFunction, set: Int32, rows: Range<Int32>, limit: Duration, into results: inout LuaResults
    ) {
        let count = Int(Int32(clamping: rows.count))
        let start = results.tags.count
        results.tags.append(contentsOf: repeatElement(LuaResults.Tag.notRun.rawValue, count: count))
        results.bits.append(contentsOf: repeatElement(0, count: count))
        guard function.state == number else { return results.stopped = Self.foreign }
        guard !clua_is_running(raw) else { return results.stopped = Self.reentry }
        var faults: [LuaResults.Failure] = []
        var faultNumber = 0
        var last: LuaFault?
        var kinds = results.kinds
        var kindsByRow: [Int32: Int] = [:]
        let kept = LuaResults.keptFaults - results.faults.count
        bridge.onBatchFault = { row, fault in
            if faults.count < kept { faults.append(LuaResults.Failure(row: row, fault: fault)) }
            if let known = kinds.firstIndex(of: fault) {
                kindsByRow[row] = known
            } else if kinds.count < LuaResults.keptKinds {
                kindsByRow[row] = kinds.count
                kinds.append(fault)
            }
            last = fault
            faultNumber += 1
        }
        let outcome = results.tags.withUnsafeMutableBufferPointer { tags in
            results.bits.withUnsafeMutableBufferPointer { bits in
                clua_evaluate(
                    raw, function.id, set, rows.lowerBound, Int32(count), tags.baseAddress.map { $0 + start },
                    bits.baseAddress.map { $0 + start }, limit.nanoseconds)
            }
        }
        bridge.onBatchFault = nil
        if clua_batch_read_personal(raw) { results.hasReadPersonal = true }
        let firstFault = results.faults.count
        results.faults += faults
        results.kinds = kinds
        results.kindsByRow.merge(kindsByRow) { first, _ in first }
        results.faultCount += faultNumber
        number(faultsFrom: firstFault, rowsFrom: start, in: &results)
        translateStrings(from: start, in: &results)
        if outcome == CLUA_FAULT {
            results.stopped = lastFault
        } else if results.tags.last == LuaResults.Tag.notRun.rawValue {
            results.stopped = last
        }
    }

    /// Gives each row that ended in a fault the number of its fault.
    private func number(faultsFrom first: Int, rowsFrom start: Int, in results: inout LuaResults) {
        guard results.faultCount > 0 else { return }
        var number = UInt64(first)
        for place in start..<results.tags.count where results.tags[place] == LuaResults.Tag.fault.rawValue {
            results.bits[place] = number
            number += 1
        }
    }

    /// Turns the batch's own string codes into those of the results.
    private func translateStrings(from start: Int, in results: inout LuaResults) {
        var length = 0
        var count: Int32 = 0
        let bytes = clua_strings(raw, &length, &count)
        guard count > 0 else { return }
        var decoder = ValueDecoder(UnsafeRawBufferPointer(start: bytes, count: length), state: number)
        var codes: [UInt64] = []
        for _ in 0..<count { codes.append(results.code(of: decoder.string())) }
        for place in start..<results.tags.count where results.tags[place] == LuaResults.Tag.string.rawValue {
            results.bits[place] = codes[Int(results.bits[place])]
        }
    }
}
