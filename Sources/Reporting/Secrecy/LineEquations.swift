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
