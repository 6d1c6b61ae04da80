import VietText

extension HTMLPage {
    private static let size = (width: 120.0, height: 28.0)

    func markup(_ chart: TrendChart) -> Markup {
        guard !chart.series.isEmpty, !chart.periods.isEmpty else { return .empty }
        let rows = chart.series.map { series in
            Markup.element(
                .div, ["class": "bar"],
                [
                    .element(.span, ["class": "label"], series.label), Markup(" "), drawing(of: series, in: chart),
                    Markup(" "),
                    .element(.span, ["class": "change"], [Markup(chart.words(of: series) ?? wording.noData)]),
                ])
        }
        let periods = Markup.element(.p, ["class": "legend"], [Markup("\(wording.periods) \(chart.span)")])
        let note =
            chart.hasBreak
            ? [Markup.element(.p, ["class": "footnote"], [Markup("\(TrendChart.breakMark) \(wording.breakNote)")])] : []
        return figure(
            "chart", caption: chart.caption,
            [.element(.div, ["class": "trends"], [.lines([.empty] + rows + [.empty])]), periods] + note
                + chart.footnotes.map(markup))
    }

    private func drawing(of series: TrendChart.Series, in chart: TrendChart) -> Markup {
        let told = zip(chart.periods, series.readings).map { period, reading in
            switch reading {
            case .value(_, let printed): "\(period): \(printed)"
            case .absent(let reason): "\(period): \(reason?.string ?? wording.noData)"
            }
        }
        let lines = segments(of: series).map { segment in
            let path = segment.map { "\($0.x),\($0.y)" }.joined(separator: " ")
            return Markup.element(.polyline, ["class": "course", "points": path])
        }
        // A value without neighbours would not be seen as a line, and the last is the one that counts.
        let places = points(of: series)
        let dots = places.indices.filter { place in
            places[place] != nil && (place == series.known.last || isAlone(place, among: places))
        }.compactMap { places[$0] }.map { point in
            Markup.element(.circle, ["class": "point", "cx": point.x, "cy": point.y, "r": "2.5"])
        }
        let texts: [Markup] = [
            .element(.title, [:], [Markup(series.label.string.printableLine)]),
            .element(.desc, [:], [Markup(told.joined(separator: "; ").printableLine)]),
        ]
        return .element(.svg, ["role": "img", "viewBox": "0 0 120 28"], texts + lines + dots)
    }

    private typealias Point = (x: String, y: String)

    private func points(of series: TrendChart.Series) -> [Point?] {
        let step = (Self.size.width - 8) / Double(max(1, series.readings.count - 1))
        return series.heights.enumerated().map { place, height in
            height.map {
                (Self.coordinate(4 + Double(place) * step), Self.coordinate(4 + (1 - $0) * (Self.size.height - 8)))
            }
        }
    }

    /// Points with nothing missing between them.
    private func segments(of series: TrendChart.Series) -> [[Point]] {
        points(of: series).split { $0 == nil }.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
    }

    private func isAlone(_ place: Int, among points: [Point?]) -> Bool {
        [place - 1, place + 1].allSatisfy { !points.indices.contains($0) || points[$0] == nil }
    }
}
