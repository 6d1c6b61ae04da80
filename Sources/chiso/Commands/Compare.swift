import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// `chiso compare`: what an edit of the scripts changes in every figure, before it is published.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show what an edit of the scripts changes in every figure, status and alert.",
        discussion: """
            The scripts as they are now, and as they were, over the same records: so that only the edit makes a \
            difference. --against names a recorded run (its period and date are taken, unless others are given) or a \
            revision of the git repository; by default it is the last recorded run, else HEAD.

            Exit codes: 0 nothing differs; 1 something does; 65 a formula failed on some records.

              chiso compare
              chiso compare --against HEAD --period 2026-H1
              chiso compare vneid_account --against 3f9a --format json
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "A run's id, or its beginning, or a git revision.") var against: String?
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Argument(help: "The indicators by id (default: all).") var indicators: [String] = []

    func run() throws {
        var open = try OpenWorkspace(options)
        open.diagnosticFormat = format
        let workspace = try open.loadSound([.surveys, .indicators])
        let store = try open.storeToRead()
        let earlier = try earlierScripts(open, store)
        let old = try earlier.files.load(
            [.surveys, .indicators], limits: open.configuration.limits, language: Console.language)
        let faults = ScriptFaults(old)
        for file in Set(faults.errors(in: [.surveys, .indicators]).compactMap { $0.place?.file }).sorted() {
            Console.note(Message("N-COMPARE-003", ["file": file]))
        }
        old.leaveOut(faults)
        let evaluation = try evaluationOptions(open, earlier)
        let known = Known(at: try time.knownInstant(open))
        var now: [Figure] = []
        let comparison = try compare(old, workspace, store, &now) { workspace in
            EvaluationRun(open: open, workspace: workspace, store: store, known: known, options: evaluation)
        }
        let alerts = try alerts(earlier, evaluation, store, known, open)
        show(comparison, alerts, earlier, evaluation)
        try FailedRecords(folder: open.folder).tell(now)
        guard comparison.changes.isEmpty, alerts.isEmpty else { throw Failure(.no) }
    }

    /// What the rules of alerts judge otherwise; not asked where only some indicators are compared.
    private func alerts(
        _ earlier: EarlierScripts, _ evaluation: EvaluationOptions, _ store: Store?, _ known: Known,
        _ open: OpenWorkspace
    ) throws -> [HeldAlerts.Change] {
        guard indicators.isEmpty else { return [] }
        var open = open
        if evaluation.asOf != open.today { open.now = try AlertTime.read(evaluation.asOf.iso, open) }
        let old = try HeldAlerts(try AlertScripts(open, of: earlier.files), store, known: known)
        return try HeldAlerts(try AlertScripts(open), store, known: known).changes(since: old)
    }

    private func compare(
        _ old: Workspace, _ new: Workspace, _ store: Store?, _ now: inout [Figure],
        _ run: (Workspace) -> EvaluationRun
    ) throws -> FigureComparison {
        for id in indicators where old.indicator(id) == nil && new.indicator(id) == nil {
            throw Failure(.usage, Message("E-CLI-001", Suggestion.facts(id, among: new.indicators.map(\.id))))
        }
        func figures(_ workspace: Workspace) throws -> [Figure] {
            let wanted = workspace.indicators.filter { indicators.isEmpty || indicators.contains($0.id) }
            return try run(workspace).evaluate(wanted).figures
        }
        let before: [Figure]
        (before, now) =
            try store?.snapshot { (try figures(old), try figures(new)) }
            ?? (try figures(old), try figures(new))
        return FigureComparison(from: before, to: now)
    }

    // MARK: What it is compared with

    /// The scripts as they were.
    private struct EarlierScripts {
        let files: WorkspaceFiles
        /// What they are called.
        let name: String
        /// The options of the run they come from.
        var request: EvaluationOptions?
    }

    private func earlierScripts(_ open: OpenWorkspace, _ store: Store?) throws -> EarlierScripts {
        let archive = RunArchive(open: open)
        if let against {
            guard let store, try !store.runs(beginning: against.lowercased()).isEmpty else {
                return try revision(against, open)
            }
            return try scripts(of: try archive.origin(of: try archive.find(against, in: store), in: store), open)
        }
        guard let store, let last = try store.runs().last(where: { !$0.request.isEmpty }) else {
            return try revision("HEAD", open)
        }
        return try scripts(of: try archive.origin(of: last, in: store), open)
    }

    private func revision(_ name: String, _ open: OpenWorkspace) throws -> EarlierScripts {
        do {
            let revision = try GitRevision(name, of: open.folder)
            return EarlierScripts(files: revision.files, name: "\(name) (\(revision.commit.prefix(12)))")
        } catch let error as Failure where against == nil && error.message?.code == "E-COMPARE-001" {
            throw Failure(.noInput, Message("E-COMPARE-003"))
        }
    }

    private func scripts(of origin: RunArchive.Origin, _ open: OpenWorkspace) throws -> EarlierScripts {
        EarlierScripts(
            files: origin.files, name: "\(origin.run.id.prefix(12)) (\(open.text(of: origin.run.at)))",
            request: origin.options)
    }

    private func evaluationOptions(_ open: OpenWorkspace, _ earlier: EarlierScripts) throws -> EvaluationOptions {
        var own = try time.evaluationOptions(open)
        if let request = earlier.request, time.period == nil, time.asOf == nil {
            own.period = request.period
            own.asOf = request.asOf
        }
        return own
    }

    // MARK: Showing

    private func show(
        _ comparison: FigureComparison, _ alerts: [HeldAlerts.Change], _ earlier: EarlierScripts,
        _ options: EvaluationOptions
    ) {
        let table = ChangeTable(comparison: comparison, language: Console.language)
        switch format {
        case .table:
            if !comparison.changes.isEmpty { Console.out(table.table.text(as: .table)) }
            if !alerts.isEmpty { Console.out(alerts.table().text(as: .table)) }
        case .csv: Console.out(table.table.text(as: .csv))
        case .json:
            Console.out(
                JSON.object([
                    ("against", .string(earlier.name)), ("as_of", .string(options.asOf.iso)),
                    ("period", .string(options.period?.id)), ("compared", .integer(comparison.count)),
                    ("changes", table.json), ("alerts", alerts.json),
                ]).text)
        }
        let facts = [
            "name": earlier.name, "count": "\(comparison.indicators.count)", "total": "\(comparison.count)",
            "period": options.period?.id ?? "", "date": options.asOf.iso,
            "alerts": alerts.isEmpty ? "" : "\(alerts.count)",
        ]
        let isSame = comparison.changes.isEmpty && alerts.isEmpty
        Console.note(Message(isSame ? "N-COMPARE-001" : "N-COMPARE-002", facts))
    }
}
