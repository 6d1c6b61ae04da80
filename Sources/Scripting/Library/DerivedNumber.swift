import LuaRuntime

/// What a `derive` function gave: a number, or one that came out of ratios.
///
/// Within `derive`, `ratio(a, b)` is an object that remembers what it is, and so is everything computed with one:
/// sums, differences, multiples, powers. So it is known where a value comes from, and not guessed from its size.
public enum DerivedNumber: Hashable, Sendable {
    /// `nil`: there is no value.
    case none
    /// A number that no ratio went into: it is in the unit of what it was made from.
    case plain(Double)
    /// A number computed with ratios: 1 is the whole. The parts are those of a ratio that was given as it was made.
    case ratio(Double, parts: Parts?)

    /// The two sums of a ratio.
    public struct Parts: Hashable, Sendable {
        /// What was divided.
        public let numerator: Double
        /// By what.
        public let denominator: Double
    }

    /// What a value stands for; `nil` for one that is no finite number.
    public init?(_ value: LuaValue) {
        switch value {
        case .none: self = .none
        case .integer(let number): self = .plain(Double(number))
        case .number(let number) where number.isFinite: self = .plain(number)
        case .table(let table) where table.className == "ratio":
            let numbers = table.array.compactMap(\.finiteNumber)
            guard numbers.count == table.array.count, let number = numbers.first else { return nil }
            self = .ratio(
                number, parts: numbers.count == 3 ? Parts(numerator: numbers[1], denominator: numbers[2]) : nil)
        default: return nil
        }
    }
}
