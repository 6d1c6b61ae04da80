/// What a stage says of its population, checked.
struct PopulationColumn {
    private let population: FinitePopulation?

    /// - Throws: `wrongLength`.
    init(_ population: FinitePopulation?, stage: Int, count: Int) throws(EstimationError) {
        self.population = population
        guard let values, values.count != count else { return }
        throw .wrongLength(.population(stage: stage), expected: count, found: values.count)
    }

    private var values: [Double]? {
        switch population {
        case .sizes(let values), .fractions(let values): values
        case nil: nil
        }
    }

    /// Sees that the units of a stratum all name one value.
    /// - Throws: `populationMissing` or `populationVaries`, for the first such stratum by place.
    func checkConstant(
        strata: [Int32], firstUnits: [Int], places: [StratumPlace]
    ) throws(EstimationError) {
        guard let values else { return }
        var wrong: (place: StratumPlace, error: EstimationError)?
        for (unit, stratum) in strata.enumerated() {
            let (first, value) = (values[firstUnits[Int(stratum)]], values[unit])
            guard first != value else { continue }
            let place = places[Int(stratum)]
            if let found = wrong, found.place <= place { continue }
            let isMissing = first.isNaN || value.isNaN
            wrong = (
                place, isMissing ? .populationMissing(place) : .populationVaries(place, first: first, second: value)
            )
        }
        if let wrong { throw wrong.error }
    }

    /// The part n/N of a stratum that was drawn; 0 without a population.
    /// - Parameters:
    ///   - unit: a unit of the stratum.
    ///   - drawn: its clusters in the sample.
    /// - Throws: `populationTooSmall` or `fractionOutOfRange`.
    func fraction(at unit: Int, drawn: Int, place: StratumPlace) throws(EstimationError) -> Double {
        switch population {
        case nil: return 0
        case .sizes(let sizes):
            guard sizes[unit] >= Double(drawn) else {
                throw .populationTooSmall(place, population: sizes[unit], sample: drawn)
            }
            return Double(drawn) / sizes[unit]
        case .fractions(let fractions):
            guard fractions[unit] > 0, fractions[unit] <= 1 else {
                throw .fractionOutOfRange(place, fraction: fractions[unit])
            }
            return fractions[unit]
        }
    }
}
