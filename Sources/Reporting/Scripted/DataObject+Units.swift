import Evaluation
import FormModel
import LuaRuntime
import Messages

extension DataObject {
    /// Who owes reports and did not send them all. Units that a form names by several fields, such as households by
    /// village and number, are only counted by the first of them.
    func silent(_ indicator: Indicator) throws(Message) -> LuaValue {
        guard let layout = layout(of: indicator) else { throw Message("E-REPORT-006", ["id": indicator.id]) }
        let figure = try figure(indicator, by: [])
        let names = try layout.keyFields.count == 1 ? incomplete(indicator, layout) : nil
        let units = figure.silentUnits.filter { isWanted($0, of: layout) }
        return .table(LuaTable(array: (names ?? grouped(units, layout)).map { .string($0) }))
    }

    /// The form that an indicator is computed over; `nil` for a derived one.
    private func layout(of indicator: Indicator) -> FormLayout? {
        indicator.over?.split(separator: ".").first.flatMap { form in data.forms.first { $0.form.id == form } }
    }

    /// Whether a unit lies in what the report is narrowed to, as far as its key tells.
    func isWanted(_ unit: [String], of layout: FormLayout) -> Bool {
        data.filters.allSatisfy { filter in
            layout.form.key.firstIndex(of: filter.name).map { unit.indices.contains($0) && unit[$0] == filter.key }
                ?? false
        }
    }

    /// The units that sent nothing, and those that sent a part; `nil` where the figure has no row for each unit.
    private func incomplete(_ indicator: Indicator, _ layout: FormLayout) throws(Message) -> [String]? {
        let key = layout.form.key
        guard let split = try figure(indicator, by: key).split(key) else { return nil }
        return split.rows.compactMap { row in
            guard let coverage = row.values.coverage, coverage.reporting < coverage.expected else { return nil }
            guard coverage.reporting > 0 else { return row.label[0] }
            let missing = words.count(coverage.expected - coverage.reporting)
            let expected = words.count(coverage.expected)
            return data.language == .vietnamese
                ? "\(row.label[0]) (thiếu \(missing) trên \(expected))"
                : "\(row.label[0]) (\(missing) of \(expected) missing)"
        }
    }

    /// What units are called; those that a form names by several fields are counted by the first of them.
    private func grouped(_ units: [[String]], _ layout: FormLayout) -> [String] {
        let list = layout.keyFields.first?.question.choices
        let label = { (key: String) in list?[key]?.label.text(in: self.data.language) ?? key }
        let rank = { (key: String) in (list?.position(of: key) ?? .max, key) }
        guard units.contains(where: { $0.count > 1 }) else {
            return units.flatMap { $0 }.sorted { rank($0) < rank($1) }.map(label)
        }
        let groups = Dictionary(grouping: units) { $0.first ?? "" }
        let ordered = groups.sorted { rank($0.key) < rank($1.key) }
        return ordered.map { "\(label($0.key)) (\(words.count($0.value.count)))" }
    }

    // MARK: Rounds

    /// Who is counted by a record of an earlier round.
    func earlier(_ indicator: Indicator) throws(Message) -> LuaValue {
        .table(LuaTable(array: try rounds(of: indicator).earlier.map { .string($0) }))
    }

    /// By the records of which rounds an indicator's units are counted.
    func rounds(of indicator: Indicator) throws(Message) -> RoundsTaken {
        guard let layout = layout(of: indicator), !data.omitted.contains(indicator.id) else { return RoundsTaken() }
        let figure = try figure(indicator, by: [])
        let form = layout.form
        if let round = figure.round { return RoundsTaken(text: label(ofRound: round)) }
        switch form.measures {
        case .flow: return RoundsTaken(text: flowText(form.round))
        case .state: break
        }
        guard form.round != .once else { return RoundsTaken() }
        var earlier: [String: [[String]]] = [:]
        for (round, units) in try data.rounds(layout) {
            guard let period = data.calendar.period(id: round), period.last < data.period.first else { continue }
            let wanted = units.filter { isWanted($0, of: layout) }
            if !wanted.isEmpty { earlier[round] = wanted }
        }
        let ordered = earlier.sorted { $0.key > $1.key }
        let units = ordered.flatMap(\.value).sorted { $0.lexicographicallyPrecedes($1) }
        return RoundsTaken(
            text: label(of: current(form.round)), earlier: grouped(units, layout), earlierCount: units.count,
            earlierText: form.round == .day ? "" : ordered.map { label(ofRound: $0.key) }.joined(separator: ", "))
    }

    /// The round that holds the day of the figures, or the report's period where that is longer.
    private func current(_ length: PeriodLength) -> Period {
        let round = data.calendar.period(of: length, containing: data.date)
        return round.contains(data.period) ? round : data.period
    }

    /// The rounds of a flow that have ended: "tháng 7 năm 2026 – tháng 10 năm 2026".
    private func flowText(_ length: PeriodLength) -> String {
        let rounds = data.calendar.periods(of: length, from: data.period.first, to: data.date)
        guard let first = rounds.first, let last = rounds.last else { return "" }
        return first == last ? label(of: first) : "\(label(of: first)) – \(label(of: last))"
    }

    private func label(ofRound id: String) -> String { data.calendar.period(id: id).map(label(of:)) ?? id }

    private func label(of period: Period) -> String { words.period(period) }
}

/// By the records of which rounds units are counted: those of the period, and earlier ones that still hold.
struct RoundsTaken {
    /// The round of the period: "6 tháng cuối năm 2026"; empty where the form has none.
    var text = ""
    /// Who is counted by an earlier record.
    var earlier: [String] = []
    /// How many they are.
    var earlierCount = 0
    /// The rounds of those records; empty where they are single days.
    var earlierText = ""
}
