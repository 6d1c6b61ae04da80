import FormModel
import Messages

/// Moving through the form.
extension Interview {
    /// To the next stop in the order of the form, or the end.
    func forward(_ effects: inout [InterviewEffect]) {
        guard let cursor = state.cursor else { return }
        guard let place = stops.firstIndex(where: { $0.spot == cursor }) else { return advance(&effects) }
        let next = stops.index(after: place)
        move(to: next < stops.endIndex ? stops[next].spot : nil, &effects)
    }

    /// To the last place on the path that is still asked.
    func back(_ effects: inout [InterviewEffect]) {
        let asked = Set(stops.map(\.spot))
        while let last = state.trail.popLast() {
            guard asked.contains(last), last != state.cursor else { continue }
            state.cursor = last
            effects.append(.moved)
            return arrive(&effects)
        }
        effects.append(.told(Message("N-INTERVIEW-003")))
    }

    func jump(to spot: Spot, _ effects: inout [InterviewEffect]) {
        guard let stop = stop(nearest: spot) else {
            return effects.append(.refused([Message("E-INTERVIEW-005", ["field": spot.description])]))
        }
        move(to: stop.spot, &effects)
    }

    /// The stop of a place; for one row of a question that is asked across all, that question.
    func stop(nearest spot: Spot) -> Stop? {
        if let exact = stops.first(where: { $0.spot == spot }) { return exact }
        // Of a roster whose rows follow from a count, the first of them.
        if let target = resolve(spot), case .roster = target.item {
            return stops.first {
                $0.spot.steps.starts(with: spot.steps)
                    && $0.spot.steps.dropFirst(spot.steps.count).first?.roster == spot.name
            }
        }
        guard let row = spot.steps.last else { return nil }
        let across = Spot(spot.name, in: spot.steps.dropLast() + [Spot.Step(roster: row.roster, row: 0)])
        return stops.first { $0.spot == across }
    }

    /// To the first question without an answer, or the end.
    func advance(_ effects: inout [InterviewEffect]) {
        let open = stops.first { isOpen($0) }
        guard open?.spot != state.cursor || state.cursor == nil else { return }
        move(to: open?.spot, &effects)
    }

    /// Whether a stop waits for an answer.
    func isOpen(_ stop: Stop) -> Bool {
        switch stop.kind {
        case .note, .roster: return false
        case .across: return rows(across: stop).contains { $0.answer == nil }
        case .question:
            guard let field = field(stop.target), field.question.calculation == nil,
                evaluation[stop.target].given.answers[field.index] == nil
            else { return false }
            // What was left without an answer before waits for nobody, unless it must have one.
            return state.offered[stop.spot] != .missing(.unanswered) || isRequired(field, stop.target)
        }
    }

    /// To the same question of the row before or after this one, or that row's first.
    func moveToRow(_ distance: Int, _ effects: inout [InterviewEffect]) {
        guard let cursor = state.cursor, let step = cursor.steps.last, step.row > 0,
            let row = instance(at: cursor.steps), let parent = row.parent,
            let place = layout.sets[parent.set].rosters.firstIndex(of: row.set)
        else { return effects.append(.told(Message("N-INTERVIEW-004"))) }
        let rows = parent.rosters[place].result?.instances ?? []
        guard let index = rows.firstIndex(where: { $0 === row }), rows.indices.contains(index + distance) else {
            return effects.append(.told(Message("N-INTERVIEW-005")))
        }
        let steps = evaluation.steps(to: rows[index + distance])
        let same = stops.first { $0.spot == Spot(cursor.name, in: steps) }
        guard let stop = same ?? stops.first(where: { $0.spot.isWithin(steps) }) else { return }
        move(to: stop.spot, &effects)
    }

    func move(to spot: Spot?, _ effects: inout [InterviewEffect]) {
        guard spot != state.cursor else { return }
        if let cursor = state.cursor { state.trail.append(cursor) }
        // A path of a whole day's going to and fro need not be kept.
        if state.trail.count > 2000 { state.trail.removeFirst(1000) }
        state.cursor = spot
        effects.append(.moved)
        arrive(&effects)
    }

    /// What happens when a question is first come to: its default is offered, once; one that is only shown has it at once
    /// (`semantics.md` 2.7).
    func arrive(_ effects: inout [InterviewEffect]) {
        guard let here, here.kind == .question, let field = field(here.target), field.question.defaultValue != nil,
            state.offered[here.spot] == nil, evaluation[here.target].given.answers[field.index] == nil
        else { return }
        let value = running {
            evaluation.settling { () throws(Unsettled) in
                try evaluation.defaultValue(of: field, evaluation[here.target])
            }
        }
        // That nothing was offered is remembered as well.
        state.offered[here.spot] = value.map { .value($0) } ?? .missing(.unanswered)
        guard let value, !running({ isEditable(field, here.target) }), field.question.calculation == nil else { return }
        put(.value(value), at: here.target, field)
        store(here.spot, old: nil, new: .value(value), &effects)
    }
}
