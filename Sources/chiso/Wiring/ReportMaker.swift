import Evaluation
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Storage

/// Makes one report: its script on the one side, figures of the store on the other.
struct ReportMaker {
    var reports: Workspace
    var script: ReportScript
    var workspace: Workspace
    /// What keeps indicators from being in the workspace.
    var unavailable: UnavailableIndicators
    let open: OpenWorkspace
    let store: Store?
    var known: Known
    var options: EvaluationOptions
    /// The body whose indicators alone the report shows.
    let owner: OwnerFilter?
    /// Whether the run is kept in the store, so that the report's figures can be had again.
    var keepsRun: Bool
    /// The closing of the period, where the report is made from its run.
    var closing: PeriodClosing?
    /// What identified the records of that run.
    var closedRecords: String?

    /// The document, and every figure that went into it.
    func make() throws -> (Document, [Figure]) {
        let source = StoreRecords(store, known: known)
        let figures = ReportFigures(workspace, source: source, options: options)
        let omitted = try omitted(figures)
        let indicators = workspace.indicators.filter { !omitted.contains($0.id) }
        let run = try closing?.run ?? (keepsRun ? keep(indicators, figures) : nil)
        guard let period = options.period else { throw Failure(.internalFault) }
        var data = ReportData(
            period: period, asOf: options.asOf, indicators: workspace.indicators, forms: workspace.forms.map(\.layout)
        ) { indicator, names throws(Message) in try figures.figure(indicator, by: names) }
        data.calendar = options.calendar
        data.language = Console.language
        data.omitted = omitted
        data.owner = owner?.owner
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
        data.adjustments = { () throws(Message) in try signed.told { try adjustments.found() } }
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
        let facts = try provenance(run: run, records: closedRecords ?? source.recordsState, data)
        do throws(Diagnostic) {
            let status: Document.Status = closing == nil ? .draft : .final
            return (
                try ReportRunner(reports).run(script, over: data, status: status, provenance: facts), figures.totals
            )
        } catch {
            DiagnosticPrinter(folder: open.folder, language: Console.language).print([error])
            throw Failure(.badData)
        }
    }

    /// An error of a script as a report's own fault tells it.
    private func told(_ error: Diagnostic) -> String {
        (error.place.map { "\($0): " } ?? "") + error.message.text(in: Console.language)
    }

    /// The ids of the indicators that the filters do not fit.
    private func omitted(_ figures: ReportFigures) throws -> Set<String> {
        var omitted = owner?.omitted ?? []
        guard !options.filters.isEmpty else { return omitted }
        for indicator in workspace.indicators where !omitted.contains(indicator.id) {
            do throws(Message) {
                _ = try figures.figure(indicator, by: [])
            } catch {
                guard error.code == ReportFigures.doesNotFit else { throw error }
                omitted.insert(indicator.id)
            }
        }
        if !omitted.isEmpty {
            let names = options.filters.map(\.name) + (owner == nil ? [] : [OwnerFilter.name])
            let name = names.joined(separator: ", ")
            // As the report itself counts: without components.
            let count = workspace.indicators.count { omitted.contains($0.id) && !$0.isComponent }
            let note = Message("N-REPORT-001", ["count": "\(count)", "name": name])
            Console.note(note.text(in: Console.language))
        }
        return omitted
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

    /// Evaluates everything, as `eval --record` does, and keeps it under its id.
    private func keep(_ indicators: [Indicator], _ figures: ReportFigures) throws -> String {
        let run = EvaluationRun(open: open, workspace: workspace, store: store, known: known, options: options)
        let outcome = try run.evaluate(indicators)
        figures.take(outcome.figures)
        try RunArchive(open: open).keep(outcome)
        return outcome.run
    }

    private func provenance(run: String?, records: String, _ data: ReportData) throws -> [LabelledText] {
        let isVietnamese = Console.language == .vietnamese
        let short = { (hash: String) in String(hash.prefix(12)) }
        let written = FigureText(language: Console.language).date
        let until = written(data.date)
        let state = isVietnamese ? "đến \(until), mã" : "up to \(until), state"
        var facts: [LabelledText] = []
        if data.isMadeUp {
            let warning =
                isVietnamese
                ? "kho có phiếu thử, không phải số liệu thu thập"
                : "the store holds demonstration records, not collected ones"
            facts.append(LabelledText(PlainText(isVietnamese ? "SỐ LIỆU MẪU" : "MADE-UP DATA"), PlainText(warning)))
        }
        facts.append(
            LabelledText(PlainText(isVietnamese ? "Số liệu" : "Records"), PlainText("\(state) \(short(records))")))
        if data.asOf != data.date {
            let asOf = written(data.asOf)
            facts.append(
                LabelledText(
                    PlainText(isVietnamese ? "Ngày chốt" : "As of"),
                    PlainText(
                        isVietnamese
                            ? "\(asOf) (phiếu điều tra của kỳ, lập sau kỳ đến ngày này, vẫn tính; phiếu khác theo ngày ghi)"
                            : "\(asOf) (survey records of the period made up to that day count too; others by their day)"
                    )))
        }
        facts.append(
            LabelledText(
                PlainText(isVietnamese ? "Kịch bản" : "Scripts"),
                PlainText("sha256:\(short(workspace.scriptsHash)), \(script.id) \(short(reports.scriptsHash))")))
        let broken = unavailable.files
        if !broken.isEmpty {
            facts.append(
                LabelledText(
                    PlainText(isVietnamese ? "Không có trong báo cáo" : "Left out of the report"),
                    PlainText(
                        (isVietnamese ? "chỉ tiêu của tệp đang có lỗi: " : "indicators of files with errors: ")
                            + broken.joined(separator: ", "))))
        }
        if let run { facts.append(LabelledText(PlainText(isVietnamese ? "Lượt tính" : "Run"), PlainText(run))) }
        return facts
    }
}
