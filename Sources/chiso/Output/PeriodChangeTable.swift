import Evaluation
import FormModel
import VietText

/// What has become of figures since an earlier period, as plain tables: the totals, then each split that is shown.
struct PeriodChangeTable {
    let language: Language
    let width: Int?
    let before: Period
    let changes: [String: PeriodChanges]

    private var words: FigureText { FigureText(language: language) }

    func text(_ figures: [Figure]) -> String {
        let title = words.vi("So với \(words.period(before))", en: "Since \(words.period(before))") + "\n"
        let totals = figures.map { figure in
            [figure.indicator.code ?? "", FigureTable.label(figure.indicator, language), figure.indicator.id]
                + cells(figure, figure.total, changes[figure.indicator.id]?.total)
        }
        var text = title + TextTable(columns: totalColumns, rows: totals).text(fitting: width)
        for figure in figures {
            for split in figure.splits {
                text += "\n\(figure.indicator.id) · \(split.names.joined(separator: ", "))\n"
                let rows = split.rows.map { row in
                    [row.label.joined(separator: " · ")]
                        + cells(figure, row.values, changes[figure.indicator.id]?.change(of: row, in: split.names))
                }
                text += TextTable(columns: rowColumns, rows: rows).text(fitting: width)
            }
        }
        let notes = notes(figures).flatMap { note in width.map { note.wrapped(to: $0, hangingIndent: 3) } ?? [note] }
        return notes.isEmpty ? text : text + "\n" + notes.map { $0 + "\n" }.joined()
    }

    private func cells(_ figure: Figure, _ values: FigureValues, _ change: PeriodChange?) -> [String] {
        [
            change.map { words.number($0.earlier, unit: figure.indicator.unit) } ?? FigureText.noValue,
            words.value(values, of: figure.indicator),
            change.map { words.change($0, of: figure.indicator) } ?? FigureText.noValue,
            change?.error.map { words.count($0.commonUnits) } ?? "",
        ]
    }

    private var totalColumns: [TextTable.Column] {
        [
            .init(words.title(.code), .left, most: 10), .init(words.title(.indicator), .left, most: 60, least: 24),
            .init("id", .left),
        ] + changeColumns
    }

    private var rowColumns: [TextTable.Column] { [.init("  ", .left, most: 60, least: 16)] + changeColumns }

    private var changeColumns: [TextTable.Column] {
        [
            .init(words.vi("trước", en: "before"), .right), .init(words.vi("nay", en: "now"), .right),
            .init(words.vi("thay đổi", en: "change"), .right),
            .init(words.vi("đơn vị chung", en: "common units"), .right),
        ]
    }

    /// What the marks mean, and why figures are not compared.
    private func notes(_ figures: [Figure]) -> [String] {
        var reasons: [String] = []
        for figure in figures {
            for found in changes[figure.indicator.id]?.breaks ?? [] {
                let reason = words.reason(found)
                if !reasons.contains(reason) { reasons.append(reason) }
            }
        }
        var notes = reasons.map {
            "\(FigureText.breakMark) " + $0 + words.vi(", không so sánh.", en: "; not compared.")
        }
        let level = figures.lazy.compactMap { changes[$0.indicator.id]?.total?.error?.level }.first
        if let level { notes.append("± \(words.marginNote(level: level)).") }
        return notes
    }
}
