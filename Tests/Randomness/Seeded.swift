/// Random numbers that are the same for the same seed, so that a test that fails fails again: SplitMix64 (Steele, Lea
/// and Flood 2014).
public struct Seeded: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator with a seed.
    public init(_ seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below a bound; 0 where there is none.
    public mutating func number(below bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

    /// One of some, each as likely as the others.
    public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
