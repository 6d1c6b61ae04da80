import Evaluation
import FormModel
import Messages
import Scripting

/// The figures of an earlier period beside those of now: what has changed, and how sure that is.
struct EarlierComparison {
    let workspace: Workspace
    let source: StoreRecords
    let options: EvaluationOptions
    let before: Period
    let signed: SignedScripts

    /// The changes by indicator.
    func changes(of figures: [Figure]) throws(Message) -> [String: PeriodChanges] {
        var earlier = options
        earlier.period = before
        let evaluator = Evaluator(workspace, source: source, options: earlier)
        let found = try evaluator.figures(of: figures.map(\.indicator))
        let byID = Dictionary(found.map { ($0.indicator.id, $0) }) { first, _ in first }
        var changes: [String: PeriodChanges] = [:]
        for figure in figures {
            guard let before = byID[figure.indicator.id] else { continue }
            var breaks = figure.breaks(
                since: before, days: (self.before.last, options.date), calendar: options.calendar)
            if options.filters.isEmpty,
                try signed.hasNewDefinition(figure.indicator, self.before, value: before.total.value)
            {
                breaks.append(.definition)
            }
            changes[figure.indicator.id] = PeriodChanges(
                of: figure, since: before, breaks: breaks, lastDay: self.before.last)
        }
        return changes
    }
}
