import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// `chiso eval`: figures.
struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Compute the figures of indicators.",
        discussion: """
              chiso eval
              chiso eval vneid_account --by village --period 2026-H1
              chiso eval vneid_account --by sex,age_group --where village=dt1 --format json
              chiso eval --period 2026-H1 --record
              chiso eval --run 3f9a --format json

            json and csv hold every split that an indicator names in its `by`, unless --by asks for others; a table \
            holds none but those that --by asks for. --run works a recorded run out anew, from the scripts and the \
            records it was made from, whatever has become of them since; chiso runs lists them.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Option(help: "Split by a dimension or field; several joined by commas are crossed.") var by: [String] = []
    @Option(
        parsing: .unconditional,
        help: "An earlier period: each figure beside the one of then, and its change with how sure that is.")
    var before: String?
    @Option(name: .customLong("where"), help: "Only the rows of a split: K=V.") var filters: [String] = []
    @Flag(help: "Keep the run in the store, with the scripts it was made from.") var record = false
    @Option(name: .customLong("run"), help: "The figures of a recorded run once more: its id, or its beginning.")
    var recorded: String?
    @Flag(help: "Read the records themselves, not the columns that are kept beside the store.") var noCache = false
    @Argument(help: "The indicators by id (default: all).") var indicators: [String] = []

    func run() throws {
        var open = try OpenWorkspace(options)
        open.diagnosticFormat = format
        if let recorded { return try again(recorded, open) }
        let workspace = try load(open)
        // The process ends with the command: to take the workspace apart first would only make it end later.
        _ = Unmanaged.passRetained(workspace)
        let store = try open.storeToRead()
        var run = EvaluationRun(
            open: open, workspace: workspace, store: store, known: Known(at: try time.knownInstant(open)),
            options: try evaluationOptions(open, workspace))
        run.usesCache = !noCache
        open.noteMissing(workspace)
        try open.noteMissing(store)
        let wanted = try named(in: workspace)
        let outcome = try store?.snapshot { try run.evaluate(wanted) } ?? run.evaluate(wanted)
        try refuseUnfitFilters(outcome, of: wanted)
        try refuseUnfitSplits(outcome, in: workspace)
        if let period = outcome.options.period, period.first > open.today, time.asOf == nil {
            Console.note(Message("N-EVAL-006", ["period": period.id, "date": period.first.iso]))
        }
        if let period = outcome.options.period, let closing = try store?.closing(of: period.id) {
            Console.note(
                Message(
                    "N-EVAL-008", ["period": period.id, "run": String((closing.run ?? "").prefix(12))]))
        }
        for note in notes(outcome) { Console.note(note) }
        if record { try RunArchive(open: open).keep(outcome) }
        switch format {
        case .table: Console.out(table(outcome))
        case .json: Console.out(FigureJSON(outcome).json.text)
        case .csv: Console.out(FigureCSV(language: Console.language).text(outcome))
        }
        try FailedRecords(folder: open.folder).tell(outcome.figures)
    }

    /// Indicators that were named come in that order, else by their codes.
    private func table(_ outcome: EvaluationOutcome) -> String {
        let figures = indicators.isEmpty ? CodeOrder.arranged(outcome.figures) : outcome.figures
        let table = FigureTable(language: Console.language, width: Console.width).text(figures)
        guard let before = outcome.options.before else { return table }
        return table + "\n"
            + PeriodChangeTable(
                language: Console.language, width: Console.width, before: before, changes: outcome.changes
            ).text(figures)
    }

    /// The scripts; an error ends the command where it lies in what the figures that were asked for rest on.
    private func load(_ open: OpenWorkspace) throws -> Workspace {
        let parts: [WorkspacePart] = [.surveys, .indicators]
        let splits = by.flatMap { $0.split(separator: ",") } + filters.compactMap { $0.split(separator: "=").first }
        return try open.load(parts) { workspace, faults in
            guard !indicators.isEmpty else { return faults.errors(in: parts) }
            return indicators.map { id in
                guard let indicator = workspace.indicator(id) else { return faults.declaring("indicator", id) }
                return faults.error(of: indicator, splits: splits.map(String.init))
            }
        }.workspace
    }

    private func evaluationOptions(_ open: OpenWorkspace, _ workspace: Workspace) throws -> EvaluationOptions {
        var evaluation = try time.evaluationOptions(open)
        evaluation.by = by.map { $0.split(separator: ",").map(String.init) }
        evaluation.ownSplits = by.isEmpty && format != .table
        let crossed = by.count > 1 ? [evaluation.by.flatMap { $0 }] : evaluation.by
        evaluation.by = crossed
        evaluation.before = try time.earlierPeriod(before, than: evaluation, open)
        evaluation.filters = try SplitFilters.parse(filters)
        try SplitFilters.refuseUnknown(evaluation.by.flatMap { $0 }, in: workspace)
        try SplitFilters.refuseUnknown(evaluation.filters, in: workspace)
        return evaluation
    }

    private func named(in workspace: Workspace) throws -> [Indicator] {
        guard !indicators.isEmpty else { return workspace.indicators }
        return try indicators.map { id in
            guard let indicator = workspace.indicator(id) else {
                throw Failure(.usage, Message("E-CLI-001", Suggestion.facts(id, among: workspace.indicators.map(\.id))))
            }
            return indicator
        }
    }

    /// A split that was asked for must fit: every indicator that was named, or any at all.
    private func refuseUnfitSplits(_ outcome: EvaluationOutcome, in workspace: Workspace) throws {
        guard !by.isEmpty, !outcome.figures.isEmpty else { return }
        let unfit = outcome.figures.filter(\.splits.isEmpty)
        let name = outcome.options.by.first { names in unfit.contains { $0.split(names) == nil } } ?? []
        let shown = name.joined(separator: ",")
        if !indicators.isEmpty, let figure = unfit.first {
            let allowed = SplitFilters.names(for: figure, in: workspace)
            var facts = name.count == 1 ? Suggestion.facts(shown, among: allowed) : ["name": shown]
            facts["id"] = figure.indicator.id
            let used = workspace.indicator(figure.indicator.id)?.by ?? []
            facts["allowed"] = SplitFilters.shown(used + allowed.filter { !used.contains($0) })
            throw Failure(.usage, Message("E-EVAL-005", facts))
        }
        if unfit.count == outcome.figures.count {
            throw Failure(.usage, Message("E-EVAL-006", ["name": shown]))
        }
    }

    /// A filter must fit every indicator that was named, or any at all.
    private func refuseUnfitFilters(_ outcome: EvaluationOutcome, of wanted: [Indicator]) throws {
        guard outcome.figures.count < wanted.count, outcome.figures.isEmpty || !indicators.isEmpty else { return }
        let note = outcome.notes.first { $0.code == "E-EVAL-003" }
        throw Failure(.usage, note ?? Message("E-CLI-003", ["name": filters.joined(separator: ",")]))
    }

    // MARK: A recorded run

    /// Works a recorded run out once more. What was recorded stands, should it ever differ.
    private func again(_ id: String, _ open: OpenWorkspace) throws {
        let isAlone = by.isEmpty && filters.isEmpty && indicators.isEmpty && before == nil && !record
        guard isAlone, time.period == nil, time.asOf == nil, time.knownAt == nil else {
            throw Failure(.usage, Message("E-KEPT-005"))
        }
        guard let store = try open.storeToRead() else { throw Failure(.noInput, Message("E-KEPT-002", ["id": id])) }
        let archive = RunArchive(open: open)
        let run = try archive.find(id, in: store)
        let outcome = try archive.evaluate(try archive.origin(of: run, in: store), in: store)
        let text = FigureJSON(outcome).json.text
        switch format {
        case .json: Console.out(run.content)
        case .table: Console.out(table(outcome))
        case .csv: Console.out(FigureCSV(language: outcome.options.language).text(outcome))
        }
        guard text == run.content else { throw Failure(.badData, Message("E-KEPT-006", ["id": run.id])) }
        try FailedRecords(folder: open.folder).tell(outcome.figures)
    }

    // MARK: Notes

    /// How many indicators a note names.
    private static let namedInNotes = 3

    /// What was left out, a line for each split or filter, and what is to be said of the figures.
    private func notes(_ outcome: EvaluationOutcome) -> [Message] {
        var told: [Message] = []
        for (code, summary) in [("N-EVAL-001", "N-EVAL-003"), ("E-EVAL-003", "N-EVAL-004")] {
            let notes = outcome.notes.filter { $0.code == code }
            for (place, note) in notes.enumerated() {
                let alike = notes.filter { $0.facts["name"] == note.facts["name"] }
                if alike.count == 1 { told.append(note) }
                let isFirst = !notes[..<place].contains { $0.facts["name"] == note.facts["name"] }
                if alike.count > 1, isFirst { told.append(Eval.summary(summary, of: alike)) }
            }
        }
        for note in outcome.figures.flatMap(\.notes) where !told.contains(note) { told.append(note) }
        return told
    }

    private static func summary(_ code: String, of notes: [Message]) -> Message {
        let ids = notes.compactMap { $0.facts["id"] }
        let more = ids.count - namedInNotes
        let facts = [
            "name": notes.first?.facts["name"] ?? "", "count": "\(ids.count)",
            "names": ids.prefix(namedInNotes).joined(separator: ", "), "more": more > 0 ? "\(more)" : "",
        ]
        return Message(code, facts)
    }
}
