import VietText

/// Renders a document as one HTML file: nothing is fetched, nothing runs, charts are drawn inline.
///
/// It prints on A4 with the margins of Nghị định 30/2020/NĐ-CP, and is read on a telephone of 360 pixels without moving
/// the page sideways. The file is well-formed XML. The same document gives the same bytes.
public struct HTMLRenderer: DocumentRenderer {
    /// A renderer.
    public init() {}

    /// The whole document as a file.
    public func render(_ document: Document) -> String {
        let page = HTMLPage(document)
        let html = Markup.element(
            .html, ["lang": document.language.tag],
            [
                .lines([
                    .empty, head(document),
                    .element(.body, [:], [.element(.main, [:], [.lines([.empty] + page.body + [.empty])])]), .empty,
                ])
            ])
        return "<!DOCTYPE html>\n" + html.source + "\n"
    }

    private func head(_ document: Document) -> Markup {
        .lines([
            .element(
                .head, [:],
                [
                    .lines([
                        .empty, .element(.meta, ["charset": "utf-8"]),
                        .element(.meta, ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                        // A reader's own program keeps the promise, whatever stands in the records.
                        .element(
                            .meta,
                            [
                                "http-equiv": "Content-Security-Policy",
                                "content": "default-src 'none'; style-src 'unsafe-inline'",
                            ]),
                        .element(.title, [:], [Markup(document.title.string.printableLine)]),
                        .style(HTMLPage.styleSheet), .empty,
                    ])
                ])
        ])
    }
}

extension TextLanguage {
    /// The language as HTML names it.
    fileprivate var tag: String {
        switch self {
        case .vietnamese: "vi"
        case .english: "en"
        }
    }
}
