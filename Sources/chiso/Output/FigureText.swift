import Evaluation
import FormModel
import VietText

/// Writes the parts of a figure as people read them.
struct FigureText {
    let language: Language

    private var numbers: NumberStyle { NumberStyle(textLanguage) }
    private var textLanguage: TextLanguage { language == .vietnamese ? .vietnamese : .english }

    /// The value in its unit; never across its target by rounding (`semantics.md` 3.10).
    func value(_ values: FigureValues, of indicator: Indicator) -> String {
        guard let value = values.value else { return "–" }
        if indicator.unit == "milestone" { return values.date.map(date) ?? (language == .vietnamese ? "chưa" : "not yet") }
        let prefix = values.atLeast ? "≥ " : ""
        return prefix + number(value, unit: indicator.unit, target: indicator.target)
    }

    /// A number in a unit.
    func number(_ value: Double, unit: String, target: Target? = nil) -> String {
        let decimals = unit == "percent" ? 1 : (value == value.rounded() ? 0 : 2)
        let text =
            if let threshold = target.flatMap(threshold) {
                numbers.text(value, against: threshold, decimals: decimals)
            } else {
                numbers.text(value, decimals: decimals)
            }
        switch unit {
        case "percent": return numbers.percent(written: text)
        case "number", "milestone": return text
        default: return "\(text) \(unit)"
        }
    }

    /// The target in words: "≥ 90 %", "> 98 %", "40–50 %".
    func target(_ target: Target, unit: String) -> String {
        let mark = { (value: Double) in unit == "percent" ? numbers.percent(value, upTo: 2) : numbers.text(value, upTo: 2) }
        switch target.comparison {
        case .above(let value): return "> " + mark(value)
        case .atLeast(let value): return "≥ " + mark(value)
        case .between(let low, let high): return "\(numbers.text(low, upTo: 2))–\(mark(high))"
        case .atMost(let value): return "≤ " + mark(value)
        case .below(let value): return "< " + mark(value)
        case .milestone: return "\(target.by)"
        }
    }

    /// The status in words.
    func status(_ status: Status?) -> String {
        switch (status, language) {
        case (nil, _): ""
        case (.met, .vietnamese): "đạt"
        case (.metUncertain, .vietnamese): "đạt, chưa chắc"
        case (.onTrack, .vietnamese): "đúng tiến độ"
        case (.behind, .vietnamese): "chậm"
        case (.noBaseline, .vietnamese): "chưa đạt"
        case (.incomplete, .vietnamese): "thiếu đơn vị báo cáo"
        case (.noData, .vietnamese): "thiếu số liệu"
        case (.met, .english): "met"
        case (.metUncertain, .english): "met, uncertain"
        case (.onTrack, .english): "on track"
        case (.behind, .english): "behind"
        case (.noBaseline, .english): "not met"
        case (.incomplete, .english): "incomplete"
        case (.noData, .english): "no data"
        }
    }

    /// A count.
    func count(_ number: Int) -> String { numbers.text(number) }

    /// A coverage in percent, as it is read beside a figure.
    func percent(_ value: Double?) -> String { value.map { numbers.percent($0) } ?? "–" }

    /// A date as it is written in tables.
    func date(_ day: Day) -> String {
        let parts = day.components
        return DateStyle(textLanguage).short(year: parts.year, month: parts.month, day: parts.day)
    }

    private func threshold(_ target: Target) -> PrintedThreshold? {
        switch target.comparison {
        case .above(let value): .above(value)
        case .atLeast(let value), .between(let value, _): .atLeast(value)
        case .atMost(let value): .atMost(value)
        case .below(let value): .below(value)
        case .milestone: nil
        }
    }
}
