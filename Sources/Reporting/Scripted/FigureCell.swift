import Evaluation
import FormModel
import LuaRuntime
import VietText

/// What of a figure, or of a row of one, is read and printed: everything passes through here, so that what is hidden
/// cannot be had by another name.
struct FigureCell {
    /// What it is of.
    let figure: Figure
    /// What the cell is called: the indicator, or the village.
    let label: String
    let values: FigureValues
    let disclosure: Disclosure
    let words: FigureText

    /// What stands for a cell that is not printed.
    static let hiddenMark = "•"

    var indicator: Indicator { figure.indicator }
    var method: Evaluation.Method { figure.method }

    /// Whether nothing of the value may be known; how many records it rests on may be printed all the same.
    var hidesValue: Bool { disclosure == .hidden || disclosure == .countOnly }
    private var isCountHidden: Bool { disclosure == .hidden }
    private var target: Target? { indicator.target }
    private var shown: FigureValues { hidesValue ? FigureValues() : values }
    private var counted: FigureValues { isCountHidden ? FigureValues() : values }

    // MARK: Texts

    /// The value as it stands in a table: in brackets where it rests on few observations.
    var value: String {
        guard !hidesValue else { return FigureCell.hiddenMark }
        let number =
            words.value(values, of: indicator, decimals: decimals) + words.margin(values, of: indicator)
        let text = disclosure == .few ? "(\(number))" : number
        return text + words.marks(values)
    }

    /// The value as a table prints it whose footnotes tell what is to be known of the figure.
    var noted: String { value + FigureNotes.mark(of: figure) }

    /// The marks that stand behind what is drawn.
    var marks: String { hidesValue ? "" : words.marks(values) + FigureNotes.mark(of: figure) }

    /// The marks that stand behind a name, where each value has its own: of what is said of the figure, and that there
    /// is none.
    var nameMarks: String {
        (figure.obstacles.isEmpty ? "" : "\u{A0}" + FigureText.failedMark) + FigureNotes.mark(of: figure)
    }

    /// The value alone, as it stands beside a bar.
    var plainValue: String { hidesValue ? FigureCell.hiddenMark : words.value(values, of: indicator) }

    /// The target, with what is said about it: "> 90 % (phấn đấu)".
    var targetText: String {
        guard let target else { return FigureText.noValue }
        return ([words.target(target, unit: indicator.unit)] + [words.manner(target)].compactMap { $0 })
            .joined(separator: " ")
    }

    var expected: String {
        shown.expected.map { words.number($0, unit: indicator.unit, decimals: decimals) } ?? FigureText.noValue
    }

    /// What a reader gets who subtracts the printed value from the printed path.
    var gapText: String {
        printedGap(decimals: decimals).map { words.distance($0.gap, unit: indicator.unit, decimals: $0.decimals) }
            ?? FigureText.noValue
    }

    var status: String { words.status(shown, of: indicator) }

    var n: String { isCountHidden ? FigureCell.hiddenMark : words.count(values.n) }

    var missing: String { isCountHidden ? FigureCell.hiddenMark : words.count(values.missingCount) }

    var coverage: String { words.percent(counted.coveragePercent) }

    // MARK: Numbers

    /// How far the value is short of the one expected by now; negative where it is beyond.
    var gap: Double? {
        guard let value = shown.value, let expected = shown.expected, let target else { return nil }
        return target.isRising ? expected - value : value - expected
    }

    /// As many decimals as value and path need so that their printed difference tells of the true one: 0,66 % against
    /// 0,82 %, where 0,7 % and 0,8 % would hide a third of the gap. One is enough where nothing is short.
    private var decimals: Int {
        guard let gap, gap > 0 else { return 0 }
        return (0..<FigureCell.mostDecimals).first { least in
            printedGap(decimals: least).map { abs($0.gap - gap) <= gap / 10 } ?? true
        } ?? FigureCell.mostDecimals
    }

    private static let mostDecimals = 3

    /// The difference of value and path as they are printed, and the decimals it needs.
    private func printedGap(decimals least: Int) -> (gap: Double, decimals: Int)? {
        guard let value = shown.value, let expected = shown.expected, let target else { return nil }
        let own = [value, expected].map { FigureText.decimals(of: $0, unit: indicator.unit) }
        let decimals = max(least, own.max() ?? 0)
        let printed = [value, expected].map { NumberStyle.rounded($0, decimals: decimals) }
        let gap = target.isRising ? printed[1] - printed[0] : printed[0] - printed[1]
        return (NumberStyle.rounded(gap, decimals: decimals), decimals)
    }

    /// The value, if it may be known.
    var number: Double? { shown.value }

    /// Whether the cell may stand in a ranking.
    var isRanked: Bool { disclosure == .open && values.value != nil }
}

extension FigureCell {
    /// The names that scripts read of every figure and row.
    static let names = [
        "label", "value", "number", "target", "target_number", "expected", "expected_number", "gap", "gap_number",
        "status", "status_code", "n", "missing", "missing_among", "coverage", "coverage_number", "expected_units",
        "reporting_units", "failed", "at_least", "few", "hidden", "unit", "method", "date", "margin", "margin_number",
        "low", "high", "failed_records",
    ]

    /// What scripts read under a name; `nil` if there is no such name. Texts are there always, numbers only where there
    /// is one.
    func property(_ name: String) -> LuaValue? {
        switch name {
        case "label": .string(label)
        case "value": .string(value)
        case "number": .optional(number)
        case "target": .string(targetText)
        case "target_number": .optional(target?.value)
        case "expected": .string(expected)
        case "expected_number": .optional(shown.expected)
        case "gap": .string(gapText)
        case "gap_number": .optional(gap)
        case "status": .string(status)
        case "status_code": .optional(shown.status?.rawValue)
        case "n": .optional(isCountHidden ? nil : values.n)
        case "missing": .optional(isCountHidden ? nil : values.missingCount)
        case "missing_among": .optional(isCountHidden ? nil : values.missingAmongCount)
        case "coverage": .string(coverage)
        case "coverage_number": .optional(counted.coveragePercent)
        case "expected_units": .optional(counted.coverage?.expected)
        case "reporting_units": .optional(counted.coverage?.reporting)
        case "failed": .integer(Int64(shown.failed))
        case "failed_records": .list(figure.failedRecords.map { .string(FigureText.shortRecord($0)) })
        case "at_least": .boolean(shown.atLeast)
        case "few": .boolean(disclosure == .few)
        case "hidden": .boolean(hidesValue)
        case "unit": .string(indicator.unit)
        case "method": .string(words.method(method))
        case "date": .optional(shown.date)
        case "margin": .string(words.margin(shown, of: indicator))
        case "margin_number": .optional(shown.value.flatMap { shown.error?.margin(around: $0) })
        case "low": .optional(shown.error?.interval?.lowerBound)
        case "high": .optional(shown.error?.interval?.upperBound)
        default: nil
        }
    }
}

extension LuaValue {
    fileprivate static func optional(_ number: Double?) -> LuaValue { number.map(LuaValue.number) ?? LuaValue.none }
    fileprivate static func optional(_ count: Int?) -> LuaValue {
        count.map { LuaValue.integer(Int64($0)) } ?? LuaValue.none
    }
    fileprivate static func optional(_ text: String?) -> LuaValue { text.map(LuaValue.string) ?? LuaValue.none }
    fileprivate static func optional(_ day: Day?) -> LuaValue {
        day.map { LuaValue.date(LuaDate(days: Double($0.number))) } ?? LuaValue.none
    }
}
