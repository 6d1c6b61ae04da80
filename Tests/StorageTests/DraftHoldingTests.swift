import FormModel
import Foundation
import Testing

@testable import Storage

@Suite("Holding a draft")
struct DraftHoldingTests {
    let workplace: Workplace
    let store: DraftStore

    init() throws {
        workplace = try Workplace()
        store = try workplace.drafts()
    }

    @Test("within one process a draft is held once, told by whom, and free again when let go in any way")
    func oneProcess() throws {
        let other = try workplace.drafts(.readWrite)
        let draft = try store.create(SampleDraft.header(), sources: [])
        let error = try #require(throws: StorageError.self) { try other.open(draft.id, by: "Bình", at: minute(5)) }
        #expect(error.code == .draftInUse)
        #expect(error.facts["id"] == draft.id)
        #expect(error.facts["who"] == "Nguyễn Văn Ân")
        #expect(error.facts["process"] == String(getpid()))
        #expect(error.facts["since"] == InstantText.format(minute(0)))
        #expect(error.facts["host"]?.isEmpty == false)
        #expect(try code { try store.discard(draft.id) } == .draftInUse)
        let summary = try #require(try other.drafts().first)
        #expect(summary.isHeld)
        #expect(summary.holder?.who == "Nguyễn Văn Ân")
        try draft.write(SampleDraft.step(1))

        try draft.close()
        #expect(try store.drafts().map(\.isHeld) == [false])
        #expect(try store.drafts().map(\.holder) == [nil])
        #expect(try code { try draft.write(SampleDraft.step(2)) } == .noSuchDraft)
        do {
            let taken = try other.open(draft.id, by: "Bình", at: minute(5))
            #expect(try store.drafts().map(\.holder?.who) == ["Bình"])
            try SampleDraft.expectSteps(1, in: taken)
        }
        #expect(try store.drafts().map(\.isHeld) == [false])
    }

    @Test("each draft is held by itself")
    func several() throws {
        let drafts = try (0..<3).map { _ in try store.create(SampleDraft.header(), sources: []) }
        try drafts[1].close()
        #expect(try store.drafts().map(\.isHeld) == [true, false, true])
        #expect(try workplace.drafts(.readWrite).open(drafts[1].id, by: "Bình", at: minute(1)).id == drafts[1].id)
    }

    @Test("another process is refused by name, may hold others, and reads the list")
    func twoProcesses() async throws {
        let draft = try store.create(SampleDraft.header(), sources: [])
        let path = workplace.draftPath
        await #expect(processExitsWith: .success) {
            [path = path as String, id = draft.id as String, holder = getpid() as Int32] in
            let store = try DraftStore.open(path, access: .readWrite)
            let error = try #require(throws: StorageError.self) { try store.open(id, by: "Bình", at: minute(5)) }
            #expect(error.code == .draftInUse)
            #expect(error.facts["process"] == String(holder))
            #expect(holder != getpid())
            #expect(try code { try store.discard(id) } == .draftInUse)
            try store.create(SampleDraft.header(), sources: []).write(SampleDraft.step(1))
            let listed = try DraftStore.open(path, access: .readOnly).drafts()
            #expect(listed.map(\.holder?.process) == [nil, Int(holder)])
        }
        try draft.write(SampleDraft.step(1))
        #expect(try store.drafts().count == 2)
    }

    @Test(
        "a process killed in the middle of writing leaves every step that was acknowledged, and lets the draft go",
        arguments: 1...6)
    func killed(round: Int) async throws {
        let path = workplace.draftPath
        let acknowledged = workplace.folder + "/acknowledged"
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, acknowledged = acknowledged as String, round = round as Int] in
            let file = open(acknowledged, O_CREAT | O_WRONLY | O_APPEND, 0o600)
            let draft = try DraftStore.open(path, access: .readWrite)
                .create(SampleDraft.header(), sources: SampleDraft.sources)
            Thread.detachNewThread {
                usleep(UInt32(10_000 + round * 17_311))
                kill(getpid(), SIGKILL)
            }
            for number in 1... {
                try draft.write(SampleDraft.step(number))
                _ = write(file, "x", 1)
            }
        }
        let size = try? FileManager.default.attributesOfItem(atPath: acknowledged)[.size] as? Int
        let count = size ?? 0
        let summary = try #require(try store.drafts().first)
        #expect(!summary.isHeld)
        let draft = try store.open(summary.id, by: "Bình", at: minute(5))
        // The last step may have been kept without its acknowledgement.
        let kept = draft.nextSequence - 1
        #expect(kept == count || kept == count + 1)
        try SampleDraft.expectSteps(kept, in: draft)
        #expect(try draft.sources() == SampleDraft.sources)
        try draft.write(SampleDraft.step(kept + 1))
    }

    @Test("files taken away after any step, as by a power cut, hold that step")
    func powerCut() throws {
        let draft = try store.create(SampleDraft.header(), sources: [])
        for number in 1...5 {
            try draft.write(SampleDraft.step(number))
            let elsewhere = try Workplace()
            for ending in ["", "-wal"] {
                try FileManager.default.copyItem(
                    atPath: workplace.draftPath + ending, toPath: elsewhere.draftPath + ending)
            }
            let copy = try elsewhere.drafts(.readWrite)
            try SampleDraft.expectSteps(number, in: copy.open(draft.id, by: "An", at: minute(1)))
        }
    }
}
