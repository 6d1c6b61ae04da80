import FormModel
import Foundation

/// An answer of a draft.
public struct DraftAnswer: Hashable, Sendable {
    /// The question and row: `area`, `person[3].age` with the row's permanent number.
    public var path: String
    /// The answer.
    public var answer: Answer

    /// An answer.
    public init(path: String, answer: Answer) {
        self.path = path
        self.answer = answer
    }
}

/// A change of one answer.
public struct DraftChange: Hashable, Sendable {
    /// The question and row, as in `DraftAnswer`.
    public var path: String
    /// The answer from now on; `nil` takes it out.
    public var answer: Answer?

    /// A change.
    public init(path: String, answer: Answer?) {
        self.path = path
        self.answer = answer
    }
}

/// All that one act in an interview changes: kept wholly or not at all.
public struct DraftStep: Hashable, Sendable {
    /// When; kept to the millisecond.
    public var at: Date
    /// The state of the interview after the step: JSON of the interview's own.
    public var state: String
    /// The answers that changed.
    public var answers: [DraftChange]
    /// What is to be added to the log, by rising sequence, each greater than those of all steps before.
    public var events: [AuditEvent]
    /// What the list of drafts should call the draft from now on; `nil` changes nothing.
    public var label: String?
    /// What is now known of the unit's key; `nil` changes nothing.
    public var unit: [KeyPart]?

    /// A step.
    public init(
        at: Date, state: String, answers: [DraftChange] = [], events: [AuditEvent] = [], label: String? = nil,
        unit: [KeyPart]? = nil
    ) {
        self.at = at
        self.state = state
        self.answers = answers
        self.events = events
        self.label = label
        self.unit = unit
    }
}
