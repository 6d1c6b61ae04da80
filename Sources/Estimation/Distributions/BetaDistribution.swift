import Foundation

/// The beta distribution with shapes a, b > 0.
struct BetaDistribution {
    let a: Double
    let b: Double

    /// P(X ≤ x), given x and 1 − x, so that neither loses digits near its end.
    func lower(_ x: Double, complement y: Double) -> Double {
        guard x > 0 else { return 0 }
        guard y > 0 else { return 1 }
        // The fraction converges fast below the mean; above it, its mirror image does.
        guard x > (a + 1) / (a + b + 2) else { return fraction(x, y) }
        return 1 - BetaDistribution(a: b, b: a).fraction(y, x)
    }

    /// P(X > x), given x and 1 − x.
    func upper(_ x: Double, complement y: Double) -> Double {
        BetaDistribution(a: b, b: a).lower(y, complement: x)
    }

    /// The density at x.
    func density(_ x: Double, complement y: Double) -> Double { power(x, y) / (x * y) }

    /// The value that the variable stays below with a probability of p.
    func quantile(_ p: Double) -> Double { quantile(lower: p, upper: 1 - p) }

    /// The value that the variable exceeds with a probability of tail.
    func upperQuantile(tail: Double) -> Double { quantile(lower: 1 - tail, upper: tail) }

    private func quantile(lower target: Double, upper: Double) -> Double {
        guard target > 0 else { return 0 }
        guard upper > 0 else { return 1 }
        // From the end of the bracket that is nearer, so that what is found is not a small distance from 1.
        guard target <= lower(0.5, complement: 0.5) else {
            return 1 - BetaDistribution(a: b, b: a).root(lower: upper, upper: target)
        }
        return root(lower: target, upper: upper)
    }

    /// Where the tails are these, by the smaller one.
    private func root(lower target: Double, upper: Double) -> Double {
        Root.increasing(
            { target < upper ? lower($0, complement: 1 - $0) : -self.upper($0, complement: 1 - $0) },
            slope: { density($0, complement: 1 - $0) }, target: target < upper ? target : -upper,
            from: a / (a + b), in: 0...1)
    }

    /// The incomplete beta integral by the continued fraction of DiDonato and Morris (1992, "Significant digit computation
    /// of the incomplete beta function ratios", ACM Transactions on Mathematical Software 18), in which no close numbers
    /// are subtracted; evaluated by the modified method of Lentz.
    private func fraction(_ x: Double, _ y: Double) -> Double {
        func kept(_ value: Double) -> Double { value == 0 ? 1e-300 : value }
        let distance = a * y - b * x + 1
        var result = kept(a * distance / (a + 1))
        var (c, d) = (result, 0.0)
        for step in 1...100_000 {
            let m = Double(step)
            let odd = a + 2 * m - 1
            let over = (a + m - 1) / odd * ((a + b + m - 1) / odd) * m * (b - m) * x * x
            let base = m + m * (b - m) * x / odd + (a + m) / (odd + 2) * (distance + m * (1 + y))
            d = 1 / kept(base + over * d)
            c = kept(base + over / c)
            let change = c * d
            result *= change
            if abs(change - 1) <= 2 * Double.ulpOfOne { break }
        }
        return power(x, y) / result
    }

    /// x^a y^b/B(a, b), by the saddle point of Loader (2000, "Fast and accurate computation of binomial probabilities"):
    /// no large logarithms are subtracted.
    private func power(_ x: Double, _ y: Double) -> Double {
        let n = a + b
        let exponent =
            Stirling.error(n) - Stirling.error(a) - Stirling.error(b) - BetaDistribution.deviance(a, n * x)
            - BetaDistribution.deviance(b, n * y)
        return (a * b / n / (2 * Double.pi)).squareRoot() * exp(exponent)
    }

    /// k ln(k/m) + m − k, without cancellation where k is close to m.
    private static func deviance(_ k: Double, _ m: Double) -> Double {
        guard abs(k - m) < 0.1 * (k + m) else { return k * log(k / m) + m - k }
        let ratio = (k - m) / (k + m)
        var sum = (k - m) * ratio
        var term = 2 * k * ratio
        let square = ratio * ratio
        for step in 1..<1000 {
            term *= square
            let next = sum + term / Double(2 * step + 1)
            if next == sum { return next }
            sum = next
        }
        return sum
    }
}
