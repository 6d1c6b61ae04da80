import Evaluation
import FormModel
import LuaRuntime
import Messages
import VietText

extension DataObject {
    /// The figure of an indicator at the end of an earlier period, with a split where names are given; computed once.
    func figure(_ indicator: Indicator, in period: Period, by names: [String] = []) throws(Message) -> Figure {
        if data.omitted.contains(indicator.id) {
            return Figure(indicator: indicator, method: .census, total: FigureValues())
        }
        let key = [indicator.id, period.id] + names
        if let known = earlierFigures[key] { return known }
        let figure = try data.earlierFigure(indicator, period, names)
        earlierFigures[key] = figure
        return figure
    }

    /// What may be printed of a figure of all records.
    func cell(_ figure: Figure, label: String) throws(Message) -> FigureCell {
        FigureCell(
            figure: figure, label: label, values: figure.total,
            disclosure: try secrecy(of: figure).total(figure.total, method: figure.method), words: words)
    }

    /// The points of a course as rows that scripts read: `key` is the period's id, `label` its name.
    func table(of course: [TrendPoint]) -> LuaValue {
        .table(LuaTable(array: course.map { host.add(ReportRow($0.cell, key: [$0.period.id], point: $0)) }))
    }

    /// The change since the latest earlier period that has a value.
    func change(of indicator: Indicator) throws(Message) -> PrintedChange {
        let now = try figure(indicator, by: [])
        let cell = try cell(now, label: "")
        guard cell.number != nil else { return .unknown }
        for period in data.earlier.reversed() {
            let before = try figure(indicator, in: period)
            guard try self.cell(before, label: "").number != nil else { continue }
            let breaks = try breaks(of: now, since: before, in: period)
            guard let change = PeriodChanges(of: now, since: before, breaks: breaks, lastDay: period.last).total else {
                return .unknown
            }
            return breaks.isEmpty ? .by(words.change(change, of: indicator)) : .broken(breaks)
        }
        return .unknown
    }

    /// The change of a row of a split since the latest earlier period in which it has a value that may be known.
    func change(of indicator: Indicator, by names: [String], key: [String]) throws(Message) -> PrintedChange {
        let now = try figure(indicator, by: names)
        guard let row = now.split(names)?.rows.first(where: { $0.key == key }) else { return .unknown }
        for period in data.earlier.reversed() {
            let before = try figure(indicator, in: period, by: names)
            let known = try cells(of: before, by: names)?.first { $0.key == key }
            guard known?.cell.number != nil else { continue }
            let breaks = try breaks(of: now, since: before, in: period)
            let changes = PeriodChanges(of: now, since: before, breaks: breaks, lastDay: period.last)
            guard let change = changes.change(of: row, in: names) else { return .unknown }
            return breaks.isEmpty ? .by(words.change(change, of: indicator)) : .broken(breaks)
        }
        return .unknown
    }

    private func breaks(of now: Figure, since before: Figure, in period: Period) throws(Message) -> [ChangeBreak] {
        let breaks = now.breaks(since: before, days: (period.last, data.date), calendar: data.calendar)
        guard try data.hasNewDefinition(now.indicator, period) else { return breaks }
        return breaks + [.definition]
    }

    /// An indicator's figure in the periods before the report's and in it, the oldest first.
    func course(of indicator: Indicator, named name: String) throws(Message) -> [TrendPoint] {
        var points: [TrendPoint] = []
        var last: (figure: Figure, period: Period)?
        for period in data.earlier + [data.period] {
            let isNow = period == data.period
            let figure = isNow ? try self.figure(indicator, by: []) : try self.figure(indicator, in: period)
            let day = isNow ? data.date : period.last
            let breaks = last.map {
                figure.breaks(since: $0.figure, days: ($0.period.last, day), calendar: data.calendar)
            }
            let cell = try cell(figure, label: words.period(period))
            points.append(TrendPoint(name: name, period: period, cell: cell, isApart: breaks?.isEmpty == false))
            if cell.number != nil { last = (figure, period) }
        }
        return points
    }
}

/// How a figure changed since an earlier period (`semantics.md` 3.13).
enum PrintedChange: Hashable {
    /// There is nothing to compare with, or the change has no known error.
    case unknown
    /// What is compared came about in another way.
    case broken([ChangeBreak])
    /// By so much, as it is printed.
    case by(String)

    var text: String {
        switch self {
        case .unknown: FigureText.noValue
        case .broken: FigureText.breakMark
        case .by(let text): text
        }
    }
}
