/// What several margins leave of influence values: ten sweeps of z_i −= w'_i · mean_{j∈cell}(z_j/w'_j) over the margins
/// in turn, as R's `survey` does it (Lumley 2010).
///
/// A unit's residual differs from its value by a sum of one number for each of its cells. So the sweeps run over cells and
/// over how many units two cells share, and units are gone through only before and after.
struct RakingResiduals: Sendable {
    /// A cell with the units that count in it.
    private struct Cell: Sendable {
        let positions: [Int32]
        /// Units with a weight.
        let count: Double
        /// For cells of other margins: how many such units the two share.
        let overlaps: [(cell: Int, count: Double)]
    }

    private static let sweeps = 10

    /// Of all margins, one after the other.
    private let cells: [Cell]
    private let weights: [Double]

    /// - Parameter weights: the weight at each position, fitted.
    init(_ margins: [MarginFit], weights: [Double]) {
        self.weights = weights
        let fitted = margins.flatMap(\.cells)
        // The cells of each position: one a margin, as each margin has a cell for every unit.
        var cellsOf = [[Int32]](repeating: [], count: weights.count)
        for (number, cell) in fitted.enumerated() {
            for position in cell.positions { cellsOf[Int(position)].append(Int32(number)) }
        }
        cells = fitted.enumerated().map { number, cell in
            let weighed = cell.positions.filter { weights[Int($0)] > 0 }
            var shared: [Int32: Int] = [:]
            for position in weighed {
                for other in cellsOf[Int(position)] where other != number { shared[other, default: 0] += 1 }
            }
            return Cell(
                positions: cell.positions, count: Double(weighed.count),
                overlaps: shared.sorted { $0.key < $1.key }.map { (Int($0.key), Double($0.value)) })
        }
    }

    /// Influence values at all positions, less what the margins explain.
    func residuals(of influence: [Double]) -> [Double] {
        let sums = cells.map(sum(influence))
        var explained = [Double](repeating: 0, count: cells.count)
        for _ in 0..<RakingResiduals.sweeps {
            for (number, cell) in cells.enumerated() where cell.count > 0 {
                var rest = sums[number] - cell.count * explained[number]
                for overlap in cell.overlaps { rest -= overlap.count * explained[overlap.cell] }
                explained[number] += rest / cell.count
            }
        }
        var values = influence
        for (number, cell) in cells.enumerated() where explained[number] != 0 {
            for position in cell.positions { values[Int(position)] -= weights[Int(position)] * explained[number] }
        }
        return values
    }

    /// Σ z/w' of a cell.
    private func sum(_ influence: [Double]) -> (Cell) -> Double {
        { cell in
            var sum = ExactSum()
            for position in cell.positions where influence[Int(position)] != 0 && weights[Int(position)] > 0 {
                sum.add(influence[Int(position)] / weights[Int(position)])
            }
            return sum.value
        }
    }
}
