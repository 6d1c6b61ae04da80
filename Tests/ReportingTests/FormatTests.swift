import Foundation
import Reporting
import Testing
import VietText

@Suite("Text, Markdown and HTML of one document")
struct FormatTests {
    /// A document with every kind of block.
    static func small(_ writing: @escaping (String) -> String = { $0 }) throws -> Document {
        let text = { (string: String) in PlainText(writing(string)) }
        var table = try Table(
            caption: text("Bảng 1. Kết quả"),
            columns: [
                Table.Column(text("Mã")), Table.Column(text("Chỉ tiêu")), Table.Column(text("Kết quả"), .right),
                Table.Column(text("Đánh giá")),
            ],
            footnotes: [Table.Footnote(text("(1)"), text("theo sổ của Công an xã."))])
        table.appendGroup(text("Xã hội số"))
        try table.append([text("II.3.4.7"), text("Người từ 14 tuổi có VNeID (1)"), text("83,2\u{A0}%"), text("chậm")])
        try table.appendTotal([text("Cộng"), "", text("1"), ""])
        let chart = BarChart(
            caption: text("Hình 1. Theo thôn"), fullScale: 100, targetName: text("mục tiêu 90\u{A0}%"),
            bars: [
                Bar(text("Thôn 1"), .value(96.4, printed: text("96,4\u{A0}%")), target: 90),
                Bar(text("Thôn 2"), .value(40.5, printed: text("40,5\u{A0}%")), target: 90, note: text("ít quan sát")),
                Bar(text("Thôn 3"), .absent(nil), target: 90),
            ])
        return Document(
            language: .vietnamese, title: text("Báo cáo 2026-H1"), status: .draft,
            provenance: [LabelledText(text("Lượt tính"), text("3f9a02c7"))],
            blocks: [
                .letterhead(
                    Letterhead(
                        superior: text("HUYỆN"), issuer: text("ỦY BAN NHÂN DÂN\nXÃ MỘ ĐỨC"), number: text("…/BC-UBND"),
                        place: text("Mộ Đức"), day: .on(year: 2026, month: 7, day: 10))),
                .title(kind: text("BÁO CÁO"), subject: text("Kết quả 6 tháng")),
                .addressee(Addressee(text("Ban Thường vụ Đảng ủy xã Mộ Đức"))),
                .summary(SummaryBox(title: text("Tóm tắt"), [LabelledText(text("Đạt"), text("9 trên 33"))])),
                .heading(.first, text("I. Kết quả")), .heading(.second, text("1. Xã hội số")),
                .heading(.third, text("a) Người dân")), .paragraph(text("Một dòng.\nDòng hai.")), .table(table),
                .bars(chart), .note(text("Làm tròn ra xa số 0.")),
                .list(List(.bulleted, [List.Item(text("Đã họp;"), items: [List.Item(text("ba lần."))])])),
                .list(List(.numbered, [List.Item(text("Mở lớp."), items: [List.Item(text("Ở thôn."))])])),
                .pageBreak, .title(kind: text("PHỤ LỤC"), subject: text("Định nghĩa")),
                .addressee(Addressee(text("Đảng ủy;"), text("HĐND."))),
                .closing(
                    Closing(
                        Signature(
                            authority: text("TM. ỦY BAN NHÂN DÂN"), position: text("CHỦ TỊCH"),
                            signer: text("Nguyễn Văn Đức")),
                        recipients: [text("Như trên;"), text("Lưu: VT.")])),
            ])
    }

    // MARK: The same content

    /// Words and figures in the order of the alphabet; numbering and marks of lists are not words.
    static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || "│─┌┐└┘".contains($0) }.map(String.init)
            .filter { word in word.contains { $0.isLetter || $0.isNumber } }
            .filter { $0.wholeMatch(of: /[0-9a-z]+[.)]/) == nil }
            .sorted()
    }

    static func shown(_ markdown: String) -> String {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("```") }
        return lines.joined(separator: "\n").replacing("<br>", with: " ").replacing(/\\(.)/) { String($0.1) }
            .replacing("*", with: "").replacing(#/(?m)^#+ +/#, with: "").replacing(" | ", with: " ")
    }

    @Test("say the same", arguments: [true, false])
    func sameContent(isLong: Bool) throws {
        let document = try isLong ? SixMonthReport().document() : FormatTests.small()
        let text = FormatTests.words(TextRenderer(width: 120).render(document))
        let markdown = FormatTests.words(FormatTests.shown(MarkdownRenderer().render(document)))
        let html = FormatTests.words(try XMLPage(HTMLRenderer().render(document)).text)
        #expect(text.count > 80)
        #expect(markdown == text)
        #expect(html == text)
    }

    @Test("look as they did")
    func golden() throws {
        let document = try FormatTests.small()
        try GoldenTests.expectGolden("small.txt", TextRenderer().render(document))
        try GoldenTests.expectGolden("small.md", MarkdownRenderer().render(document))
        try GoldenTests.expectGolden("small.html", HTMLRenderer().render(document))
    }

    @Test("give the same bytes for both Unicode forms")
    func bothForms() throws {
        for renderer in [MarkdownRenderer(), HTMLRenderer()] as [any DocumentRenderer] {
            let composed = renderer.render(try FormatTests.small())
            let decomposed = renderer.render(try FormatTests.small(\.decomposedStringWithCanonicalMapping))
            #expect(Array(decomposed.utf8) == Array(composed.utf8))
        }
    }

    @Test("say of a draft and of made-up data that they are, also without a letterhead")
    func marks() {
        var document = Document(language: .english, title: "x", status: .draft, blocks: [.paragraph("One.")])
        document.isMadeUp = true
        #expect(MarkdownRenderer().render(document) == "**DRAFT**<br>**MADE-UP DATA**\n\nOne.\n")
        #expect(HTMLRenderer().render(document).contains("<p class=\"marks\">DRAFT<br/>MADE-UP DATA</p>"))
    }

    @Test("leave out what is empty")
    func emptyBlocks() throws {
        let blocks: [Block] = [
            .paragraph(""), .heading(.first, ""), .list(List(.bulleted, [])), .summary(SummaryBox([])),
            .bars(BarChart(fullScale: 100, bars: [])), .note(""), .title(kind: "", subject: ""),
        ]
        let document = Document(language: .vietnamese, title: "", status: .final, blocks: blocks)
        #expect(MarkdownRenderer().render(document) == "\n")
        let page = try XMLPage(HTMLRenderer().render(document))
        #expect(page.text.trimmingCharacters(in: .whitespacesAndNewlines) == "")
        #expect(!page.elements.contains { ["p", "h1", "h2", "ul", "figure", "section"].contains($0.name) })
    }

    // MARK: HTML

    /// What somebody may have typed into a record or a script.
    static let attacks = [
        "<script>alert(1)</script>", "</td></table></style><img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)", "&lt;b&gt; & &amp; &#60;", "]]><!-- x --><![CDATA[",
        "\u{FFFE}\u{FFFF}\u{1}\u{1B}[2J",
        "javascript:alert(1)", "{{x}} {%x%}", "\u{202E}evil", "</title><h1>", "x\u{0}y",
    ]

    @Test("no text breaks out of its place in HTML", arguments: attacks)
    func escaping(attack: String) throws {
        let plain = try XMLPage(HTMLRenderer().render(try FormatTests.small()))
        let page = try XMLPage(HTMLRenderer().render(try FormatTests.small { $0 + attack }))
        #expect(page.elements.map(\.name) == plain.elements.map(\.name))
        #expect(page.elements.map { $0.attributes.keys.sorted() } == plain.elements.map { $0.attributes.keys.sorted() })
        let shown = PlainText(attack).string.unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : $0 }
        let typed = String(String.UnicodeScalarView(shown)).lowercased()
        #expect(page.text.lowercased().contains(typed))
    }

    @Test("an HTML file fetches nothing, runs nothing, and tells of its drawings")
    func selfContained() throws {
        let html = HTMLRenderer().render(try SixMonthReport().document())
        let page = try XMLPage(html)
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">"))
        let names = Set(page.elements.map(\.name))
        #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "image", "use", "a", "form"]))
        #expect(!html.contains("url(") && !html.contains("@import") && !html.contains("http:"))
        #expect(html.contains("width=device-width") && html.contains("size: A4"))
        let drawings = page.elements.indices.filter { page.elements[$0].name == "svg" }
        #expect(!drawings.isEmpty)
        for place in drawings {
            #expect(page.elements[place].attributes["role"] == "img")
            #expect(page.elements[place + 1].name == "title")
        }
    }

    @Test("every drawing lies in its field, whatever the value", arguments: [Double.nan, .infinity, -5, 1e300, 0])
    func extremeValues(value: Double) throws {
        let chart = BarChart(
            fullScale: 100, bars: [Bar("Thôn 1", .value(value, printed: "?"), target: value)])
        let document = Document(language: .vietnamese, title: "", status: .final, blocks: [.bars(chart)])
        let page = try XMLPage(HTMLRenderer().render(document))
        for element in page.elements where ["rect", "line"].contains(element.name) {
            for name in ["width", "x1", "x2"] {
                guard let text = element.attributes[name] else { continue }
                let number = try #require(Double(text))
                #expect((0...100).contains(number))
            }
        }
        #expect(MarkdownRenderer().render(document).contains("Thôn 1"))
    }

    // MARK: Markdown

    @Test(
        "no text is taken for a mark in Markdown",
        arguments: [
            ("# a", "\\# a"), ("- a", "\\- a"), ("12. a", "12\\. a"), ("a | b", "a \\| b"),
            ("*a* _b_", "\\*a\\* \\_b\\_"),
            ("<b>&amp;", "\\<b\\>\\&amp;"), ("[a](b)", "\\[a\\](b)"), ("```", "\\`\\`\\`"), ("a\n# b", "a<br>\\# b"),
            ("a\n- b", "a<br>- b"),
            ("http://x.vn", "http\\://x.vn"), ("www.x.vn", "www\\.x.vn"), ("a@x.vn", "a\\@x.vn"), ("~~~", "\\~\\~\\~"),
            ("83,2 % (1)", "83,2 % (1)"), ("\\", "\\\\"), ("---", "\\---"), ("===", "\\==="),
        ])
    func markdownEscaping(text: String, written: String) throws {
        let document = Document(
            language: .vietnamese, title: "", status: .final, blocks: [.paragraph(PlainText(text))])
        #expect(MarkdownRenderer().render(document) == written + "\n")
    }

    @Test(
        "a table in Markdown has one cell a column in every line, whatever stands in it",
        arguments: attacks + ["|", "a|\n|b"])
    func markdownTables(attack: String) throws {
        var table = try Table(columns: [Table.Column("A"), Table.Column("B", .right)])
        try table.append([PlainText(attack), "1"])
        let document = Document(language: .vietnamese, title: "", status: .final, blocks: [.table(table)])
        let lines = MarkdownRenderer().render(document).split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines { #expect(line.replacing("\\|", with: "").split(separator: "|").count == 2) }
    }

    @Test("a long table, and a long text full of signs, are written in seconds")
    func large() throws {
        var table = try Table(columns: (0..<8).map { Table.Column(PlainText("c\($0)")) })
        for row in 0..<5000 { try table.append((0..<8).map { PlainText("dòng \(row), <ô> *\($0)*") }) }
        let signs = PlainText(String(repeating: "1.www.*_<&>://@ ", count: 20_000))
        let document = Document(
            language: .vietnamese, title: "", status: .final, blocks: [.table(table), .paragraph(signs)])
        var (markdown, html) = ("", "")
        let took = ContinuousClock().measure {
            markdown = MarkdownRenderer().render(document)
            html = HTMLRenderer().render(document)
        }
        #expect(markdown.utf8.count > 1_000_000)
        #expect(try XMLPage(html).elements.count > 40_000)
        #expect(took < .seconds(60))
    }

    @Test("a chart's code block is not ended by what stands in it")
    func fences() throws {
        let chart = BarChart(fullScale: 1, bars: [Bar("````", .value(1, printed: "1"))])
        let document = Document(language: .vietnamese, title: "", status: .final, blocks: [.bars(chart)])
        let lines = MarkdownRenderer().render(document).split(separator: "\n")
        #expect(lines.first == "`````text" && lines.last == "`````")
    }
}
