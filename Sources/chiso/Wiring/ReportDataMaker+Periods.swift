import Evaluation
import FormModel
import Messages
import Reporting
import Scripting

extension ReportDataMaker {
    /// Gives the report what lies outside of it: the figures of the periods before, and those without its filters.
    func addSurroundings(to data: inout ReportData, source: any RecordSource) throws(Message) {
        let earlier = EarlierFigures(workspace, source: source, options: options)
        data.earlier = try earlier.periods(before: data.period)
        data.earlierFigure = { indicator, period, names throws(Message) in
            try earlier.figure(indicator, in: period, by: names)
        }
        guard !options.filters.isEmpty else { return }
        var unfiltered = options
        unfiltered.filters = []
        let whole = ReportFigures(workspace, source: source, options: unfiltered)
        data.wholeFigure = { indicator, names throws(Message) in try whole.figure(indicator, by: names) }
    }
}
