import FormModel

/// How a unit stands in the fieldwork, in the terms of AAPOR, "Standard Definitions", 10th edition (2023).
public enum Disposition: Sendable, CaseIterable {
    /// A completed interview that counts (I).
    case complete
    /// Partly completed, saved before its end, or sent back to be mended (P).
    case partial
    /// Refused (R).
    case refusal
    /// Nobody met (NC).
    case nonContact
    /// Met, but no interview: another day agreed, unable to answer, an interview that was rejected (O).
    case other
    /// Not found: it is not known whether the unit is one of those asked (UH).
    case unknownEligibility
    /// Vacant, moved away, part of another unit, not one of those asked.
    case notEligible

    /// The disposition of a record.
    public init(_ status: RecordStatus, _ result: VisitResult) {
        switch result {
        case .completed:
            self =
                switch status {
                case .complete, .approved: .complete
                case .incomplete, .returned: .partial
                case .rejected: .other
                }
        case .partlyCompleted: self = .partial
        case .refused: self = .refusal
        case .nobodyHome: self = .nonContact
        case .postponed, .incapable: self = .other
        case .notFound: self = .unknownEligibility
        case .vacant, .movedAway, .merged, .notEligible: self = .notEligible
        }
    }
}

/// How far the fieldwork is, and how it ended, in one group.
public struct FieldProgress: Hashable, Sendable {
    /// The units assigned; `nil` where nobody knows.
    public var assigned: Int?
    /// The records by disposition.
    public var records: [Disposition: Int] = [:]
    /// The records by status.
    public var statuses: [RecordStatus: Int] = [:]
    /// The visits made to their units.
    public var visits = 0

    /// How many records have a disposition.
    public func count(_ disposition: Disposition) -> Int { records[disposition] ?? 0 }

    /// All records.
    public var total: Int { records.values.reduce(0, +) }

    /// The units that have no record yet; 0 where nobody knows how many were assigned.
    public var untouched: Int { max(0, (assigned ?? 0) - total) }

    /// Those met: (I + P) + R + O.
    private var contacted: Int { count(.complete) + count(.partial) + count(.refusal) + count(.other) }

    /// All that may be eligible: (I + P) + (R + NC + O) + (UH + UO). Units without a record are among the unknown.
    private var eligible: Int { contacted + count(.nonContact) + count(.unknownEligibility) + untouched }

    /// Response rate 1 of AAPOR (2023), the least: I ÷ ((I + P) + (R + NC + O) + (UH + UO)), in percent.
    public var responseRate: Double? { FieldProgress.percent(count(.complete), of: eligible) }

    /// Cooperation rate 1 of AAPOR (2023): I ÷ ((I + P) + R + O), in percent.
    public var cooperationRate: Double? { FieldProgress.percent(count(.complete), of: contacted) }

    /// Refusal rate 1 of AAPOR (2023): R ÷ ((I + P) + (R + NC + O) + (UH + UO)), in percent.
    public var refusalRate: Double? { FieldProgress.percent(count(.refusal), of: eligible) }

    /// Contact rate 1 of AAPOR (2023): ((I + P) + R + O) ÷ ((I + P) + R + O + NC + (UH + UO)), in percent.
    public var contactRate: Double? { FieldProgress.percent(contacted, of: eligible) }

    static func percent(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? 100 * Double(part) / Double(whole) : nil
    }

    /// The progress of each group.
    public static func of(_ form: CollectedForm, _ groups: RecordGroups) -> [FieldProgress] {
        var all = groups.keys.map { _ in FieldProgress(assigned: groups.tellsUnits ? 0 : nil) }
        for unit in groups.ofUnit { if let unit { all[unit].assigned = (all[unit].assigned ?? 0) + 1 } }
        for (place, record) in form.records.enumerated() {
            guard let group = groups.ofRecord[place] else { continue }
            all[group].records[Disposition(record.status, record.result), default: 0] += 1
            all[group].statuses[record.status, default: 0] += 1
        }
        for visit in form.visits { if let group = groups.ofRecord[visit.record] { all[group].visits += 1 } }
        return all
    }
}
