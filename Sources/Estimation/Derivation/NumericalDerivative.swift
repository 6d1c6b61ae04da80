/// The derivative of a function that can only be called: central differences with Richardson's extrapolation, by the
/// method of Ridders (1982; Press et al. 2007, *Numerical Recipes*, section 5.7).
enum NumericalDerivative {
    private static let shrink = 1.4

    /// The derivative; `nil` where the function has no value on both sides, however near.
    /// - Parameter scale: how far its argument commonly moves: used where it is 0.
    static func value(of function: (Double) -> Double?, at x: Double, scale: Double) -> Double? {
        var step = abs(x) > 0 ? 0.05 * abs(x) : (scale > 0 ? scale : 1)
        // A function may end close by, as a logarithm does.
        for _ in 0..<30 {
            if let found = extrapolated(function, at: x, step: step) { return found }
            step /= 4
        }
        return nil
    }

    private static func slope(_ function: (Double) -> Double?, at x: Double, step: Double) -> Double? {
        let (right, left) = (x + step, x - step)
        guard right > left, let upper = function(right), let lower = function(left) else { return nil }
        let slope = (upper - lower) / (right - left)
        return slope.isFinite ? slope : nil
    }

    /// The element of the tableau whose neighbours differ least from it.
    private static func extrapolated(_ function: (Double) -> Double?, at x: Double, step first: Double) -> Double? {
        var step = first
        guard let start = slope(function, at: x, step: step) else { return nil }
        var row = [start]
        var (best, error) = (start, Double.infinity)
        for _ in 1..<12 {
            step /= shrink
            guard let next = slope(function, at: x, step: step) else { return nil }
            var (current, factor) = ([next], shrink * shrink)
            for place in row.indices {
                let better = (current[place] * factor - row[place]) / (factor - 1)
                current.append(better)
                factor *= shrink * shrink
                let difference = max(abs(better - current[place]), abs(better - row[place]))
                if difference < error { (best, error) = (better, difference) }
            }
            row = current
        }
        return best
    }
}
