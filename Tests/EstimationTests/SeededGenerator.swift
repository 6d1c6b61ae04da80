/// Random numbers that are the same in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of any size and sign.
    mutating func wildNumber() -> Double {
        let exponent = Int.random(in: -1070...1000, using: &self)
        let close = Int.random(in: -60...60, using: &self)
        let significand = Double.random(in: -2...2, using: &self)
        return significand * Double(sign: .plus, exponent: Bool.random(using: &self) ? exponent : close, significand: 1)
    }
}
