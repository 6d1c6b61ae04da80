import FormModel

/// The rows of a form's records and of the rosters in them, as formulas run over them.
public struct RecordRows: Sendable {
    /// The rows of one set.
    public struct Rows: Sendable {
        /// How many.
        public let count: Int
        /// Each row's place in the columns; `nil` where the columns have just these rows.
        public let places: [Int32]?
        /// For each row of the parent's set, where its rows begin, and at last where they end; empty for the records.
        public let starts: [Int32]
        /// For each row of the parent's set, the reason why its roster is missing, as a tag, or 0; `nil` where none is.
        public let missing: [UInt8]?

        /// Rows.
        public init(count: Int, places: [Int32]?, starts: [Int32], missing: [UInt8]?) {
            self.count = count
            self.places = places
            self.starts = starts
            self.missing = missing
        }
    }

    /// The rows of each set of the form, by its place in the layout.
    public let sets: [Rows]

    /// For each record, the row of the unit's record of an earlier round; −1 where there is none.
    public let earlier: [Int32]

    /// The rows of all sets.
    public init(_ sets: [Rows], earlier: [Int32] = []) {
        self.sets = sets
        self.earlier = earlier
    }
}
