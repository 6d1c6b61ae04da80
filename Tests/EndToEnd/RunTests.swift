import Foundation
import Testing

@Suite("Recorded runs, comparisons and closed periods")
struct RunTests {
    private let workspace: SmallWorkspace

    init() throws { workspace = try SmallWorkspace.filled() }

    private func edit(_ old: String, _ new: String) throws {
        let rules = try workspace.text("Rules/indicators/all.lua")
        #expect(rules.contains(old))
        try workspace.write("Rules/indicators/all.lua", rules.replacing(old, with: new))
    }

    /// A correction of a record: one of its members gets an account.
    private func correct() throws {
        try workspace.write(
            "fix.csv",
            "village,household_no,note,members,connection,speed,_round,_date\nv1,1,Gần chợ,2,fibre,90,2026-H1,2026-05-01\n"
        )
        try workspace.write(
            "persons.csv",
            "village,household_no,name,age,account\nv1,1,An,30,yes\nv1,1,Bình,40,yes\n")
        let result = try workspace.run(
            "data", "import", "household", "fix.csv", "--roster", "person=persons.csv", "--update")
        #expect(result.status == 0, "\(result.all)")
    }

    private func record() throws -> String {
        let result = try workspace.run(
            "eval", "--period", "2026-H1", "--as-of", "2026-07-10", "--record", "--format", "json")
        #expect(result.status == 0, "\(result.all)")
        return result.output
    }

    private func id(of run: String) throws -> String {
        try #require(try Figures(run).whole["run"] as? String)
    }

    @Test("a run gives the same bytes once more after its scripts and records have changed")
    func again() throws {
        let first = try record()
        let run = try id(of: first)
        try correct()
        try edit("p.age >= 15 end", "p.age >= 35 end")
        let now = try workspace.run("eval", "--period", "2026-H1", "--as-of", "2026-07-10", "--format", "json")
        #expect(
            try Figures(now.output).whole["indicators"] as? NSArray != Figures(first).whole["indicators"] as? NSArray)
        let again = try workspace.run("eval", "--run", String(run.prefix(8)), "--format", "json")
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output == first)
        let table = try workspace.run("eval", "--run", run)
        #expect(table.status == 0 && !table.output.isEmpty, "\(table.errors)")
        let list = try workspace.run("runs", "--format", "csv").output
        #expect(list.contains(run) && list.contains("2026-H1,2026-07-10"))
        #expect(try workspace.isSound())
    }

    @Test("what cannot be had again is said")
    func wrong() throws {
        #expect(try workspace.run("eval", "--run", "abc").status == 66)
        let run = try id(of: try record())
        #expect(try workspace.run("eval", "--run", run, "--period", "2026-H1").status == 64)
        #expect(try workspace.run("eval", "--run", "").status == 66)
        // A record that was changed behind the program's back: what was recorded stands, and it is told.
        _ = try workspace.sqlite("UPDATE record_version SET content = replace(content, '\"speed\":50', '\"speed\":51')")
        let changed = try workspace.run("eval", "--run", run, "--format", "json")
        #expect(try changed.status == 65 && id(of: changed.output) == run, "\(changed.errors)")
        #expect(try SmallWorkspace().run("runs").errors.contains("--record"))
    }

    @Test("an edit of the scripts is compared over the same records, against a run or a revision")
    func compare() throws {
        #expect(try workspace.run("compare").status == 66)
        _ = try record()
        let same = try workspace.run("compare")
        #expect(same.status == 0 && same.output.isEmpty, "\(same.all)")
        // What records change is no change of the scripts.
        try correct()
        #expect(try workspace.run("compare").status == 0)
        let rules = try workspace.text("Rules/indicators/all.lua")
        try edit("p.age >= 15 end", "p.age >= 35 end")
        let edited = try workspace.run("compare", "--format", "json")
        #expect(edited.status == 1, "\(edited.all)")
        let changes = try #require(
            try JSONSerialization.jsonObject(with: Data(edited.output.utf8)) as? [String: Any])
        #expect(changes["period"] as? String == "2026-H1")
        #expect((changes["changes"] as? [[String: Any]])?.isEmpty == false)
        #expect(try workspace.run("compare", "nothing").status == 64)
        #expect(try workspace.run("compare", "--against", "nowhere").status == 66)

        #expect(
            try workspace.shell(
                "git init -q . && git add Surveys Rules && git -c user.name=A -c user.email=a@b commit -qm a"
            ).status == 0)
        #expect(try workspace.run("compare", "--against", "HEAD").status == 0)
        try edit("p.age >= 35 end", "p.age >= 15 end")
        let revision = try workspace.run("compare", "--against", "HEAD", "--period", "2026-H1")
        #expect(revision.status == 1 && revision.output.contains("→"), "\(revision.all)")
        #expect(try workspace.run("compare", "--against", "--help-me").status == 64)
        // A rule that comes to hold is told as well.
        try workspace.write("Rules/indicators/all.lua", rules)
        try workspace.write(
            "Rules/alerts/a.lua",
            "alert \"few\" { watch = \"accounts\", by = \"village\", period = \"to_date\", "
                + "when = function(now) return now.n < 9 end, message = \"x\" }")
        let alerts = try workspace.run("compare", "--against", "HEAD", "--as-of", "2026-06-30", "--format", "json")
        #expect(alerts.status == 1 && alerts.output.contains("\"rule\": \"few\""), "\(alerts.all)")
        let table = try workspace.run("compare", "--against", "HEAD", "--as-of", "2026-06-30", "--language", "en")
        #expect(table.output.contains("village=v1  not there  holds"), "\(table.all)")
        try workspace.write("Rules/indicators/all.lua", "indicator \"x\" {")
        #expect(try workspace.run("compare", "--against", "HEAD").status == 65)
    }

    @Test("a save is followed by what it changes; one with a fault is told, and the next awaited")
    func watch() throws {
        let program = try RunningProgram(
            Binary.url, ["watch", "--period", "2026-H1", "--language", "en"], in: workspace.folder)
        func wait(_ text: String) throws {
            for _ in 0..<1200 {
                if try program.errorsSoFar().contains(text) || program.outputSoFar().contains(text) { return }
                usleep(50_000)
            }
        }
        try wait("watching")
        try edit("p.age >= 15 end", "p.age >= 35 end")
        try wait("→")
        let rules = try workspace.text("Rules/indicators/all.lua")
        try workspace.write("Rules/indicators/all.lua", rules + "\nindicator {")
        try wait("error")
        try workspace.write("Rules/indicators/all.lua", rules)
        try wait("no figure differs")
        program.signal(SIGINT)
        let result = try program.finish()
        #expect(result.status == 130, "\(result.all)")
        #expect(result.output.contains("→") && result.errors.contains("all.lua"), "\(result.all)")
        #expect(result.errors.contains("no figure differs"), "\(result.all)")
    }

    @Test("a closed period keeps the figures of its report; what is corrected later is an adjusted figure of the next")
    func closing() throws {
        try workspace.write(
            "Rules/reports/r.lua",
            """
            report "r" { label = "R", period = "half_year", body = function(doc, data)
              for _, figure in ipairs(data:indicators {}) do doc:paragraph(figure.label .. ": " .. figure.value) end
              for _, row in ipairs(data:adjusted()) do
                doc:paragraph("adjusted " .. row.id .. " " .. row.period .. " " .. row.old .. " > " .. row.new)
              end
            end }
            """)
        let draft = try workspace.run("report", "r", "--period", "2026-H1")
        #expect(draft.status == 0 && draft.output.contains("DRAFT"), "\(draft.all)")
        #expect(try workspace.run("period", "close", "2199-H1", "--note", "x").status == 64)
        #expect(try workspace.run("period", "close", "2026-H1", "--note", " ").status == 64)
        #expect(try workspace.run("period", "reopen", "2026-H1", "--note", "x").status == 1)
        let closed = try workspace.run("period", "close", "2026-H1", "--note", "BC 45")
        #expect(closed.status == 0, "\(closed.all)")
        #expect(try workspace.run("period", "close", "2026-H1", "--note", "BC 46").status == 1)
        #expect(try workspace.run("eval", "--period", "2026-H1").errors.contains("chiso eval --run"))
        let signed = try workspace.run("report", "r", "--period", "2026-H1").output
        #expect(!signed.contains("DRAFT"))
        try correct()
        try workspace.write("Rules/reports/r.lua", try workspace.text("Rules/reports/r.lua").replacing("R", with: "S"))
        #expect(try workspace.run("report", "r", "--period", "2026-H1").output == signed)
        let next = try workspace.run("report", "r", "--period", "2026-H2")
        #expect(next.output.contains("adjusted") && next.output.contains("2026-H1"), "\(next.all)")
        #expect(try workspace.run("period", "reopen", "2026-H1", "--note", "sửa").status == 0)
        #expect(try workspace.run("report", "r", "--period", "2026-H1").output.contains("DRAFT"))
        let list = try workspace.run("period", "list", "--format", "csv").output
        #expect(list.contains("2026-H1,closed") && list.contains("2026-H1,reopened"))
        #expect(try workspace.isSound())
    }
}
