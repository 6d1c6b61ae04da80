import FormModel
import Interviewing
import Messages

/// The talk between an interviewer and the program: lines and commands come in, pages come out. Full screen and line mode
/// are two ways to show the same dialog.
public final class InterviewDialog {
    /// What is on the page beside the question.
    enum Mode {
        case question
        case confirming([Message])
        case text(heading: String, [String])
        case places(heading: String, [(spot: Spot, label: String)])
        case removing(RowSummary)
        case results
        case appointment
        case reason(VisitResult, appointment: String?)
    }

    /// What comes of a line.
    public enum Outcome: Hashable, Sendable {
        /// The dialog goes on.
        case goesOn
        /// The interviewer leaves; the draft stays.
        case leaves
        /// The record is to be kept.
        case ends(Ending)
    }

    /// How an interview is kept.
    public enum Ending: Hashable, Sendable {
        /// As a complete record, or with the result that ended the visit.
        case complete
        /// As a record that is not complete.
        case incomplete
    }

    let session: InterviewSession
    let now: () -> (day: Day, minutes: Int)
    var mode = Mode.question
    var notices: [Page.Notice] = []
    /// What was typed and refused; it stays in the field.
    var refused = ""
    /// Whether the interviewer was told, at the end, that the form itself failed somewhere.
    var knowsOfFaults = false

    /// A dialog.
    /// - Parameter now: the local day and minute.
    public init(_ session: InterviewSession, now: @escaping () -> (day: Day, minutes: Int)) {
        self.session = session
        self.now = now
    }

    /// Goes on where it was left: an unusual answer that waited for its confirmation is asked about again.
    public func resume() throws {
        if let pending = interview.state.pending { try handle(.answer(pending.answer)) }
    }

    var interview: Interview { session.interview }
    var language: Language { interview.state.language }
    var words: Words { Words(language) }

    /// Takes a line that was ended with Enter.
    public func enter(_ line: String) throws -> Outcome {
        notices = []
        refused = ""
        if let command = InterviewCommand(line), takesCommands { return try run(command) }
        switch mode {
        case .question: return try answer(line)
        case .confirming: return try confirm(line)
        case .text: mode = .question
        case .places(_, let places): try choose(line, among: places)
        case .removing(let row): try remove(row, line)
        case .results: chooseResult(line)
        case .appointment: makeAppointment(line)
        case .reason(let result, let appointment): try stop(with: result, line, appointment)
        }
        return .goesOn
    }

    /// Shows that an ending could not be kept.
    public func refuse(_ message: Message) { say(.error, message) }

    /// Says that something was typed and left without Enter, so that nobody takes it for kept.
    public func tellUnsaved(_ text: String) {
        say(.info, Message("N-KEYING-002", ["found": text.printableLine]))
    }

    /// Shows what the interviewer should know, beside the page.
    public func tell(_ message: Message) { say(.info, message) }

    /// Whether a question is on the page, and nothing before it.
    var isAtQuestion: Bool {
        if case .question = mode { return true }
        return false
    }

    /// Whether a line that begins like a command is one; a reason may begin as it likes.
    private var takesCommands: Bool {
        switch mode {
        case .reason, .appointment: false
        default: true
        }
    }

    // MARK: Answering

    private func answer(_ line: String) throws -> Outcome {
        guard let question = interview.question else { return try answerAtEnd(line) }
        let (day, minutes) = now()
        let typed: TypedAnswer
        do throws(Message) {
            typed = try TypedAnswer.read(line, for: question, language: language, day: day, minutes: minutes)
        } catch {
            refused = line
            say(.error, error)
            return .goesOn
        }
        if let notice = typed.notice { say(.info, notice) }
        try handle(typed.event, typed: line)
        return .goesOn
    }

    private func confirm(_ line: String) throws -> Outcome {
        let answer = line.storageForm.lowercased()
        // Enter alone is neither yes nor no: the question stays.
        guard !answer.isEmpty else { return .goesOn }
        switch answer {
        case "1", "c", "có", "y", "yes", "co": try handle(.confirm)
        case "2", "k", "không", "n", "no", "khong": try handle(.takeBack)
        default:
            // Another answer takes the place of the unusual one.
            try handle(.takeBack)
            return try self.answer(line)
        }
        return .goesOn
    }

    /// Works an event out, and says what came of it.
    func handle(_ event: InterviewEvent, typed: String = "") throws {
        mode = .question
        for effect in try session.handle(event) {
            switch effect {
            case .refused(let messages):
                refused = typed
                messages.forEach { say(.error, $0.atQuestion) }
            case .asks(let messages): mode = .confirming(messages.map(\.atQuestion))
            case .told(let message): say(.info, message)
            case .fault(let message): say(.warning, message)
            case .consentRefused:
                try stopForRefusal()
            case .stored, .removed, .confirmed, .noted, .moved: break
            }
        }
    }

    func say(_ kind: Page.Notice.Kind, _ message: Message) {
        notices.append(Page.Notice(kind: kind, text: message.text(in: language)))
    }
}
