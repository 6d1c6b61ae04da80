/// A sum of Doubles without any rounding but one at the end, so that neither order nor threads can change a bit.
///
/// The small superaccumulator of Neal (2015, "Fast exact summation using small and large superaccumulators",
/// arXiv:1505.05571): a fixed-point number in chunks of 32 bits, each held in 64 so that carries can wait. Only the
/// chunks that were touched are carried and cleared, so that many small sums are quick too.
public struct ExactSum: Sendable {
    /// chunks[i] holds multiples of 2^(32 i − 1075).
    private var chunks = InlineArray<67, Int64>(repeating: 0)
    /// The chunks that may differ from 0; none while the first is above the last.
    private var lowest = ExactSum.count
    private var highest = -1
    private var addsBeforeCarry = ExactSum.maximumAdds
    private var nonFinite: Double?

    private static let count = 67
    /// A chunk takes 52 bits an add; after 2^10 of them the carries must move on.
    private static let maximumAdds = 1024
    private static let chunkLimit: Int64 = 1 << 32

    /// Nothing.
    public init() {}

    /// The sum of some values.
    public init(_ values: some Sequence<Double>) {
        for value in values { add(value) }
    }

    /// Adds a value. Infinite ones and what is not a number make the sum the same.
    public mutating func add(_ value: Double) {
        guard value.isFinite else {
            nonFinite = (nonFinite ?? 0) + value
            return
        }
        guard value != 0 else { return }
        if addsBeforeCarry == 0 { carry() }
        addsBeforeCarry -= 1
        let bits = value.bitPattern
        let exponent = Int((bits >> 52) & 0x7FF)
        let fraction = bits & 0xF_FFFF_FFFF_FFFF
        let significand = exponent == 0 ? fraction : fraction | 0x10_0000_0000_0000
        let position = max(exponent, 1)
        let (index, shift) = (position >> 5, UInt64(position & 31))
        let low = Int64((significand << shift) & 0xFFFF_FFFF)
        let high = Int64(significand >> (32 - shift))
        if index < lowest { lowest = index }
        if index + 1 > highest { highest = index + 1 }
        if value < 0 {
            chunks[index] -= low
            chunks[index + 1] -= high
        } else {
            chunks[index] += low
            chunks[index + 1] += high
        }
    }

    /// Adds another sum.
    public mutating func add(_ other: ExactSum) {
        if let value = other.nonFinite { nonFinite = (nonFinite ?? 0) + value }
        guard other.lowest <= other.highest else { return }
        var other = other
        other.carry()
        carry()
        for index in other.lowest...other.highest { chunks[index] += other.chunks[index] }
        lowest = min(lowest, other.lowest)
        highest = max(highest, other.highest)
        addsBeforeCarry = 0
    }

    /// Makes it the sum of nothing.
    public mutating func clear() {
        if lowest <= highest {
            for index in lowest...highest { chunks[index] = 0 }
        }
        (lowest, highest) = (ExactSum.count, -1)
        addsBeforeCarry = ExactSum.maximumAdds
        nonFinite = nil
    }

    /// The sum, rounded once to the nearest Double, ties to even.
    public var value: Double {
        var sum = self
        return sum.take()
    }

    /// The sum, rounded once; what is left is the sum of nothing.
    mutating func take() -> Double {
        defer { clear() }
        if let nonFinite { return nonFinite }
        guard lowest <= highest else { return 0 }
        carry()
        let isNegative = chunks[highest] < 0
        if isNegative {
            for index in lowest...highest { chunks[index] = -chunks[index] }
            carry()
        }
        return isNegative ? -roundedMagnitude : roundedMagnitude
    }

    /// Brings every touched chunk but the last into 0 ..< 2^32; the last carries the sign and stays below 2^32 too.
    private mutating func carry() {
        addsBeforeCarry = ExactSum.maximumAdds
        guard lowest <= highest else { return }
        var carry: Int64 = 0
        for index in lowest..<highest {
            let total = chunks[index] + carry
            carry = total >> 32
            chunks[index] = total & 0xFFFF_FFFF
        }
        let top = chunks[highest] + carry
        guard top.magnitude >= ExactSum.chunkLimit.magnitude, highest + 1 < ExactSum.count else {
            chunks[highest] = top
            return
        }
        chunks[highest] = top & 0xFFFF_FFFF
        highest += 1
        chunks[highest] = top >> 32
    }

    /// The value of carried chunks whose sum is not negative.
    private var roundedMagnitude: Double {
        var top = highest
        while top >= lowest, chunks[top] == 0 { top -= 1 }
        guard top >= lowest else { return 0 }
        let window = chunk(top) << 64 | chunk(top - 1) << 32 | chunk(top - 2)
        let topBit = 32 * top + 63 - chunks[top].leadingZeroBitCount
        // The lowest bit that a Double of this size can hold; the smallest there is stands at bit 1.
        let lastBit = max(topBit - 52, 1)
        let shift = UInt128(lastBit - 32 * (top - 2))
        let (half, rest) = (UInt128(1) << (shift - 1), window & ((UInt128(1) << shift) - 1))
        var significand = UInt64(truncatingIfNeeded: window >> shift)
        if rest > half || (rest == half && (significand & 1 == 1 || hasChunks(below: top - 2))) { significand += 1 }
        return Double(sign: .plus, exponent: lastBit - 1075, significand: Double(significand))
    }

    private func chunk(_ index: Int) -> UInt128 {
        index < lowest ? 0 : UInt128(truncatingIfNeeded: chunks[index])
    }

    private func hasChunks(below index: Int) -> Bool {
        guard lowest < index else { return false }
        for place in lowest..<index where chunks[place] != 0 { return true }
        return false
    }
}
