import Evaluation
import FormModel
import LuaRuntime
import Messages

extension ReportData {
    /// A figure of a closed period, as it was signed and as it is now.
    public struct Adjustment: Hashable, Sendable {
        /// The closed period's id.
        public let period: String
        /// The indicator.
        public let indicator: Indicator
        /// The value that was signed; `nil` where there was none.
        public let old: Double?
        /// The value now.
        public let new: Double?

        /// A figure, then and now.
        public init(period: String, indicator: Indicator, old: Double?, new: Double?) {
            self.period = period
            self.indicator = indicator
            self.old = old
            self.new = new
        }
    }
}

extension DataObject {
    /// The figures of the closed period before that are printed otherwise now, since its records were corrected:
    /// tables with `period`, `id`, `code`, `label`, `old` and `new`.
    func adjusted() throws(Message) -> LuaValue {
        let rows = try data.adjustments().compactMap { found -> LuaValue? in
            let (old, new) = (text(found.old, found), text(found.new, found))
            guard old != new else { return nil }
            let parts = [
                ("period", found.period), ("id", found.indicator.id), ("code", found.indicator.code ?? ""),
                ("label", found.indicator.label.text(in: data.language)), ("old", old), ("new", new),
            ]
            return .table(LuaTable(fields: parts.map { LuaTable.Field(.string($0.0), .string($0.1)) }))
        }
        return .table(LuaTable(array: rows))
    }

    private func text(_ value: Double?, _ found: ReportData.Adjustment) -> String {
        guard let value else { return FigureText.noValue }
        let unit = found.indicator.unit
        guard unit != "milestone" else { return words.milestone(value == 1) }
        return words.number(value, unit: unit, target: found.indicator.target)
    }
}
