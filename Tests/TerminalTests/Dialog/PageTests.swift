import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Terminal
import TerminalFixtures
import Testing
import WorkspaceFixtures

/// Pages as they stand on a screen, kept as golden captures: `CHISO_RENEW_GOLDEN=1` writes them anew.
@Suite("Pages of an interview")
struct PageTests {
    static let form = """
        form "h" { version = 1, label = { vi = "Phiếu hộ gia đình", en = "Household" },
          integer "members" { label = { vi = "Số người của hộ", en = "Members" }, required = true, min = 1, max = 30,
            hint = { vi = "Kể cả trẻ sơ sinh", en = "Newborns included" },
            warn = function(value) return value < 20 end, warn_message = "Hộ đông bất thường" },
          roster "person" {
            label = { vi = "Thành viên", en = "Member" }, title = function(p) return p.name end,
            count = function(h) return h.members end,
            text "name" { label = { vi = "Họ và tên", en = "Full name" }, required = true },
            select_one "vneid" {
              label = function(p) return { vi = p.name .. " có tài khoản VNeID mức nào?", en = "VNeID of " .. p.name } end,
              choices = { { "none", vi = "Chưa có" }, { "l1", vi = "Mức 1" }, { "l2", vi = "Mức 2" } },
              required = true, special = { "dont_know", "refused" } },
            yes_no "book" { label = { vi = "Ai có Sổ sức khỏe điện tử?", en = "Who has a health book?" }, across = "person" },
          },
          select_multiple "devices" { label = { vi = "Hộ có những thiết bị nào?", en = "Devices" },
            choices = { { "phone", vi = "Điện thoại thông minh" }, { "tv", vi = "Ti vi" }, { "pc", vi = "Máy tính" } } },
        }
        """

    private final class Nothing: InterviewKeeper {
        func keep(_ step: InterviewStep) {}
    }

    static func dialog() throws -> InterviewDialog {
        let workspace = try Fixture(form: form).load(language: .vietnamese)
        let engine = FormEngine(try #require(workspace.form("h")), in: workspace)
        let day = try #require(Day(iso: "2026-06-30"))
        let interview = Interview(engine, state: InterviewState(engine.layout, day: day, language: .vietnamese))
        let session = InterviewSession(interview, keeper: Nothing(), clock: { Date(timeIntervalSince1970: 0) })
        return InterviewDialog(session, now: { (day, 600) })
    }

    /// What a screen of a size shows.
    static func capture(_ dialog: InterviewDialog, keys: [Key] = [], columns: Int, rows: Int) -> String {
        var entry = PageEntry(dialog.page)
        for key in keys { _ = entry.handle(key) }
        let size = TerminalSize(columns: columns, rows: rows)
        var renderer = ScreenRenderer(
            capabilities: Capabilities(environment: ["TERM": "xterm", "LANG": "vi_VN.UTF-8"]))
        var screen = EmulatedScreen(columns: columns, rows: rows)
        screen.write(renderer.render(entry.frame(size: size, glyphs: .unicode), size: size))
        return screen.cells.map { row in
            String(row.map(\.text).joined().reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n") + "\n"
    }

    static func expectGolden(_ text: String, _ name: String) throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["CHISO_RENEW_GOLDEN"] == "1" {
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let known = try String(contentsOf: url, encoding: .utf8)
        #expect(text == known, "\(name)")
    }

    @Test("at 80 by 24 and 40 by 20", arguments: [(80, 24), (40, 20)])
    func pages(columns: Int, rows: Int) throws {
        let dialog = try Self.dialog()
        func capture(_ name: String, _ keys: [Key] = []) throws {
            try Self.expectGolden(
                Self.capture(dialog, keys: keys, columns: columns, rows: rows), "\(name)-\(columns)x\(rows)")
        }
        try capture("number")
        _ = try dialog.enter("40")
        try capture("refused")
        _ = try dialog.enter("2")
        _ = try dialog.enter("Nguyễn Thị Thanh Hương")
        try capture("choice", [.down, .down])
        _ = try dialog.enter("muc 2")
        _ = try dialog.enter("Bé")
        try capture("narrowed", [.character("c"), .character("h")])
        _ = try dialog.enter("/k")
        try capture("across", [.character(" "), .down, .character(" ")])
        _ = try dialog.enter("1")
        try capture("several")
        _ = try dialog.enter("1 3")
        try capture("end")
        _ = try dialog.enter(":m")
        try capture("members")
        _ = try dialog.enter("")
        _ = try dialog.enter(":?")
        try capture("help")
    }

    @Test("no page is wider or higher than its screen, at any size", arguments: [1, 5, 12, 20, 40, 80, 120])
    func sizes(columns: Int) throws {
        for rows in [1, 2, 5, 10, 24] {
            let dialog = try Self.dialog()
            for line in ["99", "2", "Nguyễn Thị Thanh Hương", "x", "3", ":s", "", ":stop", "", ":w", "", "Bé"] {
                _ = try dialog.enter(line)
                let entry = PageEntry(dialog.page)
                let frame = entry.frame(size: TerminalSize(columns: columns, rows: rows), glyphs: .ascii)
                #expect(frame.rows.count <= max(rows, 2) + 2)
            }
        }
    }
}
