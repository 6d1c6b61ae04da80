import Foundation

/// When a delivery that failed is tried again.
///
/// The waits grow: 5 minutes, 15 minutes, 1 hour, 3, 6 and 12 hours, then 24 hours. They say when a try is due at the
/// earliest: who runs once a day tries once a day, since a wait shorter than the time between two runs ends with the
/// next run.
///
/// A delivery is given up when ten tries have failed *and* seven days have passed since the notice was made, whichever
/// is later. Ten tries alone would be over in four days where runs are frequent, and an office closed for Tết, or a
/// mail server down for it, is closed for a week; seven days alone would be one try or two where runs are weekly.
public enum DeliverySchedule {
    /// The tries after which it may be given up.
    public static let leastTries = 10
    /// The time after which it may be given up, in seconds: seven days.
    public static let leastTime: TimeInterval = 7 * 86_400

    private static let minutes = [5, 15, 60, 180, 360, 720]

    /// What follows a failure.
    public enum Next: Hashable, Sendable {
        /// It is tried again, at this time or at the first run after it.
        case again(Date)
        /// It is given up.
        case never
    }

    /// What follows when so many tries have failed, the last of them at a time.
    /// - Parameter queuedAt: when the notice was made.
    public static func next(afterFailures failures: Int, at time: Date, queuedAt: Date) -> Next {
        if failures >= leastTries, time.timeIntervalSince(queuedAt) >= leastTime { return .never }
        return .again(time.addingTimeInterval(wait(afterFailures: failures)))
    }

    /// How long it waits when so many tries have failed, in seconds.
    public static func wait(afterFailures failures: Int) -> TimeInterval {
        guard failures > 0 else { return 0 }
        return Double(failures <= minutes.count ? minutes[failures - 1] : 1440) * 60
    }
}
