import Estimation
import Foundation
import Randomness
import Testing

@Suite("Change between two rounds")
struct PanelTests {
    private static func names(_ strata: [Int], _ clusters: [String]) -> StageNames {
        StageNames(strata: strata.map { "s\($0)" }, clusters: clusters)
    }

    /// A round in which units are drawn themselves.
    private static func round(
        _ strata: [Int], _ units: [String], weights: [Double], population: FinitePopulation? = nil
    ) throws -> SurveyDesign {
        try SurveyDesign(
            stages: [SamplingStage(strata: strata, population: population, names: names(strata, units))],
            weights: .given(weights))
    }

    @Test("The same units in both rounds: the error is that of the units' own changes, whatever their order")
    func panel() throws {
        let strata = [1, 1, 1, 1, 2, 2, 2, 2]
        let units = ["a", "b", "c", "d", "e", "f", "g", "h"]
        let weights: [Double] = [5, 5, 5, 5, 3, 3, 3, 3]
        let before: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
        let after: [Double] = [5, 3, 5, 8, 9, 7, 9, 3]
        let sizes = FinitePopulation.sizes([20, 20, 20, 20, 12, 12, 12, 12])
        let first = try PanelTests.round(strata, units, weights: weights, population: sizes)
        let turned = Array(units.indices.reversed())
        let second = try PanelTests.round(
            turned.map { strata[$0] }, turned.map { units[$0] }, weights: turned.map { weights[$0] },
            population: .sizes(turned.map { $0 < 4 ? 20 : 12 }))
        let change = try second.total(of: turned.map { after[$0] }).change(since: try first.total(of: before))
        // One design over the differences: the same by the formula of one round.
        let own = try SurveyDesign(
            stages: [SamplingStage(strata: strata, population: sizes)], weights: .given(weights)
        ).total(of: zip(after, before).map { $0 - $1 })
        #expect(isClose(change.difference, own.value))
        #expect(isClose(try #require(change.variance), try #require(own.variance)))
        #expect(change.degreesOfFreedom == 6 && change.commonClusterCount == 8)
        let margin = try change.margin()
        let ends = try own.interval(.wald)
        #expect(isClose(margin, (ends.upper - ends.lower) / 2))
    }

    @Test("Half of the units in common, by hand: each round from its own mean, less what chance would share")
    func overlap() throws {
        // N = 20 in one stratum; a b c d, then c d e f: totals with weight 5.
        let first = try PanelTests.round(
            [1, 1, 1, 1], ["a", "b", "c", "d"], weights: [5, 5, 5, 5], population: .sizes([20, 20, 20, 20]))
        let second = try PanelTests.round(
            [1, 1, 1, 1], ["c", "d", "e", "f"], weights: [5, 5, 5, 5], population: .sizes([20, 20, 20, 20]))
        let before = try first.total(of: [1, 2, 4, 7])
        let after = try second.total(of: [5, 9, 3, 4])
        // s₁² = 7, s₂² = 83/12 → V = 20² (1 − 1/5)/4 s²: 560 and 80 · 83/12.
        let (one, two) = (560.0, 80.0 * 83 / 12)
        #expect(isClose(try #require(before.variance), one))
        #expect(isClose(try #require(after.variance), two))
        // In common c (4 → 5) and d (7 → 9), from the means 3.5 and 5.25: 0.5 · −0.25 + 3.5 · 3.75 = 13, times 5 · 5;
        // n/(n − 1) = 4/3; of the two in common, 4 · 4/20 would be so by chance.
        let covariance = 4.0 / 3 * (1 - 0.8 / 2) * 25 * 13
        let change = try after.change(since: before)
        #expect(isClose(change.difference, 35))
        #expect(change.commonClusterCount == 2)
        #expect(change.degreesOfFreedom == 3 + 3 - 1)
        #expect(isClose(try #require(change.variance), one + two - 2 * covariance))
    }

    @Test(
        "However few units are in common, and whatever they say, no change is surer than a panel's", arguments: 1...40)
    func fewInCommon(seed: UInt64) throws {
        var generator = Seeded(seed)
        let common = Int.random(in: 1...3, using: &generator)
        func round(_ first: Int) throws -> SurveyDesign {
            try PanelTests.round(
                [1, 1, 1, 1], (first..<(first + 4)).map { "u\($0)" }, weights: [5, 5, 5, 5],
                population: seed % 2 == 0 ? .sizes([20, 20, 20, 20]) : nil)
        }
        let values = (0..<4).map { _ in Double.random(in: 0...9, using: &generator) }
        let before = try round(0).total(of: values)
        // The units in common say the same as before; the others anything.
        let later = (0..<4).map { $0 < common ? values[4 - common + $0] : Double.random(in: 0...9, using: &generator) }
        let after = try round(4 - common).total(of: later)
        let change = try after.change(since: before)
        let (one, two) = (try #require(before.variance), try #require(after.variance))
        let least = (one.squareRoot() - two.squareRoot()) * (one.squareRoot() - two.squareRoot())
        let variance = try #require(change.variance)
        #expect(variance >= least - 1e-9 * (one + two) && change.commonClusterCount == common)
        // What only one round has varies on its own, however alike the common units are.
        let mean = { (column: [Double]) in column.reduce(0, +) / 4 }
        let alone =
            values.prefix(4 - common).map { ($0 - mean(values)) * ($0 - mean(values)) }.reduce(0, +)
            + later.suffix(4 - common).map { ($0 - mean(later)) * ($0 - mean(later)) }.reduce(0, +)
        #expect(variance >= 25 * alone * (seed % 2 == 0 ? 0.8 : 1) * 4 / 3 - 1e-9 * (one + two))
    }

    @Test("No unit in common, or no names: the rounds are independent")
    func independent() throws {
        let first = try PanelTests.round([1, 1, 1], ["a", "b", "c"], weights: [2, 2, 2])
        let other = try PanelTests.round([1, 1, 1], ["x", "y", "z"], weights: [2, 2, 2])
        let nameless = try SurveyDesign(weights: .given([2, 2, 2]))
        let before = try first.total(of: [1, 2, 4])
        for design in [other, nameless] {
            let after = try design.total(of: [2, 5, 3])
            let change = try after.change(since: before)
            #expect(
                isClose(try #require(change.variance), try #require(before.variance) + (try #require(after.variance))))
            #expect(change.degreesOfFreedom == 4 && change.commonClusterCount == 0)
        }
    }

    @Test(
        "Clusters of persons: the error of a share's change is that of one design over both rounds with the same clusters"
    )
    func clusters() throws {
        // As in `survey`: svydesign(id = ~psu, strata = ~stratum) over the rounds stacked, then svycontrast.
        var generator = Seeded(5)
        var (strata, clusters, rounds, values, weights) = ([Int](), [Int](), [Int](), [Double](), [Double]())
        for round in 0...1 {
            for cluster in 0..<12 {
                for _ in 0..<Int.random(in: 2...5, using: &generator) {
                    strata.append(cluster / 4)
                    clusters.append(cluster)
                    rounds.append(round)
                    values.append(Double(Int.random(in: 0...1, using: &generator)))
                    weights.append(Double(Int.random(in: 1...9, using: &generator)))
                }
            }
        }
        let stacked = try SurveyDesign(
            stages: [SamplingStage(strata: strata, clusters: clusters)], weights: .given(weights))
        let parts = try (0...1).map { round in
            try #require(try stacked.share(of: values, in: try stacked.domain(where: rounds.map { $0 == round })))
        }
        let expected = try parts[1].difference(from: parts[0])
        let shares = try (0...1).map { round in
            let rows = rounds.indices.filter { rounds[$0] == round }
            let design = try SurveyDesign(
                stages: [
                    SamplingStage(
                        strata: rows.map { strata[$0] }, clusters: rows.map { clusters[$0] },
                        names: PanelTests.names(rows.map { strata[$0] }, rows.map { "c\(clusters[$0])" }))
                ], weights: .given(rows.map { weights[$0] }))
            return try #require(try design.share(of: rows.map { values[$0] }))
        }
        let change = try shares[1].change(since: shares[0])
        #expect(isClose(change.difference, expected.value))
        #expect(isClose(try #require(change.variance), try #require(expected.variance), within: 1e-9))
        #expect(change.degreesOfFreedom == expected.degreesOfFreedom)
    }

    @Test(
        "Two stages with populations: the same second-stage units count in the change as in one design",
        arguments: [1, 2, 3])
    func stages(seed: UInt64) throws {
        var generator = Seeded(seed)
        var (villages, households) = ([Int](), [Int]())
        for village in 0..<4 {
            for household in 0..<3 { villages.append(village); households.append(village * 10 + household) }
        }
        let count = villages.count
        let sizes: [FinitePopulation] = [
            .sizes(Array(repeating: 9, count: count)), .sizes(villages.map { Double(10 + $0) }),
        ]
        func design(named: Bool) throws -> SurveyDesign {
            try SurveyDesign(
                stages: [
                    SamplingStage(
                        clusters: villages, population: sizes[0],
                        names: named
                            ? StageNames(strata: villages.map { _ in "" }, clusters: villages.map { "v\($0)" }) : nil),
                    SamplingStage(
                        population: sizes[1],
                        names: named
                            ? StageNames(strata: villages.map { _ in "" }, clusters: households.map { "h\($0)" }) : nil),
                ], weights: .fromPopulation)
        }
        let before = (0..<count).map { _ in Double.random(in: 0...9, using: &generator) }
        let after = before.map { $0 + Double.random(in: -1...3, using: &generator) }
        let change = try design(named: true).total(of: after).change(since: try design(named: true).total(of: before))
        let own = try design(named: false).total(of: zip(after, before).map { $0 - $1 })
        #expect(isClose(try #require(change.variance), try #require(own.variance), within: 1e-9))
        #expect(change.commonClusterCount == 4)
    }

    @Test(
        "Strata with one cluster: by the rule of one round", arguments: [SingleUnitRule.certainty, .adjust, .average])
    func singles(rule: SingleUnitRule) throws {
        let strata = [1, 1, 1, 2]
        func design(named: Bool) throws -> SurveyDesign {
            try SurveyDesign(
                stages: [
                    SamplingStage(strata: strata, names: named ? PanelTests.names(strata, ["a", "b", "c", "d"]) : nil)
                ], weights: .given([2, 2, 2, 5]), singleUnits: rule)
        }
        let (before, after) = ([1.0, 2, 4, 3], [2.0, 5, 3, 7])
        let change = try design(named: true).total(of: after).change(since: try design(named: true).total(of: before))
        let own = try design(named: false).total(of: zip(after, before).map { $0 - $1 })
        #expect(isClose(try #require(change.variance), try #require(own.variance)))
    }

    @Test("A stratum with one cluster and no rule leaves the change without an error")
    func open() throws {
        let design = try PanelTests.round([1, 1, 2], ["a", "b", "c"], weights: [1, 1, 1])
        let change = try design.total(of: [1, 2, 3]).change(since: try design.total(of: [2, 1, 1]))
        #expect(change.variance == nil)
        #expect(throws: NoInterval.self) { try change.margin() }
    }

    @Test("Names must be as many as units")
    func lengths() {
        #expect(throws: EstimationError.wrongLength(.names(stage: 1), expected: 2, found: 1)) {
            _ = try SurveyDesign(
                stages: [SamplingStage(names: StageNames(strata: ["", ""], clusters: ["a"]))], weights: .given([1, 1]))
        }
    }
}
