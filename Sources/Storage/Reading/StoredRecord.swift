import FormModel
import Foundation

/// A record as it is kept.
public struct StoredRecord: Hashable, Sendable {
    /// What it says of itself.
    public let header: RecordHeader
    /// The record, with the answers of the layout it was asked for in.
    public let record: Record
    /// SHA-256 of its content, personal values as commitments, in hexadecimal.
    public let contentHash: String
}

/// One version of a record.
public struct RecordVersion: Hashable, Sendable {
    /// The record's version, from 1.
    public let version: Int
    /// The version of the form it was made with.
    public let formVersion: Int
    /// SHA-256 of that form version's text.
    public let formHash: String
    /// SHA-256 of the content.
    public let contentHash: String
    /// The canonical JSON, personal values as commitments.
    public let content: String
    /// When it was stored.
    public let storedAt: Date
    /// By whom.
    public let who: String
    /// On which device.
    public let device: String?
    /// The reason given.
    public let why: String?
    /// The key of the batch it came in, where it came from a file: the place among `batches`, from 1, over all forms.
    public let batch: Int?
}

/// Which records are wanted.
public struct RecordFilter: Hashable, Sendable {
    /// Only these ids; `nil` for all.
    public var ids: Set<String>?
    /// Only these rounds; `nil` for all.
    public var rounds: Set<String>?

    /// A filter; without arguments all records pass.
    public init(ids: Set<String>? = nil, rounds: Set<String>? = nil) {
        self.ids = ids
        self.rounds = rounds
    }
}
