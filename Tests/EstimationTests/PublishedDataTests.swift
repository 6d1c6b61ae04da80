import Estimation
import Testing

/// Against R's `survey` 4.1-1, on data sets that come with it: what `Golden/expected.R` printed.
@Suite("Published data sets")
struct PublishedDataTests {
    private static let schools = SchoolFigures.all

    @Test(
        "Samples of schools, stratified, in clusters and in two stages, post-stratified and raked, agree with R to 1e-11",
        arguments: Golden.rows(
            "strat", "replacement", "clus1", "clus2", "clus2first", "post", "twice", "rake"))
    func schools(_ row: Golden.Row) throws {
        let figures = try PublishedDataTests.schools.get()
        let found = try #require(figures[row.name])
        #expect(isClose(found, row.value), "\(found) is not \(row.value)")
    }

    @Test(
        "Small samples, single clusters and two rounds agree with R to 1e-11",
        arguments: Golden.rows("eight", "eightfree", "mu284", "lonely", "thin", "rounds"))
    func small(_ row: Golden.Row) throws {
        let found = try #require(try PublishedDataTests.smallFigures.get()[row.name])
        #expect(isClose(found, row.value), "\(found) is not \(row.value)")
    }

    @Test("All that R printed is there to be compared")
    func complete() {
        #expect(
            Golden.rows("strat", "replacement", "clus1", "clus2", "clus2first", "post", "twice", "rake").count == 776)
        #expect(Golden.rows("eight", "eightfree", "mu284", "lonely", "thin", "rounds").count == 36)
        #expect(Golden.rows("nhanes").count == 132)
        #expect(Golden.rows("normal", "t", "beta").count == 100)
        #expect(Golden.rows("wilson", "clopper").count == 4)
    }

    // MARK: Small samples

    private static let smallFigures = Result { try figuresOfSmall() }

    private static func figuresOfSmall() throws -> [String: Double] {
        var figures = Figures()
        let eight = Golden.Table("Golden/eight.csv")
        let x = try eight.numbers("x")
        for (name, population) in [("eight", FinitePopulation.sizes(try eight.numbers("Nh"))), ("eightfree", nil)] {
            let stage = SamplingStage(
                strata: try eight.codes("stratid"), clusters: try eight.codes("psuid"), population: population)
            let design = try SurveyDesign(stages: [stage], weights: .given(try eight.numbers("weight")))
            figures.put("\(name).mean", try design.mean(of: x))
            figures.put("\(name).total", try design.total(of: x))
        }
        let towns = Golden.Table("Golden/mu284.csv")
        let two = try SurveyDesign(stages: try stages(towns), weights: .fromPopulation)
        figures.put("mu284.mean", try two.mean(of: try towns.numbers("y1")))
        figures.put("mu284.total", try two.total(of: try towns.numbers("y1")))
        try figures.putSingle(eight, towns)
        try figures.putRounds()
        return figures.values
    }

    fileprivate static func stages(_ towns: Golden.Table, keeping rows: [Int]? = nil) throws -> [SamplingStage] {
        func kept<T>(_ column: [T]) -> [T] { rows.map { $0.map { column[$0] } } ?? column }
        return [
            SamplingStage(
                clusters: kept(try towns.codes("id1")), population: .sizes(kept(try towns.numbers("n1")))),
            SamplingStage(
                clusters: kept(try towns.codes("id2")), population: .sizes(kept(try towns.numbers("n2")))),
        ]
    }
}

extension Figures {
    /// A stratum with one cluster, and a cluster with one unit.
    fileprivate mutating func putSingle(_ eight: Golden.Table, _ towns: Golden.Table) throws {
        let (strata, clusters) = (try eight.codes("stratid"), try eight.codes("psuid"))
        let rows = strata.indices.filter { strata[$0] == 1 || clusters[$0] == 1 }
        let (x, weight, size) = (
            try eight.numbers("x"), try eight.numbers("weight"), try eight.numbers("Nh")
        )
        for (rule, name) in [SingleUnitRule.certainty: "certainty", .adjust: "adjust", .average: "average"] {
            let stage = SamplingStage(
                strata: rows.map { strata[$0] }, clusters: rows.map { clusters[$0] },
                population: .sizes(rows.map { size[$0] }))
            let design = try SurveyDesign(
                stages: [stage], weights: .given(rows.map { weight[$0] }), singleUnits: rule)
            put("lonely.\(name).mean", try design.mean(of: rows.map { x[$0] }))
            put("lonely.\(name).total", try design.total(of: rows.map { x[$0] }))
            guard rule != .average else { continue }
            let y = try towns.numbers("y1")
            let thin = y.indices.filter { $0 != 1 && $0 != 2 }
            let two = try SurveyDesign(
                stages: try PublishedDataTests.stages(towns, keeping: thin), weights: .fromPopulation,
                singleUnits: rule)
            put("thin.\(name).mean", try two.mean(of: thin.map { y[$0] }))
        }
    }

    /// The same schools in two rounds, three records missing.
    fileprivate mutating func putRounds() throws {
        let schools = Golden.Table("Golden/strat.csv")
        let count = try schools.codes("unit").count
        let rows = (0..<(2 * count)).filter { ![2, 206, 389].contains($0) }
        func twice<T>(_ column: [T]) -> [T] { rows.map { column[$0 % count] } }
        let stage = SamplingStage(
            strata: twice(try schools.codes("stratum")), clusters: twice(try schools.codes("unit")),
            population: .sizes(twice(try schools.numbers("fpc"))))
        let design = try SurveyDesign(stages: [stage], weights: .given(twice(try schools.numbers("pw"))))
        let (before, after) = (try schools.numbers("api99"), try schools.numbers("api00"))
        let scores = rows.map { $0 < count ? before[$0] : after[$0 - count] }
        let rounds = try design.domains(by: rows.map { $0 / count })
        let first = try #require(try design.mean(of: scores, in: rounds[0]))
        let second = try #require(try design.mean(of: scores, in: rounds[1]))
        put("rounds.change", try second.difference(from: first))
    }
}
