import Foundation
import Testing

@Suite("The store, and chiso db")
struct StoreTests {
    @Test("a changed cell or a changed version is found, named and ends with 65")
    func tampered() throws {
        let workspace = try SmallWorkspace.filled()
        #expect(try workspace.run("db", "check").output == "the store is sound: 3 records, 3 versions\n")
        _ = try workspace.sqlite("UPDATE data_household SET members = 9 WHERE household_no = '2'")
        let table = try workspace.run("db", "check")
        #expect(table.status == 65 && table.errors.contains("members") && table.errors.contains("chiso db restore"))
        _ = try workspace.sqlite(
            "UPDATE record_version SET content = replace(content, 'none', 'fibre') WHERE content LIKE '%none%'")
        let version = try workspace.run("db", "check")
        #expect(version.status == 65 && version.errors.contains("hash"))
    }

    @Test("a backup restores what was there; the replaced store stays beside it, with nothing else")
    func backup() throws {
        let workspace = try SmallWorkspace.filled()
        let before = try workspace.recordsSum()
        #expect(try workspace.run("doctor").output.contains("never backed up"))
        #expect(try workspace.run("db", "backup", "b.sqlite").status == 0)
        #expect(try workspace.run("doctor").output.contains("last backup"))
        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n")
        _ = try workspace.run("data", "import", "slip", "s.csv")
        let restored = try workspace.run("db", "restore", "b.sqlite")
        #expect(restored.status == 0 && restored.errors.contains("store.sqlite.before-restore"))
        #expect(try workspace.recordsSum() == before)
        #expect(try workspace.isSound())
        let left = try FileManager.default.contentsOfDirectory(atPath: workspace.url(".chiso").path)
        #expect(!left.contains { $0.hasSuffix("-journal") || $0.contains("restoring") })
    }

    @Test(
        "a store that cannot be reached is not taken for one that is not there",
        arguments: [
            ("rm -rf .chiso; : >.chiso", "not a folder"), ("rm -rf .chiso; ln -s nowhere .chiso", "a link to nothing"),
            ("rm .chiso/store.sqlite; ln -s nowhere .chiso/store.sqlite", "a link to nothing"),
            ("printf '[store]\\npath = \"kho/s.sqlite\"' >chiso.toml", "its folder is not there"),
            ("rm -rf .chiso; ln -s .chiso .chiso", "circle"),
        ])
    func unreachable(damage: String, reason: String) throws {
        let workspace = try SmallWorkspace.filled()
        _ = try workspace.shell(damage)
        let commands = [
            ["eval"], ["data", "list"], ["data", "export", "slip", "-"], ["db", "check"], ["db", "backup", "b"],
        ]
        for command in commands {
            let result = try workspace.run(command)
            #expect(result.status == 69, "\(command): \(result.all)")
            #expect(result.errors.contains("cannot be reached") && result.errors.contains(reason), "\(result.errors)")
        }
        let doctor = try workspace.run("doctor")
        #expect(doctor.status == 1 && doctor.output.contains("✗") && doctor.output.contains(reason))
    }

    @Test("a store that was not made yet is none, and that is said")
    func notMadeYet() throws {
        let workspace = try SmallWorkspace()
        for damage in ["true", "mkdir .chiso", ": >.chiso/store.sqlite"] {
            _ = try workspace.shell(damage)
            let list = try workspace.run("data", "list")
            #expect(list.status == 0 && list.errors.contains("there is no store yet"), "\(list.errors)")
            #expect(try workspace.run("data", "list", "--quiet").errors.isEmpty)
            #expect(try workspace.run("db", "check").status == 66)
            #expect(try workspace.run("db", "backup", "b").status == 66)
        }
        _ = try workspace.run("simulate", "slip", "-n", "1", "--seed", "1")
        #expect(try workspace.isSound())
    }

    @Test(
        "a store with a part missing is damaged: 65, and what to do",
        arguments: ["DROP TABLE setting", "DROP TABLE data_household"])
    func lostTable(sql: String) throws {
        let workspace = try SmallWorkspace.filled()
        _ = try workspace.sqlite("PRAGMA foreign_keys = OFF; \(sql)")
        for command in [["eval"], ["db", "check"], ["db", "backup", "b"]] {
            let result = try workspace.run(command)
            #expect(result.status == 65, "\(command): \(result.all)")
            #expect(result.errors.contains("chiso db restore"), "\(result.errors)")
        }
        #expect(!workspace.exists("b"))
        let doctor = try workspace.run("doctor")
        #expect(doctor.status == 1 && doctor.output.contains("damaged") && doctor.output.contains("db restore"))
    }

    @Test("a store that may not be made is told by its own name")
    func makingRefused() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n")
        try workspace.write("chiso.toml", "[store]\npath = \"/proc/self/s.sqlite\"\n")
        let refused = try workspace.run("data", "import", "slip", "s.csv")
        #expect(refused.status == 73)
        #expect(refused.errors.contains("/proc/self/s.sqlite cannot") && !refused.errors.contains("making"))
    }

    @Test("a first import that cannot be written leaves no file that is none")
    func firstImportFails() throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n")
        for blocks in [1, 8, 40] {
            let failed = try workspace.shell("ulimit -f \(blocks); exec \"$CHISO\" data import slip s.csv")
            #expect(failed.status == 74, "\(blocks): \(failed.errors)")
            #expect(try workspace.run("data", "list").status == 0)
        }
        #expect(try workspace.run("data", "import", "slip", "s.csv").status == 0)
        #expect(try workspace.isSound())
    }

    @Test("a bad copy is refused, and the store stays")
    func badCopies() throws {
        let workspace = try SmallWorkspace.filled()
        let before = try workspace.recordsSum()
        #expect(try workspace.run("db", "backup", "b.sqlite").status == 0)
        try workspace.write("text.sqlite", "hello\n")
        var bytes = Array(try Data(contentsOf: workspace.url("b.sqlite")))
        bytes.replaceSubrange(8192..<8704, with: Array(repeating: 0xAA, count: 512))
        try workspace.write("damaged.sqlite", bytes: bytes)
        for (file, status) in [("text.sqlite", Int32(65)), ("damaged.sqlite", 65), ("nix.sqlite", 66), (".", 65)] {
            let result = try workspace.run("db", "restore", file)
            #expect(result.status == status, "\(file): \(result.errors)")
            #expect(try workspace.recordsSum() == before)
        }
        #expect(try workspace.run("db", "backup", "h.csv/b.sqlite").status == 73)
        #expect(!workspace.exists(".chiso/store.sqlite.before-restore"))
    }

    @Test(
        "what is not a store is refused untouched by every command",
        arguments: [
            ["eval"], ["data", "list"], ["data", "import", "slip", "s.csv"], ["db", "check"], ["db", "backup", "b"],
            ["simulate", "slip", "-n", "1", "--seed", "1"],
        ])
    func foreign(command: [String]) throws {
        let workspace = try SmallWorkspace()
        try workspace.write("s.csv", "rating,comment,_date\n5,ok,2026-03-01\n")
        try workspace.write(SmallWorkspace.store, "hello\n")
        let text = try workspace.run(command)
        #expect(
            text.status == 65 && text.errors.contains("is not a Chiso store") && text.errors.contains("store.sqlite"))
        #expect(try workspace.text(SmallWorkspace.store) == "hello\n")

        try workspace.remove(SmallWorkspace.store)
        _ = try workspace.sqlite("CREATE TABLE recipes (name TEXT)")
        let other = try workspace.run(command + ["--language", "vi"])
        #expect(other.status == 65 && other.errors.contains("của chương trình khác"))
        #expect(try workspace.sqlite(".tables") == "recipes\n")
    }

    @Test("a newer store is left alone, and the remedy is a newer program")
    func newer() throws {
        let workspace = try SmallWorkspace.filled()
        _ = try workspace.sqlite("PRAGMA user_version = 99")
        for command in [["eval"], ["data", "import", "household", "h.csv", "--roster", "person=p.csv"]] {
            let result = try workspace.run(command)
            #expect(result.status == 65 && result.errors.contains("99") && result.errors.contains("update the program"))
        }
        let doctor = try workspace.run("doctor")
        #expect(doctor.status == 1 && doctor.output.contains("→ update the program"))
    }

    @Test("while another process writes, a write ends with 75 and a read goes on")
    func locked() throws {
        let workspace = try SmallWorkspace.filled()
        let other = try RunningProgram(
            URL(fileURLWithPath: "/bin/sh"), ["-c", "exec sqlite3 .chiso/store.sqlite"], in: workspace.folder)
        try other.type(
            "BEGIN IMMEDIATE;\nUPDATE setting SET value = value;\n.output locked\nSELECT 1;\n.output stdout\n")
        while !workspace.exists("locked") { usleep(10_000) }
        #expect(try workspace.run("eval", "accounts").status == 0)
        let refused = try workspace.run("simulate", "slip", "-n", "1", "--seed", "1", "--force")
        #expect(refused.status == 75 && refused.errors.contains("try again"))
        try other.type("ROLLBACK;\n")
        _ = try other.finish()
        #expect(try workspace.recordCount() == 3 && workspace.isSound())
    }

    @Test("a store that may only be read is read, and a write ends with 73", .enabled(if: Unprivileged.isPossible))
    func readOnly() throws {
        let workspace = try SmallWorkspace.filled()
        for path in [workspace.folder.path, workspace.url(".chiso").path] { chmod(path, 0o755) }
        chmod(workspace.url(SmallWorkspace.store).path, 0o444)
        let read = try Unprivileged.run(["eval", "accounts", "--language", "en"], in: workspace.folder)
        #expect(read.status == 0 && read.output.contains("50.0%"), "\(read.errors)")
        let write = try Unprivileged.run(
            ["simulate", "slip", "-n", "1", "--seed", "1", "--force", "--language", "en"], in: workspace.folder)
        #expect(write.status == 73 && write.errors.contains("permissions"), "\(write.errors)")
        #expect(try workspace.recordCount() == 3 && workspace.isSound())

        chmod(workspace.url(SmallWorkspace.store).path, 0o600)
        let closed = try Unprivileged.run(["eval", "--language", "en"], in: workspace.folder)
        #expect(getuid() != 0 || closed.status == 73)
    }

    @Test("a folder that may not be written gets no store: 73", .enabled(if: Unprivileged.isPossible))
    func readOnlyFolder() throws {
        let workspace = try SmallWorkspace()
        chmod(workspace.folder.path, 0o555)
        defer { chmod(workspace.folder.path, 0o755) }
        let result = try Unprivileged.run(
            ["simulate", "slip", "-n", "1", "--seed", "1", "--language", "en"], in: workspace.folder)
        #expect(result.status == 73 && result.errors.contains("store.sqlite"), "\(result.errors)")
        #expect(!workspace.exists(".chiso"))
    }
}

/// Runs the binary as a user without the rights of root, whom no permission stops.
enum Unprivileged {
    static let isPossible = (try? run(["--version"], in: FileManager.default.temporaryDirectory).status) == 0

    static func run(_ arguments: [String], in folder: URL) throws -> Binary.Result {
        guard getuid() == 0 else { return try Binary.run(arguments, in: folder) }
        let prefix = ["--reuid=65534", "--regid=65534", "--clear-groups", Binary.url.path]
        return try RunningProgram(URL(fileURLWithPath: "/usr/bin/setpriv"), prefix + arguments, in: folder).finish()
    }
}
