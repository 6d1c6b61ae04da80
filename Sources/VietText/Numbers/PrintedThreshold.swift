/// What a figure is held against when it is printed: "trên 98 %", "ít nhất 90 %".
public enum PrintedThreshold: Hashable, Sendable {
    /// Strictly above ("trên").
    case above(Double)
    /// Equal or above ("ít nhất", "đạt", "có").
    case atLeast(Double)
    /// Equal or below ("không quá").
    case atMost(Double)
    /// Strictly below ("dưới").
    case below(Double)

    /// Whether the number fulfils it.
    public func isMet(by number: Double) -> Bool {
        switch self {
        case .above(let limit): number > limit
        case .atLeast(let limit): number >= limit
        case .atMost(let limit): number <= limit
        case .below(let limit): number < limit
        }
    }
}

extension NumberStyle {
    /// A number that never crosses its threshold by rounding.
    ///
    /// ```swift
    /// NumberStyle(.vietnamese).text(99.96, against: .atLeast(100), decimals: 1)  // "99,96"
    /// ```
    ///
    /// Decimals are added, up to `most`, until the printed number stands on the same side as the number itself. Where
    /// even these do not suffice (99,99999 against 100) the last decimal is cut, or raised, to the right side: "99,999".
    public func text(
        _ number: Double, against threshold: PrintedThreshold, decimals: Int, most: Int = 3
    ) -> String {
        guard let digits = DecimalDigits(number) else { return Self.noNumber }
        let fewest = allowed(decimals)
        let most = max(fewest, allowed(most))
        let halves = (fewest...most).map { digits.rounded(to: $0) }
        let directed = [DecimalDigits.Rounding.towardZero, .awayFromZero].map { digits.rounded(to: most, $0) }
        let isMet = threshold.isMet(by: number)
        let faithful = (halves + directed).first { candidate in
            Double(candidate.plain).map(threshold.isMet) == isMet
        }
        return written(faithful ?? digits.rounded(to: most), keepingTrailingZeros: true)
    }
}
