/// The strata and clusters of a stage, numbered from 0 without gaps, a number for each unit.
struct StageColumns {
    private(set) var strata: [Int32]
    private(set) var clusters: [Int32]
    let stratumCount: Int
    let clusterCount: Int

    private struct Key: Hashable {
        let parent: Int32
        let id: Int
    }

    /// - Parameter parents: the cluster of the stage before, for each unit.
    /// - Throws: `wrongLength`.
    init(_ stage: SamplingStage, number: Int, parents: [Int32]) throws(EstimationError) {
        let count = parents.count
        if let column = stage.strata, column.count != count {
            throw .wrongLength(.strata(stage: number), expected: count, found: column.count)
        }
        if let column = stage.clusters, column.count != count {
            throw .wrongLength(.clusters(stage: number), expected: count, found: column.count)
        }
        if let names = stage.names {
            for found in [names.strata.count, names.clusters.count] where found != count {
                throw .wrongLength(.names(stage: number), expected: count, found: found)
            }
        }
        (strata, stratumCount) = StageColumns.numbered(stage.strata, within: parents)
        if let column = stage.clusters {
            (clusters, clusterCount) = StageColumns.numbered(column, within: strata)
        } else {
            (clusters, clusterCount) = (Array(0..<Int32(count)), count)
        }
    }

    private static func numbered(_ ids: [Int]?, within parents: [Int32]) -> ([Int32], Int) {
        var numbers: [Key: Int32] = [:]
        var column: [Int32] = []
        column.reserveCapacity(parents.count)
        for (unit, parent) in parents.enumerated() {
            let next = Int32(numbers.count)
            let key = Key(parent: parent, id: ids?[unit] ?? 0)
            let number = numbers[key] ?? next
            if number == next { numbers[key] = next }
            column.append(number)
        }
        return (column, numbers.count)
    }

    /// Numbers strata and clusters anew in the order of the positions.
    mutating func renumber(by units: [Int32]) {
        strata = StageColumns.renumbered(strata, count: stratumCount, by: units)
        clusters = StageColumns.renumbered(clusters, count: clusterCount, by: units)
    }

    private static func renumbered(_ column: [Int32], count: Int, by units: [Int32]) -> [Int32] {
        var numbers = [Int32](repeating: -1, count: count)
        var next: Int32 = 0
        for unit in units {
            let old = Int(column[Int(unit)])
            guard numbers[old] < 0 else { continue }
            numbers[old] = next
            next += 1
        }
        return column.map { numbers[Int($0)] }
    }

    /// Sorts units by cluster, then by stratum, and leaves those of one cluster in the order in which they were.
    func sort(_ units: inout [Int32]) {
        units = StageColumns.sorted(units, by: clusters, count: clusterCount)
        units = StageColumns.sorted(units, by: strata, count: stratumCount)
    }

    private static func sorted(_ units: [Int32], by column: [Int32], count: Int) -> [Int32] {
        var starts = [Int](repeating: 0, count: count + 1)
        for number in column { starts[Int(number) + 1] += 1 }
        for place in 1..<(count + 1) { starts[place] += starts[place - 1] }
        var result = units
        for unit in units {
            let number = Int(column[Int(unit)])
            result[starts[number]] = unit
            starts[number] += 1
        }
        return result
    }
}
