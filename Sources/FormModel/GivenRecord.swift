/// What someone gives for a row of a record, before the form has judged it: the cells of a CSV line, the answers of a
/// draft, the draws of a simulation.
public struct GivenRow: Hashable, Sendable {
    /// The row's permanent number where it is given (`_row`).
    public var row: Int?
    /// For each field of the set: what is given, or `nil` where nothing is (an empty cell).
    /// `.notAsked` is given where the source says so (`_reason.FIELD` = `not_asked`).
    public var answers: [Answer?]
    /// The rows of each roster of the set.
    public var rosters: [[GivenRow]]
    /// Where the row comes from: a number that the giver understands, such as a line; problems carry it back.
    public var source: Int

    /// The numbers that a row may have: as many as no roster ever needs, and far from where arithmetic ends.
    public static let numbers = 1...1_000_000_000

    /// A row with nothing given yet.
    public init(of set: RecordSet, source: Int = 0) {
        self.row = nil
        self.answers = Array(repeating: nil, count: set.fields.count)
        self.rosters = Array(repeating: [], count: set.rosters.count)
        self.source = source
    }
}

/// What someone gives for a whole record.
public struct GivenRecord: Hashable, Sendable {
    /// `_id`, where given.
    public var id: String?
    /// `_round`, where given.
    public var round: String?
    /// `_date`, where given.
    public var date: Day?
    /// `_status`, where given.
    public var status: RecordStatus?
    /// `_result`, where given.
    public var result: VisitResult?
    /// The answers.
    public var root: GivenRow

    /// A record with nothing but its answers.
    public init(root: GivenRow) {
        self.root = root
    }
}
