/// What each unit adds to the error of an estimate: its linearised values (Binder 1983; Särndal, Swensson and Wretman
/// 1992), weights and calibration included.
struct Influence: Sendable {
    let structure: DesignStructure
    /// Positions of units, ascending; elsewhere the influence is 0.
    let positions: [Int32]
    /// The influence at each of the positions.
    let values: [Double]
    /// Primary sampling units with a unit of the domain that has a weight, ascending.
    let clusters: [Int32]

    /// The influence of each unit of the design.
    var byUnit: [Double] {
        var column = [Double](repeating: 0, count: structure.unitCount)
        for (position, value) in zip(positions, values) { column[Int(structure.units[Int(position)])] = value }
        return column
    }

    /// So many times this.
    func scaled(by factor: Double) -> Influence {
        Influence(
            structure: structure, positions: positions, values: values.map { factor * $0 }, clusters: clusters)
    }

    /// The sum of two over one structure.
    func adding(_ other: Influence) -> Influence {
        let clusters = Influence.union(clusters, other.clusters)
        if positions == other.positions {
            return Influence(
                structure: structure, positions: positions, values: zip(values, other.values).map { $0 + $1 },
                clusters: clusters)
        }
        let positions = Influence.union(positions, other.positions)
        let (left, right) = (aligned(to: positions), other.aligned(to: positions))
        return Influence(
            structure: structure, positions: positions, values: zip(left, right).map { $0 + $1 }, clusters: clusters)
    }

    /// The values at some positions that hold all of these.
    func aligned(to wider: [Int32]) -> [Double] {
        if wider == positions { return values }
        var place = 0
        return wider.map { position in
            guard place < positions.count, positions[place] == position else { return 0 }
            place += 1
            return values[place - 1]
        }
    }

    /// What is in either of two ascending lists, once.
    static func union(_ first: [Int32], _ second: [Int32]) -> [Int32] {
        if first == second { return first }
        var result: [Int32] = []
        result.reserveCapacity(max(first.count, second.count))
        var (i, j) = (0, 0)
        while i < first.count || j < second.count {
            if j == second.count || (i < first.count && first[i] < second[j]) {
                result.append(first[i])
                i += 1
            } else {
                if i < first.count, first[i] == second[j] { i += 1 }
                result.append(second[j])
                j += 1
            }
        }
        return result
    }
}
