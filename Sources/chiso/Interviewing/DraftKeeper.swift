import FormModel
import Foundation
import Interviewing
import Storage

/// Keeps an interview as a draft.
final class DraftKeeper: InterviewKeeper {
    let draft: OpenDraft
    private let layout: FormLayout
    private let who: String
    /// The places that have an answer, to take them away with their row.
    private var answered: [String: Answer]
    private var sequence: Int

    init(_ draft: OpenDraft, layout: FormLayout, who: String) throws {
        self.draft = draft
        self.layout = layout
        self.who = who
        self.answered = Dictionary(try draft.answers().map { ($0.path, $0.answer) }) { first, _ in first }
        self.sequence = draft.nextSequence
    }

    func keep(_ step: InterviewStep) throws {
        var after = answered
        for (spot, answer) in step.answers { after[spot.description] = answer }
        for (roster, row) in step.removed {
            let gone = roster.row(row)
            for path in after.keys where Spot(path)?.isWithin(gone) ?? false { after[path] = nil }
        }
        let changed = Set(answered.keys).union(after.keys).filter { answered[$0] != after[$0] }.sorted()
        let events = step.entries.enumerated().map { place, entry in
            AuditEvent(
                sequence: sequence + place, at: step.at, kind: entry.kind, path: entry.spot?.description,
                old: entry.old,
                new: entry.new, who: who, elapsed: place == 0 ? milliseconds(step.elapsed) : 0, detail: entry.detail,
                personal: entry.isPersonal)
        }
        let unit = unit(after)
        try draft.write(
            DraftStep(
                at: step.at, state: step.state,
                answers: changed.map { DraftChange(path: $0, answer: after[$0]) }, events: events,
                label: unit.map(\.value).joined(separator: " "), unit: unit))
        answered = after
        sequence += events.count
    }

    /// What is known of the unit's key. A personal key stays in the draft's answers alone.
    private func unit(_ answers: [String: Answer]) -> [KeyPart] {
        layout.keyFields.compactMap { field in
            guard !field.question.personal, let value = answers[field.name]?.value?.keyText else { return nil }
            return KeyPart(field: field.name, value: value)
        }
    }

    private func milliseconds(_ duration: Duration) -> Int {
        Int(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)
    }
}
