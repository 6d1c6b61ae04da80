/// How the answers of one field are drawn (`scripts.md`, "Random records").
public indirect enum Distribution: Hashable, Sendable {
    /// One value of several, each with a weight; special answers stand among them.
    case weights([Weighted])
    /// Evenly between two bounds, both included for whole numbers.
    case uniform(Double, Double)
    /// Normal, by mean and standard deviation.
    case normal(Double, Double)
    /// Log-normal, by mean and standard deviation of the logarithm.
    case logNormal(Double, Double)
    /// Yes with this probability; the rest no.
    case share(Double)
    /// A constant value.
    case constant(Value)
    /// Special answers, each with its probability; else a value of another distribution.
    case special([Weighted], else: Distribution)
    /// A function of the record that gives any of these, or a value.
    case computed(FunctionReference)

    /// A value or special answer with its weight.
    public struct Weighted: Hashable, Sendable {
        /// The choice's name, `yes`, `no`, or a special answer's name.
        public let name: String
        /// Its weight, 0 or more.
        public let weight: Double

        /// A value with its weight.
        public init(name: String, weight: Double) {
            self.name = name
            self.weight = weight
        }
    }
}

/// How the rows of a set are drawn.
public struct SimulatedSet: Hashable, Sendable {
    /// Distributions by field name.
    public var fields: [String: Distribution] = [:]
    /// The plans of the rosters, by name.
    public var rosters: [String: SimulatedSet] = [:]

    /// A plan with nothing in it: every answer is made up by its kind.
    public init() {}
}

/// How random records of a form are drawn.
public struct SimulationPlan: Hashable, Sendable {
    /// The form's id.
    public let form: String
    /// Where the script declares it.
    public let place: Place
    /// The plan of the record.
    public let root: SimulatedSet
    /// The results of the visits; `nil` for all completed.
    public let result: Distribution?
    /// The share of units that never report; `nil` for none.
    public let missing: Distribution?

    /// A plan.
    public init(form: String, place: Place, root: SimulatedSet, result: Distribution?, missing: Distribution?) {
        self.form = form
        self.place = place
        self.root = root
        self.result = result
        self.missing = missing
    }
}
