import Estimation
import Randomness
import Testing

/// What holds for any sample.
@Suite("Properties of any sample", .serialized)
struct PropertyTests {
    private static let seeds: [UInt64] = Array(1...12)

    /// A sample of two stages, its values and a split in five.
    private struct Sample {
        var strata: [Int] = []
        var clusters: [Int] = []
        var sizes: [Double] = []
        var units: [Int] = []
        var innerSizes: [Double] = []
        var weights: [Double] = []
        var y: [Double] = []
        var x: [Double] = []
        var codes: [Int] = []

        init(seed: UInt64) {
            var generator = Seeded(seed)
            for stratum in 0..<Int.random(in: 1...6, using: &generator) {
                let drawn = Int.random(in: 2...9, using: &generator)
                let size = Double(drawn + Int.random(in: 0...20, using: &generator))
                for cluster in 0..<drawn {
                    let members = Int.random(in: 2...12, using: &generator)
                    let inner = Double(members + Int.random(in: 0...5, using: &generator))
                    for member in 0..<members {
                        strata.append(stratum)
                        clusters.append(cluster)
                        sizes.append(size)
                        units.append(member)
                        innerSizes.append(inner)
                        weights.append(Double.random(in: 0.5...90, using: &generator))
                        y.append(Double.random(in: -50...100, using: &generator))
                        x.append(Double.random(in: 1...3, using: &generator))
                        codes.append(Int.random(in: 0..<5, using: &generator))
                    }
                }
            }
        }

        func design(weights scale: Double = 1) throws -> SurveyDesign {
            try SurveyDesign(
                stages: [
                    SamplingStage(strata: strata, clusters: clusters, population: .sizes(sizes)),
                    SamplingStage(clusters: units, population: .sizes(innerSizes)),
                ],
                weights: .given(weights.map { scale * $0 }))
        }

        mutating func shuffle(seed: UInt64) {
            var generator = Seeded(seed)
            let order = strata.indices.shuffled(using: &generator)
            strata = order.map { strata[$0] }
            clusters = order.map { clusters[$0] }
            sizes = order.map { sizes[$0] }
            units = order.map { units[$0] }
            innerSizes = order.map { innerSizes[$0] }
            weights = order.map { weights[$0] }
            y = order.map { y[$0] }
            x = order.map { x[$0] }
            codes = order.map { codes[$0] }
        }

        /// Everything that a design estimates, raked, in numbers.
        func numbers() throws -> [Double] {
            let plain = try design()
            let population = ExactSum(weights).value
            let signs = y.map { $0 > 20 ? 1 : 0 }
            var totals: [Int: Double] = [:]
            for code in codes { totals[code] = population / Double(Set(codes).count) }
            let margins = [
                Margin(cells: codes, totals: totals),
                Margin(cells: signs, totals: [0: population / 4, 1: population * 3 / 4]),
            ]
            let stratified = try plain.poststratified(to: margins[0])
            var numbers: [Double] = []
            for design in [plain, stratified, try plain.raked(to: margins)] {
                for code in 0..<5 {
                    let domain = try design.domain(where: codes.map { $0 == code })
                    numbers += try PropertyTests.numbers(design, domain, y, x)
                }
            }
            return numbers
        }
    }

    private static func numbers(
        _ design: SurveyDesign, _ domain: Domain, _ y: [Double], _ x: [Double]
    ) throws -> [Double] {
        let total = try design.total(of: y, in: domain)
        var estimates = [total]
        if let mean = try design.mean(of: y, in: domain), let ratio = try design.ratio(of: y, to: x, in: domain),
            let share = try design.share(of: y.map { $0 > 10 ? 1 : 0 }, in: domain)
        {
            estimates += [mean, ratio, share, try mean.difference(from: ratio)]
            estimates.append(try Estimate.function(of: [mean, total, share]) { $0[0] * $0[1] + $0[2] })
        }
        var numbers: [Double] = []
        for estimate in estimates {
            numbers += [estimate.value, estimate.variance ?? -1, estimate.designEffect ?? -1]
        }
        for rule in QuantileRule.allCases {
            guard let quantile = try design.quantile(0.4, of: y, in: domain, rule: rule) else { continue }
            numbers += [quantile.value, quantile.share.variance ?? -1]
        }
        return numbers
    }

    @Test("The rows of a split add up to the whole, and their errors do with covariances", arguments: seeds)
    func splits(_ seed: UInt64) throws {
        let sample = Sample(seed: seed)
        let design = try sample.design()
        let whole = try design.total(of: sample.y)
        let rows = try design.domains(by: sample.codes).sorted { $0.key < $1.key }.map {
            try design.total(of: sample.y, in: $0.value)
        }
        #expect(rows.map(\.unitCount).reduce(0, +) == whole.unitCount)
        let sum = try Estimate.combination(of: rows, coefficients: rows.map { _ in 1 })
        #expect(abs(sum.value - whole.value) <= 1e-12 * ExactSum(rows.map { abs($0.value) }).value)
        #expect(isClose(try #require(sum.variance), try #require(whole.variance)))
        var variance = 0.0
        for row in rows {
            for other in rows { variance += try #require(row.covariance(with: other)) }
        }
        #expect(isClose(variance, try #require(whole.variance)))
        #expect(sum.degreesOfFreedom == whole.degreesOfFreedom)
    }

    @Test("Weights scaled by a constant change no share, mean or ratio, nor their errors", arguments: seeds)
    func scale(_ seed: UInt64) throws {
        let sample = Sample(seed: seed)
        let yes: [Double] = sample.y.map { $0 > 0 ? 1 : 0 }
        let (one, doubled) = (try sample.design(), try sample.design(weights: 2))
        let other = try sample.design(weights: 0.37)
        let share = try #require(try one.share(of: yes))
        let same = try #require(try doubled.share(of: yes))
        #expect(share.value == same.value && share.variance == same.variance)
        let near = try #require(try other.share(of: yes))
        #expect(isClose(share.value, near.value, within: 1e-14))
        #expect(isClose(try #require(share.variance), try #require(near.variance), within: 1e-12))
        let (mean, nearMean) = (try #require(try one.mean(of: sample.y)), try #require(try other.mean(of: sample.y)))
        #expect(isClose(mean.value, nearMean.value, within: 1e-12))
        #expect(isClose(try #require(mean.variance), try #require(nearMean.variance), within: 1e-12))
    }

    @Test("Shuffled records change no bit of anything", arguments: seeds)
    func shuffled(_ seed: UInt64) throws {
        let sample = Sample(seed: seed)
        var shuffled = sample
        shuffled.shuffle(seed: seed &+ 99)
        #expect(shuffled.y != sample.y)
        let (before, after) = (try sample.numbers(), try shuffled.numbers())
        #expect(before.map(\.bitPattern) == after.map(\.bitPattern))
        #expect(before.count > 200)
    }

    @Test("Threads change no bit: many tasks over one design find what one does")
    func threads() async throws {
        let sample = Sample(seed: 77)
        let design = try sample.design()
        let domains = try design.domains(by: sample.codes)
        let alone = try domains.mapValues { try PropertyTests.numbers(design, $0, sample.y, sample.x) }
        let (y, x) = (sample.y, sample.x)
        try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
            for (code, domain) in domains {
                for _ in 0..<4 {
                    group.addTask { (code, try PropertyTests.numbers(design, domain, y, x)) }
                }
            }
            for try await (code, numbers) in group {
                #expect(numbers.map(\.bitPattern) == alone[code]?.map(\.bitPattern))
            }
        }
    }

    @Test("A domain named by units, by marks and by code is the same", arguments: seeds.prefix(4))
    func domains(_ seed: UInt64) throws {
        let sample = Sample(seed: seed)
        let design = try sample.design()
        let units = sample.codes.indices.filter { sample.codes[$0] == 3 }
        let estimates = [
            try design.total(of: sample.y, in: try design.domain(of: units.reversed() + units)),
            try design.total(of: sample.y, in: try design.domain(where: sample.codes.map { $0 == 3 })),
            try design.total(of: sample.y, in: try design.domains(by: sample.codes)[3] ?? design.domain(of: [])),
        ]
        #expect(Set(estimates.map(\.value)).count == 1)
        #expect(Set(estimates.map(\.variance)).count == 1)
        #expect(estimates.map(\.unitCount) == [units.count, units.count, units.count])
    }
}
