import FormModel
import Messages
import Reporting
import Testing

@testable import Evaluation

/// What the reader of a figure must know stands below it, in whatever form it is shown.
@Suite("Notes of figures")
struct FigureNotesTests {
    /// The blocks that show figures.
    static let blocks = [
        "doc:table { { data:indicator 'two' }, columns = { 'label', 'value' } }",
        "doc:bars { { data:indicator 'two' } }",
        "doc:trend { { data:indicator 'two' } }",
        "doc:heat { { data:indicator 'two' }, by = 'village' }",
    ]

    private func bench(_ body: String, _ change: (inout ReportBench) -> Void) -> ReportBench {
        var bench = ReportBench(body: body)
        bench.splits["two"] = [
            Split(names: ["village"], rows: [SplitRow(key: ["v1"], label: ["Thôn 1"], values: .share(9, of: 50))])
        ]
        bench.totals["two"] = .share(50, of: 100)
        change(&bench)
        return bench
    }

    private func pages(_ document: Document) -> [String] {
        [
            TextRenderer(width: 120).render(document), HTMLRenderer().render(document),
            MarkdownRenderer().render(document),
        ]
    }

    /// The sentence without what Markdown escapes and without line breaks.
    private func plain(_ page: String) -> String {
        page.replacing("\\", with: "").split { $0.isWhitespace }.joined(separator: " ")
    }

    private let single = Message(
        "N-ESTIMATE-000", ["design": "d", "count": "1", "names": "v1", "rule": "fail"])

    @Test(
        "what is said of a sample's design stands below every block, once, in the report's language", arguments: blocks)
    func remarks(block: String) throws {
        for (language, sentence) in [
            (Language.vietnamese, "thiết kế 'd': 1 tầng chỉ có một đơn vị được chọn (v1); con số dựa vào tầng ấy"),
            (.english, "design 'd': 1 stratum has one unit drawn (v1); figures that rest on them"),
        ] {
            let document = try bench(block) { $0.notes["two"] = [single] }.document(language: language)
            for page in pages(document).map(plain) {
                let page = page.replacing("&#39;", with: "'")
                #expect(page.components(separatedBy: sentence).count == 2, "\(page)")
                #expect(page.components(separatedBy: "(*)").count >= 3, "\(page)")
            }
        }
    }

    @Test("that a figure could not be computed is told with the reason, and of no record", arguments: blocks.prefix(3))
    func obstacles(block: String) throws {
        let reason = Message("E-WEIGHT-002", ["design": "d", "stratum": "s"])
        let document = try bench(block) { bench in
            var values = FigureValues()
            values.failed = 1
            values.failures = [FormulaFault(figure: "two", LocatedFault(place: nil, message: reason))]
            bench.totals["two"] = values
            bench.notes["two"] = [reason]
        }.document()
        for page in pages(document).map(plain) {
            let page = page.replacing("&quot;", with: "\"")
            #expect(
                page.contains("(!) không tính được: design \"d\": chưa có tổng thể cho tầng 's'.")
                    || page.contains("(!) không tính được: design \"d\": chưa có tổng thể cho tầng &#39;s&#39;."),
                "\(page)")
            #expect(!page.contains("phiếu") && !page.contains("(*)"))
        }
    }

    @Test("a heat table tells why one of its columns is empty")
    func emptyColumn() throws {
        let reason = Message("E-WEIGHT-002", ["design": "d", "stratum": "s"])
        let document = try bench("doc:heat { { data:indicator 'two', data:indicator 'ten' }, by = 'village' }") {
            bench in
            var values = FigureValues()
            values.failed = 1
            values.failures = [FormulaFault(figure: "ten", LocatedFault(place: nil, message: reason))]
            bench.totals["ten"] = values
            bench.notes["ten"] = [reason]
            bench.splits["ten"] = [Split(names: ["village"], rows: [])]
        }.document()
        let text = plain(TextRenderer(width: 120).render(document))
        #expect(text.contains("(!) II.3.4.10: không tính được: design \"d\": chưa có tổng thể cho tầng 's'."))
        #expect(text.contains("II.3.4.10: Chỉ tiêu ten (!)"))
    }

    @Test("a note of a trend says of which period it is")
    func periods() throws {
        let document = try bench("doc:trend { { data:indicator 'two' } }") { bench in
            bench.earlier = ["2025-H2": ["two": failed(1)]]
        }.document()
        #expect(
            plain(TextRenderer(width: 120).render(document)).contains(
                "(!) II.3.4.2 (6 tháng cuối năm 2025): công thức không tính được ở 1 phiếu: 10aaaaaaaaaa."))
    }

    private func failed(_ count: Int) -> FigureValues {
        var values = FigureValues.share(50, of: 100)
        values.failed = count
        values.failures = (0..<min(count, 20)).map { number in
            let id = "\(10 + number)" + String(repeating: "a", count: 30)
            return FormulaFault(record: id, LocatedFault(place: nil, message: Message("E-NIL-001")))
        }
        return values
    }

    @Test("the records that a formula failed on are named as data show takes them", arguments: blocks)
    func records(block: String) throws {
        let document = try bench(block) { bench in
            bench.totals["two"] = failed(2)
            let row = SplitRow(key: ["v1"], label: ["Thôn 1"], values: failed(2))
            bench.splits["two"] = [Split(names: ["village"], rows: [row])]
        }.document()
        for page in pages(document).map(plain) {
            #expect(page.contains("phiếu: 10aaaaaaaaaa, 11aaaaaaaaaa"), "\(page)")
            #expect(page.contains("(!) công thức không tính được ở"))
        }
    }

    @Test("at most twenty records are named, and indicators where not all are concerned")
    func many() throws {
        let block = """
            doc:table { { data:indicator 'two', data:indicator 'ten' }, columns = { 'value' } }
            doc:paragraph(table.concat(data:indicator('two').failed_records, ' '))
            """
        let document = try bench(block) { $0.totals["two"] = failed(25) }.document()
        let note = try #require(document.firstTable?.footnotes.first)
        #expect(note.mark == "(!)")
        #expect(note.text.string.hasPrefix("II.3.4.2: công thức không tính được ở 25 phiếu: 10aaaaaaaaaa, "))
        #expect(note.text.string.hasSuffix("29aaaaaaaaaa và 5 phiếu khác."))
        #expect(document.paragraphs.first?.split(separator: " ").count == 20)
    }
}
