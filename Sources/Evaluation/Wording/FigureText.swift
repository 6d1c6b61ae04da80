import FormModel
import VietText

/// Writes the parts of a figure as people read them: the same words in tables of the command line and in reports.
public struct FigureText: Sendable {
    /// The language of the words.
    public let language: Language

    /// What stands where there is no value.
    public static let noValue = NumberStyle.noNumber

    /// The words of a language.
    public init(language: Language) {
        self.language = language
    }

    /// How numbers are written.
    public var numbers: NumberStyle { NumberStyle(language) }

    // MARK: Values

    /// The value in its unit; never across its target by rounding (`semantics.md` 3.10).
    /// - Parameter decimals: how many at least, where a reader compares it with another number.
    public func value(_ values: FigureValues, of indicator: Indicator, decimals: Int = 0) -> String {
        guard let value = values.value else { return FigureText.noValue }
        if indicator.unit == "milestone" { return values.date.map(date) ?? vi("chưa", en: "not yet") }
        let prefix = values.atLeast ? "≥ " : ""
        return prefix + number(value, unit: indicator.unit, target: indicator.target, decimals: decimals)
    }

    /// The confidence interval as it stands behind a value: ` ± 1,4`, or ` [74,9–93,9]` where it leans to one side;
    /// nothing where there is none.
    public func margin(_ values: FigureValues, of indicator: Indicator) -> String {
        guard let value = values.value, let interval = values.error?.interval,
            let margin = values.error?.margin(around: value)
        else { return "" }
        let decimals = FigureText.decimals(of: margin, unit: indicator.unit)
        let shorter = min(value - interval.lowerBound, interval.upperBound - value)
        guard margin <= 1.5 * shorter else {
            // One that leans to one side is told by its ends.
            let ends = [interval.lowerBound, interval.upperBound].map { numbers.text($0, decimals: decimals) }
            return "\u{A0}[\(ends.joined(separator: "–"))]"
        }
        return "\u{A0}±\u{A0}" + numbers.text(margin, decimals: decimals)
    }

    /// What ± means, and how sure it is: for a note below a table.
    public func marginNote(level: Double) -> String {
        let percent = numbers.percent(100 * level, upTo: 1)
        return vi(
            "sai số chọn mẫu với độ tin cậy \(percent), tính theo cách chọn mẫu",
            en: "sampling error at \(percent) confidence, by the design of the sample")
    }

    /// A number in a unit, with so many decimals at least.
    public func number(_ value: Double, unit: String, target: Target? = nil, decimals least: Int = 0) -> String {
        let decimals = max(least, FigureText.decimals(of: value, unit: unit))
        let text =
            if let threshold = target.flatMap(threshold) {
                numbers.text(value, against: threshold, decimals: decimals)
            } else {
                numbers.text(value, decimals: decimals)
            }
        return inUnit(text, unit)
    }

    /// How many decimals a number is written with where nothing asks for more.
    public static func decimals(of value: Double, unit: String) -> Int {
        unit == "percent" ? 1 : (value == value.rounded() ? 0 : 2)
    }

    /// How far a value is from the one expected by now: "4,2 điểm %" between two percentages.
    public func distance(_ value: Double, unit: String, decimals: Int) -> String {
        let text = numbers.text(value, decimals: decimals)
        return unit == "percent" ? text + vi("\u{A0}điểm\u{A0}%", en: "\u{A0}points") : inUnit(text, unit)
    }

    /// A count.
    public func count(_ number: Int) -> String { numbers.text(number) }

    /// A coverage in percent, as it is read beside a figure.
    public func percent(_ value: Double?) -> String { value.map { numbers.percent($0) } ?? FigureText.noValue }

    /// A date as it is written in tables.
    public func date(_ day: Day) -> String {
        let parts = day.components
        return DateStyle(language).short(year: parts.year, month: parts.month, day: parts.day)
    }

    private func inUnit(_ text: String, _ unit: String) -> String {
        switch unit {
        case "percent": numbers.percent(written: text)
        case "number", "milestone": text
        default: "\(text) \(unit)"
        }
    }

    /// Whether a milestone has been reached, where its date is not known.
    public func milestone(_ isReached: Bool) -> String {
        isReached ? vi("đã đạt", en: "reached") : vi("chưa", en: "not yet")
    }

    // MARK: Targets and status

    /// The target in words: "≥ 90 %", "> 98 %", "40–50 %", and "100 %" for all of them.
    public func target(_ target: Target, unit: String) -> String {
        let mark = { (value: Double) in
            unit == "percent" ? numbers.percent(value, upTo: 2) : numbers.text(value, upTo: 2)
        }
        switch target.comparison {
        case .above(let value): return "> " + mark(value)
        case .atLeast(100) where unit == "percent": return mark(100)
        case .atLeast(let value): return "≥ " + mark(value)
        case .between(let low, let high): return "\(numbers.text(low, upTo: 2))–\(mark(high))"
        case .atMost(let value): return "≤ " + mark(value)
        case .below(let value): return "< " + mark(value)
        case .milestone: return "\(target.by)"
        }
    }

    /// How the target is meant, in brackets behind it: "(phấn đấu)", "(hằng năm)"; `nil` for a plain one.
    public func manner(_ target: Target) -> String? {
        switch (target.aspirational, target.everyYear) {
        case (true, true): vi("(phấn\u{A0}đấu, hằng\u{A0}năm)", en: "(striven\u{A0}for, every\u{A0}year)")
        case (true, false): vi("(phấn\u{A0}đấu)", en: "(striven\u{A0}for)")
        case (false, true): vi("(hằng\u{A0}năm)", en: "(every\u{A0}year)")
        case (false, false): nil
        }
    }

    /// When the target is reached at the present pace, in words; that it never is; or that nothing is known.
    public func reaches(_ pace: Pace?) -> String {
        guard let pace else { return FigureText.noValue }
        guard let year = pace.reaches?.components.year else { return vi("không đạt", en: "never reached") }
        return vi("đạt năm\u{A0}\(year)", en: "reached in\u{A0}\(year)")
    }

    /// The status in words.
    public func status(_ status: Status?) -> String {
        switch status {
        case nil: ""
        case .met: vi("đạt", en: "met")
        case .metUncertain: vi("đạt, chưa chắc", en: "met, uncertain")
        case .onTrack: vi("đúng tiến độ", en: "on track")
        case .behind: vi("chậm", en: "behind")
        case .noBaseline: vi("chưa có mốc so sánh", en: "no baseline")
        case .incomplete: vi("thiếu đơn vị báo cáo", en: "incomplete")
        case .noData: vi("thiếu số liệu", en: "no data")
        }
    }

    /// Where a figure, or a row of one, stands, in words; that it lies beyond a range is said.
    public func status(_ values: FigureValues, of indicator: Indicator) -> String {
        let text = status(values.status)
        guard let value = values.value, indicator.target?.isBeyond(value) == true else { return text }
        switch values.status {
        case .met, .metUncertain: return text + vi(", vượt khoảng", en: ", above the range")
        case .onTrack, .behind, .noBaseline, .incomplete, .noData, nil: return text
        }
    }

    // MARK: Marks

    /// What stands behind a value whose formula failed on some records.
    public static let failedMark = "(!)"
    /// What stands behind a share whose part is greater than the whole in some records.
    public static let exceedingMark = "(>)"

    /// The marks behind a value, each after a space.
    public func marks(_ values: FigureValues) -> String {
        let failed = values.failed > 0 ? " " + FigureText.failedMark : ""
        return failed + (values.exceeding > 0 ? " " + FigureText.exceedingMark : "")
    }

    /// What the failed mark means in a table that does not name the records.
    /// - Parameter most: the most records that a figure so marked failed on.
    public func failedNote(most: Int) -> String {
        vi(
            "công thức không tính được ở một số phiếu (nhiều nhất \(count(most))).",
            en: "the formula failed on some records (\(count(most)) at most).")
    }

    /// What the exceeding mark means.
    /// - Parameter most: the most records of a figure so marked in which the part is greater than the whole.
    public func exceedingNote(most: Int) -> String {
        vi(
            "ở một số phiếu (nhiều nhất \(count(most))) tử số lớn hơn mẫu số; hãy xem lại số liệu.",
            en: "in some records (\(count(most)) at most) the part is greater than the whole; look into the data.")
    }

    // MARK: Definitions

    /// The definition in words, with what the script says beside them; `nil` where there is nothing to say.
    public func definition(of indicator: Indicator) -> String? {
        let own = indicator.definition?.text(in: language)
        guard indicator.dontKnowIsNo else { return own }
        guard let own else { return vi("Trả lời không biết được tính là không", en: "A don't know counts as no") }
        return own + vi("; trả lời không biết được tính là không", en: "; a don't know counts as no")
    }

    /// How the figure came about, in words.
    public func method(_ method: Method) -> String {
        switch method {
        case .census: vi("toàn bộ", en: "census")
        case .sample: vi("chọn mẫu", en: "sample")
        case .derived: vi("tính từ chỉ tiêu khác", en: "derived")
        case .milestone: vi("mốc", en: "milestone")
        }
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

    /// One of two texts, by the language.
    public func vi(_ vietnamese: String, en english: String) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
