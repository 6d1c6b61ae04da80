/// What one run of a whole process cost.
struct Cost: Codable {
    /// Seconds from start to end.
    let seconds: Double
    /// The most memory it held, in MiB.
    let peak: Double
}

/// What several runs of the same command cost.
struct Costs {
    private(set) var all: [Cost]

    init(_ all: [Cost] = []) { self.all = all }

    mutating func append(_ cost: Cost) { all.append(cost) }

    /// The median of the seconds.
    var seconds: Double { all.map(\.seconds).median }
    /// The seconds of the fastest run.
    var fastest: Double { all.map(\.seconds).min() ?? .nan }
    /// The seconds of the slowest run.
    var slowest: Double { all.map(\.seconds).max() ?? .nan }
    /// The median of the peaks, in MiB.
    var peak: Double { all.map(\.peak).median }
}

extension [Double] {
    /// The middle value, or the mean of the two in the middle; not a number if there is none.
    var median: Double {
        guard !isEmpty else { return .nan }
        let sorted = sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }

    /// The smallest of the values that a share of all stay within; not a number if there is none.
    func quantile(_ share: Double) -> Double {
        guard !isEmpty else { return .nan }
        let rank = Int((share * Double(count)).rounded(.up)) - 1
        return sorted()[Swift.min(Swift.max(rank, 0), count - 1)]
    }
}
