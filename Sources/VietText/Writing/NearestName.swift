/// What somebody may have meant by a name that does not exist: "did you mean 'vneid'?".
public enum NearestName {
    /// The candidates nearest to `name`, most like it first; empty where none is near enough to be a slip of the pen.
    ///
    /// Nearness is the number of letters left out, put in, exchanged or swapped with their neighbour (Damerau–Levenshtein
    /// in its optimal string alignment), without regard to case and diacritics. Names of up to four letters may differ
    /// by one, up to eight by two, longer ones by three; a single letter is never taken for another. Only candidates
    /// at the smallest distance are given: those with the right diacritics first, then in Vietnamese order.
    /// - Parameter limit: at most this many.
    public static func candidates(for name: String, among names: some Sequence<String>, limit: Int = 3) -> [String] {
        let wanted = Spelling(name)
        let near = Set(names).compactMap { candidate -> Match? in
            let spelling = Spelling(candidate)
            let allowed = slipsAllowed(in: max(wanted.key.count, spelling.key.count))
            let slips = distance(wanted.key, spelling.key)
            guard slips <= allowed else { return nil }
            return Match(name: candidate, slips: slips, marks: distance(wanted.marked, spelling.marked))
        }
        guard let best = near.map(\.slips).min() else { return [] }
        return
            near
            .filter { $0.slips == best }
            .sorted { $0.precedes($1) }
            .prefix(max(0, limit))
            .map(\.name)
    }

    /// The number of single slips that lead from one list of letters to the other.
    static func distance(_ first: [Character], _ second: [Character]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in 1...first.count {
            var current = [row]
            for column in 1...second.count {
                let exchange = last[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1)
                var least = min(exchange, last[column] + 1, current[column - 1] + 1)
                let swaps =
                    row > 1 && column > 1 && first[row - 1] == second[column - 2]
                    && first[row - 2] == second[column - 1]
                if swaps { least = min(least, beforeLast[column - 2] + 1) }
                current.append(least)
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }

    private static func slipsAllowed(in letters: Int) -> Int {
        switch letters {
        case ...1: 0
        case 2...4: 1
        case 5...8: 2
        default: 3
        }
    }
}

private struct Spelling {
    let key: [Character]
    let marked: [Character]

    init(_ name: String) {
        key = Array(name.searchKey)
        marked = Array(name.inSmallLetters)
    }
}

private struct Match {
    let name: String
    let slips: Int
    let marks: Int

    func precedes(_ other: Match) -> Bool {
        marks == other.marks ? VietnameseOrder.precedes(name, other.name) : marks < other.marks
    }
}
