import FormModel
import Foundation

/// One visit to a unit, or one attempt to meet it.
public struct Visit: Hashable, Sendable {
    /// When it began; kept to the millisecond. With who came and the device it names the visit.
    public var startedAt: Date
    /// When it ended; `nil` where that is not known.
    public var endedAt: Date?
    /// Who came.
    public var who: String
    /// With which device.
    public var device: String?
    /// How it ended.
    public var result: VisitResult
    /// Why it ended so, in the interviewer's words.
    public var reason: String?
    /// When to come again, as it was agreed.
    public var appointment: String?

    /// A visit.
    public init(
        startedAt: Date, endedAt: Date? = nil, who: String, device: String? = nil, result: VisitResult,
        reason: String? = nil, appointment: String? = nil
    ) {
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.who = who
        self.device = device
        self.result = result
        self.reason = reason
        self.appointment = appointment
    }
}

/// A visit as the store keeps it.
public struct RecordedVisit: Hashable, Sendable {
    /// The id of the record that came of it.
    public let record: String
    /// Its number among the record's visits, from 1, in the order they were written.
    public let number: Int
    /// The visit.
    public let visit: Visit
}
