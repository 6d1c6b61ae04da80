import Evaluation
import FormModel
import Messages
import Scripting

/// Tells on which records formulas failed, and why: faults alike come as one, shown as `check` shows them. Figures with
/// such records are printed all the same.
struct FailedRecords {
    let folder: WorkspaceFolder

    /// The most faults told: a formula may fail in a different way on every record.
    private static let limit = 20
    /// The most indicators named.
    private static let named = 3

    /// A fault, the indicators it was met in, and the most records of one of them.
    private struct Finding {
        var group: FaultGroup
        var indicators: [String]
    }

    /// Tells them on standard error.
    /// - Throws: `Failure` 65 where there are any.
    func tell(_ figures: [Figure]) throws {
        let failed = figures.filter { $0.failed > 0 }
        guard !failed.isEmpty else { return }
        let findings = findings(failed)
        let printer = DiagnosticPrinter(folder: folder, language: Console.language)
        for finding in findings.prefix(FailedRecords.limit) {
            printer.print([Diagnostic(at: finding.group.place, finding.group.message)])
            Console.diagnostic("    " + text(finding))
            if let read = ReadFieldWords(language: Console.language).text(finding.group.read) {
                Console.diagnostic("    " + read)
            }
        }
        if findings.count > FailedRecords.limit {
            Console.diagnostic("… +\(findings.count - FailedRecords.limit)")
        }
        throw Failure(.badData, Message("E-CLI-014", ["count": "\(failed.count)"]))
    }

    /// A helper's fault is one, whatever indicators call it.
    private func findings(_ figures: [Figure]) -> [Finding] {
        var findings: [Finding] = []
        for figure in figures {
            for group in figure.faults {
                let id = figure.indicator.id
                guard
                    let place = findings.firstIndex(where: {
                        $0.group.place == group.place && $0.group.message == group.message
                    })
                else {
                    findings.append(Finding(group: group, indicators: [id]))
                    continue
                }
                findings[place].indicators.append(id)
                if group.count > findings[place].group.count { findings[place].group = group }
            }
        }
        return findings
    }

    private func text(_ finding: Finding) -> String {
        let names = finding.indicators.prefix(FailedRecords.named).joined(separator: ", ")
        let facts = [
            "names": names,
            "more": finding.indicators.count > FailedRecords.named
                ? "\(finding.indicators.count - FailedRecords.named)" : "",
            "count": "\(finding.group.count)",
            "records": FigureText(language: Console.language).records(
                finding.group.records, of: finding.group.count),
        ]
        return Message(finding.group.isOfFigure ? "N-EVAL-007" : "N-EVAL-005", facts).text(in: Console.language)
    }
}
