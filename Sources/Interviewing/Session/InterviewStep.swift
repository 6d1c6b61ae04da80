import FormModel
import Foundation

/// What an event has changed, to be kept before anything is shown: all of it or nothing.
public struct InterviewStep: Sendable {
    /// An entry of the audit log (`semantics.md` 2.10).
    public struct Entry: Hashable, Sendable {
        /// What happened: `opened`, `answer`, `confirm`, `note`, `remove_row`, `carry` (from the record of an earlier
        /// round), `move`, `language`, `stop`, `go_on`, `fault`.
        public let kind: String
        /// The question or row it happened to.
        public let spot: Spot?
        /// The answer before.
        public var old: Answer?
        /// The answer after.
        public var new: Answer?
        /// A note, a reason, a language; the place gone to.
        public var detail: String?
        /// Whether old and new are personal.
        public var isPersonal = false

        /// An entry.
        public init(
            kind: String, spot: Spot?, old: Answer? = nil, new: Answer? = nil, detail: String? = nil,
            isPersonal: Bool = false
        ) {
            self.kind = kind
            self.spot = spot
            self.old = old
            self.new = new
            self.detail = detail
            self.isPersonal = isPersonal
        }
    }

    /// When it happened.
    public let at: Date
    /// How long it took since the step before.
    public let elapsed: Duration
    /// The answers that changed; none for one that was taken away.
    public var answers: [(spot: Spot, answer: Answer?)] = []
    /// The rows that went, with every answer below them.
    public var removed: [(roster: Spot, row: Int)] = []
    /// The state without its answers, as `InterviewState.init(_:answers:of:)` reads it.
    public let state: String
    /// What the audit log says of it.
    public var entries: [Entry] = []
}

/// Keeps an interview: a step that was kept outlives a power cut.
public protocol InterviewKeeper: AnyObject {
    /// Keeps a step; on the disk when it returns.
    func keep(_ step: InterviewStep) throws
}
