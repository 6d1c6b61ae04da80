import Foundation

/// The error of Stirling's formula: ln Γ(n + 1) − [½ ln(2πn) + n ln n − n].
enum Stirling {
    static func error(_ n: Double) -> Double {
        guard n > 15 else {
            return lnGamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi)
        }
        // The asymptotic series, with Bernoulli numbers B_2k/(2k (2k − 1) n^(2k − 1)).
        let square = n * n
        var sum = 0.0
        for term in series.reversed() { sum = sum / square + term }
        return sum / n
    }

    private static let series: [Double] = [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
    ]

    /// ln Γ for arguments from 0 to 17, where it is no large number.
    private static func lnGamma(_ x: Double) -> Double { log(tgamma(x)) }
}
