import FormModel

/// A part of the form as the interviewer sees it from above.
public struct SectionSummary: Hashable, Sendable {
    /// Its heading: of a group or roster of the record, or of what stands outside of all.
    public let label: String
    /// Its first stop.
    public let first: Spot
    /// How many stops it has now.
    public let total: Int
    /// How many of them wait for an answer.
    public let open: Int
}

/// A row of a roster as the interviewer sees it from above.
public struct RowSummary: Hashable, Sendable {
    /// The roster.
    public let roster: Spot
    /// Its permanent number.
    public let row: Int
    /// Its place, from 1; `nil` for a row too many.
    public let position: Int?
    /// Its title.
    public let title: String?
    /// Its first stop.
    public let first: Spot?
    /// How many of its stops wait for an answer.
    public let open: Int
}

/// The form and its rosters from above.
extension Interview {
    /// The parts of the form that are asked now, in order.
    public var sections: [SectionSummary] {
        running {
            var found: [(label: String, stops: [Stop])] = []
            for stop in stops {
                let label = sectionLabel(of: stop)
                if found.last?.label == label {
                    found[found.count - 1].stops.append(stop)
                } else {
                    found.append((label, [stop]))
                }
            }
            return found.compactMap { section in
                section.stops.first.map { first in
                    SectionSummary(
                        label: section.label, first: first.spot, total: section.stops.count,
                        open: section.stops.count { isOpen($0) })
                }
            }
        }
    }

    /// How many answers the record keeps: of who refused, few.
    public var keptCount: Int {
        isRefused ? given(.ofRefusal).answers.count { $0 != nil } : answerCount
    }

    /// How many questions are asked now and have an answer.
    public var answerCount: Int {
        running {
            stops.count { stop in
                switch stop.kind {
                case .question, .across: !isOpen(stop)
                case .note, .roster: false
                }
            }
        }
    }

    private func sectionLabel(of stop: Stop) -> String {
        guard let step = stop.spot.steps.first else {
            if case .roster(let place) = stop.target.item { return rosterLabel(place, evaluation.root) }
            return headings(of: stop).first ?? layout.form.label.text(in: state.language)
        }
        let place = layout.root.rosters.firstIndex { layout.sets[$0].name == step.roster }
        return place.map { rosterLabel($0, evaluation.root) } ?? step.roster
    }

    private func rosterLabel(_ place: Int, _ instance: FormInstance) -> String {
        itemLabel(FormTarget(instance, .roster(place)))
    }

    /// The rows of the roster where the interview stands, or of the first one of the record; those too many at the end.
    public var rowsHere: [RowSummary] {
        running {
            guard let roster = rosterHere, let target = resolve(roster), case .roster(let place) = target.item else {
                return []
            }
            let counted = evaluation[target].rosters[place].result?.instances ?? []
            let rows = counted.map { row in
                let steps = evaluation.steps(to: row)
                let within = stops.filter { $0.spot.isWithin(steps) }
                return RowSummary(
                    roster: roster, row: row.row, position: row.position, title: title(of: row),
                    first: within.first?.spot, open: within.count { isOpen($0) })
            }
            let numbers = Set(counted.map(\.row))
            let surplus = keptRows(of: target).compactMap(\.row).filter { !numbers.contains($0) }
            return rows
                + surplus.map { row in
                    let set = layout.sets[layout.sets[target.set].rosters[place]].index
                    let known = evaluation.instances[set].first {
                        $0.parent === evaluation[target] && $0.row == row
                    }
                    return RowSummary(
                        roster: roster, row: row, position: nil, title: known.flatMap(title(of:)), first: nil, open: 0)
                }
        }
    }

    private var rosterHere: Spot? {
        if let cursor = state.cursor {
            if let step = cursor.steps.last { return Spot(step.roster, in: cursor.steps.dropLast()) }
            if let target = resolve(cursor), case .roster = target.item { return cursor }
        }
        return layout.root.rosters.first.map { Spot(layout.sets[$0].name) }
    }
}
