import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// `chiso explain`: how one figure came about.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell how a figure came about: definition, script, records step by step, error, target, run.",
        discussion: """
              chiso explain vneid_account
              chiso explain vneid_account --period 2026-H1 --where village=dt1
              chiso explain vneid_account --id 3f9a
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Option(name: .customLong("where"), help: "Only the rows of a split: K=V.") var filters: [String] = []
    @Option(help: "Why this record counts or not: its id, or its beginning.") var id: String?
    @Option(help: "table (a page of text) or json.") var format: OutputFormat = .table
    @Argument(help: "The indicator's id.") var indicator: String

    func run() throws {
        guard format != .csv else { throw Failure(.usage, Message("E-EXPLAIN-001")) }
        var open = try OpenWorkspace(options)
        open.diagnosticFormat = format
        let workspace = try open.load([.surveys, .indicators]) { workspace, faults in
            guard let found = workspace.indicator(indicator) else { return [faults.declaring("indicator", indicator)] }
            return [faults.error(of: found, splits: [])]
        }.workspace
        guard let wanted = workspace.indicator(indicator) else {
            throw Failure(
                .usage, Message("E-CLI-001", Suggestion.facts(indicator, among: workspace.indicators.map(\.id))))
        }
        guard let store = try open.storeToRead() else {
            throw Failure(.noInput, Message("N-CLI-010", ["path": open.storePath]))
        }
        var evaluation = try time.evaluationOptions(open)
        evaluation.ownSplits = false
        evaluation.by = wanted.by.map { [$0] }
        evaluation.filters = try SplitFilters.parse(filters)
        try SplitFilters.refuseUnknown(evaluation.filters, in: workspace)
        let known = Known(at: try time.knownInstant(open))
        let record = try id.map { try self.record($0, wanted, store) }
        try store.snapshot {
            let run = EvaluationRun(open: open, workspace: workspace, store: store, known: known, options: evaluation)
            let outcome = try run.evaluate([wanted])
            guard let figure = outcome.figures.first else {
                throw Failure(.usage, outcome.notes.first ?? Message("E-CLI-003", ["name": filters.joined()]))
            }
            let evaluator = Evaluator(
                workspace, source: StoreRecords(store, known: known), options: evaluation)
            let page = ExplanationPage(
                figure: figure, outcome: outcome, workspace: workspace, language: Console.language, width: Console.width
            )
            if let record {
                try show(record.id, wanted, evaluator, page)
            } else {
                let steps = try evaluator.explain(wanted)
                Console.out(format == .json ? page.json(steps).text : page.text(steps))
            }
        }
    }

    /// The record of an id. One of another form is none of the indicator's, and that is what is said.
    private func record(_ id: String, _ wanted: Indicator, _ store: Store) throws -> RecordIndex.Found {
        let found = try RecordIndex(store).find(id)
        guard let form = wanted.form, found.form != form else { return found }
        throw Failure(.usage, Message("E-EXPLAIN-003", ["id": wanted.id, "form": form, "other": found.form]))
    }

    private func show(
        _ record: String, _ wanted: Indicator, _ evaluator: Evaluator, _ page: ExplanationPage
    ) throws {
        guard let found = try evaluator.explain(wanted, record: record) else {
            throw Failure(.usage, Message("E-EXPLAIN-002", ["id": wanted.id]))
        }
        Console.out(format == .json ? page.json(found, record).text : page.text(found, record))
    }
}

extension Indicator {
    /// The form whose records it is about.
    fileprivate var form: String? { over?.split(separator: ".").first.map(String.init) }
}
