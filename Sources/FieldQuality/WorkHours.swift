import FormModel
import Foundation

/// When the visits of a group were made, by the local clock.
public struct WorkHours: Hashable, Sendable {
    /// Visits.
    public var visits = 0
    /// Days with a visit.
    public var days = 0
    /// The most visits of one interviewer on one day.
    public var mostOnADay = 0
    /// When the earliest began, in minutes since midnight.
    public var earliest: Int?
    /// When the latest began.
    public var latest: Int?
    /// Visits that began outside of the usual hours.
    public var outside = 0
    /// Visits that began before the same interviewer's visit before had ended.
    public var overlapping = 0

    /// The hours of each group.
    /// - Parameters:
    ///   - usual: the usual hours, in minutes since midnight.
    ///   - localTime: the local day and minute of an instant.
    public static func of(
        _ form: CollectedForm, _ groups: RecordGroups, usual: Range<Int>,
        localTime: (Date) -> (day: Day, minutes: Int)
    ) -> [WorkHours] {
        var all = groups.keys.map { _ in WorkHours() }
        var byDay: [[DayOfWork: Int]] = groups.keys.map { _ in [:] }
        var lastEnd: [String: Date] = [:]
        for visit in form.visits.sorted(by: { $0.startedAt < $1.startedAt }) {
            guard let group = groups.ofRecord[visit.record] else { continue }
            let (day, minutes) = localTime(visit.startedAt)
            all[group].visits += 1
            all[group].earliest = min(all[group].earliest ?? minutes, minutes)
            all[group].latest = max(all[group].latest ?? minutes, minutes)
            if !usual.contains(minutes) { all[group].outside += 1 }
            if let end = lastEnd[visit.who], visit.startedAt < end { all[group].overlapping += 1 }
            if let end = visit.endedAt { lastEnd[visit.who] = max(lastEnd[visit.who] ?? end, end) }
            byDay[group][DayOfWork(day: day, who: visit.who), default: 0] += 1
        }
        for group in all.indices {
            all[group].days = Set(byDay[group].keys.map(\.day)).count
            all[group].mostOnADay = byDay[group].values.max() ?? 0
        }
        return all
    }

    private struct DayOfWork: Hashable {
        let day: Day
        let who: String
    }
}
