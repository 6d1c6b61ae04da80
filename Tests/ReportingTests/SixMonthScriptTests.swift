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

    // MARK: The workspace

    static let forms = [
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
        for _, name in ipairs { "enterprise", "agency_month", "school", "village", "ocop_product" } do unit(name) end
        """,
        "action": """
        form "action" { version = 1, label = "Nhiệm vụ", key = { "task" }, round = "day", frame = from_csv "tasks",
          valid_for = "60 months",
          select_one "task" { label = "Nhiệm vụ", choices = from_csv "tasks" }, date "updated_on" { label = "Ngày" },
          select_one "status" { label = "Tình trạng", choices = { { "not_started", vi = "Chưa" },
            { "under_way", vi = "Đang" }, { "done", vi = "Xong" } } },
          decimal "spent" { label = "Chi" }, text "result" { label = "Kết quả" }, text "difficulty" { label = "Khó" },
          text "cause" { label = "Do" }, text "proposal" { label = "Đề xuất" }, text "next_step" { label = "Tiếp" },
          yes_no "done" { label = "Có?" } }
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

    static let tasks = [
        ["name", "label_vi", "label_en", "pillar", "owner", "due"],
        ["III.1.1", "Tuyên truyền", "Awareness", "III.1", "Ban Xây dựng Đảng", "ongoing"],
        ["III.2.1", "Hạ tầng băng rộng", "Broadband", "III.2", "Phòng Kinh tế, Công an xã", "2026-06-29"],
        ["III.2.2", "Kết nối nền tảng", "Platforms", "III.2", "Phòng Kinh tế", "2026-07-15"],
        ["III.3.1", "Khởi nghiệp", "Start-ups", "III.3", "Phòng Kinh tế", "2025-12-31"],
        ["IV.1", "Quán triệt", "Study", "IV", "Đảng ủy xã", "ongoing"],
        ["IV.2", "Giám sát", "Supervision", "IV", "HĐND xã", ""],
    ]

    private static func update(
        _ task: String, _ day: String, _ status: String, _ more: [String: Value] = [:]
    ) -> (id: String, round: String, date: String, answers: [String: Value]) {
        var answers: [String: Value] = [
            "task": .text(task), "status": .text(status), "result": .text("Kết quả của \(task)."),
        ]
        answers["updated_on"] = Day(iso: day).map { .date($0) }
        return (task + day, day, day, answers.merging(more) { $1 })
    }

    static let updates = [
        update(
            "III.1.1", "2026-05-04", "under_way",
            ["difficulty": .text("Thiếu người."), "cause": .text("Mới sáp nhập.")]),
        update("III.2.1", "2026-06-01", "under_way", ["spent": .decimal(12.5), "proposal": .text("Thêm trạm.")]),
        update("III.2.1", "2026-02-01", "not_started", ["spent": .decimal(3)]),
        update("III.2.2", "2026-06-28", "not_started", ["spent": .decimal(2)]),
        update("III.3.1", "2026-01-05", "done", ["next_step": .text("Không hiện.")]),
        update("III.3.1", "2026-07-01", "under_way"),
        update("IV.1", "2025-12-01", "under_way"),
    ]

    static let indicators = """
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

    static let totals: [String: FigureValues] = [
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

    static let splits: [String: [Split]] = [
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
        let isBehind = 100 * Double(numerator) < 68.4 * Double(n)
        return SplitRow(
            key: [key], label: ["Thôn \(key.dropFirst())"],
            values: .share(numerator, of: n, expected: 68.4, isBehind ? .behind : .onTrack))
    }

    private static func unit(_ key: String, _ reporting: Int, of expected: Int) -> SplitRow {
        let values = covered(.share(1, of: 1), reporting, expected)
        return SplitRow(key: [key], label: ["Đơn vị \(key.uppercased())"], values: values)
    }
}
