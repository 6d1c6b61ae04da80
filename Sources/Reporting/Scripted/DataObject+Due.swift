import FormModel
import LuaRuntime
import Messages

extension ReportData {
    /// When a report is due (`[periods] report_due` of `chiso.toml`).
    public struct Due: Hashable, Sendable {
        /// The period that it is about: the last that has ended and is not closed, else the one that runs.
        public let period: Period
        /// The day by which it is to be there.
        public let day: Day

        /// A report that is due.
        public init(period: Period, day: Day) {
            self.period = period
            self.day = day
        }
    }
}

extension DataObject {
    /// `data:due "six_month"`: a table with `period`, `label`, `day` and `days_left` (below 0 once it is overdue), or nil
    /// where no day is set.
    func due(_ call: CallArguments) throws(Message) -> LuaValue {
        guard let due = try data.due(try call.name(0)) else { return .none }
        let parts: [(String, LuaValue)] = [
            ("period", .string(due.period.id)), ("label", .string(words.period(due.period))),
            ("day", .date(LuaDate(days: Double(due.day.number)))),
            ("days_left", .integer(Int64(due.day.number - data.asOf.number))),
        ]
        return .table(LuaTable(fields: parts.map { LuaTable.Field(.string($0.0), $0.1) }))
    }
}
