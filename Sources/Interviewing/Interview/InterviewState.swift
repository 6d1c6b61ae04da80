import FormModel

/// Where an interview stands: all that must outlive a kill. Answers that are not asked now are kept in it
/// (`semantics.md` 2.2).
public struct InterviewState: Hashable, Sendable {
    /// The record's day: what `today()` gives, as long as the interview lasts.
    public var day: Day
    /// The language of labels.
    public var language: Language
    /// The answers, those of surplus rows and of what is not asked now among them.
    public var root: GivenRow
    /// Where the interviewer is; `nil` at the end.
    public var cursor: Spot?
    /// The places on the way here, for going back along the path taken.
    public var trail: [Spot] = []
    /// The defaults that were offered: each once, when its question was first come to (`semantics.md` 2.7).
    public var offered: [Spot: Answer] = [:]
    /// The unusual answers that were confirmed.
    public var confirmed: [Spot: Answer] = [:]
    /// An unusual answer that waits to be confirmed.
    public var pending: Pending?
    /// Notes on single answers.
    public var notes: [Spot: String] = [:]
    /// For each roster, the highest row number ever used, so that none is used again (`semantics.md` 2.5).
    public var lastRows: [Spot: Int] = [:]
    /// What was carried over from an earlier round.
    public var carried: Carried?
    /// How the visit ended, where it was broken off.
    public var ending: Ending?

    /// An unusual answer that waits to be confirmed.
    public struct Pending: Hashable, Sendable {
        /// The question.
        public let spot: Spot
        /// The answer.
        public let answer: Answer
    }

    /// How a visit ended before the form did.
    public struct Ending: Hashable, Sendable {
        /// The result.
        public let result: VisitResult
        /// Why, in the interviewer's words; may be empty.
        public let reason: String
        /// For `postponed`, when to come again, as it was agreed.
        public let appointment: String?

        /// An ending.
        public init(result: VisitResult, reason: String, appointment: String? = nil) {
            self.result = result
            self.reason = reason
            self.appointment = appointment
        }
    }

    /// An interview that begins.
    public init(_ layout: FormLayout, day: Day, language: Language) {
        self.day = day
        self.language = language
        self.root = GivenRow(of: layout.root)
        self.root.row = 1
    }
}
