import LuaRuntime

extension FormulaOutcome {
    /// The outcome that a value stands for; a value that no formula may give is a fault.
    init(_ value: LuaValue) {
        switch value {
        case .none: self = .none
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = .number(value)
        case .string(let text): self = .text(text)
        case .date(let date): self = .day(Int(date.days.rounded(.down)))
        case .set, .row, .list, .table, .function, .record, .roster, .object: self = .fault
        }
    }
}
