import Estimation
import FormModel
import Messages

/// What the numbers of a design's strata, clusters and cells are called, for messages.
struct DesignNames {
    let design: String
    let place: Place
    /// The names of the strata of each stage, by number.
    var strata: [[String]] = []
    /// The names of each margin's cells, by number, and of the margins.
    var cells: [[String]] = []
    var margins: [String] = []
    /// The record of each unit.
    var record: (Int) -> String = { "\($0)" }

    /// What a stratum is called.
    func name(_ place: StratumPlace) -> String {
        let names = strata.indices.contains(place.stage - 1) ? strata[place.stage - 1] : []
        return names.indices.contains(place.stratum) ? names[place.stratum] : "\(place.stratum)"
    }

    private func name(_ cell: MarginCell) -> String {
        let place = cell.margin - 1
        guard cells.indices.contains(place), cells[place].indices.contains(cell.cell) else { return "\(cell.cell)" }
        return "\(margins[place]) = \(cells[place][cell.cell])"
    }

    private func number(_ value: Double) -> String { Value.decimal(value).plainText }

    /// What an error says of the design.
    func message(_ error: EstimationError) -> Message {
        func told(_ code: String, _ facts: [String: String]) -> Message {
            Message(code, facts.merging(["design": design, "place": "\(place)"]) { first, _ in first })
        }
        switch error {
        case .populationMissing(let stratum): return told("E-ESTIMATE-001", ["stratum": name(stratum)])
        case .populationVaries(let stratum, let first, let second):
            return told(
                "E-ESTIMATE-002", ["stratum": name(stratum), "first": number(first), "second": number(second)])
        case .populationTooSmall(let stratum, let population, let sample):
            return told(
                "E-ESTIMATE-003",
                ["stratum": name(stratum), "population": number(population), "count": "\(sample)"])
        case .fractionOutOfRange(let stratum, let fraction):
            return told("E-ESTIMATE-004", ["stratum": name(stratum), "found": number(fraction)])
        case .cellWithoutTotal(let cell, let units):
            return told("E-ESTIMATE-005", ["cell": name(cell), "count": "\(units)"])
        case .cellWithoutUnits(let cell, let total):
            return told("E-ESTIMATE-006", ["cell": name(cell), "total": number(total)])
        case .totalInvalid(let cell, let total):
            return told("E-ESTIMATE-007", ["cell": name(cell), "total": number(total)])
        case .marginsDisagree(let margin, let sum, let first):
            return told(
                "E-ESTIMATE-008",
                [
                    "by": margins.indices.contains(margin - 1) ? margins[margin - 1] : "\(margin)",
                    "found": number(sum), "expected": number(first),
                ])
        case .rakingDidNotConverge(let iterations, let furthest, let reached, let total):
            return told(
                "E-ESTIMATE-009",
                [
                    "count": "\(iterations)", "cell": name(furthest), "found": number(reached),
                    "total": number(total),
                ])
        case .weightsUnknown(let stage): return told("E-ESTIMATE-011", ["stage": "\(stage)"])
        case .overflow: return told("E-RESULT-002", [:])
        case .weightMissing(let unit, _), .weightInfinite(let unit, _):
            return told("E-WEIGHT-001", ["record": record(unit), "found": "nil"])
        case .weightNegative(let unit, let weight, _):
            return told("E-WEIGHT-001", ["record": record(unit), "found": number(weight)])
        case .noUnits, .tooManyUnits, .wrongLength, .noMargins, .notZeroOrOne, .valueInfinite,
            .probabilityOutOfRange, .unitOutOfRange, .foreignDomain, .wrongTermCount, .functionUndefined:
            return told("E-ESTIMATE-010", ["text": "\(error)"])
        }
    }
}
