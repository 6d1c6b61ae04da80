import VietText

/// Turns one document's blocks into markup; an empty block has none.
struct HTMLPage {
    let document: Document
    let wording: Wording
    /// What every copy has to say of the document: a draft, made of made-up data.
    let marks: [String]

    init(_ document: Document) {
        self.document = document
        wording = Wording(language: document.language)
        marks = wording.marks(of: document)
    }

    /// The contents, one block a line.
    var body: [Markup] {
        var isTitled = false
        let blocks = document.blocks.map { block in
            if case .title(let kind, let subject) = block {
                defer { isTitled = true }
                return title(kind: kind, subject: subject, as: isTitled ? .h2 : .h1)
            }
            return markup(block)
        }
        return [banner] + blocks + [provenance]
    }

    private func markup(_ block: Block) -> Markup {
        switch block {
        case .letterhead(let letterhead): markup(letterhead)
        case .title(let kind, let subject): title(kind: kind, subject: subject, as: .h1)
        case .addressee(let addressee): markup(addressee)
        case .heading(let level, let text): heading(level, text)
        case .paragraph(let text): text.isEmpty ? .empty : .element(.p, [:], text)
        case .list(let list): markup(list.items, style: list.style)
        case .table(let table): markup(table)
        case .bars(let chart): markup(chart)
        case .trend(let chart): markup(chart)
        case .heat(let heat): markup(heat)
        case .summary(let box): markup(box)
        case .note(let text): text.isEmpty ? .empty : note(text)
        case .closing(let closing): markup(closing)
        case .pageBreak: .element(.hr, ["class": "break"])
        }
    }

    private var banner: Markup {
        guard !document.hasLetterhead, !marks.isEmpty else { return .empty }
        return .element(.p, ["class": "marks"], [markedLines])
    }

    /// The marks one below the other.
    var markedLines: Markup { Markup(marks.joined(separator: "\n")) }

    private func heading(_ level: HeadingLevel, _ text: PlainText) -> Markup {
        guard !text.isEmpty else { return .empty }
        return switch level {
        case .first: .element(.h2, [:], [Markup(text.string.inCapitals)])
        case .second: .element(.h3, [:], text)
        case .third: .element(.h4, [:], text)
        }
    }

    private func note(_ text: PlainText) -> Markup {
        .element(.p, ["class": "note"], [.element(.strong, [:], [Markup(wording.note)]), Markup(" "), Markup(text)])
    }

    private func markup(_ items: [List.Item], style: List.Style) -> Markup {
        guard !items.isEmpty else { return .empty }
        let points = items.map { item in
            Markup.element(.li, [:], [Markup(item.text), markup(item.items, style: style)])
        }
        return switch style {
        case .bulleted: .element(.ul, [:], points)
        case .numbered: .element(.ol, [:], points)
        }
    }

    private func markup(_ box: SummaryBox) -> Markup {
        guard !box.items.isEmpty else { return .empty }
        let title =
            box.title.isEmpty
            ? Markup.empty : .element(.p, ["class": "name"], [Markup(box.title.string.inCapitals)])
        let items = box.items.map { item in
            Markup([.element(.dt, [:], item.label), Markup("\u{20}"), .element(.dd, [:], item.text)])
        }
        return .element(.section, ["class": "summary"], [title, .element(.dl, [:], items)])
    }

    /// Facts about the run.
    private var provenance: Markup {
        guard !document.provenance.isEmpty else { return .empty }
        let facts = document.provenance.map { fact in
            Markup.element(.p, [:], [Markup(fact.label.string + ": "), Markup(fact.text)])
        }
        return .element(.footer, [:], facts)
    }
}
