import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Storage
import Terminal
import VietText

/// One sitting at an interview, from the draft to the record.
struct InterviewRun {
    let open: OpenWorkspace
    let draft: OpenDraft
    let key: [KeyPart]
    /// The keys of the units that this one came from.
    let origins: [[String]]
    let isPlain: Bool
    /// Why a record is edited, where that was said beforehand.
    var reason: String?

    func run() throws {
        defer { try? draft.close() }
        let language = Language(rawValue: draft.header.language) ?? Console.language
        let workspace = try FormSnapshot.workspace(
            try draft.sources(), limits: open.configuration.limits, language: language)
        guard let binding = workspace.form(draft.header.form) else {
            throw Failure(.badData, Message("E-DRAFT-001", ["id": draft.id, "form": draft.header.form]))
        }
        let engine = FormEngine(binding, in: workspace, limit: open.configuration.limits.interview)
        let earlier = EarlierInterview(open: open, layout: binding.layout, draft: draft)
        let units = StoredUnits(
            binding.layout.isPanel ? try open.storeToRead() : nil, layout: binding.layout, calendar: open.calendar,
            round: draft.header.round)
        // What is edited is this round's own record: nothing is carried into it.
        let isEdit = if case .edit = draft.header.purpose { true } else { false }
        let session = InterviewSession(
            Interview(
                engine, state: try state(binding.layout, language),
                round: InterviewRound(calendar: open.calendar, id: draft.header.round)),
            keeper: try DraftKeeper(draft, layout: binding.layout, who: open.author), history: isEdit ? nil : units,
            clock: { Date() }, standing: earlier.standing)
        if case .edit(let record, let version) = draft.header.purpose {
            let edit = EditRun(
                open: open, workspace: workspace, engine: engine, draft: draft, session: session, sitting: self)
            return try edit.run(record, version: version)
        }
        try session.open()
        let told = try sayOrigins(session, units) + clockWarning()
        let known = key.isEmpty ? session.interview.unitKey.map(earlier.standing) : try answerKey(session)
        let dialog = InterviewDialog(session, now: localTime)
        try dialog.resume()
        told.forEach(dialog.tell)
        show(known, in: dialog)
        let end = InterviewEnd(open: open, workspace: workspace, engine: engine, draft: draft)
        var kept = ""
        let keep = { (ending: InterviewDialog.Ending) in kept = try end.keep(session.interview, ending, at: Date()) }
        let ended: ScreenInterview.End
        do {
            ended = try talk(dialog, keep)
        } catch {
            // Whatever ended it: the answers are in the draft.
            tellDraft()
            throw error
        }
        switch ended {
        case .kept: tell(kept, session)
        case .left: tellDraft()
        case .hungUp: break
        case .interrupted(let signal):
            tellDraft()
            if signal != SIGTERM { throw Failure(.interrupted) }
            raise(SIGTERM)
        }
    }

    /// In full screen where both sides are a terminal that can show it; else a line at a time.
    func talk(
        _ dialog: InterviewDialog, _ keep: @escaping (InterviewDialog.Ending) throws -> Void
    ) throws -> ScreenInterview.End {
        let capabilities = Capabilities(environment: ProcessInfo.processInfo.environment)
        if !isPlain, capabilities.isFullScreenCapable, let device = try? TerminalDevice() {
            defer { device.close() }
            var screen = ScreenInterview(dialog, on: device, capabilities: capabilities, keep: keep)
            return try screen.run()
        }
        let lines = LineInterview(
            dialog, read: { readLine(strippingNewline: true) }, write: { Console.page(wrapped($0)) }, keep: keep)
        switch try lines.run() {
        case .kept(let ending): return .kept(ending)
        case .left, .inputEnded: return .left
        }
    }

    /// A page for a terminal of its width; a pipe takes lines as they are.
    private func wrapped(_ text: String) -> String {
        guard let width = Console.width, width >= 20 else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let text = String(line)
            guard text.displayWidth > width else { return text }
            let indent = min(line.prefix { $0 == " " }.count, width / 2)
            let hanging = min(indent + 2, width / 2)
            return String(repeating: " ", count: indent)
                + text.wrapped(to: width - indent, hangingIndent: hanging).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    func tellDraft() { Console.note(Message("N-DRAFT-005", ["id": draft.id])) }

    private func state(_ layout: FormLayout, _ language: Language) throws -> InterviewState {
        let text = try draft.state()
        guard !text.isEmpty else { return InterviewState(layout, day: draft.header.day, language: language) }
        let answers = try draft.answers().map { (place: $0.path, answer: $0.answer) }
        guard let state = InterviewState(text, answers: answers, of: layout) else {
            throw Failure(.badData, Message("E-DRAFT-001", ["id": draft.id, "form": draft.header.form]))
        }
        return state
    }

    /// The local day and minute of now.
    func localTime() -> (day: Day, minutes: Int) { open.localTime(of: Date()) }

    /// Shows what is known of the unit beside the first page. A draft that is taken up again stays open, whatever was
    /// stored meanwhile: it must not be lost.
    private func show(_ standing: UnitStanding?, in dialog: InterviewDialog) {
        switch standing {
        case .free(let notices): notices.forEach(dialog.tell)
        case .taken(let objections): objections.forEach(dialog.refuse)
        case nil: break
        }
    }

    /// Answers the key as it was given on the command line, by the form's own rules.
    private func answerKey(_ session: InterviewSession) throws -> UnitStanding {
        var notices: [Message] = []
        for part in key {
            _ = try session.handle(.jump(Spot(part.field)))
            guard let question = session.interview.question, question.spot.name == part.field else {
                throw Failure(.usage, Message("E-INTERVIEW-005", ["field": part.field]))
            }
            let (day, minutes) = localTime()
            let typed: TypedAnswer
            do throws(Message) {
                typed = try TypedAnswer.read(
                    part.value, for: question, language: session.interview.state.language, day: day, minutes: minutes)
            } catch {
                try refuse(error)
            }
            for effect in try session.handle(typed.event) {
                if case .refused(let messages) = effect, let first = messages.first { try refuse(first) }
                if case .told(let message) = effect { notices.append(message) }
            }
        }
        _ = try session.handle(.advance)
        return .free(notices)
    }

    /// A clock that was set back would put the interview into a round long past.
    private func clockWarning() -> [Message] {
        guard let last = try? open.storeToRead()?.lastStoredAt(), last.timeIntervalSinceNow > 3600 else { return [] }
        return [
            Message(
                "N-INTERVIEW-008",
                ["time": open.moment(Date()), "last": open.moment(last), "round": draft.header.round])
        ]
    }

    /// Keeps the records that the unit came from.
    /// - Returns: what the interviewer should know.
    private func sayOrigins(_ session: InterviewSession, _ units: StoredUnits) throws -> [Message] {
        guard !origins.isEmpty else { return [] }
        let ids = try origins.map { key in
            if let id = try units.latest(key) { return id }
            let value = zip(session.interview.layout.form.key, key).map { "\($0)=\($1)" }.joined(separator: ",")
            try refuse(Message("E-CARRY-008", ["value": value, "round": draft.header.round]), .noInput)
        }
        let distinct = ids.enumerated().filter { !ids.prefix($0).contains($1) }.map(\.element)
        return try session.handle(.come(from: distinct)).compactMap { effect in
            if case .told(let message) = effect { message } else { nil }
        }
    }

    /// A key that cannot stand makes no interview.
    private func refuse(_ message: Message, _ status: ExitStatus = .usage) throws -> Never {
        try draft.finish()
        throw Failure(message.code.hasPrefix("E-UNIT-") ? .badData : status, message)
    }

    private func tell(_ id: String, _ session: InterviewSession) {
        let minutes = Int(Date().timeIntervalSince(draft.header.openedAt) / 60)
        Console.note(
            Message(
                "N-DRAFT-006",
                ["id": id, "count": "\(session.interview.keptCount)", "minutes": "\(max(minutes, 0))"]))
    }
}
