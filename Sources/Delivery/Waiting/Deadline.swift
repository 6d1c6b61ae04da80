import Foundation

/// The end of the time that something may take.
struct Deadline: Sendable {
    private let end: ContinuousClock.Instant

    init(in limit: Duration) { end = ContinuousClock.now + limit }

    var hasPassed: Bool { ContinuousClock.now >= end }

    /// What is left, in milliseconds as `poll` takes them, and no more than a step at once.
    func milliseconds(atMost step: Int32) -> Int32 {
        let left = (end - ContinuousClock.now).components
        guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
        guard left.seconds < 1_000_000 else { return step }
        return min(step, Int32(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1))
    }
}
