import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// Recorded runs: what is kept of one, and how it is had again (`semantics.md` 3.14).
struct RunArchive {
    let open: OpenWorkspace

    // MARK: Keeping

    /// Keeps a run with the scripts it was made from.
    /// - Throws: `Failure` 75 where the scripts were saved anew while it ran.
    func keep(_ outcome: EvaluationOutcome) throws {
        let files = try WorkspaceFiles(of: open.folder)
        let workspace = try files.load(
            [.surveys, .indicators], limits: open.configuration.limits, language: outcome.options.language)
        guard workspace.scriptsHash == outcome.scripts else { throw Failure(.busy, Message("E-KEPT-001")) }
        try keep(outcome, files)
    }

    /// Keeps a run with the files it was made from.
    func keep(_ outcome: EvaluationOutcome, _ files: WorkspaceFiles) throws {
        try open.storeToWrite().keep(
            RecordedRun(
                id: outcome.run, content: FigureJSON(outcome).json.text, request: RunRequest(outcome).text,
                known: outcome.known, who: open.author, at: open.now, sources: files.files))
    }

    // MARK: Finding

    /// The run of an id, or of its beginning.
    /// - Throws: `Failure`: 66 where there is none, 64 where there are several.
    func find(_ id: String, in store: Store?) throws -> RecordedRun {
        let found = try store?.runs(beginning: id.lowercased()) ?? []
        if let exact = found.first(where: { $0.id == id.lowercased() }) { return exact }
        guard found.count < 2 else {
            throw Failure(.usage, Message("E-KEPT-003", ["id": id, "count": "\(found.count)"]))
        }
        guard let only = found.first, !id.isEmpty else { throw Failure(.noInput, Message("E-KEPT-002", ["id": id])) }
        return only
    }

    // MARK: Having it again

    /// What a run was made from.
    struct Origin {
        let run: RecordedRun
        let request: RunRequest
        let options: EvaluationOptions
        let files: WorkspaceFiles
    }

    /// What a run was made from.
    /// - Throws: `Failure` 65 for a run of a program that kept no scripts.
    func origin(of run: RecordedRun, in store: Store) throws -> Origin {
        let sources = try store.sources(ofRun: run.id)
        guard let request = RunRequest(run.request), let options = request.options, !sources.isEmpty else {
            throw Failure(.badData, Message("E-KEPT-004", ["id": run.id]))
        }
        return Origin(run: run, request: request, options: options, files: WorkspaceFiles(sources))
    }

    /// The figures of a run, worked out once more from its scripts and the records it saw.
    func evaluate(_ origin: Origin, in store: Store) throws -> EvaluationOutcome {
        let workspace = try origin.files.load(
            [.surveys, .indicators], limits: open.configuration.limits, language: origin.options.language)
        workspace.leaveOut(ScriptFaults(workspace))
        let wanted = origin.request.indicators.compactMap(workspace.indicator)
        let run = EvaluationRun(
            open: open, workspace: workspace, store: store, known: origin.run.known, options: origin.options)
        let outcome = try store.snapshot { try run.evaluate(wanted) }
        return outcome.said(
            by: origin.run.id, records: origin.request.records, knownAt: origin.request.knownAt)
    }
}
