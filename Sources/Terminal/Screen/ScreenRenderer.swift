/// Turns frames into the bytes that bring the screen from the last one to the next.
///
/// Frames come in; bytes go out that write only the rows that changed. Nothing in a frame's text reaches the terminal as
/// a command.
///
/// ```swift
/// var renderer = ScreenRenderer(capabilities: Capabilities(environment: environment))
/// device.write(renderer.render(ScreenFrame(rows: ["Hộ số 1"]), size: device.size))
/// ```
public struct ScreenRenderer: Sendable {
    /// What the terminal can do.
    public let capabilities: Capabilities

    /// What the screen shows; nil where that is not known.
    private var shown: Shown?

    private struct Shown {
        let size: TerminalSize
        var rows: [PaintedRow]
        var cursor: ScreenFrame.Position?
    }

    /// A renderer for a screen of which nothing is known yet: the first frame is painted whole.
    public init(capabilities: Capabilities) {
        self.capabilities = capabilities
    }

    /// Forgets what the screen shows, so that the next frame is painted whole: after `.resumed`, and where something
    /// else has written to the terminal.
    public mutating func invalidate() { shown = nil }

    /// What is to be written so that the screen shows `frame`; nothing where it does already. After a change of size all
    /// is painted anew. Rows and columns past the size are cut off; a cursor past it stands at the edge.
    public mutating func render(_ frame: ScreenFrame, size: TerminalSize) -> [UInt8] {
        let rows = (0..<size.rows).map { index in
            PaintedRow(
                index < frame.rows.count ? frame.rows[index] : ScreenFrame.Row(), columns: size.columns,
                capabilities: capabilities)
        }
        let cursor = frame.cursor.map { place in
            ScreenFrame.Position(
                row: min(max(0, place.row), size.rows - 1), column: min(max(0, place.column), size.columns - 1))
        }
        let known = shown?.size == size ? shown : nil
        defer { shown = Shown(size: size, rows: rows, cursor: cursor) }
        return bytes(from: known, rows, cursor, size)
    }

    private func bytes(
        from known: Shown?, _ rows: [PaintedRow], _ cursor: ScreenFrame.Position?, _ size: TerminalSize
    ) -> [UInt8] {
        let empty = PaintedRow(ScreenFrame.Row(), columns: size.columns, capabilities: capabilities)
        let changes = rows.indices.filter { rows[$0] != known?.rows[$0] ?? empty }
        if let known, changes.isEmpty, known.cursor == cursor { return [] }
        // The cursor is not seen to run over the rows; one that was hidden stays so.
        var output = known != nil && (changes.isEmpty || known?.cursor == nil) ? "" : Sequences.hideCursor
        if known == nil { output += Sequences.clearScreen }
        for index in changes {
            output += rows[index].sequence(row: index, columns: size.columns, coloured: capabilities.hasColour)
        }
        if let cursor {
            output += Sequences.move(row: cursor.row, column: cursor.column)
            output += Sequences.showCursor
        } else if known?.cursor != nil, changes.isEmpty {
            output += Sequences.hideCursor
        }
        return Array(output.utf8)
    }
}
