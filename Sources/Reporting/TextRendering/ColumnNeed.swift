import VietText

/// What one column of a table asks for, and how many lines its cells take at a width.
struct ColumnNeed {
    /// Below this, a figure or a short word would be broken.
    let least: Int
    /// At this, no cell wraps.
    let cells: Int
    /// At this, the header does not wrap either.
    let cellsAndHeader: Int
    /// The share of the rest, 0 for none.
    let share: Int
    private let header: WordWidths
    /// The lines of each cell at the least width, at one more, and so on: asked for many times over.
    private let lineCounts: [[Int]]

    /// Words longer than this may be split, such as addresses of web pages.
    private static let longestWord = 16
    /// So many rows tell enough about a long table to choose its widths.
    private static let rowsLookedAt = 200

    init(column index: Int, of table: Table) {
        let column = table.columns[index]
        let all = table.rows.compactMap { row -> String? in
            switch row {
            case .cells(let texts), .total(let texts): texts[index].string
            case .group: nil
            }
        }
        header = WordWidths(column.header.string)
        let texts = all.map(WordWidths.init)
        let widest = texts.map(\.widestLine).max() ?? 0
        let word = all.map(\.widestWord).max() ?? 0
        let headerWord = min(column.header.string.widestWord, Self.longestWord)
        let isFigures = column.alignment != .left && widest <= Self.longestWord
        let unbroken = max(2, headerWord, isFigures ? widest : min(word, Self.longestWord))
        switch column.width {
        case .natural:
            least = unbroken
            cells = max(unbroken, widest)
            cellsAndHeader = max(cells, header.widestLine)
            share = 0
        case .within(let bounds):
            least = bounds.bounding(unbroken)
            cells = bounds.bounding(max(unbroken, widest))
            cellsAndHeader = bounds.bounding(max(unbroken, widest, header.widestLine))
            share = 0
        case .share(let part):
            (least, cells, cellsAndHeader) = (unbroken, unbroken, unbroken)
            share = max(1, part)
        }
        let sample = texts.prefix(Self.rowsLookedAt)
        let widths = least...min(cells, least + TextRenderer.widths.upperBound)
        lineCounts = widths.map { width in sample.map { $0.lines(at: width) } }
    }

    /// The lines of each cell at a width from `least` to `cells`.
    func lines(at width: Int) -> [Int] {
        lineCounts[min(max(0, width - least), lineCounts.count - 1)]
    }

    func headerLines(at width: Int) -> Int {
        header.lines(at: width)
    }
}

/// The widths of a text's words, paragraph by paragraph: enough to count its lines without wrapping it.
private struct WordWidths {
    private let paragraphs: [[Int]]

    init(_ text: String) {
        paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { $0.split(separator: " ").map(\.displayWidth) }
    }

    /// The width of the widest line if nothing wraps.
    var widestLine: Int {
        paragraphs.map { $0.reduce(0, +) + max(0, $0.count - 1) }.max() ?? 0
    }

    func lines(at width: Int) -> Int {
        paragraphs.reduce(0) { $0 + Self.lines($1, at: width) }
    }

    private static func lines(_ words: [Int], at width: Int) -> Int {
        var lines = 1
        var used = 0
        for word in words {
            if used > 0, used + 1 + word <= width {
                used += 1 + word
                continue
            }
            if used > 0 { lines += 1 }
            lines += max(0, (word - 1) / width)
            used = word > width ? (word - 1) % width + 1 : word
        }
        return lines
    }
}

extension ClosedRange<Int> {
    /// The nearest number in the range; a column is never narrower than one wide character.
    fileprivate func bounding(_ width: Int) -> Int {
        Swift.max(2, Swift.min(Swift.max(width, lowerBound), upperBound))
    }
}
