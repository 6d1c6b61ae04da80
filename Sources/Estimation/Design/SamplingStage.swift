/// How many sampling units there are in the population, to correct for a sample that is a good part of it.
public enum FinitePopulation: Hashable, Sendable {
    /// Sampling units of the stratum in the population, for each unit: N_h ≥ n_h. Infinite means no correction.
    case sizes([Double])
    /// The part of the stratum's sampling units that was drawn, for each unit: 0 < f_h ≤ 1.
    case fractions([Double])
}

/// A stage of sampling, as columns with an entry for each unit.
///
/// Clusters are nested: those of a stage are told apart within their stratum, and strata of a later stage within the
/// cluster they lie in, so that numbers may be used again; only, errors then name what is not unique.
public struct SamplingStage: Hashable, Sendable {
    /// The stratum of each unit; `nil` where the stage has none.
    public var strata: [Int]?
    /// The cluster of each unit; `nil` where units themselves are drawn.
    public var clusters: [Int]?
    /// The population; `nil` for drawing with replacement, or from so many that it makes no difference.
    public var population: FinitePopulation?
    /// What strata and clusters are called in every round; `nil` where rounds share none that is known.
    public var names: StageNames?

    /// A stage.
    public init(
        strata: [Int]? = nil, clusters: [Int]? = nil, population: FinitePopulation? = nil, names: StageNames? = nil
    ) {
        self.strata = strata
        self.clusters = clusters
        self.population = population
        self.names = names
    }
}

/// What the strata and clusters of a stage are called, the same in every round, with an entry for each unit: by them the
/// estimates of two rounds are known to come from the same clusters (`Estimate.change(since:)`).
public struct StageNames: Hashable, Sendable {
    /// The name of each unit's stratum.
    public var strata: [String]
    /// The name of each unit's cluster, unique in its stratum; `nil` for one that no other round can share.
    public var clusters: [String?]

    /// The names of a stage.
    public init(strata: [String], clusters: [String?]) {
        self.strata = strata
        self.clusters = clusters
    }
}

/// How many of the population a unit stands for.
public enum SamplingWeights: Hashable, Sendable {
    /// Itself.
    case one
    /// A weight for each unit, 0 or more. A unit of weight 0 is part of the design and counts for nothing.
    case given([Double])
    /// Π N_k/n_k over the stages, each of which must say its population.
    case fromPopulation
}

/// What to do with a stratum of which one cluster was drawn, though it has more: its variance cannot be estimated
/// (`survey.lonely.psu` of Lumley 2010, *Complex Surveys*).
public enum SingleUnitRule: Hashable, Sendable, CaseIterable {
    /// Estimates over it have no standard error.
    case fail
    /// It adds nothing, as if it had been drawn with certainty.
    case certainty
    /// It adds (1 − f) t², its total's distance from 0 in place of that from the stratum's mean.
    case adjust
    /// It adds the mean of the strata with more: V · H/(H − H_single).
    case average
}
