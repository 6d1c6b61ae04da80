import Evaluation
import FormModel
import Interchange
import VietText

/// Figures as CSV: a row for each total and each row of a split.
struct FigureCSV {
    let language: Language

    func text(_ outcome: EvaluationOutcome) -> String {
        let sink = MemorySink()
        var writer = CSVWriter(sink)
        // A sink in memory takes everything.
        try? writer.write([
            "indicator", "code", "split", "key", "label", "unit", "value", "numerator", "denominator", "n", "missing",
            "missing_among", "failed", "coverage", "expected", "status",
            "exceeding", "definition", "se", "ci_low", "ci_high", "deff", "df",
            "before", "change", "change_se", "change_margin", "change_breaks",
        ])
        for figure in outcome.figures {
            let changes = outcome.changes[figure.indicator.id]
            try? writer.write(
                row(figure, split: "", key: "", label: figure.indicator.label.text(in: language), figure.total)
                    + change(changes?.total))
            for split in figure.splits {
                for row in split.rows {
                    try? writer.write(
                        self.row(
                            figure, split: split.names.joined(separator: ","), key: row.key.joined(separator: ","),
                            label: row.label.joined(separator: ","), row.values)
                            + change(changes?.change(of: row, in: split.names)))
                }
            }
        }
        try? writer.close()
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private func change(_ change: PeriodChange?) -> [String] {
        [
            number(change?.earlier), number(change?.difference), number(change?.error?.standardError),
            number(change?.error?.margin), change?.breaks.map(\.kind).joined(separator: " ") ?? "",
        ]
    }

    private func number(_ value: Double?) -> String { value.map { Value.decimal($0).plainText } ?? "" }

    private func row(_ figure: Figure, split: String, key: String, label: String, _ values: FigureValues) -> [String] {
        [
            figure.indicator.id, figure.indicator.code ?? "", split, key, label, figure.indicator.unit,
            number(values.value), number(values.hasSums ? values.numerator : nil),
            number(values.hasSums ? values.denominator : nil), "\(values.n)",
            "\(values.missingCount)", "\(values.missingAmongCount)", "\(values.failed)", number(values.coveragePercent),
            number(values.expected), values.status?.rawValue ?? "", "\(values.exceeding)",
            FigureText(language: language).definition(of: figure.indicator) ?? "",
            number(values.error?.standardError), number(values.error?.interval?.lowerBound),
            number(values.error?.interval?.upperBound), number(values.error?.designEffect),
            values.error?.degreesOfFreedom.map { "\($0)" } ?? "",
        ]
    }
}
