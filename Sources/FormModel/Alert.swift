/// An alert rule (`alert "id" { … }`): what is watched, when it is told, and to whom (`semantics.md` 4).
public struct AlertScript: Hashable, Sendable {
    /// What a rule looks at.
    public enum Watch: Hashable, Sendable {
        /// An indicator, in each row of the rule's split.
        case indicator(String)
        /// A function of the data that gives the rows itself.
        case rows(FunctionReference)
    }

    /// Of which period.
    public enum Period: Hashable, Sendable {
        /// The last that was closed, or that ended with sufficient coverage.
        case lastClosed
        /// The year to date.
        case toDate
        /// The last one of a length that has ended.
        case last(PeriodLength)
        /// So many of a length that have ended, the last ones, as one.
        case lastFew(Int, PeriodLength)
    }

    /// Who is told if nobody has taken note of it.
    public struct Escalation: Hashable, Sendable {
        /// After how long.
        public let after: Span
        /// Whom.
        public let owner: String

        /// An escalation.
        public init(after: Span, to owner: String) {
            self.after = after
            self.owner = owner
        }
    }

    /// The id.
    public let id: String
    /// Where the script declares it.
    public let place: Place
    /// What it is called; its id without.
    public var label: LocalizedText?
    /// What it looks at.
    public let watch: Watch
    /// The names of the split: an instance a row.
    public var by: [String] = []
    /// Of which period; `nil` for the default: `last_closed` of an indicator, `to_date` of rows.
    public var period: Period?
    /// Whether it holds: a function of the row, and of the same row of the period before.
    public let condition: FunctionReference
    /// What is said of a row for which it holds.
    public let message: FormText
    /// How bad it is, by its name: `info`, `warning`, `critical`.
    public var severity = "warning"
    /// Labels of all its instances.
    public var labels: [String: String] = [:]
    /// How long the condition must have held.
    public var pendingFor: Span?
    /// In how many runs in a row.
    public var pendingRuns = 1
    /// For how long it goes on firing.
    public var keepFiringFor: Span?
    /// How far apart two runs may lie.
    public var maxGap: Span?
    /// What missing data mean, by name: `keep`, `resolve`, `alert`.
    public var noData = "keep"
    /// The labels that get a message each.
    public var groupBy: [String] = []
    /// How many instances a message lists.
    public var maxInstances: Int?
    /// After how long a message is repeated.
    public var repeatEvery: Span?
    /// Whether it is told when it is over.
    public var sendsResolved = true
    /// The properties of its row that `when` divides by, each as `before.value`.
    public var divisors: Set<String> = []
    /// The rules that say enough where they fire.
    public var suppressedBy: [String] = []
    /// Who is told if nobody has taken note of it.
    public var escalation: Escalation?
    /// The personal fields that its functions may read.
    public var usesPersonal: [String] = []

    /// A rule.
    public init(id: String, place: Place, watch: Watch, condition: FunctionReference, message: FormText) {
        self.id = id
        self.place = place
        self.watch = watch
        self.condition = condition
        self.message = message
    }
}
