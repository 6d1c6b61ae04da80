import FormModel
import Foundation
import Randomness
import Testing

@testable import Storage

extension Workplace {
    var draftPath: String { folder + "/drafts.sqlite" }

    func drafts(
        _ access: StoreAccess = .create(by: "test", at: minute(0)), seed: UInt64? = nil
    ) throws -> DraftStore {
        try DraftStore.open(
            draftPath, access: access, busyTimeout: 0.05, ids: seed.map { Seeded($0) })
    }

    /// Changes the file of drafts behind its back.
    func tamperWithDrafts(_ sql: String) throws { try tamper(sql, at: draftPath) }
}

/// Drafts of the sample form.
enum SampleDraft {
    static func header(
        at: Date = minute(0), purpose: DraftPurpose = .new, unit: [KeyPart] = []
    ) throws -> DraftHeader {
        DraftHeader(
            form: "household", formVersion: 1, formHash: "f", round: "2026-H1", day: try day("2026-06-30"),
            language: "vi", who: "Nguyễn Văn Ân", device: "máy 7", openedAt: at, purpose: purpose, unit: unit)
    }

    static let sources = [
        DraftSource(path: "Surveys/choices/villages.csv", bytes: Array("name,label\ndt1,Đức Tân\n".utf8)),
        DraftSource(path: "Surveys/household.lua", bytes: Array("form \"household\" {}".utf8) + [0, 0xFF]),
    ]

    static func event(
        _ sequence: Int, at: Date = minute(0), path: String? = "area", old: Answer? = nil, new: Answer? = nil,
        detail: String? = nil, personal: Bool = false
    ) -> AuditEvent {
        AuditEvent(
            sequence: sequence, at: at, kind: "answer", path: path, old: old, new: new, who: "Ân", elapsed: 1200,
            detail: detail, personal: personal)
    }

    /// The step of a number: one answer out of ten, the number as the state, one event.
    static func step(_ number: Int) -> DraftStep {
        let answer = Answer.value(.integer(Int64(number)))
        return DraftStep(
            at: minute(number), state: "\(number)",
            answers: [DraftChange(path: "person[\(number % 10)].age", answer: answer)],
            events: [event(number, at: minute(-number), path: "person[\(number % 10)].age", new: answer)],
            label: "bước \(number)")
    }

    /// What a draft holds after the steps 1 to `count`.
    static func expectSteps(_ count: Int, in draft: OpenDraft) throws {
        #expect(try draft.state() == (count == 0 ? "" : "\(count)"))
        #expect(try draft.events() == (0..<count).map { try #require(step($0 + 1).events.first) })
        let expected = (0...9).compactMap { place -> DraftAnswer? in
            guard let last = (1..<(count + 1)).last(where: { $0 % 10 == place }) else { return nil }
            return DraftAnswer(path: "person[\(place)].age", answer: .value(.integer(Int64(last))))
        }
        #expect(try draft.answers() == expected)
        #expect(draft.nextSequence == count + 1)
    }
}
