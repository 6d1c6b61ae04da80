import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Interchange
import Messages
import Reporting
import Scripting
import Storage

/// The form in which a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html

    /// The format that the name of a file tells of: `.md`, `.markdown`, `.html`, `.htm`; else text.
    init(ofFile path: String?) {
        switch path.map({ URL(fileURLWithPath: $0).pathExtension.lowercased() }) {
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        default: self = .text
        }
    }

    /// What writes it; a page of text is so many columns wide.
    func renderer(width: Int) -> any DocumentRenderer {
        switch self {
        case .text: TextRenderer(width: width)
        case .markdown: MarkdownRenderer()
        case .html: HTMLRenderer()
        }
    }
}

/// `chiso report`: a report.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Make a report from its script and the figures.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Option(
        name: .customLong("where"),
        help: "Only what belongs to one row of a split, K=V, or to one responsible body, owner=NAME.") var filters:
        [String] =
            []
    @Option(help: "text, markdown or html; not given: by the name of the file (.md, .html), else text.")
    var format: ReportFormat?
    @Option(parsing: .unconditional, help: "The columns of a text page, 80 to 120.")
    var width = TextRenderer.widths.lowerBound
    @Option(name: .shortAndLong, help: "The file to write; its run is kept in the store.") var output: String?
    @Argument(help: "The report's id.") var name: String

    func run() throws {
        try refuseOptions()
        let open = try OpenWorkspace(options)
        let (reports, script) = try loadScript(open)
        // An indicator that did not load is a warning; the report says what is missing, and fails where it asks for it.
        let (workspace, unavailable) = try open.load([.surveys, .indicators]) { _, _ in [] }
        open.noteMissingFrames(workspace)
        let store = try open.storeToRead()
        var options = try evaluationOptions(open, workspace, store, script)
        let owner = try OwnerFilter.taken(from: &options.filters, in: workspace)
        try SplitFilters.refuseUnknown(options.filters, in: workspace)
        try requireFilter(of: script, among: options.filters, in: workspace)
        var maker = ReportMaker(
            reports: reports, script: script, workspace: workspace, unavailable: unavailable, open: open, store: store,
            known: Known(at: try time.knownInstant(open)), options: options, owner: owner, keepsRun: output != nil)
        if time.asOf == nil, time.knownAt == nil { try maker.useClosedPeriod() }
        let (document, figures) = try store?.snapshot { try maker.make() } ?? maker.make()
        let format = format ?? ReportFormat(ofFile: output)
        let text = format.renderer(width: width).render(document)
        if let output {
            let sink = try FileSink(path: output)
            try sink.write(Array(text.utf8))
            try sink.close()
            Console.note(Message("N-CLI-004", ["file": output]).text(in: Console.language))
        } else {
            Console.out(text)
        }
        try FailedRecords(folder: open.folder).tell(figures)
    }

    private func refuseOptions() throws {
        let widths = TextRenderer.widths
        guard widths.contains(width) else {
            let allowed = "\(widths.lowerBound)–\(widths.upperBound)"
            throw Failure(
                .usage, Message("E-CLI-015", ["option": "--width", "value": "\(width)", "allowed": allowed]))
        }
    }

    // MARK: The script

    /// The report of the name. Only faults of its own file or of a module stop the command; those of other reports are
    /// told.
    private func loadScript(_ open: OpenWorkspace) throws -> (Workspace, ReportScript) {
        let workspace = try open.load([.reports])
        let errors = workspace.diagnostics.filter { $0.severity == .error }
        DiagnosticPrinter(folder: open.folder, language: Console.language).print(workspace.diagnostics)
        guard let script = workspace.reports.first(where: { $0.id == name }) else {
            if !errors.isEmpty { throw Failure(.badData, Message("E-CLI-008", ["count": "\(errors.count)"])) }
            throw Failure(.usage, Message("E-CLI-005", Suggestion.facts(name, among: workspace.reports.map(\.id))))
        }
        let own = errors.filter { error in
            error.place.map { $0.file == script.place.file || $0.file.hasPrefix("Rules/lib/") } ?? true
        }
        guard own.isEmpty else { throw Failure(.badData, Message("E-CLI-008", ["count": "\(own.count)"])) }
        return (workspace, script)
    }

    /// A sheet of one village is not made of all of them.
    private func requireFilter(of script: ReportScript, among filters: [SplitFilter], in workspace: Workspace) throws {
        guard let property = script.narrowedBy, !filters.contains(where: { $0.name == property }) else { return }
        let fields = workspace.forms.flatMap(\.layout.sets).compactMap { $0.field(property) }
        let keys = fields.lazy.compactMap { $0.question.choices?.choices.map(\.name) }.first ?? []
        throw Failure(
            .usage,
            Message("E-REPORT-020", ["name": name, "property": property, "allowed": keys.joined(separator: ", ")]))
    }

    // MARK: For when, and of what

    private func evaluationOptions(
        _ open: OpenWorkspace, _ workspace: Workspace, _ store: Store?, _ script: ReportScript
    ) throws -> EvaluationOptions {
        var evaluation = try time.evaluationOptions(open)
        if let period = evaluation.period {
            guard period.length == script.period else {
                throw Failure(
                    .usage,
                    Message(
                        "E-REPORT-013", ["name": name, "period": period.id, "expected": script.period.rawValue]))
            }
            guard period.first <= evaluation.asOf else {
                throw Failure(
                    .usage, Message("E-REPORT-019", ["period": period.id, "date": evaluation.asOf.iso]))
            }
        } else {
            evaluation.period = try lastPeriod(open, workspace, store, script, by: evaluation.asOf)
        }
        evaluation.filters = try SplitFilters.parse(filters)
        return evaluation
    }

    /// The last period of the report's length that has ended and has records; else the one that is running, where that
    /// has any. Of a store without records it is the last that has ended: the report says that there is nothing.
    private func lastPeriod(
        _ open: OpenWorkspace, _ workspace: Workspace, _ store: Store?, _ script: ReportScript, by date: Day
    ) throws -> Period {
        let source = StoreRecords(store, known: Known(at: try time.knownInstant(open)))
        var latest: Period?
        var running: Period?
        for form in workspace.forms {
            let headers = try source.headers(of: form.layout)
            for (day, counts) in zip(headers.dates, headers.counts) where counts && day <= date {
                if let latest, day <= latest.last { continue }
                let period = open.calendar.period(of: script.period, containing: day)
                if period.last <= date { latest = period } else { running = period }
            }
        }
        if let latest { return latest }
        if let running {
            Console.note(Message("N-REPORT-002", ["period": running.id, "date": date.iso]))
            return running
        }
        let now = open.calendar.period(of: script.period, containing: date)
        guard try !(store?.hasRecords() ?? false), let ended = open.calendar.period(before: now) else {
            throw Failure(
                .noInput, Message("E-REPORT-012", ["date": date.iso, "expected": script.period.rawValue]))
        }
        try open.noteMissing(store)
        return ended
    }
}
