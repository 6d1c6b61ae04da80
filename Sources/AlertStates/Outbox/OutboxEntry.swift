import Foundation

/// A notice on its way to one receiver. The store keeps it from the transaction that made the notice.
///
/// A run takes what is due, writes it down as `sending`, hands it over, and writes down what came of it. A run that
/// dies between the last two leaves it `sending`: whether it was handed over is not known. The next run calls
/// `recovered()` for each, which counts it as a try that failed, so that it is tried again, with the same notice id: a
/// receiver that gets it a second time can tell by the id. What a receiver has accepted is never sent again.
public struct OutboxEntry: Hashable, Sendable, Codable {
    /// Who delivers it: the name under `[notifiers]`.
    public let notifier: String
    /// The id of the notice.
    public let noticeId: String
    /// When the notice was made.
    public let queuedAt: Date
    /// Where it stands.
    public var state = State.waiting
    /// How many tries have begun.
    public var attempts = 0
    /// When the last one began.
    public var lastAttempt: Date?
    /// When the next one is due; `nil` where there is none.
    public var nextAttempt: Date?

    /// Where a delivery stands.
    public enum State: String, Hashable, Sendable, CaseIterable, Codable {
        /// To be sent.
        case waiting
        /// Being handed over.
        case sending
        /// The receiver has it.
        case accepted
        /// Given up.
        case dead
    }

    /// A notice to be sent, due at once.
    public init(notifier: String, noticeId: String, queuedAt: Date) {
        self.notifier = notifier
        self.noticeId = noticeId
        self.queuedAt = queuedAt
        nextAttempt = queuedAt
    }

    /// Whether a run at a time is to send it. A run that comes a little early, by a twentieth of the wait at most,
    /// sends it too: a daily run is a few seconds early or late, and must not miss each second day.
    public func isDue(at time: Date) -> Bool {
        guard state == .waiting, let nextAttempt else { return false }
        let wait = lastAttempt.map { nextAttempt.timeIntervalSince($0) } ?? 0
        return time >= nextAttempt.addingTimeInterval(-wait / 20)
    }

    /// The entry to be written down before it is handed over; `nil` where it is not due.
    public func sending(at time: Date) -> OutboxEntry? {
        guard isDue(at: time) else { return nil }
        var entry = self
        entry.state = .sending
        entry.attempts += 1
        entry.lastAttempt = time
        entry.nextAttempt = nil
        return entry
    }

    /// The entry when the receiver has accepted it; also if it was given up meanwhile.
    public func accepted() -> OutboxEntry {
        var entry = self
        entry.state = .accepted
        entry.nextAttempt = nil
        return entry
    }

    /// The entry when its try has failed; unchanged where none was under way.
    public func failed(at time: Date) -> OutboxEntry {
        guard state == .sending else { return self }
        var entry = self
        switch DeliverySchedule.next(afterFailures: attempts, at: time, queuedAt: queuedAt) {
        case .again(let next):
            entry.state = .waiting
            entry.nextAttempt = next
        case .never:
            entry.state = .dead
        }
        return entry
    }

    /// The entry at the start of a run: one that was being handed over when a run died waits from the beginning of that
    /// try.
    public func recovered() -> OutboxEntry { failed(at: lastAttempt ?? queuedAt) }
}

extension [OutboxEntry] {
    /// The entries with those for the given notices added; one that is there already, in any state, is left as it is.
    public func queuing(_ noticeIds: [String], for notifier: String, at time: Date) -> [OutboxEntry] {
        var known = Set(lazy.filter { $0.notifier == notifier }.map(\.noticeId))
        return self
            + noticeIds.filter { known.insert($0).inserted }.map {
                OutboxEntry(notifier: notifier, noticeId: $0, queuedAt: time)
            }
    }
}
