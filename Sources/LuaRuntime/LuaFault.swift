import CLuaBridge

/// What went wrong in a script, and where.
///
/// The kind carries what a sentence in any language needs; `message` is plain English for logs.
public struct LuaFault: Error, Equatable, Sendable {
    /// The kinds of faults.
    public enum Kind: Equatable, Sendable {
        /// The source is not Lua.
        case syntax
        /// The script's own `error()` or `assert()`. Only a string is shown; of anything else its type.
        case raised
        /// An error that Lua itself raised, such as indexing `nil` or a wrong argument.
        case runtime
        /// An operation with `nil`: `add subtract multiply divide modulo power negate compare concat length call
        /// iterate`, a bitwise one, or the function of the record library that was given it.
        case nilOperand(operation: String)
        /// A name that a record, row, set, date, library or host object does not have, with the names it has.
        case unknownField(name: String, of: String, candidates: [String])
        /// A global that nothing defines.
        case unknownGlobal(name: String)
        /// A write to something read-only.
        case readOnly(name: String, of: String)
        /// An assignment to a global.
        case assignGlobal(name: String)
        /// The state's memory is used up.
        case memory
        /// The time limit has passed.
        case time
        /// Functions, or the script's own text, nest too deeply.
        case stackDepth
        /// A library function was asked for too much.
        case tooLarge(function: String)
        /// A pattern takes too many steps or has too many parts.
        case patternTooComplex(function: String)
        /// A callback entered the state that called it.
        case reentry
        /// The source is compiled Lua.
        case bytecode
        /// The source is over the size limit.
        case sourceTooLarge
        /// The host's own fault.
        case host(code: String, facts: [String: String])
        /// A function gave a value of the wrong type, or was given one.
        case wrongResult(function: String, needs: String, got: String)
        /// A whole number, or a date, beyond what can be written.
        case overflow(function: String)
        /// `require` of a module that there is not.
        case unknownModule(name: String)
        /// A module that requires itself, maybe through others.
        case moduleCycle(name: String)
        /// A value that cannot cross: a cycle, too deep, too many values, an odd type.
        case unsuitableValue(got: String)
        /// A personal field that may not be read here.
        case personalField(name: String, of: String)
        /// The allow-list names what nothing defines.
        case unknownLibraryName(String)
    }

    /// What went wrong.
    public var kind: Kind
    /// It in plain English.
    public var message: String
    /// The script's file, as given to `run`.
    public var file: String?
    /// The line in the file, from 1.
    public var line: Int?
    /// What was called, if known.
    public var function: String?
    /// Whether a personal field had been read: `message`, and names in `kind`, may hold what stands in it, and are for
    /// no one to see.
    public var hasReadPersonal = false

    /// A fault.
    public init(_ kind: Kind, message: String, file: String? = nil, line: Int? = nil, function: String? = nil) {
        self.kind = kind
        self.message = message
        self.file = file
        self.line = line
        self.function = function
    }
}

/// The code and facts of a host's fault, kept until the bridge reports it.
struct HostFault {
    var code = ""
    var facts: [String: String] = [:]
}

extension LuaFault {
    /// The fault that the bridge recorded last.
    init(_ recorded: UnsafePointer<clua_fault>, host: HostFault) {
        let name = Self.text(recorded, \.name)
        let of = Self.text(recorded, \.of)
        let got = Self.text(recorded, \.got)
        let file = Self.text(recorded, \.file)
        let function = Self.text(recorded, \.function)
        self.init(
            Self.kind(recorded, name: name, of: of, got: got, host: host),
            message: Self.text(recorded, \.message),
            file: file.isEmpty ? nil : file,
            line: recorded.pointee.line > 0 ? Int(recorded.pointee.line) : nil,
            function: function.isEmpty ? nil : function)
        hasReadPersonal = recorded.pointee.personal
    }

    private static func kind(
        _ recorded: UnsafePointer<clua_fault>, name: String, of: String, got: String, host: HostFault
    ) -> Kind {
        switch recorded.pointee.kind {
        case CLUA_FAULT_SYNTAX: .syntax
        case CLUA_FAULT_RAISED: .raised
        case CLUA_FAULT_NIL_OPERAND: .nilOperand(operation: name)
        case CLUA_FAULT_UNKNOWN_FIELD: .unknownField(name: name, of: of, candidates: candidates(recorded))
        case CLUA_FAULT_UNKNOWN_GLOBAL: .unknownGlobal(name: name)
        case CLUA_FAULT_READ_ONLY: .readOnly(name: name, of: of)
        case CLUA_FAULT_ASSIGN_GLOBAL: .assignGlobal(name: name)
        case CLUA_FAULT_MEMORY: .memory
        case CLUA_FAULT_TIME: .time
        case CLUA_FAULT_STACK_DEPTH: .stackDepth
        case CLUA_FAULT_TOO_LARGE: .tooLarge(function: name)
        case CLUA_FAULT_PATTERN: .patternTooComplex(function: name)
        case CLUA_FAULT_REENTRY: .reentry
        case CLUA_FAULT_BYTECODE: .bytecode
        case CLUA_FAULT_SOURCE_SIZE: .sourceTooLarge
        case CLUA_FAULT_HOST: .host(code: host.code, facts: host.facts)
        case CLUA_FAULT_RESULT_TYPE: .wrongResult(function: name, needs: of, got: got)
        case CLUA_FAULT_OVERFLOW: .overflow(function: name)
        case CLUA_FAULT_UNKNOWN_MODULE: .unknownModule(name: name)
        case CLUA_FAULT_MODULE_CYCLE: .moduleCycle(name: name)
        case CLUA_FAULT_VALUE: .unsuitableValue(got: got)
        case CLUA_FAULT_PERSONAL: .personalField(name: name, of: of)
        case CLUA_FAULT_LIBRARY: .unknownLibraryName(name)
        default: .runtime
        }
    }

    private static func text<Characters>(
        _ recorded: UnsafePointer<clua_fault>, _ field: KeyPath<clua_fault, Characters>
    ) -> String {
        withUnsafeBytes(of: recorded.pointee[keyPath: field]) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func candidates(_ recorded: UnsafePointer<clua_fault>) -> [String] {
        let length = Int(recorded.pointee.candidates_length)
        return withUnsafeBytes(of: recorded.pointee.candidates) { bytes in
            bytes.prefix(length).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
