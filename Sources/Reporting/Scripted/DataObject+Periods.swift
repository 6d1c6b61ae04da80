import Evaluation
import FormModel
import LuaRuntime
import Messages
import VietText

extension DataObject {
    /// The figure of an indicator at the end of an earlier period; computed once.
    func figure(_ indicator: Indicator, in period: Period) throws(Message) -> Figure {
        if data.omitted.contains(indicator.id) {
            return Figure(indicator: indicator, method: .census, total: FigureValues())
        }
        let key = [indicator.id, period.id]
        if let known = earlierFigures[key] { return known }
        let figure = try data.earlierFigure(indicator, period)
        earlierFigures[key] = figure
        return figure
    }

    /// What may be printed of a figure of all records.
    func cell(_ figure: Figure, label: String) throws(Message) -> FigureCell {
        FigureCell(
            indicator: figure.indicator, label: label, values: figure.total, method: figure.method,
            disclosure: try secrecy(of: figure).total(figure.total, method: figure.method), words: words)
    }

    /// The points of a course as rows that scripts read: `key` is the period's id, `label` its name.
    func table(of course: [TrendPoint]) -> LuaValue {
        .table(LuaTable(array: course.map { host.add(ReportRow($0.cell, key: [$0.period.id], point: $0)) }))
    }

    /// The change since the latest earlier period that has a value.
    func change(of indicator: Indicator) throws(Message) -> FigureChange {
        let now = try figure(indicator, by: [])
        let cell = try cell(now, label: "")
        guard let value = cell.number else { return .unknown }
        for period in data.earlier.reversed() {
            let before = try figure(indicator, in: period)
            guard let earlier = try self.cell(before, label: "").number else { continue }
            guard before.way == now.way else { return .broken }
            // The change of an estimate says nothing without its error.
            guard now.designs.isEmpty, now.method != .milestone else { return .unknown }
            return .by(words.change(from: earlier, to: value, unit: indicator.unit))
        }
        return .unknown
    }
}

/// How a figure came about, as far as figures of different ways must not be compared.
struct FigureWay: Hashable {
    let method: Evaluation.Method
    let isSample: Bool
}

extension Figure {
    var way: FigureWay { FigureWay(method: method, isSample: !designs.isEmpty) }
}

/// How a figure changed since an earlier period (`semantics.md` 3.13).
enum FigureChange: Hashable {
    /// There is nothing to compare with, or the change has no known error.
    case unknown
    /// What is compared came about in another way.
    case broken
    /// By so much, as it is printed.
    case by(String)

    /// The mark of a break.
    static let brokenMark = "⁑"

    var text: String {
        switch self {
        case .unknown: FigureText.noValue
        case .broken: FigureChange.brokenMark
        case .by(let text): text
        }
    }
}

extension FigureText {
    /// What a reader gets who subtracts two printed values: "+1,2", in the unit of the indicator or in points.
    func change(from earlier: Double, to value: Double, unit: String) -> String {
        let decimals = max(FigureText.decimals(of: earlier, unit: unit), FigureText.decimals(of: value, unit: unit))
        let printed = [earlier, value].map { NumberStyle.rounded($0, decimals: decimals) }
        return numbers.change(printed[1] - printed[0], decimals: decimals)
    }
}
