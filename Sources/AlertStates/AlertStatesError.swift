import Foundation

/// Why a step of alert states was refused. Nothing has changed then.
public enum AlertStatesError: Error, Hashable, Sendable {
    /// The time lies before the last one at which the rule was evaluated, or one of its alerts resolved.
    case timeBeforeLast(rule: String, time: Date, last: Date)
    /// One evaluation found two things for the same labels.
    case labelsTwice(rule: String, labels: [String: String])
}
