/// How numbers are written in a language: `1.234,5` in Vietnamese, `1,234.5` in English.
///
/// ```swift
/// NumberStyle(.vietnamese).text(2.675, decimals: 2)  // "2,68"
/// NumberStyle(.vietnamese).percent(83.21)            // "83,2 %"
/// ```
///
/// Halves are rounded away from zero, on the digits that a person sees: the shortest decimal that stands for the
/// Double. So 2.675 gives 2,68 and 0.285 gives 0,29. What rounds to zero has no sign. A number that is none (NaN,
/// infinite) is written "–".
public struct NumberStyle: Hashable, Sendable {
    /// The language whose signs are used.
    public let language: TextLanguage

    /// What stands for a number that is none.
    public static let noNumber = "–"

    /// The style of a language.
    public init(_ language: TextLanguage) {
        self.language = language
    }

    /// A whole number with its thousands apart.
    public func text(_ number: Int) -> String {
        written(DecimalDigits(number), keepingTrailingZeros: true)
    }

    /// A number with exactly `decimals` digits after the decimal sign.
    public func text(_ number: Double, decimals: Int) -> String {
        guard let digits = DecimalDigits(number) else { return Self.noNumber }
        return written(digits.rounded(to: allowed(decimals)), keepingTrailingZeros: true)
    }

    /// A number with at most `decimals` digits after the decimal sign, and no trailing zeros.
    public func text(_ number: Double, upTo decimals: Int) -> String {
        guard let digits = DecimalDigits(number) else { return Self.noNumber }
        return written(digits.rounded(to: allowed(decimals)), keepingTrailingZeros: false)
    }

    /// The number that `text(_:decimals:)` writes; sums of what a reader sees are made from it.
    public static func rounded(_ number: Double, decimals: Int) -> Double {
        DecimalDigits(number).flatMap { Double($0.rounded(to: min(max(0, decimals), 30)).plain) } ?? number
    }

    /// A change: as `text(_:decimals:)`, with a plus sign where it is above zero.
    public func change(_ number: Double, decimals: Int) -> String {
        let text = text(number, decimals: decimals)
        guard let digits = DecimalDigits(number)?.rounded(to: allowed(decimals)) else { return text }
        return digits.isNegative || digits.isZero ? text : "+" + text
    }

    /// A number of hundredths with its sign: `83,2 %` with a no-break space in Vietnamese, `83.2%` in English.
    public func percent(_ number: Double, decimals: Int = 1) -> String {
        percent(written: text(number, decimals: decimals))
    }

    /// A whole or shortened percentage, for targets: `90 %`, `1,5 %`.
    public func percent(_ number: Double, upTo decimals: Int) -> String {
        percent(written: text(number, upTo: decimals))
    }

    /// The percent sign after a number already written, as by `text(_:against:decimals:)`.
    public func percent(written number: String) -> String {
        guard number != Self.noNumber else { return number }
        return switch language {
        case .vietnamese: number + "\u{A0}%"
        case .english: number + "%"
        }
    }

    func written(_ digits: DecimalDigits, keepingTrailingZeros: Bool) -> String {
        let (whole, fraction) = digits.parts(keepingTrailingZeros: keepingTrailingZeros)
        let sign = digits.isNegative && !digits.isZero ? "-" : ""
        return sign + grouped(whole) + (fraction.isEmpty ? "" : language.decimalSign + fraction)
    }

    /// More than 30 decimals of a Double say nothing.
    func allowed(_ decimals: Int) -> Int {
        min(max(0, decimals), 30)
    }

    private func grouped(_ whole: String) -> String {
        var left = whole.utf8.count
        guard left > 3 else { return whole }
        var result = ""
        for digit in whole {
            result.append(digit)
            left -= 1
            if left > 0, left.isMultiple(of: 3) { result += language.groupSign }
        }
        return result
    }
}

extension TextLanguage {
    var decimalSign: String {
        switch self {
        case .vietnamese: ","
        case .english: "."
        }
    }

    var groupSign: String {
        switch self {
        case .vietnamese: "."
        case .english: ","
        }
    }
}
