import VietText

/// Turns one document's blocks into lines of Markdown; an empty block has none.
struct MarkdownPage {
    let document: Document
    let wording: Wording
    /// What every copy has to say of the document: a draft, made of made-up data.
    let marks: [String]
    /// Charts are drawn as they are in text.
    let text: TextPage

    init(_ document: Document) {
        self.document = document
        wording = Wording(language: document.language)
        marks = wording.marks(of: document)
        text = TextPage(width: TextRenderer.widths.lowerBound, drawing: .unicode, document: document)
    }

    /// The blocks, each as lines.
    var parts: [[String]] {
        let banner = document.hasLetterhead ? [] : marks.map { $0.markdownBold }
        return [banner.isEmpty ? [] : [banner.joined(separator: "<br>")]] + document.blocks.map(lines) + [provenance]
    }

    private func lines(_ block: Block) -> [String] {
        switch block {
        case .letterhead(let letterhead): lines(letterhead)
        case .title(let kind, let subject): title(kind: kind, subject: subject)
        case .addressee(let addressee): lines(addressee)
        case .heading(let level, let text): heading(level, text)
        case .paragraph(let text): text.isEmpty ? [] : [text.markdownLine]
        case .list(let list): lines(list.items, style: list.style)
        case .table(let table): lines(table)
        case .bars(let chart): lines(chart)
        case .trend(let chart): lines(chart)
        case .heat(let heat): lines(heat)
        case .summary(let box): lines(box)
        case .note(let text): text.isEmpty ? [] : ["*\(wording.note)* \(text.markdown)"]
        case .closing(let closing): lines(closing)
        case .pageBreak: ["---"]
        }
    }

    private func heading(_ level: HeadingLevel, _ text: PlainText) -> [String] {
        guard !text.isEmpty else { return [] }
        return switch level {
        case .first: ["## " + text.string.inCapitals.markdown]
        case .second: ["### " + text.markdown]
        case .third: ["#### " + text.markdown]
        }
    }

    private func lines(_ items: [List.Item], style: List.Style, indent: String = "") -> [String] {
        items.enumerated().flatMap { place, item in
            let mark =
                switch style {
                case .bulleted: "- "
                case .numbered: "\(place + 1). "
                }
            let below = indent + String(repeating: " ", count: mark.count)
            return [indent + mark + item.text.markdownLine] + lines(item.items, style: style, indent: below)
        }
    }

    private func lines(_ box: SummaryBox) -> [String] {
        guard !box.items.isEmpty else { return [] }
        let head = [box.title.string.inCapitals.markdown, ""]
        return grid([head] + box.items.map { [$0.label.string.markdownBold, $0.text.markdown] }, [.left, .left])
    }

    /// A chart as text shows it, in a code block; its caption stands above.
    private func lines(_ chart: BarChart) -> [String] {
        var bare = chart
        bare.caption = ""
        return captioned(chart.caption, fenced(text.lines(bare)))
    }

    /// Lines that are shown as they are.
    func fenced(_ lines: [String]) -> [String] {
        guard !lines.isEmpty else { return [] }
        // Longer than any run of these signs within.
        let runs = lines.flatMap { $0.split { $0 != "`" } }.map(\.count)
        let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
        let shown = lines.map { line in
            line.lastIndex { !$0.isWhitespace }.map { String(line[...$0]) } ?? ""
        }
        return [fence + "text"] + shown + [fence]
    }

    /// A block with its caption above.
    func captioned(_ caption: PlainText, _ lines: [String]) -> [String] {
        caption.isEmpty || lines.isEmpty ? lines : [caption.string.markdownBold, ""] + lines
    }

    private var provenance: [String] {
        guard !document.provenance.isEmpty else { return [] }
        return ["---", ""] + document.provenance.map { "- \($0.label.markdown): \($0.text.markdown)" }
    }
}
