/// Known totals of the population: how many are in each cell of one classification.
public struct Margin: Hashable, Sendable {
    /// The cell of each unit.
    public var cells: [Int]
    /// How many of the population are in each cell.
    public var totals: [Int: Double]

    /// A margin.
    public init(cells: [Int], totals: [Int: Double]) {
        self.cells = cells
        self.totals = totals
    }
}

/// A margin over the positions of a design, checked, and how far weights are from it.
struct MarginFit: Sendable {
    /// A cell of which there are units: its positions and its known total.
    struct Cell: Sendable {
        let place: MarginCell
        let positions: [Int32]
        let total: Double
    }

    /// By their numbers.
    let cells: [Cell]

    /// - Parameter number: the margin's, from 1.
    /// - Throws: `wrongLength`, `totalInvalid`, `cellWithoutTotal`, `cellWithoutUnits`.
    init(_ margin: Margin, number: Int, design: SurveyDesign) throws(EstimationError) {
        guard margin.cells.count == design.unitCount else {
            throw .wrongLength(.cells(margin: number), expected: design.unitCount, found: margin.cells.count)
        }
        var positions: [Int: [Int32]] = [:]
        for (position, unit) in design.structure.units.enumerated() {
            positions[margin.cells[Int(unit)], default: []].append(Int32(position))
        }
        var cells: [Cell] = []
        for cell in Set(positions.keys).union(margin.totals.keys).sorted() {
            let place = MarginCell(margin: number, cell: cell)
            let members = positions[cell] ?? []
            guard let total = margin.totals[cell] else { throw .cellWithoutTotal(place, units: members.count) }
            guard total >= 0, total.isFinite else { throw .totalInvalid(place, total: total) }
            if total > 0, !members.contains(where: { design.weights[Int($0)] > 0 }) {
                throw .cellWithoutUnits(place, total: total)
            }
            guard !members.isEmpty else { continue }
            cells.append(Cell(place: place, positions: members, total: total))
        }
        self.cells = cells
    }

    /// The population that the totals add up to.
    var population: Double { ExactSum(cells.lazy.map(\.total)).value }

    /// The cell whose weights are furthest from its total, as a part of the population.
    func furthest(from weights: [Double], population: Double) -> (cell: Cell, reached: Double, distance: Double)? {
        var found: (cell: Cell, reached: Double, distance: Double)?
        for cell in cells {
            let reached = cell.sum(of: weights)
            let distance = abs(reached - cell.total) / population
            if distance > found?.distance ?? -1 || distance.isNaN { found = (cell, reached, distance) }
        }
        return found
    }

    /// Weights multiplied so that each cell has its total.
    /// - Throws: `cellWithoutUnits` where a cell has lost all weight; `overflow`.
    func fitted(_ weights: [Double]) throws(EstimationError) -> [Double] {
        var fitted = weights
        for cell in cells {
            let sum = cell.sum(of: weights)
            guard sum.isFinite else { throw .overflow }
            guard sum > 0 else {
                guard cell.total == 0 else { throw .cellWithoutUnits(cell.place, total: cell.total) }
                continue
            }
            let factor = cell.total / sum
            guard factor.isFinite else { throw .overflow }
            for position in cell.positions { fitted[Int(position)] *= factor }
        }
        return fitted
    }
}

extension MarginFit.Cell {
    /// The exact sum of a column over the cell.
    func sum(of column: [Double]) -> Double { ExactSum(positions.lazy.map { column[Int($0)] }).value }
}
