import Columns
import Formulas

/// The weights of the rows of a batch, as the sums add them up.
struct BatchWeights {
    /// For each row, its weight in multiples of 2⁻⁶².
    let fixed: [Int64]

    /// `nil` where a weight is missing, negative, 2 or more, or so small that only an `ExactSum` holds it: such batches are
    /// added up value by value.
    init?(_ weights: ResultRows, count: Int) {
        guard let bits = weights.bits else { return nil }
        var fixed = [Int64](repeating: 0, count: count)
        for row in 0..<count {
            let value: Double
            switch weights.tags[row] {
            case Tag.number: value = Double(bitPattern: bits[row])
            case Tag.integer: value = Double(Int64(bitPattern: bits[row]))
            default: return nil
            }
            guard value >= 0, value < 2, let weight = LeanSum.fixed(value) else { return nil }
            fixed[row] = Int64(truncatingIfNeeded: weight)
        }
        self.fixed = fixed
    }
}
