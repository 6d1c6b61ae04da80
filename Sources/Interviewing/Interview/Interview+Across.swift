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
        func target(_ instance: FormInstance) -> FormTarget { FormTarget(instance, here.target.item) }
        for (instance, _) in asked {
            let new =
                others[instance.row].map(Answer.missing) ?? field.question.answer(across: yes.contains(instance.row))
            put(new, at: target(instance), field)
        }
        let errors = problems(across: here, .error).map(\.message)
        guard errors.isEmpty else {
            // All of them or none: what was answered before stands again.
            for (instance, old) in asked { put(old, at: target(instance), field) }
            return effects.append(.refused(errors))
        }
        for (instance, old) in asked {
            let new = evaluation[target(instance)].given.answers[field.index]
            guard new != old else { continue }
            store(evaluation.spot(of: instance, field.name), old: old, new: new, &effects)
        }
        let unusual = problems(across: here, .warning).filter { state.confirmed[$0.spot] != answer(at: $0.spot) }
        guard unusual.isEmpty else {
            // The interviewer stays: Enter confirms them, another line answers anew.
            return effects += unusual.map { .told($0.message) } + [.told(Message("N-INTERVIEW-007"))]
        }
        forward(&effects)
    }

    /// What is wrong or unusual in the answers of the rows, with the row's title.
    private func problems(across stop: Stop, _ kind: FormProblem.Kind) -> [(spot: Spot, message: Message)] {
        guard let field = field(stop.target) else { return [] }
        return rows(across: stop).flatMap { instance, answer -> [(spot: Spot, message: Message)] in
            guard answer != nil else { return [] }
            let title = title(of: instance) ?? "\(instance.position)"
            return evaluation.problems(of: field.index, instance).filter { $0.kind == kind }.map { problem in
                let text = problem.message.atQuestion.text(in: state.language)
                return (
                    evaluation.spot(of: instance, field.name), Message("E-ASKED-007", ["row": title, "text": text])
                )
            }
        }
    }

    /// Enter keeps the answers where every row has one, and confirms those that are unusual.
    func acceptAcross(_ stop: Stop, _ effects: inout [InterviewEffect]) {
        guard !rows(across: stop).contains(where: { $0.answer == nil }) else {
            return effects.append(.refused([Message("E-INTERVIEW-004", ["field": stop.spot.name])]))
        }
        for problem in problems(across: stop, .warning) {
            guard let answer = answer(at: problem.spot), state.confirmed[problem.spot] != answer else { continue }
            state.confirmed[problem.spot] = answer
            effects.append(.confirmed(problem.spot, answer))
        }
        forward(&effects)
    }
}
