import Foundation

/// What a number that a source writes is worth (Lua 5.4 Reference Manual, section 3.1).
enum NumberLiteral {
    /// A whole number where it is written as one and fits, else a float; hexadecimal whole numbers wrap around.
    static func value(of text: String) -> Expression.Kind {
        let small = text.lowercased()
        if small.hasPrefix("0x") {
            let digits = small.dropFirst(2)
            if digits.contains(where: { $0 == "." || $0 == "p" }) {
                // Swift wants an exponent.
                return .float(Double(small.contains("p") ? small : small + "p0") ?? hexadecimal(digits))
            }
            let bits = digits.reduce(UInt64(0)) { $0 << 4 | UInt64($1.hexDigitValue ?? 0) }
            return .integer(Int64(bitPattern: bits))
        }
        if let integer = Int64(small) { return .integer(integer) }
        return .float(strtod(small, nil))
    }

    /// `0x.8`, `0x8.`: the forms that Swift does not read.
    private static func hexadecimal(_ digits: Substring) -> Double { strtod("0x" + digits, nil) }
}
