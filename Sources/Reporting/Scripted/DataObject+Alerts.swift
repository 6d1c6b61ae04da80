import FormModel
import LuaRuntime
import Messages

extension ReportData {
    /// An alert that fired in the report's period, or was on when it began.
    public struct Alert: Hashable, Sendable {
        /// The rule's id.
        public var rule: String
        /// What the rule is called.
        public var title: String
        /// How bad it is: `info`, `warning`, `critical`.
        public var severity: String
        /// What was said of it when it fired.
        public var message: String
        /// The day on which it fired.
        public var fired: Day
        /// The day on which it ended; `nil` where it is still on.
        public var ended: Day?

        /// An alert.
        public init(rule: String, title: String, severity: String, message: String, fired: Day, ended: Day?) {
            self.severity = severity
            self.rule = rule
            self.title = title
            self.message = message
            self.fired = fired
            self.ended = ended
        }
    }
}

extension DataObject {
    /// `data:alerts()`: what fired in the period, or was on when it began, the longest on first: tables with `rule`,
    /// `title`, `severity`, `message`, `fired`, `ended` (nil while it is on), `days` (within the period, up to the day of the figures)
    /// and `is_on`.
    func alerts() throws(Message) -> LuaValue {
        let rows = try data.alerts().map { alert in (alert: alert, days: days(of: alert)) }
            .sorted { ($1.days, $0.alert.title, $0.alert.message) < ($0.days, $1.alert.title, $1.alert.message) }
        return .table(
            LuaTable(
                array: rows.map { row in
                    let alert = row.alert
                    var fields: [(String, LuaValue)] = [
                        ("rule", .string(alert.rule)), ("title", .string(alert.title)),
                        ("severity", .string(alert.severity)),
                        ("message", .string(alert.message)), ("fired", lua(alert.fired)),
                        ("days", .integer(Int64(row.days))), ("is_on", .boolean(alert.ended == nil)),
                    ]
                    if let ended = alert.ended { fields.append(("ended", lua(ended))) }
                    return .table(LuaTable(fields: fields.map { LuaTable.Field(.string($0.0), $0.1) }))
                }))
    }

    private func days(of alert: ReportData.Alert) -> Int {
        let first = max(alert.fired, data.period.first)
        let last = min(alert.ended ?? data.date, data.date)
        return max(0, last.number - first.number) + 1
    }

    private func lua(_ day: Day) -> LuaValue { .date(LuaDate(days: Double(day.number))) }
}
