import Evaluation
import FormModel
import LuaRuntime
import Messages

/// Reads `doc:trend { figures, caption = "…" }`: each figure over the periods before the report's, and in it. Instead of
/// a figure a list of `figure:trend()` may stand.
struct FigureTrendReader {
    private let call: CallArguments
    private let object: (LuaValue) -> (any FigureReading)?

    init(_ call: CallArguments, object: @escaping (LuaValue) -> (any FigureReading)?) {
        self.call = call
        self.object = object
    }

    func chart() throws(Message) -> TrendChart {
        let argument = try call.table(0, allowed: ["caption", "limit"])
        guard argument.items.count == 1, let items = LuaTable(argument.items[0])?.array else {
            throw argument.wrong("[1]", expected: "list", found: argument.items.first ?? .none)
        }
        let limit = try argument.count("limit") ?? .max
        var courses: [[TrendPoint]] = []
        if let single = rows(items), !single.isEmpty {
            courses = [single]
        } else {
            for item in items { courses.append(try course(item, of: argument)) }
        }
        let periods = Array(Set(courses.flatMap { $0.map(\.period) }).sorted { $0.first < $1.first }.suffix(limit))
        let drawn = courses.flatMap { $0 }.filter { periods.contains($0.period) }
        let series = courses.map { points in
            let byPeriod = Dictionary(points.map { ($0.period, $0.cell) }) { first, _ in first }
            let cell = points.last?.cell
            let shown = points.filter { $0.cell.number != nil && periods.contains($0.period) }
            let marks = points.filter { periods.contains($0.period) }.map(\.cell.marks)
            return TrendChart.Series(
                PlainText((points.last?.name ?? "") + (marks.max { $0.count < $1.count } ?? "")),
                periods.map { period in reading(byPeriod[period]) },
                fullScale: cell?.indicator.unit == "percent" ? 100 : 0,
                isBroken: shown.dropFirst().contains(where: \.isApart))
        }
        return TrendChart(
            caption: try argument.text("caption") ?? "", periods: periods.map { PlainText(call.words.period($0)) },
            series: series, footnotes: notes(drawn.map(\.cell)))
    }

    /// A note that is not of all says of which period it is.
    private func notes(_ cells: [FigureCell]) -> [Table.Footnote] {
        FigureNotes(cells, words: call.words) { "\($0.name) (\($0.label))" }.footnotes
    }

    private func course(_ item: LuaValue, of argument: TableArgument) throws(Message) -> [TrendPoint] {
        if let figure = object(item) as? ReportFigure { return try figure.course() }
        guard let list = LuaTable(item)?.array, let rows = rows(list) else {
            throw argument.wrong("[1]", expected: "row", found: item)
        }
        return rows
    }

    /// The points behind a list of `figure:trend()`; `nil` where something else stands in it.
    private func rows(_ items: [LuaValue]) -> [TrendPoint]? {
        var points: [TrendPoint] = []
        for item in items {
            guard let point = (object(item) as? ReportRow)?.point else { return nil }
            points.append(point)
        }
        return points
    }

    private func reading(_ cell: FigureCell?) -> Bar.Reading {
        guard let cell, let number = cell.number else { return .absent(nil) }
        return .value(number, printed: PlainText(cell.plainValue))
    }
}

/// A figure of one period, as a point of its course.
struct TrendPoint {
    /// The indicator's name.
    let name: String
    let period: Period
    let cell: FigureCell
    /// Whether it must not be compared with the point before that has a value.
    let isApart: Bool
}
