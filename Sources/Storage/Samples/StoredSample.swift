import Foundation
import Sampling

/// A sample as the store keeps it.
public struct StoredSample: Hashable, Sendable {
    /// The design it was drawn for.
    public var design: String
    /// The form that its units are asked.
    public var form: String
    /// The round.
    public var round: String
    /// The names of the form's key fields, in the order of each unit's key.
    public var keyFields: [String]
    /// The seed.
    public var seed: UInt64
    /// When it was drawn; kept to the millisecond.
    public var drawnAt: Date
    /// By whom.
    public var who: String
    /// The units, stratum by stratum.
    public var units: [DrawnUnit]

    /// A sample.
    public init(
        design: String, form: String, round: String, keyFields: [String], seed: UInt64, drawnAt: Date, who: String,
        units: [DrawnUnit]
    ) {
        self.design = design
        self.form = form
        self.round = round
        self.keyFields = keyFields
        self.seed = seed
        self.drawnAt = drawnAt
        self.who = who
        self.units = units
    }

    /// Whether another is the same draw, whoever made it when.
    public func isSameDraw(as other: StoredSample) -> Bool {
        design == other.design && form == other.form && round == other.round && keyFields == other.keyFields
            && seed == other.seed && units == other.units
    }
}

/// What became of a sample that was to be kept.
public enum SampleOutcome: Hashable, Sendable {
    /// It is kept.
    case kept
    /// It was there already.
    case unchanged
    /// Another one is there for the design and round, and stays.
    case refused(StoredSample)
    /// It took the place of another.
    case replaced(StoredSample)
}
