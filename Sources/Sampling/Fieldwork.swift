import FormModel
import Foundation

/// What has become of a unit so far.
public struct UnitProgress: Hashable, Sendable {
    /// How its record of the round stands; `nil` while there is none.
    public var record: RecordStanding?
    /// How often it was visited.
    public var visits = 0
    /// When it was visited last.
    public var lastVisit: Date?
    /// Whether somebody has a draft of it.
    public var hasDraft = false

    /// How a record stands.
    public struct RecordStanding: Hashable, Sendable {
        /// Where it stands.
        public let status: RecordStatus
        /// How the last visit ended.
        public let result: VisitResult

        /// A standing.
        public init(status: RecordStatus, result: VisitResult) {
            self.status = status
            self.result = result
        }
    }

    /// Nothing yet.
    public init() {}

    /// Whether it has a record that counts.
    public var isCompleted: Bool { record.map { $0.status.counts && $0.result == .completed } ?? false }

    /// Whether it finally did not answer: for a reason that another visit does not change, or because nobody could be met
    /// in as many visits as the form allows.
    public func isFinalNonResponse(visitsMax: Int) -> Bool {
        guard let record else { return false }
        switch record.result {
        case .refused, .notFound, .movedAway, .vacant, .merged, .notEligible, .incapable: return true
        case .nobodyHome, .postponed: return visits >= visitsMax
        case .completed, .partlyCompleted: return false
        }
    }
}

/// Where the work on a unit stands.
public enum FieldState: String, Hashable, Sendable, CaseIterable {
    /// An appointment was made.
    case appointment
    /// Somebody has a draft of it.
    case draft
    /// Its record was sent back or refused: it is to be worked on again.
    case returned
    /// It was visited, and its record is not complete.
    case visited
    /// Nobody has been there yet.
    case notBegun = "not_begun"
    /// Its record is complete.
    case completed
    /// It finally did not answer.
    case nonResponse = "non_response"
    /// A unit of the reserve that is not to be asked.
    case closed
}

/// A unit of a sample with the state of the work on it.
public struct Assignment: Hashable, Sendable {
    /// The unit.
    public let unit: DrawnUnit
    /// What has become of it.
    public let progress: UnitProgress
    /// The state.
    public internal(set) var state: FieldState
    /// For an open unit of the reserve, the unit it stands in for; `nil` where it was begun without one.
    public internal(set) var replaces: DrawnUnit?
    /// For a unit that did not answer, the one of the reserve that was opened for it.
    public internal(set) var replacedBy: DrawnUnit?
}

/// A sample in the field: in come the drawn units and what has become of each, out goes what is to be done.
///
/// In each stratum the units of the reserve open in their order, one for each unit that finally did not answer, the one
/// first known of first; so is an opened one that does not answer itself. A unit of the reserve that was begun stays
/// open, whatever becomes of the others.
public struct Fieldwork: Sendable {
    /// The units in the order of the sample.
    public let assignments: [Assignment]

    /// A sample in the field.
    /// - Parameter visitsMax: how many visits a unit may need.
    public init(_ units: [DrawnUnit], visitsMax: Int, progress: (DrawnUnit) -> UnitProgress) {
        var all = units.map { unit in
            let progress = progress(unit)
            return Assignment(unit: unit, progress: progress, state: Fieldwork.state(progress, visitsMax))
        }
        for places in Dictionary(grouping: all.indices, by: { all[$0].unit.stratum }).values {
            Fieldwork.openReserve(&all, places, visitsMax)
        }
        assignments = all
    }

    private static func state(_ progress: UnitProgress, _ visitsMax: Int) -> FieldState {
        if progress.isCompleted { return .completed }
        if progress.hasDraft { return .draft }
        if progress.isFinalNonResponse(visitsMax: visitsMax) { return .nonResponse }
        guard let record = progress.record else { return .notBegun }
        switch (record.result, record.status) {
        case (.postponed, _): return .appointment
        case (.completed, .returned), (.completed, .rejected): return .returned
        default: return .visited
        }
    }

    /// Opens the reserve of one stratum, and closes the rest of it.
    private static func openReserve(_ all: inout [Assignment], _ places: [Int], _ visitsMax: Int) {
        func isFinal(_ place: Int) -> Bool { all[place].progress.isFinalNonResponse(visitsMax: visitsMax) }
        func precedes(_ first: Int, _ second: Int) -> Bool {
            let (one, other) = (all[first].progress.lastVisit, all[second].progress.lastVisit)
            if one != other { return (one ?? .distantPast) < (other ?? .distantPast) }
            return first < second
        }
        var waiting = places.filter { all[$0].unit.role == .main && isFinal($0) }.sorted(by: precedes)
        let reserve = places.filter { all[$0].unit.role == .reserve }
        for place in reserve.sorted(by: { all[$0].unit.number < all[$1].unit.number }) {
            if waiting.isEmpty {
                if all[place].state == .notBegun { all[place].state = .closed }
            } else {
                let first = waiting.removeFirst()
                all[place].replaces = all[first].unit
                all[first].replacedBy = all[place].unit
            }
            if isFinal(place) {
                waiting.append(place)
                waiting.sort(by: precedes)
            }
        }
    }
}
