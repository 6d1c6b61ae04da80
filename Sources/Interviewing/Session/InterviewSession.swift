import FormModel
import Foundation

/// An interview that is kept: each event is on the disk before its effects are shown (`semantics.md` 2.9).
public final class InterviewSession {
    /// The interview.
    public private(set) var interview: Interview
    private let keeper: any InterviewKeeper
    private let history: (any EarlierRounds)?
    /// The key whose earlier rounds were asked for last.
    private var knownKey: [String]?
    private let clock: () -> Date
    private let standing: ([String]) -> UnitStanding
    private var lastStep: Date

    /// Goes on with an interview.
    /// - Parameters:
    ///   - keeper: keeps its steps.
    ///   - history: what earlier rounds know of a unit, for a form that carries over.
    ///   - clock: tells the time; it may be set back at any moment.
    ///   - standing: what is known of the unit of a key, in the order of the form's key. It is asked whenever the key has
    ///     become another one; the answer that would lead to a unit that is taken is refused.
    public init(
        _ interview: Interview, keeper: any InterviewKeeper, history: (any EarlierRounds)? = nil,
        clock: @escaping () -> Date, standing: @escaping ([String]) -> UnitStanding = { _ in .free([]) }
    ) {
        self.interview = interview
        self.keeper = keeper
        self.history = interview.layout.isPanel ? history : nil
        // What a key brought along was kept in one step with it: whoever goes on with a draft has it already.
        self.knownKey = interview.state.carried?.key ?? interview.unitKey
        self.clock = clock
        self.standing = standing
        self.lastStep = clock()
    }

    /// Notes that the interview was opened, or opened again.
    public func open() throws { try keep([InterviewStep.Entry(kind: "opened", spot: interview.state.cursor)]) }

    /// Works an event out and keeps it. Where it cannot be kept, it has not happened.
    public func handle(_ event: InterviewEvent) throws -> [InterviewEffect] {
        let (before, unit, known) = (interview.state, interview.unitKey, knownKey)
        var effects = interview.handle(event)
        if let key = interview.unitKey, key != unit {
            switch standing(key) {
            case .free(let notices): effects += notices.map { .told($0) }
            case .taken(let objections):
                interview = Interview(interview.engine, state: before, round: interview.round)
                return [.refused(objections)]
            }
        }
        do {
            effects += try carryOver()
            guard interview.state != before || !effects.isEmpty else { return effects }
            try keep(entries(of: event, effects, before), effects)
        } catch {
            interview = Interview(interview.engine, state: before, round: interview.round)
            knownKey = known
            throw error
        }
        return effects
    }

    /// As soon as the key says which unit it is, what earlier rounds know of it is taken over; where the key is put
    /// right, that of the right unit.
    private func carryOver() throws -> [InterviewEffect] {
        guard let history, let key = interview.unitKey, key != knownKey else { return [] }
        let earlier = try history.unit(key)
        knownKey = key
        return interview.handle(.carry(earlier))
    }

    private func keep(_ entries: [InterviewStep.Entry], _ effects: [InterviewEffect] = []) throws {
        let now = clock()
        var step = InterviewStep(
            at: now, elapsed: .milliseconds(max(0, Int64(now.timeIntervalSince(lastStep) * 1000))),
            state: interview.state.encoded(of: interview.layout))
        step.entries = entries
        for effect in effects {
            switch effect {
            case .stored(let spot, _, let new): step.answers.append((spot, new))
            case .removed(let roster, let row): step.removed.append((roster, row))
            case .refused, .asks, .confirmed, .noted, .told, .fault, .moved, .consentRefused: break
            }
        }
        try keeper.keep(step)
        lastStep = now
    }

    private func entries(of event: InterviewEvent, _ effects: [InterviewEffect], _ before: InterviewState)
        -> [InterviewStep.Entry]
    {
        var entries: [InterviewStep.Entry] = []
        for effect in effects {
            switch effect {
            case .stored(let spot, let old, let new):
                entries.append(
                    InterviewStep.Entry(
                        kind: "answer", spot: spot, old: old, new: new, isPersonal: interview.layout.isPersonal(spot)))
            case .removed(let roster, let row):
                entries.append(InterviewStep.Entry(kind: "remove_row", spot: roster, detail: "\(row)"))
            case .confirmed(let spot, let answer):
                entries.append(
                    InterviewStep.Entry(
                        kind: "confirm", spot: spot, new: answer, isPersonal: interview.layout.isPersonal(spot)))
            case .noted(let spot, let text):
                entries.append(InterviewStep.Entry(kind: "note", spot: spot, detail: text))
            case .fault(let message):
                entries.append(
                    InterviewStep.Entry(kind: "fault", spot: before.cursor, detail: message.text(in: .english)))
            case .refused, .asks, .told, .moved, .consentRefused: break
            }
        }
        if let carried = interview.state.carried, carried != before.carried {
            entries.append(.init(kind: "carry", spot: nil, detail: carried.record))
        }
        switch event {
        case .jump, .back, .advance, .toEnd, .nextRow, .previousRow, .skip:
            guard interview.state.cursor != before.cursor else { break }
            entries.append(
                InterviewStep.Entry(
                    kind: "move", spot: before.cursor, detail: interview.state.cursor?.description ?? "end"))
        case .language(let language): entries.append(.init(kind: "language", spot: nil, detail: language.rawValue))
        case .stop(let ending):
            let parts = [ending.result.rawValue, ending.appointment ?? "", ending.reason].filter { !$0.isEmpty }
            entries.append(.init(kind: "stop", spot: before.cursor, detail: parts.joined(separator: ": ")))
        case .goOn: entries.append(.init(kind: "go_on", spot: nil))
        case .carry, .come: break
        case .answer, .answerAcross, .accept, .confirm, .takeBack, .addRow, .removeRow, .note: break
        }
        return entries
    }
}

extension FormLayout {
    /// Whether the question of a place is personal.
    func isPersonal(_ spot: Spot) -> Bool { set(holding: spot)?.field(spot.name)?.question.personal ?? false }
}
