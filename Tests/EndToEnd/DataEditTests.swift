import Foundation
import TerminalFixtures
import Testing

@Suite("chiso data edit")
struct DataEditTests {
    private let workspace: SmallWorkspace
    /// The household of An and Bình.
    private let id: String

    init() throws {
        workspace = try SmallWorkspace.filled()
        id = try workspace.ids(of: "household")[0]
    }

    private func edit(_ lines: [String], _ options: String..., language: String = "en") throws -> Binary.Result {
        try workspace.typed(lines, ["data", "edit", String(id.prefix(8)), "--language", language] + options)
    }

    private func versions() throws -> String {
        try workspace.sqlite(
            "SELECT v.version, coalesce(v.why, '') FROM record_version v JOIN record r ON r.key = v.record WHERE r.id = '\(id)'"
        )
    }

    @Test("a changed answer makes a new version, with what follows from it, a reason and the log")
    func change() throws {
        let result = try edit(
            [":g person[2].age", "17", "!xem giấy khai sinh", ":e", "", ":b", ":g person[2].age", "16", ":e", "", ""]
                + ["khai nhầm tuổi"])
        #expect(result.status == 0, "\(result.all)")
        #expect(result.errors.contains("version 2"))
        for line in [
            "2 changes:", "Member 2 · Age: 40 → 17", "Member 2 · Age: 40 → 16", "Adults: 2 → 1",
            "a reason for the edit is needed",
        ] {
            #expect(result.output.contains(line), "\(result.output)")
        }
        #expect(try versions() == "1|\n2|khai nhầm tuổi\n")
        #expect(try workspace.isSound())
        let record = try workspace.content(of: "household").first { $0.contains(id) }
        #expect(record?.contains("\"age\": 16") == true && record?.contains("\"adults\": 1") == true)
        #expect(try workspace.run("interview", "--drafts").output.isEmpty)
        #expect(try workspace.sqlite("SELECT count(*) FROM visit") == "0\n")

        let shown = try workspace.run("data", "show", id, "--history")
        for text in [
            "version 1: complete", "Member 2 · Age: 17 → 16", "Adults: 2 → 1", "khai nhầm tuổi",
            "note: xem giấy khai sinh",
        ] {
            #expect(shown.output.contains(text), "\(shown.output)")
        }
        #expect(shown.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("personal answers are in the history only where they are asked for")
    func personal() throws {
        #expect(try edit([":g person[2].name", "Bi\u{300}nh An", ":e", "", "tên đầy đủ"]).status == 0)
        let masked = try workspace.run("data", "show", id, "--history").output
        #expect(masked.contains("Member 2 · Name: ••• → •••") && !masked.contains("Bình"))
        let shown = try workspace.run("data", "show", id, "--history", "--include-personal").output
        #expect(shown.contains("Name: Bình → Bình An"), "\(shown)")
        #expect(try workspace.sqlite("SELECT count(*) FROM setting WHERE key LIKE '%personal_edit%'") == "1\n")
    }

    @Test("a record that is looked through, or set back to what it was, is not written; a note goes to its log")
    func unchanged() throws {
        let sum = try workspace.recordsSum()
        let looked = try edit([":g members", "3", ":g members", "2", ":e", ""])
        #expect(looked.status == 0 && looked.errors.contains("nothing was written"), "\(looked.all)")
        let noted = try edit(["!đã gọi điện", ":e", ""])
        #expect(noted.status == 0 && noted.errors.contains("notes are in its log"), "\(noted.all)")
        #expect(try versions() == "1|\n")
        #expect(try workspace.recordsSum() == sum)
        #expect(try workspace.run("data", "show", id, "--history").output.contains("note: đã gọi điện"))
        // A note that was kept is there again.
        #expect(try edit([":q"]).output.contains("! đã gọi điện"))
        #expect(try workspace.isSound())
    }

    @Test("made-up data stay made up, whoever edits them")
    func origin() throws {
        let demo = try SmallWorkspace()
        #expect(try demo.run("simulate", "household", "-n", "5", "--seed", "1", "--period", "2026-H1").status == 0)
        let result = try demo.typed(
            [":g note", "sửa thử", ":e", "", "thử"], ["data", "edit", try demo.ids(of: "household")[1]])
        #expect(result.status == 0, "\(result.all)")
        #expect(try demo.openStore().origin() == .demo)
        #expect(try demo.sqlite("SELECT count(*) FROM record_version WHERE why = 'thử'") == "1\n")
    }

    @Test("a draft of an edit is listed as one, taken up, refused to a second edit, and given up without a trace")
    func drafts() throws {
        let first = try edit([":g members", "1"])
        #expect(first.status == 0 && first.errors.contains("--resume"))
        let list = try workspace.run("interview", "--drafts").output
        #expect(list.contains("edit_of") && list.contains(id.prefix(12)) && list.contains("v1 1"), "\(list)")
        let draft = String(list.split(separator: "\n")[1].prefix(6))
        let second = try edit([])
        #expect(second.status == 75 && second.errors.contains(draft), "\(second.all)")
        let discarded = try workspace.typed(["DISCARD"], ["interview", "--discard", draft, "--language", "en"])
        #expect(discarded.status == 0, "\(discarded.all)")
        #expect(try versions() == "1|\n")
        #expect(try edit([":g members", "1", ":q"]).status == 0)
        // Bình is one too many now, and goes only by an explicit act.
        let resumed = try workspace.typed(
            [":g members", "2", ":g note", "nhà mới", ":e", "", "thêm ghi chú"],
            ["interview", "--resume", "last", "--language", "en"])
        #expect(resumed.status == 0 && resumed.output.contains("Note: Gần chợ → nhà mới"), "\(resumed.all)")
        #expect(try versions() == "1|\n2|thêm ghi chú\n")
    }

    @Test("a record changed meanwhile is not overwritten: it is told, and the draft stays")
    func conflict() throws {
        #expect(try edit([":g note", "của tôi", ":q"]).status == 0)
        #expect(try workspace.run("data", "review", id, "--return", "--note", "xem lại").status == 0)
        let sum = try workspace.recordsSum()
        let late = try workspace.typed([":e", "", "vì"], ["interview", "--resume", "last", "--language", "en"])
        #expect(late.status == 65 && late.errors.contains("version 2"), "\(late.all)")
        #expect(late.output.contains("Note: Gần chợ → của tôi"))
        #expect(try workspace.recordsSum() == sum)
        #expect(try workspace.run("interview", "--drafts").output.contains(id.prefix(12)))
    }

    @Test("killed after the record was written and before the draft went, an edit is kept once")
    func killedAtTheEnd() throws {
        #expect(try edit([":g note", "một lần", ":q"]).status == 0)
        #expect(try workspace.shell("cp -r .chiso before").status == 0)
        let resume = ["interview", "--resume", "last", "--language", "en"]
        #expect(try workspace.typed([":e", "", "vì"], resume).status == 0)
        #expect(try workspace.shell("cp before/drafts.sqlite* .chiso/").status == 0)
        let last = try workspace.typed([":e", "", "vì"], resume)
        #expect(last.status == 66 && last.errors.contains("in the store already"), "\(last.all)")
        #expect(try workspace.shell("cp before/drafts.sqlite* .chiso/").status == 0)
        let again = try workspace.typed([":e", "", ":q"], ["data", "edit", id, "--language", "en"])
        #expect(again.status == 0 && again.errors.contains("in the store already"), "\(again.all)")
        #expect(try versions() == "1|\n2|vì\n")
        #expect(try workspace.run("interview", "--drafts").output.isEmpty)
    }

    @Test("the key stays, an approved record is closed, a returned one is complete again")
    func statuses() throws {
        let moved = try edit([":g household_no", "3", ":e", "", ":q"])
        #expect(moved.output.contains("key of a record cannot change"), "\(moved.output)")
        #expect(try workspace.typed(["BỎ"], ["interview", "--discard", "zzzzzz"]).status == 66)
        let draft = String(try workspace.run("interview", "--drafts").output.split(separator: "\n")[1].prefix(6))
        #expect(try workspace.typed(["DISCARD"], ["interview", "--discard", draft, "--language", "en"]).status == 0)

        #expect(try workspace.run("data", "review", id, "--approve").status == 0)
        let closed = try edit([])
        #expect(closed.status == 65 && closed.errors.contains("--return"), "\(closed.all)")
        #expect(try workspace.run("data", "review", id, "--return", "--note", "thiếu Bình").status == 0)
        let mended = try edit([":e", "", "đã xem"], "--plain")
        #expect(mended.output.contains("returned by") && mended.output.contains("thiếu Bình"), "\(mended.all)")
        #expect(mended.output.contains("status: returned → complete"))
        #expect(try versions().split(separator: "\n").count == 4)
        #expect(try workspace.isSound())
    }

    @Test("what cannot be opened is said, and leaves nothing")
    func wrong() throws {
        #expect(try workspace.run("data", "edit", "zzz").status == 66)
        #expect(try workspace.run("data", "edit", "").status == 64)
        #expect(try workspace.run("data", "edit", id, "--reason", " ").status == 64)
        #expect(try SmallWorkspace().run("data", "edit", id).status == 66)
        // A form whose shape changed under its version, and one that has a fault.
        let form = try workspace.text("Surveys/household.lua")
        try workspace.write("Surveys/household.lua", form.replacing("text \"note\"", with: "integer \"note\""))
        let changed = try workspace.run("data", "edit", id)
        #expect(changed.status == 65 && changed.errors.contains("household.lua"), "\(changed.all)")
        try workspace.write("Surveys/household.lua", "form \"household\" {")
        #expect(try workspace.run("data", "edit", id).status == 65)
        #expect(try workspace.run("interview", "--drafts").output.isEmpty)
    }

    @Test(
        "under a new version of the form, its new questions are asked, and what it no longer asks stays in the history")
    func newVersion() throws {
        let form = try workspace.text("Surveys/household.lua").replacing("version = 1", with: "version = 2")
            .replacing("text \"note\"", with: "text \"phone\" { label = \"Phone\", required = true }, text \"remark\"")
        try workspace.write("Surveys/household.lua", form)
        // What is new is open, also where it need not be answered.
        let result = try edit([":e", "0905", "không", ":e", "", "hỏi thêm"])
        #expect(result.status == 0, "\(result.all)")
        #expect(result.errors.contains("new questions: phone, remark"), "\(result.errors)")
        #expect(result.errors.contains("version 1 of the form") && result.output.contains("Phone: not answered → 0905"))
        #expect(try versions() == "1|\n2|hỏi thêm\n")
        #expect(
            try workspace.sqlite("SELECT content LIKE '%Gần chợ%' FROM record_version ORDER BY version LIMIT 1")
                == "1\n")
        #expect(try workspace.isSound())
    }

    @Test("in a terminal it is the interview's own screen; the changes and the reason come after it, in Vietnamese")
    func terminal() throws {
        let terminal = try PseudoTerminal()
        let child = try terminal.start(
            "/bin/sh", ["-c", "cd '\(workspace.folder.path)' && exec '\(Binary.url.path)' data edit \(id)"],
            environment: ["TERM": "xterm-256color", "LANG": "vi_VN.UTF-8", "PATH": "/usr/bin:/bin"])
        terminal.answer([
            ("Thôn Một", ":g person[1].age"), ("30", "31"), ("Có tài khoản", ":e"), ("Hết phiếu", ""),
            ("lý do sửa", "nhầm một tuổi"), ("bản 2", nil),
        ])
        #expect(terminal.waitForEnd(of: child) == 0, "\(terminal.read().suffix(400))")
        #expect(try versions() == "1|\n2|nhầm một tuổi\n")
    }
}

extension SmallWorkspace {
    /// The ids of a form's records, in the order they came.
    func ids(of form: String) throws -> [String] {
        try run("data", "list", form, "--format", "csv").output.split(separator: "\n").dropFirst().map {
            String($0.prefix(32))
        }
    }

    /// Runs a command with lines on its standard input.
    func typed(_ lines: [String], _ arguments: [String]) throws -> Binary.Result {
        let program = try RunningProgram(Binary.url, arguments, in: folder)
        try program.type(lines.map { $0 + "\n" }.joined())
        return try program.finish()
    }
}

extension PseudoTerminal {
    /// Types each line once what is waited for has been written since the line before.
    func answer(_ talk: [(shown: String, line: String?)]) {
        var seen = 0
        for (shown, line) in talk {
            var waited = 0
            while waited < 2000, !String(decoding: written[seen...], as: UTF8.self).contains(shown) {
                usleep(30_000)
                read()
                waited += 1
            }
            #expect(waited < 2000, "\(shown): \(read().suffix(400))")
            seen = written.count
            if let line { type(line + "\r") }
        }
    }

    /// The status that a program ends with; `nil` where it does not end.
    func waitForEnd(of child: pid_t) -> Int32? {
        var status: Int32 = 0
        for _ in 0..<2000 {
            read()
            if waitpid(child, &status, WNOHANG) != 0 { return (status >> 8) & 0xFF }
            usleep(30_000)
        }
        return nil
    }
}
