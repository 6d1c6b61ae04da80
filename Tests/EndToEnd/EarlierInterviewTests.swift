import Foundation
import TerminalFixtures
import Testing

@Suite("A unit that was met before")
struct EarlierInterviewTests {
    /// What is typed for a household of one, after its key.
    private static let rest = ["", "1", "none", "An", "40", "yes", ""]
    private static let key = ["--key", "village=v1", "--key", "household_no=1"]

    private func interview(_ workspace: SmallWorkspace, _ arguments: [String], _ lines: [String]) throws
        -> Binary.Result
    {
        let program = try RunningProgram(
            Binary.url, ["interview", "household", "--language", "en", "--plain"] + arguments, in: workspace.folder)
        try? program.type(lines.map { $0 + "\n" }.joined())
        return try program.finish()
    }

    private func drafts(_ workspace: SmallWorkspace) throws -> Int {
        try workspace.run("interview", "--drafts").output.split(separator: "\n").dropFirst().count
    }

    @Test("a draft of the same unit is shown before the first question, with how to go on; no second draft is made")
    func draft() throws {
        let workspace = try SmallWorkspace()
        #expect(try interview(workspace, Self.key, ["", ":q"]).status == 0)
        let again = try interview(workspace, Self.key, Self.rest)
        #expect(again.status == 65 && again.output.isEmpty, "\(again.all)")
        #expect(again.errors.contains("--resume") && again.errors.contains("at: Members"))
        #expect(try drafts(workspace) == 1)
        // Another unit, and the same one of another round, are free.
        #expect(try interview(workspace, ["--key", "village=v1", "--key", "household_no=2"], [":q"]).status == 0)
        #expect(try interview(workspace, Self.key + ["--period", "2020-H1"], [":q"]).status == 0)
        #expect(try drafts(workspace) == 3)
    }

    @Test("without --key, the last answer of the key is refused, and another one is taken")
    func typed() throws {
        let workspace = try SmallWorkspace()
        #expect(try interview(workspace, Self.key, [":q"]).status == 0)
        let result = try interview(workspace, [], ["v1", "1", "1", "2", ":q"])
        #expect(result.status == 0)
        #expect(result.output.components(separatedBy: "has draft").count == 3, "\(result.output)")
        #expect(try workspace.run("interview", "--drafts").output.contains("v1 2"))
        // Going back to the village and making it that unit's is refused as well.
        let changed = try interview(workspace, [], ["v2", "1", ":g village", "v1", ":q"])
        #expect(changed.output.contains("has draft"), "\(changed.output)")
        #expect(try workspace.run("interview", "--drafts").output.contains("v2 1"))
    }

    @Test("killed after its record was stored and before its draft went, an interview is done: the draft goes")
    func killedAtTheEnd() throws {
        let workspace = try SmallWorkspace()
        #expect(try interview(workspace, Self.key, Self.rest.dropLast() + [":q"]).status == 0)
        #expect(try workspace.shell("cp -r .chiso before").status == 0)
        #expect(try interview(workspace, ["--resume", "last"], [""]).errors.contains("is saved"))
        #expect(try workspace.shell("cp before/drafts.sqlite* .chiso/").status == 0)
        let again = try interview(workspace, Self.key, [])
        #expect(again.errors.contains("in the store already") && again.errors.contains("completed"), "\(again.all)")
        #expect(try drafts(workspace) == 0)
        #expect(try workspace.sqlite("SELECT count(*) FROM record_version") == "1\n")
    }

    @Test("who refuses at any question leaves nothing but which unit it is, and why")
    func refusal() throws {
        let workspace = try SmallWorkspace()
        let lines = ["", "1", "none", "An", "!GHICHU", "40", ":stop", "refused", "không muốn", ""]
        #expect(try interview(workspace, Self.key, lines).status == 0)
        #expect(try workspace.sqlite("SELECT count(*) FROM personal_value") == "0\n")
        #expect(try workspace.sqlite("SELECT count(*) FROM audit_value") == "0\n")
        #expect(
            try workspace.sqlite(
                "SELECT household_no || coalesce(members, '-') || _result || (SELECT reason FROM visit) FROM data_household"
            )
                == "1-refusedkhông muốn\n")
        #expect(try workspace.sqlite("SELECT count(*) FROM data_household__person") == "0\n")
        let files = try workspace.shell("cat .chiso/store.sqlite* .chiso/drafts.sqlite* | grep -a -c -e GHICHU -e An")
        #expect(files.status == 1, "\(files.all)")
    }

    @Test("a number that the list of units does not have, a visit too many and a round to come are said")
    func door() throws {
        let workspace = try SmallWorkspace()
        let form = try workspace.text("Surveys/household.lua")
        try workspace.write(
            "Surveys/household.lua",
            form.replacing("version = 1,", with: "version = 1, visits_max = 2,"))
        let strange = try interview(workspace, ["--key", "village=v1", "--key", "household_no=003"], [":q"])
        #expect(strange.output.contains("is not on the list households (is it v1 3?)"), "\(strange.all)")
        let key = ["--key", "village=v1", "--key", "household_no=3"]
        for visit in 0..<3 {
            let result = try interview(workspace, key, [":stop", "nobody_home", "", ""])
            #expect(!result.output.contains("not on the list"), "\(result.all)")
            #expect(result.output.contains("no more are needed") == (visit == 2), "\(result.all)")
        }
        let early = try interview(workspace, key + ["--period", "2199-H1"], [":q"])
        #expect(early.status == 64 && early.errors.contains("has not begun"), "\(early.all)")
    }

    @Test("a completed record of the round is not interviewed anew, by --key or by typing")
    func completed() throws {
        let workspace = try SmallWorkspace()
        let first = try interview(workspace, Self.key, Self.rest)
        #expect(first.status == 0 && first.errors.contains("is saved"), "\(first.all)")
        let again = try interview(workspace, Self.key, Self.rest)
        #expect(again.status == 65 && again.errors.contains("completed record"), "\(again.all)")
        #expect(try drafts(workspace) == 0)
        let typed = try interview(workspace, [], ["v1", "1", ":q"])
        #expect(typed.output.contains("completed record"), "\(typed.output)")
        #expect(try workspace.recordCount() == 1)
    }

    @Test("a visit that met nobody is told, and the next one goes to the same record as another visit")
    func visit() throws {
        let workspace = try SmallWorkspace()
        #expect(try interview(workspace, Self.key, [":stop", "nobody_home", "gate locked", ""]).status == 0)
        let second = try interview(workspace, Self.key, Self.rest)
        #expect(second.status == 0 && second.output.contains("nobody at home – gate locked"), "\(second.all)")
        #expect(second.output.contains("visit 2"))
        #expect(try workspace.recordCount() == 1)
        #expect(
            try workspace.sqlite("SELECT number, result FROM visit ORDER BY number") == "1|nobody_home\n2|completed\n")
    }

    @Test("an interview that was saved unfinished is told with its answers, and where to go on with them")
    func unfinished() throws {
        let workspace = try SmallWorkspace()
        let saved = try interview(workspace, Self.key, ["gần chợ", "1", ":g connection", ":n", ":n", ":n", ":n", ":i"])
        #expect(saved.status == 0 && saved.errors.contains("is saved"), "\(saved.all)")
        let again = try interview(workspace, Self.key, [":q"])
        #expect(again.output.contains("saved as incomplete"), "\(again.all)")
        #expect(again.output.contains("2 answers") && again.output.contains("chiso data edit"), "\(again.all)")
    }

    @Test("drafts are listed for programs too, also where there are none")
    func listed() throws {
        let workspace = try SmallWorkspace()
        #expect(try workspace.run("interview", "--drafts", "--format", "json").output == "[]\n")
        #expect(try interview(workspace, Self.key, [":q"]).status == 0)
        let json = try workspace.run("interview", "--drafts", "--format", "json").output
        let drafts = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
        #expect(drafts?.count == 1 && drafts?.first?["answers"] as? Int == 2)
    }

    @Test("a draft that goes on says when its unit was completed meanwhile, and loses nothing")
    func meanwhile() throws {
        let workspace = try SmallWorkspace()
        #expect(try interview(workspace, Self.key, ["", ":q"]).status == 0)
        // A record that comes from a file meanwhile.
        let round = try Binary.shell("sqlite3 .chiso/drafts.sqlite 'SELECT round FROM draft'", in: workspace.folder)
            .output.trimmingCharacters(in: .whitespacesAndNewlines)
        try workspace.write(
            "h.csv", "village,household_no,note,members,connection,speed,_round\nv1,1,,1,none,,\(round)\n")
        try workspace.write("p.csv", "village,household_no,name,age,account\nv1,1,An,40,no\n")
        let imported = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        #expect(imported.status == 0, "\(imported.errors)")
        let program = try RunningProgram(
            Binary.url, ["interview", "--resume", "last", "--plain", "--language", "en"], in: workspace.folder)
        try program.type(":q\n")
        let resumed = try program.finish()
        #expect(resumed.status == 0 && resumed.output.contains("completed record"), "\(resumed.all)")
        #expect(try drafts(workspace) == 1)
    }

    @Test("a store that cannot be read stops nobody: it is said, and the draft is kept")
    func damagedStore() throws {
        let workspace = try SmallWorkspace()
        try workspace.write(SmallWorkspace.store, String(repeating: "không phải kho ", count: 100))
        let result = try interview(workspace, Self.key, ["", ":q"])
        #expect(result.status == 0 && result.output.contains("cannot be seen"), "\(result.all)")
        #expect(try drafts(workspace) == 1)
    }

    @Test("a key that cannot be is refused as it was given, and makes no draft")
    func wrongKeys() throws {
        let workspace = try SmallWorkspace()
        for (key, said) in [("village=v9", "v9"), ("household_no=abc", "abc"), ("villag=v1", "village")] {
            let result = try interview(workspace, ["--key", key], [])
            #expect(result.status == 64 && result.errors.contains(said), "\(result.all)")
        }
        #expect(try drafts(workspace) == 0)
    }

    @Test("in full screen the same is said above the question")
    func fullScreen() throws {
        let workspace = try SmallWorkspace()
        #expect(try interview(workspace, Self.key, [":q"]).status == 0)
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        let child = try terminal.start(
            "/bin/sh",
            [
                "-c",
                "cd '\(workspace.folder.path)' && exec '\(Binary.url.path)' interview household --language en",
            ], environment: ["TERM": "xterm-256color", "LANG": "vi_VN.UTF-8", "PATH": "/usr/bin:/bin"])
        func wait(for text: String) {
            var waited = 0
            while !terminal.read().contains(text), waited < 1200 {
                usleep(50_000)
                waited += 1
            }
        }
        wait(for: "Village")
        terminal.type("v1\r")
        wait(for: "Number")
        terminal.type("1\r")
        wait(for: "has draft")
        #expect(terminal.read().contains("has draft"))
        terminal.type("\u{11}")
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            terminal.read()
            usleep(20_000)
        }
        #expect(status == 0)
    }
}
