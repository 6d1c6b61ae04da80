import ArgumentParser
import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Storage
import Terminal
import VietText

/// `chiso interview`: asks a form in the terminal.
struct InterviewForm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview", abstract: "Ask a form in the terminal; every answer is on the disk at once.",
        discussion: """
            Type a choice's number, or some words of it, and Enter; :? lists the commands. Nothing is lost: an interview \
            that was left, or killed, goes on with --resume where it stood.

              chiso interview household
              chiso interview household --key village=dt1 --key household_no=12
              chiso interview household --key village=dt1 --key household_no=902 --from village=dt1,household_no=12
              chiso interview --drafts
              chiso interview --resume last
              chiso interview household --assignments
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The form's id.") var form: String?
    @Option(help: "A field of the key: K=V; may be given several times.") var key: [String] = []
    @Option(help: "The key of a unit that this one came from: K=V,K=V; may be given several times.")
    var from: [String] = []
    @Option(help: "The round (default: the one that holds today).") var period: String?
    @Option(help: "Go on with a draft: its id, or last.") var resume: String?
    @Flag(help: "List the drafts.") var drafts = false
    @Flag(help: "List what is assigned to the interviewer by a sample, with its state.") var assignments = false
    @Option(help: "With --assignments: whose (default: the one of chiso.toml; without one, all).")
    var interviewer: String?
    @Option(help: "The form of the lists: table, json or csv.") var format: OutputFormat = .table
    @Option(help: "Throw a draft away; asks for the word.") var discard: String?
    @Flag(help: "A line at a time, without moving the cursor.") var plain = false

    func run() throws {
        let open = try OpenWorkspace(options)
        let stored = try StoredDrafts.end(open)
        // What was to be gone on with is done.
        if let resume, stored.contains(resume.lowercased()) { return }
        if drafts { return try listDrafts(open) }
        if assignments { return try listAssignments(open) }
        if let discard { return try discardDraft(discard, open) }
        guard from.isEmpty || (resume == nil && !key.isEmpty) else {
            throw Failure(.usage, Message("E-CARRY-009"))
        }
        let store = try open.draftsToWrite()
        var origins: [[String]] = []
        let draft = try resume.map { try takeUp($0, store, open) } ?? begin(store, open, &origins)
        try InterviewRun(
            open: open, draft: draft, key: resume == nil ? try keyParts() : [], origins: origins, isPlain: plain
        ).run()
    }

    // MARK: Drafts

    private func listDrafts(_ open: OpenWorkspace) throws {
        defer { try? tellReturned(open) }
        let found = try open.draftsToRead()?.drafts().filter { form == nil || $0.header.form == form } ?? []
        if found.isEmpty {
            Console.note(Message("N-DRAFT-001"))
            // Programs get a list all the same.
            if format == .table { return }
        }
        let rows = found.map { draft in
            [
                draft.id, draft.header.form, draft.header.round, draft.label, edited(draft),
                open.text(of: draft.changedAt),
                "\(draft.answerCount)", draft.holder.map(\.who) ?? (draft.isHeld ? "?" : ""),
            ]
        }
        let table = PlainTable(
            columns: ["id", "form", "round", "unit", "edit_of", "changed_at", "answers", "open_by"], numeric: [6],
            rows: rows)
        Console.out(table.text(as: format))
    }

    /// The record that a draft edits, by the beginning of its id; empty for a new interview.
    private func edited(_ draft: DraftSummary) -> String {
        guard case .edit(let record, _) = draft.header.purpose else { return "" }
        return String(record.prefix(12))
    }

    /// What reviewers have sent back waits for its interviewer as drafts do.
    private func tellReturned(_ open: OpenWorkspace) throws {
        var counts: [String: Int] = [:]
        for count in try open.storeToRead()?.counts() ?? [] where count.status == .returned {
            counts[count.form, default: 0] += count.count
        }
        for (id, count) in counts.sorted(by: { $0.key < $1.key }) where form == nil || form == id {
            Console.note(Message("N-REVIEW-002", ["count": "\(count)", "form": id]))
        }
    }

    private func discardDraft(_ id: String, _ open: OpenWorkspace) throws {
        guard let store = try open.draftsToRead(), let draft = try store.drafts().first(where: { $0.id == id }) else {
            throw Failure(.noInput, Message("E-STORE-no_such_draft", ["draft": id]))
        }
        let word = Console.language == .vietnamese ? "XOA" : "DISCARD"
        Console.note(
            Message("N-DRAFT-002", ["id": id, "form": draft.header.form, "unit": draft.label, "word": word]))
        // The word is typed with or without its marks, in either language.
        let words = ["xoa", "discard"]
        guard let typed = readLine(), words.contains(typed.storageForm.searchKey) else {
            throw Failure(.no, Message("N-DRAFT-003", ["id": id]))
        }
        try open.draftsToWrite().discard(id)
        Console.note(Message("N-DRAFT-004", ["id": id]))
    }

    private func takeUp(_ wanted: String, _ store: DraftStore, _ open: OpenWorkspace) throws -> OpenDraft {
        var id = wanted
        if wanted == "last" {
            guard let last = try store.drafts().first(where: { form == nil || $0.header.form == form }) else {
                throw Failure(.noInput, Message("N-DRAFT-001"))
            }
            id = last.id
        }
        do {
            return try store.open(id, by: open.author, at: open.now)
        } catch let error as StorageError where error.code == .draftInUse {
            var facts = error.facts
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
            if let since = facts["since"].flatMap({ try? style.parse($0) }) { facts["since"] = open.text(of: since) }
            throw StorageError(error.code, path: error.path, facts: facts)
        }
    }

    // MARK: A new interview

    private func begin(_ store: DraftStore, _ open: OpenWorkspace, _ origins: inout [[String]]) throws -> OpenDraft {
        guard let form else {
            let ids = try open.load([.surveys]).forms.map(\.layout.form.id)
            throw Failure(.usage, Message("E-CLI-004", ["name": "", "allowed": ids.joined(separator: ", ")]))
        }
        // A fault in another form holds up no interview (`semantics.md` 5.1).
        let binding = try open.loadForm(form).1
        let layout = binding.layout
        let round = try round(of: layout.form, open)
        if let first = open.calendar.period(id: round)?.first, first > open.today {
            throw Failure(.usage, Message("E-INTERVIEW-009", ["round": round, "date": first.iso]))
        }
        let header = DraftHeader(
            form: form, formVersion: layout.form.version, formHash: layout.form.contentHash,
            round: round, day: open.today, language: Console.language.rawValue,
            who: open.author, device: open.configuration.device, openedAt: open.now)
        for part in try keyParts() where !layout.form.key.contains(part.field) {
            throw Failure(.usage, Message("E-CLI-003", Suggestion.facts(part.field, among: layout.form.key)))
        }
        origins = try from.map { try originKey($0, layout) }
        return try store.create(header, sources: try FormSnapshot.take(of: binding, in: open.folder))
    }

    /// The round that `--period` names, or the one that holds today.
    func round(of form: Form, _ open: OpenWorkspace) throws -> String {
        guard let period else { return open.calendar.period(of: form.round, containing: open.today).id }
        guard let found = open.calendar.period(id: period), found.length == form.round else {
            throw Failure(.usage, Message("E-ROW-013", ["found": period, "expected": form.round.rawValue]))
        }
        return found.id
    }

    /// The key of a unit that this one came from, in the order of the form's key.
    private func originKey(_ text: String, _ layout: FormLayout) throws -> [String] {
        let form = layout.form
        guard layout.isPanel else { throw Failure(.usage, Message("E-CARRY-006", ["form": form.id])) }
        let parts = try keyParts(text.storageForm.split(separator: ",").map(String.init))
        for part in parts where !form.key.contains(part.field) {
            throw Failure(.usage, Message("E-CLI-003", Suggestion.facts(part.field, among: form.key)))
        }
        if Set(parts) == Set(try keyParts(key.map(\.storageForm))) {
            throw Failure(.usage, Message("E-CARRY-010", ["value": text]))
        }
        return try form.key.map { name in
            if let part = parts.first(where: { $0.field == name }) { return part.value }
            let expected = form.key.map { "\($0)=…" }.joined(separator: ",")
            throw Failure(.usage, Message("E-CARRY-007", ["value": text, "expected": expected]))
        }
    }

    private func keyParts() throws -> [KeyPart] { try keyParts(key) }

    private func keyParts(_ texts: [String]) throws -> [KeyPart] {
        try texts.map { text in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw Failure(.usage, Message("E-CLI-010", ["value": text]))
            }
            return KeyPart(field: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
        }
    }
}
