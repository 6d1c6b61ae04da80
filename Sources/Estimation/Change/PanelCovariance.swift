/// The covariance of estimates from two rounds over the clusters that both have, known by their names.
///
/// In a stratum with n₁ clusters in one round, n₂ in the other and m in both, it is κ Σ (t₁ₐ − t̄₁)(t₂ₐ − t̄₂) over those m,
/// each round centred on its own mean, with κ = √(n₁/(n₁ − 1) · n₂/(n₂ − 1)) · (1 − g/m), g = n₁ n₂/N being those that two
/// independent samples would share (0 without finite population correction; with m < g, κ = 0). So V₁ + V₂ − 2C is the
/// variance of the changes where both rounds have the same clusters, V₁ + V₂ where they have none in common, and never
/// below 0 in between: κ² is at most the product of the factors of V₁ and V₂. It is what one design over both rounds
/// gives (Lumley 2010, on panels as domains of one design), but for the centring: there the rounds share a mean, though
/// one is subtracted from the other. A covariance from the common clusters alone, centred on their own means, is
/// unbiased, and with few of them far too unsure.
///
/// At later stages the pairs of clusters count for √(f₁ f₂), as each round's own do for f.
struct PanelCovariance {
    private var sum = ExactSum()
    /// Primary sampling units that both rounds have.
    private(set) var commonClusterCount = 0
    /// Degrees of freedom that both rounds count, and a change must count once.
    private(set) var sharedDegrees = 0

    /// Σ so far.
    var value: Double { sum.value }

    /// Adds the covariance of two sums of influence values: over one structure as it is, over two by the names.
    mutating func add(_ later: Influence, _ earlier: Influence) {
        guard later.structure !== earlier.structure else {
            let positions = Influence.union(later.positions, earlier.positions)
            let spread = later.structure.covariance(
                positions, later.aligned(to: positions), earlier.aligned(to: positions))
            sum.add(spread.value)
            commonClusterCount += later.structure.first.stratumOfCluster.count
            share(Set(later.clusters).intersection(earlier.clusters), later.structure, earlier.structure)
            return
        }
        add(Side(later), Side(earlier))
    }

    /// One round's clusters and their totals.
    private struct Side {
        let structure: DesignStructure
        let members: Set<Int32>
        /// The totals of influence values in each cluster, by stage.
        let totals: [[Double]]
        /// The means of those totals in each stratum, over all clusters drawn, by stage.
        private let means: [[Double]]

        init(_ influence: Influence) {
            structure = influence.structure
            members = Set(influence.clusters)
            totals = influence.structure.stages.map { stage in
                var totals = [Double](repeating: 0, count: stage.stratumOfCluster.count)
                var (sum, current) = (ExactSum(), 0)
                // The positions of a cluster lie together.
                for (position, value) in zip(influence.positions, influence.values) {
                    let cluster = Int(stage.clusters[Int(position)])
                    if cluster != current { totals[current] = sum.take() }
                    current = cluster
                    sum.add(value)
                }
                totals[current] = sum.take()
                return totals
            }
            means = zip(influence.structure.stages, totals).map { stage, totals in
                var sums = stage.strata.map { _ in ExactSum() }
                for (cluster, total) in totals.enumerated() where total != 0 {
                    sums[Int(stage.stratumOfCluster[cluster])].add(total)
                }
                return zip(sums, stage.strata).map { $0.value / Double($1.clusterCount) }
            }
        }

        /// The mean total of the clusters of a cluster's stratum.
        func mean(of cluster: Int, at stage: Int) -> Double {
            means[stage][Int(structure.stages[stage].stratumOfCluster[cluster])]
        }

        /// The cluster of the stage before that each cluster lies in; 0 for all at the first stage.
        func parent(of cluster: Int, at stage: Int) -> Int {
            structure.stages[stage].strata[Int(structure.stages[stage].stratumOfCluster[cluster])].parent
        }
    }

    /// A cluster by the number of the pair of clusters around it and its name there.
    private struct Path: Hashable {
        let parent: Int
        let name: DesignStructure.ClusterName
    }

    /// A cluster that both rounds have.
    private struct Pair {
        let later: Int
        let earlier: Int
    }

    private mutating func add(_ later: Side, _ earlier: Side) {
        var outer = [Pair(later: 0, earlier: 0)]
        // What a pair of the stage before counts for.
        var shares = [1.0]
        for stage in 0..<min(later.structure.stages.count, earlier.structure.stages.count) {
            let pairs = self.pairs(stage, within: outer, later, earlier)
            if stage == 0 { count(pairs, later, earlier) }
            var next = [Double](repeating: 0, count: pairs.count)
            // Pairs of a stratum lie together: they are in the order of the later round's clusters.
            var start = 0
            while start < pairs.count {
                let stratum = later.structure.stages[stage].stratumOfCluster[pairs[start].pair.later]
                var end = start + 1
                while end < pairs.count,
                    later.structure.stages[stage].stratumOfCluster[pairs[end].pair.later] == stratum
                {
                    end += 1
                }
                let range = start..<end
                let inner = addStratum(
                    pairs[range].map(\.pair), stage, share: shares[pairs[start].parent], later, earlier)
                for place in range { next[place] = inner }
                start = end
            }
            outer = pairs.map(\.pair)
            shares = next
        }
    }

    /// The clusters of a stage that both rounds have, in the order of the later one's.
    private func pairs(
        _ stage: Int, within outer: [Pair], _ later: Side, _ earlier: Side
    ) -> [(pair: Pair, parent: Int)] {
        let parents = Dictionary(outer.enumerated().map { ($1.later, $0) }) { first, _ in first }
        let others = Dictionary(outer.enumerated().map { ($1.earlier, $0) }) { first, _ in first }
        var known: [Path: Int] = [:]
        for (cluster, name) in earlier.structure.stages[stage].names.enumerated() {
            guard let name, let parent = others[earlier.parent(of: cluster, at: stage)] else { continue }
            known[Path(parent: parent, name: name)] = cluster
        }
        var pairs: [(pair: Pair, parent: Int)] = []
        for (cluster, name) in later.structure.stages[stage].names.enumerated() {
            guard let name, let parent = parents[later.parent(of: cluster, at: stage)],
                let other = known[Path(parent: parent, name: name)]
            else { continue }
            pairs.append((Pair(later: cluster, earlier: other), parent))
        }
        return pairs
    }

    /// Adds what a stratum's common clusters give, and tells what each counts for at the next stage.
    private mutating func addStratum(
        _ pairs: [Pair], _ stage: Int, share: Double, _ later: Side, _ earlier: Side
    ) -> Double {
        guard let first = pairs.first, share > 0 else { return 0 }
        let (mine, theirs) = (stratum(first.later, stage, later), stratum(first.earlier, stage, earlier))
        let (n, m) = (Double(mine.clusterCount), Double(theirs.clusterCount))
        let one = pairs.map { later.totals[stage][$0.later] - later.mean(of: $0.later, at: stage) }
        let two = pairs.map { earlier.totals[stage][$0.earlier] - earlier.mean(of: $0.earlier, at: stage) }
        let chance = (mine.fraction * m * theirs.fraction * n).squareRoot()
        let kept = max(0, 1 - chance / Double(pairs.count))
        switch (mine.contribution, theirs.contribution) {
        case (.spread, .spread):
            let stretch = (mine.stretch * n / (n - 1) * theirs.stretch * m / (m - 1)).squareRoot()
            sum.add(share * stretch * kept * ExactSum(zip(one, two).lazy.map { $0 * $1 }).value)
        case (.uncentred, .uncentred):
            // The only cluster of its stratum in both rounds, taken from 0.
            let products = pairs.map { later.totals[stage][$0.later] * earlier.totals[stage][$0.earlier] }
            sum.add(share * kept * ExactSum(products).value)
        // Strata of which everyone was drawn, or that have no known spread, vary with nothing.
        case (.spread, _), (.uncentred, _), (.nothing, _), (.undetermined, _): break
        }
        return share * (mine.fraction * theirs.fraction).squareRoot()
    }

    private func stratum(_ cluster: Int, _ stage: Int, _ side: Side) -> DesignStructure.Stratum {
        let own = side.structure.stages[stage]
        return own.strata[Int(own.stratumOfCluster[cluster])]
    }

    private mutating func count(_ pairs: [(pair: Pair, parent: Int)], _ later: Side, _ earlier: Side) {
        commonClusterCount += pairs.count
        let shared = pairs.map(\.pair).filter {
            later.members.contains(Int32($0.later)) && earlier.members.contains(Int32($0.earlier))
        }
        share(Set(shared.map { Int32($0.later) }), later.structure, earlier.structure)
    }

    private mutating func share(_ clusters: Set<Int32>, _ later: DesignStructure, _ earlier: DesignStructure) {
        // A census adds no degrees of freedom.
        guard !later.isCensus, !earlier.isCensus else { return }
        sharedDegrees += later.degreesOfFreedom(ofClusters: clusters.sorted())
    }
}
