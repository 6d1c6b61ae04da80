import Foundation
import GRDB
import Sampling
import Testing

@testable import Storage

@Suite("Samples")
struct SampleTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    private func sample(_ seed: UInt64, design: String = "d", round: String = "2026-H2", at: Date = minute(0))
        -> StoredSample
    {
        let frame = (1...40).map { number in
            FrameUnit(key: ["thôn \"\(number % 2)\"", "\(number)"], stratum: "Thôn \(number % 2)")
        }
        let units = StratifiedSample(perStratum: 5, reserve: 2, seed: seed).draw(frame).shared(among: ["Lan", "Hùng"])
        return StoredSample(
            design: design, form: "household", round: round, keyFields: ["village", "household_no"], seed: seed,
            drawnAt: at, who: "Ân", units: units)
    }

    @Test("comes back as it was drawn, with the seed whole")
    func roundTrip() throws {
        let drawn = sample(.max)
        #expect(try store.keep(drawn, replacing: false) == .kept)
        #expect(try store.samples(form: "household", round: "2026-H2") == [drawn])
        #expect(try store.samples(form: "household", round: "2026-H1") == [])
        #expect(try store.samples(form: "school", round: "2026-H2") == [])
        #expect(try store.check().problems == [])
    }

    @Test("the same draw changes nothing; another is refused, with what is there")
    func again() throws {
        let first = sample(1)
        #expect(try store.keep(first, replacing: false) == .kept)
        #expect(try store.keep(sample(1, at: minute(9)), replacing: false) == .unchanged)
        #expect(try store.keep(sample(1, at: minute(9)), replacing: true) == .unchanged)
        #expect(try store.keep(sample(2), replacing: false) == .refused(first))
        #expect(try store.samples(form: "household", round: "2026-H2") == [first])
        #expect(try store.keep(sample(2, design: "e"), replacing: false) == .kept)
        #expect(try store.keep(sample(2, round: "2026-H1"), replacing: false) == .kept)
        #expect(try store.samples(form: "household", round: "2026-H2").map(\.design) == ["d", "e"])
    }

    @Test("one that is replaced stays in the file, out of force")
    func replaced() throws {
        let (first, second) = (sample(1), sample(2, at: minute(5)))
        #expect(try store.keep(first, replacing: false) == .kept)
        #expect(try store.keep(second, replacing: true) == .replaced(first))
        #expect(try store.samples(form: "household", round: "2026-H2") == [second])
        let kept = try store.queue.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM assignment")
        }
        #expect(kept == first.units.count + second.units.count)
        // The first one again is a new draw.
        #expect(try store.keep(first, replacing: true) == .replaced(second))
    }

    @Test("a unit twice in one sample is kept by nobody, and nothing of it is")
    func whole() throws {
        var twice = sample(1)
        twice.units.append(twice.units[0])
        #expect(throws: StorageError.self) { try store.keep(twice, replacing: false) }
        #expect(try store.samples(form: "household", round: "2026-H2") == [])
    }

    @Test("what stands in a draft can be read while somebody holds it")
    func draftContent() throws {
        let drafts = try workplace.drafts()
        let draft = try drafts.create(try SampleDraft.header(), sources: SampleDraft.sources)
        try draft.write(SampleDraft.step(1))
        let content = try workplace.drafts(.readOnly).content(of: draft.id)
        let answers = try draft.answers()
        #expect(content.state == "1" && content.answers == answers && answers.count == 1)
        #expect(try code { _ = try drafts.content(of: "zzzzzz") } == .noSuchDraft)
    }

    @Test("the header of one record is that among all; none where there is none")
    func header() throws {
        #expect(try store.header(of: "a", form: "household") == nil)
        try store.put([try SampleForm.household("a"), try SampleForm.household("b", round: "2026-H2")])
        let header = try #require(try store.header(of: "b", form: "household"))
        #expect(header.round == "2026-H2" && header.status == .complete && header.result == .completed)
        #expect(try store.header(of: "x", form: "household") == nil)
    }

    @Test("a store of schema version 2 has no samples, is sound, and gets the tables when it is written to")
    func migration() throws {
        try store.put([try SampleForm.household("a")])
        try store.close()
        try workplace.tamper(
            """
            DROP TABLE outbox; DROP TABLE notice; DROP TABLE alert_rule; DROP TABLE alert_instance;
            DROP TABLE alert_event; DROP TABLE alert_silence; DROP TABLE alert_run; DROP TABLE period_closing; DROP TABLE run_source; DROP TABLE source_text; DROP TABLE run_origin;
            DROP TABLE assignment; DROP TABLE sample; PRAGMA user_version = 2
            """)
        func schema(_ store: Store) throws -> Int64 { try store.queue.read { try FileFormat.schema(of: $0) } }
        let reader = try workplace.store(.readOnly)
        #expect(try reader.samples(form: "household", round: "2026-H2") == [])
        #expect(try reader.check().problems == [] && reader.quickCheck().problems == [])
        #expect(try schema(reader) == 2)
        let writer = try workplace.store(.readWrite)
        #expect(try schema(writer) == 5)
        #expect(try writer.keep(sample(1), replacing: false) == .kept)
        #expect(try writer.all().map(\.id) == ["a"])
        #expect(try writer.check().problems == [])
        // Whoever had it open before sees what is there now.
        #expect(try reader.samples(form: "household", round: "2026-H2").count == 1)
    }

    @Test("a store without its table of assignments is damaged")
    func damaged() throws {
        try store.close()
        try workplace.tamper("DROP TABLE assignment")
        #expect(try workplace.store(.readOnly).quickCheck().problems.count == 1)
    }
}
