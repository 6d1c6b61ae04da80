/// Decides which cells of a table of persons or households are not printed (`semantics.md` 3.11).
///
/// Small cells are hidden first. Then so many others that none of the hidden can be worked out: not by subtracting what
/// is printed from a total, whether of the whole table or, in a crossed one, of any line of it. Totals are taken to be
/// known, as they stand elsewhere in the report. What is hidden together holds at least `least` observations wherever the
/// table has that many; a table in which everything is small is hidden whole.
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

    private let cells: [Cell]
    private let least: Int
    /// Places of cells that sum to something known.
    private let lines: [[Int]]

    /// The places of the cells that are not printed.
    static func hidden(_ cells: [Cell], least: Int) -> Set<Int> {
        CellSuppression(cells, least: least).hidden()
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

    private func hidden() -> Set<Int> {
        var hidden = Set(cells.indices.filter { cells[$0].isSensitive })
        while let next = nextToHide(hidden) { hidden.insert(next) }
        return hidden
    }

    /// The cell that has to join the hidden ones; `nil` once they are safe, or everything is hidden.
    private func nextToHide(_ hidden: Set<Int>) -> Int? {
        for line in lines {
            let secret = line.filter(hidden.contains)
            guard !secret.isEmpty else { continue }
            let isSafe = secret.count > 1 && secret.reduce(0) { $0 + cells[$1].size } >= least
            if !isSafe, let next = cheapest(in: line, hidden) { return next }
        }
        for place in LineEquations(lines, unknown: hidden).determined {
            let reach = lines.filter { $0.contains(place) }.sorted { $0.count < $1.count }
            for line in reach {
                if let next = cheapest(in: line, hidden) { return next }
            }
        }
        return nil
    }

    /// The cell of a line whose hiding costs least: it should stand in lines that have hidden cells already, since
    /// every further line needs two, and it should be small.
    private func cheapest(in line: [Int], _ hidden: Set<Int>) -> Int? {
        let open = line.filter { !hidden.contains($0) }
        let untouched = lines.filter { $0.allSatisfy { !hidden.contains($0) } }
        return open.map { place in
            (place: place, newLines: untouched.count { $0.contains(place) }, size: cells[place].size)
        }.min { ($0.newLines, $0.size, $0.place) < ($1.newLines, $1.size, $1.place) }?.place
    }
}

/// What the known sums of lines say about unknown cells: each line is an equation in the cells that are hidden in it.
struct LineEquations {
    private let unknowns: [Int]
    private let rows: [[Int]]
    /// A prime, so that the equations are solved exactly in whole numbers.
    private static let prime = 2_147_483_647

    /// Equations of lines, for the cells at the places in `unknown`.
    init(_ lines: [[Int]], unknown: Set<Int>) {
        unknowns = unknown.sorted()
        let columns = Dictionary(unknowns.enumerated().map { ($1, $0) }) { first, _ in first }
        let count = unknowns.count
        let equations = lines.map { line in
            var row = [Int](repeating: 0, count: count)
            for place in line { if let column = columns[place] { row[column] = 1 } }
            return row
        }
        rows = LineEquations.reduced(equations.filter { $0.contains(1) })
    }

    /// The unknown cells that the equations fix, in order.
    var determined: [Int] {
        rows.compactMap { row in
            let places = row.indices.filter { row[$0] != 0 }
            return places.count == 1 ? unknowns[places[0]] : nil
        }.sorted()
    }

    /// The reduced echelon form.
    private static func reduced(_ equations: [[Int]]) -> [[Int]] {
        var rows = equations
        var done = 0
        for column in (rows.first ?? []).indices {
            guard let pivot = rows.indices.dropFirst(done).first(where: { rows[$0][column] != 0 }) else { continue }
            rows.swapAt(done, pivot)
            let scale = inverse(rows[done][column])
            rows[done] = rows[done].map { $0 * scale % prime }
            for other in rows.indices where other != done && rows[other][column] != 0 {
                let factor = prime - rows[other][column]
                rows[other] = zip(rows[other], rows[done]).map { ($0 + $1 * factor) % prime }
            }
            done += 1
        }
        return Array(rows.prefix(done))
    }

    /// By Fermat: a^(p−2) is the inverse of a modulo p.
    private static func inverse(_ number: Int) -> Int {
        var (result, base, exponent) = (1, number, prime - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
