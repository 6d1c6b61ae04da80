import VietText

extension MarkdownPage {
    func lines(_ heat: HeatTable) -> [String] {
        guard !heat.rows.isEmpty else { return [] }
        let head = [heat.rowsName.markdown] + heat.columns.map(\.header.markdown)
        let rows = heat.rows.map { row in [row.label.markdown] + row.cells.map(shaded) }
        let alignments = [TextAlignment.left] + heat.columns.map { _ in .right }
        let legend = heat.levels.map { "\(Drawing.unicode.shade($0)) \(wording.level($0))" }.joined(separator: "; ")
        let notes = heat.footnotes.map { "\($0.mark.markdown) \($0.text.markdown)" }
        let below = [legend, heat.key.markdown].filter { !$0.isEmpty } + notes
        return captioned(heat.caption, grid([head] + rows, alignments))
            + (below.isEmpty ? [] : ["", below.joined(separator: "<br>")])
    }

    private func shaded(_ cell: HeatTable.Cell) -> String {
        guard let level = cell.level else { return cell.printed.markdown }
        return "\(Drawing.unicode.shade(level)) \(cell.printed.markdown)"
    }

    /// A trend as text shows it, in a code block; its caption stands above.
    func lines(_ chart: TrendChart) -> [String] {
        var bare = chart
        bare.caption = ""
        return captioned(chart.caption, fenced(text.lines(bare)))
    }
}
