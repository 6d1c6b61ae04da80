import VietText

extension TextPage {
    func lines(_ list: List) -> [String] {
        lines(list.items, style: list.style, depth: 0, margin: 2)
    }

    private func lines(_ items: [List.Item], style: List.Style, depth: Int, margin: Int) -> [String] {
        let marks = items.indices.map { mark(of: $0, style: style, depth: depth) }
        let markWidth = marks.map(\.displayWidth).max() ?? 0
        // Very deep lists stay readable: past a third of the page nothing moves further in.
        let indent = min(margin + markWidth + 1, width / 3)
        return zip(marks, items).flatMap { mark, item in
            let lead = mark.padded(to: markWidth, .right).padded(to: indent - margin)
            let text = item.text.string.wrapped(to: width - indent)
            let own = sideBySide([String(repeating: " ", count: margin) + lead], width: indent, text)
            return own + lines(item.items, style: style, depth: depth + 1, margin: min(indent, width / 3 - 6))
        }
    }

    private func mark(of index: Int, style: List.Style, depth: Int) -> String {
        switch (style, depth) {
        case (.bulleted, 0): "-"
        case (.bulleted, 1): "+"
        case (.bulleted, _): "·"
        case (.numbered, 1): letter(index) + ")"
        case (.numbered, _): "\(index + 1)."
        }
    }

    /// a, b, c, d, đ, e, g …: the letters with which Vietnamese documents number their points; numbers after the last.
    private func letter(_ index: Int) -> String {
        let letters = Array("abcdđeghiklmnopqrstuvxy")
        return letters.indices.contains(index) ? String(letters[index]) : "\(index + 1)"
    }
}
