import Evaluation
import FormModel
import Messages
import Scripting

/// The figures of a report, each computed when it is asked for: totals by one evaluator, splits by one for each.
public final class ReportFigures {
    private let workspace: Workspace
    private let source: any RecordSource
    private let options: EvaluationOptions
    private var evaluators: [[String]: Evaluator] = [:]
    private var recorded: [String: Figure] = [:]
    /// Every indicator asked for, with its total.
    public private(set) var totals: [Figure] = []

    /// The figures of a workspace over a source.
    public init(_ workspace: Workspace, source: any RecordSource, options: EvaluationOptions) {
        self.workspace = workspace
        self.source = source
        self.options = options
    }

    /// The code of the message that an indicator does not fit the filters.
    public static let doesNotFit = "E-EVAL-003"

    /// Takes figures that were computed already.
    public func take(_ figures: [Figure]) {
        for figure in figures { recorded[figure.indicator.id] = figure }
    }

    /// The figure of an indicator, with the split by some names if there are any.
    public func figure(_ indicator: Indicator, by names: [String]) throws(Message) -> Figure {
        let figure = try computed(indicator, by: names)
        if !totals.contains(where: { $0.indicator.id == indicator.id }) { totals.append(figure) }
        return figure
    }

    private func computed(_ indicator: Indicator, by names: [String]) throws(Message) -> Figure {
        if let known = recorded[indicator.id], names.isEmpty || known.split(names) != nil { return known }
        // What comes back empty was left out, as a filter does not fit it.
        guard let figure = try evaluator(by: names).figures(of: [indicator]).first else {
            let filters = options.filters.map(\.name).joined(separator: ", ")
            throw Message(ReportFigures.doesNotFit, ["name": filters, "id": indicator.id])
        }
        return figure
    }

    private func evaluator(by names: [String]) -> Evaluator {
        if let known = evaluators[names] { return known }
        var options = options
        options.ownSplits = false
        options.by = names.isEmpty ? [] : [names]
        let evaluator = Evaluator(workspace, source: source, options: options)
        evaluators[names] = evaluator
        return evaluator
    }
}
