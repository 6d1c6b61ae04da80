/// The covariance of estimates from two rounds over the clusters that both have, known by their names.
///
/// Recursive as the variance is: C(S,k) = Σ_h [(m − g)/(m − 1) Σ_a (t₁ₐ − t̄₁)(t₂ₐ − t̄₂) + (g/m) Σ_a C(a,k+1)] over the m
/// common clusters a of a stratum, with g = n₁ n₂/N those that two independent samples would share (0 without finite
/// population correction). For one stage this is the estimator of Qualité and Tillé (2008, Survey Methodology 34);
/// with the same clusters in both rounds, m = n and g = f n, so that V₁ + V₂ − 2C is the variance of the changes.
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
        let count = Double(pairs.count)
        let chance = (mine.fraction * m * theirs.fraction * n).squareRoot()
        let one = pairs.map { later.totals[stage][$0.later] }
        let two = pairs.map { earlier.totals[stage][$0.earlier] }
        switch (mine.contribution, theirs.contribution) {
        case (.spread, .spread) where pairs.count > 1:
            let (x, y) = (ExactSum(one).value / count, ExactSum(two).value / count)
            let products = ExactSum(zip(one, two).lazy.map { ($0 - x) * ($1 - y) }).value
            let stretch = (mine.stretch * theirs.stretch).squareRoot()
            sum.add(share * stretch * (count - chance) / (count - 1) * products)
        case (.uncentred, .uncentred): sum.add(share * (count - chance) * one[0] * two[0])
        // One cluster in common tells nothing of how two go together, nor do strata of which everyone was drawn, or that
        // have no known spread.
        case (.spread, _), (.uncentred, _), (.nothing, _), (.undetermined, _): break
        }
        return share * chance / count
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
