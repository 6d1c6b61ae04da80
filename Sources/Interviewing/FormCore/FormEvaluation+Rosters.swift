import FormModel
import LuaRuntime
import Messages
import Scripting

/// The rows of rosters.
extension FormEvaluation {
    /// The rows of a roster: those that are given, or drawn, where it is asked and their number is known.
    func rows(ofRoster place: Int, _ instance: FormInstance) throws(Unsettled) -> RosterRows {
        let set = layout.sets[layout.sets[instance.set].rosters[place]]
        guard let roster = set.roster else { return .rows([]) }
        let given = instance.given.rosters[place].count
        switch try relevance(ofRoster: place, roster, instance) {
        case .notAsked:
            if given > 0, source.refusesUnasked { reportRoster("E-ROW-004", place, roster, instance) }
            return .rows([])
        case .missing(let reason):
            if given > 0, source.refusesUnasked { reportRoster("E-ROW-004", place, roster, instance) }
            return .missing(reason)
        case .asked: break
        }
        switch try expectedRows(place, roster, instance) {
        case .missing(let reason):
            if given > 0, source.refusesUnasked {
                reportRoster("E-ROW-018", place, roster, instance, ["found": "\(given)"])
            }
            return .missing(reason)
        case .open: return made(source.rows(ofRoster: place, expected: nil, instance, in: self), place, instance)
        case .number(let count):
            let rows = source.rows(ofRoster: place, expected: count, instance, in: self)
            let member = set.field(.member)?.index
            let counted = rows.count { row in member.flatMap { MemberStatus(row.answers[$0]) }?.counts != false }
            if count != counted {
                let facts = ["expected": "\(count)", "found": "\(counted)"]
                reportRoster(member == nil ? "E-ROW-005" : "E-ROW-020", place, roster, instance, facts)
            }
            return made(rows, place, instance)
        }
    }

    private func reportRoster(
        _ code: String, _ place: Int, _ roster: Roster, _ instance: FormInstance, _ facts: [String: String] = [:]
    ) {
        let facts = facts.merging(["roster": roster.name]) { first, _ in first }
        report(.error, .roster(place), instance, Message(code, facts))
    }

    /// The rows; where they carry over, how many there must be depends on what has become of each.
    private func made(_ given: [GivenRow], _ place: Int, _ instance: FormInstance) -> RosterRows {
        let rows = add(given, place, instance)
        if let member = engine.plans[layout.sets[instance.set].rosters[place]].system.member {
            for row in rows { dependencies?.noteReading(of: FormTarget(row, .field(member))) }
        }
        return .rows(rows)
    }

    /// Makes the rows; those without a number get numbers beyond those given, which are permanent (`semantics.md` 2.5).
    private func add(_ given: [GivenRow], _ place: Int, _ parent: FormInstance) -> [FormInstance] {
        let set = layout.sets[layout.sets[parent.set].rosters[place]]
        // A number that is none counts for nothing here: it is told below.
        var next = (given.compactMap(\.row).filter(GivenRow.numbers.contains).max() ?? 0) + 1
        var taken: Set<Int> = []
        return given.enumerated().map { position, row in
            let number = row.row ?? next
            if row.row == nil { next += 1 }
            if !GivenRow.numbers.contains(number) || !taken.insert(number).inserted {
                report(
                    .error, .roster(place), parent, Message("E-ROW-019", ["roster": set.name, "row": "\(number)"]))
            }
            if let known = known(number, of: set.index, in: parent, at: position + 1) { return known }
            return add(row, set: set.index, parent: parent, position: position + 1, row: number)
        }
    }

    /// How many rows a roster has.
    private enum ExpectedRows {
        case number(Int)
        /// The interviewer decides; or the function that should say it failed.
        case open
        case missing(MissingReason)
    }

    private func expectedRows(_ place: Int, _ roster: Roster, _ instance: FormInstance) throws(Unsettled)
        -> ExpectedRows
    {
        switch roster.count {
        case nil: return .open
        case .constant(let count): return .number(count)
        case .computed(let function):
            switch try call(function, instance, for: .roster(place)) {
            case .value(.none): return .number(0)
            case .value(let value):
                if let count = value.wholeNumber, (0...100_000).contains(count) { return .number(Int(count)) }
                let facts = ["roster": roster.name, "found": value.shownWithoutText, "place": "\(function.place)"]
                report(.fault, .roster(place), instance, Message("E-COUNT-001", facts))
                return .open
            case .missing(let reason): return .missing(reason)
            case .fault: return .open
            }
        }
    }
}

extension LuaValue {
    /// A whole number, also one written as a float.
    fileprivate var wholeNumber: Int64? {
        switch self {
        case .integer(let number): number
        case .number(let number): Int64(exactly: number)
        default: nil
        }
    }
}
