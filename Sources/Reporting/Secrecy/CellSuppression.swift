/// Decides which cells of a table of persons or households are not printed (`semantics.md` 3.11).
///
/// Small cells are hidden first. Then so many others that none of the hidden can be worked out: not by subtracting what
/// is printed from a total, whether of the whole table or, in a crossed one, of any line of it, and not by what remains
/// since nothing is less than none. Totals are taken to be known, as they stand elsewhere in the report. What is hidden
/// together holds at least `least` observations wherever the table has that many; a table in which everything is small is
/// hidden whole.
///
/// It goes by the observations alone, so that whatever is computed over the same records hides the same cells: what one
/// table hides, no other prints. What is rare is hidden in a second step, by `Amounts`, and leaves the observations
/// printed.
struct CellSuppression {
    /// A cell of a table.
    struct Cell {
        /// A part for each name of the split.
        let key: [String]
        /// The observations in it.
        let size: Int
        /// Whether it must not be printed.
        let isSensitive: Bool
    }

    /// What is counted or added up in the cells, besides the observations.
    struct Amounts {
        /// Of each cell; none is below zero.
        let values: [Double]
        /// The least that each can be.
        let least: [Double]
        /// The most that each can be, such as all who were asked; `nil` where there is no such bound.
        let most: [Double]?
        /// The places of cells of which it must not be known.
        let secrets: Set<Int>

        /// What lacks of the most.
        fileprivate var complements: [Double]? { most.map { zip($0, values).map { $0 - $1 } } }
    }

    private let cells: [Cell]
    private let least: Int
    /// Places of cells that sum to something known.
    private let lines: [[Int]]

    /// The places of the cells that are not printed.
    static func hidden(_ cells: [Cell], least: Int) -> Set<Int> {
        let suppression = CellSuppression(cells, least: least)
        let observations = Amounts(
            values: cells.map { Double($0.size) },
            // That a hidden cell is not empty is seen: an empty one is printed.
            least: cells.map { $0.size > 0 ? 1 : 0 }, most: nil,
            secrets: Set(cells.indices.filter { cells[$0].isSensitive }))
        return suppression.hidden(Set(observations.secrets), observations) { _ in Double(least) }
    }

    /// The places of the cells of which the amounts are not printed: those that are hidden already, the secret ones, and
    /// whatever would tell of them.
    static func hidden(_ cells: [Cell], _ amounts: Amounts, hidden: Set<Int>, least: Int) -> Set<Int> {
        let suppression = CellSuppression(cells, least: least)
        // Of a line that adds up to less, all of it is enough.
        return suppression.hidden(hidden.union(amounts.secrets), amounts) { min(Double(least), $0) }
    }

    private init(_ cells: [Cell], least: Int) {
        self.cells = cells
        self.least = least
        // A cell without observations is no secret, and hiding it protects no other.
        let live = cells.indices.filter { cells[$0].size > 0 || cells[$0].isSensitive }
        let parts = cells.first?.key.count ?? 0
        // The empty choice of parts is the total; all parts together would be the cell itself.
        let choices = (0..<max(1, (1 << min(parts, 8)) - 1))
        lines = choices.flatMap { choice in
            Dictionary(grouping: live) { place in
                cells[place].key.indices.filter { choice >> $0 & 1 == 1 }.map { cells[place].key[$0] }
            }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        }
    }

    /// - Parameter needed: how much is to be hidden together in a line that adds up to so much.
    private func hidden(_ start: Set<Int>, _ amounts: Amounts, needed: (Double) -> Double) -> Set<Int> {
        var hidden = start
        while let next = nextToHide(hidden, amounts, needed) { hidden.insert(next) }
        return hidden
    }

    /// The cell that has to join the hidden ones; `nil` once they are safe, or everything is hidden.
    private func nextToHide(_ hidden: Set<Int>, _ amounts: Amounts, _ needed: (Double) -> Double) -> Int? {
        for line in lines {
            let secret = line.filter(hidden.contains)
            guard !secret.isEmpty else { continue }
            if secret.count == 1, let next = cheapest(in: line, hidden) { return next }
            for values in [amounts.values, amounts.complements].compactMap({ $0 }) {
                let (part, whole) = (sum(values, secret), sum(values, line))
                guard part < needed(whole) else { continue }
                if let next = cheapest(in: line, hidden, helping: values) { return next }
            }
        }
        for place in LineEquations(lines, unknown: hidden).determined {
            for line in lines(of: place) {
                if let next = cheapest(in: line, hidden) { return next }
            }
        }
        for place in LineBounds(lines, amounts, unknown: hidden).determined where amounts.secrets.contains(place) {
            for line in lines(of: place) where canProtect(line, amounts) {
                if let next = cheapest(in: line, hidden, helping: amounts.values) { return next }
            }
        }
        return nil
    }

    /// The lines that a cell stands in, the shortest first.
    private func lines(of place: Int) -> [[Int]] {
        lines.filter { $0.contains(place) }.sorted { $0.count < $1.count }
    }

    /// A line of nothing, or of all that there can be, tells of its every cell, whatever is hidden of it.
    private func canProtect(_ line: [Int], _ amounts: Amounts) -> Bool {
        sum(amounts.values, line) > 0 && amounts.complements.map { sum($0, line) > 0 } ?? true
    }

    private func sum(_ values: [Double], _ places: [Int]) -> Double { places.reduce(0) { $0 + values[$1] } }

    /// The cell of a line whose hiding costs least: it should stand in lines that have hidden cells already, since
    /// every further line needs two; it should hold some of what is needed; and it should be small.
    private func cheapest(in line: [Int], _ hidden: Set<Int>, helping values: [Double]? = nil) -> Int? {
        let open = line.filter { !hidden.contains($0) }
        let untouched = lines.filter { $0.allSatisfy { !hidden.contains($0) } }
        return open.map { place in
            (
                place: place, isIdle: values.map { $0[place] <= 0 } == true ? 1 : 0,
                newLines: untouched.count { $0.contains(place) }, size: cells[place].size
            )
        }.min { ($0.isIdle, $0.newLines, $0.size, $0.place) < ($1.isIdle, $1.newLines, $1.size, $1.place) }?.place
    }
}
