import FormModel
import Foundation

/// What a draft is for.
public enum DraftPurpose: Hashable, Sendable {
    /// A record that the store does not have.
    case new
    /// A new version of a record, begun from the version named.
    case edit(record: String, version: Int)
}

/// A field of a unit's key, and its value as text.
public struct KeyPart: Hashable, Sendable {
    /// The field.
    public var field: String
    /// Its value.
    public var value: String

    /// A part of a key.
    public init(field: String, value: String) {
        self.field = field
        self.value = value
    }
}

/// What a draft is about: fixed when it is made, but for the unit.
public struct DraftHeader: Hashable, Sendable {
    /// The form.
    public var form: String
    /// The form's version.
    public var formVersion: Int
    /// SHA-256 of the form's text, in hexadecimal.
    public var formHash: String
    /// The round.
    public var round: String
    /// The record's day: what `today()` gives, however long the interview lasts.
    public var day: Day
    /// The language it began in, such as `vi`.
    public var language: String
    /// Who began it.
    public var who: String
    /// On which device.
    public var device: String?
    /// When; kept to the millisecond.
    public var openedAt: Date
    /// What it is for.
    public var purpose: DraftPurpose
    /// The key of the unit, as far as it is known.
    public var unit: [KeyPart]

    /// A header.
    public init(
        form: String, formVersion: Int, formHash: String, round: String, day: Day, language: String, who: String,
        device: String? = nil, openedAt: Date, purpose: DraftPurpose = .new, unit: [KeyPart] = []
    ) {
        self.form = form
        self.formVersion = formVersion
        self.formHash = formHash
        self.round = round
        self.day = day
        self.language = language
        self.who = who
        self.device = device
        self.openedAt = openedAt
        self.purpose = purpose
        self.unit = unit
    }
}

/// Who has a draft open, as far as they told.
public struct DraftHolder: Hashable, Sendable {
    /// Who.
    public let who: String
    /// The number of the process.
    public let process: Int
    /// The machine.
    public let host: String
    /// When it was opened.
    public let since: Date
}

/// A draft in the list of drafts.
public struct DraftSummary: Hashable, Sendable {
    /// The draft's id: six letters and digits that can be read aloud.
    public let id: String
    /// What it is about.
    public let header: DraftHeader
    /// What the last step called it, such as the unit's place; empty if nothing.
    public let label: String
    /// When it was last written, by the clock of the device.
    public let changedAt: Date
    /// How many questions have an answer: a value or a special answer.
    public let answerCount: Int
    /// Whether a process has it open now.
    public let isHeld: Bool
    /// Who has it open; `nil` where nobody has, or nothing is known of them.
    public let holder: DraftHolder?
}

/// A file of the workspace, as it was when a draft began (`semantics.md` 2.11).
public struct DraftSource: Hashable, Sendable {
    /// The path below the workspace.
    public var path: String
    /// The bytes.
    public var bytes: [UInt8]

    /// A file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
