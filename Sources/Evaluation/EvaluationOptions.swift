import FormModel
import VietText

/// What is evaluated, and for when (`semantics.md` 3.2, 3.3).
public struct EvaluationOptions: Hashable, Sendable {
    /// The period, if one is named.
    public var period: Period?
    /// The date up to which things are taken as known.
    public var asOf: Day
    /// The splits beside those of the indicators themselves: each a list of one or several names.
    public var by: [[String]]
    /// Only the rows of these keys: by the name of a split.
    public var filters: [(name: String, key: String)] = []
    /// The workspace's calendar of periods.
    public var calendar: PeriodCalendar
    /// The least coverage for a status, in percent; 100 for a target of 100.
    public var coverageMinimum: Double
    /// Whether the indicators' own splits are computed.
    public var ownSplits: Bool
    /// The language of labels.
    public var language: Language

    /// Options for a date, with the defaults of `cli.md`.
    public init(asOf: Day, period: Period? = nil, calendar: PeriodCalendar = PeriodCalendar()) {
        self.asOf = asOf
        self.period = period
        self.by = []
        self.calendar = calendar
        self.coverageMinimum = 90
        self.ownSplits = true
        self.language = .vietnamese
    }

    /// The day of the evaluation: the period's last day or the as-of, whichever is earlier.
    public var date: Day { period.map { min($0.last, asOf) } ?? asOf }

    /// The days of a flow: the period up to the as-of; without a period, the year to date.
    public var flow: Period {
        let period = period ?? calendar.period(of: .year, containing: asOf)
        return Period(id: period.id, length: period.length, first: period.first, last: min(period.last, asOf))
    }

    /// Whether two options ask for the same.
    public static func == (left: EvaluationOptions, right: EvaluationOptions) -> Bool {
        left.period == right.period && left.asOf == right.asOf && left.by == right.by
            && left.filters.map(\.name) == right.filters.map(\.name)
            && left.filters.map(\.key) == right.filters.map(\.key) && left.calendar == right.calendar
            && left.coverageMinimum == right.coverageMinimum && left.ownSplits == right.ownSplits
            && left.language == right.language
    }

    /// Hashes what tells most options apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(period)
        hasher.combine(asOf)
        hasher.combine(by)
    }
}
