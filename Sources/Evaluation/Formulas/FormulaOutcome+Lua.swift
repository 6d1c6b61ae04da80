import FormModel
import LuaRuntime
import Scripting

extension FormulaOutcome {
    /// What a row of results ended in; `nil` where it must run again.
    init?(_ results: LuaResults, at place: Int) {
        // Conditions, of which there are most, first.
        switch results.tags[place] {
        case LuaResults.Tag.yes.rawValue: self = .boolean(true)
        case LuaResults.Tag.no.rawValue: self = .boolean(false)
        default:
            switch results[place] {
            case .notReady: return nil
            case .missing(let reason): self = .missing(MissingReason(lua: reason))
            case .value(let value): self = FormulaOutcome(value)
            case .fault: self = .fault
            }
        }
    }

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
