/// How fast a value has come nearer to its target since the last year that is known.
public struct Pace: Hashable, Sendable {
    /// The day that it is reckoned from.
    public let since: Day
    /// The change in a year, in the unit of the value.
    public let perYear: Double
    /// The day on which the target is reached at this pace; `nil` where the value does not come nearer, or not within a
    /// hundred years.
    public let reaches: Day?
}

extension Target {
    /// The shortest time over which a pace is reckoned, in days: of less, a change tells little.
    private static let leastDays = 90

    /// The pace from the last known baseline to a value on a day: linear, as the path is.
    ///
    /// `nil` where the target is reached, where it is a milestone or one of every year, and where no baseline lies at
    /// least three months back.
    public func pace(to value: Double, on day: Day) -> Pace? {
        guard comparison != .milestone, !everyYear, !isMet(by: value) else { return nil }
        let points = baseline.compactMap { year, value in
            Day(year: year, month: 12, day: 31).map { (day: $0, value: value) }
        }
        let past = points.filter { day.number - $0.day.number >= Target.leastDays }
        guard let last = past.max(by: { $0.day < $1.day }) else { return nil }
        let perDay = (value - last.value) / Double(day.number - last.day.number)
        let days = (self.value - value) / perDay
        let isNearing = perDay != 0 && days > 0 && days.isFinite && days < 36_525
        // A value strictly beyond takes a moment more.
        return Pace(
            since: last.day, perYear: perDay * 365.25,
            reaches: isNearing ? day.advanced(days: Int(days.rounded(.up))) : nil)
    }
}
