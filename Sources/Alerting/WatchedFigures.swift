import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting

/// The figures that a rule over an indicator reads, row by row.
final class WatchedFigures {
    private let sources: AlertSources
    private let workspace: Workspace
    private let periods: WatchedPeriods
    /// What the rule divides by: `before.value`.
    let divisors: Set<String>

    init(_ sources: AlertSources, in workspace: Workspace, divisors: Set<String> = []) {
        self.divisors = divisors
        self.sources = sources
        self.workspace = workspace
        self.periods = WatchedPeriods(sources: sources)
    }

    /// A row that a rule is asked of.
    struct Instance {
        let now: WatchedFigure
        let before: WatchedFigure
        let labels: [String: String]
        let indicator: Indicator
        /// On how many records the indicator's formulas failed.
        let failed: Int
        /// The value, where it may be told.
        let value: Double?
        /// How far from what is wanted it is, where that may be told.
        let badness: Double?
    }

    /// The rows of a rule's split, or the whole; `nil` where no period can be watched.
    func instances(of rule: AlertScript, _ indicator: Indicator) throws(Message) -> [Instance]? {
        guard let watched = try periods.period(rule.period, of: indicator) else { return nil }
        let now = try sources.figure(indicator, rule.by, watched)
        let earlier = periods.before(watched)
        var before: Figure?
        if let earlier { before = try sources.figure(indicator, rule.by, earlier) }
        var changes: PeriodChanges?
        if let before, let earlier {
            let last = earlier.period?.last ?? earlier.asOf
            let breaks = now.breaks(since: before, days: (last, sources.today), calendar: sources.calendar)
            changes = PeriodChanges(of: now, since: before, breaks: breaks, lastDay: last)
        }
        guard !rule.by.isEmpty else {
            let row = row(now, [], [], label(indicator), watched)
            return [instance(row, now.total, now.total, before?.total, before?.total, changes?.total, earlier)]
        }
        guard let split = now.split(rule.by) else {
            throw Message("E-EVAL-005", ["id": indicator.id, "name": rule.by.joined(separator: ",")])
        }
        let rows = split.rows.filter { !$0.key.contains(SplitRow.unknown) } + silent(now, split)
        return rows.map { found in
            let row = row(now, rule.by, found.key, found.label.joined(separator: " · "), watched)
            let old = before?.split(rule.by)?.rows.first { $0.key == found.key }?.values
            return instance(
                row, found.values, now.total, old, before?.total, changes?.change(of: found, in: rule.by), earlier)
        }
    }

    /// Rows without a value for what a key field has in the form's frame and in no record, so that who never reported is
    /// not silent (`semantics.md` 4.2).
    private func silent(_ figure: Figure, _ split: Split) -> [SplitRow] {
        guard split.names.count == 1, let layout = layout(of: figure.indicator),
            let place = layout.form.key.firstIndex(of: split.names[0])
        else { return [] }
        let known = Set(split.rows.map { $0.key[0] })
        let units = figure.silentUnits.filter { $0.count == layout.form.key.count && !known.contains($0[place]) }
        let choices = layout.root.field(split.names[0])?.question.choices
        return Dictionary(grouping: units) { $0[place] }.sorted { $0.key < $1.key }.map { key, units in
            var values = FigureValues()
            values.coverage = CoverageFigure(expected: units.count, reporting: 0)
            values.status = .noData
            return SplitRow(key: [key], label: [choices?[key]?.label.text(in: sources.language) ?? key], values: values)
        }
    }

    private func layout(of indicator: Indicator) -> FormLayout? {
        guard let form = indicator.over?.split(separator: ".").first else { return nil }
        return sources.forms.first { $0.form.id == form }
    }

    private func instance(
        _ row: WatchedFigure.Row, _ values: FigureValues, _ whole: FigureValues, _ old: FigureValues?,
        _ oldWhole: FigureValues?, _ change: PeriodChange?, _ earlier: WatchedPeriod?
    ) -> Instance {
        let past = WatchedFigure.Row(
            indicator: row.indicator, names: row.names, key: row.key, label: row.label,
            watched: earlier ?? row.watched)
        let isSecret = isSecret(values, row)
        return Instance(
            now: WatchedFigure("now", row, values: values, whole: whole, change: change, self),
            before: WatchedFigure("before", past, values: old, whole: oldWhole, self),
            labels: Dictionary(zip(row.names, row.key)) { first, _ in first }, indicator: row.indicator,
            failed: values.failed, value: isSecret ? nil : values.value,
            badness: isSecret ? nil : badness(values, row.indicator))
    }

    private func row(
        _ figure: Figure, _ names: [String], _ key: [String], _ label: String, _ watched: WatchedPeriod
    ) -> WatchedFigure.Row {
        WatchedFigure.Row(indicator: figure.indicator, names: names, key: key, label: label, watched: watched)
    }

    func label(_ indicator: Indicator) -> String { indicator.label.text(in: sources.language) }

    /// How far a value falls short of what is expected by now, or else of the target.
    private func badness(_ values: FigureValues, _ indicator: Indicator) -> Double? {
        guard let value = values.value, let target = indicator.target else { return nil }
        let wanted = values.expected ?? target.value
        switch target.comparison {
        case .above, .atLeast, .between: return wanted - value
        case .atMost, .below: return value - wanted
        case .milestone: return nil
        }
    }

    // MARK: What scripts ask for

    func add(_ object: any HostObject) -> LuaValue { workspace.host.add(object) }

    /// Another indicator in the same row and period.
    func other(_ id: String, in row: WatchedFigure.Row) throws(Message) -> LuaValue {
        guard let indicator = sources.indicator(id) else {
            if let text = sources.unavailable(id) { throw Message("E-REPORT-015", ["id": id, "text": text]) }
            throw Message("E-REPORT-004", RuleRow.unknown(id, among: sources.indicators.map(\.id)))
        }
        return add(try figure(of: indicator, row, row.watched))
    }

    /// The same row in the last periods, this one last.
    func trend(_ count: Int, of row: WatchedFigure.Row) throws(Message) -> LuaValue {
        var found: [LuaValue] = []
        var watched: WatchedPeriod? = row.watched
        for _ in 0..<min(count, 60) {
            guard let current = watched else { break }
            found.insert(add(try figure(of: row.indicator, row, current)), at: 0)
            watched = periods.before(current)
        }
        return .table(LuaTable(array: found))
    }

    private func figure(
        of indicator: Indicator, _ row: WatchedFigure.Row, _ watched: WatchedPeriod
    ) throws(Message) -> WatchedFigure {
        let sources = sources
        let figure = try workspace.state.excusing { () throws(Message) in
            try sources.figure(indicator, row.names, watched)
        }
        let values =
            row.names.isEmpty ? figure.total : figure.split(row.names)?.rows.first { $0.key == row.key }?.values
        let other = WatchedFigure.Row(
            indicator: indicator, names: row.names, key: row.key, label: row.label, watched: watched)
        return WatchedFigure("now", other, values: values, whole: figure.total, self)
    }

    /// Whether a row is a small cell of persons or households; a split by key fields alone is one of public bodies, such
    /// as villages (`semantics.md` 3.11).
    func isSecret(_ values: FigureValues, _ row: WatchedFigure.Row) -> Bool {
        guard !row.names.isEmpty, values.n > 0, values.n < sources.smallCell else { return false }
        let forms = layout(of: row.indicator).map { [$0] } ?? sources.forms
        let keys = Set(forms.flatMap(\.form.key))
        return forms.contains(where: \.isConfidential) && !row.names.allSatisfy(keys.contains)
    }
}
