import Foundation
import Testing

@testable import Estimation

@Suite("Distributions")
struct DistributionTests {
    @Test(
        "Quantiles of the normal, t and beta distributions agree with R to 1e-12",
        arguments: Golden.rows("normal", "t", "beta"))
    func quantiles(_ row: Golden.Row) throws {
        let parts = row.name.split(separator: "|").dropFirst().compactMap { Double($0) }
        let found =
            switch (row.name.prefix(1), parts.count) {
            case ("n", 1): NormalDistribution.upperQuantile(tail: parts[0])
            case ("t", 2): StudentDistribution(degreesOfFreedom: parts[0]).upperQuantile(tail: parts[1])
            case ("b", 3): BetaDistribution(a: parts[0], b: parts[1]).quantile(parts[2])
            default: Double.nan
            }
        #expect(isClose(found, row.value, within: 1e-12), "\(found) is not \(row.value)")
    }

    @Test("With one degree of freedom t is a tangent, with two a root", arguments: [0.3, 0.1, 0.025, 1e-4, 1e-9])
    func closedForms(_ tail: Double) {
        let one = StudentDistribution(degreesOfFreedom: 1).upperQuantile(tail: tail)
        #expect(isClose(one, 1 / tan(Double.pi * tail), within: 1e-12))
        let two = StudentDistribution(degreesOfFreedom: 2).upperQuantile(tail: tail)
        #expect(isClose(two, (1 - 2 * tail) / (2 * tail * (1 - tail)).squareRoot(), within: 1e-12))
    }

    @Test("A beta variable with one shape of 1 has a power as its quantile", arguments: [0.5, 3, 40, 7000.5])
    func powers(_ shape: Double) {
        for p in [1e-6, 0.025, 0.5, 0.975] {
            #expect(isClose(BetaDistribution(a: shape, b: 1).quantile(p), pow(p, 1 / shape), within: 1e-12))
        }
    }

    @Test("A beta distribution and its mirror image add up to 1")
    func mirror() {
        for (a, b, x) in [(0.3, 9.0, 0.01), (4, 4, 0.5), (900, 30, 0.97), (1e5, 2e5, 0.3334)] {
            let lower = BetaDistribution(a: a, b: b).lower(x, complement: 1 - x)
            let upper = BetaDistribution(a: b, b: a).lower(1 - x, complement: x)
            #expect(lower > 0 && lower < 1)
            #expect(abs(lower + upper - 1) < 1e-13)
        }
    }
}
