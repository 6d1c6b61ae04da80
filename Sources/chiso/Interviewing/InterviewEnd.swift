import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Storage
import Terminal

/// Makes a record of an interview and brings it into the store; only then the draft goes. Whoever is killed between does
/// both once more, and nothing is kept twice.
struct InterviewEnd {
    let open: OpenWorkspace
    let workspace: Workspace
    let engine: FormEngine
    let draft: OpenDraft

    /// Keeps the record.
    /// - Returns: the record's id.
    /// - Throws: a `Message` where the record cannot be kept as it is.
    func keep(_ interview: Interview, _ ending: InterviewDialog.Ending, at instant: Date) throws -> String {
        let isRefusal = interview.isRefused
        var given = GivenRecord(root: interview.given(isRefusal ? .ofRefusal : .all))
        given.round = draft.header.round
        given.date = draft.header.day
        given.status = ending == .incomplete ? .incomplete : .complete
        given.result = interview.state.ending?.result ?? (isRefusal ? .refused : .completed)
        let builder = RecordBuilder(engine, calendar: open.calendar, defaultDate: draft.header.day, batch: draft.id)
        let built = builder.build(given)
        let standing = built.problems.first { problem in
            switch problem.kind {
            case .error, .unanswered: !problem.isOpen || built.record.counts
            case .warning, .fault: false
            }
        }
        if let standing { throw standing.message }
        try write(
            built.record, trail(isRefusal), visit(interview, given.result ?? .completed, at: instant), at: instant)
        try draft.finish()
        return built.record.id
    }

    private func write(_ record: Record, _ trail: AuditTrail, _ visit: Visit, at instant: Date) throws {
        let store = try open.storeToWrite()
        let form = engine.binding.layout.form
        let known = try store.record(record.id, layout: engine.binding.layout)
        let source = WriteSource(
            who: open.author, at: instant, device: open.configuration.device, why: "interview \(draft.id)",
            known: mayReplace(known?.record) ? .update : .refuse)
        let outcome = try store.importing(
            engine.binding.layout, formText: workspace.texts[form.place.file] ?? "", source: source
        ) { writer in
            try writer.write(record, auditing: trail, visits: [visit])
        }
        guard case .conflict = outcome else { return }
        let code = known?.record.counts == false ? "E-UNIT-004" : "E-INTERVIEW-008"
        throw Message(code, ["id": record.id, "round": record.round])
    }

    /// An earlier visit that did not complete the interview is followed by a later one; a completed record is edited.
    private func mayReplace(_ known: Record?) -> Bool {
        known.map { !$0.counts && $0.status != .approved } ?? true
    }

    /// The log; where the respondent refused, without what was said before.
    private func trail(_ isRefusal: Bool) throws -> AuditTrail {
        let trail = try draft.trail()
        return isRefusal ? trail.ofRefusal(keeping: Set(engine.layout.keptOfRefusals)) : trail
    }

    private func visit(_ interview: Interview, _ result: VisitResult, at instant: Date) -> Visit {
        let ending = interview.state.ending
        return Visit(
            startedAt: draft.header.openedAt, endedAt: max(instant, draft.header.openedAt), who: draft.header.who,
            device: draft.header.device, result: result,
            reason: ending.flatMap { $0.reason.isEmpty ? nil : $0.reason }, appointment: ending?.appointment)
    }
}

extension AuditTrail {
    /// The log of who does not consent: what was done and when, and of what was said only some questions.
    func ofRefusal(keeping kept: Set<String>) -> AuditTrail {
        var trail = self
        for place in trail.events.indices {
            let event = trail.events[place]
            let isKept = !event.personal && (event.path.map(kept.contains) ?? true)
            if isKept || event.kind == "stop" || event.kind == "move" { continue }
            (trail.events[place].old, trail.events[place].new, trail.events[place].detail) = (nil, nil, nil)
        }
        return trail
    }
}

extension FormLayout {
    /// The questions whose answers stay of a refusal: which unit it is, and consent.
    var keptOfRefusals: [String] {
        root.fields.filter { form.key.contains($0.name) || $0.question.consent }.map(\.name)
    }
}
