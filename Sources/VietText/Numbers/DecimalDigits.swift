/// A number as its decimal digits: `digits` × 10^-`scale`, both as the shortest text that reads back as the same Double.
///
/// Rounding works on these digits, since that is the number a person sees: 2.675 is a little less than 2.675 in binary,
/// yet everyone who checks the report by hand rounds it to 2.68.
struct DecimalDigits {
    enum Rounding {
        case halfAwayFromZero
        case towardZero
        case awayFromZero
    }

    private(set) var isNegative: Bool
    private var digits: [UInt8]
    private var scale: Int

    /// The digits of a finite number.
    init?(_ number: Double) {
        guard number.isFinite else { return nil }
        isNegative = number < 0
        (digits, scale) = ([], 0)
        var isFraction = false
        let text = number.magnitude.description.utf8
        let end = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
        for byte in text[..<end] {
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else {
                digits.append(byte - DecimalDigits.zero)
                if isFraction { scale += 1 }
            }
        }
        if end < text.endIndex { scale -= Int(Substring(text[text.index(after: end)...])) ?? 0 }
        if scale < 0 {
            digits += [UInt8](repeating: 0, count: -scale)
            scale = 0
        }
    }

    private static let zero = UInt8(ascii: "0")

    init(_ number: Int) {
        isNegative = number < 0
        digits = number.magnitude.description.utf8.map { $0 - DecimalDigits.zero }
        scale = 0
    }

    /// The same number with exactly `decimals` digits after the point.
    func rounded(to decimals: Int, _ rounding: Rounding = .halfAwayFromZero) -> DecimalDigits {
        var result = self
        let surplus = scale - decimals
        result.scale = decimals
        guard surplus > 0 else {
            result.digits += [UInt8](repeating: 0, count: -surplus)
            return result
        }
        let filled = [UInt8](repeating: 0, count: max(0, surplus - digits.count)) + digits
        let dropped = filled.suffix(surplus)
        result.digits = Array(filled.dropLast(surplus))
        let goesUp =
            switch rounding {
            case .halfAwayFromZero: (dropped.first ?? 0) >= 5
            case .towardZero: false
            case .awayFromZero: dropped.contains { $0 > 0 }
            }
        if goesUp { result.addOne() }
        return result
    }

    /// Digits before and after the point, the first without needless zeros, the second without trailing ones where
    /// these are not wanted.
    func parts(keepingTrailingZeros: Bool) -> (whole: String, fraction: String) {
        let filled = [UInt8](repeating: 0, count: max(0, scale + 1 - digits.count)) + digits
        var whole = filled.dropLast(scale)[...]
        var fraction = filled.suffix(scale)
        while whole.count > 1, whole.first == 0 { whole.removeFirst() }
        if !keepingTrailingZeros { while fraction.last == 0 { fraction.removeLast() } }
        return (DecimalDigits.text(whole), DecimalDigits.text(fraction))
    }

    private static func text(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + zero }, as: UTF8.self)
    }

    /// Whether every digit is 0: then no sign is printed.
    var isZero: Bool {
        digits.allSatisfy { $0 == 0 }
    }

    /// As Swift writes it: `-1234.50`.
    var plain: String {
        let (whole, fraction) = parts(keepingTrailingZeros: true)
        return (isNegative && !isZero ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    private mutating func addOne() {
        for index in digits.indices.reversed() {
            guard digits[index] == 9 else {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }
}
