import FormModel
import Foundation

/// One entry of an interview's audit log, as far as it tells of the work (`semantics.md` 2.10). Answers are not in it.
public struct LoggedStep: Hashable, Sendable {
    /// When, by the device's clock.
    public var at: Date
    /// What happened: `answer`, `confirm`, `move`, ….
    public var kind: String
    /// The question and row: `person[3].age`.
    public var path: String?
    /// Whether an answer stood there before.
    public var replaces: Bool
    /// The place gone to, by a `move`.
    public var target: String?
    /// How long it took, in milliseconds.
    public var elapsed: Int

    /// An entry.
    public init(
        at: Date, kind: String, path: String? = nil, replaces: Bool = false, target: String? = nil, elapsed: Int = 0
    ) {
        self.at = at
        self.kind = kind
        self.path = path
        self.replaces = replaces
        self.target = target
        self.elapsed = elapsed
    }
}

/// What the audit log tells of how one record came about, over all visits.
public struct InterviewTrace: Hashable, Sendable {
    /// The active time in seconds: the sum of the times between one step and the next within a sitting, each counted up
    /// to the idle limit. What lies between two sittings is no part of it.
    public var activeSeconds = 0.0
    /// Answers given.
    public var answers = 0
    /// Answers given in the place of another.
    public var changes = 0
    /// Moves by hand: jumps, steps back, questions passed over.
    public var moves = 0
    /// Moves to a place that stands earlier in the form.
    public var movesBack = 0
    /// Sittings: how many times the interview was opened.
    public var sittings = 0
    /// Faults of the form's scripts that were met.
    public var faults = 0
    /// The questions whose unusual answer was confirmed.
    public var confirmed: [FieldPlace] = []
}

/// Follows the audit logs of a form's records, entry by entry, without keeping them.
public struct InterviewTracer {
    private let order: FieldOrder
    private let idleSeconds: Double
    private let places: [String: Int]
    /// The trace of each record; `nil` where the log has nothing of it.
    public private(set) var traces: [InterviewTrace?]

    /// - Parameter idleSeconds: so much of a pause between two steps counts as active at most.
    public init(_ form: CollectedForm, idleSeconds: Double) {
        order = FieldOrder(form.layout)
        self.idleSeconds = idleSeconds
        places = Dictionary(form.records.enumerated().map { ($1.id, $0) }) { first, _ in first }
        traces = Array(repeating: nil, count: form.records.count)
    }

    /// Takes the next entry of a record's log; one of an unknown record is passed over.
    public mutating func add(_ step: LoggedStep, of record: String) {
        guard let place = places[record] else { return }
        var trace = traces[place] ?? InterviewTrace()
        trace.activeSeconds += min(Double(max(0, step.elapsed)) / 1000, idleSeconds)
        switch step.kind {
        case "opened": trace.sittings += 1
        case "answer":
            trace.answers += 1
            if step.replaces { trace.changes += 1 }
        case "confirm": if let field = step.path.flatMap(order.field) { trace.confirmed.append(field) }
        case "move":
            trace.moves += 1
            if let from = step.path, let target = step.target, order.precedes(target, from) { trace.movesBack += 1 }
        case "fault": trace.faults += 1
        default: break
        }
        traces[place] = trace
    }
}
