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

    private func document(_ change: (inout ReportBench) -> Void = { _ in }) throws -> Document {
        var bench = ReportBench()
        bench.forms = SixMonthScriptTests.forms
        bench.indicators = SixMonthScriptTests.indicators
        bench.modules["definitions"] = try text("Rules/lib/definitions.lua")
        bench.totals = SixMonthScriptTests.totals
        bench.splits = SixMonthScriptTests.splits
        change(&bench)
        let path = "Rules/reports/six_month.lua"
        return try bench.document(of: "six_month", script: try text(path), path: path)
    }

    @Test("looks as it did", arguments: [80, 120])
    func golden(width: Int) throws {
        try GoldenTests.expectGolden("six-month-script-\(width).txt", TextRenderer(width: width).render(try document()))
    }

    @Test("says so where nothing is behind, and nobody is late")
    func allWell() throws {
        let document = try document { bench in
            for id in bench.totals.keys { bench.totals[id]?.status = .met }
            bench.splits = [:]
            bench.splits["village_tech_teams"] = SixMonthScriptTests.splits["village_tech_teams"]
        }
        #expect(document.paragraphs.contains("Không có chỉ tiêu nào chậm so với lộ trình."))
        #expect(document.paragraphs.contains("Các đơn vị đều đã gửi số liệu của kỳ."))
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
        local function unit(name)
          form(name) { version = 1, label = name, key = { "unit" },
            select_one "unit" { label = "Đơn vị", choices = { { "a", vi = "Đơn vị A" }, { "b", vi = "Đơn vị B" } } },
            select_one "village" { label = "Thôn", choices = { { "v1", vi = "Thôn 1" }, { "v2", vi = "Thôn 2" } } },
            yes_no "done" { label = "Có?" } }
        end
        for _, name in ipairs { "enterprise", "agency_month", "school", "village", "ocop_product" } do unit(name) end
        """,
    ]

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
