import VietText

/// A table of texts with a heading, a line a row.
struct TextTable {
    struct Column {
        let title: String
        let alignment: TextAlignment
        /// The widest it may be.
        let most: Int
        /// How narrow it may be made, by cutting its texts, where the table does not fit; `nil` if it must not be.
        let least: Int?

        init(_ title: String, _ alignment: TextAlignment, most: Int = 44, least: Int? = nil) {
            self.title = title
            self.alignment = alignment
            self.most = most
            self.least = least
        }
    }

    private let columns: [Column]
    /// The titles, then the rows, as they can be shown.
    private let cells: [[String]]
    /// How wide each column would be.
    private let widths: [Int]

    private static let gap = 2

    init(columns: [Column], rows: [[String]]) {
        let cells = [columns.map(\.title)] + rows.map { $0.map(\.printableLine) }
        self.columns = columns
        self.cells = cells
        self.widths = columns.indices.map { column in
            min(columns[column].most, cells.map { $0[column].displayWidth }.max() ?? 0)
        }
    }

    /// The columns it takes when everything that may be cut is.
    var leastWidth: Int {
        zip(columns, widths).map { min($0.least ?? $1, $1) }.reduce(0, +)
            + TextTable.gap * (columns.count - 1)
    }

    /// The table, cut to a number of columns where it can be.
    func text(fitting width: Int?) -> String {
        var widths = widths
        let total = widths.reduce(0, +) + TextTable.gap * (columns.count - 1)
        if let width, total > width, let place = columns.firstIndex(where: { $0.least != nil }) {
            widths[place] = max(columns[place].least ?? 0, widths[place] - (total - width))
        }
        return cells.map { row in
            let line = zip(columns.indices, row).map { place, cell in
                cell.truncated(to: widths[place]).padded(to: widths[place], columns[place].alignment)
            }.joined(separator: String(repeating: " ", count: TextTable.gap))
            return line.withoutTrailingSpaces + "\n"
        }.joined()
    }
}

extension String {
    /// The text without the spaces at its end.
    var withoutTrailingSpaces: String {
        let space = UInt8(ascii: " ")
        guard let last = utf8.lastIndex(where: { $0 != space }) else { return "" }
        return String(self[..<utf8.index(after: last)])
    }
}
