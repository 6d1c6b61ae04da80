import Foundation

/// A recorded evaluation: what it was asked, from what it was made, and what came of it.
public struct RecordedRun: Hashable, Sendable {
    /// The id: a hash of scripts, records, as-of, known-at and options (`semantics.md` 3.14).
    public var id: String
    /// What came of it, as JSON.
    public var content: String
    /// What was asked, as JSON.
    public var request: String
    /// Which versions of records it saw.
    public var known: Known
    /// Who ran it.
    public var who: String
    /// When it was recorded, by the clock of the device; kept to the millisecond.
    public var at: Date
    /// The files it was made from: scripts, modules, lists.
    public var sources: [RunSource]

    /// A run.
    public init(
        id: String, content: String, request: String, known: Known, who: String, at: Date, sources: [RunSource] = []
    ) {
        self.id = id
        self.content = content
        self.request = request
        self.known = known
        self.who = who
        self.at = at
        self.sources = sources
    }
}

/// A file of the workspace as a run used it.
public struct RunSource: Hashable, Sendable {
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

/// A period that was closed, or opened again.
public struct PeriodClosing: Hashable, Sendable {
    /// The period's id.
    public var period: String
    /// The run that the signed report uses; `nil` where the period was opened again.
    public var run: String?
    /// Why, or what is to be known of it.
    public var note: String
    /// Who did it.
    public var who: String
    /// When.
    public var at: Date

    /// A closing.
    public init(period: String, run: String?, note: String, who: String, at: Date) {
        self.period = period
        self.run = run
        self.note = note
        self.who = who
        self.at = at
    }
}
