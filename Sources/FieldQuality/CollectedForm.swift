import FormModel
import Foundation

/// The records of one form, and what is known of how they came about: what a check of the fieldwork starts from.
///
/// What comes in are records as columns, visits, and the interviews' traces; what goes out are counts and rates for each
/// of some groups of records, such as villages or interviewers (`RecordGroups`). Nothing here reads a store, runs a
/// script or writes a word, and no statistic gives a personal value away.
///
/// ```swift
/// let groups = try RecordGroups(form, by: [.interviewer], included: form.records.map { $0.round == "2026-H1" })
/// let progress = FieldProgress.of(form, groups)        // one for each of groups.keys
/// ```
public struct CollectedForm: Sendable {
    /// The form's shape.
    public let layout: FormLayout
    /// The records' heads, whatever their status.
    public let records: [CollectedRecord]
    /// The answers of each set of the layout, in its order.
    public let sets: [CollectedRows]
    /// The visits, in any order.
    public var visits: [FieldVisit] = []
    /// Who should be interviewed; `nil` where that is not known, such as for a sample without a list of assignments.
    public var assigned: [AssignedUnit]?

    /// The records of a form.
    public init(layout: FormLayout, records: [CollectedRecord], sets: [CollectedRows]) {
        self.layout = layout
        self.records = records
        self.sets = sets
    }

    /// Who interviewed for each record: who completed it, else who came last; `nil` where no visit is known.
    public var interviewers: [String?] {
        var known = [FieldVisit?](repeating: nil, count: records.count)
        for visit in visits {
            guard let other = known[visit.record] else {
                known[visit.record] = visit
                continue
            }
            let (completes, completed) = (visit.result == .completed, other.result == .completed)
            if completes != completed ? completes : visit.startedAt >= other.startedAt { known[visit.record] = visit }
        }
        return known.map { $0?.who }
    }

    /// The number of records among `rows` of a set: a row of a roster belongs to the record it stands in.
    func record(of row: Int, in set: Int) -> Int { Int(sets[set].records[row]) }
}

/// What a record says of itself.
public struct CollectedRecord: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Its round.
    public var round: String
    /// The day that dates it.
    public var date: Day
    /// Where it stands.
    public var status: RecordStatus
    /// How the last visit ended.
    public var result: VisitResult

    /// A record's head.
    public init(id: String, round: String, date: Day, status: RecordStatus, result: VisitResult) {
        self.id = id
        self.round = round
        self.date = date
        self.status = status
        self.result = result
    }

    /// Whether it enters figures (`semantics.md` 3.1): a completed interview.
    public var counts: Bool { status.counts && result == .completed }
}

/// The rows of one set of a form as columns.
public struct CollectedRows: Sendable {
    /// For each row the place of its record among the heads.
    public var records: [Int32]
    /// For each field of the set its answers, a row for each of `records`.
    public var columns: [FieldColumn]

    /// Rows.
    public init(records: [Int32], columns: [FieldColumn]) {
        self.records = records
        self.columns = columns
    }
}

/// A visit to a unit, or an attempt.
public struct FieldVisit: Hashable, Sendable {
    /// The place of the record among the heads.
    public var record: Int
    /// When it began.
    public var startedAt: Date
    /// When it ended, where that is known.
    public var endedAt: Date?
    /// Who came.
    public var who: String
    /// How it ended.
    public var result: VisitResult

    /// A visit.
    public init(record: Int, startedAt: Date, endedAt: Date? = nil, who: String, result: VisitResult) {
        self.record = record
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.who = who
        self.result = result
    }
}

/// A unit that should be interviewed.
public struct AssignedUnit: Hashable, Sendable {
    /// Its key, in the order of the form's key.
    public var key: [String]
    /// To whom it was given; `nil` where it was given to nobody in particular.
    public var interviewer: String?

    /// A unit.
    public init(key: [String], interviewer: String? = nil) {
        self.key = key
        self.interviewer = interviewer
    }
}
