/// The host's answer to a script.
public enum HostReply: Sendable {
    /// A value.
    case value(LuaValue)
    /// The field has no value, for the reason with this code: the evaluation ends as missing.
    case missing(UInt8)
    /// The value is not computed yet: the evaluation ends, and may be tried again.
    case notReady(UInt32)
    /// A fault of the host's own. The place is the bridge's.
    case fault(code: String, message: String, facts: [String: String] = [:])
    /// To `property`: the name is a method.
    case method
    /// To `property` and `invoke`: there is no such name; `of` says what was asked.
    case unknown(name: String, of: String, candidates: [String])
}

/// The rows of a roster.
public enum RosterReply: Sendable {
    /// The rows, in order.
    case rows([Int32])
    /// The roster was not asked: it reads as `nil`.
    case notAsked
    /// The number of its members is missing.
    case missing(UInt8)
    /// The rows are not known yet.
    case notReady(UInt32)
}

/// What a state asks while scripts run. Called on the thread that entered the state; entering the same state again is
/// the fault `reentry`, another state may be entered.
///
/// The state holds its host weakly.
public protocol LuaHost: AnyObject {
    /// Calls a function of `LuaLibrary.hostFunctions`.
    func call(function: Int32, arguments: [LuaValue]) -> HostReply
    /// Reads a field of a set without columns, or a cell that says "ask the host". `field` may also be
    /// `LuaRecordLayout.parentField` (answer: a record) or `LuaRecordLayout.indexField` (answer: an integer).
    func read(set: Int32, row: Int32, field: Int32) -> HostReply
    /// The rows of a roster (`set`: the roster's own) below a row of its parent.
    func rosterRows(set: Int32, parentRow: Int32) -> RosterReply
    /// Reads a name of a host object.
    func property(object: Int32, name: String) -> HostReply
    /// Calls a method of a host object; `object.name(…)` and `object:name(…)` come out alike.
    func invoke(object: Int32, method: String, arguments: [LuaValue]) -> HostReply
    /// The source of a module for `require`, with the name of its file for places.
    func moduleSource(_ name: String) -> (file: String, source: String)?
}

extension LuaHost {
    /// No functions.
    public func call(function: Int32, arguments: [LuaValue]) -> HostReply { .missing(0) }
    /// No records.
    public func read(set: Int32, row: Int32, field: Int32) -> HostReply { .missing(0) }
    /// No rosters.
    public func rosterRows(set: Int32, parentRow: Int32) -> RosterReply { .notAsked }
    /// No properties.
    public func property(object: Int32, name: String) -> HostReply {
        .unknown(name: name, of: "object", candidates: [])
    }
    /// No methods.
    public func invoke(object: Int32, method: String, arguments: [LuaValue]) -> HostReply {
        .unknown(name: method, of: "object", candidates: [])
    }
    /// No modules.
    public func moduleSource(_ name: String) -> (file: String, source: String)? { nil }
}
