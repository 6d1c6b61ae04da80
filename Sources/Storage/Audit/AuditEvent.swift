import FormModel
import Foundation

/// One thing that happened in an interview (`semantics.md` 2.10).
public struct AuditEvent: Hashable, Sendable {
    /// Its place among the events of its draft, which decides their order: a clock may be set back.
    public var sequence: Int
    /// When, by the clock of the device; kept to the millisecond.
    public var at: Date
    /// What happened, by a name of the interview's own: `answer`, `jump`, ….
    public var kind: String
    /// The question and row: `area`, `person[3].age` with the row's permanent number; `nil` where it is about none.
    public var path: String?
    /// The answer before.
    public var old: Answer?
    /// The answer after.
    public var new: Answer?
    /// Who did it.
    public var who: String
    /// How long it took, in milliseconds.
    public var elapsed: Int
    /// More to say, such as a note or the reason of a stop.
    public var detail: String?
    /// Whether `old`, `new` and `detail` are personal data, so that the log holds no more than commitments to them.
    public var personal: Bool

    /// An event.
    public init(
        sequence: Int, at: Date, kind: String, path: String? = nil, old: Answer? = nil, new: Answer? = nil,
        who: String, elapsed: Int = 0, detail: String? = nil, personal: Bool = false
    ) {
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.path = path
        self.old = old
        self.new = new
        self.who = who
        self.elapsed = elapsed
        self.detail = detail
        self.personal = personal
    }
}

/// The events that led to a version of a record.
public struct AuditTrail: Hashable, Sendable {
    /// What the events came about in: the id of the draft. With its sequence it names an event, so that one given twice
    /// is kept once.
    public var origin: String
    /// The events, by rising sequence.
    public var events: [AuditEvent]

    /// A trail.
    public init(origin: String, events: [AuditEvent]) {
        self.origin = origin
        self.events = events
    }
}

/// The parts of an event that can be personal data.
public enum AuditPart: String, Sendable, CaseIterable {
    /// The answer before.
    case old
    /// The answer after.
    case new
    /// More that was said.
    case detail
}

/// An event as the log of a record keeps it.
public struct LoggedEvent: Hashable, Sendable {
    /// The id of the record.
    public let record: String
    /// The event's place in the record's log, from 1.
    public let number: Int
    /// The draft it came about in.
    public let origin: String
    /// The event, without the parts that are withheld.
    public let event: AuditEvent
    /// The parts that had a personal value which is not given here: it was erased, or the reading leaves such values out.
    public let withheld: Set<AuditPart>
    /// SHA-256 of the hash before and the event, in hexadecimal: a link of the record's chain.
    public let hash: String
}
