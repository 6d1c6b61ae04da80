import VietText

/// A row as it stands on the screen: cleaned, cut at the right edge, cell by cell.
struct PaintedRow: Hashable {
    private struct Cell: Hashable {
        let character: Character
        let style: TextStyle
    }

    private var cells: [Cell] = []
    private var width = 0

    /// The row as a terminal of so many columns shows it. A wide cluster that would reach over the edge ends the row;
    /// a mark with nothing to stand on has no column and is left out.
    init(_ row: ScreenFrame.Row, columns: Int, capabilities: Capabilities) {
        for span in row.spans {
            let clean = span.text.printableLine
            for character in capabilities.isUnicode ? clean : clean.asciiForm {
                let needed = character.displayWidth
                guard needed > 0 else { continue }
                guard width + needed <= columns else { return }
                cells.append(Cell(character: character, style: span.style))
                width += needed
            }
        }
    }

    /// What writes the row into an empty or an older one.
    func sequence(row: Int, columns: Int, coloured: Bool) -> String {
        var output = Sequences.move(row: row, column: 0)
        var style = TextStyle.plain
        var column = 0
        for cell in cells {
            if cell.style != style {
                output += Sequences.style(cell.style, coloured: coloured)
                style = cell.style
            }
            output.append(cell.character)
            column += cell.character.displayWidth
            // Terminals differ in the width of emoji and rare signs; what follows stands in its place all the same.
            if column < width, !cell.character.isSureOfWidth {
                output += Sequences.move(row: row, column: column)
            }
        }
        if style != .plain { output += Sequences.style(.plain, coloured: coloured) }
        // In the last column the cursor waits on the last cell, and would take it away.
        if width < columns { output += Sequences.clearToEndOfRow }
        return output
    }
}

extension Character {
    /// Whether every terminal gives it the same columns: one scalar of a usual alphabet, or a line.
    fileprivate var isSureOfWidth: Bool {
        let scalars = unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1 else { return false }
        switch scalar.value {
        case ..<0x300, 0x1EA0...0x1EF9, 0x2500...0x257F: return true
        default: return false
        }
    }
}
