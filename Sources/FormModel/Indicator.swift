/// What an indicator computes (`semantics.md` 3.4).
public enum Computation: Hashable, Sendable {
    /// The share of records that fulfil a condition.
    case share(FunctionReference)
    /// The number of records that fulfil a condition.
    case count(FunctionReference)
    /// The mean of a number.
    case mean(FunctionReference)
    /// The sum of a number.
    case total(FunctionReference)
    /// A quantile of a number.
    case quantile(of: FunctionReference, at: Double, rule: QuantileRule)
    /// The ratio of two sums.
    case ratio(numerator: FunctionReference, denominator: FunctionReference)
    /// A date on which something happened, or `nil`.
    case milestone(FunctionReference)
    /// A value made from other indicators.
    case derive(FunctionReference)

    /// The property's name in scripts.
    public var name: String {
        switch self {
        case .share: "share"
        case .count: "count"
        case .mean: "mean"
        case .total: "total"
        case .quantile: "quantile"
        case .ratio: "ratio"
        case .milestone: "milestone"
        case .derive: "derive"
        }
    }
}

/// How a quantile is read off the distribution function, by the names of R's `survey`.
public enum QuantileRule: String, Hashable, Sendable, CaseIterable {
    /// The least value at or below which at least that share lies.
    case math
    /// Straight lines between the values (Hyndman and Fan 1996, definition 7).
    case hf7
}

/// Which design an indicator is estimated with.
public enum DesignChoice: Hashable, Sendable {
    /// The one design that fits.
    case automatic
    /// None (`design = false`): every record counts once.
    case none
    /// The design of an id.
    case named(String)
}

/// An indicator: a figure with a definition, an owner and perhaps a target.
public struct Indicator: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Where the script declares it.
    public var place: Place
    /// Its code in the resolution, such as `II.3.4.7`.
    public var code: String?
    /// Its name.
    public var label: LocalizedText
    /// Its definition in words.
    public var definition: LocalizedText?
    /// Where the data come from, in words.
    public var source: LocalizedText?
    /// How often it is measured, in words.
    public var frequency: LocalizedText?
    /// Who is responsible.
    public var owner: LocalizedText?
    /// Its unit: `percent`, `number`, `milestone` or a word that is printed.
    public var unit: String
    /// Whether the script says the unit. One that is derived and does not say it is a percentage if it comes out of
    /// ratios, else a number; until it is evaluated, the text of its function tells.
    public var hasOwnUnit = true
    /// Whether it only serves other indicators.
    public var isComponent = false
    /// The path of the records it is computed over; `nil` for a derived one.
    public var over: String?
    /// Which of them it is about.
    public var among: FunctionReference?
    /// What is computed.
    public var computation: Computation
    /// The splits that reports show.
    public var by: [String] = []
    /// What it is to reach.
    public var target: Target?
    /// Which design it is estimated with.
    public var design: DesignChoice = .automatic
    /// The key field of which only the latest record is taken.
    public var latest: String?
    /// The kind of confidence interval.
    public var interval = "logit"
    /// The confidence level.
    public var level = 0.95
    /// Whether a don't know counts as no.
    public var dontKnowIsNo = false
    /// The personal fields it may print.
    public var usesPersonal: [String] = []
    /// From when on its figures are no longer comparable with those before.
    public var breaks: [SeriesBreak] = []

    /// An indicator.
    public init(id: String, place: Place, label: LocalizedText, unit: String, computation: Computation) {
        self.id = id
        self.place = place
        self.label = label
        self.unit = unit
        self.computation = computation
    }
}

/// A break that the author of an indicator declares: another definition, source or population from a period on.
public struct SeriesBreak: Hashable, Sendable {
    /// The first period of the new kind, by its id.
    public let period: String
    /// What is different, for the reader of a report.
    public let reason: LocalizedText

    /// A break from a period on.
    public init(period: String, reason: LocalizedText) {
        self.period = period
        self.reason = reason
    }
}

/// A way to split figures: a function of the record that gives the row's key.
public struct Dimension: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Where the script declares it.
    public let place: Place
    /// The paths of the records it splits.
    public let over: [String]
    /// Its name.
    public let label: LocalizedText
    /// The key of a record.
    public let value: FunctionReference
    /// The keys in the order of print; others follow, sorted.
    public let order: [String]
    /// Labels of the keys, where the script gives them.
    public let labels: [String: LocalizedText]
    /// The personal fields that its function may read, whose values may become its keys.
    public var usesPersonal: [String] = []

    /// A dimension.
    public init(
        id: String, place: Place, over: [String], label: LocalizedText, value: FunctionReference, order: [String],
        labels: [String: LocalizedText]
    ) {
        self.id = id
        self.place = place
        self.over = over
        self.label = label
        self.value = value
        self.order = order
        self.labels = labels
    }
}

/// How a round's records were drawn, and what each stands for.
public struct Design: Hashable, Sendable {
    /// Where weights come from.
    public enum Weight: Hashable, Sendable {
        /// Each record stands for itself.
        case one
        /// A field of the record.
        case field(String)
        /// A function of the record.
        case function(FunctionReference)
        /// The stratum's population ÷ its completed records.
        case population([String: Double])
    }

    /// Its id.
    public var id: String
    /// Where the script declares it.
    public var place: Place
    /// Its name, as reports print it.
    public var label: LocalizedText?
    /// The form whose records it describes.
    public var form: String
    /// The round, or `nil` for every round.
    public var period: String?
    /// The name of the strata: a field or a dimension.
    public var strata: [String] = []
    /// The names of the clusters, outermost first.
    public var cluster: [String] = []
    /// The weight of a record.
    public var weight: Weight = .one
    /// The finite population correction: a field's name or a number a stage.
    public var fpc: [String] = []
    /// Likewise, for the strata of the first stage by their names.
    public var fpcTotals: [String: Double] = [:]
    /// Whether the weights follow from how many there are to draw from, since the script says no others
    /// (`estimation.md` 4).
    public var weighsByPopulation: Bool { weight == .one && !(fpc.isEmpty && fpcTotals.isEmpty) }
    /// Whether each record stands for itself alone: there are neither weights nor populations to work them out from, and
    /// sums are sums of the sample.
    public var standsForItself: Bool { weight == .one && !weighsByPopulation && margins.isEmpty }
    /// Known totals to which the weights are fitted, one classification after the other.
    public var margins: [Margin] = []
    /// How the weights are fitted to them.
    public var calibration = Calibration.none
    /// What to do with a stratum that has one unit.
    public var singleUnit = SingleUnit.fail

    /// Known totals of the population.
    public struct Margin: Hashable, Sendable {
        /// The classification: a dimension, or a field with choices.
        public let by: String
        /// How many there are of each key.
        public let totals: [String: Double]

        /// Known totals.
        public init(by: String, totals: [String: Double]) {
            self.by = by
            self.totals = totals
        }
    }

    /// How weights are fitted to known totals.
    public enum Calibration: Hashable, Sendable {
        /// Not at all.
        case none
        /// To those of one classification.
        case postStratified
        /// To those of several in turn, until all hold.
        case raked
    }

    /// What to do with a stratum of which one unit was drawn, though it has more.
    public enum SingleUnit: String, Hashable, Sendable, CaseIterable {
        /// There is no standard error.
        case fail
        /// It adds nothing.
        case certainty
        /// It adds its distance from 0.
        case adjust
        /// It adds the mean of the others.
        case average
    }

    /// A design for a form.
    public init(id: String, place: Place, form: String) {
        self.id = id
        self.place = place
        self.form = form
    }
}

/// A report: a function that fills a document.
public struct ReportScript: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Where the script declares it.
    public let place: Place
    /// Its name.
    public let label: LocalizedText
    /// The length of the periods it reports on.
    public let period: PeriodLength
    /// Fills the document: a function of (doc, data).
    public let body: FunctionReference
    /// The personal fields that it may print.
    public let usesPersonal: [String]
    /// The split that it must be narrowed to one row of: "village" for a sheet of one village.
    public let narrowedBy: String?

    /// A report.
    public init(
        id: String, place: Place, label: LocalizedText, period: PeriodLength, body: FunctionReference,
        usesPersonal: [String] = [], narrowedBy: String? = nil
    ) {
        self.narrowedBy = narrowedBy
        self.id = id
        self.place = place
        self.label = label
        self.period = period
        self.body = body
        self.usesPersonal = usesPersonal
    }
}
