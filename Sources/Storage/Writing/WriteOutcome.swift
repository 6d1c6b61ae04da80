import FormModel
import Foundation

/// What is done with a record whose id is known and whose content is another.
public enum KnownRecords: Hashable, Sendable {
    /// It is refused, with the differences; nothing of it is written.
    case refuse
    /// It becomes a new version.
    case update
}

/// Whether records were collected or made up for a demonstration.
public enum DataOrigin: String, Hashable, Sendable {
    /// Nothing but demo data, which may be replaced.
    case demo
    /// Collected data, alone or beside demo data.
    case collected
}

/// Who writes, when, with what and why: kept with every version.
public struct WriteSource: Hashable, Sendable {
    /// Who.
    public var who: String
    /// When; kept to the millisecond. A version is never older than the one it follows.
    public var at: Date
    /// The device.
    public var device: String?
    /// The reason given for an edit.
    public var why: String?
    /// The batch that the records come in, where they come from a file.
    public var batch: BatchSource?
    /// What is done with a record that is known with other content.
    public var known: KnownRecords
    /// Whether the records are made up.
    public var origin: DataOrigin

    /// A source.
    public init(
        who: String, at: Date, device: String? = nil, why: String? = nil, batch: BatchSource? = nil,
        known: KnownRecords = .refuse, origin: DataOrigin = .collected
    ) {
        self.who = who
        self.at = at
        self.device = device
        self.why = why
        self.batch = batch
        self.known = known
        self.origin = origin
    }
}

/// The file that a batch of records comes from.
public struct BatchSource: Hashable, Sendable {
    /// The name given with `--batch`.
    public var name: String?
    /// SHA-256 of the file, in hexadecimal.
    public var fileHash: String

    /// A batch.
    public init(name: String? = nil, fileHash: String) {
        self.name = name
        self.fileHash = fileHash
    }
}

/// What became of a record that was written.
public enum WriteOutcome: Hashable, Sendable {
    /// It is new; its number within the form.
    case inserted(number: Int)
    /// The store has it already, with this content.
    case unchanged
    /// It has a new version.
    case updated(version: Int)
    /// The store has it with other content, and `KnownRecords.refuse` was asked for.
    case conflict([Difference])
}

/// How many records met which outcome.
public struct WriteTally: Hashable, Sendable {
    /// New records.
    public internal(set) var inserted = 0
    /// Records known with this content.
    public internal(set) var unchanged = 0
    /// Records with a new version.
    public internal(set) var updated = 0
    /// Records refused for another content.
    public internal(set) var conflicts = 0

    /// Nothing yet.
    public init() {}

    mutating func count(_ outcome: WriteOutcome) {
        switch outcome {
        case .inserted: inserted += 1
        case .unchanged: unchanged += 1
        case .updated: updated += 1
        case .conflict: conflicts += 1
        }
    }
}

/// One place where two contents of a record differ.
public struct Difference: Hashable, Sendable {
    /// The place: `area`, `person[3].age` with the row's permanent number, `_date`; `person[3]` for a row without answers,
    /// `person` for the order of the rows (given as their numbers).
    public let path: String
    /// What the store has; `nil` where it has no such row.
    public let old: Answer?
    /// What was given; `nil` where the row is gone.
    public let new: Answer?
    /// Whether the field is personal: then a message must not show the values.
    public let personal: Bool
}
