import Foundation
import Testing

@Suite("chiso.toml, the workspace and chiso doctor")
struct SettingsTests {
    @Test(
        "a fault in chiso.toml ends with 78 and names the line and the key",
        arguments: [
            ("schema = 2\n", "chiso.toml:1", "'schema'"),
            ("\n[store]\npth = \"x\"\n", "chiso.toml:3", "did you mean 'path'?"),
            ("[store]\npath = 3\n", "chiso.toml:2", "'store.path'"), ("[store\n", "chiso.toml:1", "TOML"),
            ("[locale]\nlanguage = \"fr\"\n", "chiso.toml:2", "vi, en"),
            ("[locale]\ntime_zone = \"Mars\"\n", "'Mars'", "Asia/Ho_Chi_Minh"),
            ("[limits]\nmemory_mb = \"x\"\n", "chiso.toml:2", "'limits.memory_mb'"),
            ("[periods]\ncut_off_day = 31\n", "chiso.toml:2", "1–28"),
            ("[store]\nurl = \"postgresql://x\"\n", "chiso.toml:2", "store.path"),
        ])
    func configuration(text: String, place: String, remedy: String) throws {
        let workspace = try SmallWorkspace()
        try workspace.write("chiso.toml", text)
        for command in ["eval", "check", "doctor"] {
            let result = try workspace.run(command)
            #expect(result.status == 78)
            #expect(result.errors.contains(place) && result.errors.contains(remedy), "\(result.errors)")
        }
    }

    @Test("an empty chiso.toml is valid, a store elsewhere is used")
    func defaults() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("chiso.toml", "")
        #expect(try workspace.run("check").status == 0)
        try workspace.write("chiso.toml", "[store]\npath = \"kho số liệu/s.sqlite\"\n")
        _ = try workspace.run("simulate", "slip", "-n", "1", "--seed", "1")
        #expect(workspace.exists("kho số liệu/s.sqlite") && !workspace.exists(".chiso"))
    }

    @Test("the workspace is the nearest upward, or the one named")
    func nearest() throws {
        let workspace = try SmallWorkspace.filled()
        let inner = workspace.url("Surveys/choices")
        #expect(try Binary.run(["data", "list", "--format", "csv"], in: inner).output.contains("household,2026-H1"))
        let named = try Binary.run(
            ["data", "list", "--format", "csv", "--workspace", workspace.folder.path],
            in: FileManager.default.temporaryDirectory)
        #expect(named.output.contains("household,2026-H1"))
        let missing = try workspace.run("eval", "--workspace", "nix")
        #expect(missing.status == 66 && missing.errors.contains("nix"))
    }

    @Test("a folder that was removed is one message, and not the end of all patience")
    func removedFolder() throws {
        let workspace = try SmallWorkspace()
        for command in ["eval", "eval --workspace .", "doctor", "check"] {
            let result = try workspace.shell(
                "mkdir gone; cd gone; rmdir ../gone; exec timeout 20 \"$CHISO\" \(command) --language en")
            #expect(result.status == 66, "\(command)")
            #expect(result.errors == "chiso: the current folder is no longer there; change (cd) to another one\n")
        }
    }

    @Test(
        "what is no plain file is refused by its name, and read by nobody",
        arguments: ["mkfifo $F", "ln -s /dev/zero $F", "ln -s nowhere $F", "mkdir $F"])
    func oddFiles(make: String) throws {
        let workspace = try SmallWorkspace()
        let files = [
            ("Surveys/choices/villages.csv", "Surveys/choices/villages.csv:1"),
            ("Rules/reports/z.lua", "Rules/reports/z.lua"), ("Rules/lib/z.lua", "Rules/lib/z.lua"),
            ("Surveys/z.lua", "Surveys/z.lua"),
        ]
        for (file, told) in files {
            let before = try? workspace.text(file)
            _ = try workspace.shell("rm -f \(file); mkdir -p $(dirname \(file)); F=\(file); \(make)")
            let check = try workspace.shell("exec timeout 20 \"$CHISO\" check --language vi")
            #expect(check.status == 1, "\(check.errors)")
            #expect(check.errors.contains("\(told):") && check.errors.contains("không đọc được"), "\(check.errors)")
            #expect(check.errors.components(separatedBy: "lỗi:").count == 2, "\(check.errors)")
            let needed = file.hasPrefix("Surveys")
            #expect(try workspace.run("eval", "--quiet").status == (needed ? 65 : 0))
            _ = try workspace.shell("rm -rf \(file)")
            if let before { try workspace.write(file, before) }
        }
        _ = try workspace.shell("rm -f chiso.toml; F=chiso.toml; \(make)")
        #expect(try workspace.shell("exec timeout 20 \"$CHISO\" check").status == 78)
    }

    @Test("the doctor tells what is there and what to do about what is not")
    func doctor() throws {
        let workspace = try SmallWorkspace()
        let empty = try workspace.run("doctor")
        #expect(empty.status == 0)
        for text in ["✓ workspace", "2 forms, 3 indicators", "! there is no store yet", "→"] {
            #expect(empty.output.contains(text))
        }
        _ = try workspace.run("simulate", "slip", "-n", "2", "--seed", "1")
        #expect(try workspace.run("doctor").output.contains("demo data only"))
        try workspace.write("Rules/indicators/bad.lua", "indicator {}\n")
        let bad = try workspace.run("doctor", "--language", "vi")
        #expect(bad.status == 1 && bad.output.contains("✗") && bad.output.contains("→ chiso check"))
    }
}

@Suite("What reaches a terminal")
struct TerminalTests {
    /// Runs a command on a pseudo-terminal.
    private func onTerminal(
        _ command: String, in workspace: SmallWorkspace, environment: [String: String] = [:]
    ) throws -> String {
        let terminal = ["NO_COLOR": "", "TERM": "xterm-256color", "COMMAND": "\"$CHISO\" \(command) --language en"]
        return try workspace.shell(
            "exec script -qec \"$COMMAND\" /dev/null", environment: terminal.merging(environment) { $1 }
        ).output
    }

    @Test("colours are for a terminal that wants them")
    func colours() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("Rules/indicators/bad.lua", "indicator \"x\" { labell = 1 }\n")
        #expect(!(try workspace.run("check").all.contains("\u{1B}")))
        #expect(try workspace.run("check", "--color", "always").errors.contains("\u{1B}[1;31m"))
        #expect(try onTerminal("check", in: workspace).contains("\u{1B}[1;31m"))
        #expect(!(try onTerminal("check", in: workspace, environment: ["NO_COLOR": "1"]).contains("\u{1B}")))
        #expect(!(try onTerminal("check --color never", in: workspace).contains("\u{1B}")))
    }

    @Test("control characters in data are never sent to a terminal, and never lost in a pipe")
    func controls() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "rating,comment,_date\n5,\"đỏ\u{1B}[31m\u{1B}]0;tên\u{07}\u{9B}1m\",2026-03-01\n")
        #expect(try workspace.run("data", "import", "slip", "s.csv").status == 0)
        let id = try #require(
            try workspace.run("data", "list", "slip", "--format", "csv").output.split(separator: "\n").last?.prefix(32))
        for command in ["data show \(id)", "data export slip -", "data export slip /dev/stdout"] {
            let shown = try onTerminal(command, in: workspace)
            #expect(shown.contains("đỏ"))
            if command.contains("show") { #expect(!shown.contains("\u{1B}") && !shown.contains("\u{07}")) }
        }
        #expect(try workspace.run("data", "export", "slip", "o.csv").status == 0)
        #expect(try workspace.text("o.csv").contains("\u{1B}[31m"))
        // Errors quote what stood in the file.
        try workspace.write("s.csv", "rating,comment,_date\n\u{1B}[2J9,ok,2026-03-01\n")
        let refused = try workspace.run("data", "import", "slip", "s.csv")
        #expect(refused.status == 65 && !refused.errors.contains("\u{1B}"))
        try workspace.write("\u{1B}[2J.csv", "x\n")
        #expect(!(try workspace.run("data", "import", "slip", "\u{1B}[2J.csv").errors.contains("\u{1B}")))
    }

    @Test("Vietnamese is written whatever the locale")
    func locale() throws {
        let workspace = try SmallWorkspace.filled()
        let result = try workspace.run(
            "eval", "accounts", "--language", "vi", environment: ["LANG": "C", "LC_ALL": "C"])
        #expect(result.status == 0 && result.output.contains("Mục tiêu"))
    }

    @Test("--quiet says nothing but what went wrong")
    func quiet() throws {
        let workspace = try SmallWorkspace()
        #expect(try workspace.run("simulate", "slip", "-n", "1", "--seed", "1", "--quiet").all.isEmpty)
        #expect(try workspace.run("eval", "nix", "--quiet").errors.hasPrefix("chiso: "))
    }

    @Test("every command explains itself")
    func help() throws {
        let commands = [
            ["check"], ["data", "import"], ["data", "export"], ["data", "list"], ["data", "show"], ["simulate"],
            ["eval"], ["report"], ["db", "check"], ["db", "backup"], ["db", "restore"], ["doctor"],
        ]
        for command in commands {
            let result = try Binary.run(command + ["--help"])
            #expect(result.status == 0 && result.output.contains("USAGE: chiso \(command.joined(separator: " "))"))
        }
    }
}
