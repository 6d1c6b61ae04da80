import FormModel
import Foundation
import Messages
import Reporting
import Testing

@testable import Evaluation

/// The commune's own report over made figures: what the script makes of every status, and how it looks.
@Suite("The six-monthly report's script")
struct SixMonthScriptTests {
    private func document(
        _ id: String = "six_month", language: Language = .vietnamese, change: (inout ReportBench) -> Void = { _ in }
    ) throws -> Document {
        var bench = ReportBench()
        bench.forms = SixMonthScriptTests.forms
        bench.indicators = SixMonthScriptTests.indicators
        bench.modules = try SharedModules.all()
        bench.lists["tasks"] = SixMonthScriptTests.tasks
        bench.records["action"] = SixMonthScriptTests.updates
        bench.records["comment"] = SixMonthScriptTests.comments
        bench.totals = SixMonthScriptTests.totals
        bench.splits = SixMonthScriptTests.splits
        change(&bench)
        let path = "Rules/reports/\(id).lua"
        return try bench.document(of: id, script: try SharedModules.text(path), path: path, language: language)
    }

    private func tables(_ document: Document) -> [Table] {
        document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    private func rows(_ table: Table) -> [[String]] {
        table.rows.map { row in
            switch row {
            case .cells(let texts), .total(let texts): texts.map(\.string)
            case .group(let text): [text.string]
            }
        }
    }

    @Test("looks as it did", arguments: [80, 120])
    func golden(width: Int) throws {
        try GoldenTests.expectGolden("six-month-script-\(width).txt", TextRenderer(width: width).render(try document()))
    }

    @Test("says so where nothing is behind, and nobody is late")
    func allWell() throws {
        let document = try document { bench in
            for (id, values) in bench.totals {
                bench.totals[id]?.status = .met
                bench.totals[id]?.coverage?.reporting = values.coverage?.expected ?? 0
            }
        }
        #expect(document.paragraphs.contains("Không có chỉ tiêu nào chậm so với lộ trình."))
        #expect(document.paragraphs.contains("Các đơn vị đều đã gửi số liệu."))
    }

    /// The table of a caption.
    private func table(_ document: Document, _ caption: String) throws -> Table {
        try #require(tables(document).first { $0.caption.string.hasPrefix(caption) })
    }

    @Test("the words of the results are the columns of the table by pillar, in both languages")
    func words() throws {
        for (language, caption) in [(Language.vietnamese, "Số chỉ tiêu"), (.english, "Indicators by")] {
            try words(language, caption)
        }
    }

    private func words(_ language: Language, _ caption: String) throws {
        let columns = try table(document(language: language), caption).columns.map { $0.header.string.lowercased() }
        let words = Status.allCases.map { FigureText(language: language).status($0) }
        #expect(Array(columns.dropFirst(2)) == words)
    }

    @Test("an indicator of one's own has a row of its own, and the sum is that of the rows; components never count")
    func ownIndicators() throws {
        let document = try document { bench in
            bench.indicators += """

                share("ours", "X.1", "Của ta", "village", "UBND xã", all)
                share("nameless", nil, "Không mã", "village", "UBND xã", all)
                share("ours_part", nil, "– Phần", "village", "UBND xã", nil, { component = true })
                """
            bench.totals["ours"] = .share(10, of: 24, expected: 55, .behind)
            bench.totals["nameless"] = .share(9, of: 24, expected: 55, .behind)
            bench.totals["ours_part"] = .share(9, of: 24)
        }
        let first = rows(try table(document, "Số chỉ tiêu"))
        #expect(first.map { $0[0] }.suffix(2) == ["Chỉ tiêu khác", "Cộng"])
        for column in 1...8 {
            let numbers = first.map { Int($0[column]) ?? -1 }
            #expect(numbers.dropLast().reduce(0, +) == numbers.last)
        }
        #expect(first.last?[1] == "11" && first.dropLast().last?[1] == "2")
        let text = TextRenderer(width: 120).render(document)
        #expect(text.contains("Trong 11 chỉ tiêu có mục tiêu: "))
        #expect(text.contains("Không mã; ") && text.contains("Của ta (X.1)"))
        let second = rows(try table(document, "Kết quả so với mục tiêu"))
        let others = try #require(second.firstIndex(of: ["Chỉ tiêu khác"]))
        #expect(second[others...].dropFirst().map { $0[1] }.prefix(3) == ["Của ta", "– Phần", "Không mã"])
    }

    @Test("nothing of it is Vietnamese in English but names and what people wrote")
    func english() throws {
        let document = try document(language: .english) { bench in
            bench.indicators = bench.indicators.replacing("label = label, ", with: "label = { vi = label, en = id }, ")
                .replacing("owner = owner", with: "owner = 'Owner'").replacing("\"Phiếu \" ..", with: "")
                .replacing("6 tháng", with: "Half-yearly").replacing("label .. \" ÷ tất cả\"", with: "'All'")
            bench.records = [:]
        }
        var text = TextRenderer(width: 120).render(document)
        for name in ["Mộ Đức", "MỘ ĐỨC", "Thôn 1", "Thôn 2", "Đơn vị A", "Đơn vị B"] {
            text = text.replacing(name, with: "")
        }
        let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic && !$0.isASCII }
        #expect(String(String.UnicodeScalarView(letters)) == "")
    }

    @Test("the objectives without a number, and what was written for the period, stand in it")
    func comments() throws {
        let text = TextRenderer(width: 120).render(try document())
        #expect(text.contains("- Nguồn nhân lực chất lượng, nhất là thế hệ trẻ: Đã mở lớp cho 40 đoàn viên."))
        #expect(text.contains("- Kinh tế số gắn với thế mạnh địa phương: chưa có nhận xét của kỳ."))
        #expect(text.contains("V. KINH PHÍ\n───────────\n\nĐã bố trí.\n"))
        #expect(text.contains("- II.3.4.7 VNeID: Còn 369 người."))
        #expect(!text.contains("Kỳ sau"))
    }

    @Test("of a running period it says the day of the figures, and that the period runs")
    func running() throws {
        let text = TextRenderer(width: 120).render(try document { $0.asOf = "2026-05-04" })
        #expect(text.contains("(tính đến ngày 04/05/2026)"))
        #expect(text.contains("Số liệu từ ngày 01/01/2026 đến ngày 04/05/2026"))
        #expect(text.contains("lộ trình đến 04/05/2026"))
        #expect(!text.contains("30/06/2026"))
    }

    @Test("who is counted by an earlier record is told, and figures from a sample are called so")
    func origins() throws {
        let document = try document { bench in
            bench.rounds["school"] = ["2026-H1": [["b"]], "2025-H2": [["a"]]]
            bench.designs["households_fast_internet"] = "d"
        }
        let text = TextRenderer(width: 120).render(document)
        #expect(text.contains("trong đó 1 theo phiếu 6 tháng cuối năm 2025"))
        #expect(text.contains("- Phiếu trường học: Đơn vị A"))
        #expect(text.contains("ước tính từ 11.468 hộ (mẫu theo thôn), không phải toàn bộ."))
    }

    @Test("tasks stand by their latest update, and who is late is told")
    func taskStates() throws {
        let document = try document()
        let each = rows(
            try #require(tables(document).first { $0.columns.first?.header == "Mã" && $0.columns.count == 5 }))
        #expect(
            each.filter { $0.count > 1 }.map { [$0[0], $0[2], $0[3], $0[4].prefix { $0 != "." }.description] } == [
                ["III.1.1", "Ban Xây dựng Đảng", "thường xuyên", "Đang làm (04/05/2026): Kết quả của III"],
                ["III.2.1", "Phòng Kinh tế, Công an xã", "29/06/2026", "Quá hạn (01/06/2026): Kết quả của III"],
                ["III.2.2", "Phòng Kinh tế", "15/07/2026", "Chưa làm (28/06/2026): Kết quả của III"],
                ["III.3.1", "Phòng Kinh tế", "31/12/2025", "Đã xong (05/01/2026): Kết quả của III"],
                ["IV.1", "Đảng ủy xã", "thường xuyên", "Chưa cập nhật (01/12/2025): Kết quả của IV"],
                ["IV.2", "HĐND xã", "–", "Chưa cập nhật"],
            ])
        let text = TextRenderer(width: 120).render(document)
        #expect(text.contains("6 nhiệm vụ: 1 đã xong; 1 quá hạn; 2 chưa cập nhật; 1 đang làm; 1 chưa làm."))
        #expect(text.contains("- Phòng Kinh tế, Công an xã: Hạ tầng băng rộng (III.2.1) – quá hạn"))
        #expect(text.contains("đã chi 14,5 triệu đồng từ đầu năm (2 nhiệm vụ có số liệu)"))
        #expect(text.contains("- III.1.1: Thiếu người. Nguyên nhân: Mới sáp nhập."))
        #expect(text.contains("- III.2.1: Thêm trạm."))
        #expect(!text.contains("Không hiện."))
    }

    @Test("the main part is no longer than three pages, and says all that the resolution asks")
    func length() throws {
        let text = TextRenderer(width: 80).render(try document())
        let main = text.components(separatedBy: "════\n").first ?? ""
        #expect(main.split(separator: "\n", omittingEmptySubsequences: false).count <= 180)
        for heading in [
            "┌─ TÓM TẮT", "I. CÔNG TÁC LÃNH ĐẠO", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU",
            "III. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ",
            "IV. THỰC HIỆN CÁC KẾT LUẬN TRƯỚC", "V. KINH PHÍ", "VI. KHÓ KHĂN", "VII. NHIỆM VỤ TRỌNG TÂM",
            "VIII. ĐỀ XUẤT",
        ] { #expect(main.contains(heading)) }
    }

    @Test("of those that cannot be judged nothing is concluded")
    func partly() throws {
        let document = try document { bench in
            for id in bench.totals.keys { bench.totals[id]?.status = id == "ocop_online" ? .met : .noData }
        }
        #expect(
            document.paragraphs.contains(
                "Trong 1 chỉ tiêu đánh giá được, không có chỉ tiêu nào chậm so với lộ trình; 10 chỉ tiêu chưa đánh giá "
                    + "được."))
    }

    @Test("who would close most of the gap is told of what is behind, and when it is reached")
    func nearing() throws {
        let document = try document()
        let first = try table(document, "Bảng 1.")
        #expect(rows(first).map { $0[5] } == ["đạt năm\u{A0}2040", "đạt năm\u{A0}2031"])
        let text = TextRenderer(width: 120).render(document)
        #expect(text.contains("Nơi làm trước:") && text.contains("- Phủ sóng 5G (II.3.1.2): Thôn 1 (54,7\u{A0}%)"))
    }

    @Test("the records that formulas failed on stand in the annex on the quality of figures")
    func failedRecords() throws {
        let text = TextRenderer(width: 120).render(
            try document { bench in
                for id in ["ocop_online", "enterprises_e_tax"] {
                    bench.totals[id]?.failed = 1
                    bench.totals[id]?.failures = [
                        FormulaFault(
                            record: String(repeating: "c", count: 32),
                            LocatedFault(place: nil, message: Message("E-NIL-001")))
                    ]
                }
            })
        #expect(text.contains("- II.3.3.5, II.3.3.7: 1 phiếu: cccccccccccc\n"))
    }

    @Test("a village that too few have answered in is not behind, in no report")
    func incompleteVillage() throws {
        let change = { (bench: inout ReportBench) in
            let row = { (key: String, status: Status) in
                SplitRow(key: [key], label: ["Thôn \(key)"], values: .share(10, of: 100, expected: 68.4, status))
            }
            bench.splits = bench.splits.mapValues { splits in
                splits[0].names == ["village"]
                    ? [Split(names: ["village"], rows: [row("v1", .incomplete), row("v2", .behind)])] : splits
            }
        }
        let villages = rows(try table(document("six_month", change: change), "Bảng 2."))
        #expect(villages.map { $0[0] } == ["Thôn v2"])
        let sheet = try SheetScriptTests().document("village_sheet", village: "v1", change)
        #expect(
            sheet.paragraphs.contains("Chưa chỉ tiêu nào đủ số liệu để kết luận."), "\(sheet.paragraphs)")
        #expect(sheet.cells.contains { $0.suffix(2) == ["–", "thiếu đơn vị báo cáo"] })
        let other = TextRenderer(width: 120).render(
            try SheetScriptTests().document("village_sheet", village: "v2", change))
        #expect(other.contains("│ Chậm so với lộ trình  Phủ sóng 5G (II.3.1.2, 10,0\u{A0}%)"))
    }

    @Test("is made of no figures at all as well")
    func nothing() throws {
        let document = try document { bench in
            bench.totals = [:]
            bench.splits = bench.splits.mapValues { $0.map { Split(names: $0.names, rows: []) } }
        }
        #expect(document.blocks.count > 10)
        // Where there are no figures, nothing is said to go well.
        #expect(document.paragraphs.contains("Chưa có số liệu để biết chỉ tiêu nào chậm."))
        #expect(document.paragraphs.contains("Chưa có số liệu theo thôn để biết nơi nào chậm."))
        #expect(!TextRenderer(width: 120).render(document).contains("Không có chỉ tiêu nào chậm"))
    }
}
