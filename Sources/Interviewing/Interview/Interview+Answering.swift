import FormModel
import Messages

/// Answers: checked before they are kept; what follows from them is current before anything else happens.
extension Interview {
    /// The stop where the interviewer is.
    var here: Stop? {
        guard let cursor = state.cursor else { return nil }
        return stops.first { $0.spot == cursor }
    }

    func answer(_ answer: Answer, _ effects: inout [InterviewEffect]) {
        guard let here, here.kind == .question, let field = field(here.target) else { return }
        guard isEditable(field, here.target) else {
            return effects.append(.refused([Message("E-INTERVIEW-001", ["field": field.name])]))
        }
        let kept = evaluation[here.target].given.answers[field.index]
        if answer != kept ?? .missing(.unanswered), isKeySettled(field, here.target) {
            return effects.append(.refused([Message("E-CARRY-004", ["field": field.name])]))
        }
        if take(answer, at: here, field, &effects) { forward(&effects) }
    }

    /// Keeps an answer that can stand.
    /// - Returns: whether the interview may go on.
    private func take(_ answer: Answer, at stop: Stop, _ field: Field, _ effects: inout [InterviewEffect]) -> Bool {
        let instance = evaluation[stop.target]
        let old = instance.given.answers[field.index]
        let new: Answer? = answer == .missing(.unanswered) ? nil : answer
        // Whoever takes an answer away does not want the default instead.
        if new == nil { state.offered[stop.spot] = .missing(.unanswered) }
        if answer == .value(.boolean(false)), field.question.consent, new == old { effects.append(.consentRefused) }
        guard new != old else {
            // Nothing changes; but what could stand when it was given may be refused since.
            return new != nil && stands(answer, at: stop, field, old: old, &effects)
        }
        put(new, at: stop.target, field)
        guard stands(answer, at: stop, field, old: old, &effects) else { return false }
        if case .value(.boolean(false)) = answer, field.question.consent { effects.append(.consentRefused) }
        store(stop.spot, old: old, new: new, &effects)
        return new != nil
    }

    /// Whether the answer that was put can stay; else the old one is put back, and the interviewer told.
    private func stands(
        _ answer: Answer, at stop: Stop, _ field: Field, old: Answer?, _ effects: inout [InterviewEffect]
    ) -> Bool {
        guard answer != .missing(.unanswered) else { return true }
        let problems = evaluation.problems(of: field.index, evaluation[stop.target])
        var errors = problems.filter { $0.kind == .error }.map(\.message)
        if stop.spot.steps.isEmpty {
            errors += datingProblems(state.root).filter { $0.field == field.name }.map(\.message)
        }
        errors += leavingProblems(answer, of: field)
        let warnings = problems.filter { $0.kind == .warning }.map(\.message)
        let isConfirmed = state.confirmed[stop.spot] == answer
        guard !errors.isEmpty || (!warnings.isEmpty && !isConfirmed) else { return true }
        if evaluation[stop.target].given.answers[field.index] != old { put(old, at: stop.target, field) }
        if errors.isEmpty {
            state.pending = InterviewState.Pending(spot: stop.spot, answer: answer)
            effects.append(.asks(warnings))
        } else {
            effects.append(.refused(errors))
        }
        return false
    }

    /// A member who was still there in the round before cannot have left earlier.
    private func leavingProblems(_ answer: Answer, of field: Field) -> [Message] {
        guard field.question.system == .leftMonth, case .value(.text(let text)) = answer, let carried = state.carried,
            let round, let month = round.calendar.period(id: text), month.length == .month,
            let before = round.calendar.period(id: carried.round), month.last < before.first
        else { return [] }
        return [Message("E-CARRY-011", ["round": carried.round, "found": text])]
    }

    func confirm(_ pending: InterviewState.Pending, _ effects: inout [InterviewEffect]) {
        guard let here, here.spot == pending.spot, let field = field(here.target) else { return }
        state.confirmed[pending.spot] = pending.answer
        effects.append(.confirmed(pending.spot, pending.answer))
        if take(pending.answer, at: here, field, &effects) { forward(&effects) }
    }

    /// Enter on what is shown: the answer, the default, a text.
    func accept(_ effects: inout [InterviewEffect]) {
        guard let here else { return }
        guard here.kind == .question, let field = field(here.target), isEditable(field, here.target) else {
            if here.kind == .across { return acceptAcross(here, &effects) }
            return forward(&effects)
        }
        let kept = evaluation[here.target].given.answers[field.index]
        if let shown = kept ?? proposal(at: here.spot) { return answer(shown, &effects) }
        if running({ isRequired(field, here.target) }) {
            return effects.append(.refused([Message("E-INTERVIEW-002", ["field": field.name])]))
        }
        forward(&effects)
    }

    /// The default that was offered for a question and not taken yet.
    func proposal(at spot: Spot) -> Answer? {
        guard let offered = state.offered[spot], offered.value != nil else { return nil }
        return offered
    }

    func isRequired(_ field: Field, _ target: FormTarget) -> Bool {
        evaluation.settling { () throws(Unsettled) in try evaluation.isRequired(field, evaluation[target]) }
    }

    /// Whether the interviewer may answer: not what is calculated, nor what is only shown.
    func isEditable(_ field: Field, _ target: FormTarget) -> Bool {
        guard field.question.calculation == nil else { return false }
        switch field.question.readOnly {
        case .constant(let isReadOnly): return !isReadOnly
        case .computed(let function):
            let result = evaluation.settling { () throws(Unsettled) in
                try evaluation.condition(function, evaluation[target], for: target.item)
            }
            if case .holds(true) = result { return false }
            return true
        }
    }

    // MARK: What follows

    /// Notes a change, and takes away what can no longer be chosen.
    func store(_ spot: Spot, old: Answer?, new: Answer?, _ effects: inout [InterviewEffect]) {
        // Whoever answers on has not ended the visit: a household that was to be seen again is being asked now.
        state.ending = nil
        effects.append(.stored(spot, old: old, new: new))
        takeAwayChoices(&effects)
        tellSurplus(&effects)
        tellClash(&effects)
    }

    /// Choices that a filter no longer offers go at once (`semantics.md` 2.6). One that goes may take others with it.
    private func takeAwayChoices(_ effects: inout [InterviewEffect]) {
        var isChanged = true
        while isChanged {
            isChanged = false
            for stop in stops where stop.kind == .question {
                guard let field = field(stop.target), field.question.choiceFilter != nil,
                    let old = evaluation[stop.target].given.answers[field.index], let value = old.value
                else { continue }
                let offered = running { evaluation.offered(value, field, evaluation[stop.target]) }
                guard offered != value else { continue }
                let new = offered.map { Answer.value($0) }
                put(new, at: stop.target, field)
                effects.append(.stored(stop.spot, old: old, new: new))
                effects.append(.told(Message("N-INTERVIEW-001", ["field": stop.spot.description])))
                isChanged = true
                break
            }
        }
    }

    /// Says which rows are now too many; they stay (`semantics.md` 2.5).
    private func tellSurplus(_ effects: inout [InterviewEffect]) {
        for surplus in surplusRows where reportedSurplus.insert(surplus).inserted {
            effects.append(
                .told(Message("N-INTERVIEW-002", ["roster": surplus.name, "count": "\(surplus.rows.count)"])))
        }
    }

    /// Says as soon as it is known of every member what has become of him that more are left than were declared.
    private func tellClash(_ effects: inout [InterviewEffect]) {
        guard state.carried != nil else { return }
        for (place, child) in layout.root.rosters.enumerated() {
            guard let member = layout.sets[child].field(.member)?.index else { continue }
            let rows = evaluation.root.rosters[place].result?.instances ?? []
            guard rows.allSatisfy({ !isCarried($0) || $0.given.answers[member] != nil }) else { continue }
            for problem in evaluation.findings.map(\.problem)
            where problem.message.code == "E-ROW-020" && reportedClashes.insert(problem.message).inserted {
                effects.append(.told(problem.message))
            }
        }
    }

    // MARK: Notes

    func note(_ text: String, _ effects: inout [InterviewEffect]) {
        guard let cursor = state.cursor else { return }
        state.notes[cursor] = text.isEmpty ? nil : text
        effects.append(.noted(cursor, text))
    }
}

extension FormEvaluation {
    /// What is left of a value when the choices go that are no longer offered.
    func offered(_ value: Value, _ field: Field, _ instance: FormInstance) -> Value? {
        let checks = FormChecks(self)
        func isOffered(_ name: String) -> Bool {
            guard let choice = field.question.choices?[name] else { return false }
            return settling { () throws(Unsettled) in try checks.isOffered(choice, field, instance) }
        }
        switch value {
        case .text(let name): return isOffered(name) ? value : nil
        case .choices(let names):
            let left = names.filter(isOffered)
            return left.isEmpty ? nil : .choices(left)
        case .ranking(let names):
            let left = names.filter(isOffered)
            return left.isEmpty ? nil : .ranking(left)
        case .boolean, .integer, .decimal, .date, .time, .dateTime, .geopoint: return value
        }
    }
}
