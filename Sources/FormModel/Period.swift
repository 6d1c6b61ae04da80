/// How long a round of a form, or a reporting period, lasts.
public enum PeriodLength: String, Sendable, CaseIterable {
    /// No rounds: one record a unit, ever.
    case once
    /// A calendar day.
    case day
    /// A month, by the workspace's cut-off day.
    case month
    /// Three months.
    case quarter
    /// Six months: `2026-H1`, `2026-H2`.
    case halfYear = "half_year"
    /// Twelve months.
    case year
}

/// A stretch of days with a name, such as `2026-H1`.
public struct Period: Hashable, Sendable {
    /// The name: `2026`, `2026-H1`, `2026-Q3`, `2026-03`, `2026-03-05`, or `once`.
    public let id: String
    /// Its length.
    public let length: PeriodLength
    /// Its first day.
    public let first: Day
    /// Its last day.
    public let last: Day

    /// A stretch of days under a name.
    public init(id: String, length: PeriodLength, first: Day, last: Day) {
        self.id = id
        self.length = length
        self.first = first
        self.last = last
    }

    /// Whether `day` lies in the period.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// Whether every day of `other` lies in this period.
    public func contains(_ other: Period) -> Bool { first <= other.first && other.last <= last }
}

/// Turns dates into periods, by the day of the month on which the office closes its books (`[periods] cut_off_day`).
///
/// With a cut-off day of 1, months are calendar months. With 15, month 05 runs from 15 April to 14 May, and `2026-H1`
/// from 2025-12-15 to 2026-06-14.
public struct PeriodCalendar: Hashable, Sendable {
    /// The day of the month on which a new month begins, 1 to 28.
    public let cutOffDay: Int

    /// A calendar whose months begin on `cutOffDay` (1 to 28).
    public init(cutOffDay: Int = 1) {
        self.cutOffDay = min(max(cutOffDay, 1), 28)
    }

    /// The period that never ends, of forms without rounds.
    public static let once = Period(
        id: PeriodLength.once.rawValue, length: .once, first: Day(number: -719_162), last: Day(number: 2_932_896))

    /// The period of a name, or `nil` if it names none.
    public func period(id: String) -> Period? {
        if id == PeriodLength.once.rawValue { return PeriodCalendar.once }
        if let day = Day(iso: id) { return Period(id: id, length: .day, first: day, last: day) }
        let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(Array.init)
        guard let yearDigits = parts.first, yearDigits.count == 4, let year = Day.digits(yearDigits[...]), year >= 1
        else { return nil }
        guard parts.count > 1 else { return months(1...12, of: year, id: id, length: .year) }
        let part = parts[1]
        guard parts.count == 2, part.count == 2, let number = Day.digits(part[1...]) else { return nil }
        switch part[0] {
        case UInt8(ascii: "H") where (1...2).contains(number):
            return months((number * 6 - 5)...(number * 6), of: year, id: id, length: .halfYear)
        case UInt8(ascii: "Q") where (1...4).contains(number):
            return months((number * 3 - 2)...(number * 3), of: year, id: id, length: .quarter)
        default:
            guard let month = Day.digits(part[...]), (1...12).contains(month) else { return nil }
            return months(month...month, of: year, id: id, length: .month)
        }
    }

    /// The period of a length that holds a day.
    public func period(of length: PeriodLength, containing day: Day) -> Period {
        let parts = day.components
        // The book-keeping month of a day: with a cut-off of 15, 15 April belongs to month 05.
        let shift = cutOffDay > 1 && parts.day >= cutOffDay ? 1 : 0
        let months = parts.year * 12 + parts.month - 1 + shift
        let (year, month) = (months / 12, months % 12 + 1)
        let name = Day.padded(year, 4)
        let id =
            switch length {
            case .once: PeriodLength.once.rawValue
            case .day: day.iso
            case .month: "\(name)-\(Day.padded(month, 2))"
            case .quarter: "\(name)-Q\((month + 2) / 3)"
            case .halfYear: "\(name)-H\((month + 5) / 6)"
            case .year: name
            }
        return period(id: id) ?? Period(id: id, length: length, first: day, last: day)
    }

    /// The period before one of the same length; `once` has none.
    public func period(before period: Period) -> Period? {
        guard period.length != .once else { return nil }
        return self.period(of: period.length, containing: period.first.advanced(days: -1))
    }

    /// The periods of a length that lie whole within `first ... last`, in order.
    public func periods(of length: PeriodLength, from first: Day, to last: Day) -> [Period] {
        guard length != .once, first <= last else { return [] }
        var found: [Period] = []
        var next = period(of: length, containing: first)
        while next.last <= last {
            if next.first >= first { found.append(next) }
            next = period(of: length, containing: next.last.advanced(days: 1))
        }
        return found
    }

    private func months(_ range: ClosedRange<Int>, of year: Int, id: String, length: PeriodLength) -> Period? {
        guard let start = begin(ofMonth: range.lowerBound, year: year),
            let next = begin(ofMonth: range.upperBound, year: year)?.advanced(months: 1)
        else { return nil }
        return Period(id: id, length: length, first: start, last: next.advanced(days: -1))
    }

    private func begin(ofMonth month: Int, year: Int) -> Day? {
        let day = Day(year: year, month: month, day: cutOffDay)
        return cutOffDay == 1 ? day : day?.advanced(months: -1)
    }
}
