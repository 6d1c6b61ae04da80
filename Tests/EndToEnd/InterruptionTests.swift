import Foundation
import Testing

@Suite("An interrupted command leaves the store as it was")
struct InterruptionTests {
    /// Commands that take long enough to be met halfway.
    private static let long = [
        ["data", "import", "slip", "many.csv"], ["simulate", "slip", "-n", "200000", "--seed", "1", "--force"],
    ]

    /// A workspace with three records and a file of many more.
    private static func workspace() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace.filled()
        let row = "5,\(String(repeating: "góp ý ", count: 10)),2026-03-01\n"
        try workspace.write("many.csv", "rating,comment,_date\n" + String(repeating: row, count: 40_000))
        return workspace
    }

    /// Starts a command and waits until it has the write lock, so that it is in the middle of its transaction.
    private static func started(_ command: [String], in workspace: SmallWorkspace) throws -> RunningProgram {
        let program = try RunningProgram(Binary.url, command + ["--language", "en"], in: workspace.folder)
        while program.isRunning {
            let probe = try workspace.shell(
                "exec sqlite3 .chiso/store.sqlite 'BEGIN IMMEDIATE; ROLLBACK' 2>&1")
            if probe.status != 0 { break }
            usleep(5_000)
        }
        return program
    }

    @Test("Ctrl-C ends with 130 and says so", arguments: long)
    func interrupted(command: [String]) throws {
        let workspace = try InterruptionTests.workspace()
        let before = try workspace.recordsSum()
        let program = try InterruptionTests.started(command, in: workspace)
        program.signal(SIGINT)
        let result = try program.finish()
        #expect(result.status == 130)
        #expect(result.errors.contains("interrupted"))
        #expect(try workspace.recordsSum() == before && workspace.isSound())
    }

    @Test("SIGTERM ends with 143 and says so", arguments: long)
    func terminated(command: [String]) throws {
        let workspace = try InterruptionTests.workspace()
        let before = try workspace.recordsSum()
        let program = try InterruptionTests.started(command, in: workspace)
        program.signal(SIGTERM)
        let result = try program.finish()
        #expect(result.status == 143)
        #expect(result.errors.contains("interrupted"))
        #expect(try workspace.recordsSum() == before && workspace.isSound())
    }

    @Test("a first large import that is ended in the middle leaves an empty store", arguments: [SIGKILL, SIGINT])
    func firstImport(_ signal: Int32) throws {
        let workspace = try SmallWorkspace()
        try workspace.write("one.csv", "rating,comment,_date\n5,hay,2026-03-01\n")
        let row = "5,\(String(repeating: "góp ý ", count: 10)),2026-03-01\n"
        try workspace.write("many.csv", "rating,comment,_date\n" + String(repeating: row, count: 60_000))
        // A file that is refused makes the store, with no records in it.
        try workspace.write("bad.csv", "rating,comment,_date\nx,hay,2026-03-01\n")
        #expect(try workspace.run("data", "import", "slip", "bad.csv").status == 65)
        let program = try InterruptionTests.started(["data", "import", "slip", "many.csv"], in: workspace)
        program.signal(signal)
        #expect(try program.finish().status != 0)
        // Whoever only reads finds it sound, too.
        #expect(try workspace.run("data", "list", "slip").status == 0)
        #expect(try workspace.recordCount() == 0 && workspace.isSound())
        #expect(try workspace.run("data", "import", "slip", "one.csv").errors.contains("1 new"))
        #expect(try workspace.sqlite("PRAGMA journal_mode") == "wal\n")
    }

    @Test("a signal leaves no file half made; what kill -9 leaves, the next command of its kind removes")
    func halfMade() throws {
        let workspace = try SmallWorkspace.filled()
        let row = "5,\(String(repeating: "góp ý ", count: 10)),2026-03-01\n"
        try workspace.write("many.csv", "rating,comment,_date\n" + String(repeating: row, count: 20_000))
        _ = try workspace.run("data", "import", "slip", "many.csv")
        func halves(in folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: workspace.url(folder).path)
                .filter { $0.hasSuffix(".part") || $0.contains(".partial-") || $0.contains(".restoring-") }
        }
        _ = try workspace.run("db", "backup", "good.sqlite")
        let commands = [
            (["data", "export", "slip", "out.csv"], "."), (["db", "backup", "b.sqlite"], "."),
            (["db", "restore", "good.sqlite"], ".chiso"),
        ]
        for (command, folder) in commands {
            for signal in [SIGINT, SIGTERM, SIGKILL] {
                let program = try RunningProgram(Binary.url, command, in: workspace.folder)
                while program.isRunning, try halves(in: folder).isEmpty { usleep(1_000) }
                program.signal(signal)
                let ended = try program.finish().status
                if signal != SIGKILL { #expect(try halves(in: folder).isEmpty, "\(command) \(signal) \(ended)") }
            }
            #expect(try workspace.run(command).status == 0)
            #expect(try halves(in: folder).isEmpty)
        }
        #expect(try workspace.isSound())
    }

    @Test("output that goes nowhere is an error that is told", arguments: [">/dev/full", ">&-"])
    func lostOutput(target: String) throws {
        let workspace = try SmallWorkspace.filled()
        for command in ["eval", "data list", "doctor", "check --format json"] {
            let result = try workspace.shell("exec \"$CHISO\" \(command) --language en \(target)")
            #expect(result.status == 74)
            #expect(result.errors.contains("stdout cannot be written"), "\(result.errors)")
        }
        #expect(try workspace.isSound())
    }

    @Test("kill -9 leaves a sound store, which can be written again", arguments: long)
    func killed(command: [String]) throws {
        let workspace = try InterruptionTests.workspace()
        let before = try workspace.recordsSum()
        let program = try InterruptionTests.started(command, in: workspace)
        program.signal(SIGKILL)
        #expect(try program.finish().status == SIGKILL)
        #expect(try workspace.isSound())
        #expect(try workspace.recordsSum() == before)
        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n")
        #expect(try workspace.run("data", "import", "slip", "s.csv").status == 0)
        #expect(try workspace.isSound())
    }

    @Test("a disk without room ends with 74, and what was there stays")
    func fullDisk() throws {
        let workspace = try SmallWorkspace.filled()
        let before = try workspace.recordsSum()
        let row = "5,\(String(repeating: "góp ý ", count: 40)),2026-03-01\n"
        try workspace.write("many.csv", "rating,comment,_date\n" + String(repeating: row, count: 1000))
        // No file of this shell's children may grow beyond some hundred kilobytes.
        let full = try workspace.shell("ulimit -f 400; exec \"$CHISO\" data import slip many.csv --language en")
        #expect(full.status == 74)
        #expect(full.errors.contains("store.sqlite"), "\(full.errors)")
        #expect(try workspace.recordsSum() == before && workspace.isSound())

        _ = try workspace.run("data", "import", "slip", "many.csv")
        let export = try workspace.shell("ulimit -f 100; exec \"$CHISO\" data export slip out.csv --language en")
        #expect(export.status == 74 && export.errors.contains("out.csv"), "\(export.errors)")
        let left = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
        #expect(!left.contains { $0.hasPrefix("out.csv") })
    }

    @Test(
        "a reader that has seen enough ends the command without a word",
        arguments: [
            "eval --format json", "data list slip", "data export slip -", "data export slip /dev/stdout",
        ])
    func closedPipe(command: String) throws {
        let workspace = try SmallWorkspace()
        _ = try workspace.run("simulate", "slip", "-n", "1500", "--seed", "1", "--period", "2026-H1")
        let result = try workspace.shell("{ \"$CHISO\" \(command) --quiet; echo $? >status; } | head -n 1")
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.errors.isEmpty)
        #expect(try workspace.text("status") == "0\n")
    }
}
