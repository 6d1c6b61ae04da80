/// A length of calendar time as scripts write it: `"14d"`, `"2 weeks"`, `"12 months"`, `"5 years"`.
public struct Span: Hashable, Sendable, Codable {
    /// Whole months of the span.
    public let months: Int
    /// Days of the span beyond its months.
    public let days: Int

    /// A span of whole months and days.
    public init(months: Int = 0, days: Int = 0) {
        self.months = months
        self.days = days
    }

    /// Reads a whole number and a unit: `d`, `day`, `w`, `week`, `month`, `y`, `year`, in the singular or plural.
    /// Returns `nil` for anything else.
    public init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count <= 100_000 else { return nil }
        switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
        case "d", "day", "days": self.init(days: count)
        case "w", "week", "weeks": self.init(days: count * 7)
        case "month", "months": self.init(months: count)
        case "y", "year", "years": self.init(months: count * 12)
        default: return nil
        }
    }

    /// The first day on which something that happened on `day` is older than this span.
    public func end(from day: Day) -> Day {
        day.advanced(months: months).advanced(days: days)
    }

    /// Whether something of `day` is still within this span on `date`: `valid_for` counts the anniversary itself.
    public func holds(from day: Day, on date: Day) -> Bool {
        date <= end(from: day)
    }
}
