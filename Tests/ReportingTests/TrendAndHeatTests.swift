import Evaluation
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Testing
import VietText

@Suite("Trends and heat tables")
struct TrendAndHeatTests {
    static func document() throws -> Document {
        let trend = TrendChart(
            caption: "Hình 1. Qua các kỳ", periods: ["2024-H2", "2025-H1", "2025-H2", "2026-H1"],
            series: [
                TrendChart.Series(
                    "Người có VNeID",
                    [61.2, 70, 74.5, 83.2].map { .value($0, printed: PlainText("\($0)\u{A0}%")) }, fullScale: 100,
                    isBroken: true),
                TrendChart.Series(
                    "Phủ sóng 5G", [.absent(nil), .value(30, printed: "30\u{A0}%"), .absent(nil), .absent(nil)],
                    fullScale: 100),
                TrendChart.Series("Chữ ký số", [], fullScale: 100),
            ])
        var heat = try HeatTable(
            caption: "Bảng 2. Theo thôn (%)", rowsName: "Thôn",
            columns: [
                HeatTable.Column("II.3.4.7", name: "VNeID"), HeatTable.Column("II.3.4.2", name: "Internet"),
                HeatTable.Column("II.3.1.2", name: "5G"),
            ])
        try heat.append(
            "Thôn 1", [HeatTable.Cell("91,0", .reached), HeatTable.Cell("70,1", .onPath), HeatTable.Cell("(50,0)")])
        try heat.append(
            "Thôn 2",
            [HeatTable.Cell("72,0", .close), HeatTable.Cell("55,5", .behind), HeatTable.Cell("1,0", .farBehind)]
        )
        heat.footnotes = [Table.Footnote("( )", "ít quan sát.")]
        return Document(
            language: .vietnamese, title: "x", status: .final, blocks: [.trend(trend), .heat(heat)])
    }

    @Test("look as they did, and say the same in every format")
    func golden() throws {
        let document = try TrendAndHeatTests.document()
        let text = TextRenderer().render(document)
        let markdown = MarkdownRenderer().render(document)
        let html = HTMLRenderer().render(document)
        try GoldenTests.expectGolden("trend-heat.txt", text)
        try GoldenTests.expectGolden("trend-heat.md", markdown)
        try GoldenTests.expectGolden("trend-heat.html", html)
        let words = FormatTests.words(text)
        #expect(words.contains("83.2") && words.contains("61.2"))
        // A narrow column breaks its code in two.
        let kept = { (words: [String]) in words.filter { $0.wholeMatch(of: /[I0-9.]+:?/) == nil } }
        #expect(kept(words).count > 30)
        #expect(kept(FormatTests.words(FormatTests.shown(markdown))) == kept(words))
        #expect(kept(FormatTests.words(try XMLPage(html).text)) == kept(words))
    }

    @Test("a drawing tells every period to who cannot see it")
    func described() throws {
        let html = HTMLRenderer().render(try TrendAndHeatTests.document())
        #expect(html.contains("<desc>2024-H2: 61.2\u{A0}%; 2025-H1: 70.0\u{A0}%; 2025-H2: 74.5\u{A0}%; "))
        #expect(html.contains("2025-H1: 30\u{A0}%; 2025-H2: không có số liệu"))
    }

    @Test(
        "values that are none, or without bound, are drawn in the field", arguments: [Double.nan, .infinity, 1e308, -3])
    func extremes(value: Double) throws {
        let series = TrendChart.Series(
            "a", [value, 1, -value].map { .value($0, printed: "?") }, fullScale: value)
        let chart = TrendChart(periods: ["1", "2", "3"], series: [series])
        let document = Document(language: .english, title: "", status: .final, blocks: [.trend(chart)])
        #expect(TextRenderer().render(document).contains("?"))
        let html = HTMLRenderer().render(document)
        for element in try XMLPage(html).elements where element.name == "polyline" || element.name == "circle" {
            let numbers = (element.attributes["points"] ?? element.attributes["cy"] ?? "")
                .split { " ,".contains($0) }.compactMap { Double($0) }
            #expect(!numbers.isEmpty && numbers.allSatisfy { (0...120).contains($0) })
        }
    }

    @Test("a heat table of many columns stands in bands on a page of text, each with the places' names")
    func bands() throws {
        let columns = (1...20).map { HeatTable.Column(PlainText("II.3.4.\($0)"), name: PlainText("c\($0)")) }
        var heat = try HeatTable(rowsName: "Thôn", columns: columns)
        try heat.append("Tổ dân phố 1", columns.map { _ in HeatTable.Cell("83,2", .close) })
        let document = Document(language: .vietnamese, title: "", status: .final, blocks: [.heat(heat)])
        let text = TextRenderer().render(document)
        for line in text.split(separator: "\n") { #expect(line.displayWidth <= 80) }
        #expect(text.components(separatedBy: "Tổ dân phố 1").count == 4)
        #expect(text.components(separatedBy: "▒ 83,2").count == 21)
    }

    @Test(
        "a value is shaded by what it lacks of its path",
        arguments: [
            (0, HeatTable.Level.onPath), (-0.5, .onPath), (0.01, .close), (0.0999, .close), (0.1, .behind),
            (0.2499, .behind), (0.25, .farBehind), (1, .farBehind),
        ])
    func levels(short: Double, level: HeatTable.Level) {
        #expect(HeatTable.Level(shortBy: short) == level)
    }

    // MARK: From scripts

    private func trend(_ document: Document) throws -> TrendChart {
        try #require(document.blocks.lazy.compactMap { if case .trend(let chart) = $0 { chart } else { nil } }.first)
    }

    private func heat(_ document: Document) throws -> HeatTable {
        try #require(document.blocks.lazy.compactMap { if case .heat(let heat) = $0 { heat } else { nil } }.first)
    }

    @Test(
        "a figure's course runs over the earlier periods to the report's own",
        arguments: [
            "doc:trend { { data:indicator 'two' }, caption = 'c' }",
            "doc:trend { data:indicator('two'):trend(), caption = 'c' }",
            "doc:trend { { data:indicator('two'):trend() }, caption = 'c' }",
        ])
    func course(call: String) throws {
        var bench = ReportBench(body: call)
        bench.earlier = ["2025-H2": ["two": .share(10, of: 100)], "2025-H1": [:]]
        bench.totals["two"] = .share(50, of: 100)
        let chart = try trend(bench.document())
        #expect(
            chart
                == TrendChart(
                    caption: "c",
                    periods: ["6 tháng đầu năm 2025", "6 tháng cuối năm 2025", "6 tháng đầu năm 2026"],
                    series: [
                        TrendChart.Series(
                            "Chỉ tiêu two",
                            [
                                .absent(nil), .value(10, printed: "10,0\u{A0}%"), .value(50, printed: "50,0\u{A0}%"),
                            ], fullScale: 100)
                    ]))
    }

    @Test("the newest periods are kept where fewer are asked for, and rows are read like others")
    func newest() throws {
        var bench = ReportBench(
            body: """
                doc:trend { { data:indicator 'two' }, limit = 2 }
                local rows = data:indicator('two'):trend()
                doc:paragraph(rows[1].key .. ' ' .. rows[1].label .. ' ' .. rows[1].value)
                """)
        bench.earlier = ["2025-H1": ["two": .share(10, of: 100)], "2025-H2": [:]]
        let document = try bench.document()
        #expect(try trend(document).periods == ["6 tháng cuối năm 2025", "6 tháng đầu năm 2026"])
        #expect(document.paragraphs == ["2025-H1 6 tháng đầu năm 2025 10,0\u{A0}%"])
    }

    @Test(
        "a change is what the printed values differ by; one that cannot be told is not",
        arguments: [
            (10, Evaluation.Method.census, [:], "+40,0"), (50, .census, [:], "0,0"), (70, .census, [:], "-20,0"),
            (10, .sample, ["two": "d"], "⁑"), (-1, .census, [:], "–"),
        ])
    func change(before: Int, method: Evaluation.Method, designs: [String: String], text: String) throws {
        var bench = ReportBench(body: "doc:table { { data:indicator 'two' }, columns = { 'change' } }")
        bench.earlier = ["2025-H1": ["two": before < 0 ? FigureValues() : .share(before, of: 100)], "2025-H2": [:]]
        bench.totals["two"] = .share(50, of: 100)
        bench.methods["two"] = method
        bench.designs = designs
        let document = try bench.document()
        #expect(document.cells == [[text]])
        #expect(document.firstTable?.footnotes.isEmpty == (text != "⁑"))
    }

    @Test("a heat table has a row for each place, the worst first where asked, and hides what splits hide")
    func heatScript() throws {
        var bench = ReportBench(
            body: """
                doc:heat { { data:indicator 'two', data:indicator 'schools' }, by = 'group', rows = 'Nhóm', order = 'worst' }
                """)
        bench.indicators = bench.indicators.replacing("by = { \"school\" }", with: "by = { \"group\" }")
            .replacing(
                "share(\"schools\", \"II.3.2.3\", \"school\"", with: "share(\"schools\", \"II.3.2.3\", \"person\"")
        let row = { (key: String, numerator: Int, n: Int) in
            SplitRow(key: [key], label: ["T\(key)"], values: .share(numerator, of: n, expected: 80))
        }
        bench.splits = [
            "two": [
                Split(
                    names: ["group"],
                    rows: [
                        row("1", 95, 100), row("2", 70, 100), row("3", 1, 100), row("4", 10, 20), row("5", 2, 4),
                        row("6", 3, 4), row("7", 1, 4),
                    ])
            ],
            "schools": [Split(names: ["group"], rows: [row("1", 99, 100), row("2", 80, 100)])],
        ]
        let table = try heat(bench.document())
        #expect(table.columns.map(\.header) == ["II.3.4.2", "II.3.2.3"])
        #expect(table.rows.map(\.label) == ["T3", "T2", "T1", "T4", "T5", "T6", "T7"])
        #expect(table.rows.map { $0.cells[0].printed.string } == ["1,0", "70,0", "95,0", "(50,0)", "•", "•", "•"])
        #expect(table.rows.map { $0.cells[0].level } == [.farBehind, .behind, .reached, nil, nil, nil, nil])
        #expect(table.rows.map { $0.cells[1].printed.string } == ["–", "80,0", "99,0", "–", "–", "–", "–"])
        #expect(table.footnotes.map(\.mark) == ["( )", "•"])
    }

    @Test("what is reached but uncertain has a sign of its own, and of too few who have reported nothing is said")
    func uncertain() throws {
        var bench = ReportBench(body: "doc:heat { { data:indicator 'two' }, by = 'village' }")
        let row = { (key: String, status: Status) in
            SplitRow(key: [key], label: ["T\(key)"], values: .share(95, of: 100, expected: 80, status))
        }
        bench.splits["two"] = [
            Split(names: ["village"], rows: [row("1", .met), row("2", .metUncertain), row("3", .incomplete)])
        ]
        let document = try bench.document()
        let table = try heat(document)
        #expect(table.rows.map { $0.cells[0].level } == [.reached, .uncertain, nil])
        #expect(table.rows.map { $0.cells[0].printed.string } == ["95,0", "95,0", "95,0\u{A0}…"])
        #expect(table.footnotes.map(\.mark) == ["…"])
        #expect(TextRenderer().render(document).contains("◇ đạt, chưa chắc"))
    }

    @Test("without figures there is nothing to shade or to draw")
    func nothing() throws {
        let document = try ReportBench(body: "doc:heat { {}, by = 'village' } doc:trend { {} } doc:note 'x'").document()
        #expect(TextRenderer().render(document).hasSuffix("Ghi chú: x\n"))
        #expect(!document.blocks.contains { if case .heat = $0 { true } else { false } })
    }

    @Test(
        "what does not fit is told at its line",
        arguments: [
            ("doc:heat { { data:indicator 'two' } }", "E-REPORT-001"),
            ("doc:heat { { 'x' }, by = 'v' }", "E-REPORT-001"),
            ("doc:heat { { data:indicator 'two' }, by = 'age' }", "E-REPORT-005"),
            ("doc:heat { {}, by = 'village', order = 'best' }", "E-REPORT-003"), ("doc:trend { 1 }", "E-REPORT-001"),
            ("doc:trend { { 'two' } }", "E-REPORT-001"), ("doc:trend { {}, limit = 0 }", "E-REPORT-001"),
            ("doc:trend { data:indicators(), by = 'x' }", "E-REPORT-002"), ("data:units 'person'", "E-REPORT-017"),
            ("data:units 'nobody'", "E-REPORT-016"),
        ])
    func faults(call: String, code: String) throws {
        let fault = #expect(throws: Diagnostic.self) { try ReportBench(body: "local a = 1\n" + call).document() }
        #expect(fault?.message.code == code)
        #expect(fault?.place?.line == 3)
    }
}
