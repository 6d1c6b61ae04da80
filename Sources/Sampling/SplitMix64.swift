/// The generator of samples and of random records: SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
/// number generators"), begun anew for each stratum, or each question of a record, from (seed, record, path), so that
/// what is drawn for one never depends on how many draws came before it, and the same seed gives the same bytes.
public struct SplitMix64 {
    private var state: UInt64

    /// A generator for a path, such as a question's or a stratum's name.
    public init(seed: UInt64, record: UInt64, path: String) {
        // FNV-1a over the path, mixed with seed and record by the generator's own finaliser.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = SplitMix64.mix(SplitMix64.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ SplitMix64.mix(record) ^ hash)
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return SplitMix64.mix(state)
    }

    /// Evenly in 0 ..< 1, with 53 bits.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A whole number evenly in 0 ..< bound; 0 for a bound of 0. What would favour the small ones is drawn again.
    public mutating func number(below bound: UInt64) -> UInt64 {
        guard bound > 1 else { return 0 }
        // The remainder of 2⁶⁴ ÷ bound: so many of the numbers are too many.
        let surplus = (0 &- bound) % bound
        while true {
            let number = next()
            if number >= surplus { return number % bound }
        }
    }

    /// Standard normal, by Box and Muller (1958).
    public mutating func normal() -> Double {
        let radius = (-2 * SplitMix64.log(1 - uniform())).squareRoot()
        return radius * SplitMix64.cos(2 * .pi * uniform())
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
