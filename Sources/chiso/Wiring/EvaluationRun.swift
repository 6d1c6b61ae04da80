import Crypto
import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// One evaluation with what identifies it.
struct EvaluationRun {
    let open: OpenWorkspace
    let workspace: Workspace
    let store: Store?
    let known: Known
    let options: EvaluationOptions
    /// Whether columns come from the cache beside the store.
    var usesCache = true

    func evaluate(_ indicators: [Indicator]) throws -> EvaluationOutcome {
        let source = StoreRecords(store, known: known, usesCache: usesCache)
        let evaluator = Evaluator(workspace, source: source, options: options)
        let figures = try evaluator.figures(of: indicators)
        let changes = try options.before.map { before in
            try EarlierComparison(
                workspace: workspace, source: source, options: options, before: before,
                signed: SignedScripts(open: open, store: store, known: self.known, options: options)
            ).changes(of: figures)
        }
        let records = try source.recordsState
        let knownAt = open.text(of: known.at ?? open.now)
        var known = known
        // Later versions are not of this run, whenever they say that they were stored.
        if known.through == nil { known.through = try store?.versionCount() }
        return EvaluationOutcome(
            run: id(records: records, known: knownAt, indicators), scripts: workspace.scriptsHash, records: records,
            knownAt: knownAt, known: known, options: options, indicators: indicators.map(\.id), figures: figures,
            changes: changes ?? [:], notes: evaluator.notes)
    }

    /// The hash of scripts, records, as-of, known-at and options (`semantics.md` 3.14).
    private func id(records: String, known: String, _ indicators: [Indicator]) -> String {
        let filters = options.filters.map { "\($0.name)=\($0.key)" }
        let parts =
            [
                workspace.scriptsHash, records, options.asOf.iso, known, options.period?.id ?? "",
                options.language.rawValue,
            ]
            + ["\(options.calendar.cutOffDay)", "\(options.coverageMinimum)", "\(options.ownSplits)"]
            + [options.by.map { $0.joined(separator: ",") }.joined(separator: ";"), filters.joined(separator: ";")]
            + indicators.map(\.id) + (options.before.map { ["before", $0.id] } ?? [])
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hash(data: Data(text.utf8)).prefix(16).map { String(format: "%02x", $0) }.joined()
    }
}

/// Figures, and what they were made from.
struct EvaluationOutcome {
    /// The run's id.
    let run: String
    /// The hash of the scripts.
    let scripts: String
    /// What identifies the state of the records.
    let records: String
    /// The instant by which what was stored counts.
    let knownAt: String
    /// Which versions of records were read.
    let known: Known
    /// For when, and how.
    let options: EvaluationOptions
    /// The ids of the indicators that were asked for.
    let indicators: [String]
    /// The figures.
    let figures: [Figure]
    /// What has become of them since the earlier period that was asked for, by indicator.
    let changes: [String: PeriodChanges]
    /// What was left out, and why.
    let notes: [Message]

    /// The same figures under the name of the run that is had again, with what that said of itself.
    func said(by run: String, records: String, knownAt: String) -> EvaluationOutcome {
        EvaluationOutcome(
            run: run, scripts: scripts, records: records, knownAt: knownAt, known: known, options: options,
            indicators: indicators, figures: figures, changes: changes, notes: notes)
    }
}
