import Foundation

/// A time in which nothing is told of some alerts. It ends by itself; the states go on.
public struct Silence: Hashable, Sendable, Codable {
    /// The id.
    public let id: String
    /// The labels that an alert must have, all of them: those of its split and of its rule, `rule` and `severity`. A
    /// silence without any matches nothing, so that one left empty by mistake does not hide everything.
    public let matchers: [String: String]
    /// The first instant of it.
    public let from: Date
    /// The first instant after it.
    public var until: Date
    /// Why.
    public let reason: String
    /// Who ordered it.
    public let by: String

    /// A silence.
    public init(id: String, matchers: [String: String], from: Date, until: Date, reason: String, by: String) {
        self.id = id
        self.matchers = matchers
        self.from = from
        self.until = until
        self.reason = reason
        self.by = by
    }

    /// Whether it lasts at a time.
    public func lasts(at time: Date) -> Bool { from <= time && time < until }

    /// Whether it matches an alert.
    /// - Parameter rule: as it reads now; `nil` where it is gone, and what the alert remembers of it holds.
    public func matches(_ instance: AlertInstance, of rule: AlertRule?) -> Bool {
        matches(AlertLabels(instance, of: rule))
    }

    func matches(_ labels: AlertLabels) -> Bool {
        !matchers.isEmpty && matchers.allSatisfy { labels[$0.key] == $0.value }
    }
}
