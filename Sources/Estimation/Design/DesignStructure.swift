/// Strata and clusters of a design, in the order in which variances are summed.
///
/// Units stand in *positions*: sorted so that those of a cluster, and the clusters of a stratum, lie together at each
/// stage. Two estimates share a sample if they share this object. It is immutable.
final class DesignStructure: Sendable {
    /// A stage that adds to the variance.
    struct Stage: Sendable {
        /// The cluster at each position.
        let clusters: [Int32]
        /// The stratum of each cluster.
        let stratumOfCluster: [Int32]
        /// The strata.
        let strata: [Stratum]
        /// What each cluster is called in every round; `nil` where that is not known.
        let names: [ClusterName?]
    }

    /// What a cluster is called within the cluster of the stage before.
    struct ClusterName: Hashable, Sendable {
        let stratum: String
        let cluster: String
    }

    /// A stratum of a stage.
    struct Stratum: Sendable {
        let place: StratumPlace
        /// Clusters drawn: n_h of the whole design, whatever the domain.
        let clusterCount: Int
        /// The part of the population that was drawn, f_h; 0 where it is not known.
        let fraction: Double
        /// The cluster of the stage before.
        let parent: Int
        /// How many times its spread counts, to stand for strata with one cluster.
        var stretch = 1.0
        /// What it adds to a variance.
        var contribution = Contribution.nothing
    }

    /// What a stratum adds to a variance.
    enum Contribution: Hashable, Sendable {
        /// Nothing: all of it was drawn, or is taken to be.
        case nothing
        /// So many times the squares around the mean of its clusters.
        case spread(Double)
        /// So many times the square of the only cluster's total.
        case uncentred(Double)
        /// It cannot be told.
        case undetermined
    }

    /// The unit at each position.
    let units: [Int32]
    /// The position of each unit.
    let positions: [Int32]
    /// The stages that add to the variance, outermost first; there is always one.
    let stages: [Stage]
    /// Strata with one cluster, though their population has more.
    let singleUnitStrata: [StratumPlace]
    /// Whether everyone was drawn, at every stage.
    let isCensus: Bool

    init(
        units: [Int32], positions: [Int32], stages: [Stage], singleUnitStrata: [StratumPlace], isCensus: Bool
    ) {
        self.units = units
        self.positions = positions
        self.stages = stages
        self.singleUnitStrata = singleUnitStrata
        self.isCensus = isCensus
    }

    var unitCount: Int { units.count }
    /// The stage at which primary sampling units are drawn.
    var first: Stage { stages[0] }

    /// Primary sampling units among some, in ascending order, less their strata: the degrees of freedom.
    func degreesOfFreedom(ofClusters clusters: [Int32]) -> Int {
        var strata = 0
        var last: Int32 = -1
        for cluster in clusters {
            let stratum = first.stratumOfCluster[Int(cluster)]
            if stratum != last { strata += 1 }
            last = stratum
        }
        return clusters.count - strata
    }
}
