import Foundation

/// The villages of the population: some large, some small, some urban, some remote.
struct Villages {
    private let count: Int
    private let remoteness: [Double]
    private let urban = CSVText("urban")
    private let rural = CSVText("rural")
    private let strata = (1...8).map { CSVText("S\($0)") }

    init(count: Int, seed: UInt64) {
        self.count = count
        let chance = Chance(seed: seed, table: 3, column: 1)
        remoteness = (0..<count).map { chance(UInt64($0)) }
    }

    /// A village, from 1 up, by chance: the first are the largest.
    func drawn(_ chance: Double) -> Int { 1 + Int(pow(chance, 1.25) * Double(count)) }

    func area(of village: Int) -> CSVText { isUrban(village) ? urban : rural }

    func stratum(of village: Int) -> CSVText { strata[(village - 1) * strata.count / count] }

    func traits(of village: Int) -> Traits {
        Traits(urban: isUrban(village) ? 1 : 0, remoteness: remoteness[village - 1])
    }

    private func isUrban(_ village: Int) -> Bool { remoteness[village - 1] < 0.28 }
}
