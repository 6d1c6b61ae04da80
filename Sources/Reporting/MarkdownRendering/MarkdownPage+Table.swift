import VietText

extension MarkdownPage {
    /// Cells are filled up to the width of their column, but a long one does not drive the others apart.
    private static let widestColumn = 40

    func lines(_ table: Table) -> [String] {
        let head = table.columns.map(\.header.markdown)
        let rows = table.rows.map { row in
            switch row {
            case .cells(let texts): texts.map(\.markdown)
            case .total(let texts): texts.map(\.string.markdownBold)
            case .group(let text): [text.string.markdownBold] + head.dropFirst().map { _ in "" }
            }
        }
        let notes = table.footnotes.map { "\($0.mark.markdown) \($0.text.markdown)" }.joined(separator: "<br>")
        let body = grid([head] + rows, table.columns.map(\.alignment))
        return captioned(table.caption, notes.isEmpty ? body : body + ["", notes])
    }

    /// Rows of cells that are Markdown already; the first one is the head.
    func grid(_ rows: [[String]], _ alignments: [TextAlignment]) -> [String] {
        let widths = alignments.indices.map { column in
            min(Self.widestColumn, max(3, rows.map { $0[column].displayWidth }.max() ?? 0))
        }
        let lines = rows.map { row in
            let cells = row.indices.map { row[$0].padded(to: widths[$0], alignments[$0]) }
            return "| " + cells.joined(separator: " | ") + " |"
        }
        let rule = zip(widths, alignments).map { width, alignment in
            switch alignment {
            case .left: String(repeating: "-", count: width)
            case .center: ":" + String(repeating: "-", count: width - 2) + ":"
            case .right: String(repeating: "-", count: width - 1) + ":"
            }
        }
        return lines.prefix(1) + ["| " + rule.joined(separator: " | ") + " |"] + lines.dropFirst()
    }
}
