import Foundation

/// Student's t distribution.
struct StudentDistribution {
    let degreesOfFreedom: Double

    /// The value that the variable exceeds with a probability of tail.
    /// - Parameter tail: above 0, at most ½.
    func upperQuantile(tail: Double) -> Double {
        guard tail < 0.5 else { return 0 }
        let normal = NormalDistribution.upperQuantile(tail: tail)
        // Far out, the tail falls as a power of t: looked for on logarithms, it is close to a straight line.
        let root = Root.increasing(
            { -log(upperTail(exp($0))) },
            slope: { density(exp($0)) * exp($0) / upperTail(exp($0)) },
            target: -log(tail), from: log(normal * (1 + 1 / degreesOfFreedom)), in: -800...700)
        return exp(root)
    }

    /// P(T > t) for t > 0: half the beta integral at ν/(ν + t²) (Abramowitz and Stegun 1964, 26.7.1).
    private func upperTail(_ t: Double) -> Double {
        let (x, y) = fractions(t)
        return 0.5 * BetaDistribution(a: degreesOfFreedom / 2, b: 0.5).lower(x, complement: y)
    }

    private func density(_ t: Double) -> Double {
        let (x, y) = fractions(t)
        // With x = ν/(ν + t²), dx/dt = −2 x y/t.
        return BetaDistribution(a: degreesOfFreedom / 2, b: 0.5).density(x, complement: y) * x * y / t
    }

    private func fractions(_ t: Double) -> (Double, Double) {
        let ratio = t / degreesOfFreedom * t
        return (1 / (1 + ratio), ratio.isInfinite ? 1 : ratio / (1 + ratio))
    }
}
