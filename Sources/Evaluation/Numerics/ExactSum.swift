/// A sum of Doubles without any rounding but one at the end, so that neither order nor threads can change a bit.
///
/// The small superaccumulator of Neal (2015, "Fast exact summation using small and large superaccumulators",
/// arXiv:1505.05571): a fixed-point number of 2,112 bits in chunks of 32, each held in 64 bits so that carries can wait.
public struct ExactSum: Sendable, Hashable {
    /// chunks[i] holds multiples of 2^(32 i − 1075).
    private var chunks: [Int64]
    private var addsBeforeCarry = ExactSum.maximumAdds
    private var nonFinite: Double?

    private static let count = 67
    /// A chunk takes 53 bits an add; after 2^10 of them the carries must move on.
    private static let maximumAdds = 1024

    /// Nothing.
    public init() {
        chunks = Array(repeating: 0, count: ExactSum.count)
    }

    /// Adds a value.
    public mutating func add(_ value: Double) {
        guard value.isFinite else {
            nonFinite = (nonFinite ?? 0) + value
            return
        }
        guard value != 0 else { return }
        if addsBeforeCarry == 0 { propagate() }
        addsBeforeCarry -= 1
        let bits = value.bitPattern
        let exponent = Int((bits >> 52) & 0x7FF)
        let fraction = bits & 0xF_FFFF_FFFF_FFFF
        let significand = exponent == 0 ? fraction : fraction | 0x10_0000_0000_0000
        let position = max(exponent, 1)
        let (index, shift) = (position >> 5, UInt64(position & 31))
        let low = Int64((significand << shift) & 0xFFFF_FFFF)
        let high = Int64(significand >> (32 - shift))
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
        var other = other
        other.propagate()
        propagate()
        for index in chunks.indices { chunks[index] += other.chunks[index] }
        if let value = other.nonFinite { nonFinite = (nonFinite ?? 0) + value }
        addsBeforeCarry = 0
    }

    /// The sum, rounded once to the nearest Double, ties to even.
    public var value: Double {
        if let nonFinite { return nonFinite }
        var sum = self
        sum.propagate()
        let isNegative = (sum.chunks.last ?? 0) < 0
        if isNegative {
            for index in sum.chunks.indices { sum.chunks[index] = -sum.chunks[index] }
            sum.propagate()
        }
        let magnitude = sum.roundedMagnitude
        return isNegative ? -magnitude : magnitude
    }

    /// Brings every chunk but the last into 0 ..< 2^32.
    private mutating func propagate() {
        var carry: Int64 = 0
        for index in 0..<(ExactSum.count - 1) {
            let total = chunks[index] + carry
            carry = total >> 32
            chunks[index] = total & 0xFFFF_FFFF
        }
        chunks[ExactSum.count - 1] += carry
        addsBeforeCarry = ExactSum.maximumAdds
    }

    /// The value of carried, non-negative chunks.
    private var roundedMagnitude: Double {
        guard let top = chunks.lastIndex(where: { $0 != 0 }) else { return 0 }
        let topBit = top * 32 + (63 - chunks[top].leadingZeroBitCount)
        // The lowest bit that a Double of this size can hold; the smallest there is stands at bit 1.
        let lowest = max(topBit - 52, 1)
        var significand: UInt64 = 0
        var bit = topBit
        while bit >= lowest {
            significand = significand << 1 | self.bit(bit)
            bit -= 1
        }
        let half = self.bit(lowest - 1)
        if half == 1, significand & 1 == 1 || hasBits(below: lowest - 1) { significand += 1 }
        return Double(sign: .plus, exponent: lowest - 1075, significand: Double(significand))
    }

    private func bit(_ position: Int) -> UInt64 {
        position < 0 ? 0 : UInt64(chunks[position >> 5] >> Int64(position & 31)) & 1
    }

    private func hasBits(below position: Int) -> Bool {
        guard position > 0 else { return false }
        let (index, shift) = (position >> 5, Int64(position & 31))
        if chunks[index] & ((1 << shift) - 1) != 0 { return true }
        return chunks[..<index].contains { $0 != 0 }
    }
}
