import FormModel

/// What is known of a unit from earlier rounds.
public struct EarlierUnit: Hashable, Sendable {
    /// The unit's latest record that counts, of a round before this one.
    public let record: Record
    /// The unit's key, in the order of the form's.
    public let key: [String]
    /// For each roster of the form, the highest row number that any record of the unit has: none is used again.
    public let lastRows: [String: Int]

    /// What is known of a unit.
    public init(record: Record, key: [String], lastRows: [String: Int]) {
        self.record = record
        self.key = key
        self.lastRows = lastRows
    }
}

/// Tells what earlier rounds know of units.
public protocol EarlierRounds: AnyObject {
    /// What is known of the unit of a key; `nil` for one that nobody has met.
    func unit(_ key: [String]) throws -> EarlierUnit?
}
