import Evaluation
import FormModel
import VietText

/// The totals of figures for a narrow terminal: the id below the label, the target below the value, the coverage below
/// the status, the missing below n.
struct StackedFigureTable {
    let words: FigureText
    let width: Int

    private static let gap = 2
    private static let statusWidth = 14
    private static let leastLabel = 16

    /// What stands in a column, line by line.
    private struct Row {
        let code: String
        let label: String
        let id: String
        let value: [String]
        let status: [String]
        let n: [String]
    }

    func text(_ figures: [Figure]) -> String {
        let head = Row(
            code: words.title(.code), label: words.title(.indicator), id: "id",
            value: [words.title(.value), words.title(.target)],
            status: [words.title(.status), words.title(.coverage)], n: ["n", words.title(.missing)])
        let rows = [head] + figures.map(row)
        let code = rows.map(\.code.displayWidth).max() ?? 0
        let others = [
            rows.flatMap(\.value).map(\.displayWidth).max() ?? 0,
            rows.flatMap(\.status).map(\.displayWidth).max() ?? 0,
            rows.flatMap(\.n).map(\.displayWidth).max() ?? 0,
        ]
        let taken = code + others.reduce(0, +) + StackedFigureTable.gap * 4
        let label = max(StackedFigureTable.leastLabel, width - taken)
        return rows.map { lines(of: $0, code: code, label: label, others: others) }.joined()
    }

    private func row(_ figure: Figure) -> Row {
        let (indicator, total) = (figure.indicator, figure.total)
        return Row(
            code: indicator.code?.printableLine ?? "",
            label: indicator.label.text(in: words.language).printableLine, id: indicator.id,
            value: [
                words.value(total, of: indicator) + words.margin(total, of: indicator) + words.marks(total),
                indicator.target.map { words.target($0, unit: indicator.unit) } ?? "",
            ],
            status: words.status(total, of: indicator).wrapped(to: StackedFigureTable.statusWidth)
                + [words.percent(total.coveragePercent)],
            n: [words.count(total.n), words.count(total.missingCount)])
    }

    private func lines(of row: Row, code: Int, label: Int, others: [Int]) -> String {
        var left = row.label.wrapped(to: label, hangingIndent: 2)
        let height = max(row.value.count, row.status.count, row.n.count)
        // An id is not cut, as it is what one types: where it is too wide it gets a line without numbers.
        if row.id.displayWidth > label {
            left += Array(repeating: "", count: max(0, height - left.count))
        }
        left.append(row.id)
        return (0..<max(left.count, height)).map { line in
            let cells = [
                (line == 0 ? row.code : "").padded(to: code), cell(left, line).padded(to: label),
                cell(row.value, line).padded(to: others[0], .right), cell(row.status, line).padded(to: others[1]),
                cell(row.n, line).padded(to: others[2], .right),
            ]
            return cells.joined(separator: String(repeating: " ", count: StackedFigureTable.gap)).withoutTrailingSpaces
                + "\n"
        }.joined()
    }

    private func cell(_ cells: [String], _ line: Int) -> String { line < cells.count ? cells[line] : "" }
}
