import Evaluation
import FormModel
import Interchange
import VietText

/// Figures as CSV: a row for each total and each row of a split.
struct FigureCSV {
    let language: Language

    func text(_ figures: [Figure]) -> String {
        let sink = MemorySink()
        var writer = CSVWriter(sink)
        // A sink in memory takes everything.
        try? writer.write([
            "indicator", "code", "split", "key", "label", "unit", "value", "numerator", "denominator", "n", "missing",
            "missing_among", "failed", "coverage", "expected", "status",
            "exceeding", "definition", "se", "ci_low", "ci_high", "deff", "df",
        ])
        for figure in figures {
            try? writer.write(
                row(figure, split: "", key: "", label: figure.indicator.label.text(in: language), figure.total))
            for split in figure.splits {
                for row in split.rows {
                    try? writer.write(
                        self.row(
                            figure, split: split.names.joined(separator: ","), key: row.key.joined(separator: ","),
                            label: row.label.joined(separator: ","), row.values))
                }
            }
        }
        try? writer.close()
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private func row(_ figure: Figure, split: String, key: String, label: String, _ values: FigureValues) -> [String] {
        let number = { (value: Double?) in value.map { Value.decimal($0).plainText } ?? "" }
        return [
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
