import VietText

extension HTMLPage {
    func markup(_ chart: BarChart) -> Markup {
        guard !chart.bars.isEmpty else { return .empty }
        let rows = chart.bars.map { markup($0, of: chart) }
        return figure(
            "chart", caption: chart.caption,
            [.element(.div, ["class": "bars"], [.lines([.empty] + rows + [.empty])]), legend(of: chart)]
                + chart.footnotes.map(markup))
    }

    private func markup(_ bar: Bar, of chart: BarChart) -> Markup {
        let label = Markup.element(.span, ["class": "label"], bar.label)
        let note = bar.note.map { " (\($0))" } ?? ""
        switch bar.reading {
        case .absent(let reason):
            let text = (reason?.string ?? wording.noData) + note
            return .element(
                .div, ["class": "bar"], [label, Markup(" "), .element(.span, ["class": "absent"], [Markup(text)])])
        case .value(_, let printed):
            let figures = Markup.element(.span, ["class": "figures"], [Markup(printed.string + note)])
            return .element(
                .div, ["class": "bar"], [label, drawing(of: bar, printed, in: chart), Markup(" "), figures])
        }
    }

    /// The bar in a field 100 wide, stretched to the room there is.
    private func drawing(of bar: Bar, _ printed: PlainText, in chart: BarChart) -> Markup {
        let target = bar.target.flatMap { $0.isFinite ? $0 : nil }
        let aim = target == nil ? "" : "; " + (chart.targetName?.string ?? wording.target)
        let width = Self.share(bar.reading.value ?? 0, of: chart.fullScale)
        var parts: [Markup] = [
            .element(.title, [:], [Markup("\(bar.label): \(printed)\(aim)".printableLine)]),
            .element(.rect, ["class": "field", "width": "100", "height": "10"]),
            .element(.rect, ["class": "fill", "width": Self.coordinate(width), "height": "10"]),
        ]
        if let target {
            let place = Self.coordinate(Self.share(target, of: chart.fullScale))
            parts.append(.element(.line, ["class": "mark", "x1": place, "x2": place, "y1": "0", "y2": "10"]))
        }
        return .element(.svg, ["role": "img", "viewBox": "0 0 100 10", "preserveAspectRatio": "none"], parts)
    }

    private func legend(of chart: BarChart) -> Markup {
        guard chart.bars.contains(where: { $0.target != nil }) else { return .empty }
        let key = Markup.element(.span, ["class": "key"])
        return .element(.p, ["class": "legend"], [key, Markup(chart.targetName?.string ?? wording.target)])
    }

    /// A value as a part of the full scale, from 0 to 100.
    private static func share(_ value: Double, of fullScale: Double) -> Double {
        min(max(value / fullScale, 0), 1) * 100
    }

    /// A coordinate with at most two decimals.
    static func coordinate(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((min(max(value, -1e6), 1e6) * 100).rounded())
        let text = "\(Double(hundredths) / 100)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
