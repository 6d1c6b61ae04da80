/// Between which bounds hidden amounts must lie: none is below the least, none above the most there can be, and each line adds
/// up to what is known. The bounds are carried from line to line until nothing changes.
struct LineBounds {
    private var lowest: [Int: Double] = [:]
    private var highest: [Int: Double] = [:]
    private static let rounds = 100
    private static let tolerance = 1e-7

    /// Bounds of the cells at the places in `unknown`.
    init(_ lines: [[Int]], _ amounts: CellSuppression.Amounts, unknown: Set<Int>) {
        for place in unknown {
            lowest[place] = amounts.least[place]
            highest[place] = amounts.most.map { $0[place] } ?? .infinity
        }
        let open = lines.map { $0.filter(unknown.contains) }.filter { !$0.isEmpty }
        let sums = open.map { line in line.reduce(0) { $0 + amounts.values[$1] } }
        for _ in 0..<LineBounds.rounds {
            var isChanged = false
            for (line, sum) in zip(open, sums) where narrow(line, to: sum) { isChanged = true }
            guard isChanged else { break }
        }
    }

    /// The cells whose bounds meet, in order.
    var determined: [Int] {
        lowest.keys.filter { isMet(lowest[$0] ?? 0, highest[$0] ?? .infinity) }.sorted()
    }

    private func isMet(_ low: Double, _ high: Double) -> Bool {
        high - low <= LineBounds.tolerance * max(1, abs(high))
    }

    /// Takes from each cell of a line what the others must hold, or cannot.
    private mutating func narrow(_ line: [Int], to sum: Double) -> Bool {
        var isChanged = false
        let least = line.reduce(0) { $0 + (lowest[$1] ?? 0) }
        // Infinity less infinity is no number: the unbounded are counted apart.
        let bounded = line.compactMap { highest[$0] }.filter(\.isFinite)
        let unboundedCount = line.count - bounded.count
        let most = bounded.reduce(0, +)
        for place in line {
            let (low, high) = (lowest[place] ?? 0, highest[place] ?? .infinity)
            let upper = sum - (least - low)
            if upper < high - LineBounds.tolerance {
                highest[place] = max(upper, low)
                isChanged = true
            }
            let others = unboundedCount - (high.isFinite ? 0 : 1)
            guard others == 0 else { continue }
            let lower = sum - (most - (high.isFinite ? high : 0))
            if lower > low + LineBounds.tolerance {
                lowest[place] = min(lower, highest[place] ?? high)
                isChanged = true
            }
        }
        return isChanged
    }
}
