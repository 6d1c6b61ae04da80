import FormModel

/// What the check of one rule gave: `checked` is the sum of `passed`, `failed`, `missingCount` and `faulty`.
public struct ValidationResult: Hashable, Sendable {
    /// The rule.
    public let validation: Validation
    /// How many rows keep it.
    public var passed = 0
    /// How many rows break it: records, members of a roster, or rows of a split.
    public var failed = 0
    /// How many records these rows belong to; the number of rows for a rule between forms.
    public var failedRecords = 0
    /// How many rows could not be evaluated, since an answer that the rule reads is missing, by reason.
    public var missing: [MissingReason: Int] = [:]
    /// On how many rows the rule itself failed.
    public var faulty = 0
    /// How many rows the rule is not about: `among` does not hold, or there is nothing to compare.
    public var notApplicable = 0
    /// How many records of a rule between rounds have no earlier one to be compared with.
    public var noEarlier = 0
    /// What went wrong in the rule, like with like.
    public var faults: [FaultGroup] = []
    /// The first rows that break it, in the order of their units.
    public var failures: [ValidationFailure] = []

    /// A result of a rule that was asked of nothing yet.
    public init(_ validation: Validation) {
        self.validation = validation
    }

    /// How many rows could not be evaluated.
    public var missingCount: Int { missing.values.reduce(0, +) }

    /// How many rows the rule was asked of.
    public var checked: Int { passed + failed + missingCount + faulty }

    /// Whether nothing is to be said of the rule: it is nowhere broken, nowhere failed, and was evaluated everywhere.
    public var isClean: Bool { failed == 0 && faulty == 0 && missing.isEmpty }
}

/// A row that breaks a rule.
public struct ValidationFailure: Hashable, Sendable {
    /// The id of the record; `nil` for a row of a rule between forms.
    public let record: String?
    /// The row in the record's rosters, such as `person[3]`; `nil` for the record itself.
    public let row: String?
    /// The record's round.
    public let round: String?
    /// The day that dates the record.
    public let date: Day?
    /// What names the unit, as far as it is not personal; for a rule between forms the row of its split.
    public let unit: [KeyPart]
    /// What is wrong.
    public let message: String
    /// The other records that the row was compared with: those alike, or the earlier one.
    public let others: [String]

    /// One field of a key.
    public struct KeyPart: Hashable, Sendable {
        /// The field's name.
        public let name: String
        /// Its value.
        public let key: String
        /// What the value is called.
        public let label: String
    }

    /// How many of the other records are told.
    static let othersTold = 5
}
