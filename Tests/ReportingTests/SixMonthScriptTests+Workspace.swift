import FormModel
import Reporting

@testable import Evaluation

/// The forms, tasks, records, indicators and figures that the report is made of.
extension SixMonthScriptTests {
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

    static let comments: [(id: String, round: String, date: String, answers: [String: Value])] = [
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
