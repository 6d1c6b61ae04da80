import VietText

extension HTMLPage {
    /// With more columns than this a row is shown on a telephone as a small card.
    private static let columnsSideBySide = 3
    /// A text of more than so many columns has a line of its own on such a card.
    private static let longText = 18

    func markup(_ table: Table) -> Markup {
        let kinds = table.columns.indices.map { kind(ofColumn: $0, in: table) }
        let headers = zip(table.columns, kinds).map { column, kind in
            Markup.element(.th, ["scope": "col", "class": kind], column.header)
        }
        let head = Markup.element(.thead, [:], [.element(.tr, [:], headers)])
        let isStacked = table.columns.count > Self.columnsSideBySide
        let grid = Markup.element(
            .table, ["class": isStacked ? "cards" : "grid"], [.lines([.empty, head] + bodies(table, kinds) + [.empty])])
        return figure(
            "table", caption: table.caption,
            [.element(.div, ["class": "scroll"], [grid])] + table.footnotes.map(markup))
    }

    /// A block with its caption above.
    func figure(_ name: String, caption: PlainText, _ content: [Markup]) -> Markup {
        let caption = caption.isEmpty ? Markup.empty : .element(.figcaption, [:], caption)
        return .element(.figure, ["class": name], [caption] + content)
    }

    func markup(_ footnote: Table.Footnote) -> Markup {
        .element(.p, ["class": "footnote"], [Markup("\(footnote.mark) \(footnote.text)")])
    }

    /// A group of rows is a body of its own.
    private func bodies(_ table: Table, _ kinds: [String]) -> [Markup] {
        var bodies: [[Markup]] = [[]]
        for row in table.rows {
            switch row {
            case .cells(let texts): bodies[bodies.count - 1].append(markup(texts, of: table, kinds, row: "row"))
            case .total(let texts): bodies[bodies.count - 1].append(markup(texts, of: table, kinds, row: "total"))
            case .group(let text):
                let name = Markup.element(.th, ["colspan": "\(table.columns.count)", "scope": "rowgroup"], text)
                bodies.append([.element(.tr, ["class": "group"], [name])])
            }
        }
        return bodies.filter { !$0.isEmpty }.map { .element(.tbody, [:], [.lines([.empty] + $0 + [.empty])]) }
    }

    private func markup(_ texts: [PlainText], of table: Table, _ kinds: [String], row: String) -> Markup {
        let cells = texts.indices.map { place in
            let isHead = place == 0
            let kind = texts[place].isEmpty ? kinds[place] + " empty" : kinds[place]
            // On a telephone the first cell heads the card and needs no name, nor does a long text right beneath it.
            let isNamed = place > 1 || !kind.contains("long")
            let name = isNamed ? table.columns[place].header.string : ""
            return isHead
                ? Markup.element(.th, ["scope": "row", "class": kind], texts[place])
                : .element(.td, ["data-label": name.isEmpty ? "" : name + ":", "class": kind], texts[place])
        }
        return .element(.tr, ["class": row], cells)
    }

    private func kind(ofColumn place: Int, in table: Table) -> String {
        let widest =
            table.rows.map { row in
                switch row {
                case .cells(let texts), .total(let texts): texts[place].string.displayWidth
                case .group: 0
                }
            }.max() ?? 0
        let alignment =
            switch table.columns[place].alignment {
            case .left: "l"
            case .center: "c"
            case .right: "r"
            }
        return widest > Self.longText ? alignment + " long" : alignment
    }
}
