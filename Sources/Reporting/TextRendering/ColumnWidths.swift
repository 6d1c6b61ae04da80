/// Finds the widths of a table's columns.
///
/// Where everything fits on one line, each column gets what it needs. Else headers wrap first; then the columns share
/// the room so that the table as a whole gets as few lines as can be found: a long label gets more than a short status.
/// Figures are never broken. Where not even that fits there is no answer, and the table must be shown otherwise.
struct ColumnWidths {
    private let needs: [ColumnNeed]
    private var widths: [Int]
    private var left: Int

    /// Widths that sum to at most `room`, or nil where the columns do not fit side by side.
    static func fitting(_ table: Table, into room: Int) -> [Int]? {
        var columns = ColumnWidths(table, room)
        guard columns.left >= 0 else { return nil }
        columns.growForCells()
        columns.exchange()
        columns.growForHeaders()
        columns.growByShare()
        return columns.widths
    }

    private init(_ table: Table, _ room: Int) {
        needs = table.columns.indices.map { ColumnNeed(column: $0, of: table) }
        widths = needs.map(\.least)
        left = room - widths.reduce(0, +)
    }

    /// Gives room to the column whose cells take the most lines, until no cell wraps or none is left.
    private mutating func growForCells() {
        grow(upTo: needs.map(\.cells)) { need, width in need.lines(at: width).reduce(0, +) }
    }

    /// Gives what is left to the headers that wrap.
    private mutating func growForHeaders() {
        grow(upTo: needs.map(\.cellsAndHeader)) { need, width in need.headerLines(at: width) }
    }

    private mutating func grow(upTo wanted: [Int], lines: (ColumnNeed, Int) -> Int) {
        while left > 0 {
            let open = widths.indices.filter { widths[$0] < wanted[$0] }
            let tallest = open.max { first, second in
                let (one, other) = (lines(needs[first], widths[first]), lines(needs[second], widths[second]))
                return (one, widths[second]) < (other, widths[first])
            }
            guard let tallest else { return }
            widths[tallest] += 1
            left -= 1
        }
    }

    /// Moves room from column to column as long as the table gets shorter by it.
    private mutating func exchange() {
        var best = cost(widths)
        while let (found, cost) = bestExchange(), cost < best {
            widths = found
            best = cost
        }
    }

    private func bestExchange() -> (widths: [Int], cost: Cost)? {
        var best: (widths: [Int], cost: Cost)?
        for giver in needs.indices where needs[giver].share == 0 {
            for taker in needs.indices where taker != giver && needs[taker].share == 0 {
                let most = min(12, widths[giver] - needs[giver].least, needs[taker].cells - widths[taker])
                for moved in stride(from: 1, through: most, by: 1) {
                    var candidate = widths
                    candidate[giver] -= moved
                    candidate[taker] += moved
                    let cost = cost(candidate)
                    if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
                }
            }
        }
        return best
    }

    /// The lines of the whole table; among equals, those of all cells.
    private struct Cost: Comparable {
        var rows = 0
        var cells = 0

        static func < (first: Cost, second: Cost) -> Bool {
            (first.rows, first.cells) < (second.rows, second.cells)
        }
    }

    private func cost(_ widths: [Int]) -> Cost {
        let columns = needs.indices.map { needs[$0].lines(at: widths[$0]) }
        let rows = columns.first?.count ?? 0
        return (0..<rows).reduce(into: Cost()) { cost, row in
            cost.rows += columns.map { $0[row] }.max() ?? 0
            cost.cells += columns.reduce(0) { $0 + $1[row] }
        }
    }

    /// Divides what is left among the columns that ask for a share, so that their widths stand in that proportion as
    /// far as their least widths allow.
    private mutating func growByShare() {
        let sharing = needs.indices.filter { needs[$0].share > 0 }
        while left > 0 {
            let next = sharing.min { first, second in
                widths[first] * needs[second].share < widths[second] * needs[first].share
            }
            guard let next else { return }
            widths[next] += 1
            left -= 1
        }
    }
}
