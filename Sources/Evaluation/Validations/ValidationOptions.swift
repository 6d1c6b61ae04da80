import FormModel

/// Which records are checked, and for when.
public struct ValidationOptions: Hashable, Sendable {
    /// The day that rules take for today, and up to which figures are known.
    public var asOf: Day
    /// Only the records whose round shares days with this period; all without.
    public var period: Period?
    /// Only records dated up to this day; all without.
    public var until: Day?
    /// Only the rows of these keys of splits.
    public var filters: [SplitFilter] = []
    /// Whether incomplete and returned records are checked beside those that count.
    public var includesUnfinished = false
    /// The workspace's calendar of periods.
    public var calendar: PeriodCalendar
    /// The language of messages and labels.
    public var language: Language = .vietnamese
    /// How many of the records that break a rule are told; all without.
    public var told: Int?

    /// Options for a day.
    public init(asOf: Day, period: Period? = nil, calendar: PeriodCalendar = PeriodCalendar()) {
        self.asOf = asOf
        self.period = period
        self.calendar = calendar
    }

    /// The evaluation of the figures that a rule between forms reads.
    var evaluation: EvaluationOptions {
        var options = EvaluationOptions(asOf: asOf, period: period, calendar: calendar)
        options.language = language
        options.filters = filters
        options.ownSplits = false
        return options
    }

    /// Whether a record belongs to what is checked, by its round and date.
    func includes(round: String, date: Day, of form: Form) -> Bool {
        if let until, date > until { return false }
        guard let period else { return true }
        guard form.round != .once, let own = calendar.period(id: round) else { return period.contains(date) }
        return own.first <= period.last && period.first <= own.last
    }
}
