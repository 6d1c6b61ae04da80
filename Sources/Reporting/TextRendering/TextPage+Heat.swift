import VietText

extension TextPage {
    /// Columns that do not fit side by side stand below, each time with the names of the rows.
    func lines(_ heat: HeatTable) -> [String] {
        guard !heat.rows.isEmpty else { return [] }
        let label = min(
            max(heat.rowsName.string.displayWidth, heat.rows.map { $0.label.string.displayWidth }.max() ?? 0),
            width * 7 / 20)
        let widths = heat.columns.indices.map { column in
            min(width - label - 2, max(5, heat.rows.map { shaded($0.cells[column]).displayWidth }.max() ?? 0))
        }
        let bands = bands(widths, room: width - label).map { band(heat, columns: $0, widths, label: label) }
        let caption = heat.caption.isEmpty ? [] : heat.caption.string.wrapped(to: width)
        let legend = heat.levels.map { "\(drawing.shade($0)) \(wording.level($0))" }.joined(separator: "; ")
        let below = [legend, heat.key].filter { !$0.isEmpty }.flatMap { $0.wrapped(to: width, hangingIndent: 2) }
        let notes = heat.footnotes.flatMap { hanging($0.mark.string, $0.text.string) }
        return caption + bands.joined(separator: [""]) + below + notes
    }

    /// The columns of each band.
    private func bands(_ widths: [Int], room: Int) -> [Range<Int>] {
        var bands: [Range<Int>] = []
        var used = 0
        for (column, width) in widths.enumerated() {
            if let last = bands.last, used + width + 2 <= room {
                bands[bands.count - 1] = last.lowerBound..<column + 1
                used += width + 2
            } else {
                bands.append(column..<column + 1)
                used = width + 2
            }
        }
        return bands
    }

    private func band(_ heat: HeatTable, columns: Range<Int>, _ widths: [Int], label: Int) -> [String] {
        let rule = drawing.rule(label + columns.reduce(0) { $0 + widths[$1] + 2 })
        let headers = columns.map { heat.columns[$0].header.string.brokenAtPoints(to: widths[$0]) }
        let height = headers.map(\.count).max() ?? 0
        let name = heat.rowsName.string.wrapped(to: label)
        let head = (0..<max(height, name.count)).map { line in
            let place = { (lines: [String], height: Int) in
                let index = line - (max(height, name.count) - lines.count)
                return lines.indices.contains(index) ? lines[index] : ""
            }
            return place(name, height).padded(to: label)
                + zip(columns, headers).map { "  " + place($1, height).padded(to: widths[$0], .right) }.joined()
        }
        let rows = heat.rows.flatMap { row -> [String] in
            let cells = columns.map { "  " + shaded(row.cells[$0]).padded(to: widths[$0], .right) }.joined()
            return sideBySide(row.label.string.wrapped(to: label), width: label, [cells])
        }
        return [rule] + head + [rule] + rows + [rule]
    }

    private func shaded(_ cell: HeatTable.Cell) -> String {
        let text = cell.printed.string.printableLine
        guard let level = cell.level else { return text }
        return "\(drawing.shade(level)) \(text)"
    }
}

extension Drawing {
    /// The darker, the farther behind.
    func shade(_ level: HeatTable.Level) -> String {
        switch (level, self) {
        case (.reached, .unicode): "□"
        case (.uncertain, .unicode): "◇"
        case (.onPath, .unicode): "░"
        case (.close, .unicode): "▒"
        case (.behind, .unicode): "▓"
        case (.farBehind, .unicode): "█"
        case (.reached, .ascii): "o"
        case (.uncertain, .ascii): "?"
        case (.onPath, .ascii): "."
        case (.close, .ascii): "-"
        case (.behind, .ascii): "+"
        case (.farBehind, .ascii): "#"
        }
    }
}

extension String {
    /// A code in lines of at most `width`, broken behind its points: "II.3." and "4.10".
    fileprivate func brokenAtPoints(to width: Int) -> [String] {
        guard displayWidth > width, !contains(" "), contains(".") else { return wrapped(to: width) }
        var lines: [String] = []
        for part in split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
            if let last = lines.last, (last + part).displayWidth + 2 <= width {
                lines[lines.count - 1] = last + "." + part
            } else {
                if let last = lines.last { lines[lines.count - 1] = last + "." }
                lines.append(part)
            }
        }
        return lines.flatMap { $0.wrapped(to: width) }
    }
}
