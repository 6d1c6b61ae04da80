import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Storage
import Terminal
import VietText

/// One sitting at the edit of a record, from the draft to the new version. It is the same dialog as an interview's; at
/// its end the changes are shown, and a reason is asked for.
struct EditRun {
    let open: OpenWorkspace
    let workspace: Workspace
    let engine: FormEngine
    let draft: OpenDraft
    let session: InterviewSession
    let sitting: InterviewRun

    /// - Parameters:
    ///   - id: the record.
    ///   - version: the version that the edit began with.
    func run(_ id: String, version: Int) throws {
        guard let stored = try open.storeToRead()?.record(id, layout: engine.layout, version: version) else {
            throw Failure(.noInput, Message("E-CLI-009", ["id": id]))
        }
        let end = EditEnd(open: open, workspace: workspace, engine: engine, draft: draft, stored: stored)
        if let store = try open.storeToRead(), let now = try end.otherVersion(in: store) {
            Console.note(end.conflict(now))
        }
        try session.open()
        try talk(end)
    }

    private func talk(_ end: EditEnd) throws {
        let dialog = InterviewDialog(session, now: sitting.localTime)
        if let review = try end.review(session.interview.state.language) { dialog.tell(review) }
        while true {
            var edited: EditedRecord?
            let keep = { (ending: InterviewDialog.Ending) in edited = try end.make(session.interview, ending) }
            switch try sitting.talk(dialog, keep) {
            case .kept:
                guard let edited else { return }
                if try settle(edited, end) { return }
            case .left: return sitting.tellDraft()
            case .hungUp: return
            case .interrupted(let signal):
                sitting.tellDraft()
                if signal != SIGTERM { throw Failure(.interrupted) }
                raise(SIGTERM)
                return
            }
        }
    }

    /// Shows the changes, asks for the reason and keeps the new version.
    /// - Returns: whether the sitting is over; `false` where the editor goes back to the questions.
    private func settle(_ edited: EditedRecord, _ end: EditEnd) throws -> Bool {
        let id = edited.record.id
        guard !edited.changes.isEmpty else {
            let hasNotes = try end.keepNotes(edited, at: Date())
            try draft.finish()
            Console.note(Message(hasNotes ? "N-EDIT-015" : "N-EDIT-004", ["id": id]))
            return true
        }
        let list = ChangeList(
            before: end.interviewBefore(session.interview.state.language), after: session.interview)
        let lines = list.lines(edited.changes)
        Console.page("\n" + words("N-EDIT-005", ["count": "\(lines.count)"]) + "\n")
        Console.page(lines.map { "  \($0)\n" }.joined())
        switch try sitting.reason.map(Reason.given) ?? askReason() {
        case .goBack: return false
        case .leave: sitting.tellDraft()
        case .given(let reason):
            do {
                let version = try end.keep(
                    edited, reason: reason, isRefusal: session.interview.isRefused, at: Date())
                try draft.finish()
                let facts = ["id": id, "version": "\(version)", "count": "\(edited.changes.count)"]
                Console.note(Message("N-EDIT-009", facts))
            } catch let error {
                // Nothing was written, and nothing is lost.
                sitting.tellDraft()
                throw error
            }
        }
        return true
    }

    // MARK: The reason

    private enum Reason {
        case given(String)
        case goBack
        case leave
    }

    private func askReason() throws -> Reason {
        while true {
            Console.page(words("N-EDIT-006") + "\n")
            guard let line = readLine() else { return .leave }
            let text = line.printableLine.storageForm
            switch text {
            case "": Console.page(words("N-EDIT-007") + "\n")
            case ":b": return .goBack
            case ":q": return .leave
            default: return .given(text)
            }
        }
    }

    private func words(_ code: String, _ facts: [String: String] = [:]) -> String {
        Message(code, facts).text(in: session.interview.state.language)
    }
}
