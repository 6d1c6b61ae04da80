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
        abstract: "Compute the figures of indicators.",
        discussion: """
              chiso eval
              chiso eval vneid_account --by village --period 2026-H1
              chiso eval vneid_account --by sex,age_group --where village=dt1 --format json
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Option(help: "Split by a dimension or field; several joined by commas are crossed.") var by: [String] = []
    @Option(name: .customLong("where"), help: "Only the rows of a split: K=V.") var filters: [String] = []
    @Flag(help: "Keep the run in the store.") var record = false
    @Argument(help: "The indicators by id (default: all).") var indicators: [String] = []

    func run() throws {
        let open = try OpenWorkspace(options)
        let workspace = try load(open)
        let store = try open.storeToRead()
        let run = EvaluationRun(
            open: open, workspace: workspace, store: store, knownAt: try time.knownInstant(open),
            options: try evaluationOptions(open, workspace))
        let wanted = try named(in: workspace)
        let outcome = try store?.snapshot { try run.evaluate(wanted) } ?? run.evaluate(wanted)
        try refuseUnfitFilters(outcome, of: wanted)
        try refuseUnfitSplits(outcome)
        for note in outcome.notes { Terminal.note(note) }
        if record { try keep(outcome, open) }
        switch format {
        case .table: Terminal.out(FigureTable(language: Terminal.language).text(outcome.figures))
        case .json: Terminal.out(FigureJSON(outcome).json.text)
        case .csv: Terminal.out(FigureCSV(language: Terminal.language).text(outcome.figures))
        }
        try FailedRecords.tell(outcome.figures)
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
        evaluation.filters = try SplitFilters.parse(filters)
        let names = SplitFilters.names(in: workspace)
        for name in evaluation.by.flatMap({ $0 }) + evaluation.filters.map(\.name) where !names.contains(name) {
            throw Failure(.usage, Message("E-CLI-003", Suggestion.facts(name, among: names.sorted())))
        }
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
    private func refuseUnfitSplits(_ outcome: EvaluationOutcome) throws {
        guard !by.isEmpty else { return }
        let fitting = outcome.figures.filter { !$0.splits.isEmpty }
        if fitting.isEmpty || (!indicators.isEmpty && fitting.count < outcome.figures.count) {
            throw Failure(.usage, outcome.notes.first ?? Message("E-CLI-003", ["name": by.joined(separator: ",")]))
        }
    }

    /// A filter must fit every indicator that was named, or any at all.
    private func refuseUnfitFilters(_ outcome: EvaluationOutcome, of wanted: [Indicator]) throws {
        guard outcome.figures.count < wanted.count, outcome.figures.isEmpty || !indicators.isEmpty else { return }
        let note = outcome.notes.first { $0.code == "E-EVAL-003" }
        throw Failure(.usage, note ?? Message("E-CLI-003", ["name": filters.joined(separator: ",")]))
    }

    private func keep(_ outcome: EvaluationOutcome, _ open: OpenWorkspace) throws {
        let store = try open.storeToWrite()
        try store.saveRun(outcome.run, content: FigureJSON(outcome).json.text, at: open.now)
    }
}
