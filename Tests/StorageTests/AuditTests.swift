import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

extension Store {
    @discardableResult
    func put(
        _ record: FormModel.Record, _ trail: AuditTrail, visits: [Visit] = [], at: Date = minute(0)
    ) throws -> WriteOutcome {
        try importing(SampleForm.small, formText: "form 1", source: source(.update, at: at)) { writer in
            try writer.write(record, auditing: trail, visits: visits)
        }
    }

    func log(_ record: String) throws -> [LoggedEvent] { try auditEvents(of: record, form: "household") }
}

/// Events with an open and a personal answer.
enum SampleTrail {
    static let names = ["Nguyễn Thị Một", "Nguyễn Thị Mốt", "Trần Văn Hai", "hỏi lại chị Một"]

    static let events = [
        SampleDraft.event(1, at: minute(5), new: .value(.decimal(50))),
        SampleDraft.event(
            2, at: minute(3), path: "person[1].name", old: .missing(.unanswered), new: .value(.text(names[0]))),
        SampleDraft.event(
            3, path: "person[1].name", old: .value(.text(names[0])), new: .value(.text(names[1])), detail: names[3]),
        SampleDraft.event(4, path: "person[2].name", new: .value(.text(names[2]))),
        SampleDraft.event(5, path: "person[2].age", old: .notAsked, new: .missing(.refused), detail: "từ chối"),
        AuditEvent(sequence: 7, at: minute(1), kind: "jump", who: "Ân"),
    ]

    static func trail(_ origin: String = "k7m2xb", _ count: Int = events.count) -> AuditTrail {
        AuditTrail(origin: origin, events: Array(events.prefix(count)))
    }

    static func record(_ id: String = "a") throws -> FormModel.Record {
        try SampleForm.household(id, [(1, names[1], 40), (2, names[2], 9)])
    }
}

@Suite("The audit log of records")
struct AuditTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    /// What the log gives for an event: what its field's being personal makes of it.
    private func logged(_ event: AuditEvent) -> AuditEvent {
        var event = event
        event.personal = event.path?.hasSuffix("name") ?? false
        return event
    }

    @Test("events come back as they were, personal where the field is; their contents hold nothing personal")
    func reading() throws {
        #expect(try store.put(SampleTrail.record(), SampleTrail.trail()) == .inserted(number: 1))
        let log = try store.log("a")
        #expect(log.map(\.event) == SampleTrail.events.map(logged))
        #expect(log.map(\.number) == Array(1...6))
        #expect(log.allSatisfy { $0.record == "a" && $0.origin == "k7m2xb" && $0.withheld.isEmpty })
        let contents = try store.queue.read { try String.fetchAll($0, sql: "SELECT content FROM audit_event") }
        for name in SampleTrail.names { #expect(!contents.contains { $0.contains(name) }) }
        #expect(contents[0].contains(#""new":{"decimal":50.0}"#) && contents[1].contains(#"{"commitment":""#))
        #expect(try store.log("b") == [])
        let report = try store.check()
        #expect(report.problems == [])
        #expect(report.events == 6)
    }

    @Test("each hash is that of the one before and the content, the first of them that of the record")
    func chain() throws {
        try store.put(SampleTrail.record(), SampleTrail.trail())
        var hash = contentHash(Array(#"{"_form":"household","_id":"a"}"#.utf8))
        let rows = try store.queue.read { try Row.fetchAll($0, sql: "SELECT hash, content FROM audit_event") }
        for row in rows {
            hash = contentHash(Array((hash + row["content"]).utf8))
            #expect(row["hash"] == hash)
        }
        #expect(try store.log("a").last?.hash == hash)
    }

    @Test("an interview completed once more changes nothing")
    func again() throws {
        let visit = Visit(startedAt: minute(1), endedAt: minute(9), who: "Ân", device: "máy 7", result: .completed)
        let drafts = try workplace.drafts()
        let step = DraftStep(at: minute(1), state: "{}", events: SampleTrail.events)
        let draft = try drafts.create(SampleDraft.header(), sources: SampleDraft.sources, beginningWith: step)
        try store.put(SampleTrail.record(), draft.trail(), visits: [visit])
        let state = (try store.log("a"), try store.visits(form: "household"), try store.recordsSum())
        // The process was killed here, before it could finish the draft.
        try draft.close()
        let resumed = try drafts.open(draft.id, by: "Ân", at: minute(20))
        #expect(
            try store.put(SampleTrail.record(), resumed.trail(), visits: [visit], at: minute(20)) == .unchanged)
        try resumed.finish()
        #expect(try store.log("a") == state.0)
        #expect(try store.visits(form: "household") == state.1)
        #expect(try store.recordsSum() == state.2)
        #expect(try store.history("a", form: "household").count == 1)
        #expect(try store.check().problems == [])
    }

    @Test("an interview that went on in between adds only what is new; another draft adds all of its own")
    func goesOn() throws {
        try store.put(SampleTrail.record(), SampleTrail.trail("k7m2xb", 4))
        try store.put(SampleTrail.record(), SampleTrail.trail("k7m2xb", 6))
        #expect(try store.log("a").map(\.event.sequence) == [1, 2, 3, 4, 5, 7])
        var edited = try SampleTrail.record()
        edited.root.answers[0] = .value(.decimal(60))
        #expect(try store.put(edited, SampleTrail.trail("h4h4h4", 1)) == .updated(version: 2))
        #expect(try store.log("a").map(\.origin).suffix(2) == ["k7m2xb", "h4h4h4"])
        #expect(try store.check().problems == [])
    }

    @Test("a refused record leaves no events, and events out of order are refused with their record")
    func refused() throws {
        try store.put(SampleTrail.record(), SampleTrail.trail("k7m2xb", 1))
        let other = try SampleForm.household("a", area: 9)
        let outcome = try store.importing(SampleForm.small, formText: "", source: source()) { writer in
            try writer.write(other, auditing: SampleTrail.trail("other", 1), visits: [])
        }
        guard case .conflict = outcome else { return #expect(outcome == .unchanged) }
        #expect(try store.log("a").count == 1)
        let disorder = AuditTrail(origin: "x", events: [SampleTrail.events[1], SampleTrail.events[0]])
        #expect(try code { try store.put(SampleTrail.record("b"), disorder) } == .invalidRecord)
        let noNumber = AuditTrail(origin: "x", events: [SampleDraft.event(1, new: .value(.decimal(.nan)))])
        #expect(try code { try store.put(SampleTrail.record("b"), noNumber) } == .invalidRecord)
        #expect(try store.formsHolding("b") == [])
    }

    @Test("erasing a record takes every personal part from log, visits and files; the chain still verifies")
    func erasing() throws {
        let visit = Visit(
            startedAt: minute(1), who: "Ân", result: .postponed, reason: "chị Một đi chợ",
            appointment: "thứ Hai, chị Một")
        try store.put(SampleTrail.record(), SampleTrail.trail(), visits: [visit])
        try store.put(SampleTrail.record("b"), AuditTrail(origin: "k7m2xb", events: []))
        let hashes = try store.log("a").map(\.hash)
        #expect(try store.erasePersonalValues(form: "household", record: "a") == 2 + 5)
        let log = try store.log("a")
        #expect(log.map(\.hash) == hashes)
        #expect(log.map(\.withheld) == [[], [.new], [.old, .new, .detail], [.new], [], []])
        #expect(log[1].event.old == .missing(.unanswered) && log[1].event.new == nil)
        #expect(log[4].event == SampleTrail.events[4])
        #expect(try store.check().problems == [])
        let bytes = try workplace.allBytes()
        for name in [SampleTrail.names[0], SampleTrail.names[3], "chị Một"] {
            #expect(bytes.range(of: Data(name.utf8)) == nil)
        }
        let kept = try #require(try store.visits(of: "a", form: "household").first).visit
        #expect(kept.reason == nil && kept.appointment == nil && kept.result == .postponed)
        try store.put(SampleTrail.record("a"), SampleTrail.trail("later", 4))
        #expect(try store.check().problems == [])
    }

    @Test("one person's events can be erased alone")
    func erasingOne() throws {
        try store.put(SampleTrail.record(), SampleTrail.trail())
        #expect(try store.erasePersonalValues(form: "household", record: "a", under: "person[2]") == 2)
        #expect(try store.log("a").map { $0.withheld.isEmpty } == [true, true, true, false, true, true])
        #expect(try store.check().problems == [])
    }

    @Test("going through all logs gives no personal value, and says where there was one")
    func bulk() throws {
        for id in ["b", "a"] { try store.put(SampleTrail.record(id), SampleTrail.trail("of " + id)) }
        var seen: [LoggedEvent] = []
        try store.eachAuditEvent(form: "household") { seen.append($0) }
        #expect(seen.map(\.record) == Array(repeating: "b", count: 6) + Array(repeating: "a", count: 6))
        #expect(seen.map(\.number) == Array(1...6) + Array(1...6))
        for event in seen where event.event.personal {
            #expect(event.event.new == nil && event.event.detail == nil && event.withheld.contains(.new))
        }
        #expect(seen[0].event == SampleTrail.events[0])
        #expect(seen[4].event == SampleTrail.events[4])
        try store.eachAuditEvent(form: "school") { _ in Issue.record("no such form") }
    }

    @Test("the log can be neither changed nor deleted, even by other programs")
    func kept() throws {
        try store.put(SampleTrail.record(), SampleTrail.trail())
        for sql in ["UPDATE audit_event SET content = '{}'", "DELETE FROM audit_event"] {
            #expect(throws: DatabaseError.self) { try workplace.tamper(sql) }
        }
        #expect(try store.log("a").count == 6)
    }

    @Test("a backup carries log and visits, and so does what is restored from it")
    func backup() throws {
        let visit = Visit(startedAt: minute(1), who: "Ân", result: .completed)
        try store.put(SampleTrail.record(), SampleTrail.trail(), visits: [visit])
        let log = try store.log("a")
        let copy = workplace.folder + "/copy.sqlite"
        try store.backup(to: copy, at: minute(1))
        try store.close()
        try Store.restore(from: copy, to: workplace.path)
        let restored = try workplace.store(.readWrite)
        #expect(try restored.log("a") == log)
        #expect(try restored.visits(form: "household").map(\.visit) == [visit])
    }
}

@Suite("Checking the audit log")
struct AuditCheckTests {
    let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        let store = try workplace.store()
        for id in ["a", "b"] { try store.put(SampleTrail.record(id), SampleTrail.trail()) }
        try store.close()
    }

    @Test(
        "what was changed behind the store's back is found, by record, and tells nothing personal",
        arguments: [
            ("UPDATE audit_event SET content = replace(content, '50.0', '60.0') WHERE number = 1", [.brokenChain]),
            ("UPDATE audit_event SET content = '{' WHERE number = 6", [.brokenChain, .wrongEvent]),
            ("UPDATE audit_event SET hash = 'x' WHERE number = 2", [.brokenChain]),
            ("UPDATE audit_event SET hash = 'x' WHERE number = 6", [.brokenChain, .lostEvent]),
            ("UPDATE audit_event SET sequence = 99 WHERE number = 6", [.wrongEvent]),
            ("UPDATE audit_event SET origin = 'x' WHERE number = 6", [.wrongEvent]),
            ("DELETE FROM audit_event WHERE number = 6", [.lostEvent]),
            ("DELETE FROM audit_event WHERE number = 5", [.lostEvent]),
            ("DELETE FROM audit_event", [.lostEvent, .brokenReference]),
            ("DELETE FROM audit_chain", [.lostEvent]),
            ("UPDATE audit_chain SET length = 5", [.lostEvent]),
            ("UPDATE audit_chain SET hash = 'x'", [.lostEvent]),
            ("UPDATE audit_value SET value = '{\"text\":\"Bịa\"}' WHERE number = 2", [.wrongPersonalValue]),
            ("UPDATE audit_value SET salt = x'00' WHERE part = 'detail'", [.wrongPersonalValue]),
            ("UPDATE audit_value SET part = 'old' WHERE number = 2", [.wrongPersonalValue]),
            ("UPDATE audit_value SET part = 'x' WHERE number = 2", [.wrongEvent]),
        ] as [(String, [CheckProblem.Kind])])
    func tampered(sql: String, kinds: [CheckProblem.Kind]) throws {
        // The other record, where the change is to one alone, must not be blamed.
        try workplace.tamper("DROP TRIGGER audit_event_is_not_updated; DROP TRIGGER audit_event_is_not_deleted; " + sql)
        let problems = try workplace.store(.readOnly).check().problems
        #expect(Set(problems.map(\.kind)).isSubset(of: kinds) && !problems.isEmpty)
        if kinds.count == 1 { #expect(Set(problems.map(\.record)) == ["a", "b"]) }
        #expect(problems.allSatisfy { !$0.detail.contains("Một") && !$0.detail.contains("Bịa") })
    }

    @Test("a log moved to another record is found")
    func moved() throws {
        try workplace.tamper(
            """
            DROP TRIGGER audit_event_is_not_updated;
            UPDATE audit_event SET record = record + 10; UPDATE audit_event SET record = 13 - record;
            UPDATE audit_value SET record = record + 10; UPDATE audit_value SET record = 13 - record;
            """)
        let problems = try workplace.store(.readOnly).check().problems
        #expect(problems.contains { $0.kind == .brokenChain && $0.record == "a" })
        #expect(problems.contains { $0.kind == .brokenChain && $0.record == "b" })
    }
}
