import Evaluation
import FormModel
import Messages
import Reporting
import Scripting

extension ReportDataMaker {
    /// So many periods before the report's at most.
    private static let mostEarlier = 24

    /// Gives the report what lies outside of it: the figures of the periods before, and those without its filters.
    func addSurroundings(to data: inout ReportData, source: any RecordSource) throws(Message) {
        data.earlier = try earlierPeriods(than: data.period, source)
        let earlier = EarlierFigures(workspace, source: source, options: options)
        data.earlierFigure = { indicator, period, names throws(Message) in
            try earlier.figure(indicator, in: period, by: names)
        }
        guard !options.filters.isEmpty else { return }
        var unfiltered = options
        unfiltered.filters = []
        let whole = ReportFigures(workspace, source: source, options: unfiltered)
        data.wholeFigure = { indicator, names throws(Message) in try whole.figure(indicator, by: names) }
    }

    /// The periods of the report's length before its own in which records lie, the oldest first.
    private func earlierPeriods(than period: Period, _ source: any RecordSource) throws(Message) -> [Period] {
        var found: Set<Period> = []
        for form in workspace.forms {
            let headers = try source.headers(of: form.layout)
            let days = Set(zip(headers.dates, headers.counts).filter { $1 && $0 < period.first }.map(\.0))
            for day in days where !found.contains(where: { $0.contains(day) }) {
                found.insert(options.calendar.period(of: period.length, containing: day))
            }
        }
        return Array(found.sorted { $0.first < $1.first }.suffix(ReportDataMaker.mostEarlier))
    }
}

/// The figures of earlier periods, as a report of each would have them.
private final class EarlierFigures {
    private let workspace: Workspace
    private let source: any RecordSource
    private let options: EvaluationOptions
    private var periods: [Period: ReportFigures] = [:]

    init(_ workspace: Workspace, source: any RecordSource, options: EvaluationOptions) {
        self.workspace = workspace
        self.source = source
        self.options = options
    }

    func figure(_ indicator: Indicator, in period: Period, by names: [String]) throws(Message) -> Figure {
        let known = periods[period]
        var options = options
        options.period = period
        let figures = known ?? ReportFigures(workspace, source: source, options: options)
        periods[period] = figures
        return try figures.figure(indicator, by: names)
    }
}
