import Evaluation
import FormModel
import LuaRuntime
import Messages

/// When a target is reached, and who would help most.
extension DataObject {
    /// The pace of an indicator to its target; `nil` where it is reached, or nothing can be concluded from the value.
    func pace(of indicator: Indicator) throws(Message) -> Pace? {
        let cell = try cell(try figure(indicator, by: []), label: "")
        guard cell.isRanked, cell.values.status != .incomplete, let value = cell.number else { return nil }
        return indicator.target?.pace(to: value, on: data.date)
    }

    /// `figure:gap_closing("village", { limit = 3 })`: the rows that would close most of the gap to the target if they
    /// reached the average of all, the greatest first: tables with `key`, `label`, `gain` and `part`, which are texts,
    /// and `gain_number` and `part_number`. Rows that are hidden or of which nothing can be concluded are left out.
    func gapClosing(of indicator: Indicator, by request: SplitRequest) throws(Message) -> LuaValue {
        let cells = try cells(of: indicator, by: request.names)
        let judged = cells.filter { $0.cell.isRanked && $0.cell.values.status != .incomplete }
        let keys = Set(judged.map(\.key))
        let figure = try figure(indicator, by: request.names)
        guard try cell(figure, label: "").number != nil else { return .table(LuaTable(array: [])) }
        let rows = figure.gapClosing(by: request.names).filter { keys.contains($0.key) }
        return .table(
            LuaTable(
                array: rows.prefix(request.limit ?? rows.count).map { row in
                    let percent = 100 * row.part
                    let parts: [(String, LuaValue)] = [
                        ("key", .string(row.key.joined(separator: ","))),
                        ("label", .string(row.label.joined(separator: " · "))),
                        ("gain", .string(words.distance(row.gain, unit: indicator.unit, decimals: 1))),
                        ("gain_number", .number(row.gain)), ("part", .string(words.numbers.percent(percent))),
                        ("part_number", .number(percent)),
                    ]
                    return .table(LuaTable(fields: parts.map { LuaTable.Field(.string($0.0), $0.1) }))
                }))
    }
}
