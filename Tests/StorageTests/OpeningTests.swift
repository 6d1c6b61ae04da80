import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Opening a store")
struct OpeningTests {
    let workplace: Workplace

    init() throws { workplace = try Workplace() }

    private func write(_ bytes: String) throws { try Data(bytes.utf8).write(to: URL(fileURLWithPath: workplace.path)) }

    @Test("a new store is made in a new folder, for its owner only, and opened again")
    func create() throws {
        let path = workplace.folder + "/mới/kho/store.sqlite"
        let store = try Store.open(path, access: .create(by: "An", at: minute(3)))
        try store.put([try SampleForm.household("a")])
        for ending in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + ending)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        try store.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        let again = try Store.open(path, access: .create(by: "Bình", at: minute(9)))
        let creation = try again.creation()
        #expect(creation.at == minute(3) && creation.by == "An")
        #expect(try again.all().map(\.id) == ["a"])
        let pragmas = try again.queue.read { database in
            try ["application_id", "user_version", "synchronous", "journal_mode"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(pragmas == ["1128810835", "5", "2", "wal"])
    }

    @Test("what is not there is said to be missing, and not made", arguments: [StoreAccess.readWrite, .readOnly])
    func missing(_ access: StoreAccess) throws {
        #expect(try code { _ = try workplace.store(access) } == .noSuchFile)
        #expect(!FileManager.default.fileExists(atPath: workplace.path))
    }

    @Test(
        "what is no store is refused and left as it is",
        arguments: ["hello", "SQLite format 3\0 and then nothing sensible", String(repeating: "x", count: 5000)],
        [StoreAccess.create(by: "", at: minute(0)), .readWrite, .readOnly])
    func notAStore(_ content: String, _ access: StoreAccess) throws {
        try write(content)
        #expect(try code { _ = try workplace.store(access) } == .notAStore)
        #expect(try Data(contentsOf: URL(fileURLWithPath: workplace.path)) == Data(content.utf8))
    }

    @Test("a database of another program is refused and left as it is")
    func foreign() throws {
        try workplace.tamper("CREATE TABLE t (a)")
        let before = try Data(contentsOf: URL(fileURLWithPath: workplace.path))
        #expect(try code { _ = try workplace.store() } == .notAStore)
        #expect(try Data(contentsOf: URL(fileURLWithPath: workplace.path)) == before)
    }

    @Test("an empty file, left by a process killed while it made a store, becomes one")
    func emptyFile() throws {
        try write("")
        for access in [StoreAccess.readWrite, .readOnly] {
            #expect(try code { _ = try workplace.store(access) } == .noSuchFile)
        }
        #expect(try !Store.exists(workplace.path, folderMayBeMade: false))
        #expect(try workplace.store().forms() == [])
        #expect(try Store.exists(workplace.path, folderMayBeMade: false))
    }

    @Test("a store is made whole or not at all, and what a killed process left on the way is removed")
    func madeWhole() throws {
        let dead = workplace.path + ".making-999999999"
        try Data("half".utf8).write(to: URL(fileURLWithPath: dead))
        try Data("half".utf8).write(to: URL(fileURLWithPath: dead + "-wal"))
        let living = workplace.path + ".making-1"
        try Data("half".utf8).write(to: URL(fileURLWithPath: living))
        try workplace.store().close()
        let left = try FileManager.default.contentsOfDirectory(atPath: workplace.folder).sorted()
        #expect(left == ["store.sqlite", "store.sqlite.making-1"])
    }

    @Test("whether there is a store is told, or that it cannot be told")
    func presence() throws {
        #expect(try !Store.exists(workplace.path, folderMayBeMade: false))
        let missing = workplace.folder + "/nơi khác/store.sqlite"
        #expect(try !Store.exists(missing, folderMayBeMade: true))
        #expect(try code { _ = try Store.exists(missing, folderMayBeMade: false) } == .unreachable)
        try write("in the way")
        let inside = workplace.path + "/store.sqlite"
        #expect(try code { _ = try Store.exists(inside, folderMayBeMade: true) } == .unreachable)
        let link = workplace.folder + "/link.sqlite"
        #expect(symlink(missing, link) == 0)
        #expect(try code { _ = try Store.exists(link, folderMayBeMade: true) } == .unreachable)
        let access = StoreAccess.create(by: "", at: minute(0))
        #expect(try code { _ = try Store.open(link, access: access) } == .unreachable)
    }

    @Test("a store of a newer program is refused with both numbers")
    func newer() throws {
        try workplace.store().close()
        try workplace.tamper("PRAGMA user_version = 7")
        let error = try #require(throws: StorageError.self) { try workplace.store(.readWrite) }
        #expect(error.code == .newerSchema)
        #expect(error.path == workplace.path)
        #expect(error.facts == ["schema": "7", "known": "5"])
    }

    @Test("a folder is no store")
    func folder() throws {
        #expect(try code { _ = try Store.open(workplace.folder, access: .readWrite) } == .notAStore)
    }

    @Test("a folder that cannot be made, a file that cannot be created")
    func cannotCreate() throws {
        try write("in the way")
        let access = StoreAccess.create(by: "", at: minute(0))
        #expect(try code { _ = try Store.open(workplace.path + "/x/store", access: access) } == .cannotCreate)
        #expect(try code { _ = try Store.open("/proc/self/store.sqlite", access: access) } == .cannotCreate)
    }

    @Test("a store opened to be read refuses to be written")
    func readOnlyAccess() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        let reader = try workplace.store(.readOnly)
        #expect(try reader.all().map(\.id) == ["a"])
        #expect(try code { try reader.put([]) } == .readOnly)
        #expect(try code { try reader.backup(to: workplace.folder + "/b", at: minute(0)) } == .readOnly)
    }

    @Test("a file and a folder without leave to write can be read, not written")
    func withoutPermission() async throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.close()
        defer { chmod(workplace.folder, 0o755) }
        // In a process of its own, because rights over files belong to a process, and no mode keeps root out.
        await #expect(processExitsWith: .success) { [folder = workplace.folder as String] in
            let path = folder + "/store.sqlite"
            #expect(chmod(path, 0o444) == 0 && chmod(folder, 0o555) == 0)
            let ids = try withoutPrivileges {
                let reader = try Store.open(path, access: .readOnly)
                defer { try? reader.close() }
                return try reader.all().map(\.id)
            }
            #expect(ids == ["a"])
            let codes = try withoutPrivileges {
                try [StoreAccess.readWrite, .create(by: "", at: minute(0))].map { access in
                    try code { _ = try Store.open(path, access: access) }
                }
            }
            #expect(codes == [.readOnly, .readOnly])
            #expect(chmod(path, 0) == 0)
            let closed = try withoutPrivileges { try code { _ = try Store.open(path, access: .readOnly) } }
            #expect(closed == .permissionDenied)
        }
    }

    @Test("while one connection writes, another waits and then finds the store locked; reading goes on")
    func locked() throws {
        let first = try workplace.store()
        try first.put([try SampleForm.household("a")])
        let second = try workplace.store(.readWrite)
        try first.importing(SampleForm.small, formText: "", source: source()) { writer in
            _ = try writer.write(try SampleForm.household("b"))
            #expect(try code { try second.put([try SampleForm.household("c")]) } == .locked)
            #expect(try second.all().map(\.id) == ["a"])
        }
        #expect(try second.put([try SampleForm.household("c")]) == [.inserted(number: 3)])
    }

    @Test("a snapshot sees one state of the data, and cannot write")
    func snapshot() throws {
        let first = try workplace.store()
        try first.put([try SampleForm.household("a")])
        let second = try workplace.store(.readWrite)
        try first.snapshot {
            #expect(try first.headers(form: "household").count == 1)
            try second.put([try SampleForm.household("b")])
            #expect(try first.headers(form: "household").count == 1)
            #expect(try code { try first.put([]) } == .unexpected)
        }
        #expect(try first.headers(form: "household").count == 2)
    }

    /// File systems by the types of Linux's table of mounts; a test cannot mount them.
    @Test(
        "file systems of other machines are told from those of this one",
        arguments: [
            ("ext4", FileSystemKind.local), ("btrfs", .local), ("tmpfs", .local), ("overlay", .local),
            ("fuseblk", .local), ("fuse.gocryptfs", .local), ("nfs", .network("nfs")), ("nfs4", .network("nfs4")),
            ("cifs", .network("cifs")), ("fuse.sshfs", .network("fuse.sshfs")),
            ("fuse.unheard", .network("fuse.unheard")),
        ])
    func fileSystems(type: String, kind: FileSystemKind) {
        #expect(FileSystemKind(mountType: type) == kind)
    }

    @Test(
        "a path belongs to the longest mount that leads to it",
        arguments: [
            ("/srv/x", "ext4"), ("/mnt/chung/a b", "nfs4"), ("/mnt/chungkhac", "ext4"), ("/mnt/có dấu cách/k", "cifs"),
            ("/mnt/có dấu cách/trong", "fuse.sshfs"),
        ])
    func mounts(path: String, type: String) {
        let table = """
            21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            30 21 0:40 / /mnt/chung rw - nfs4 may:/x rw
            31 21 0:41 / /mnt/có\\040dấu\\040cách rw shared:2 master:1 - cifs //may/x rw
            32 31 0:42 / /mnt/có\\040dấu\\040cách/trong rw - fuse.sshfs a@b:/ rw
            """
        #expect(FileSystemKind.mountType(of: path, in: table) == type)
    }

    @Test("every error says what it is in a sentence, with its path and facts", arguments: StorageError.Code.allCases)
    func descriptions(_ code: StorageError.Code) {
        let text = StorageError(code, path: "kho", facts: ["b": "2", "a": "1"]).description
        #expect(text.hasPrefix("kho: ") && text.hasSuffix(" (a: 1, b: 2)") && text.count > 30)
    }
}

/// Runs something with the file rights of nobody in particular, where the tests run as root.
func withoutPrivileges<T>(_ body: () throws -> T) throws -> T {
    let isRoot = geteuid() == 0
    if isRoot { try #require(seteuid(65534) == 0) }
    defer { if isRoot { seteuid(0) } }
    return try body()
}
