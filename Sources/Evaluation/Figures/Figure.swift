import FormModel
import Messages

/// Where an indicator stands (`semantics.md` 3.9).
public enum Status: String, Sendable, CaseIterable {
    /// The target is reached.
    case met
    /// The target is reached, but what is not known could undo it.
    case metUncertain = "met_uncertain"
    /// At or beyond the value expected by now.
    case onTrack = "on_track"
    /// Short of the value expected by now.
    case behind
    /// Not reached, and nothing is known to compare with.
    case noBaseline = "no_baseline"
    /// Too few of those who should report have.
    case incomplete
    /// There is no value.
    case noData = "no_data"
}

/// How a figure came about.
public enum Method: String, Sendable {
    /// Every record counts once.
    case census
    /// Records stand for others, by a design.
    case sample
    /// Made from other indicators.
    case derived
    /// Whether something has happened.
    case milestone
}

/// The numbers of an indicator, for all records or for one row of a split.
public struct FigureValues: Hashable, Sendable {
    /// The value in the indicator's unit; `nil` where there is none.
    public var value: Double?
    /// The numerator, weighted where a design gives weights; `nil` where the kind has none.
    public var numerator: Double?
    /// The denominator, likewise.
    public var denominator: Double?
    /// The records that entered, unweighted.
    public var n = 0
    /// In scope, but what is computed is missing: by reason.
    public var missing: [MissingReason: Int] = [:]
    /// Whether they are in scope is missing: by reason.
    public var missingAmong: [MissingReason: Int] = [:]
    /// Whether missing records make a total or count a lower bound.
    public var atLeast = false
    /// Whether the row is hidden for secrecy.
    public var suppressed = false
    /// The value if all the missing were no, and if all were yes.
    public var bounds: ClosedRange<Double>?
    /// How many records the formula failed on; in a row of a split, also those whose dimension failed.
    public var failed = 0
    /// The first of them, in the order of their ids; in a row of a split, of those whose dimension failed.
    public var failures: [FormulaFault] = []
    /// For a ratio of parts to wholes: records whose numerator is greater than the denominator.
    public var exceeding = 0
    /// Who should have reported and who did, where there is a frame; of a derived indicator, that of its weakest source.
    public var coverage: CoverageFigure?
    /// The coverage in percent by which the status is judged: its own, or that of the whole that it is a part of.
    var judgedCoverage: Double?
    /// How sure the value is, where it is estimated from a sample.
    public var error: SamplingError?
    /// The estimate itself, to derive others from.
    var sampled: SampledValue?
    /// The value expected by now.
    public var expected: Double?
    /// Where the indicator stands; `nil` for one without a target.
    public var status: Status?
    /// The date of a milestone.
    public var date: Day?

    /// Numbers of nothing.
    public init() {}

    /// How many of `missing` there are.
    public var missingCount: Int { missing.values.reduce(0, +) }
    /// How many of `missingAmong` there are.
    public var missingAmongCount: Int { missingAmong.values.reduce(0, +) }
    /// The coverage in percent.
    public var coveragePercent: Double? { coverage?.percent }
    /// Whether anything entered the sums. Where nothing did and there is no value either, sums of 0 tell nothing.
    public var hasSums: Bool { n > 0 || value != nil }
}

/// A row of a split.
public struct SplitRow: Hashable, Sendable {
    /// The row's key: one part for each name of the split; `_unknown` where a record has none.
    public let key: [String]
    /// What the parts are called.
    public let label: [String]
    /// The numbers.
    public let values: FigureValues

    /// The key of records without one.
    public static let unknown = "_unknown"

    /// A row: a key and a label for each name of the split.
    public init(key: [String], label: [String], values: FigureValues) {
        self.key = key
        self.label = label
        self.values = values
    }
}

/// A split of a figure.
public struct Split: Hashable, Sendable {
    /// The names that the figure is split by.
    public let names: [String]
    /// The rows in the order of print.
    public let rows: [SplitRow]

    /// A split by some names.
    public init(names: [String], rows: [SplitRow]) {
        self.names = names
        self.rows = rows
    }
}

/// An indicator evaluated.
public struct Figure: Hashable, Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// How it came about.
    public let method: Method
    /// The ids of the designs that gave the weights: one, or one for each round of a flow.
    public let designs: [String]
    /// All records together.
    public let total: FigureValues
    /// The splits.
    public internal(set) var splits: [Split]
    /// The keys of units that owe a report and sent none.
    public let silentUnits: [[String]]
    /// The round, where whole rounds are taken.
    public let round: String?
    /// The days between which the records' dates lie; `nil` for no records.
    public let dates: ClosedRange<Day>?
    /// The ids of the indicators that a derived one is made from.
    public let sources: [String]
    /// What went wrong in formulas and dimensions, like with like.
    public let faults: [FaultGroup]
    /// What readers should know of how it came about.
    public let notes: [Message]
    /// The versions of the forms that its records were made with.
    public let versions: [ComparableVersions]
    /// The breaks that its indicator declares, and those of what it is made from.
    public let declaredBreaks: [SeriesBreak]

    /// A figure.
    public init(
        indicator: Indicator, method: Method, designs: [String] = [], total: FigureValues, splits: [Split] = [],
        silentUnits: [[String]] = [],
        round: String? = nil, dates: ClosedRange<Day>? = nil, sources: [String] = [], faults: [FaultGroup] = [],
        notes: [Message] = [], versions: [ComparableVersions] = [],
        sourceBreaks: [SeriesBreak] = []
    ) {
        self.declaredBreaks = indicator.breaks + sourceBreaks.filter { !indicator.breaks.contains($0) }
        self.versions = versions
        self.indicator = indicator
        self.method = method
        self.designs = designs
        self.faults = faults
        self.notes = notes
        self.total = total
        self.splits = splits
        self.silentUnits = silentUnits
        self.round = round
        self.dates = dates
        self.sources = sources
    }

    /// The split by some names.
    public func split(_ names: [String]) -> Split? { splits.first { $0.names == names } }

    /// How many records failed, in the total or in telling their row of a split.
    public var failed: Int { total.failed + misplaced.map(\.failed).reduce(0, +) }

    /// The first of them with their places.
    public var failures: [FormulaFault] {
        var told: Set<FormulaFault> = []
        return (total.failures + misplaced.flatMap(\.failures)).filter { told.insert($0).inserted }
    }

    /// The ids of the first records on which a formula or a dimension failed, each once.
    public var failedRecords: [String] {
        var told: Set<String> = []
        return failures.filter(\.isOfRecord).map(\.record).filter { told.insert($0).inserted }
    }

    /// On how many records a formula or a dimension failed.
    public var failedRecordCount: Int {
        failed - (total.failures + misplaced.flatMap(\.failures)).count { !$0.isOfRecord }
    }

    /// Why there is no figure, where a design or what it is made from does not hold.
    public var obstacles: [Message] {
        total.failures.filter { !$0.isOfRecord }.reduce(into: []) {
            if !$0.contains($1.message) { $0.append($1.message) }
        }
    }

    /// The rows of splits on which dimensions failed: the total knows nothing of that.
    private var misplaced: [FigureValues] { splits.flatMap(\.rows).map(\.values).filter { !$0.failures.isEmpty } }
}
