import Evaluation
import FormModel
import Messages

/// What a report is made from: the indicators, the period, and how a figure is had when the script asks for it.
public struct ReportData {
    /// The period reported on.
    public var period: Period
    /// The date up to which things count.
    public var asOf: Day
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
    /// What the whole report is narrowed to, such as one village.
    public var filters: [Filter] = []
    /// Below this many observations, split cells of confidential forms are hidden.
    public var smallCell = 5
    /// Computes a figure, with the split by some names if there are any. Asked once for each.
    public var figure: (Indicator, [String]) throws(Message) -> Figure

    /// One row of a split, to which everything is narrowed.
    public struct Filter: Hashable, Sendable {
        /// The name of the split.
        public let name: String
        /// What the row is called.
        public let label: String

        /// A row of a split.
        public init(name: String, label: String) {
            self.name = name
            self.label = label
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
    }
}
