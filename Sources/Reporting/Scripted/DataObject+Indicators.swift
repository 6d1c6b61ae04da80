import Evaluation
import FormModel
import LuaRuntime
import Messages

extension DataObject {
    /// `data:indicators { group = "II.3.4", components = true }`: figures in the order of their codes.
    func indicators(_ call: CallArguments) throws(Message) -> LuaValue {
        let query = try IndicatorQuery(call, allowed: IndicatorQuery.names + ["components", "status"])
        var chosen = query.chosen(of: listed)
        if let wanted = query.statuses {
            var kept: [Indicator] = []
            for indicator in chosen {
                if let status = try figure(indicator, by: []).total.status, wanted.contains(status) {
                    kept.append(indicator)
                }
            }
            chosen = kept
        }
        guard query.withComponents else { return table(of: chosen) }
        var all: [Indicator] = []
        for indicator in chosen { all += [indicator] + (try components(of: indicator)) }
        return table(of: all)
    }

    /// `data:count_by_status { group = "II.3.4" }`: how many indicators have which status, each by its name; `lacking`
    /// are those that cannot be judged, `total` all that have a target, `without_target` the others.
    func counts(_ call: CallArguments) throws(Message) -> LuaValue {
        var byStatus: [Status: Int] = [:]
        var withoutTarget = 0
        for indicator in try IndicatorQuery(call, allowed: IndicatorQuery.names).chosen(of: listed) {
            if let status = try figure(indicator, by: []).total.status {
                byStatus[status, default: 0] += 1
            } else {
                withoutTarget += 1
            }
        }
        let lacking = [Status.noBaseline, .incomplete, .noData].compactMap { byStatus[$0] }
        var counts = Status.allCases.map { ($0.rawValue, byStatus[$0] ?? 0) }
        counts += [("lacking", lacking.reduce(0, +)), ("total", byStatus.values.reduce(0, +))]
        counts += [("without_target", withoutTarget)]
        return .row(LuaRow(counts.map { LuaRow.Field($0.0, .integer(Int64($0.1))) }))
    }
}
