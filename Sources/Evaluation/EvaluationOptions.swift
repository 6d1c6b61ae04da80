import FormModel
import Foundation
import VietText

/// What is evaluated, and for when (`semantics.md` 3.2, 3.3).
public struct EvaluationOptions: Hashable, Sendable {
    /// The period, if one is named.
    public var period: Period?
    /// The date up to which things are taken as known.
    public var asOf: Day
    /// The earlier period whose figures stand beside these, if one is named.
    public var before: Period?
    /// The splits beside those of the indicators themselves: each a list of one or several names.
    public var by: [[String]]
    /// Only the rows of these keys of splits.
    public var filters: [SplitFilter] = []
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
        self.before = nil
        self.by = []
        self.calendar = calendar
        self.coverageMinimum = 90
        self.ownSplits = true
        self.language = .vietnamese
    }

    /// How many threads share what is worked out over columns.
    static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// The day of the evaluation: the period's last day or the as-of, whichever is earlier.
    public var date: Day { period.map { min($0.last, asOf) } ?? asOf }

    /// The days of a flow: the period up to the as-of; without a period, the year to date.
    public var flow: Period {
        let period = period ?? calendar.period(of: .year, containing: asOf)
        return Period(id: period.id, length: period.length, first: period.first, last: min(period.last, asOf))
    }
}

/// A choice of rows: those of one key of a split.
public struct SplitFilter: Hashable, Sendable {
    /// The name of the split.
    public let name: String
    /// The key of the rows.
    public let key: String

    /// The rows of a key of a split.
    public init(name: String, key: String) {
        self.name = name
        self.key = key
    }
}
