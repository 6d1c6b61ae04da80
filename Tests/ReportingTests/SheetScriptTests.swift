import Evaluation
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Testing
import WorkspaceFixtures

/// The shipped sheets and the annual report over made figures.
@Suite("The sheets' scripts")
struct SheetScriptTests {
    func document(
        _ id: String, language: Language = .vietnamese, village: String? = nil,
        _ change: (inout ReportBench) -> Void = { _ in }
    ) throws -> Document {
        var bench = ReportBench()
        bench.modules = try SharedModules.all()
        bench.lists["tasks"] = SixMonthScriptTests.tasks
        bench.records["action"] = SixMonthScriptTests.updates
        bench.forms = SixMonthScriptTests.forms
        bench.indicators = SixMonthScriptTests.indicators
        bench.totals = SixMonthScriptTests.totals
        bench.splits = SixMonthScriptTests.splits
        change(&bench)
        if village != nil {
            bench.omitted = Set(bench.totals.keys).filter { bench.splits[$0]?.first?.names != ["village"] }
        }
        let path = "Rules/reports/\(id).lua"
        let filters = village.map { [ReportData.Filter(name: "village", key: $0, label: "Thôn \($0)")] } ?? []
        return try bench.document(
            of: id, script: try SharedModules.text(path), path: path, language: language, filters: filters)
    }

    private func text(_ document: Document) -> String { TextRenderer(width: 120).render(document) }

    // MARK: A village

    @Test("a village stands beside the commune, and in its place among the villages")
    func village() throws {
        let document = try document("village_sheet", village: "v1") { bench in
            bench.indicators += """

                share('digital', 'X.1', 'Xã hội', 'household', 'UBND xã', all, { by = { 'village' } })
                """
            let row = { (key: String, numerator: Int) in
                SplitRow(key: [key], label: ["Thôn"], values: .share(numerator, of: 100, expected: 50, .behind))
            }
            bench.splits["digital"] = [
                Split(names: ["village"], rows: [row("v1", 40), row("v2", 40), row("v3", 90), row("v4", 10)])
            ]
            bench.totals["digital"] = .share(7, of: 7)
            bench.wholeTotals["digital"] = .share(180, of: 400)
        }
        let cells = document.cells
        #expect(cells.contains(["X.1", "Xã hội", "40,0\u{A0}%", "45,0\u{A0}%", "50,0\u{A0}%", "2/4", "chậm"]))
        // Of few answers nothing is concluded.
        let few = try self.document("village_sheet", village: "v2").cells
        #expect(few.contains { $0.first == "II.3.4.2" && $0[2] == "(50,0\u{A0}%)" && $0.suffix(2) == ["–", "–"] })
        #expect(text(document).contains("│ Chậm so với lộ trình"))
        let partly = try self.document("village_sheet", village: "v1") { bench in
            let row = SplitRow(key: ["v1"], label: ["Thôn 1"], values: .share(9, of: 100, expected: 50, .incomplete))
            bench.splits["coverage_5g"] = [Split(names: ["village"], rows: [row])]
            let late = SplitRow(key: ["v1"], label: ["Thôn 1"], values: .share(9, of: 100, expected: 50, .behind))
            bench.splits["households_fast_internet"] = [Split(names: ["village"], rows: [late])]
        }
        #expect(text(partly).contains("│ Chưa kết luận         1 chỉ tiêu (ít quan sát, hoặc thiếu đơn vị báo cáo)"))
    }

    @Test("a village without any figure has a sheet that says so")
    func unknownVillage() throws {
        let document = try document("village_sheet", village: "v9") { $0.splits = [:] }
        #expect(document.paragraphs.contains("Chưa có số liệu nào của nơi này."))
    }

    @Test("the village's report says that it is made of one village")
    func declared() throws {
        var reports = WorkspaceReports()
        #expect(try reports.script("village_sheet").narrowedBy == "village")
        #expect(try reports.script("six_month").narrowedBy == nil)
        #expect(try reports.script("annual").period == .year)
    }

    @Test("a body without any figure is not said to be in time")
    func noFigures() throws {
        let document = try document("owner_sheet") { bench in
            for id in bench.totals.keys {
                var values = FigureValues()
                values.status = .noData
                bench.totals[id] = values
            }
            bench.records["action"] = []
            bench.lists["tasks"] = Array(SixMonthScriptTests.tasks.prefix(1))
        }
        #expect(
            document.paragraphs.contains("Chưa có số liệu để biết chỉ tiêu nào chậm; không có nhiệm vụ quá hạn."))
        #expect(!document.paragraphs.contains("Không có chỉ tiêu chậm, nhiệm vụ quá hạn."))
    }

    @Test("a body reads when what is behind is reached at this pace, and in which villages to begin")
    func nearing() throws {
        let text = text(try document("owner_sheet"))
        #expect(text.contains("với nhịp hiện nay đạt năm\u{A0}2031; làm trước: Thôn 1 (54,7\u{A0}%)"))
    }

    // MARK: A responsible body

    @Test("each body has a section with its indicators, tasks, and what is late; a joint owner counts for both")
    func owners() throws {
        let document = try document("owner_sheet") { bench in
            bench.indicators = bench.indicators.replacing("\"Thuế cơ sở\"", with: "\"Thuế cơ sở, Công an xã\"")
        }
        let headings = document.blocks.compactMap { block in
            if case .heading(.first, let text) = block { text.string } else { nil }
        }
        #expect(headings.contains("Thuế cơ sở") && headings.contains("Công an xã"))
        #expect(headings.contains("Ban Xây dựng Đảng"))
        #expect(Set(headings).count == headings.count)
        let sections = text(document).components(separatedBy: "════\n")
        let police = try #require(sections.first { $0.contains("CÔNG AN XÃ\n") })
        #expect(police.contains("II.3.3.7") && police.contains("II.3.4.7") && police.contains("III.2.1"))
        #expect(police.contains("- Doanh nghiệp nộp thuế điện tử (II.3.3.7): 51,7\u{A0}%, lộ trình 55,0\u{A0}%"))
        #expect(police.contains("- Hạ tầng băng rộng (III.2.1): quá hạn"))
        let tax = try #require(sections.first { $0.contains("THUẾ CƠ SỞ\n") })
        #expect(tax.contains("II.3.3.7") && !tax.contains("II.3.4.7") && !tax.contains("III."))
    }

    // MARK: All of them

    @Test(
        "are English in English, but for names and what people wrote",
        arguments: ["owner_sheet", "village_sheet", "annual"])
    func english(id: String) throws {
        let document = try document(id, language: .english, village: id == "village_sheet" ? "v1" : nil) { bench in
            bench.indicators = bench.indicators.replacing("label = label, ", with: "label = { vi = label, en = id }, ")
                .replacing("owner = owner", with: "owner = 'Owner'").replacing("\"Phiếu \" ..", with: "")
                .replacing("6 tháng", with: "Half-yearly").replacing("label .. \" ÷ tất cả\"", with: "'All'")
            bench.records = [:]
        }
        var text = text(document)
        for name in ["Mộ Đức", "MỘ ĐỨC", "Thôn", "Đơn vị A", "Đơn vị B"] { text = text.replacing(name, with: "") }
        let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic && !$0.isASCII }
        #expect(String(String.UnicodeScalarView(letters)) == "")
    }

    @Test(
        "say the same as text, as Markdown and as HTML",
        arguments: ["owner_sheet", "village_sheet", "six_month", "annual"])
    func formats(id: String) throws {
        let document = try document(id, village: id == "village_sheet" ? "v1" : nil)
        let text = Set(FormatTests.words(TextRenderer(width: 120).render(document)))
        let html = Set(FormatTests.words(try XMLPage(HTMLRenderer().render(document)).text))
        let markdown = Set(FormatTests.words(FormatTests.shown(MarkdownRenderer().render(document))))
        #expect(text.count > 60)
        // Codes are broken in narrow columns of text.
        let kept = { (words: Set<String>) in words.filter { $0.wholeMatch(of: /[IVX0-9.]+:?/) == nil } }
        #expect(kept(html).symmetricDifference(kept(text)) == [])
        #expect(kept(markdown).symmetricDifference(kept(text)) == [])
    }
}

/// The shipped reports as they are declared.
private struct WorkspaceReports {
    mutating func script(_ id: String) throws -> ReportScript {
        var fixture = Fixture()
        fixture.scripts["Rules/reports/\(id).lua"] = try SharedModules.text("Rules/reports/\(id).lua")
        fixture.modules = try SharedModules.all()
        return try #require(try fixture.load([.reports]).reports.first)
    }
}
