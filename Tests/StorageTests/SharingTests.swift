import Foundation
import Testing

@testable import Storage

/// Several connections of one process, and other processes, on one file: SQLite's locks must outlive whatever a process
/// does with the file beside it.
@Suite("One file, many users")
struct SharingTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace() }

    /// Looks into a file as another process does, and leaves it: who is the last one takes the log away.
    private func look(into path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", path, "PRAGMA integrity_check"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    @Test("a second connection that was closed takes no lock of the first one away: records")
    func records() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        for access in [StoreAccess.readOnly, .readWrite, .create(by: "An", at: minute(1))] {
            let second = try Store.open(workplace.path, access: access)
            _ = try second.headers(form: "household")
            try second.close()
            #expect(try look(into: workplace.path) == "ok\n")
            #expect(StoreFile.exists(workplace.path + "-wal"))
        }
        try store.put([try SampleForm.household("b")])
        #expect(try look(into: workplace.path) == "ok\n")
        let third = try workplace.store(.readOnly)
        #expect(try third.all().count == 2)
        #expect(try third.check().problems == [])
    }

    @Test("a second connection that was closed takes no lock of the first one away: drafts")
    func drafts() throws {
        let drafts = try workplace.drafts()
        let draft = try drafts.create(try SampleDraft.header(), sources: SampleDraft.sources)
        for access in [StoreAccess.readOnly, .create(by: "An", at: minute(1))] {
            let second = try workplace.drafts(access)
            #expect(try second.drafts().count == 1)
            try second.close()
            #expect(try look(into: drafts.path) == "ok\n")
            #expect(StoreFile.exists(drafts.path + "-wal"))
        }
        try draft.write(DraftStep(at: minute(2), state: "1"))
        #expect(try look(into: drafts.path) == "ok\n")
        #expect(try workplace.drafts(.readOnly).content(of: draft.id).state == "1")
    }
}
