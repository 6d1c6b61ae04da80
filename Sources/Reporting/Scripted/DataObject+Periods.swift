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
    func change(of indicator: Indicator) throws(Message) -> PeriodChange {
        let now = try figure(indicator, by: [])
        let cell = try cell(now, label: "")
        guard let value = cell.number else { return .unknown }
        for period in data.earlier.reversed() {
            let before = try figure(indicator, in: period)
            guard let earlier = try self.cell(before, label: "").number else { continue }
            guard before.way == now.way else { return .broken }
            guard now.method != .milestone else { return .unknown }
            // Records that still hold are no news.
            if let dates = now.dates, dates == before.dates, dates.upperBound <= period.last { return .unknown }
            guard !now.way.isSample else {
                // The change of an estimate says nothing without its error.
                return SamplingChange(from: before.total, to: now.total).map {
                    .by(words.change($0, unit: indicator.unit))
                } ?? .unknown
            }
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
    var way: FigureWay { FigureWay(method: method, isSample: !designs.isEmpty || total.error != nil) }
}

/// How a figure changed since an earlier period (`semantics.md` 3.13).
enum PeriodChange: Hashable {
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
        case .broken: PeriodChange.brokenMark
        case .by(let text): text
        }
    }
}

extension FigureText {
    /// A change with its error: "+1,2 ± 0,9", or that none is clear.
    func change(_ change: SamplingChange, unit: String) -> String {
        guard !change.isUnclear else { return vi("không đổi rõ rệt", en: "no clear change") }
        let decimals = FigureText.decimals(of: change.difference, unit: unit)
        return numbers.change(change.difference, decimals: decimals) + "\u{A0}±\u{A0}"
            + numbers.text(change.margin, decimals: decimals)
    }

    /// What a reader gets who subtracts two printed values: "+1,2", in the unit of the indicator or in points.
    func change(from earlier: Double, to value: Double, unit: String) -> String {
        let decimals = max(FigureText.decimals(of: earlier, unit: unit), FigureText.decimals(of: value, unit: unit))
        let printed = [earlier, value].map { NumberStyle.rounded($0, decimals: decimals) }
        return numbers.change(printed[1] - printed[0], decimals: decimals)
    }
}
