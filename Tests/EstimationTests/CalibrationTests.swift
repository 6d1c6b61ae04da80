import Estimation
import Testing

@Suite("Known totals")
struct CalibrationTests {
    private static let cells = [1, 1, 1, 2, 2, 2]
    private static let others = [1, 2, 1, 2, 1, 2]

    private static func design() throws -> SurveyDesign {
        try SurveyDesign(weights: .given([10, 10, 10, 10, 10, 20]))
    }

    private static func sums(_ weights: [Double], _ cells: [Int]) -> [Int: Double] {
        Dictionary(grouping: cells.indices, by: { cells[$0] }).mapValues { ExactSum($0.map { weights[$0] }).value }
    }

    @Test("Post-stratified weights have the known totals, and totals of the cells have no error")
    func cells() throws {
        let totals = [1: 60.0, 2: 20.0]
        let design = try CalibrationTests.design().poststratified(
            to: Margin(cells: CalibrationTests.cells, totals: totals))
        #expect(design.unitWeights == [20, 20, 20, 5, 5, 10])
        let count = try design.total(of: [1, 1, 1, 0, 0, 0])
        #expect(count.value == 60)
        #expect(try #require(count.variance) < 1e-20)
    }

    @Test("Within cells, what differs from the cell's mean makes the error")
    func residuals() throws {
        let design = try SurveyDesign(weights: .given([2, 2, 2, 2])).poststratified(
            to: Margin(cells: [1, 1, 2, 2], totals: [1: 10, 2: 30]))
        // w' = 5, 5, 15, 15; y less its cell's mean: −1, 1, −2, 2; z = −5, 5, −30, 30.
        let total = try design.total(of: [1, 3, 4, 8])
        #expect(total.value == 200)
        #expect(isClose(try #require(total.variance), 4.0 / 3 * (25 + 25 + 900 + 900)))
    }

    @Test("Raked weights have the totals of all margins")
    func raking() throws {
        let margins = [
            Margin(cells: CalibrationTests.cells, totals: [1: 45, 2: 55]),
            Margin(cells: CalibrationTests.others, totals: [1: 30, 2: 70]),
        ]
        let weights = try CalibrationTests.design().raked(to: margins).unitWeights
        let (first, second) = (
            CalibrationTests.sums(weights, CalibrationTests.cells),
            CalibrationTests.sums(weights, CalibrationTests.others)
        )
        for (sums, margin) in zip([first, second], margins) {
            for (cell, total) in margin.totals { #expect(isClose(try #require(sums[cell]), total)) }
        }
    }

    @Test("Raking to one margin is post-stratification where weights in a cell are equal")
    func oneMargin() throws {
        let margin = Margin(cells: [1, 1, 1, 2, 2, 2], totals: [1: 60, 2: 20])
        let design = try SurveyDesign(weights: .given([1, 1, 1, 2, 2, 2]))
        let y: [Double] = [5, 2, 9, 1, 1, 7]
        let (raked, stratified) = (
            try design.raked(to: [margin]).total(of: y), try design.poststratified(to: margin).total(of: y)
        )
        #expect(raked.value == stratified.value)
        #expect(isClose(try #require(raked.variance), try #require(stratified.variance)))
    }

    @Test("Raking that cannot come to an end says where it is furthest off")
    func noConvergence() throws {
        // Units 1 and 3 are all of their cells in either margin: the totals contradict each other.
        let design = try SurveyDesign(weights: .one, unitCount: 3)
        let margins = [
            Margin(cells: [1, 2, 2], totals: [1: 10, 2: 20]), Margin(cells: [1, 2, 3], totals: [1: 5, 2: 5, 3: 20]),
        ]
        do {
            _ = try design.raked(to: margins, maximumIterations: 40)
            Issue.record("It came to an end")
        } catch {
            guard case .rakingDidNotConverge(40, let cell, let reached, let total) = error else { throw error }
            #expect(cell == MarginCell(margin: 1, cell: 1))
            #expect(reached == 5 && total == 10)
        }
        #expect(throws: EstimationError.self) { try design.raked(to: margins, maximumIterations: -1) }
    }

    @Test("Totals that do not fit the sample are refused, with the cell")
    func wrongTotals() throws {
        let design = try CalibrationTests.design()
        func stratify(_ totals: [Int: Double]) throws {
            _ = try design.poststratified(to: Margin(cells: CalibrationTests.cells, totals: totals))
        }
        let (first, second) = (MarginCell(margin: 1, cell: 1), MarginCell(margin: 1, cell: 2))
        #expect(throws: EstimationError.cellWithoutTotal(second, units: 3)) { try stratify([1: 5]) }
        #expect(throws: EstimationError.cellWithoutUnits(MarginCell(margin: 1, cell: 3), total: 9)) {
            try stratify([1: 5, 2: 5, 3: 9])
        }
        #expect(throws: EstimationError.totalInvalid(first, total: -5)) { try stratify([1: -5, 2: 5]) }
        #expect(throws: EstimationError.totalInvalid(first, total: .infinity)) { try stratify([1: .infinity, 2: 5]) }
        #expect(throws: EstimationError.self) { try stratify([1: .nan, 2: 5]) }
        #expect(throws: Never.self) { try stratify([1: 5, 2: 5, 3: 0]) }
        #expect(throws: EstimationError.wrongLength(.cells(margin: 1), expected: 6, found: 1)) {
            try design.poststratified(to: Margin(cells: [1], totals: [1: 5]))
        }
        #expect(throws: EstimationError.noMargins) { try design.raked(to: []) }
        let margins = [
            Margin(cells: CalibrationTests.cells, totals: [1: 45, 2: 55]),
            Margin(cells: CalibrationTests.others, totals: [1: 30, 2: 71]),
        ]
        #expect(throws: EstimationError.marginsDisagree(margin: 2, sum: 101, firstSum: 100)) {
            try design.raked(to: margins)
        }
    }

    @Test("A cell whose units all have weight 0 cannot be brought to a total")
    func weightless() throws {
        let design = try SurveyDesign(weights: .given([0, 0, 1, 2]))
        let cell = MarginCell(margin: 1, cell: 1)
        #expect(throws: EstimationError.cellWithoutUnits(cell, total: 4)) {
            try design.poststratified(to: Margin(cells: [1, 1, 2, 2], totals: [1: 4, 2: 3]))
        }
        let kept = try design.poststratified(to: Margin(cells: [1, 1, 2, 2], totals: [1: 0, 2: 9]))
        #expect(kept.unitWeights == [0, 0, 3, 6])
        #expect(try #require(try kept.total(of: [1, 1, 2, 5]).variance).isFinite)
        let raked = try design.raked(to: [Margin(cells: [1, 1, 2, 2], totals: [1: 0, 2: 9])])
        #expect(try #require(try raked.total(of: [1, 1, 2, 5]).variance).isFinite)
    }
}
