import Estimation
import Testing

/// Figures of samples of Californian schools, for each design of the golden files.
enum SchoolFigures {
    static let all = Result { try figures() }

    private static func figures() throws -> [String: Double] {
        var figures = Figures()
        let strat = Golden.Table("Golden/strat.csv")
        let weights = SamplingWeights.given(try strat.numbers("pw"))
        let sizes = FinitePopulation.sizes(try strat.numbers("fpc"))
        let strata = try strat.codes("stratum")
        let corrected = try SurveyDesign(
            stages: [SamplingStage(strata: strata, population: sizes)], weights: weights)
        try figures.putBattery("strat", corrected, strat)
        let free = try SurveyDesign(stages: [SamplingStage(strata: strata)], weights: weights)
        try figures.putBattery("replacement", free, strat)

        let clus1 = Golden.Table("Golden/clus1.csv")
        let one = try SurveyDesign(
            stages: [
                SamplingStage(
                    clusters: try clus1.codes("cluster"), population: .sizes(try clus1.numbers("fpc")))
            ],
            weights: .given(try clus1.numbers("pw")))
        try figures.putBattery("clus1", one, clus1)
        let types = Margin(cells: try clus1.codes("stratum"), totals: [1: 4421, 2: 755, 3: 1018])
        let wides = Margin(cells: try clus1.codes("wide"), totals: [0: 1072, 1: 5122])
        let post = try one.poststratified(to: types)
        try figures.putBattery("post", post, clus1)
        try figures.putBattery("twice", try post.poststratified(to: wides), clus1)
        try figures.putBattery("rake", try one.raked(to: [types, wides]), clus1)

        let clus2 = Golden.Table("Golden/clus2.csv")
        let (outer, inner) = (try clus2.numbers("fpc1"), try clus2.numbers("fpc2"))
        func stages(_ sizes: [Double]) throws -> [SamplingStage] {
            [
                SamplingStage(clusters: try clus2.codes("cluster"), population: .sizes(outer)),
                SamplingStage(clusters: try clus2.codes("unit"), population: .sizes(sizes)),
            ]
        }
        try figures.putBattery("clus2", try SurveyDesign(stages: try stages(inner), weights: .fromPopulation), clus2)
        let endless = inner.map { $0 == 1 ? 1 : Double.infinity }
        let first = try SurveyDesign(stages: try stages(endless), weights: .given(try clus2.numbers("pw")))
        try figures.putBattery("clus2first", first, clus2)
        return figures.values
    }
}

extension Figures {
    /// The figures that each design has.
    fileprivate mutating func putBattery(_ name: String, _ design: SurveyDesign, _ schools: Golden.Table) throws {
        let (after, before) = (try schools.numbers("api00"), try schools.numbers("api99"))
        let (wide, strata) = (try schools.codes("wide"), try schools.codes("stratum"))
        let parts = [
            "all": design.everyone, "wide": try design.domain(where: wide.map { $0 == 1 }),
            "second": try design.domain(of: strata.indices.filter { strata[$0] == 2 }),
        ]
        for (part, domain) in parts {
            let named = { (what: String) in "\(name).\(part).\(what)" }
            let mean = try #require(try design.mean(of: after, in: domain))
            put(named("df"), Double(mean.degreesOfFreedom))
            put(named("mean"), mean)
            put(named("total"), try design.total(of: try schools.numbers("enroll"), in: domain))
            let share = try #require(try design.share(of: try schools.numbers("award"), in: domain))
            put(named("share"), share)
            try putIntervals(named("share"), share)
            put(
                named("ratio"),
                try design.ratio(
                    of: try schools.numbers("api.stu"), to: try schools.numbers("enroll"), in: domain))
        }
        let now = try #require(try design.mean(of: after))
        let then = try #require(try design.mean(of: before))
        put("\(name).covariance", now.covariance(with: then))
        put("\(name).change", try now.difference(from: then))
        put("\(name).growth", try Estimate.function(of: [now, then]) { 100 * logarithm($0[0] / $0[1]) })
        let median = try #require(try design.quantile(0.5, of: after))
        for (method, word) in [IntervalMethod.logit: "xlogit", .arcsine: "asin", .beta: "beta"] {
            put("\(name).median.\(word).low", try median.interval(method).lower)
            put("\(name).median.\(word).high", try median.interval(method).upper)
        }
        for (rule, word) in [QuantileRule.math: "math", .hf7: "hf7"] {
            for probability in [0.1, 0.5, 0.75] {
                let quantile = try #require(try design.quantile(probability, of: after, rule: rule))
                let named = "\(name).\(word).\(probability)"
                let ends = try quantile.interval()
                put("\(named).value", quantile.value)
                put("\(named).low", ends.lower)
                put("\(named).high", ends.upper)
                put("\(named).se", try quantile.standardError())
            }
        }
    }
}
