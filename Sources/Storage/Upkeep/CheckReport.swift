/// Something that is wrong in a store.
public struct CheckProblem: Hashable, Sendable {
    /// What kind of thing is wrong.
    public enum Kind: String, Sendable, CaseIterable {
        /// SQLite finds its file damaged.
        case damagedFile = "damaged_file"
        /// A row refers to one that is not there.
        case brokenReference = "broken_reference"
        /// A content does not have the hash that was kept with it.
        case wrongHash = "wrong_hash"
        /// A content cannot be read, or is another record's.
        case wrongContent = "wrong_content"
        /// A record has no current version.
        case noVersion = "no_version"
        /// A personal value does not fit its commitment, or has none.
        case wrongPersonalValue = "wrong_personal_value"
        /// The sum of hashes is not the sum of the hashes.
        case wrongSum = "wrong_sum"
        /// A typed table does not say what the newest version says.
        case wrongTable = "wrong_table"
        /// An event of a record's log does not follow from the one before it.
        case brokenChain = "broken_chain"
        /// A record's log lacks an event.
        case lostEvent = "lost_event"
        /// An event cannot be read, or is another event.
        case wrongEvent = "wrong_event"
    }

    /// What kind of thing is wrong.
    public let kind: Kind
    /// The form, where it is about a record.
    public let form: String?
    /// The record's id, where it is about one.
    public let record: String?
    /// Where and what, for who mends it; no personal value.
    public let detail: String

    init(_ kind: Kind, form: String? = nil, record: String? = nil, detail: String) {
        self.kind = kind
        self.form = form
        self.record = record
        self.detail = detail
    }
}

/// What a check of a store found.
public struct CheckReport: Hashable, Sendable {
    /// How many records were looked at.
    public internal(set) var records = 0
    /// How many versions of records.
    public internal(set) var versions = 0
    /// How many events of records' logs.
    public internal(set) var events = 0
    /// What is wrong; empty if nothing is.
    public internal(set) var problems: [CheckProblem] = []

    init() {}

    /// Whether nothing is wrong.
    public var isSound: Bool { problems.isEmpty }

    mutating func note(_ kind: CheckProblem.Kind, form: String? = nil, record: String? = nil, _ detail: String) {
        problems.append(CheckProblem(kind, form: form, record: record, detail: detail))
    }
}
