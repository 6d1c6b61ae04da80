/// The answers of one field over many rows, as columns: one state a row, and the values beside them.
public struct FieldColumn: Hashable, Sendable {
    /// The values, by kind; a row without a value holds 0.
    public enum Values: Hashable, Sendable {
        /// `yes_no`: 0 or 1.
        case booleans([UInt8])
        /// Whole numbers; minutes for a time of day.
        case integers([Int64])
        /// Numbers with a fraction.
        case decimals([Double])
        /// Dates, as days since 1970-01-01; whole numbers of minutes since then for a date with a time.
        case days([Int32])
        /// Texts and choices, as places in `FieldColumn.pool`. Several choices or ranks are their names joined by spaces.
        case codes([Int32])
    }

    /// For each row: `FieldColumn.hasValue`, `FieldColumn.notAsked`, or `FieldColumn.state(of:)` a reason.
    public var states: [UInt8]
    /// For each row: its value.
    public var values: Values
    /// The distinct texts that `codes` point into; empty for other kinds.
    public var pool: [String]

    /// A column.
    public init(states: [UInt8], values: Values, pool: [String] = []) {
        self.states = states
        self.values = values
        self.pool = pool
    }

    /// The state of a row that has a value.
    public static let hasValue: UInt8 = 0
    /// The state of a row that was not asked.
    public static let notAsked: UInt8 = 1

    /// The state of a row that has no value for a reason.
    public static func state(of reason: MissingReason) -> UInt8 { reason.rawValue + 1 }

    /// The reason that a state stands for, or `nil` for a value or not asked.
    public static func reason(of state: UInt8) -> MissingReason? {
        state < 2 ? nil : MissingReason(rawValue: state - 1)
    }
}
