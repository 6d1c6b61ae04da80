import Foundation
import Testing

/// The formats of a report, and the sheets, as somebody at the command line gets them.
@Suite("chiso report --format, the sheets")
struct ReportFormatTests {
    private static func made() throws -> TemporaryWorkspace {
        let workspace = try TemporaryWorkspace(of: ".", copying: ["Surveys", "Rules", "chiso.toml"])
        // A frame of one household: these reports are about villages and tasks.
        try "village,household_no,poverty\nmd1,1,none\n".write(
            to: workspace.url.appendingPathComponent("Surveys/choices/households.csv"), atomically: true,
            encoding: .utf8)
        for simulation in [["2025-H2", "village"], ["2026-H1", "village"], ["2026-H1", "action"]] {
            try workspace.run(["simulate", "--seed", "20260101", "--period"] + simulation)
        }
        return workspace
    }

    private func report(_ workspace: TemporaryWorkspace, _ arguments: [String], status: Int32 = 0) throws
        -> Binary.Result
    {
        let result = try Binary.run(
            ["report", "--workspace", workspace.url.path, "--period", "2026-H1", "--as-of", "2026-12-31"] + arguments)
        try #require(result.status == status, "\(arguments): \(result.errors)")
        return result
    }

    @Test("The format is that of --format, else that of the file's name, else text")
    func formats() throws {
        let workspace = try ReportFormatTests.made()
        let html = try report(workspace, ["six_month", "--format", "html"]).output
        #expect(html.hasPrefix("<!DOCTYPE html>\n") && html.hasSuffix("</html>\n"))
        #expect(try report(workspace, ["six_month", "--format", "markdown"]).output.contains("\n# BÁO CÁO\n"))
        for (file, format, start) in [
            ("a.html", nil, "<!DOCTYPE html>"), ("a.HTM", nil, "<!DOCTYPE html>"), ("a.md", nil, "|   **ỦY BAN"),
            ("a.txt", nil, "         ỦY BAN"), ("a", nil, "         ỦY BAN"), ("b.html", "text", "         ỦY BAN"),
        ] {
            let path = workspace.url.appendingPathComponent(file)
            let asked = format.map { ["--format", $0] } ?? []
            let result = try report(workspace, ["six_month", "-o", path.path] + asked)
            #expect(result.output.isEmpty)
            let written = try String(contentsOf: path, encoding: .utf8)
            #expect(written.hasPrefix(start), "\(file): \(written.prefix(60))")
        }
        let wrong = try report(workspace, ["six_month", "--format", "pdf"], status: 64)
        #expect(wrong.output.isEmpty && wrong.errors.contains("pdf"))
    }

    @Test("A trend and a change reach back to the period before")
    func trend() throws {
        let text = try report(ReportFormatTests.made(), ["six_month"]).output
        #expect(text.contains("Diễn biến qua các kỳ"))
        #expect(text.contains("Các kỳ: 6 tháng cuối năm 2025 – 6 tháng đầu năm 2026"))
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("II.3.4.9 ") && $0.contains("%") })
        #expect(row.contains(#/[+-]?\d+,\d  /#))
    }

    @Test("A village's sheet is made of a village, and says which there are")
    func village() throws {
        let workspace = try ReportFormatTests.made()
        let none = try report(workspace, ["village_sheet"], status: 64)
        #expect(none.output.isEmpty)
        #expect(none.errors.contains("--where village=") && none.errors.contains("md1, md2"))
        let unknown = try report(workspace, ["village_sheet", "--where", "village=md99"], status: 64)
        #expect(unknown.errors.contains("md99"))
        let sheet = try report(workspace, ["village_sheet", "--where", "village=md1"]).output
        #expect(sheet.contains("Tổ dân phố 1 – Mộ Đức, 6 tháng đầu năm 2026"))
        #expect(sheet.contains("II.3.4.9"))
    }

    @Test("A body's sheet is found by its name however it is typed; an unknown one is told of with those there are")
    func owner() throws {
        let workspace = try ReportFormatTests.made()
        for name in ["Phòng Văn hóa – Xã hội", "phong van hoa – xa hoi", "Culture and Society Division"] {
            let sheet = try report(workspace, ["owner_sheet", "--where", "owner=\(name)"]).output
            #expect(sheet.contains("PHÒNG VĂN HÓA – XÃ HỘI") && !sheet.contains("CÔNG AN XÃ"))
            #expect(sheet.contains("II.3.4.9") && sheet.contains("III.2.1"))
        }
        // One that has tasks only.
        let party = try report(workspace, ["owner_sheet", "--where", "owner=Ban Xây dựng Đảng"]).output
        #expect(party.contains("III.1.1"))
        let wrong = try report(workspace, ["owner_sheet", "--where", "owner=Cong an x"], status: 64)
        #expect(wrong.errors.contains("Công an xã") && wrong.output.isEmpty)
        let all = try report(workspace, ["owner_sheet"]).output
        #expect(all.contains("CÔNG AN XÃ") && all.contains("PHÒNG KINH TẾ"))
    }

    @Test("The annual report is of a year, with its own comments")
    func annual() throws {
        let workspace = try ReportFormatTests.made()
        let rows = "topic,period,content\nfunds,2026,Cả năm đã chi đủ.\nfunds,2026-H1,Nửa năm.\n"
        let file = workspace.url.appendingPathComponent("comments.csv")
        try rows.write(to: file, atomically: true, encoding: .utf8)
        try workspace.run(["data", "import", "comment", file.path, "--date", "2026-12-30"])
        let result = try Binary.run([
            "report", "annual", "--workspace", workspace.url.path, "--period", "2026", "--as-of", "2027-01-05",
        ])
        try #require(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("Cả năm đã chi đủ.") && !result.output.contains("Nửa năm."))
        #expect(result.output.unwrapped.contains("Số liệu từ ngày 01/01/2026 đến ngày 31/12/2026"))
        #expect(try report(workspace, ["annual"], status: 64).errors.contains("2026-H1"))
    }
}
