import Evaluation
import FormModel
import Messages
import Reporting
import Scripting
import Storage

/// What scripts of reports and alerts read of a store: figures, records, the fieldwork, what earlier periods were.
struct ReportDataMaker {
    let workspace: Workspace
    /// What keeps indicators from being in the workspace.
    let unavailable: UnavailableIndicators
    let open: OpenWorkspace
    let store: Store?
    let known: Known
    /// For which period, and when.
    let options: EvaluationOptions

    /// - Parameters:
    ///   - omitted: the indicators that the filters do not fit.
    ///   - owner: the body whose indicators alone are shown.
    func data(
        _ figures: ReportFigures, source: any RecordSource, omitted: Set<String> = [], owner: String? = nil
    ) throws -> ReportData {
        guard let period = options.period else { throw Failure(.internalFault) }
        var data = ReportData(
            period: period, asOf: options.asOf, indicators: workspace.indicators, forms: workspace.forms.map(\.layout)
        ) { indicator, names throws(Message) in try figures.figure(indicator, by: names) }
        data.calendar = options.calendar
        data.language = Console.language
        data.omitted = omitted
        data.owner = owner
        try addSurroundings(to: &data, source: source)
        data.unavailable = { unavailable[$0].map(told) }
        data.filters = options.filters.map { ReportData.Filter(name: $0.name, key: $0.key, label: label(of: $0)) }
        data.smallCell = open.configuration.smallCell
        data.designs = Dictionary(workspace.designs.compactMap { design in design.label.map { (design.id, $0) } }) {
            $1
        }
        data.isMadeUp = try store.map(DemoData.isIn) ?? false
        let records = ReportRecords(source, options: options)
        data.rounds = { layout throws(Message) in try records.rounds(of: layout) }
        data.records = { layout throws(Message) in try records.counted(of: layout) }
        let signed = SignedScripts(open: open, store: store, known: known, options: options)
        let adjustments = Adjustments(open: open, store: store, signed: signed, options: options)
        data.adjustments = { () throws(Message) in try Message.told { try adjustments.found() } }
        let dues = ReportDues(
            days: open.configuration.reportDue, calendar: open.calendar, today: open.today, source: source,
            forms: workspace.forms.map(\.layout)
        ) { name throws(Message) in
            try Message.told { try open.load([.reports]).reports.first { $0.id == name }?.period }
        } isClosed: { period throws(Message) in
            try Message.told { try store?.isClosed(period, open.calendar) ?? false }
        }
        data.due = { name throws(Message) in try dues.due(name) }
        let alerts = ReportAlerts(open: open, store: store, period: period)
        data.alerts = { () throws(Message) in try Message.told { try alerts.found() } }
        let earlier = data.earlierFigure
        data.hasNewDefinition = { indicator, period throws(Message) in
            // What the filters leave was never signed.
            guard options.filters.isEmpty else { return false }
            return try signed.hasNewDefinition(indicator, period, value: try earlier(indicator, period, []).total.value)
        }
        let validations = ReportValidations(open: open, source: source, options: options)
        data.validations = { form throws(Message) in try validations.results(of: form) }
        data.fieldwork =
            CollectedRecords(
                store: store, known: known, open: open, designs: workspace.designs, period: period
            ).fieldwork
        return data
    }

    /// An error of a script as a report's own fault tells it.
    private func told(_ error: Diagnostic) -> String {
        (error.place.map { "\($0): " } ?? "") + error.message.text(in: Console.language)
    }

    private func label(of filter: SplitFilter) -> String {
        if let dimension = workspace.dimensions.first(where: { $0.id == filter.name }) {
            let key = dimension.labels[filter.key]?.text(in: Console.language) ?? filter.key
            return "\(dimension.label.text(in: Console.language)): \(key)"
        }
        let sets = workspace.forms.flatMap(\.layout.sets)
        let choice = sets.compactMap { $0.field(filter.name)?.question.choices?[filter.key] }.first
        return choice?.label.text(in: Console.language) ?? "\(filter.name) = \(filter.key)"
    }
}
