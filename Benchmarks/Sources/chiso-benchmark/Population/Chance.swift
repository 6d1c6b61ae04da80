/// A source of chance for one column of one table: the value of a row is a function of the seed, the table, the column and
/// the row alone, so that rows can be made in any order. SplitMix64 (Steele, Lea and Flood, 2014).
struct Chance {
    private let key: UInt64

    init(seed: UInt64, table: UInt64, column: UInt64) {
        key = Chance.mixed(Chance.mixed(Chance.mixed(seed) &+ table) &+ column)
    }

    /// From 0, which is possible, to 1, which is not.
    func callAsFunction(_ row: UInt64) -> Double { Double(Chance.mixed(key ^ row) >> 11) * 0x1p-53 }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Hands out the sources of chance of a table, column by column.
struct Chances {
    private let seed: UInt64
    private let table: UInt64
    private var columns: UInt64 = 0

    init(seed: UInt64, table: UInt64) {
        self.seed = seed
        self.table = table
    }

    mutating func next() -> Chance {
        columns += 1
        return Chance(seed: seed, table: table, column: columns)
    }
}
