import FormModel
import Messages

/// What an interviewer does.
public enum InterviewEvent: Hashable, Sendable {
    /// Answers the question here; `.missing(.unanswered)` takes the answer away.
    case answer(Answer)
    /// Answers the question here for all rows at once: those with a yes, and those with another answer than no.
    case answerAcross(yes: Set<Int>, others: [Int: MissingReason])
    /// Takes what is shown: the answer, the default, a text to read; goes on.
    case accept
    /// Confirms the unusual answer, or takes it back.
    case confirm
    case takeBack
    /// Goes on without an answer.
    case skip
    /// Back along the path taken.
    case back
    /// To a place.
    case jump(Spot)
    /// To the first open question, or the end.
    case advance
    /// To the end, whatever is open.
    case toEnd
    /// To the same question of the next or the previous row.
    case nextRow
    case previousRow
    /// One more row of a roster that has no count.
    case addRow(Spot)
    /// A row goes, with all its answers: the one way to lose them.
    case removeRow(Spot, row: Int)
    /// A note on the question here; empty takes it away.
    case note(String)
    /// Labels in another language.
    case language(Language)
    /// Takes over what an earlier round knows of the unit; `nil` where it is known to none.
    case carry(EarlierUnit?)
    /// Says which records the unit came from: it was split off, merged, or moved.
    case come(from: [String])
    /// Ends the visit before the form's end.
    case stop(InterviewState.Ending)
    /// Takes back the end of the visit.
    case goOn
}

/// What follows from it, for whoever keeps and shows the interview. Everything is kept before it is shown.
public enum InterviewEffect: Hashable, Sendable {
    /// An answer changed.
    case stored(Spot, old: Answer?, new: Answer?)
    /// A row went, with all below it.
    case removed(Spot, row: Int)
    /// The answer cannot stand; it was not stored, and what was typed stays.
    case refused([Message])
    /// The answer is unusual: is that right?
    case asks([Message])
    /// An unusual answer was confirmed.
    case confirmed(Spot, Answer)
    /// A note on an answer changed.
    case noted(Spot, String)
    /// Something happened by itself, and the interviewer should know.
    case told(Message)
    /// A function of the form failed; the interview goes on.
    case fault(Message)
    /// The interviewer is elsewhere now.
    case moved
    /// The respondent did not consent: the visit is over.
    case consentRefused
}
