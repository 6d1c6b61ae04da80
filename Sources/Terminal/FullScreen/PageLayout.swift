import VietText

/// Lays a page out on a screen, of any size from 40 by 12.
struct PageLayout {
    private let entry: PageEntry
    private let size: TerminalSize
    private let glyphs: Glyphs

    init(_ entry: PageEntry, size: TerminalSize, glyphs: Glyphs) {
        self.entry = entry
        self.size = size
        self.glyphs = glyphs
    }

    private typealias Row = ScreenFrame.Row
    private var page: Page { entry.page }
    private var width: Int { size.columns }
    /// Text keeps a column free at either side.
    private var textWidth: Int { max(width - 2, 10) }

    /// The frame of the page.
    var frame: ScreenFrame {
        let bottom = notices + [input.row] + footer
        let head = header + question
        let room = max(size.rows - head.count - bottom.count - special.count, 1)
        let list = options(in: max(room, min(3, entry.options.count)))
        var rows = head + list + special
        let spare = size.rows - bottom.count
        if rows.count > spare { rows = window(rows, of: max(spare, 1)) }
        rows += Array(repeating: Row(), count: max(spare - rows.count, 0))
        rows += bottom
        let cursor = ScreenFrame.Position(row: spare + notices.count, column: input.cursor)
        return ScreenFrame(rows: rows, cursor: cursor)
    }

    /// As much of the rows as there is room for, beneath the bar; that there is more is shown.
    private func window(_ rows: [Row], of height: Int) -> [Row] {
        guard let bar = rows.first, height > 2 else { return Array(rows.prefix(height)) }
        let body = rows.dropFirst()
        let first = min(entry.scrolled, body.count - (height - 1))
        var shown = Array(body.dropFirst(first).prefix(height - 1))
        if first > 0 { shown[0] = Row(" \(glyphs.moreAbove)", .dim) }
        if first + shown.count < body.count { shown[shown.count - 1] = Row(" \(glyphs.moreBelow)", .dim) }
        return [bar] + shown
    }

    // MARK: Above

    private var header: [Row] {
        let position = page.position.map { "\($0.number)/\($0.total)" } ?? ""
        let title = page.title.clipped(to: max(width - position.displayWidth - 3, 1), ellipsis: glyphs.ellipsis)
        let gap = max(width - title.displayWidth - position.displayWidth - 2, 1)
        let bar = " " + title + String(repeating: " ", count: gap) + position + " "
        var rows = [Row(bar, .reverse)]
        if !page.headings.isEmpty {
            let text = page.headings.joined(separator: " · ").wrapped(to: textWidth)
            rows += text.prefix(2).map { Row(" " + $0, .heading) }
        }
        if size.rows >= 16 { rows.append(Row()) }
        return rows
    }

    private var question: [Row] {
        var rows = (page.question + (page.isRequired ? " *" : "")).wrapped(to: textWidth).map { Row(" " + $0, .bold) }
        if let hint = page.hint { rows += hint.wrapped(to: textWidth).map { Row(" " + $0, .dim) } }
        for line in page.text {
            guard line.displayWidth > textWidth else {
                rows.append(Row(" " + line))
                continue
            }
            let indent = line.prefix { $0 == " " }.count
            let wrapped = String(line.dropFirst(indent)).wrapped(to: max(textWidth - indent, 10))
            rows += wrapped.map { Row(" " + String(repeating: " ", count: indent) + $0) }
        }
        if let note = page.note { rows += "! \(note)".wrapped(to: textWidth).map { Row(" " + $0, .accent) } }
        if size.rows >= 20 { rows.append(Row()) }
        return rows
    }

    // MARK: Options

    /// The options, a window of them around the one that is pointed at; columns side by side where they are many.
    private func options(in room: Int) -> [Row] {
        let options = entry.options
        guard !options.isEmpty else {
            return page.options.isEmpty ? [] : [Row(" " + Words(page.language).noChoiceFits, .warning)]
        }
        let codeWidth = options.map(\.code.displayWidth).max() ?? 1
        let full = options.map { 4 + codeWidth + $0.label.displayWidth }.max() ?? 1
        let columns = options.count > room ? max(1, min(3, width / max(full + 2, 1))) : 1
        let lines = (options.count + columns - 1) / columns
        let place = entry.pointer ?? options.firstIndex { entry.isTicked($0) } ?? 0
        let current = place % lines
        let shown = min(lines, max(room, 1))
        let first = min(max(current - shown / 2, 0), lines - shown)
        return (first..<first + shown).map { line in
            var spans: [ScreenFrame.Span] = []
            for column in 0..<columns {
                let index = column * lines + line
                guard options.indices.contains(index) else { continue }
                let cell = cell(options[index], codeWidth, width: width / columns - (columns > 1 ? 1 : 2))
                spans.append(ScreenFrame.Span(" "))
                spans.append(ScreenFrame.Span(cell, style(of: index, options[index])))
            }
            if line == first, first > 0 { spans.append(ScreenFrame.Span(" " + glyphs.moreAbove, .dim)) }
            if line == first + shown - 1, first + shown < lines {
                spans.append(ScreenFrame.Span(" " + glyphs.moreBelow, .dim))
            }
            return Row(spans)
        }
    }

    private func cell(_ option: Page.Option, _ codeWidth: Int, width: Int) -> String {
        let mark = entry.isTicked(option) ? glyphs.check : " "
        let code = String(repeating: " ", count: max(codeWidth - option.code.displayWidth, 0)) + option.code
        let text = "\(mark) \(code)  \(option.label)".clipped(to: max(width - 3, 4), ellipsis: glyphs.ellipsis)
        return text + String(repeating: " ", count: max(width - 3 - text.displayWidth, 0))
    }

    private func style(of index: Int, _ option: Page.Option) -> TextStyle {
        if index == entry.pointer { return .reverse }
        return entry.isTicked(option) ? .accent : .plain
    }

    private var special: [Row] {
        guard !page.special.isEmpty else { return [] }
        let texts = page.special.map { "\($0.isChosen ? glyphs.check + " " : "")\($0.code)\u{A0}\(noBreak($0.label))" }
        return texts.joined(separator: "\u{A0}\u{A0} ").wrapped(to: textWidth).map { Row(" " + $0, .dim) }
    }

    private func noBreak(_ text: String) -> String { text.replacing(" ", with: "\u{A0}") }

    // MARK: Below

    private var notices: [Row] {
        let rows = page.notices.flatMap { notice in
            notice.text.wrapped(to: textWidth).map { Row(" " + $0, style(of: notice.kind)) }
        }
        // The last ones, if they are too many for the screen.
        return Array(rows.suffix(max(size.rows / 3, 1)))
    }

    private func style(of kind: Page.Notice.Kind) -> TextStyle {
        switch kind {
        case .error: .error
        case .warning: .warning
        case .info: .accent
        }
    }

    private var input: (row: Row, cursor: Int) {
        let prompt = " \(glyphs.pointer) "
        let room = max(width - prompt.displayWidth - 1, 1)
        let view = entry.editor.view(width: room)
        var spans = [
            ScreenFrame.Span(prompt, .accent), ScreenFrame.Span(view.text, entry.isRefused ? .reverse : .plain),
        ]
        if entry.editor.text.isEmpty, let shown = page.shown {
            spans.append(ScreenFrame.Span(shown.clipped(to: room, ellipsis: glyphs.ellipsis), .dim))
        }
        return (Row(spans), prompt.displayWidth + view.cursorColumn)
    }

    /// The keys that work now, as many rows of them as there is room for; the first ones matter most.
    private var footer: [Row] {
        guard !page.keys.isEmpty else { return [] }
        var lines: [[ScreenFrame.Span]] = [[]]
        var used = 0
        let limit = size.rows < 20 ? 1 : width < 60 ? 3 : 2
        for key in page.keys {
            let needed = key.key.displayWidth + key.label.displayWidth + 3
            if used + needed > width {
                guard lines.count < limit else { break }
                lines.append([])
                used = 0
            }
            lines[lines.count - 1] += [
                ScreenFrame.Span(" "), ScreenFrame.Span(key.key, .reverse), ScreenFrame.Span(" \(key.label)", .dim),
                ScreenFrame.Span(" "),
            ]
            used += needed
        }
        return lines.map { Row($0) }
    }
}

extension PageEntry {
    /// The page with what is entered, on a screen of a size.
    public func frame(size: TerminalSize, glyphs: Glyphs) -> ScreenFrame {
        PageLayout(self, size: size, glyphs: glyphs).frame
    }
}

extension String {
    /// The text in at most `width` columns, with a sign at the end where it was cut.
    fileprivate func clipped(to width: Int, ellipsis: String) -> String {
        guard displayWidth > width else { return self }
        var (text, used) = ("", 0)
        let room = max(width - ellipsis.displayWidth, 0)
        for character in self {
            guard used + character.displayWidth <= room else { break }
            text.append(character)
            used += character.displayWidth
        }
        return text + ellipsis
    }
}
