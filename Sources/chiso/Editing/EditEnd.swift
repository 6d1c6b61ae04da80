import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Storage
import Terminal

/// The new version that an edit gives, before it is kept.
struct EditedRecord {
    let record: Record
    /// What differs from the version that the edit began with; empty where nothing does.
    let changes: [Difference]
}

/// Makes a new version of an edited record, and brings it into the store; only then the draft goes.
struct EditEnd {
    let open: OpenWorkspace
    let workspace: Workspace
    let engine: FormEngine
    let draft: OpenDraft
    /// The record as it was when the edit began.
    let stored: StoredRecord

    private var layout: FormLayout { engine.layout }

    /// The interview of the record as it was.
    func interviewBefore(_ language: Language) -> Interview {
        Interview(engine, state: InterviewState(editing: stored.record, with: engine, language: language))
    }

    /// What a reviewer said who sent the record back or rejected it; `nil` where nobody did.
    func review(_ language: Language) throws -> Message? {
        guard [.returned, .rejected].contains(stored.record.status),
            let version = try open.storeToRead()?.history(stored.record.id, form: layout.form.id).first(where: {
                $0.version == stored.header.version
            })
        else { return nil }
        let status = StatusWords.word(stored.record.status.rawValue, language)
        return Message("N-EDIT-003", ["status": status, "who": version.who, "text": version.why ?? ""])
    }

    // MARK: Making

    /// The new version. What the changed answers do not touch stays as it is stored; a calculation that follows from
    /// them is made anew.
    /// - Throws: a `Message` where the record cannot be kept as it is.
    func make(_ interview: Interview, _ ending: InterviewDialog.Ending) throws -> EditedRecord {
        let answers = interview.given(interview.isRefused ? .ofRefusal : .all)
        let built = build(
            answers, status: ending == .incomplete ? .incomplete : .complete,
            result: interview.state.ending?.result ?? .completed)
        for problem in built.problems {
            switch problem.kind {
            case .error: throw problem.message.code == "E-ROW-017" ? keyMessage : problem.message
            case .unanswered: if built.record.counts { throw problem.message }
            case .warning, .fault: break
            }
        }
        let before = interviewBefore(interview.state.language)
        let base = build(before.given(), status: stored.record.status, result: stored.record.result)
        var record = built.record
        record.root = record.root.keeping(stored.record.root, whereUnchangedFrom: base.record.root)
        return EditedRecord(record: record, changes: layout.differences(from: stored.record, to: record))
    }

    private func build(_ answers: GivenRow, status: RecordStatus, result: VisitResult) -> RecordBuilder.Built {
        var given = GivenRecord(root: answers)
        given.id = stored.record.id
        given.round = stored.record.round
        given.date = stored.record.date
        given.status = status
        given.result = result
        return RecordBuilder(engine, calendar: open.calendar, defaultDate: stored.record.date).build(given)
    }

    private var keyMessage: Message {
        Message("E-EDIT-004", ["fields": layout.form.key.joined(separator: ", "), "id": stored.record.id])
    }

    // MARK: Keeping

    /// The record's version now, where it is not the one that the edit began with.
    func otherVersion(in store: Store) throws -> CurrentVersion? {
        let now = try store.currentVersion(of: stored.record.id, form: layout.form.id)
        return now?.version == stored.header.version ? nil : now
    }

    /// The message for a record that somebody changed meanwhile.
    func conflict(_ now: CurrentVersion) -> Message {
        let facts = [
            "id": stored.record.id, "version": "\(now.version)", "who": now.who, "why": now.why ?? "",
            "draft": draft.id,
        ]
        return Message("E-EDIT-003", facts)
    }

    /// Keeps the notes and confirmations of an edit that changed no answer: in the record's log, without a new version.
    /// - Returns: whether there are any.
    func keepNotes(_ edited: EditedRecord, at instant: Date) throws -> Bool {
        let trail = try draft.trail()
        guard trail.events.contains(where: { ["note", "confirm"].contains($0.kind) }) else { return false }
        _ = try write(edited.record, trail, why: nil, at: instant)
        return true
    }

    /// Writes the new version with the log of the edit. Nothing is written where the record was changed meanwhile.
    /// - Returns: the version.
    func keep(_ edited: EditedRecord, reason: String, isRefusal: Bool, at instant: Date) throws -> Int {
        var trail = try draft.trail()
        trail.events.append(
            AuditEvent(
                sequence: draft.nextSequence, at: instant, kind: EditEnd.eventKind, who: open.author, detail: reason))
        if isRefusal { trail = trail.ofRefusal(keeping: Set(layout.keptOfRefusals)) }
        guard case .updated(let version) = try write(edited.record, trail, why: reason, at: instant) else {
            return stored.header.version
        }
        return version
    }

    private func write(
        _ record: Record, _ trail: AuditTrail, why: String?, at instant: Date
    ) throws -> WriteOutcome {
        let store = try open.storeToWrite()
        let source = WriteSource(
            who: open.author, at: instant, device: open.configuration.device, why: why, known: .update,
            origin: try store.origin() ?? .collected)
        let text = workspace.texts[layout.form.place.file] ?? ""
        return try store.importing(layout, formText: text, source: source) { writer in
            if let now = try otherVersion(in: store) { throw Failure(.badData, conflict(now)) }
            return try writer.write(record, auditing: trail, visits: [])
        }
    }

    /// What the log calls the end of an edit; its detail is the reason.
    static let eventKind = "edited"
}
