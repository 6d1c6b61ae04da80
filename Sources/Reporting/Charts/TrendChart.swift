/// How values went over some periods: a small line for each, the oldest period first.
public struct TrendChart: Hashable, Sendable {
    /// Printed above; may be empty.
    public var caption: PlainText
    /// The periods, the oldest first; every series has a reading for each.
    public let periods: [PlainText]
    /// From top to bottom.
    public let series: [Series]
    /// Printed below, each by its mark.
    public var footnotes: [Table.Footnote]

    /// One value over the periods.
    public struct Series: Hashable, Sendable {
        /// What it is.
        public let label: PlainText
        /// A reading for each period.
        public let readings: [Bar.Reading]
        /// The full scale, such as 100 for percentages: a change of less than a tenth of it looks small.
        public let fullScale: Double
        /// Whether the values came about in different ways, so that they must not be compared.
        public let isBroken: Bool

        /// A series.
        public init(_ label: PlainText, _ readings: [Bar.Reading], fullScale: Double, isBroken: Bool = false) {
            self.isBroken = isBroken
            self.label = label
            self.readings = readings
            self.fullScale = fullScale
        }
    }

    /// A chart; a series with fewer readings than periods lacks the newest, one with more is cut.
    public init(
        caption: PlainText = "", periods: [PlainText], series: [Series], footnotes: [Table.Footnote] = []
    ) {
        self.footnotes = footnotes
        self.caption = caption
        self.periods = periods
        self.series = series.map { one in
            let missing = max(0, periods.count - one.readings.count)
            let readings = one.readings.prefix(periods.count) + Array(repeating: .absent(nil), count: missing)
            return Series(one.label, Array(readings), fullScale: one.fullScale, isBroken: one.isBroken)
        }
    }
}

extension TrendChart.Series {
    /// The places of the periods that have a value.
    var known: [Int] { readings.indices.filter { readings[$0].value != nil } }

    /// Where each reading stands between the bottom (0) and the top (1) of the drawing; `nil` where there is none.
    var heights: [Double?] {
        let values = readings.map(\.value)
        guard let least = values.compactMap({ $0 }).min(), let most = values.compactMap({ $0 }).max() else {
            return values.map { _ in nil }
        }
        // Small changes must not look large.
        let whole = fullScale.isFinite && fullScale > 0 ? fullScale : max(abs(least), abs(most))
        let span = max(most - least, whole / 10)
        guard span.isFinite, span > 0 else { return values.map { $0.map { _ in 0.5 } } }
        let bottom = (least + most) / 2 - span / 2
        return values.map { $0.map { min(max(($0 - bottom) / span, 0), 1) } }
    }
}

extension TrendChart {
    /// What a series says in words, in every rendering: its first and its last value. That they are not of the first
    /// or the last period is said.
    func words(of series: Series) -> String? {
        guard let first = series.known.first, let last = series.known.last,
            case .value(_, let start) = series.readings[first], case .value(_, let end) = series.readings[last]
        else { return nil }
        let told = { (place: Int, edge: Int, text: PlainText) in
            place == edge ? text.string : "\(text) (\(periods[place]))"
        }
        guard first < last else { return told(last, periods.count - 1, end) }
        let mark = series.isBroken ? " " + TrendChart.breakMark : ""
        return told(first, 0, start) + " → " + told(last, periods.count - 1, end) + mark
    }

    /// Stands behind values that must not be compared.
    static let breakMark = "⁑"

    /// Whether the mark stands anywhere.
    var hasBreak: Bool { series.contains { $0.isBroken && $0.known.count > 1 } }

    /// The periods from first to last: "6 tháng đầu năm 2025 – 6 tháng đầu năm 2026".
    var span: String {
        guard let first = periods.first, let last = periods.last else { return "" }
        return first == last ? first.string : "\(first) – \(last)"
    }
}
