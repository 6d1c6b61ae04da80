import VietText

extension HTMLPage {
    func markup(_ heat: HeatTable) -> Markup {
        guard !heat.rows.isEmpty else { return .empty }
        let corner = Markup.element(.th, ["scope": "col"], heat.rowsName)
        let headers = heat.columns.map { Markup.element(.th, ["scope": "col"], $0.header) }
        let head = Markup.element(.thead, [:], [.element(.tr, [:], [corner] + headers)])
        let rows = heat.rows.map { row in
            Markup.element(.tr, [:], [.element(.th, ["scope": "row"], row.label)] + row.cells.map(markup))
        }
        let body = Markup.element(.tbody, [:], [.lines([.empty] + rows + [.empty])])
        let grid = Markup.element(.table, ["class": "heat"], [.lines([.empty, head, body, .empty])])
        let levels = heat.levels.map { level in
            let swatch = Markup.element(.span, ["class": "swatch \(level.styleName)"], [Markup("\u{A0}")])
            let end = level == heat.levels.last ? "" : "; "
            return Markup([swatch, Markup(" \(wording.level(level))\(end)")])
        }
        let legend = levels.isEmpty ? [] : [Markup.element(.p, ["class": "legend"], levels)]
        let key = heat.key.isEmpty ? [] : [Markup.element(.p, ["class": "legend"], [Markup(heat.key)])]
        return figure(
            "table", caption: heat.caption,
            [.element(.div, ["class": "scroll"], [grid])] + legend + key + heat.footnotes.map(markup))
    }

    private func markup(_ cell: HeatTable.Cell) -> Markup {
        .element(.td, ["class": cell.level?.styleName ?? "unjudged"], cell.printed)
    }
}

extension HeatTable.Level {
    /// The class of the level's colours: one hue that darkens, and tells apart in grey and for every eye.
    fileprivate var styleName: String { "level\(rawValue)" }
}
