import FormModel
import Messages

/// One yes/no question asked for all rows of a roster at once.
extension Interview {
    /// The rows that the question across a roster is asked of, with their answers.
    func rows(across stop: Stop) -> [(instance: FormInstance, answer: Answer?)] {
        guard stop.kind == .across, let field = field(stop.target), let parent = evaluation[stop.target].parent,
            let place = layout.sets[parent.set].rosters.firstIndex(of: stop.target.set)
        else { return [] }
        let rows = parent.rosters[place].result?.instances ?? []
        return rows.filter { $0.fieldRelevance[field.index] == .asked }
            .map { ($0, $0.given.answers[field.index]) }
    }

    /// Keeps an answer for every row that is asked: yes, another, or no.
    func answerAcross(yes: Set<Int>, others: [Int: MissingReason], _ effects: inout [InterviewEffect]) {
        guard let here, here.kind == .across, let field = field(here.target) else { return }
        let asked = rows(across: here)
        let known = Set(asked.map(\.instance.row))
        guard yes.isSubset(of: known), Set(others.keys).isSubset(of: known) else {
            return effects.append(.refused([Message("E-INTERVIEW-003", ["field": field.name])]))
        }
        if let reason = others.values.first(where: { !field.question.special.contains($0) }) {
            let allowed = field.question.special.map(\.name).joined(separator: ", ")
            let facts = ["field": field.name, "found": reason.name, "allowed": allowed]
            return effects.append(.refused([Message("E-ROW-007", facts)]))
        }
        for (instance, old) in asked {
            let new =
                others[instance.row].map(Answer.missing) ?? field.question.answer(across: yes.contains(instance.row))
            guard new != old else { continue }
            put(new, at: FormTarget(instance, here.target.item), field)
            store(evaluation.spot(of: instance, field.name), old: old, new: new, &effects)
        }
        forward(&effects)
    }

    /// Enter keeps the answers where every row has one.
    func acceptAcross(_ stop: Stop, _ effects: inout [InterviewEffect]) {
        guard rows(across: stop).contains(where: { $0.answer == nil }) else { return forward(&effects) }
        effects.append(.refused([Message("E-INTERVIEW-004", ["field": stop.spot.name])]))
    }
}
