import Foundation
import Testing

/// The report of supervisors over interviews that were really asked: each is the binary in a pipe.
@Suite("chiso report data_quality")
struct QualityReportTests {
    private func workspace() throws -> TemporaryWorkspace {
        try TemporaryWorkspace(of: ".", copying: ["Surveys", "Rules", "chiso.toml"])
    }

    /// Asks a form, as one interviewer.
    private func ask(_ form: String, _ lines: [String], by who: String, in workspace: TemporaryWorkspace) throws {
        try "schema = 1\nscript_api = 1\n[interviewer]\nname = \"\(who)\"\n".write(
            to: workspace.url.appendingPathComponent("chiso.toml"), atomically: true, encoding: .utf8)
        let program = try RunningProgram(
            Binary.url, ["interview", form, "--period", "2026-H1", "--plain"], in: workspace.url)
        try program.type(lines.map { $0 + "\n" }.joined())
        let result = try program.finish()
        try #require(result.status == 0, "\(lines): \(result.output.suffix(300))\(result.errors)")
    }

    /// The household of two of the interview tests under another number.
    private func household(_ number: String, changing: [Int: String] = [:]) -> [String] {
        InterviewTests.lines.enumerated().map { place, line in place == 1 ? number : changing[place] ?? line }
    }

    private func report(_ workspace: TemporaryWorkspace, _ arguments: String...) throws -> String {
        let result = try Binary.run(
            [
                "report", "data_quality", "--period", "2026-H1", "--as-of", "2099-01-01", "--workspace",
                workspace.url.path,
            ]
                + arguments)
        try #require(result.status == 0, "\(arguments): \(result.errors)")
        return result.output.replacing("\u{A0}", with: " ")
    }

    /// The cells of the row of a table that begins with a name, below the heading of a part.
    private func row(_ name: String, below heading: String, in report: String) throws -> [Substring] {
        let part = try #require(report.components(separatedBy: heading).last)
        let line = try #require(part.split(separator: "\n").first { $0.hasPrefix(name) })
        return line.dropFirst(name.count).split(separator: " ", omittingEmptySubsequences: true)
    }

    @Test("tells what each interviewer did, what was confirmed, doubled and drawn, and what the second interview found")
    func interviews() throws {
        let workspace = try workspace()
        for (number, who) in [("7", "Lê Thị Ánh"), ("007", "Lê Thị Ánh"), ("9", "Trần Bình")] {
            try ask("household", household(number), by: who, in: workspace)
        }
        try ask("household", ["dt1", "8", ":stop", "2", "bận", ""], by: "Trần Bình", in: workspace)
        // Asked again: one of two members is gone, mobile has become fibre, don't know has become yes.
        try ask("household_reinterview", ["dt1", "9", "1", "1", "2", "1", ""], by: "Phạm Cúc", in: workspace)
        let text = try report(workspace)

        // Done, partly, refused, not met, not eligible, visits, response rate.
        let results = "Kết quả theo điều tra viên"
        #expect(try row("Lê Thị Ánh", below: results, in: text).joined(separator: " ") == "– 2 0 0 0 0 2 100,0 %")
        #expect(try row("Trần Bình", below: results, in: text).joined(separator: " ") == "– 1 0 1 0 0 2 50,0 %")
        #expect(text.contains("hợp tác 75,0 %"))
        #expect(text.contains("Có thể trùng đơn vị (1)") && text.contains("Thôn 1 – Đức Tân, 007"))
        // 7 and 007 are one household.
        #expect(text.unwrapped.contains("quy tắc không có gì phải xem. Lỗi: 2; cảnh báo: "))
        let doubled = try workspace.result(of: [
            "data", "validate", "--rule", "household_number_once", "--format", "csv",
        ])
        #expect(doubled.status == 1 && doubled.output.split(separator: "Lê Thị Ánh").count == 3, "\(doubled.output)")
        #expect(text.contains("Người cùng tên, tháng năm sinh, giới tính trong một thôn (2;"))
        // The speed of 1500 is unusual, and was confirmed in each interview of hers.
        let speed = "Tốc độ theo gói cước hoặc đo được (Mb/s)"
        let confirmed = try row(speed, below: "9. CẢNH BÁO", in: text).joined(separator: " ")
        #expect(confirmed == "Lê Thị Ánh 2 2")
        #expect(try row("Lê Thị Ánh", below: "10. THỜI LƯỢNG", in: text).first == "2")
        #expect(try row("Trần Bình", below: "11. GIỜ LÀM VIỆC", in: text).prefix(3) == ["2", "1", "2"])
        #expect(text.contains("Phúc tra (2 trên 2 phiếu được chọn)"))
        #expect(text.contains("Đã phúc tra 1 đơn vị: 3 trên 4 câu trả lời khác nhau (75,0 %)."))
        #expect(!text.contains("Nguyễn Văn An") && !text.contains("Bé"))
    }

    @Test("over made-up records it says that there are no visits and logs, and gives what records tell")
    func madeUp() throws {
        let workspace = try workspace()
        let maker = TemporaryWorkspace.repository.appendingPathComponent("Examples/demo/make-frame.sh")
        try TemporaryWorkspace.tool("sh", maker.path, workspace.url.path)
        try workspace.run(["simulate", "--seed", "1", "--period", "2026-H1", "household", "-n", "60"])
        let text = try report(workspace).unwrapped
        #expect(text.contains("Không có lượt đến nào trong kỳ") && text.contains("Không có nhật ký phỏng vấn"))
        #expect(text.contains("Không biết, từ chối theo câu hỏi") && text.contains("Trả lời giống hết một loạt câu"))
        #expect(text.contains("hạt giống 20260701"))
        #expect(try report(workspace).unwrapped == text)
        let other = try report(workspace, "--where", "village=dt1")
        #expect(other.contains("Chưa có phiếu nào của kỳ này."))
        let english = try report(workspace, "--language", "en")
        #expect(english.contains("Response rate") && !english.contains("Phiếu"))
    }

    @Test("a filter that the form has no question for is refused by name")
    func wrongFilter() throws {
        let workspace = try workspace()
        try workspace.run(["simulate", "--seed", "1", "--period", "2026-H1", "village"])
        let result = try workspace.result(of: ["report", "data_quality", "--period", "2026-H1", "--where", "sex=male"])
        #expect(result.status == 65 && result.errors.contains("sex") && result.output.isEmpty)
    }
}
