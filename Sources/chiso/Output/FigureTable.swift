import Columns
import Evaluation
import FormModel
import Messages
import VietText

/// Figures as plain tables for the terminal: the totals, each split, and what the marks in them mean.
///
/// A table takes a line a figure where that fits; on a narrow terminal what belongs together stands one below the other.
struct FigureTable {
    let language: Language
    /// The columns of the terminal; `nil` for a file or a pipe.
    let width: Int?

    private var words: FigureText { FigureText(language: language) }

    func text(_ figures: [Figure]) -> String {
        var text = totals(figures)
        text += figures.concurrentMap(splits).joined()
        let notes = notes(figures)
        let lines = notes.flatMap { note in width.map { note.wrapped(to: $0, hangingIndent: 5) } ?? [note] }
        return lines.isEmpty ? text : text + "\n" + lines.map { $0 + "\n" }.joined()
    }

    // MARK: Totals

    private func totals(_ figures: [Figure]) -> String {
        let table = TextTable(columns: totalColumns, rows: figures.map(row))
        guard let width, table.leastWidth > width else { return table.text(fitting: width) }
        return StackedFigureTable(words: words, width: width).text(figures)
    }

    private func row(_ figure: Figure) -> [String] {
        let (indicator, total) = (figure.indicator, figure.total)
        return [
            indicator.code ?? "", FigureTable.label(indicator, language), indicator.id,
            words.value(total, of: indicator) + words.margin(total, of: indicator) + words.marks(total),
            indicator.target.map { words.target($0, unit: indicator.unit) } ?? "", words.status(total, of: indicator),
            words.count(total.n), words.count(total.missingCount), words.percent(total.coveragePercent),
        ]
    }

    /// The label, set in for a component.
    static func label(_ indicator: Indicator, _ language: Language) -> String {
        (indicator.isComponent ? "  " : "") + indicator.label.text(in: language)
    }

    private var totalColumns: [TextTable.Column] {
        [
            .init(words.title(.code), .left, most: 10), .init(words.title(.indicator), .left, most: 60, least: 24),
            .init("id", .left), .init(words.title(.value), .right), .init(words.title(.target), .right),
            .init(words.title(.status), .left), .init("n", .right), .init(words.title(.missing), .right),
            .init(words.title(.coverage), .right),
        ]
    }

    // MARK: Splits

    private func splits(of figure: Figure) -> String {
        figure.splits.map { split in
            "\n\(figure.indicator.id) · \(split.names.joined(separator: ", "))\n"
                + TextTable(columns: splitColumns, rows: split.rows.map { row($0, of: figure) }).text(fitting: width)
        }.joined()
    }

    private func row(_ row: SplitRow, of figure: Figure) -> [String] {
        [
            row.label.joined(separator: " · "),
            words.value(row.values, of: figure.indicator) + words.margin(row.values, of: figure.indicator)
                + words.marks(row.values),
            words.status(row.values, of: figure.indicator), words.count(row.values.n),
            words.count(row.values.missingCount), coverage(row, of: figure),
        ]
    }

    /// Whose units nobody knows is judged by the coverage of the whole: that is told in brackets.
    private func coverage(_ row: SplitRow, of figure: Figure) -> String {
        guard let whole = borrowedCoverage(row, of: figure) else { return words.percent(row.values.coveragePercent) }
        return "(\(words.percent(whole)))"
    }

    private func borrowedCoverage(_ row: SplitRow, of figure: Figure) -> Double? {
        guard row.values.coveragePercent == nil, row.values.status == .incomplete else { return nil }
        return figure.total.coveragePercent
    }

    private var splitColumns: [TextTable.Column] {
        [
            .init("  ", .left, most: 60, least: 16), .init(words.title(.value), .right),
            .init(words.title(.status), .left), .init("n", .right), .init(words.title(.missing), .right),
            .init(words.title(.coverage), .right),
        ]
    }

    // MARK: Notes

    /// What the marks mean that stand in the tables.
    private func notes(_ figures: [Figure]) -> [String] {
        let shown = figures.flatMap { [$0.total] + $0.splits.flatMap { $0.rows.map(\.values) } }
        var notes: [String] = []
        let computed = shown.filter { values in !values.failures.contains { !$0.isOfRecord } }
        if let most = computed.map(\.failed).max(), most > 0 {
            notes.append("\(FigureText.failedMark): \(words.failedNote(most: most))")
        }
        var obstacles: Set<Message> = []
        for reason in figures.flatMap(\.obstacles) where obstacles.insert(reason).inserted {
            notes.append("\(FigureText.failedMark): \(words.obstacleNote(reason))")
        }
        if let most = shown.map(\.exceeding).max(), most > 0 {
            notes.append("\(FigureText.exceedingMark): \(words.exceedingNote(most: most))")
        }
        if let level = shown.compactMap({ $0.error?.interval == nil ? nil : $0.error?.level }).first {
            notes.append("±: \(words.marginNote(level: level)).")
        }
        let borrows = figures.contains { figure in
            figure.splits.contains { $0.rows.contains { borrowedCoverage($0, of: figure) != nil } }
        }
        if borrows {
            notes.append(
                language == .vietnamese
                    ? "( ): bao phủ của cả chỉ tiêu, vì không biết riêng của dòng này."
                    : "( ): the coverage of the whole, as that of the row is not known.")
        }
        return notes
    }
}
