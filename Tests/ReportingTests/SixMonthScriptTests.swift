import Evaluation
import FormModel
import Foundation
import Reporting
import Testing

/// The commune's own report over made figures: what the script makes of every status, and how it looks.
@Suite("The six-monthly report's script")
struct SixMonthScriptTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: SixMonthScriptTests.root.appendingPathComponent(path), encoding: .utf8)
    }

    private func document(
        language: Language = .vietnamese, _ change: (inout ReportBench) -> Void = { _ in }
    ) throws -> Document {
        var bench = ReportBench()
        bench.forms = SixMonthScriptTests.forms
        bench.indicators = SixMonthScriptTests.indicators
        for module in ["annexes", "baselines", "definitions", "remarks", "reporting", "words"] {
            bench.modules[module] = try text("Rules/lib/\(module).lua")
        }
        bench.records["comment"] = SixMonthScriptTests.comments
        bench.totals = SixMonthScriptTests.totals
        bench.splits = SixMonthScriptTests.splits
        change(&bench)
        let path = "Rules/reports/six_month.lua"
        return try bench.document(of: "six_month", script: try text(path), path: path, language: language)
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

    @Test("the words of table 2 are the columns of table 1, in both languages", arguments: Language.allCases)
    func words(language: Language) throws {
        let columns = try tables(document(language: language))[0].columns.map { $0.header.string.lowercased() }
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
        let first = rows(tables(document)[0])
        #expect(first.map { $0[0] }.suffix(2) == ["Chỉ tiêu khác", "Cộng"])
        for column in 1...8 {
            let numbers = first.map { Int($0[column]) ?? -1 }
            #expect(numbers.dropLast().reduce(0, +) == numbers.last)
        }
        #expect(first.last?[1] == "11" && first.dropLast().last?[1] == "2")
        #expect(document.paragraphs.contains { $0.hasPrefix("Trong 11 chỉ tiêu có mục tiêu: ") })
        #expect(document.paragraphs.contains { $0.contains("Không mã; ") && $0.contains("Của ta (X.1)") })
        let second = rows(tables(document)[1])
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
        #expect(text.contains("- Kinh phí: Đã bố trí."))
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

    @Test("is made of no figures at all as well")
    func nothing() throws {
        let document = try document { bench in
            bench.totals = [:]
            bench.splits = [:]
        }
        #expect(document.blocks.count > 10)
    }

    // MARK: The workspace

    private static let forms = [
        "household": """
        form "household" { version = 1, label = "Hộ", key = { "village", "number" },
          select_one "village" { label = "Thôn", choices = { { "v1", vi = "Thôn 1" }, { "v2", vi = "Thôn 2" } } },
          text "number" { label = "Số" }, text "name" { label = "Tên", personal = true },
          yes_no "done" { label = "Có?" } }
        """,
        "unit": """
        local rounds = { enterprise = "year", agency_month = "month", action = "day" }
        local function unit(name)
          form(name) { version = 1, label = name, key = { "unit" }, round = rounds[name] or "half_year",
            measures = name == "agency_month" and "flow" or "state",
            select_one "unit" { label = "Đơn vị", choices = { { "a", vi = "Đơn vị A" }, { "b", vi = "Đơn vị B" } } },
            select_one "village" { label = "Thôn", choices = { { "v1", vi = "Thôn 1" }, { "v2", vi = "Thôn 2" } } },
            yes_no "done" { label = "Có?" } }
        end
        for _, name in ipairs { "enterprise", "agency_month", "school", "village", "ocop_product", "action" } do unit(name) end
        """,
        "comment": """
        form "comment" { version = 1, label = "Nhận xét", key = { "topic", "period" },
          select_one "topic" { label = "Về", choices = { { "objective_people", vi = "Nhân lực" },
            { "funds", vi = "Kinh phí" }, { "vneid_account", vi = "II.3.4.7 VNeID" } } },
          text "period" { label = "Kỳ" }, text "content" { label = "Lời" } }
        """,
    ]

    private static let comments: [(id: String, round: String, date: String, answers: [String: Value])] = [
        ("objective_people", "2026-H1", "Đã mở lớp cho 40 đoàn viên."), ("vneid_account", "2026-H1", "Còn 369 người."),
        ("funds", "2026-H1", "Đã bố trí."), ("funds", "2026-H2", "Kỳ sau."),
    ].map { topic, period, content in
        let answers: [String: Value] = ["topic": .text(topic), "period": .text(period), "content": .text(content)]
        return (topic + period, "once", "2026-04-01", answers)
    }

    private static let indicators = """
        local function share(id, code, label, over, owner, target, more)
          local body = { code = code, label = label, over = over, owner = owner, target = target, source = "Phiếu " .. over,
            frequency = "6 tháng", definition = label .. " ÷ tất cả", share = function(r) return r.done end }
          for key, value in pairs(more or {}) do body[key] = value end
          indicator(id)(body)
        end
        local all = { at_least = 100, by = 2030, baseline = { [2025] = 50 } }
        share("coverage_5g", "II.3.1.2", "Phủ sóng 5G", "village", "Phòng Văn hóa – Xã hội",
          { at_least = 100, by = 2030, aspirational = true, baseline = { [2025] = 30 } }, { by = { "village" } })
        share("documents_signed_digitally", "II.3.2.1", "Văn bản điện tử có ký số", "agency_month", "Văn phòng Đảng ủy",
          all, { by = { "unit" } })
        share("schools_signing_digitally", "II.3.2.3", "Cơ sở giáo dục ký số sổ sách", "school", "Các trường học", all,
          { by = { "unit" } })
        share("ocop_online", "II.3.3.5", "Sản phẩm OCOP trên sàn", "ocop_product", "Phòng Kinh tế", all)
        share("enterprises_e_tax", "II.3.3.7", "Doanh nghiệp nộp thuế điện tử", "enterprise", "Thuế cơ sở", all)
        share("households_fast_internet", "II.3.4.2", "Hộ gia đình có Internet tốc độ cao", "household",
          "Phòng Văn hóa – Xã hội", { above = 90, by = 2030, baseline = { [2025] = 66 } }, { by = { "village" } })
        share("vneid_account", "II.3.4.7", "Người dân có tài khoản VNeID", "household", "Công an xã",
          { at_least = 90, by = 2030, baseline = { [2025] = 78 } })
        share("vneid_account_register", nil, "– Theo số liệu quản lý của Công an xã", "household", "Công an xã", nil,
          { component = true })
        share("village_tech_teams", "II.3.4.9", "Thôn có tổ công nghệ số", "village", "Phòng Văn hóa – Xã hội", all)
        share("digital_skills_trained", "II.3.4.10", "Người được đào tạo kỹ năng số", "household",
          "Phòng Văn hóa – Xã hội", { above = 80, by = 2030 })
        share("tasks_on_schedule", "III, IV", "Nhiệm vụ đúng tiến độ", "action", "Cơ quan chủ trì")
        share("digital_learning_spaces", "II.3.4.11", "Thôn có không gian học tập số", "village", "Đoàn xã")
        """

    private static let totals: [String: FigureValues] = [
        "coverage_5g": covered(.share(36, of: 100, expected: 36.9, .behind), 24, 24),
        "documents_signed_digitally": covered(.share(93, of: 100, expected: 55, .onTrack), 69, 72),
        "schools_signing_digitally": covered(.share(8, of: 13, expected: 55, .incomplete), 13, 14),
        "ocop_online": covered(.share(18, of: 18, expected: 55, .met), 18, 18),
        "enterprises_e_tax": covered(.share(31, of: 60, missing: 1, expected: 55, .behind), 138, 150),
        "households_fast_internet": covered(
            .share(8649, of: 11_073, missing: 395, expected: 68.4, .onTrack), 11_468, 11_949),
        "vneid_account": covered(.share(26_799, of: 29_778, missing: 369, expected: 79.2, .onTrack), 11_468, 11_949),
        "vneid_account_register": .share(887, of: 1000),
        "village_tech_teams": covered(.share(24, of: 24, expected: 55, .metUncertain), 24, 24),
        "digital_skills_trained": .share(203, of: 1000, .noBaseline),
        "digital_learning_spaces": .share(16, of: 24),
        "tasks_on_schedule": covered(.share(18, of: 19), 19, 21),
    ]

    private static let splits: [String: [Split]] = [
        "coverage_5g": [Split(names: ["village"], rows: [row("v1", 1, of: 100), row("v2", 71, of: 100)])],
        "households_fast_internet": [
            Split(names: ["village"], rows: [row("v1", 880, of: 1000), row("v2", 10, of: 20)])
        ],
        "documents_signed_digitally": [
            Split(names: ["unit"], rows: [unit("a", 6, of: 6), unit("b", 3, of: 6)])
        ],
        "schools_signing_digitally": [Split(names: ["unit"], rows: [unit("a", 0, of: 1), unit("b", 1, of: 1)])],
        "village_tech_teams": [Split(names: ["unit"], rows: [unit("a", 1, of: 1)])],
        "tasks_on_schedule": [Split(names: ["unit"], rows: [unit("a", 0, of: 1), unit("b", 1, of: 1)])],
    ]

    private static func covered(_ values: FigureValues, _ reporting: Int, _ expected: Int) -> FigureValues {
        var values = values
        values.coverage = CoverageFigure(expected: expected, reporting: reporting)
        return values
    }

    private static func row(_ key: String, _ numerator: Int, of n: Int) -> SplitRow {
        SplitRow(key: [key], label: ["Thôn \(key.dropFirst())"], values: .share(numerator, of: n, expected: 68.4))
    }

    private static func unit(_ key: String, _ reporting: Int, of expected: Int) -> SplitRow {
        let values = covered(.share(1, of: 1), reporting, expected)
        return SplitRow(key: [key], label: ["Đơn vị \(key.uppercased())"], values: values)
    }
}
