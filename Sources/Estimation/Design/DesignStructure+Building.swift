extension DesignStructure {
    /// The structure of a sample, and how likely its units were to be drawn.
    struct Built {
        let structure: DesignStructure
        let inclusion: Inclusion
    }

    /// How likely each unit was to be drawn.
    enum Inclusion {
        /// Π n_k/N_k over the stages.
        case known([Double])
        /// The first stage, from 1, that has no population.
        case unknown(stage: Int)
    }

    /// - Throws: for columns of another length, and for populations that are missing, vary or are too small.
    static func build(
        _ stages: [SamplingStage], unitCount: Int, rule: SingleUnitRule
    ) throws(EstimationError) -> Built {
        let stages = stages.isEmpty ? [SamplingStage()] : stages
        var columns: [StageColumns] = []
        var parents = [Int32](repeating: 0, count: unitCount)
        for (index, stage) in stages.enumerated() {
            let column = try StageColumns(stage, number: index + 1, parents: parents)
            parents = column.clusters
            columns.append(column)
        }
        var units = Array(0..<Int32(unitCount))
        for column in columns.reversed() { column.sort(&units) }
        for index in columns.indices { columns[index].renumber(by: units) }

        var built: [Stage] = []
        var inclusion = Inclusion.known(Array(repeating: 1, count: unitCount))
        var isComplete = true
        for (index, stage) in stages.enumerated() {
            let outer = index == 0 ? nil : (numbers: columns[index - 1].clusters, ids: stages[index - 1].clusters)
            let strata = try strata(stage, number: index + 1, columns: columns[index], outer: outer)
            if stage.population == nil {
                if case .known = inclusion { inclusion = .unknown(stage: index + 1) }
            } else if case .known(let product) = inclusion {
                inclusion = .known(zip(product, columns[index].strata).map { $0 * strata[Int($1)].fraction })
            }
            // Beyond a stage without a population there is no recursion: its clusters hold all the variance.
            guard isComplete else { continue }
            isComplete = stage.population != nil
            built.append(Stage(columns[index], strata: strata, names: stage.names, units: units))
        }
        return Built(structure: structure(built, units: units, rule: rule), inclusion: inclusion)
    }

    private static func structure(_ stages: [Stage], units: [Int32], rule: SingleUnitRule) -> DesignStructure {
        var weighed: [Stage] = []
        var singles: [StratumPlace] = []
        var isCensus = true
        // The part that a cluster of the stage before has in the variance: Π f of its strata.
        var shares: [Double] = [1]
        for stage in stages {
            let stage = stage.weighed(shares, rule)
            weighed.append(stage)
            for stratum in stage.strata where shares[stratum.parent] > 0 && stratum.fraction < 1 {
                isCensus = false
                if stratum.clusterCount == 1 { singles.append(stratum.place) }
            }
            shares = stage.stratumOfCluster.map {
                let stratum = stage.strata[Int($0)]
                return stratum.fraction * shares[stratum.parent]
            }
        }
        var positions = [Int32](repeating: 0, count: units.count)
        for (position, unit) in units.enumerated() { positions[Int(unit)] = Int32(position) }
        return DesignStructure(
            units: units, positions: positions, stages: weighed, singleUnitStrata: singles.sorted(), isCensus: isCensus)
    }

    /// The strata of a stage with their clusters counted and their populations checked.
    private static func strata(
        _ stage: SamplingStage, number: Int, columns: StageColumns, outer: (numbers: [Int32], ids: [Int]?)?
    ) throws(EstimationError) -> [Stratum] {
        var firstUnits = [Int](repeating: -1, count: columns.stratumCount)
        var clusterCounts = [Int](repeating: 0, count: columns.stratumCount)
        var isCounted = [Bool](repeating: false, count: columns.clusterCount)
        for (unit, stratum) in columns.strata.enumerated() {
            if firstUnits[Int(stratum)] < 0 { firstUnits[Int(stratum)] = unit }
            let cluster = Int(columns.clusters[unit])
            guard !isCounted[cluster] else { continue }
            isCounted[cluster] = true
            clusterCounts[Int(stratum)] += 1
        }
        let places = firstUnits.map { unit in
            StratumPlace(
                stage: number, cluster: outer.map { $0.ids?[unit] ?? unit }, stratum: stage.strata?[unit] ?? 0)
        }
        let populations = try PopulationColumn(stage.population, stage: number, count: columns.strata.count)
        try populations.checkConstant(strata: columns.strata, firstUnits: firstUnits, places: places)
        var strata: [Stratum] = []
        for (index, place) in places.enumerated() {
            let count = clusterCounts[index]
            let fraction = try populations.fraction(at: firstUnits[index], drawn: count, place: place)
            let parent = outer.map { Int($0.numbers[firstUnits[index]]) } ?? 0
            strata.append(Stratum(place: place, clusterCount: count, fraction: fraction, parent: parent))
        }
        return strata
    }
}

extension DesignStructure.Stage {
    /// A stage whose columns are numbered in the order of the positions.
    fileprivate init(
        _ columns: StageColumns, strata: [DesignStructure.Stratum], names: StageNames?, units: [Int32]
    ) {
        var stratumOfCluster = [Int32](repeating: 0, count: columns.clusterCount)
        var known = [DesignStructure.ClusterName?](repeating: nil, count: names == nil ? 0 : columns.clusterCount)
        for (unit, cluster) in columns.clusters.enumerated() {
            stratumOfCluster[Int(cluster)] = columns.strata[unit]
            guard let names, known[Int(cluster)] == nil, let name = names.clusters[unit] else { continue }
            known[Int(cluster)] = DesignStructure.ClusterName(stratum: names.strata[unit], cluster: name)
        }
        self.init(
            clusters: units.map { columns.clusters[Int($0)] }, stratumOfCluster: stratumOfCluster, strata: strata,
            names: known)
    }

    /// The stage with what each stratum adds to a variance: F (1 − f) n/(n − 1) times the squares, with F the part that
    /// the cluster around it has.
    fileprivate func weighed(_ shares: [Double], _ rule: SingleUnitRule) -> Self {
        var counts = [Int](repeating: 0, count: shares.count)
        var singles = counts
        for stratum in strata {
            counts[stratum.parent] += 1
            if stratum.isSingle { singles[stratum.parent] += 1 }
        }
        let weighed = strata.map { stratum in
            var stratum = stratum
            let part = shares[stratum.parent] * (1 - stratum.fraction)
            let (all, single) = (counts[stratum.parent], singles[stratum.parent])
            if rule == .average, single < all { stratum.stretch = Double(all) / Double(all - single) }
            stratum.contribution = stratum.contribution(part, rule, strata: all, single: single)
            return stratum
        }
        return Self(clusters: clusters, stratumOfCluster: stratumOfCluster, strata: weighed, names: names)
    }
}

extension DesignStructure.Stratum {
    /// Whether one of several clusters was drawn.
    fileprivate var isSingle: Bool { clusterCount == 1 && fraction < 1 }

    fileprivate func contribution(
        _ part: Double, _ rule: SingleUnitRule, strata: Int, single: Int
    ) -> DesignStructure.Contribution {
        guard part > 0 else { return .nothing }
        let size = Double(clusterCount)
        guard isSingle else {
            return .spread(part * stretch * size / (size - 1))
        }
        switch rule {
        case .fail: return .undetermined
        case .certainty: return .nothing
        case .adjust: return .uncentred(part)
        case .average: return strata == single ? .undetermined : .nothing
        }
    }
}
