import VietText

extension LineEditor {
    /// The part of a line that is shown.
    public struct View: Hashable, Sendable {
        /// Whole clusters, together at most as wide as was asked for.
        public let text: String
        /// The column of the cursor, from 0; always one of those asked for.
        public let cursorColumn: Int
        /// Whether there is text to the left of what is shown.
        public let isCutLeft: Bool
        /// Whether there is text to the right of what is shown.
        public let isCutRight: Bool
    }

    /// The text as it is shown in `width` columns, so that the cursor is among them.
    ///
    /// It moves by half the width at a time, so that it stands still while most keys are typed. Behind the last cluster
    /// the cursor takes a column of its own. Widths below 1 are taken as 1.
    public func view(width: Int) -> View {
        let width = max(1, width)
        var column = 0
        let starts = characters.map { character in
            defer { column += character.displayWidth }
            return column
        }
        let cursorStart = cursor < starts.count ? starts[cursor] : column
        let cursorEnd = cursorStart + (cursor < starts.count ? max(1, characters[cursor].displayWidth) : 1)
        let step = max(1, width / 2)
        let offset = cursorEnd <= width ? 0 : ((cursorEnd - width - 1) / step + 1) * step
        let first = min(cursor, starts.firstIndex { $0 >= offset } ?? characters.count)
        let start = first < starts.count ? starts[first] : column
        let end =
            characters.indices[first...].first { starts[$0] + characters[$0].displayWidth > start + width }
            ?? characters.count
        return View(
            text: String(characters[first..<end]), cursorColumn: min(cursorStart - start, width - 1),
            isCutLeft: first > 0, isCutRight: end < characters.count)
    }
}
