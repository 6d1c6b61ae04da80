import FormModel
import LuaRuntime

extension MissingReason {
    /// The reason of a number that the script state knows it by.
    public init(lua number: UInt8) {
        self = MissingReason(rawValue: number + 1) ?? .notComputed
    }

    /// The number by which the script state knows the reason.
    public var lua: UInt8 { rawValue - 1 }
}

extension Answer {
    /// What a script reads.
    public var reply: HostReply {
        switch self {
        case .notAsked: .value(.none)
        case .value(let value): .value(value.lua)
        case .missing(let reason): .missing(reason.lua)
        }
    }
}
