/// How weights were fitted to known totals, kept because it takes away from the variance.
enum Calibration: Sendable {
    /// To one margin, with the weight at each position after it.
    case poststratification(MarginFit, weights: [Double])
    /// To several in turn.
    case raking(RakingResiduals)

    /// Influence values at all positions, less what the known totals explain of them.
    func residuals(of influence: [Double]) -> [Double] {
        switch self {
        case .poststratification(let margin, let weights):
            Calibration.residuals(of: influence, margin: margin, weights: weights)
        case .raking(let raking): raking.residuals(of: influence)
        }
    }

    /// z_i −= w'_i Σ_c (z w/w') / Σ_c w. As w/w' is the same in all of a cell, that is w'_i Σ_c z/N_c
    /// (Särndal, Swensson and Wretman 1992, chapter 7; Lumley 2010).
    private static func residuals(of influence: [Double], margin: MarginFit, weights: [Double]) -> [Double] {
        var values = influence
        for cell in margin.cells where cell.total > 0 {
            let share = cell.sum(of: influence) / cell.total
            guard share != 0 else { continue }
            for position in cell.positions { values[Int(position)] -= weights[Int(position)] * share }
        }
        return values
    }
}
