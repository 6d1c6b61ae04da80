extension SurveyDesign {
    /// The design with weights that add up to a known total in each cell: w' = w N_c/Σ_c w.
    ///
    /// It can be done again with other cells; estimates then carry each calibration, in its order.
    /// - Throws: `EstimationError` for cells of another length, a cell without a total or without units of any weight,
    ///   and totals that are negative or missing.
    public func poststratified(to margin: Margin) throws(EstimationError) -> SurveyDesign {
        let fit = try MarginFit(margin, number: 1, design: self)
        let fitted = try fit.fitted(weights)
        return SurveyDesign(
            structure: structure, weights: fitted,
            calibrations: calibrations + [.poststratification(fit, weights: fitted)])
    }

    /// The design with weights that add up to the known totals of several margins, fitted in turn until they hold
    /// (Deming and Stephan 1940).
    /// - Parameters:
    ///   - tolerance: how far a cell may be from its total, as a part of the population.
    ///   - maximumIterations: how often all margins are fitted before it is given up.
    /// - Throws: `EstimationError` as for post-stratification; `marginsDisagree` where margins are of different
    ///   populations; `rakingDidNotConverge`.
    public func raked(
        to margins: [Margin], tolerance: Double = 1e-13, maximumIterations: Int = 1000
    ) throws(EstimationError) -> SurveyDesign {
        var fits: [MarginFit] = []
        for (index, margin) in margins.enumerated() {
            fits.append(try MarginFit(margin, number: index + 1, design: self))
        }
        guard let population = fits.first?.population else { throw .noMargins }
        for (index, fit) in fits.enumerated() where abs(fit.population - population) > tolerance * population {
            throw .marginsDisagree(margin: index + 1, sum: fit.population, firstSum: population)
        }
        var fitted = weights
        for _ in 0..<max(maximumIterations, 0) {
            for fit in fits { fitted = try fit.fitted(fitted) }
            guard SurveyDesign.furthest(fits, from: fitted, population)?.distance ?? 0 > tolerance else {
                return SurveyDesign(
                    structure: structure, weights: fitted,
                    calibrations: calibrations + [.raking(RakingResiduals(fits, weights: fitted))])
            }
        }
        guard let worst = SurveyDesign.furthest(fits, from: fitted, population) else { throw .noMargins }
        throw .rakingDidNotConverge(
            iterations: maximumIterations, furthest: worst.cell.place, reached: worst.reached, total: worst.cell.total)
    }

    private static func furthest(
        _ fits: [MarginFit], from weights: [Double], _ population: Double
    ) -> (cell: MarginFit.Cell, reached: Double, distance: Double)? {
        var found: (cell: MarginFit.Cell, reached: Double, distance: Double)?
        for fit in fits {
            guard let one = fit.furthest(from: weights, population: population) else { continue }
            if one.distance > found?.distance ?? -1 || one.distance.isNaN { found = one }
        }
        return found
    }

    /// Influence values less what the calibrations explain.
    func calibrated(_ influence: Influence) -> Influence {
        guard !calibrations.isEmpty else { return influence }
        let everyone = Array(0..<Int32(unitCount))
        var values = influence.aligned(to: everyone)
        for calibration in calibrations { values = calibration.residuals(of: values) }
        return Influence(
            structure: structure, positions: everyone, values: values, clusters: influence.clusters)
    }
}
