import Foundation
import Testing

/// The commune's own report over a small demonstration, as somebody at the command line gets it.
@Suite("chiso report")
struct ReportTests {
    /// The workspace, with made-up records of some forms and periods.
    private func workspace(_ simulations: [String]...) throws -> TemporaryWorkspace {
        let workspace = try TemporaryWorkspace(of: ".", copying: ["Surveys", "Rules", "chiso.toml"])
        let maker = TemporaryWorkspace.repository.appendingPathComponent("Examples/demo/make-frame.sh")
        try TemporaryWorkspace.tool("sh", maker.path, workspace.url.path)
        for simulation in simulations {
            try workspace.run(["simulate", "--seed", "20260101", "--period"] + simulation)
        }
        return workspace
    }

    private func report(_ workspace: TemporaryWorkspace, _ arguments: String..., status: Int32 = 0) throws
        -> Binary.Result
    {
        let result = try Binary.run(
            ["report", "six_month", "--workspace", workspace.url.path, "--width", "120"] + arguments)
        try #require(result.status == status, "\(arguments): \(result.errors)")
        return result
    }

    @Test("A report narrowed to a split leaves out what does not fit, and says so once")
    func narrowed() throws {
        let workspace = try workspace(["2026-H1", "household", "-n", "60"], ["2026-H1", "village"])
        for (filter, name) in [
            ("village=md1", "Tổ dân phố 1 – Mộ Đức"), ("former_unit=Đức Phú", "Đơn vị hành chính cũ: Đức Phú"),
        ] {
            let result = try report(workspace, "--period", "2026-H1", "--where", filter)
            #expect(result.output.contains("Chỉ gồm số liệu của: \(name). Bỏ "))
            #expect(result.output.contains("II.3.4.7") && !result.output.contains("II.3.3.1"))
            #expect(result.errors.split(separator: "\n").count == 1)
        }
    }

    @Test("Of a running period it prints the day of the figures; the footer says the same")
    func running() throws {
        let text = try report(workspace(), "--period", "2026-H2", "--as-of", "2026-11-24").output
        #expect(text.contains("Số liệu từ ngày 01/07/2026 đến ngày 24/11/2026"))
        #expect(text.contains("lộ trình đến 24/11/2026"))
        #expect(text.contains("Số liệu: đến 24/11/2026, mã "))
        // Tasks of the annex may be due on that day.
        let main = text.components(separatedBy: "════\n").first ?? ""
        #expect(main.contains("TÓM TẮT") && !main.contains("31/12/2026"))
    }

    @Test("Of a period that is over the footer tells the as-of apart from the day of the figures")
    func over() throws {
        let text = try report(workspace(), "--period", "2026-H1", "--as-of", "2026-12-31").output
        #expect(text.contains("Số liệu: đến 30/06/2026, mã "))
        #expect(text.contains("Ngày chốt: 31/12/2026"))
    }

    @Test("A period that has not begun is refused, with what to do about it")
    func notBegun() throws {
        let result = try report(
            workspace(), "--period", "2026-H2", "--as-of", "2026-06-30", status: 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("2026-H2") && result.errors.contains("--as-of"))
    }

    @Test("Made-up data, a sample, provisional baselines and silent tasks are told, and comments printed")
    func toldPlainly() throws {
        let workspace = try workspace(
            ["2026-H1", "household", "-n", "30"], ["2026-H2", "household", "--sample", "3"], ["2026-H1", "action"],
            ["2026-H1", "comment", "-n", "8"])
        let sample = try report(workspace, "--period", "2026-H2", "--as-of", "2026-12-31").output.unwrapped
        #expect(sample.components(separatedBy: "SỐ LIỆU MẪU").count == 3)
        #expect(sample.contains(" hộ (mẫu phân tầng theo thôn, tổ dân phố), không phải toàn bộ."))
        #expect(sample.contains("là mức tạm thời, chờ xã xác nhận"))
        let census = try report(workspace, "--period", "2026-H1", "--as-of", "2026-12-31").output
        #expect(!census.contains("không phải toàn bộ"))
        #expect(census.contains("- Cập nhật nhiệm vụ, 6 tháng đầu năm 2026: "))
        #expect(census.unwrapped.contains("V. KINH PHÍ ─────────── Nhận xét thử về: Kinh phí."))
        #expect(census.contains("nhất là thế hệ trẻ: Nhận xét thử về: "))
    }

    @Test("In English it is English: nothing else is Vietnamese but names")
    func english() throws {
        let workspace = try workspace(
            ["2026-H2", "household", "--sample", "3"], ["2026-H1", "enterprise"], ["2026-H1", "school"],
            ["2026-H2", "village"], ["2026-H1", "commune_year", "-n", "1"])
        var text = try report(workspace, "--period", "2026-H2", "--as-of", "2026-11-24", "--language", "en").output
            .unwrapped
        for name in ["Mộ Đức", "MỘ ĐỨC", "Đức Tân", "Đức Hòa", "Đức Phú", "Nông thôn mới nâng cao", "xã "] {
            text = text.replacing(name, with: "")
        }
        let letters = CharacterSet.letters.subtracting(CharacterSet(charactersIn: "a"..."z"))
            .subtracting(CharacterSet(charactersIn: "A"..."Z"))
        let words = text.split(separator: " ").filter { $0.unicodeScalars.contains { letters.contains($0) } }
        #expect(words == [])
    }

    @Test("A report over an empty store is made too")
    func empty() throws {
        let text = try report(workspace(), "--period", "2026-H1").output
        #expect(!text.contains("SỐ LIỆU MẪU"))
        #expect(text.contains("Trong 31 chỉ tiêu có mục tiêu: "))
    }
}

extension String {
    /// The text on one line.
    var unwrapped: String { split { $0.isWhitespace }.joined(separator: " ") }
}
