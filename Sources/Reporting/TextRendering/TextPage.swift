import VietText

/// Lays out one document's blocks as lines of a page. Blocks are parted by an empty line; an empty block has no lines.
struct TextPage {
    let width: Int
    let drawing: Drawing
    let wording: Wording
    /// What every copy has to say of the document: a draft, made of made-up data.
    let marks: [String]

    init(width: Int, drawing: Drawing, document: Document) {
        self.width = width
        self.drawing = drawing
        wording = Wording(language: document.language)
        marks = wording.marks(of: document)
    }

    func lines(_ block: Block) -> [String] {
        switch block {
        case .letterhead(let letterhead): lines(letterhead)
        case .title(let kind, let subject): title(kind: kind, subject: subject)
        case .addressee(let addressee): lines(addressee)
        case .heading(let level, let text): heading(level, text)
        case .paragraph(let text): text.isEmpty ? [] : text.string.wrapped(to: width)
        case .list(let list): lines(list)
        case .table(let table): lines(table)
        case .bars(let chart): lines(chart)
        case .trend(let chart): lines(chart)
        case .heat(let heat): lines(heat)
        case .summary(let box): lines(box)
        case .note(let text): text.isEmpty ? [] : hanging(wording.note, text.string)
        case .closing(let closing): lines(closing)
        case .pageBreak: [String(repeating: drawing.strongRule, count: width)]
        }
    }

    /// Facts about the run, under a short rule.
    func lines(_ provenance: [LabelledText]) -> [String] {
        guard !provenance.isEmpty else { return [] }
        return [drawing.rule(20)] + provenance.flatMap { hanging($0.label.string + ":", $0.text.string, indent: 2) }
    }

    /// A draft, or one of made-up data, says so in its letterhead, or at the top where it has none.
    func banner(for document: Document) -> [[String]] {
        document.hasLetterhead || marks.isEmpty ? [] : [marks.flatMap { centered($0) }]
    }

    /// Further lines stand under the first one's text, behind its number.
    private func heading(_ level: HeadingLevel, _ text: PlainText) -> [String] {
        guard !text.isEmpty else { return [] }
        let number = text.string.prefix { $0 != " " }
        let indent = number.hasSuffix(".") || number.hasSuffix(")") ? number.displayWidth + 1 : 0
        switch level {
        case .first:
            let lines = text.string.inCapitals.wrapped(to: width, hangingIndent: indent)
            return lines + [drawing.rule(lines.map(\.displayWidth).max() ?? 0)]
        case .second, .third: return text.string.wrapped(to: width, hangingIndent: indent)
        }
    }

    /// A text after a lead ("Ghi chú:"), further lines standing under its beginning or at a fixed indent.
    func hanging(_ lead: String, _ text: String, indent: Int? = nil) -> [String] {
        (lead + " " + text).wrapped(to: width, hangingIndent: indent ?? min(lead.displayWidth + 1, width / 4))
    }

    /// A text in the middle of the page, or of `columns`, in lines of like length.
    func centered(_ text: String, in columns: Int? = nil) -> [String] {
        let columns = columns ?? width
        return text.wrappedEvenly(to: columns).map { $0.padded(to: columns, .center) }
    }

    /// Two blocks of lines next to each other.
    func sideBySide(_ left: [String], width leftWidth: Int, _ right: [String]) -> [String] {
        (0..<max(left.count, right.count)).map { index in
            let start = index < left.count ? left[index] : ""
            let end = index < right.count ? right[index] : ""
            return start.padded(to: leftWidth) + end
        }
    }
}
