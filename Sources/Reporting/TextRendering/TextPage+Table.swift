import VietText

extension TextPage {
    /// The space between two columns.
    private static let gap = 2

    func lines(_ table: Table) -> [String] {
        let caption = table.caption.isEmpty ? [] : table.caption.string.wrapped(to: width)
        let room = width - Self.gap * (table.columns.count - 1)
        let body = ColumnWidths.fitting(table, into: room).map { grid(table, $0) } ?? stacked(table)
        let notes = table.footnotes.flatMap { hanging($0.mark.string, $0.text.string) }
        return caption + body + notes
    }

    // MARK: Side by side

    private func grid(_ table: Table, _ widths: [Int]) -> [String] {
        let full = widths.reduce(0, +) + Self.gap * (widths.count - 1)
        let rule = drawing.rule(full)
        let headers = zip(table.columns, widths).map { $0.header.string.wrappedEvenly(to: $1) }
        let header = aligned(headers, table.columns, widths, standing: .below)
        let rows = table.rows.map { row in
            switch row {
            case .cells(let texts): cells(texts, table.columns, widths)
            case .total(let texts): [rule] + cells(texts, table.columns, widths)
            case .group(let text): text.string.wrapped(to: full)
            }
        }
        return [rule] + header + [rule] + spaced(rows, table, widths, width: full) + [rule]
    }

    /// The first cell tells where a row begins. Where that is of several lines the eye could not tell where it ends, so
    /// rows are parted; else only groups are.
    private func spaced(_ rows: [[String]], _ table: Table, _ widths: [Int], width: Int) -> [String] {
        let firstCells = table.rows.compactMap { row in
            switch row {
            case .cells(let texts), .total(let texts): texts.first
            case .group: nil
            }
        }
        let isParted = firstCells.contains { $0.string.wrapped(to: widths.first ?? width).count > 1 }
        let light = String(repeating: drawing.lightRule, count: width)
        var result: [String] = []
        var previous: Table.Row?
        for (lines, kind) in zip(rows, table.rows) {
            switch (previous, kind) {
            case (nil, _), (_, .total), (.group, .group): break
            case (_, .group): result.append(isParted ? light : "")
            case (_, .cells): if isParted { result.append(light) }
            }
            result += lines
            previous = kind
        }
        return result
    }

    private func cells(_ texts: [PlainText], _ columns: [Table.Column], _ widths: [Int]) -> [String] {
        aligned(zip(texts, widths).map { $0.string.wrapped(to: $1) }, columns, widths, standing: .above)
    }

    /// Where a cell with fewer lines than its neighbours has its empty ones: headers stand on the rule below them.
    private enum Standing {
        case above
        case below
    }

    private func aligned(
        _ wrapped: [[String]], _ columns: [Table.Column], _ widths: [Int], standing: Standing
    ) -> [String] {
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let row = wrapped.indices.map { column in
                let lines = wrapped[column]
                let index = standing == .above ? line : line - (height - lines.count)
                let text = lines.indices.contains(index) ? lines[index] : ""
                return text.padded(to: widths[column], columns[column].alignment)
            }
            return row.joined(separator: String(repeating: " ", count: Self.gap))
        }
    }

    // MARK: One below the other

    /// More columns than the page has room for: each row becomes a small list of its own, "header: cell" a line.
    private func stacked(_ table: Table) -> [String] {
        let rule = drawing.rule(width)
        let rows = table.rows.map { row in
            switch row {
            case .cells(let texts), .total(let texts): records(texts, table.columns)
            case .group(let text): text.string.wrapped(to: width)
            }
        }
        return [rule] + rows.joined(separator: [String(repeating: drawing.lightRule, count: width)]) + [rule]
    }

    private func records(_ texts: [PlainText], _ columns: [Table.Column]) -> [String] {
        zip(columns, texts).enumerated().flatMap { index, pair in
            let (column, text) = pair
            let lead = column.header.isEmpty ? "" : "\(column.header.string): "
            let margin = index == 0 ? 0 : 2
            return (lead + text.string).wrapped(to: width - margin, hangingIndent: 2)
                .map { String(repeating: " ", count: margin) + $0 }
        }
    }
}
