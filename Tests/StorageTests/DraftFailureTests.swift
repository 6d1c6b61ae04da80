import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("What goes wrong with drafts")
struct DraftFailureTests {
    let workplace: Workplace

    init() throws { workplace = try Workplace() }

    @Test("what is no file of drafts is refused and left as it is, a store of records too")
    func notDrafts() throws {
        try Data("hello".utf8).write(to: URL(fileURLWithPath: workplace.draftPath))
        #expect(try code { _ = try workplace.drafts() } == .notDrafts)
        #expect(try Data(contentsOf: URL(fileURLWithPath: workplace.draftPath)) == Data("hello".utf8))
        try workplace.store().close()
        #expect(try code { _ = try DraftStore.open(workplace.path, access: .readWrite) } == .notDrafts)
        let other = try Workplace()
        try other.drafts().close()
        #expect(try code { _ = try Store.open(other.draftPath, access: .readWrite) } == .notAStore)
        #expect(try code { _ = try Workplace().drafts(.readWrite) } == .noSuchFile)
    }

    @Test("drafts of a newer program are refused with both numbers")
    func newer() throws {
        try workplace.drafts().close()
        try workplace.tamperWithDrafts("PRAGMA user_version = 7")
        let error = try #require(throws: StorageError.self) { try workplace.drafts(.readWrite) }
        #expect(error.code == .newerSchema)
        #expect(error.facts == ["schema": "7", "known": "1"])
    }

    @Test("read only, drafts can be listed and nothing else")
    func readOnly() throws {
        let draft = try workplace.drafts().create(SampleDraft.header(), sources: [])
        try draft.close()
        let store = try workplace.drafts(.readOnly)
        #expect(try store.drafts().map(\.id) == [draft.id])
        #expect(try code { _ = try store.create(SampleDraft.header(), sources: []) } == .readOnly)
        #expect(try code { _ = try store.open(draft.id, by: "An", at: minute(1)) } == .readOnly)
        #expect(try code { try store.discard(draft.id) } == .readOnly)
    }

    @Test("a file and a folder without leave to write are told from the start")
    func withoutPermission() async throws {
        try workplace.drafts().close()
        defer { chmod(workplace.folder, 0o755) }
        await #expect(processExitsWith: .success) { [folder = workplace.folder as String] in
            let path = folder + "/drafts.sqlite"
            #expect(chmod(path, 0o444) == 0 && chmod(folder, 0o555) == 0)
            let found = try withoutPrivileges { try code { _ = try DraftStore.open(path, access: .readWrite) } }
            #expect(found == .readOnly)
            #expect(try withoutPrivileges { try DraftStore.open(path, access: .readOnly).drafts() } == [])
        }
    }

    @Test("a full disk refuses the step whole; with room again the same step is kept")
    func fullDisk() throws {
        let store = try workplace.drafts()
        let draft = try store.create(SampleDraft.header(), sources: [])
        try draft.write(SampleDraft.step(1))
        try store.queue.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
        }
        var large = SampleDraft.step(2)
        large.events[0].detail = String(repeating: "dài ", count: 10_000)
        #expect(try code { try draft.write(large) } == .diskFull)
        try SampleDraft.expectSteps(1, in: draft)
        try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
        try draft.write(large)
        #expect(try draft.state() == "2")
    }

    @Test("while another process writes, a step finds the file locked, and is kept when tried again")
    func locked() throws {
        let store = try workplace.drafts()
        let draft = try store.create(SampleDraft.header(), sources: [])
        let other = try workplace.drafts(.readWrite)
        let found = try other.queue.inWriteTransaction { _ in try code { try draft.write(SampleDraft.step(1)) } }
        #expect(found == .locked)
        try SampleDraft.expectSteps(0, in: draft)
        try draft.write(SampleDraft.step(1))
        try SampleDraft.expectSteps(1, in: draft)
    }

    @Test(
        "what was changed behind its back is told as damage",
        arguments: [
            "UPDATE answer SET content = '{\"integer\":'", "UPDATE event SET content = '{}'",
            "UPDATE source SET bytes = x'00'", "UPDATE draft SET day = '2026-02-30'",
            "UPDATE draft SET unit = '[[\"a\"]]'", "UPDATE draft SET purpose = 'x'",
        ])
    func tampered(sql: String) throws {
        let store = try workplace.drafts()
        let draft = try store.create(
            SampleDraft.header(), sources: SampleDraft.sources, beginningWith: SampleDraft.step(1))
        try draft.close()
        try store.close()
        try workplace.tamperWithDrafts(sql)
        let error = try #require(throws: StorageError.self) {
            let store = try workplace.drafts(.readWrite)
            let draft = try store.open(draft.id, by: "An", at: minute(1))
            _ = (try draft.answers(), try draft.events(), try draft.sources())
        }
        #expect(error.code == .damagedDrafts)
        #expect(error.facts["draft"] == draft.id)
    }

    @Test("a damaged page is told as damage")
    func damagedPage() throws {
        let store = try workplace.drafts()
        for _ in 0..<50 {
            try store.create(SampleDraft.header(), sources: [], beginningWith: SampleDraft.step(1)).close()
        }
        try store.close()
        let handle = try #require(FileHandle(forUpdatingAtPath: workplace.draftPath))
        for page in 2..<(try handle.seekToEnd() / 4096) {
            try handle.seek(toOffset: page * 4096)
            try handle.write(contentsOf: Data(repeating: 0xAB, count: 200))
        }
        try handle.close()
        #expect(try code { _ = try workplace.drafts(.readWrite).drafts() } == .damagedDrafts)
    }
}
