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

    /// The columns of a sample's units over some of the rows, and the units these are.
    struct Columns {
        let numerators: [Double]
        let denominators: [Double]
        let units: [Int]
    }

    /// - Parameter sample: this sample, or that of the records.
    func columns(of rows: [Int], in sample: SetSample) -> Columns {
        var y = [Double](repeating: .nan, count: sample.design.unitCount)
        var x = y
        var units: [Int] = []
        units.reserveCapacity(rows.count)
        for row in rows where isInScope[row] {
            let unit = sample.unitOfRow[row]
            units.append(unit)
            guard !numerators[row].isNaN else { continue }
            y[unit] = y[unit].isNaN ? numerators[row] : y[unit] + numerators[row]
            x[unit] = x[unit].isNaN ? denominators[row] : x[unit] + denominators[row]
        }
        return Columns(numerators: y, denominators: x, units: units)
    }
}
