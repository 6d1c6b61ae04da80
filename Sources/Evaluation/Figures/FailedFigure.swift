import FormModel
import Messages
import Scripting

/// A figure that cannot be computed since its design does not hold: it has no value, says why, and stops no other.
struct FailedFigure {
    private let indicator: Indicator
    private let error: Message
    private let place: Place

    init(_ indicator: Indicator, _ error: Message, in workspace: Workspace) {
        self.indicator = indicator
        self.error = error
        let design = error.facts["design"].flatMap { id in workspace.designs.first { $0.id == id } }
        place = design?.place ?? indicator.place
    }

    /// Whether an error is one of a figure alone: of a design, its weights and strata, or of what it is made from.
    static func concerns(_ error: Message) -> Bool {
        ["E-ESTIMATE-", "E-WEIGHT-", "E-DESIGN-", "E-DERIVE-", "E-RESULT-", "E-DIM-"].contains {
            error.code.hasPrefix($0)
        }
            || ["E-REF-002", "E-REF-003", "E-REF-004", "E-REF-005"].contains(error.code)
    }

    /// - Parameter splits: those that were asked for; none has a row.
    func figure(splits: [[String]]) -> Figure {
        var values = FigureValues()
        values.failed = 1
        values.failures = [FormulaFault(figure: indicator.id, LocatedFault(place: place, message: error))]
        if indicator.target != nil { values.status = .noData }
        let method: Method = if case .derive = indicator.computation { .derived } else { .sample }
        return Figure(
            indicator: indicator, method: method, total: values,
            splits: splits.map { Split(names: $0, rows: []) },
            faults: [FaultGroup(ofFigure: place, message: error)], notes: [error])
    }
}
