import Estimation

/// What the strata and clusters of a stage are called in every round, so that a panel is known again.
struct LastingNames {
    private let form: String
    /// Of a flow over several rounds, each with a sample, nothing is known to be the same.
    private let isOneRound: Bool
    private var strata: SplitKeys?
    private var clusters: SplitKeys?
    private var units: [String?] = []

    init(form: String, isOneRound: Bool) {
        self.form = form
        self.isOneRound = isOneRound
    }

    /// Takes the names of a design's strata and clusters; without clusters, records were drawn: those of units.
    mutating func take(_ strata: SplitKeys?, _ clusters: SplitKeys?, units: [String?]) {
        (self.strata, self.clusters, self.units) = (strata, clusters, units)
    }

    /// The names for units that are these records.
    func names(of roots: [Int]) -> StageNames? {
        guard isOneRound else { return nil }
        return StageNames(
            strata: roots.map { root in
                form + "/" + (strata.map { $0.keys[Int($0.places[root])] } ?? "")
            },
            clusters: roots.map { root in
                clusters.map { $0.keys[Int($0.places[root])] } ?? (units.indices.contains(root) ? units[root] : nil)
            })
    }
}
