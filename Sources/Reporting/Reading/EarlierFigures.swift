import Evaluation
import FormModel
import Messages
import Scripting

/// The figures of earlier periods, as a report of each would have them.
public final class EarlierFigures {
    private let workspace: Workspace
    private let source: any RecordSource
    private let options: EvaluationOptions
    private var periods: [Period: ReportFigures] = [:]

    /// So many periods before the report's at most.
    private static let most = 24

    /// The figures of a workspace over a source.
    /// - Parameter options: those of the report itself.
    public init(_ workspace: Workspace, source: any RecordSource, options: EvaluationOptions) {
        self.workspace = workspace
        self.source = source
        self.options = options
    }

    /// The figure of an indicator at the end of a period, with the split by some names if there are any.
    public func figure(_ indicator: Indicator, in period: Period, by names: [String]) throws(Message) -> Figure {
        let known = periods[period]
        var options = options
        options.period = period
        let figures = known ?? ReportFigures(workspace, source: source, options: options)
        periods[period] = figures
        return try figures.figure(indicator, by: names)
    }

    /// The periods of a period's length before it in which records lie, the oldest first.
    public func periods(before period: Period) throws(Message) -> [Period] {
        var found: Set<Period> = []
        for form in workspace.forms {
            let headers = try source.headers(of: form.layout)
            let days = Set(zip(headers.dates, headers.counts).filter { $1 && $0 < period.first }.map(\.0))
            for day in days where !found.contains(where: { $0.contains(day) }) {
                found.insert(options.calendar.period(of: period.length, containing: day))
            }
        }
        return Array(found.sorted { $0.first < $1.first }.suffix(EarlierFigures.most))
    }
}
