import Evaluation
import FormModel
import VietText

/// Figures as a plain table for the terminal: the totals, then each split.
struct FigureTable {
    let language: Language

    private struct Column {
        let title: String
        let alignment: TextAlignment
        let most: Int
    }

    func text(_ figures: [Figure]) -> String {
        let words = FigureText(language: language)
        let rows = figures.map { figure in
            [
                figure.indicator.code ?? "", figure.indicator.id, words.value(figure.total, of: figure.indicator),
                figure.indicator.target.map { words.target($0, unit: figure.indicator.unit) } ?? "",
                words.status(figure.total.status), words.count(figure.total.n), words.count(figure.total.missingCount),
                words.percent(figure.total.coveragePercent),
            ]
        }
        var text = table(totalColumns, rows)
        for figure in figures {
            for split in figure.splits {
                text += "\n\(figure.indicator.id) · \(split.names.joined(separator: ", "))\n"
                text += table(
                    splitColumns,
                    split.rows.map { row in
                        [
                            row.label.joined(separator: " · "), words.value(row.values, of: figure.indicator),
                            words.status(row.values.status), words.count(row.values.n),
                            words.count(row.values.missingCount),
                        ]
                    })
            }
        }
        return text
    }

    private var isVietnamese: Bool { language == .vietnamese }

    private var totalColumns: [Column] {
        [
            Column(title: isVietnamese ? "Mã" : "Code", alignment: .left, most: 10),
            Column(title: isVietnamese ? "Chỉ số" : "Indicator", alignment: .left, most: 44),
            Column(title: isVietnamese ? "Giá trị" : "Value", alignment: .right, most: 20),
            Column(title: isVietnamese ? "Mục tiêu" : "Target", alignment: .right, most: 16),
            Column(title: isVietnamese ? "Kết quả" : "Status", alignment: .left, most: 24),
            Column(title: "n", alignment: .right, most: 14),
            Column(title: isVietnamese ? "Thiếu" : "Missing", alignment: .right, most: 12),
            Column(title: isVietnamese ? "Bao phủ" : "Coverage", alignment: .right, most: 10),
        ]
    }

    private var splitColumns: [Column] {
        [
            Column(title: "  ", alignment: .left, most: 60),
            Column(title: isVietnamese ? "Giá trị" : "Value", alignment: .right, most: 20),
            Column(title: isVietnamese ? "Kết quả" : "Status", alignment: .left, most: 24),
            Column(title: "n", alignment: .right, most: 14),
            Column(title: isVietnamese ? "Thiếu" : "Missing", alignment: .right, most: 12),
        ]
    }

    private func table(_ columns: [Column], _ rows: [[String]]) -> String {
        let cells = [columns.map(\.title)] + rows.map { $0.map(\.printableLine) }
        let widths = columns.indices.map { column in
            min(columns[column].most, cells.map { $0[column].displayWidth }.max() ?? 0)
        }
        return cells.map { row in
            let line = zip(columns.indices, row).map { place, cell in
                cell.truncated(to: widths[place]).padded(to: widths[place], columns[place].alignment)
            }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
