import AlertStates
import Evaluation
import FormModel
import Foundation
import LuaRuntime
import Messages
import Reporting
import Scripting

extension TestBench {
    /// What scripts of reports and alerts read of the records so far. No period was signed.
    func reportData(
        of period: Period, asOf: Day, figures: ReportFigures, options: EvaluationOptions
    ) throws(Message) -> ReportData {
        let workspace = try workspace()
        let layouts = workspace.forms.map(\.layout)
        var data = ReportData(
            period: period, asOf: asOf, indicators: workspace.indicators, forms: layouts
        ) { indicator, names throws(Message) in try figures.figure(indicator, by: names) }
        data.calendar = settings.calendar
        data.language = language
        data.smallCell = settings.smallCell
        let collected = ReportRecords(records, options: options)
        data.rounds = { layout throws(Message) in try collected.rounds(of: layout) }
        data.records = { layout throws(Message) in try collected.counted(of: layout) }
        let earlier = EarlierFigures(workspace, source: records, options: options)
        data.earlier = try earlier.periods(before: period)
        data.earlierFigure = { indicator, period, names throws(Message) in
            try earlier.figure(indicator, in: period, by: names)
        }
        let dues = ReportDues(
            days: settings.reportDue, calendar: settings.calendar, today: day, source: records, forms: layouts
        ) { [self] name throws(Message) in
            try reports().reports.first { $0.id == name }?.period
        } isClosed: { [self] period in
            closed.contains(period)
        }
        data.due = { name throws(Message) in try dues.due(name) }
        data.fieldwork = fieldwork.fieldwork(records, designs: workspace.designs)
        data.designs = Dictionary(workspace.designs.compactMap { design in design.label.map { (design.id, $0) } }) {
            $1
        }
        let validations = workspace.validations
        var checking = ValidationOptions(asOf: asOf, period: period, calendar: settings.calendar)
        checking.language = language
        checking.until = asOf
        checking.told = 0
        let validator = Validator(workspace, source: records, options: checking)
        data.validations = { form throws(Message) in
            try validator.results(of: validations.filter { form == nil || $0.form == form })
        }
        return data
    }

    /// A report over the records so far, as text.
    /// - Parameters:
    ///   - given: the period reported on; without, the last of the report's length before the day of the test.
    ///   - filters: to which rows of splits it is narrowed; `owner` to the indicators that a body answers for.
    func report(_ id: String, period given: Period?, filters: [SplitFilter]) throws(Message) -> String {
        let (workspace, reports) = (try workspace(), try reports())
        guard let script = reports.reports.first(where: { $0.id == id }) else {
            if let error = ScriptFaults(reports).declaring("report", id) { throw error.located }
            throw Message("E-CLI-005", TestCall.unknown(id, among: reports.reports.map(\.id)))
        }
        let running = settings.calendar.period(of: script.period, containing: day)
        let period = given ?? (running.last <= day ? running : settings.calendar.period(before: running) ?? running)
        var options = EvaluationOptions(asOf: day, period: period, calendar: settings.calendar)
        options.coverageMinimum = settings.coverageMinimum
        options.language = language
        // Of a body only where nothing can be split by that name.
        let isField = workspace.forms.contains { $0.layout.sets.contains { $0.field("owner") != nil } }
        let owner = isField ? nil : filters.first { $0.name == "owner" }?.key
        options.filters = filters.filter { isField || $0.name != "owner" }
        let figures = ReportFigures(workspace, source: records, options: options)
        var data = try reportData(of: period, asOf: day, figures: figures, options: options)
        data.owner = owner
        data.filters = options.filters.map { filter in
            ReportData.Filter(name: filter.name, key: filter.key, label: label(of: filter, in: workspace))
        }
        if !options.filters.isEmpty {
            var unfiltered = options
            unfiltered.filters = []
            let whole = ReportFigures(workspace, source: records, options: unfiltered)
            data.wholeFigure = { indicator, names throws(Message) in try whole.figure(indicator, by: names) }
        }
        data.omitted = try omitted(owner: owner, figures, options)
        let alerts = try alerts().fired(in: period)
        data.alerts = { alerts }
        do throws(Diagnostic) {
            let status: Document.Status = closed.contains(period) ? .final : .draft
            let document = try ReportRunner(reports).run(script, over: data, status: status)
            return TextRenderer(width: TestBench.reportWidth).render(document)
        } catch {
            throw error.located
        }
    }

    private func label(of filter: SplitFilter, in workspace: Workspace) -> String {
        let sets = workspace.forms.flatMap(\.layout.sets)
        let choice = sets.lazy.compactMap { $0.field(filter.name)?.question.choices?[filter.key] }.first
        return choice?.label.text(in: language) ?? filter.key
    }

    /// The ids of the indicators that another body answers for, or that the filters do not fit.
    private func omitted(
        owner: String?, _ figures: ReportFigures, _ options: EvaluationOptions
    ) throws(Message) -> Set<String> {
        var omitted: Set<String> = []
        for indicator in try workspace().indicators {
            if let owner, indicator.owner?.text(in: language).contains(owner) != true {
                omitted.insert(indicator.id)
            } else if !options.filters.isEmpty {
                do throws(Message) {
                    _ = try figures.figure(indicator, by: [])
                } catch {
                    guard error.code == ReportFigures.doesNotFit else { throw error }
                    omitted.insert(indicator.id)
                }
            }
        }
        return omitted
    }

    /// Wide enough for most cells to stand on one line.
    private static let reportWidth = 120

    /// The reports, in a state of their own.
    private func reports() throws(Message) -> Workspace {
        do throws(LuaFault) {
            return try WorkspaceLoader.load(sources, parts: [.reports], limits: settings.limits, language: language)
        } catch {
            throw Message("E-RUN-002", ["text": error.message])
        }
    }
}
