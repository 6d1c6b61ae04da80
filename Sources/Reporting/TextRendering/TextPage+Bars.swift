import VietText

extension TextPage {
    func lines(_ chart: BarChart) -> [String] {
        guard !chart.bars.isEmpty else { return [] }
        let columns = BarColumns(chart, page: self)
        let caption = chart.caption.isEmpty ? [] : chart.caption.string.wrapped(to: width)
        return caption + chart.bars.flatMap { lines($0, of: chart, in: columns) } + legend(of: chart, in: columns)
            + chart.footnotes.flatMap { hanging($0.mark.string, $0.text.string) }
    }

    private func lines(_ bar: Bar, of chart: BarChart, in columns: BarColumns) -> [String] {
        let label = bar.label.string.wrapped(to: columns.label)
        return sideBySide(label, width: columns.label + 2, measured(bar, of: chart, in: columns))
    }

    /// What stands right of the label.
    private func measured(_ bar: Bar, of chart: BarChart, in columns: BarColumns) -> [String] {
        let note = bar.note.map { "(\($0))".wrapped(to: max(2, columns.note)) } ?? []
        switch bar.reading {
        case .absent(let reason):
            let text = [reason?.string ?? wording.noData, bar.note.map { "(\($0))" }].compactMap { $0 }
            return text.joined(separator: " ").wrapped(to: columns.afterLabel)
        case .value(_, let printed):
            let drawn = drawn(bar.reading.value ?? 0, target: bar.target, fullScale: chart.fullScale, in: columns.bar)
            let value = printed.string.wrapped(to: columns.value).map { $0.padded(to: columns.value, .right) }
            let figures = sideBySide(value, width: columns.value + 1, note)
            return sideBySide([drawn], width: columns.bar + 2, figures)
        }
    }

    /// The bar in cells, with its target's mark over it. The last cell is kept for a mark at the full scale.
    private func drawn(_ value: Double, target: Double?, fullScale: Double, in cells: Int) -> String {
        let room = cells - 1
        let eighths = Int((min(max(value / fullScale, 0), 1) * Double(room * 8)).rounded())
        var bar = (0..<cells).map { drawing.block(eighths: min(max(eighths - $0 * 8, 0), 8)) }
        // What is more than nothing is seen.
        if value > 0, bar[0] == " " { bar[0] = drawing.block(eighths: drawing == .ascii ? 8 : 1) }
        if let target, target.isFinite {
            bar[Int((min(max(target / fullScale, 0), 1) * Double(room)).rounded(.down))] = drawing.upright
        }
        return bar.joined()
    }

    private func legend(of chart: BarChart, in columns: BarColumns) -> [String] {
        guard chart.bars.contains(where: { $0.target != nil }) else { return [] }
        let margin = String(repeating: " ", count: columns.label + 2)
        let name = chart.targetName?.string ?? wording.target
        return "\(drawing.upright) \(name)".wrapped(to: columns.afterLabel, hangingIndent: 2).map { margin + $0 }
    }
}

extension Drawing {
    /// A cell filled from the left.
    fileprivate func block(eighths: Int) -> String {
        switch self {
        case .unicode: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"][min(max(eighths, 0), 8)]
        case .ascii: eighths >= 4 ? "#" : " "
        }
    }
}

/// The columns of a chart: label, bar, value, note; two spaces apart, the note one.
private struct BarColumns {
    let label: Int
    let bar: Int
    let value: Int
    let note: Int
    let afterLabel: Int

    init(_ chart: BarChart, page: TextPage) {
        let printed = chart.bars.compactMap { bar -> Int? in
            if case .value(_, let printed) = bar.reading { printed.string.displayWidth } else { nil }
        }
        let notes = chart.bars.compactMap { bar -> Int? in
            if case .value = bar.reading { bar.note.map { $0.string.displayWidth + 2 } } else { nil }
        }
        label = min(chart.bars.map { $0.label.string.displayWidth }.max() ?? 0, page.width * 7 / 20)
        value = min(printed.max() ?? 0, page.width / 5)
        note = min(notes.max() ?? 0, page.width / 5)
        afterLabel = page.width - label - 2
        // A full bar of 50 cells is two percentage points a cell; longer ones only drive value and bar apart.
        bar = min(51, afterLabel - 2 - value - (note > 0 ? note + 1 : 0))
    }
}
