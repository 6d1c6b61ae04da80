/// What scripts and modules may reach.
///
/// A listed name ("ipairs", "string.rep", "form") is looked up in the table that the prelude returns, then in the
/// bounded standard library (with `count sum any all any_of all_of known reason`), then among the host's functions. A
/// name that none of them defines is an error when the state is made.
public struct LuaLibrary: Sendable {
    /// The names visible to scripts; those of `string` are also the methods of strings.
    public var scriptNames: [String]
    /// The names visible to modules.
    public var moduleNames: [String]
    /// The host's functions: `LuaHost.call` gets the place in this list.
    public var hostFunctions: [String]
    /// Names of reasons by their code, for `reason(record, "field")`.
    public var reasonNames: [String]
    /// Trusted Lua, run once when the state is made. Its globals are Lua's raw functions and libraries (no `io`, `os`,
    /// `debug`, `coroutine`), the host's functions (also in the table `host`), the record library, the bounded library
    /// by name in the table `library`, and `where(level)`: file and line of the script's frame that many frames out
    /// (1: the innermost; a frame that ended in a tail call is gone). Methods of strings are the bounded ones, once
    /// the state is made those of `scriptNames`. `pcall` gives false and a message for a fault; a stop, a missing value and "not ready" pass
    /// through it. What it returns is a table: name → function (or other value) to expose.
    public var prelude: String

    /// A library.
    public init(
        scriptNames: [String], moduleNames: [String] = [], hostFunctions: [String] = [], reasonNames: [String] = [],
        prelude: String = ""
    ) {
        self.scriptNames = scriptNames
        self.moduleNames = moduleNames
        self.hostFunctions = hostFunctions
        self.reasonNames = reasonNames
        self.prelude = prelude
    }
}
