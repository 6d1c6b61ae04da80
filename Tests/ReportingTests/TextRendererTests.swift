import Foundation
import Reporting
import Testing
import VietText

@Suite("Text rendering")
struct TextRendererTests {
    @Test("fits every width, without trailing spaces, ended by one newline", arguments: 80...120)
    func fits(width: Int) throws {
        for drawing in [Drawing.unicode, .ascii] {
            let rendered = TextRenderer(width: width, drawing: drawing).render(try SixMonthReport().document())
            expectPage(rendered, width: width)
        }
    }

    @Test(
        "takes other widths as the nearest it can lay out", arguments: [(-5, 80), (79, 80), (121, 120), (Int.max, 120)])
    func widths(asked: Int, given: Int) {
        #expect(TextRenderer(width: asked).width == given)
    }

    @Test("gives the same bytes for both Unicode forms", arguments: [80, 100, 120])
    func bothForms(width: Int) throws {
        let renderer = TextRenderer(width: width)
        let composed = renderer.render(try SixMonthReport().document())
        let decomposed = SixMonthReport(writing: \.decomposedStringWithCanonicalMapping)
        #expect(Array(renderer.render(try decomposed.document()).utf8) == Array(composed.utf8))
    }

    @Test("passes no control character and no escape sequence on, wherever it stands")
    func noControls() throws {
        let hostile = SixMonthReport { "\u{1B}[2J" + $0 + "\u{1B}]0;x\u{7}\u{202E}\u{9B}31m\r\u{8}" }
        let rendered = TextRenderer(width: 80).render(try hostile.document())
        #expect(rendered == TextRenderer(width: 80).render(try SixMonthReport().document()))
        let controls = rendered.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value))
        }
        #expect(controls.isEmpty)
    }

    @Test("survives texts that are long, wide, empty or without spaces", arguments: [80, 97, 120])
    func awkwardTexts(width: Int) throws {
        let awkward = [
            "", "x", String(repeating: "ẵ", count: 400), String(repeating: "漢字 ", count: 90), "👨‍👩‍👧", "\n\n",
            String(repeating: "100\u{A0}%\u{A0}", count: 60), "một\nhai",
        ]
        for text in awkward {
            let report = SixMonthReport { text.isEmpty ? "" : text + $0 }
            expectPage(TextRenderer(width: width).render(try report.document()), width: width)
            let only = SixMonthReport { _ in text }
            expectPage(TextRenderer(width: width).render(try only.document()), width: width)
        }
    }

    @Test("marks a draft, in the letterhead or at the top, and nothing else as one")
    func draft() throws {
        let renderer = TextRenderer()
        #expect(renderer.render(try SixMonthReport().document()).contains("DỰ THẢO"))
        #expect(!renderer.render(try SixMonthReport().document(status: .final)).contains("DỰ THẢO"))
        let bare = Document(language: .vietnamese, title: "x", status: .draft, blocks: [.paragraph("Một.")])
        #expect(renderer.render(bare) == String(repeating: " ", count: 36) + "DỰ THẢO\n\nMột.\n")
        #expect(renderer.render(Document(language: .english, title: "", status: .draft)).contains("DRAFT"))
    }

    @Test("says of made-up data that they are, beneath the word draft, or at the top")
    func madeUp() throws {
        var document = try SixMonthReport().document()
        #expect(!TextRenderer().render(document).contains("SỐ LIỆU MẪU"))
        document.isMadeUp = true
        let lines = TextRenderer().render(document).split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let draft = try #require(lines.firstIndex(of: "DỰ THẢO"))
        #expect(lines[draft + 1] == "SỐ LIỆU MẪU")
        var bare = Document(language: .english, title: "x", status: .final, blocks: [.paragraph("One.")])
        bare.isMadeUp = true
        #expect(TextRenderer().render(bare) == String(repeating: " ", count: 34) + "MADE-UP DATA\n\nOne.\n")
    }

    @Test("gives one newline for a document without contents")
    func empty() {
        #expect(TextRenderer().render(Document(language: .vietnamese, title: "", status: .final)) == "\n")
    }

    @Test("leaves out what is empty instead of leaving gaps")
    func emptyBlocks() {
        let blocks: [Block] = [
            .paragraph("Một."), .paragraph(""), .heading(.first, ""), .list(List(.bulleted, [])),
            .summary(SummaryBox([])),
            .bars(BarChart(fullScale: 100, bars: [])), .note(""), .title(kind: "", subject: ""), .paragraph("Hai."),
        ]
        let document = Document(language: .vietnamese, title: "", status: .final, blocks: blocks)
        #expect(TextRenderer().render(document) == "Một.\n\nHai.\n")
    }

    private func expectPage(_ rendered: String, width: Int) {
        #expect(rendered.hasSuffix("\n") && !rendered.hasSuffix("\n\n"))
        for line in rendered.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(line.displayWidth <= width, "\(line)")
            #expect(line.last?.isWhitespace != true, "\(line)")
        }
    }
}
