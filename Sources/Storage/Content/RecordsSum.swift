/// A sum of SHA-256 hashes modulo 2²⁵⁶: it names a set of hashes, whatever their order, and a hash can be taken out again.
struct RecordsSum: Hashable {
    /// 64 bits each, the least first.
    private var limbs: [UInt64] = [0, 0, 0, 0]

    init() {}

    /// The sum, or one hash, from its 64 hexadecimal digits.
    init?(hexadecimal text: String) {
        var text = text
        let limbs: [UInt64]? = text.withUTF8 { digits in
            guard digits.count == 64 else { return nil }
            var limbs: [UInt64] = [0, 0, 0, 0]
            for (place, digit) in digits.enumerated() {
                let value: UInt8
                switch digit {
                case 0x30...0x39: value = digit - 0x30
                case 0x61...0x66: value = digit - 0x57
                case 0x41...0x46: value = digit - 0x37
                default: return nil
                }
                limbs[3 - place / 16] = limbs[3 - place / 16] << 4 | UInt64(value)
            }
            return limbs
        }
        guard let limbs else { return nil }
        self.limbs = limbs
    }

    /// The 64 hexadecimal digits of the sum.
    var hexadecimal: String {
        limbs.reversed().map { limb in
            let digits = String(limb, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    static func += (left: inout RecordsSum, right: RecordsSum) {
        var carry: UInt64 = 0
        for limb in 0..<4 {
            let (partial, first) = left.limbs[limb].addingReportingOverflow(right.limbs[limb])
            let (total, second) = partial.addingReportingOverflow(carry)
            left.limbs[limb] = total
            carry = first || second ? 1 : 0
        }
    }

    static func -= (left: inout RecordsSum, right: RecordsSum) {
        var borrow: UInt64 = 0
        for limb in 0..<4 {
            let (partial, first) = left.limbs[limb].subtractingReportingOverflow(right.limbs[limb])
            let (total, second) = partial.subtractingReportingOverflow(borrow)
            left.limbs[limb] = total
            borrow = first || second ? 1 : 0
        }
    }
}
