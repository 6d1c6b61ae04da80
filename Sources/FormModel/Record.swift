/// Where a record stands between the interview and the figures.
public enum RecordStatus: String, Sendable, CaseIterable {
    /// Saved before its end.
    case incomplete
    /// Everything that must be answered is.
    case complete
    /// Checked and accepted by a supervisor.
    case approved
    /// Checked and refused.
    case rejected
    /// Sent back to the interviewer.
    case returned

    /// Whether records of this status enter figures, if their result is `completed` (`semantics.md` 3.1).
    public var counts: Bool {
        switch self {
        case .complete, .approved: true
        case .incomplete, .rejected, .returned: false
        }
    }
}

/// How a visit, and with it the record, ended.
public enum VisitResult: String, Sendable, CaseIterable, Codable {
    /// The interview was completed.
    case completed
    /// It was broken off.
    case partlyCompleted = "partly_completed"
    /// The unit declined.
    case refused
    /// Nobody was met.
    case nobodyHome = "nobody_home"
    /// Another day was agreed.
    case postponed
    /// The dwelling is vacant.
    case vacant
    /// The unit was not found.
    case notFound = "not_found"
    /// The unit moved away.
    case movedAway = "moved_away"
    /// The unit is now part of another.
    case merged
    /// The unit is not one of those asked.
    case notEligible = "not_eligible"
    /// The respondent cannot answer.
    case incapable

    /// Whether a unit with this result belongs to those who should have answered: coverage = completed ÷ eligible.
    public var isEligible: Bool {
        switch self {
        case .completed, .partlyCompleted, .refused, .nobodyHome, .postponed, .incapable, .notFound: true
        case .vacant, .movedAway, .merged, .notEligible: false
        }
    }
}

/// A row of a record: the answers of a set's fields, and the rows of the rosters in it.
public struct RecordRow: Hashable, Sendable {
    /// The row's permanent number within its roster (`_row`), from 1 and never reused; 1 for the record itself.
    public var row: Int
    /// An answer for each field of the set, in its order.
    public var answers: [Answer]
    /// The rows of each roster of the set, in its order.
    public var rosters: [[RecordRow]]

    /// A row.
    public init(row: Int = 1, answers: [Answer], rosters: [[RecordRow]]) {
        self.row = row
        self.answers = answers
        self.rosters = rosters
    }
}

/// One unit in one round (`semantics.md` 3.1).
public struct Record: Hashable, Sendable {
    /// The record's id: a hash of form, key and round, never the key itself.
    public var id: String
    /// The form's id.
    public var form: String
    /// The form's version.
    public var version: Int
    /// The round, such as `2026-H1`.
    public var round: String
    /// The day that dates the record.
    public var date: Day
    /// Where it stands.
    public var status: RecordStatus
    /// How the visit ended.
    public var result: VisitResult
    /// The answers.
    public var root: RecordRow

    /// A record.
    public init(
        id: String, form: String, version: Int, round: String, date: Day, status: RecordStatus, result: VisitResult,
        root: RecordRow
    ) {
        self.id = id
        self.form = form
        self.version = version
        self.round = round
        self.date = date
        self.status = status
        self.result = result
        self.root = root
    }

    /// Whether the record enters figures (`semantics.md` 3.1).
    public var counts: Bool { status.counts && result == .completed }
}
