/// Where an increasing function crosses a level.
enum Root {
    /// The root of f(x) = target in a bracket, by Newton's method, with halving wherever that would leave the bracket.
    ///
    /// It ends where x changes by no more than its last bits.
    static func increasing(
        _ function: (Double) -> Double, slope: (Double) -> Double, target: Double, from start: Double,
        in bracket: ClosedRange<Double>
    ) -> Double {
        var (low, high) = (bracket.lowerBound, bracket.upperBound)
        var x = start > low && start < high ? start : (low + high) / 2
        for _ in 0..<2000 {
            let excess = function(x) - target
            guard excess != 0 else { return x }
            if excess > 0 { high = x } else { low = x }
            var next = x - excess / slope(x)
            if !(next > low && next < high) { next = (low + high) / 2 }
            guard abs(next - x) > 2 * x.ulp else { return next }
            x = next
        }
        return x
    }
}
