import Estimation
import FormModel

/// The rows of a set as a sample: a design that estimates are made over, and how rows stand for its units.
///
/// Units are the rows of the set; records without such a row are units without a value, so that the design stays whole.
/// Where the weights are fitted to totals of records above the rows, units are those records, and what rows give is added
/// up in them.
final class SetSample {
    let design: SurveyDesign
    /// For each row of the set, its unit.
    let unitOfRow: [Int]
    /// Whether each row is a unit of its own.
    let isByRow: Bool
    /// For each row, what it stands for.
    let weights: [Double]
    /// The sample of the records, over which figures of different sets vary together; this one, where it is that.
    private let records: SetSample?

    init(
        _ design: SurveyDesign, unitOfRow: [Int], isByRow: Bool, records: SetSample? = nil
    ) {
        self.design = design
        self.unitOfRow = unitOfRow
        self.isByRow = isByRow
        self.records = records
        let weights = design.unitWeights
        self.weights = unitOfRow.map { weights[$0] }
    }

    /// What its units have, for one estimate at a time.
    fileprivate lazy var columns = UnitColumns(units: design.unitCount)

    /// Where sums over the population are estimated, so that they vary together with those of other sets.
    var forSums: SetSample { records ?? self }
}

/// What a set of rows gives to an estimate.
struct SampledRows {
    let sample: SetSample
    /// For each row: what it adds to numerator and denominator; not a number where it is missing.
    private let numerators: [Double]
    private let denominators: [Double]
    /// The rows in scope, with or without a value.
    private let isInScope: [Bool]

    init(_ sample: SetSample, _ contributions: [Contribution]) {
        self.sample = sample
        var (numerators, denominators, scope) = ([Double](), [Double](), [Bool]())
        for contribution in contributions {
            switch contribution {
            case .counted(let x, let y):
                numerators.append(x)
                denominators.append(y)
                scope.append(true)
            case .missing:
                numerators.append(.nan)
                denominators.append(.nan)
                scope.append(true)
            case .none, .missingAmong, .failed, .dated:
                numerators.append(.nan)
                denominators.append(.nan)
                scope.append(false)
            }
        }
        (self.numerators, self.denominators, self.isInScope) = (numerators, denominators, scope)
    }

    /// What some of the rows give, by the units of a sample.
    /// - Parameter sample: this sample, or that of the records.
    func columns(of rows: [Int], in sample: SetSample) -> UnitColumns {
        let columns = sample.columns
        columns.clear()
        for row in rows where isInScope[row] {
            columns.add(numerators[row], denominators[row], to: sample.unitOfRow[row])
        }
        return columns
    }
}

/// The columns of a sample's units over some rows, which are filled anew for each cell of a split: a cell of a few rows
/// costs no more than these, however large the sample is.
final class UnitColumns {
    /// For each unit the sum over its rows; not a number where none has a value.
    private(set) var numerators: [Double]
    private(set) var denominators: [Double]
    /// The unit of each row.
    private(set) var units: [Int] = []

    init(units count: Int) {
        numerators = Array(repeating: .nan, count: count)
        denominators = numerators
    }

    /// Adds a row to its unit; a numerator that is no number is missing.
    fileprivate func add(_ numerator: Double, _ denominator: Double, to unit: Int) {
        units.append(unit)
        guard !numerator.isNaN else { return }
        numerators[unit] = numerators[unit].isNaN ? numerator : numerators[unit] + numerator
        denominators[unit] = denominators[unit].isNaN ? denominator : denominators[unit] + denominator
    }

    /// Forgets all rows.
    fileprivate func clear() {
        for unit in units { (numerators[unit], denominators[unit]) = (.nan, .nan) }
        units.removeAll(keepingCapacity: true)
    }
}
