import Estimation

/// An exact sum in few bytes: whole multiples of 2⁻⁶² in 128 bits, which hold every value from 2⁻¹⁰ to 2³⁰ to its last bit,
/// four thousand million of them; an `ExactSum` only for others. Neither order nor threads can change a bit.
struct LeanSum {
    private var fixed: Int128
    /// The sum of the values of other sizes, if there were any: a list, since it is large and seldom there.
    private var others: [ExactSum]

    /// The sum of nothing, or of what cells have collected.
    init(fixed: Int128 = 0, others: [ExactSum] = []) {
        self.fixed = fixed
        self.others = others
    }

    /// The sum of so many ones.
    init(ones count: Int) { self.init(fixed: Int128(count) << 62) }

    /// A value in multiples of 2⁻⁶², so many times; `nil` where it is none.
    @inline(__always)
    static func fixed(_ value: Double, _ times: Int = 1) -> Int128? {
        let bits = value.bitPattern
        let exponent = Int(bits &>> 52) & 0x7FF
        // The value is significand · 2^(exponent − 1075), so 2⁻⁶² goes into it 2^(exponent − 1013) times as often.
        guard exponent >= 1013, exponent <= 1052 else { return value == 0 ? 0 : nil }
        let significand = Int64(bitPattern: bits & 0xF_FFFF_FFFF_FFFF | 0x10_0000_0000_0000)
        let magnitude =
            exponent <= 1023 ? Int128(significand &<< (exponent &- 1013)) : Int128(significand) &<< (exponent &- 1013)
        let sum = times == 1 ? magnitude : magnitude &* Int128(times)
        return value < 0 ? 0 &- sum : sum
    }

    mutating func add(_ value: Double) {
        if let own = LeanSum.fixed(value) {
            fixed &+= own
        } else {
            if others.isEmpty { others.append(ExactSum()) }
            others[0].add(value)
        }
    }

    mutating func add(_ other: LeanSum) {
        fixed &+= other.fixed
        guard let more = other.others.first else { return }
        if others.isEmpty { others.append(ExactSum()) }
        others[0].add(more)
    }

    /// The sum, rounded once to the nearest Double, ties to even.
    var value: Double {
        guard var sum = others.first else { return LeanSum.rounded(fixed) }
        // In parts of 43 bits, each of which a Double holds.
        var rest = fixed.magnitude
        var scale = -62
        while rest != 0 {
            let part = Double(UInt64(truncatingIfNeeded: rest & ((1 << 43) - 1)))
            sum.add(Double(sign: fixed < 0 ? .minus : .plus, exponent: scale, significand: part))
            rest >>= 43
            scale += 43
        }
        return sum.value
    }

    private static func rounded(_ fixed: Int128) -> Double {
        let magnitude = fixed.magnitude
        let shift = max(128 - magnitude.leadingZeroBitCount - 53, 0)
        var significand = UInt64(truncatingIfNeeded: magnitude >> UInt128(shift))
        if shift > 0 {
            let (rest, half) = (magnitude & ((1 << UInt128(shift)) - 1), UInt128(1) << UInt128(shift - 1))
            if rest > half || rest == half && significand & 1 == 1 { significand += 1 }
        }
        guard significand > 0 else { return 0 }
        return Double(sign: fixed < 0 ? .minus : .plus, exponent: shift - 62, significand: Double(significand))
    }
}
