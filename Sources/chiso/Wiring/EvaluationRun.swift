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
    let knownAt: Date?
    let options: EvaluationOptions

    func evaluate(_ indicators: [Indicator]) throws -> EvaluationOutcome {
        let source = StoreRecords(store, knownAt: knownAt)
        let evaluator = Evaluator(workspace, source: source, options: options)
        let figures = try evaluator.figures(of: indicators)
        let records = try source.recordsState
        let known = open.text(of: knownAt ?? open.now)
        return EvaluationOutcome(
            run: id(records: records, known: known, indicators), scripts: workspace.scriptsHash, records: records,
            knownAt: known, options: options, figures: figures, notes: evaluator.notes)
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
            + indicators.map(\.id)
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
    /// For when, and how.
    let options: EvaluationOptions
    /// The figures.
    let figures: [Figure]
    /// What was left out, and why.
    let notes: [Message]
}
