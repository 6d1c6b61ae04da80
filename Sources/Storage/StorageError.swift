/// What went wrong with a store: a stable code, where, and facts. The sentence a person reads is made elsewhere;
/// `description` is for logs and developers.
public struct StorageError: Error, Hashable, Sendable {
    /// What kind of failure it is.
    public enum Code: String, Sendable, CaseIterable {
        /// The file is no Chiso store. Fact: `found`.
        case notAStore = "not_a_store"
        /// A newer program made the store. Facts: `schema`, `known`.
        case newerSchema = "newer_schema"
        /// There is no file of that name.
        case noSuchFile = "no_such_file"
        /// Whether there is a store cannot be told: what leads to it is not there, or may not be entered. Fact: `reason`.
        case unreachable
        /// The store lies on a file system of another machine, where SQLite's locks do not hold. Fact: `kind`.
        case networkFileSystem = "network_file_system"
        /// The store can only be read.
        case readOnly = "read_only"
        /// The store, or a copy of it, cannot be made there. Fact: `reason`.
        case cannotCreate = "cannot_create"
        /// The file may not be opened.
        case permissionDenied = "permission_denied"
        /// There is no room left on the disk.
        case diskFull = "disk_full"
        /// Reading or writing failed. Fact: `reason`.
        case inputOutput = "input_output"
        /// Another process holds the store.
        case locked
        /// The file is damaged. Fact: `reason`, and `record` where known.
        case corrupt
        /// A field's type in the form is not the one its column has. Facts: `field`, `set`, `stored`, `wanted`.
        case typeChanged = "type_changed"
        /// The form has another shape than its version had before. Facts: `form`, `version`, and those of
        /// `FormShapeChanges`.
        case shapeChanged = "shape_changed"
        /// A record or roster row has more fields than a table can hold. Facts: `set`, `count`, `limit`.
        case tooManyFields = "too_many_fields"
        /// A name cannot be a table or column. Facts: `name`, `reason`.
        case unstorableName = "unstorable_name"
        /// A record does not fit the form, or a value its field. Facts: `record`, `reason`, and `field` where known.
        case invalidRecord = "invalid_record"
        /// There is no such record. Facts: `form`, `record`.
        case noSuchRecord = "no_such_record"
        /// The file holds no drafts. Fact: `found`.
        case notDrafts = "not_drafts"
        /// The file of drafts is damaged. Fact: `reason`, and `draft` where known.
        case damagedDrafts = "damaged_drafts"
        /// There is no such draft, or it was finished. Fact: `draft`.
        case noSuchDraft = "no_such_draft"
        /// Another process, or another part of this one, holds the draft. Facts: `id`, and where known `who`, `process`,
        /// `host`, `since`.
        case draftInUse = "draft_in_use"
        /// A step does not fit its draft, or an answer cannot be kept. Facts: `draft`, `reason`, and `field` where known.
        case invalidDraft = "invalid_draft"
        /// SQLite or the program did something unforeseen. Fact: `reason`.
        case unexpected
    }

    /// What kind of failure it is.
    public let code: Code
    /// The file it is about.
    public let path: String
    /// What more is known, by the names given with the codes.
    public let facts: [String: String]

    /// A failure.
    public init(_ code: Code, path: String, facts: [String: String] = [:]) {
        self.code = code
        self.path = path
        self.facts = facts
    }
}

extension StorageError: CustomStringConvertible {
    /// The failure as an English sentence, for logs and developers.
    public var description: String {
        let known = facts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return known.isEmpty ? "\(path): \(sentence)" : "\(path): \(sentence) (\(known))"
    }

    private var sentence: String {
        switch code {
        case .notAStore: "this file is not a Chiso store"
        case .newerSchema: "the store was made by a newer version of this program"
        case .noSuchFile: "there is no such file"
        case .unreachable: "the store cannot be reached"
        case .networkFileSystem: "the store lies on a network file system; move it to a disk of this machine"
        case .readOnly: "the store can only be read"
        case .cannotCreate: "the file cannot be created"
        case .permissionDenied: "the file may not be opened"
        case .diskFull: "the disk is full; nothing was changed"
        case .inputOutput: "reading or writing failed"
        case .locked: "another process is using the store"
        case .corrupt: "the store is damaged"
        case .typeChanged: "the type of a field has changed; its data must be migrated first"
        case .shapeChanged: "the form has another shape than its version had; raise its version"
        case .tooManyFields: "the form has too many fields for one table"
        case .unstorableName: "the name cannot be used for a table or column"
        case .invalidRecord: "the record does not fit its form"
        case .noSuchRecord: "there is no such record"
        case .notDrafts: "this file holds no drafts of Chiso"
        case .damagedDrafts: "the file of drafts is damaged"
        case .noSuchDraft: "there is no such draft"
        case .draftInUse: "the draft is open elsewhere"
        case .invalidDraft: "the step does not fit its draft"
        case .unexpected: "unexpected failure"
        }
    }
}
