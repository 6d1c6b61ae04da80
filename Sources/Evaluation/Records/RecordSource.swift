import FormModel
import Messages

/// Where figures come from: the records of a store as columns. A store, a test's records and a cache are such sources.
public protocol RecordSource: AnyObject {
    /// The heads of all records of a form, in the source's order.
    func headers(of layout: FormLayout) throws(Message) -> RecordHeaders
    /// The rows of a set: for each, its record and its parent's row; records in the order of `headers`.
    func rows(of set: RecordSet, in layout: FormLayout) throws(Message) -> SetRows
    /// A field of a set, a row for each of `rows`.
    func column(_ field: Field, of set: RecordSet, in layout: FormLayout) throws(Message) -> FieldColumn
    /// What identifies the state of all records (`records` in `cli.md`).
    var recordsState: String { get throws(Message) }
}

/// The heads of a form's records, a place a record.
public struct RecordHeaders: Sendable {
    /// The ids.
    public var ids: [String]
    /// The rounds.
    public var rounds: [String]
    /// The dates.
    public var dates: [Day]
    /// Whether each enters figures.
    public var counts: [Bool]
    /// How each visit ended.
    public var results: [VisitResult]
    /// Where each stands; empty where a source does not tell.
    public var statuses: [RecordStatus] = []
    /// The version of the form that each was made with; empty where a source does not tell.
    public var formVersions: [Int] = []

    /// Whether a record was begun and may yet be finished: saved before its end, or sent back.
    func isUnfinished(_ place: Int) -> Bool {
        guard statuses.indices.contains(place), [.completed, .partlyCompleted].contains(results[place]) else {
            return false
        }
        return statuses[place] == .incomplete || statuses[place] == .returned
    }

    /// Heads.
    public init(ids: [String], rounds: [String], dates: [Day], counts: [Bool], results: [VisitResult]) {
        self.ids = ids
        self.rounds = rounds
        self.dates = dates
        self.counts = counts
        self.results = results
    }
}

/// The rows of a set.
public struct SetRows: Sendable {
    /// The place of each row's record among the heads.
    public var records: [Int32]
    /// The place of each row's parent among the rows of the parent's set; for the records themselves, their own place.
    public var parents: [Int32]

    /// Rows.
    public init(records: [Int32], parents: [Int32]) {
        self.records = records
        self.parents = parents
    }
}
