import FormModel
import Messages

/// Rows that are kept though their roster's count leaves no place for them.
public struct SurplusRows: Hashable, Sendable {
    /// The roster.
    public let roster: Spot
    /// Their permanent numbers.
    public let rows: [Int]

    var name: String { roster.description }
}

/// The rows of rosters.
extension Interview {
    /// All rows that are too many now, in rows that count themselves; those known from an earlier round never are: what
    /// has become of them is asked.
    public var surplusRows: [SurplusRows] {
        var found: [SurplusRows] = []
        let carried = state.carriedRows
        func visit(_ instance: FormInstance) {
            for (place, set) in layout.sets[instance.set].rosters.enumerated() {
                let counted = instance.rosters[place].result?.instances ?? []
                let numbers = Set(counted.map(\.row))
                let roster = evaluation.spot(of: instance, layout.sets[set].name)
                let kept = instance.given.rosters[place].compactMap(\.row).filter {
                    !numbers.contains($0) && !carried.contains(roster.row($0))
                }
                if !kept.isEmpty, instance.rosterRelevance[place] == .asked {
                    found.append(SurplusRows(roster: roster, rows: kept))
                }
                counted.forEach(visit)
            }
        }
        visit(evaluation.root)
        return found
    }

    func addRow(to roster: Spot, _ effects: inout [InterviewEffect]) {
        guard let target = resolve(roster), case .roster(let place) = target.item else {
            return effects.append(.refused([Message("E-INTERVIEW-005", ["field": roster.description])]))
        }
        let parent = evaluation[target]
        let set = layout.sets[layout.sets[target.set].rosters[place]]
        guard set.roster?.count == nil, parent.rosterRelevance[place] == .asked else {
            return effects.append(.refused([Message("E-INTERVIEW-006", ["roster": set.name])]))
        }
        materialise(parent)
        var row = GivenRow(of: set)
        let last = max(state.lastRows[roster] ?? 0, parent.given.rosters[place].compactMap(\.row).max() ?? 0)
        guard last < GivenRow.numbers.upperBound else {
            return effects.append(.refused([Message("E-ROW-019", ["roster": set.name, "row": "\(last)"])]))
        }
        let number = last + 1
        row.row = number
        state.lastRows[roster] = number
        state.root.update(evaluation.steps(to: parent), in: layout, set: 0) { $0.rosters[place].append(row) }
        rebuild()
        let steps = roster.row(number)
        if let first = stops.first(where: { $0.spot.isWithin(steps) }) { move(to: first.spot, &effects) }
    }

    func removeRow(_ row: Int, of roster: Spot, _ effects: inout [InterviewEffect]) {
        guard let target = resolve(roster), case .roster(let place) = target.item,
            keptRows(of: target).contains(where: { $0.row == row })
        else {
            return effects.append(.refused([Message("E-INTERVIEW-007", ["roster": roster.name, "row": "\(row)"])]))
        }
        if state.carriedRows.contains(roster.row(row)) {
            return effects.append(.refused([Message("E-CARRY-005", ["roster": roster.name, "row": "\(row)"])]))
        }
        let steps = evaluation.steps(to: evaluation[target])
        state.lastRows[roster] = max(
            state.lastRows[roster] ?? 0, keptRows(of: target).compactMap(\.row).max() ?? 0)
        state.root.update(steps, in: layout, set: 0) { $0.rosters[place].removeAll { $0.row == row } }
        let gone = roster.row(row)
        state.confirmed = state.confirmed.filter { !$0.key.isWithin(gone) }
        state.notes = state.notes.filter { !$0.key.isWithin(gone) }
        state.offered = state.offered.filter { !$0.key.isWithin(gone) }
        state.lastRows = state.lastRows.filter { !$0.key.isWithin(gone) }
        effects.append(.removed(roster, row: row))
        rebuild()
        if let cursor = state.cursor, here == nil {
            state.cursor = stops.first { $0.spot.steps.starts(with: roster.steps) && $0.spot != cursor }?.spot
            effects.append(.moved)
            arrive(&effects)
        }
    }
}
