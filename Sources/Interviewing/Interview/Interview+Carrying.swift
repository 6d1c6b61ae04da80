import FormModel
import Messages

/// A unit that is known from an earlier round.
extension Interview {
    /// Takes over what is known of the unit; nothing where members are listed already.
    func carry(_ earlier: EarlierUnit?, _ effects: inout [InterviewEffect]) {
        guard earlier != nil || state.carried != nil, !hasOwnRows else { return }
        state = InterviewState(carrying: earlier, into: state, of: layout)
        rebuild()
        guard let carried = state.carried else { return }
        let count = carried.rows.values.reduce(0) { $0 + $1.count }
        effects.append(.told(Message("N-CARRY-001", ["round": carried.round, "count": "\(count)"])))
    }

    /// Says which units this one came from; their records' ids.
    func come(from origins: [String], _ effects: inout [InterviewEffect]) {
        guard let field = layout.root.field(.origin), !origins.isEmpty else { return }
        let new = Answer.value(.text(origins.joined(separator: " ")))
        let old = evaluation.root.given.answers[field.index]
        put(new, at: FormTarget(evaluation.root, .field(field.index)), field)
        store(Spot(field.name, in: []), old: old, new: new, &effects)
        effects.append(
            .told(Message("N-CARRY-002", ["count": "\(origins.count)", "found": origins.joined(separator: ", ")])))
    }

    /// Whether a part of the key may no longer change: what is answered of the members belongs to the unit it was.
    func isKeySettled(_ field: Field, _ target: FormTarget) -> Bool {
        state.carried != nil && target.set == 0 && layout.form.key.contains(field.name) && hasAnsweredCarriedRows
    }

    private var hasAnsweredCarriedRows: Bool {
        evaluation.instances.dropFirst().joined().contains { instance in
            isCarried(instance) && instance.given.answers.contains { $0 != nil }
        }
    }

    /// Whether a row was carried over.
    func isCarried(_ instance: FormInstance) -> Bool {
        state.carried != nil && state.carriedRows.contains(evaluation.steps(to: instance))
    }

    /// Whether a roster that carries over has rows that were answered, or that nothing was carried for.
    private var hasOwnRows: Bool {
        let carried = state.carriedRows
        return layout.root.rosters.enumerated().contains { place, child in
            let set = layout.sets[child]
            guard set.roster?.carryOver != nil else { return false }
            return state.root.rosters[place].contains { row in
                !carried.contains(Spot(set.name, in: []).row(row.row ?? 0)) || row.answers.contains { $0 != nil }
            }
        }
    }

    /// The title that a row had, made of what is shown for confirmation: a member has a name before it is confirmed, and
    /// where nothing more is asked; `nil` for a row that nothing was carried over for.
    func carriedTitle(of instance: FormInstance) -> String? {
        guard isCarried(instance) else { return nil }
        let steps = evaluation.steps(to: instance)
        if carriedTitles[steps] == nil { carriedTitles = titlesOfCarriedRows() }
        return carriedTitles[steps]
    }

    private func titlesOfCarriedRows() -> [[Spot.Step]: String] {
        var given = state.root
        for (spot, answer) in state.offered where !spot.steps.isEmpty {
            guard let set = layout.set(holding: spot), let field = set.field(spot.name), field.question.system == nil
            else { continue }
            given.update(spot.steps, in: layout, set: 0) { row in
                row.answers[field.index] = row.answers[field.index] ?? answer
            }
        }
        for (place, child) in layout.root.rosters.enumerated() {
            guard let member = layout.sets[child].field(.member) else { continue }
            // Who left, or was listed twice, keeps the name by which he is known.
            for row in given.rosters[place].indices { given.rosters[place][row].answers[member.index] = nil }
        }
        return running(on: given) { evaluation in
            var titles: [[Spot.Step]: String] = [:]
            for instance in evaluation.instances.dropFirst().joined() where isCarried(instance) {
                titles[evaluation.steps(to: instance)] = title(of: instance, in: evaluation)
            }
            return titles
        }
    }
}
