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
              chiso interview --drafts
              chiso interview --resume last
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The form's id.") var form: String?
    @Option(help: "A field of the key: K=V; may be given several times.") var key: [String] = []
    @Option(help: "The round (default: the one that holds today).") var period: String?
    @Option(help: "Go on with a draft: its id, or last.") var resume: String?
    @Flag(help: "List the drafts.") var drafts = false
    @Option(help: "Throw a draft away; asks for the word.") var discard: String?
    @Flag(help: "A line at a time, without moving the cursor.") var plain = false

    func run() throws {
        let open = try OpenWorkspace(options)
        if drafts { return try listDrafts(open) }
        if let discard { return try discardDraft(discard, open) }
        let store = try open.draftsToWrite()
        let draft = try resume.map { try takeUp($0, store, open) } ?? begin(store, open)
        try InterviewRun(open: open, draft: draft, key: resume == nil ? try keyParts() : [], isPlain: plain).run()
    }

    // MARK: Drafts

    private func listDrafts(_ open: OpenWorkspace) throws {
        defer { try? tellReturned(open) }
        guard let store = try open.draftsToRead() else { return Console.note(Message("N-DRAFT-001")) }
        let found = try store.drafts().filter { form == nil || $0.header.form == form }
        guard !found.isEmpty else { return Console.note(Message("N-DRAFT-001")) }
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
        Console.out(table.text(as: .table))
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
        guard let typed = readLine(), typed.storageForm.uppercased() == word else {
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
        return try store.open(id, by: open.author, at: open.now)
    }

    // MARK: A new interview

    private func begin(_ store: DraftStore, _ open: OpenWorkspace) throws -> OpenDraft {
        let workspace = try open.loadSound([.surveys])
        let ids = workspace.forms.map(\.layout.form.id)
        guard let form else {
            throw Failure(.usage, Message("E-CLI-004", ["name": "", "allowed": ids.joined(separator: ", ")]))
        }
        let binding = try FormNamed.find(form, in: workspace)
        let layout = binding.layout
        let header = DraftHeader(
            form: form, formVersion: layout.form.version, formHash: layout.form.contentHash,
            round: try round(of: layout.form, open), day: open.today, language: Console.language.rawValue,
            who: open.author, device: open.configuration.device, openedAt: open.now)
        for part in try keyParts() where !layout.form.key.contains(part.field) {
            throw Failure(.usage, Message("E-CLI-003", Suggestion.facts(part.field, among: layout.form.key)))
        }
        return try store.create(header, sources: try FormSnapshot.take(of: binding, in: open.folder))
    }

    private func round(of form: Form, _ open: OpenWorkspace) throws -> String {
        guard let period else { return open.calendar.period(of: form.round, containing: open.today).id }
        guard let found = open.calendar.period(id: period), found.length == form.round else {
            throw Failure(.usage, Message("E-ROW-013", ["found": period, "expected": form.round.rawValue]))
        }
        return found.id
    }

    private func keyParts() throws -> [KeyPart] {
        try key.map { text in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw Failure(.usage, Message("E-CLI-010", ["value": text]))
            }
            return KeyPart(field: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
        }
    }
}
