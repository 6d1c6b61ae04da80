/// The generator of random records: SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number
/// generators"), begun anew for each question from (seed, record, question path), so that what is drawn for one question
/// never depends on how many draws came before it, and the same seed gives the same bytes.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64, record: UInt64, path: String) {
        // FNV-1a over the path, mixed with seed and record by the generator's own finaliser.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = SplitMix64.mix(SplitMix64.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ SplitMix64.mix(record) ^ hash)
    }

    /// The next 64 random bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return SplitMix64.mix(state)
    }

    /// Evenly in 0 ..< 1, with 53 bits.
    mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Standard normal, by Box and Muller (1958).
    mutating func normal() -> Double {
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
