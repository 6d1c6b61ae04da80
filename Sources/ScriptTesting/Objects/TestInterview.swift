import FormModel
import Interviewing
import LuaRuntime
import Messages
import Scripting

/// An interview that a test leads, on the same engine as the terminal's.
final class TestInterview {
    private let bench: TestBench
    private let engine: FormEngine
    private unowned let host: ScriptHost
    private(set) var interview: Interview

    init(_ bench: TestBench, _ engine: FormEngine, host: ScriptHost) {
        self.bench = bench
        self.engine = engine
        self.host = host
        interview = Interview(
            engine, state: InterviewState(engine.layout, day: bench.day, language: bench.language))
    }

    var layout: FormLayout { engine.layout }

    /// The minute of the day that `bây giờ` means: eight in the morning.
    private static let minutes = 480

    // MARK: Answering

    /// Goes to a question and answers it.
    func answer(_ value: LuaValue, at spot: Spot, _ call: TestCall) throws(Message) {
        let answer = try read(value, at: spot, call)
        for effect in try handle(.answer(answer), at: spot) {
            switch effect {
            case .refused(let messages): throw refusal(messages, value.told, spot)
            case .asks(let messages): throw unconfirmed(messages, value.told, spot)
            default: break
            }
        }
    }

    /// Goes to a question, gives an unusual answer and confirms it.
    func confirm(_ value: LuaValue, at spot: Spot, _ call: TestCall) throws(Message) {
        let answer = try read(value, at: spot, call)
        var isAsked = false
        for effect in try handle(.answer(answer), at: spot) {
            switch effect {
            case .refused(let messages): throw refusal(messages, value.told, spot)
            case .asks: isAsked = true
            default: break
            }
        }
        guard isAsked else { throw Message("E-TEST-016", ["field": spot.description, "found": value.told]) }
        try handle(.confirm)
    }

    /// Goes to a question and types, as an interviewer does.
    func type(_ text: String, at spot: Spot) throws(Message) {
        try go(to: spot)
        guard let question = interview.question else {
            throw Message("E-INTERVIEW-005", ["field": spot.description])
        }
        let typed: TypedAnswer
        do throws(Message) {
            typed = try TypedAnswer.read(
                text, for: question, language: interview.state.language, day: interview.state.day,
                minutes: TestInterview.minutes)
        } catch {
            throw refusal([error], text, spot)
        }
        for effect in try handle(typed.event) {
            switch effect {
            case .refused(let messages): throw refusal(messages, text, spot)
            case .asks(let messages): throw unconfirmed(messages, text, spot)
            default: break
            }
        }
    }

    /// What an interviewer would be told of an answer; the interview stands where it stood.
    func reply(to value: LuaValue, at spot: Spot, _ call: TestCall) throws(Message) -> Reply {
        let before = interview.state
        defer { interview = Interview(engine, state: before) }
        let answer = try read(value, at: spot, call)
        for effect in try handle(.answer(answer), at: spot) {
            switch effect {
            case .refused(let messages): return .refused(words(of: messages))
            case .asks(let messages): return .asks(words(of: messages))
            default: break
            }
        }
        return .accepted
    }

    /// What an interviewer is told of an answer.
    enum Reply {
        case accepted
        case refused(String)
        case asks(String)
    }

    private func read(_ value: LuaValue, at spot: Spot, _ call: TestCall) throws(Message) -> Answer {
        guard let field = layout.set(holding: spot)?.field(spot.name) else {
            throw Message("E-INTERVIEW-005", ["field": spot.description])
        }
        return try AnswerReading(call: call, host: host).answer(value, to: field.question) ?? .missing(.unanswered)
    }

    private func handle(_ event: InterviewEvent, at spot: Spot) throws(Message) -> [InterviewEffect] {
        try go(to: spot)
        guard interview.question?.stop != .across else {
            throw Message("E-TEST-019", ["field": spot.description])
        }
        return try handle(event)
    }

    private func go(to spot: Spot) throws(Message) {
        for effect in try handle(.jump(spot)) {
            if case .refused(let messages) = effect, let message = messages.first { throw message }
        }
    }

    /// Works an event out. A fault of the form ends the test; whoever does not consent has ended the visit.
    @discardableResult
    private func handle(_ event: InterviewEvent) throws(Message) -> [InterviewEffect] {
        let effects = interview.handle(event)
        for effect in effects {
            switch effect {
            case .fault(let message): throw message
            case .consentRefused:
                _ = interview.handle(.stop(InterviewState.Ending(result: .refused, reason: "")))
            default: break
            }
        }
        return effects
    }

    private func text(_ messages: [Message], _ language: Language) -> String {
        messages.map { $0.atQuestion.text(in: language) }.joined(separator: "; ")
    }

    /// What the form's author wrote for the case; where there is nothing of the kind, the program's own sentence.
    private func words(of messages: [Message]) -> String {
        messages.map { $0.facts["text"] ?? $0.atQuestion.text(in: bench.language) }.joined(separator: "; ")
    }

    private func refusal(_ messages: [Message], _ found: String, _ spot: Spot) -> Message {
        let text = text(messages, bench.settings.messages)
        return Message("E-TEST-014", ["field": spot.description, "found": found, "text": text])
    }

    private func unconfirmed(_ messages: [Message], _ found: String, _ spot: Spot) -> Message {
        let text = text(messages, bench.settings.messages)
        return Message("E-TEST-015", ["field": spot.description, "found": found, "text": text])
    }

    // MARK: Moving, rows, ending

    func back() throws(Message) { try move(.back) }
    func skip() throws(Message) { try move(.skip) }

    private func move(_ event: InterviewEvent) throws(Message) { try handle(event) }

    func add(to roster: Spot) throws(Message) { try change(.addRow(roster)) }
    func remove(_ row: Int, of roster: Spot) throws(Message) { try change(.removeRow(roster, row: row)) }

    private func change(_ event: InterviewEvent) throws(Message) {
        for effect in try handle(event) {
            if case .refused(let messages) = effect, let message = messages.first { throw message }
        }
    }

    func stop(_ result: VisitResult, reason: String) throws(Message) {
        try handle(.stop(InterviewState.Ending(result: result, reason: reason)))
    }

    /// The places that stand against completing the interview: questions, and rosters with rows too many.
    var problems: [String] {
        interview.review().items.map { $0.spot?.description ?? layout.form.id }
    }

    /// Ends the interview: what was asked makes a record.
    func complete() throws(Message) -> Record {
        let review = interview.review()
        if let fault = review.items.first(where: { $0.kind == .fault }) { throw fault.message }
        if interview.state.ending == nil, !review.isComplete {
            let first = review.items.first
            let message = first?.message.atQuestion
            var facts = ["text": message?.text(in: bench.settings.messages) ?? ""]
            facts["field"] = first?.spot?.description
            throw Message("E-TEST-017", facts)
        }
        var given = GivenRecord(root: interview.given(interview.isRefused ? .ofRefusal : .all))
        given.date = interview.state.day
        given.result = interview.state.ending?.result ?? .completed
        return try bench.add(given, of: engine, from: .interview)
    }
}
