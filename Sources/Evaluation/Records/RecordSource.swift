import Columns
import FormModel
import Messages

/// Where figures come from: the records of a store as columns. A store, a test's records and a cache are such sources.
public protocol RecordSource: AnyObject {
    /// Told before anything else is asked of a form: the fields that figures will need, so that a source may read its tables
    /// once. One that need not never asks which they are.
    func readAhead(_ fields: () -> [(field: Field, set: RecordSet)], of layout: FormLayout) throws(Message)
    /// The heads of all records of a form, in the source's order.
    func headers(of layout: FormLayout) throws(Message) -> RecordHeaders
    /// The rows of a roster: for each row of the parent's set where its rows begin, and at last where they end. Rows stand
    /// in the order of their parents, records in that of `headers`.
    func starts(of set: RecordSet, in layout: FormLayout) throws(Message) -> [Int32]
    /// Fields of a set, a row for each record or each row of the roster.
    func columns(_ fields: [Field], of set: RecordSet, in layout: FormLayout) throws(Message) -> [CodedColumn]
    /// What identifies the state of all records (`records` in `cli.md`).
    var recordsState: String { get throws(Message) }
}

extension RecordSource {
    /// Nothing is read ahead.
    public func readAhead(_ fields: () -> [(field: Field, set: RecordSet)], of layout: FormLayout) throws(Message) {}
}

/// The heads of a form's records, a place a record.
public struct RecordHeaders: Sendable {
    /// The ids.
    public var ids: RecordIds
    /// The rounds.
    public var rounds: CodedList<String>
    /// The dates.
    public var dates: CodedList<Day>
    /// Whether each enters figures.
    public var counts: [Bool]
    /// How each visit ended.
    public var results: CodedList<VisitResult>
    /// Where each stands; empty where a source does not tell.
    public var statuses = CodedList<RecordStatus>([])
    /// The version of the form that each was made with; empty where a source does not tell.
    public var formVersions = CodedList<Int>([])

    /// How many records there are.
    public var count: Int { dates.count }
    /// Their places.
    public var indices: Range<Int> { dates.indices }

    /// Whether a record was begun and may yet be finished: saved before its end, or sent back.
    func isUnfinished(_ place: Int) -> Bool {
        guard statuses.indices.contains(place), [.completed, .partlyCompleted].contains(results[place]) else {
            return false
        }
        return statuses[place] == .incomplete || statuses[place] == .returned
    }

    /// Heads.
    public init(
        ids: RecordIds, rounds: CodedList<String>, dates: CodedList<Day>, counts: [Bool],
        results: CodedList<VisitResult>
    ) {
        self.ids = ids
        self.rounds = rounds
        self.dates = dates
        self.counts = counts
        self.results = results
    }
}

/// The ids of records, which most evaluations never name: they are read when the first is asked for.
public final class RecordIds: @unchecked Sendable {
    // Belongs to the one thread of its evaluation.

    private var known: [String]?
    private let load: () -> [String]

    /// Ids that are at hand.
    public init(_ ids: [String]) {
        known = ids
        load = { ids }
    }

    /// Ids that are read when they are needed.
    public init(_ load: @escaping () -> [String]) { self.load = load }

    /// All ids, in the order of the records.
    public var all: [String] {
        if let known { return known }
        let ids = load()
        known = ids
        return ids
    }

    /// The id of a record.
    public subscript(place: Int) -> String {
        let ids = all
        return ids.indices.contains(place) ? ids[place] : "?"
    }
}
