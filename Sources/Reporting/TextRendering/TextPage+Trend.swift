import VietText

extension TextPage {
    func lines(_ chart: TrendChart) -> [String] {
        guard !chart.series.isEmpty, !chart.periods.isEmpty else { return [] }
        let label = min(chart.series.map { $0.label.string.displayWidth }.max() ?? 0, width / 2)
        // Of more periods than fit, the newest are drawn.
        let drawn = min(chart.periods.count, width / 4)
        let rows = chart.series.flatMap { series -> [String] in
            let line = series.heights.suffix(drawn).map(drawing.height).joined()
            let words = chart.words(of: series) ?? wording.noData
            let room = width - label - 2 - drawn - 2
            let right = sideBySide([line], width: drawn + 2, words.wrapped(to: room))
            return sideBySide(series.label.string.wrapped(to: label), width: label + 2, right)
        }
        let caption = chart.caption.isEmpty ? [] : chart.caption.string.wrapped(to: width)
        let note = chart.hasBreak ? hanging(TrendChart.breakMark, wording.breakNote) : []
        return caption + rows + hanging(wording.periods, chart.span) + note
            + chart.footnotes.flatMap { hanging($0.mark.string, $0.text.string) }
    }
}

extension Drawing {
    /// A height between 0 and 1 in a cell; a dot where there is none.
    fileprivate func height(_ height: Double?) -> String {
        let steps = self == .unicode ? Array("▁▂▃▄▅▆▇█") : Array("_.-=^")
        guard let height else { return self == .unicode ? "·" : " " }
        let step = Int((min(max(height, 0), 1) * Double(steps.count - 1)).rounded())
        return String(steps[step])
    }
}
