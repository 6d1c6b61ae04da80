import FormModel

/// Why a record does not stand behind a figure.
public enum Exclusion: Hashable, Sendable {
    /// Its status does not count: incomplete, sent back, rejected.
    case status(RecordStatus)
    /// Its visit did not end with a completed interview.
    case result(VisitResult)
    /// It is dated after the day of the figure.
    case later
    /// It is older than its form lets a record hold.
    case expired
    /// The unit has a later record.
    case superseded
    /// It belongs to another round, and rounds are taken whole.
    case otherRound
    /// Its date lies outside of the period.
    case outsidePeriod
}

/// How a figure came about, step by step: each step says how many are left of the one before.
public struct FigureExplanation: Sendable {
    /// The records of the form that the store has.
    public var records = 0
    /// Those that were not taken, by why.
    public var excluded: [Exclusion: Int] = [:]
    /// Those that were taken.
    public var selected = 0
    /// Rows of the roster in them; `nil` for an indicator over the records themselves.
    public var rows: Int?
    /// Rows of members who left, or that were listed twice: they stay in their records and enter no figure.
    public var away = 0
    /// What the filters leave of the records or rows.
    public var kept = 0
    /// Not concerned: `among` is false, or a number function gave `nil`.
    public var outOfScope = 0
    /// Concerned or not: unknown, by reason.
    public var missingAmong: [MissingReason: Int] = [:]
    /// Concerned, and what is computed is missing, by reason.
    public var missing: [MissingReason: Int] = [:]
    /// The formula failed.
    public var failed = 0
    /// What entered the sums.
    public var counted = 0
    /// Of a share or count, those that fulfil the condition.
    public var holding: Int?
}

/// Why one record counts in a figure or not.
public struct RecordExplanation: Sendable {
    /// What became of a record, or of a row in it.
    public enum Outcome: Hashable, Sendable {
        /// `among` is false, or the number is `nil`.
        case outOfScope
        /// Whether it is concerned is not known.
        case missingAmong(MissingReason)
        /// It is concerned, and what is computed is missing.
        case missing(MissingReason)
        /// The formula failed, and where.
        case failed(FormulaFault?)
        /// It adds this to numerator and denominator, before its weight.
        case counted(numerator: Double, denominator: Double)
        /// A milestone's date.
        case dated(Day)
    }

    /// A record, or a row in it.
    public struct Part: Sendable {
        /// What it is called: the id, in a roster with the row's place.
        public let name: String
        /// What became of it.
        public let outcome: Outcome
        /// What it stands for.
        public let weight: Double
        /// Whether the filters leave it out.
        public let isFilteredOut: Bool
    }

    /// Why the record was not taken at all; `nil` for one that was.
    public var exclusion: Exclusion?
    /// The record, or its rows, where it was taken.
    public var parts: [Part] = []
}
