import Evaluation
import FormModel
import Messages

/// What a report is made from: the indicators, the period, and how a figure is had when the script asks for it.
public struct ReportData {
    /// The period reported on.
    public var period: Period
    /// The date up to which things are taken as known.
    public var asOf: Day
    /// The workspace's calendar of periods.
    public var calendar = PeriodCalendar()
    /// The language of labels and of words.
    public var language: Language = .vietnamese
    /// The indicators that the report may show.
    public var indicators: [Indicator]
    /// The ids of those that the filters do not fit: they stand in no list, and have no value.
    public var omitted: Set<String> = []
    /// Why an indicator that is none of these is not to be had, where its script has a fault.
    public var unavailable: (String) -> String? = { _ in nil }
    /// The shapes of the forms that they are computed over.
    public var forms: [FormLayout]
    /// What samples are called, by the ids of their designs.
    public var designs: [String: LocalizedText] = [:]
    /// What the whole report is narrowed to, such as one village.
    public var filters: [Filter] = []
    /// Whether the records are made up.
    public var isMadeUp = false
    /// Below this many observations, split cells of confidential forms are hidden.
    public var smallCell = 5
    /// Computes a figure, with the split by some names if there are any. Asked once for each.
    public var figure: (Indicator, [String]) throws(Message) -> Figure
    /// The periods of the same length before the report's that have records, the oldest first.
    public var earlier: [Period] = []
    /// Computes a figure at the end of one of them, with the split by some names if there are any. Asked once for each.
    public var earlierFigure: (Indicator, Period, [String]) throws(Message) -> Figure = { indicator, _, _ in
        Figure(indicator: indicator, method: .census, total: FigureValues())
    }
    /// The alerts that fired in the period, or were on when it began.
    public var alerts: () throws(Message) -> [Alert] = { [] }
    /// When a report is due; `nil` where no day is set. Asked by its id.
    public var due: (String) throws(Message) -> Due? = { _ in nil }
    /// Whether an indicator is defined otherwise than when the figures of one of them were signed. Asked where a change is
    /// shown.
    public var hasNewDefinition: (Indicator, Period) throws(Message) -> Bool = { _, _ in false }
    /// Computes a figure without the filters.
    public var wholeFigure: (Indicator, [String]) throws(Message) -> Figure
    /// The body whose indicators the report is narrowed to, as it was asked for.
    public var owner: String?
    /// The keys of a state form's units by the round of the record that counts for them, an older one where it still
    /// holds. Not asked where figures take whole rounds.
    public var rounds: (FormLayout) throws(Message) -> [String: [[String]]] = { _ in [:] }
    /// The records of a form that count, of any round and date, in the order of their ids.
    public var records: (FormLayout) throws(Message) -> [Record] = { _ in [] }
    /// The figures of the closed period before, as they were signed and as they are now.
    public var adjustments: () throws(Message) -> [Adjustment] = { [] }
    /// Checks the rules over some form, or all rules; asked only where a script asks `data:validations`.
    public var validations: (String?) throws(Message) -> [ValidationResult] = { _ in [] }
    /// The work behind the records.
    public var fieldwork = Fieldwork.unknown

    /// The day of the figures: the period's last, or the as-of if that is earlier (`semantics.md` 3.2).
    public var date: Day { min(period.last, asOf) }

    /// One row of a split, to which everything is narrowed.
    public struct Filter: Hashable, Sendable {
        /// The name of the split.
        public let name: String
        /// The key of the row.
        public let key: String
        /// What the row is called.
        public let label: String

        /// A row of a split.
        public init(name: String, key: String, label: String) {
            self.name = name
            self.key = key
            self.label = label
        }
    }

    /// A record without its rosters.
    public struct Record: Hashable, Sendable {
        /// Its id.
        public let id: String
        /// Its round.
        public let round: String
        /// The day that dates it.
        public let date: Day
        /// An answer for each field of the form's records, in their order.
        public let answers: [Answer]

        /// A record.
        public init(id: String, round: String, date: Day, answers: [Answer]) {
            self.id = id
            self.round = round
            self.date = date
            self.answers = answers
        }
    }

    /// What a report on a period is made from.
    public init(
        period: Period, asOf: Day, indicators: [Indicator], forms: [FormLayout],
        figure: @escaping (Indicator, [String]) throws(Message) -> Figure
    ) {
        self.period = period
        self.asOf = asOf
        self.indicators = indicators
        self.forms = forms
        self.figure = figure
        wholeFigure = figure
    }
}
