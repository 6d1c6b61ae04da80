import FormModel

/// What a record says of itself beside its answers.
public struct RecordHeader: Hashable, Sendable {
    /// The record's number within its form, from 1, in the order the records came.
    public let number: Int
    /// Its id.
    public let id: String
    /// The form.
    public let form: String
    /// The record's version, from 1.
    public let version: Int
    /// The version of the form it was made with.
    public let formVersion: Int
    /// The round.
    public let round: String
    /// The day that dates it.
    public let date: Day
    /// Where it stands.
    public let status: RecordStatus
    /// How the visit ended.
    public let result: VisitResult
}

/// The headers of a form's records as columns, ordered by record number. The place of a record here is what
/// `SetColumns.records` refers to.
public struct RecordHeaders: Hashable, Sendable {
    /// The form.
    public let form: String
    /// The numbers within the form.
    public private(set) var numbers: [Int] = []
    /// The ids.
    public private(set) var ids: [String] = []
    /// The records' versions.
    public private(set) var versions: [Int] = []
    /// The versions of the form they were made with.
    public private(set) var formVersions: [Int] = []
    /// The rounds.
    public private(set) var rounds: [String] = []
    /// The days that date them.
    public private(set) var dates: [Day] = []
    /// Where they stand.
    public private(set) var statuses: [RecordStatus] = []
    /// How the visits ended.
    public private(set) var results: [VisitResult] = []

    init(form: String) {
        self.form = form
    }

    /// How many records there are.
    public var count: Int { numbers.count }

    /// The header at a place.
    public subscript(place: Int) -> RecordHeader {
        RecordHeader(
            number: numbers[place], id: ids[place], form: form, version: versions[place],
            formVersion: formVersions[place], round: rounds[place], date: dates[place], status: statuses[place],
            result: results[place])
    }

    /// Whether the record at a place enters figures (`semantics.md` 3.1).
    public func counts(_ place: Int) -> Bool { statuses[place].counts && results[place] == .completed }

    mutating func append(_ header: RecordHeader) {
        numbers.append(header.number)
        ids.append(header.id)
        versions.append(header.version)
        formVersions.append(header.formVersion)
        rounds.append(header.round)
        dates.append(header.date)
        statuses.append(header.status)
        results.append(header.result)
    }
}

/// How many current records of a form and round stand where.
public struct RecordCount: Hashable, Sendable {
    /// The form.
    public let form: String
    /// The round.
    public let round: String
    /// Where they stand.
    public let status: RecordStatus
    /// How the visits ended.
    public let result: VisitResult
    /// How many.
    public let count: Int
}
