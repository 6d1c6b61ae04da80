import Foundation

/// The standard normal distribution.
enum NormalDistribution {
    /// The value that a standard normal variable stays below with a probability of 1 − tail.
    /// - Parameter tail: above 0, below 1.
    static func upperQuantile(tail: Double) -> Double {
        guard tail <= 0.5 else { return -upperQuantile(tail: 1 - tail) }
        // On the logarithm of the tail, which is smooth far out too.
        return Root.increasing(
            { -log(0.5 * erfc($0 / 2.0.squareRoot())) },
            slope: { x in exp(-x * x / 2) / (2 * Double.pi).squareRoot() / (0.5 * erfc(x / 2.0.squareRoot())) },
            target: -log(tail), from: 2, in: 0...38)
    }
}
