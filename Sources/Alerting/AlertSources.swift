import Evaluation
import FormModel
import Messages
import Reporting

/// Where rules find what they watch: figures and data, as they are on the day of the evaluation.
public struct AlertSources {
    /// The day of the evaluation.
    public var today: Day
    /// The language of what people read.
    public var language: Language
    /// The language of labels, such as owners: the same whoever runs the rules.
    public var labelLanguage: Language
    /// The calendar of periods.
    public var calendar: PeriodCalendar
    /// The least coverage of a period that has ended, in percent.
    public var coverageMinimum: Double
    /// Below this many, cells of confidential forms are not told.
    public var smallCell: Int
    /// The indicators that can be computed.
    public var indicators: [Indicator]
    /// The forms.
    public var forms: [FormLayout]
    /// Why an indicator that a script declares cannot be computed; `nil` for one that no script declares.
    public var unavailable: (String) -> String?
    /// The figure of an indicator of a period, or without one of the year to date, on a day, with a split where names are
    /// given.
    public var figure: (Indicator, [String], WatchedPeriod) throws(Message) -> Figure
    /// Whether a period is closed.
    public var isClosed: (Period) throws(Message) -> Bool
    /// The data of a period.
    public var data: (WatchedPeriod) throws(Message) -> ReportData

    /// Sources.
    public init(
        today: Day, language: Language, labelLanguage: Language, calendar: PeriodCalendar, coverageMinimum: Double,
        smallCell: Int,
        indicators: [Indicator], forms: [FormLayout], unavailable: @escaping (String) -> String?,
        figure: @escaping (Indicator, [String], WatchedPeriod) throws(Message) -> Figure,
        isClosed: @escaping (Period) throws(Message) -> Bool,
        data: @escaping (WatchedPeriod) throws(Message) -> ReportData
    ) {
        self.today = today
        self.language = language
        self.labelLanguage = labelLanguage
        self.calendar = calendar
        self.coverageMinimum = coverageMinimum
        self.smallCell = smallCell
        self.indicators = indicators
        self.forms = forms
        self.unavailable = unavailable
        self.figure = figure
        self.isClosed = isClosed
        self.data = data
    }

    /// The indicator of an id.
    func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
}

/// A period that a rule watches, on a day.
public struct WatchedPeriod: Hashable, Sendable {
    /// The period; `nil` for the year to date.
    public let period: Period?
    /// The day up to which things are known.
    public let asOf: Day

    /// A period on a day.
    public init(_ period: Period?, asOf: Day) {
        self.period = period
        self.asOf = asOf
    }

    /// What it is called in JSON and messages: the period's id, or the day.
    public var id: String { period?.id ?? asOf.iso }
}
