import VietText

/// A report as a document: what it says and in which order, not how it looks.
///
/// What comes in are texts and figures already written as people read them (`VietText.NumberStyle`); what goes out, by a
/// `DocumentRenderer`, is a page. A document knows nothing of indicators, records or scripts. Every text in it is a
/// `PlainText`, so no renderer can pass on a control character.
///
/// ```swift
/// var report = Document(language: .vietnamese, title: "Báo cáo 6 tháng", status: .draft)
/// report.append(.heading(.first, "I. Kết quả"))
/// report.append(.paragraph("Xã có 9 mục tiêu đạt."))
/// print(TextRenderer(width: 80).render(report))
/// ```
public struct Document: Hashable, Sendable {
    /// Whether the document may be signed.
    public enum Status: Hashable, Sendable {
        /// Its figures may still change: every rendering says DỰ THẢO.
        case draft
        /// Its figures are fixed.
        case final
    }

    /// The language of the words that renderers add ("Nơi nhận:", "không có số liệu").
    public var language: TextLanguage
    /// The name of the document, for a window or a list of files; not printed on the page.
    public var title: PlainText
    /// Whether it may be signed.
    public var status: Status
    /// Whether the figures were made from made-up records: every rendering says SỐ LIỆU MẪU.
    public var isMadeUp = false
    /// Where the figures come from (run, scripts, date of the data), printed small at the very end.
    public var provenance: [LabelledText]
    /// The contents, from top to bottom.
    public private(set) var blocks: [Block]

    /// A document of these blocks.
    public init(
        language: TextLanguage, title: PlainText, status: Status, provenance: [LabelledText] = [], blocks: [Block] = []
    ) {
        self.language = language
        self.title = title
        self.status = status
        self.provenance = provenance
        self.blocks = blocks
    }

    /// Puts a block at the end.
    public mutating func append(_ block: Block) {
        blocks.append(block)
    }

    /// Whether a letterhead stands in it, which then bears the marks of a draft.
    var hasLetterhead: Bool {
        blocks.contains { block in
            if case .letterhead = block { true } else { false }
        }
    }
}

/// One element of a document.
public enum Block: Hashable, Sendable {
    /// The head of an administrative document.
    case letterhead(Letterhead)
    /// Kind and subject, centred.
    case title(kind: PlainText, subject: PlainText)
    /// To whom it is addressed.
    case addressee(Addressee)
    /// The heading of a part.
    case heading(HeadingLevel, PlainText)
    /// Running text; a newline in it begins a new line.
    case paragraph(PlainText)
    /// Points one below the other.
    case list(List)
    /// Rows and columns.
    case table(Table)
    /// Values drawn as bars.
    case bars(BarChart)
    /// Values over some periods.
    case trend(TrendChart)
    /// Values of many places, shaded.
    case heat(HeatTable)
    /// The figures to be seen first.
    case summary(SummaryBox)
    /// A remark on what stands above, in its own small paragraph.
    case note(PlainText)
    /// Signature and recipients.
    case closing(Closing)
    /// What follows begins a new page.
    case pageBreak
}

/// How deep a heading stands.
public enum HeadingLevel: Int, CaseIterable, Hashable, Sendable {
    /// A part: "I. Kết quả thực hiện".
    case first = 1
    /// A section of a part: "1. Hạ tầng số".
    case second
    /// A paragraph of a section: "a) Cáp quang".
    case third
}

/// Turns documents into text of one format.
///
/// The same document must say the same in every format: a renderer may leave out decoration, never words or figures. It
/// gives the same bytes for the same document.
public protocol DocumentRenderer: Sendable {
    /// The whole document, ended by one newline.
    func render(_ document: Document) -> String
}
