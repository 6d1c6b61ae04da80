import FormModel
import Sampling

/// Salts for the commitments of made-up personal values: made by the seed as well, so that the same seed gives the same
/// store, byte for byte. They hide nothing, as there is nobody to hide; collected values never use them.
public struct SimulatedSalts: RandomNumberGenerator {
    private var generator: SplitMix64

    /// The salts of a form's records in a period.
    public init(seed: UInt64, form: String, period: Period) {
        generator = SplitMix64(seed: seed, record: SplitMix64.period(period), path: "\(form) _salts")
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 { generator.next() }
}
