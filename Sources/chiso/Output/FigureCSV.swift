import Columns
import Evaluation
import FormModel
import Interchange
import VietText

/// Figures as CSV: a row for each total and each row of a split.
struct FigureCSV {
    let language: Language

    func text(_ outcome: EvaluationOutcome) -> String {
        let parts = outcome.figures.concurrentMap { bytes(of: $0, outcome.changes[$0.indicator.id]) }
        let header = bytes([
            [
                "indicator", "code", "split", "key", "label", "unit", "value", "numerator", "denominator", "n",
                "missing",
                "missing_among", "failed", "coverage", "expected", "status",
                "exceeding", "definition", "se", "ci_low", "ci_high", "deff", "df",
                "before", "change", "change_se", "change_margin", "change_breaks",
            ]
        ])
        return String(decoding: header + parts.joined(), as: UTF8.self)
    }

    private func bytes(of figure: Figure, _ changes: PeriodChanges?) -> [UInt8] {
        let definition = FigureText(language: language).definition(of: figure.indicator) ?? ""
        var rows = [
            row(
                figure, definition, split: "", key: "", label: figure.indicator.label.text(in: language), figure.total)
                + change(changes?.total)
        ]
        for split in figure.splits {
            let names = split.names.joined(separator: ",")
            for row in split.rows {
                rows.append(
                    self.row(
                        figure, definition, split: names, key: row.key.joined(separator: ","),
                        label: row.label.joined(separator: ","), row.values)
                        + change(changes?.change(of: row, in: split.names)))
            }
        }
        return bytes(rows)
    }

    private func bytes(_ rows: [[String]]) -> [UInt8] {
        let sink = MemorySink()
        var writer = CSVWriter(sink)
        // A sink in memory takes everything.
        for row in rows { try? writer.write(row) }
        try? writer.close()
        return sink.bytes
    }

    private func change(_ change: PeriodChange?) -> [String] {
        [
            number(change?.earlier), number(change?.difference), number(change?.error?.standardError),
            number(change?.error?.margin), change?.breaks.map(\.kind).joined(separator: " ") ?? "",
        ]
    }

    private func number(_ value: Double?) -> String { value.map { Value.decimal($0).plainText } ?? "" }

    private func row(
        _ figure: Figure, _ definition: String, split: String, key: String, label: String, _ values: FigureValues
    ) -> [String] {
        [
            figure.indicator.id, figure.indicator.code ?? "", split, key, label, figure.indicator.unit,
            number(values.value), number(values.hasSums ? values.numerator : nil),
            number(values.hasSums ? values.denominator : nil), "\(values.n)",
            "\(values.missingCount)", "\(values.missingAmongCount)", "\(values.failed)", number(values.coveragePercent),
            number(values.expected), values.status?.rawValue ?? "", "\(values.exceeding)",
            definition,
            number(values.error?.standardError), number(values.error?.interval?.lowerBound),
            number(values.error?.interval?.upperBound), number(values.error?.designEffect),
            values.error?.degreesOfFreedom.map { "\($0)" } ?? "",
        ]
    }
}
