import ArgumentParser
import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Storage
import VietText

/// `chiso data edit`: opens a stored record in the interview.
struct DataEdit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Open a stored record in the interview and keep what changes, with a reason.",
        discussion: """
            The record is asked by the form as it is now; if that cannot read what was stored, nothing is opened. At the \
            end the changes are shown and a reason is asked for; then the record has a new version and is complete. A \
            calculation is made anew where the changed answers change it, and else stays as it was stored. The unit's \
            key stays what it is. Leaving keeps a draft: chiso interview --resume goes on, --discard gives it up. An \
            approved record is sent back first (chiso data review ID --return).

              chiso data edit 3f9a
              chiso data edit 3f9a --reason "tuổi ghi nhầm" --plain
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "Why it is edited; asked for at the end if not given.") var reason: String?
    @Flag(help: "A line at a time, without moving the cursor.") var plain = false
    @Argument(help: "The record's id, or its beginning.") var id: String

    func run() throws {
        let open = try OpenWorkspace(options)
        if let reason, reason.storageForm.isEmpty { throw Failure(.usage, Message("N-EDIT-007")) }
        guard let store = try open.storeToWriteIfThere() else {
            throw Failure(.noInput, Message("E-CLI-009", ["id": id]))
        }
        let found = try RecordIndex(store).find(id)
        let (workspace, binding) = try open.loadForm(found.form)
        try refuseOtherShape(binding.layout, store, open)
        guard let stored = try store.record(found.id, layout: binding.layout) else {
            throw Failure(.noInput, Message("E-CLI-009", ["id": id]))
        }
        guard stored.record.status != .approved else {
            throw Failure(.badData, Message("E-EDIT-001", ["id": found.id]))
        }
        try StoredDrafts.end(open)
        let drafts = try open.draftsToWrite()
        try refuseOpenDraft(of: found, drafts)
        // A look at personal data leaves a trace, whatever becomes of the edit.
        try PersonalAccess.log("edit", of: "\(found.form) \(found.id)", store, open)
        try tell(stored, binding.layout, store)
        let engine = FormEngine(binding, in: workspace, limit: open.configuration.limits.interview)
        let state = try state(stored, engine, store)
        let draft = try drafts.create(
            header(stored, binding.layout, open), sources: try FormSnapshot.take(of: binding, in: open.folder),
            beginningWith: step(state, binding.layout, open))
        try InterviewRun(
            open: open, draft: draft, key: [], origins: [], isPlain: plain, reason: reason?.printableLine.storageForm
        ).run()
    }

    // MARK: What cannot be edited

    /// The form as it is now must be able to read what is stored, and to be written with.
    private func refuseOtherShape(_ layout: FormLayout, _ store: Store, _ open: OpenWorkspace) throws {
        let errors = try ShapeCheck(store: store).diagnostics([layout]).filter { $0.severity == .error }
        guard !errors.isEmpty else { return }
        DiagnosticPrinter(folder: open.folder, language: Console.language).print(errors)
        throw Failure(.badData, Message("E-EDIT-005", ["form": layout.form.id]))
    }

    private func refuseOpenDraft(of found: RecordIndex.Found, _ drafts: DraftStore) throws {
        for draft in try drafts.drafts() where draft.header.form == found.form {
            guard case .edit(found.id, _) = draft.header.purpose else { continue }
            let facts = ["id": found.id, "draft": draft.id, "who": draft.header.who]
            throw Failure(.busy, Message("E-EDIT-002", facts))
        }
    }

    // MARK: The draft

    private func tell(_ stored: StoredRecord, _ layout: FormLayout, _ store: Store) throws {
        let (header, form) = (stored.header, layout.form)
        Console.note(
            Message(
                "N-EDIT-001", ["id": header.id, "form": form.id, "round": header.round, "version": "\(header.version)"])
        )
        if header.formVersion != form.version {
            let facts = [
                "before": "\(header.formVersion)", "version": "\(form.version)",
                "added": try added(stored, layout, store).joined(separator: ", "),
            ]
            Console.note(Message("N-EDIT-002", facts))
        }
    }

    /// The questions that the form has gained since the record was made.
    private func added(_ stored: StoredRecord, _ layout: FormLayout, _ store: Store) throws -> [String] {
        guard let before = try store.formShapes(layout.form.id)[stored.header.formVersion] else { return [] }
        return FormShape(layout).changes(since: before).added
    }

    private func header(_ stored: StoredRecord, _ layout: FormLayout, _ open: OpenWorkspace) -> DraftHeader {
        DraftHeader(
            form: layout.form.id, formVersion: layout.form.version, formHash: layout.form.contentHash,
            round: stored.record.round, day: stored.record.date, language: Console.language.rawValue,
            who: open.author, device: open.configuration.device, openedAt: open.now,
            purpose: .edit(record: stored.record.id, version: stored.header.version))
    }

    /// The record's answers, with what its log says beside them.
    private func state(_ stored: StoredRecord, _ engine: FormEngine, _ store: Store) throws -> InterviewState {
        let (id, form) = (stored.record.id, engine.layout.form.id)
        let visit = try store.visits(of: id, form: form).last?.visit
        var state = InterviewState(
            editing: stored.record, with: engine, language: Console.language,
            reason: visit?.reason ?? visit?.appointment ?? "")
        state.open(added: Set(try added(stored, engine.layout, store)))
        for version in 1..<max(1, stored.header.version) {
            guard let earlier = try store.record(id, layout: engine.layout, version: version) else { continue }
            state.useRows(of: earlier.record, in: engine.layout)
        }
        for logged in try store.auditEvents(of: id, form: form) {
            let event = logged.event
            state.recall(
                InterviewStep.Entry(
                    kind: event.kind, spot: event.path.flatMap { Spot($0) }, old: event.old, new: event.new,
                    detail: event.detail))
        }
        return state
    }

    private func step(_ state: InterviewState, _ layout: FormLayout, _ open: OpenWorkspace) -> DraftStep {
        let answers = state.answers(of: layout).map { DraftChange(path: $0.spot.description, answer: $0.answer) }
        let unit = layout.keyFields.compactMap { field -> KeyPart? in
            guard !field.question.personal, let value = state.root.answers[field.index]?.value?.keyText else {
                return nil
            }
            return KeyPart(field: field.name, value: value)
        }
        return DraftStep(
            at: open.now, state: state.encoded(of: layout), answers: answers,
            label: unit.map(\.value).joined(separator: " "), unit: unit)
    }
}
