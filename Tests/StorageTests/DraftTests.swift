import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Drafts")
struct DraftTests {
    let workplace: Workplace
    let store: DraftStore

    init() throws {
        workplace = try Workplace()
        store = try workplace.drafts()
    }

    @Test("the file is for its owner only, with its own marks, log and safety")
    func file() throws {
        _ = try store.create(SampleDraft.header(), sources: [])
        for ending in ["", "-wal", "-shm", ".lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: workplace.draftPath + ending)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        let pragmas = try store.queue.read { database in
            try ["application_id", "user_version", "synchronous", "journal_mode", "secure_delete"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(pragmas == ["1128810820", "1", "2", "wal", "1"])
    }

    @Test("an id can be read aloud, and is not given twice")
    func ids() throws {
        let first = try store.create(SampleDraft.header(), sources: [])
        #expect(first.id.wholeMatch(of: /[2-9b-df-hj-np-tv-xz]{6}/) != nil)
        let same = try (0..<2).map { _ in
            try workplace.drafts(.readWrite, seed: 5).create(SampleDraft.header(), sources: []).id
        }
        #expect(Set(same).count == 2)
        try first.close()
        #expect(try store.open(first.id.uppercased(), by: "An", at: minute(1)).id == first.id)
    }

    @Test("a draft gives back all it was made with, and every step")
    func life() throws {
        let unit = [KeyPart(field: "village", value: "dt1"), KeyPart(field: "no", value: "7 \"đ\"")]
        let header = try SampleDraft.header(purpose: .edit(record: "abc", version: 3), unit: unit)
        let draft = try store.create(header, sources: SampleDraft.sources)
        try SampleDraft.expectSteps(0, in: draft)
        for number in 1...23 { try draft.write(SampleDraft.step(number)) }
        try SampleDraft.expectSteps(23, in: draft)
        try draft.close()
        try store.close()

        let again = try workplace.drafts(.readWrite).open(draft.id, by: "Bình", at: minute(90))
        #expect(again.header == header)
        #expect(try again.sources() == SampleDraft.sources)
        #expect(try again.trail() == AuditTrail(origin: draft.id, events: again.events()))
        try SampleDraft.expectSteps(23, in: again)
    }

    @Test("answers of every kind come back exactly; a change to nothing takes one out")
    func answers() throws {
        var random = RandomAnswers(seed: 3)
        let given = (0..<100).map { DraftAnswer(path: "person[\($0 + 100)].x", answer: random.answer()) }
        let draft = try store.create(SampleDraft.header(), sources: [])
        try draft.write(
            DraftStep(
                at: minute(1), state: "{}", answers: given.map { DraftChange(path: $0.path, answer: $0.answer) }))
        #expect(try draft.answers().map(\.path) == given.map(\.path))
        #expect(try draft.answers().map { exact($0.answer) } == given.map { exact($0.answer) })
        try draft.write(
            DraftStep(at: minute(2), state: "{}", answers: given.map { DraftChange(path: $0.path, answer: nil) }))
        #expect(try draft.answers() == [])
    }

    @Test("the list tells what each draft is, the one written last first, whatever the clock says")
    func list() throws {
        let first = try store.create(SampleDraft.header(), sources: [])
        let second = try store.create(SampleDraft.header(at: minute(-500)), sources: [])
        #expect(try store.drafts().map(\.id) == [second.id, first.id])
        let unit = [KeyPart(field: "village", value: "dt1")]
        try first.write(
            DraftStep(
                at: minute(-1000), state: "{}",
                answers: [
                    DraftChange(path: "a", answer: .value(.integer(1))),
                    DraftChange(path: "b", answer: .missing(.dontKnow)),
                    DraftChange(path: "c", answer: .missing(.unanswered)), DraftChange(path: "d", answer: .notAsked),
                ], label: "Thôn 1", unit: unit))
        try first.write(DraftStep(at: minute(-1001), state: "{}"))
        #expect(first.header.unit == unit)
        let listed = try workplace.drafts(.readOnly).drafts()
        #expect(listed.map(\.id) == [first.id, second.id])
        #expect(listed.map(\.label) == ["Thôn 1", ""])
        #expect(listed.map(\.answerCount) == [2, 0])
        #expect(listed.map(\.changedAt) == [minute(-1001), minute(-500)])
        #expect(listed.map(\.header) == [first.header, second.header])
    }

    @Test("a clock set back changes nothing but the times; sequences only rise")
    func clock() throws {
        let draft = try store.create(SampleDraft.header(), sources: [])
        try draft.write(DraftStep(at: minute(9), state: "1", events: [SampleDraft.event(1, at: minute(9))]))
        try draft.write(DraftStep(at: minute(2), state: "2", events: [SampleDraft.event(4, at: minute(2))]))
        #expect(try draft.events().map(\.at) == [minute(9), minute(2)])
        for wrong in [[SampleDraft.event(4)], [SampleDraft.event(6), SampleDraft.event(5)]] {
            #expect(
                try code { try draft.write(DraftStep(at: minute(3), state: "3", events: wrong)) } == .invalidDraft)
        }
        #expect(try draft.state() == "2")
        #expect(draft.nextSequence == 5)
    }

    @Test("a source is kept once for all drafts, and goes with the last that began with it")
    func sources() throws {
        func kept() throws -> Int? {
            try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM source") }
        }
        let first = try store.create(SampleDraft.header(), sources: SampleDraft.sources)
        var changed = SampleDraft.sources
        changed[1].bytes.append(1)
        let second = try store.create(SampleDraft.header(), sources: changed)
        #expect(try kept() == 3)
        #expect(try second.sources() == changed)
        try second.finish()
        #expect(try kept() == 2)
        #expect(try first.sources() == SampleDraft.sources)
        try first.finish()
        #expect(try kept() == 0)
    }

    @Test("what is finished or discarded is gone, from the list and from the file")
    func gone() throws {
        let secret = "Trần Thị Bí Mật"
        let step = DraftStep(
            at: minute(1), state: "{}", answers: [DraftChange(path: "name", answer: .value(.text(secret)))],
            events: [SampleDraft.event(1, new: .value(.text(secret)), personal: true)])
        let first = try store.create(SampleDraft.header(), sources: [], beginningWith: step)
        let second = try store.create(SampleDraft.header(), sources: [], beginningWith: step)
        #expect(try workplace.allBytes().range(of: Data(secret.utf8)) != nil)
        try first.finish()
        try second.close()
        try store.discard(second.id)
        #expect(try store.drafts() == [])
        #expect(try workplace.allBytes().range(of: Data(secret.utf8)) == nil)
        #expect(try code { try first.write(step) } == .noSuchDraft)
        #expect(try code { try first.finish() } == .noSuchDraft)
        #expect(try code { _ = try second.answers() } == .noSuchDraft)
        #expect(try code { _ = try store.open(second.id, by: "An", at: minute(2)) } == .noSuchDraft)
        #expect(try code { try store.discard(second.id) } == .noSuchDraft)
        try first.close()
    }

    @Test("a draft whose first step cannot be kept is not made")
    func wrongBeginning() throws {
        let step = DraftStep(
            at: minute(0), state: "", answers: [DraftChange(path: "area", answer: .value(.decimal(.nan)))])
        let error = try #require(throws: StorageError.self) {
            try store.create(SampleDraft.header(), sources: SampleDraft.sources, beginningWith: step)
        }
        #expect(error.code == .invalidDraft)
        #expect(error.facts["field"] == "area")
        #expect(try store.drafts() == [])
    }
}
