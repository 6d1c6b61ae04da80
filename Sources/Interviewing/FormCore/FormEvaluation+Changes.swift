import FormModel

/// Answers that change while the evaluation lives: what depends on them is forgotten, and worked out anew.
extension FormEvaluation {
    /// Puts an answer in the place of another, or takes it away.
    func change(_ answer: Answer?, of field: Int, _ instance: FormInstance) {
        instance.given.answers[field] = answer
        if field == engine.plans[instance.set].system.member { tellParent(of: instance) }
        forget(FormTarget(instance, .field(field)))
    }

    /// How many rows there are depends on what has become of each, which is looked up in the row above.
    private func tellParent(of instance: FormInstance) {
        guard let parent = instance.parent,
            let place = layout.sets[parent.set].rosters.firstIndex(of: instance.set),
            let row = parent.given.rosters[place].firstIndex(where: { $0.row == instance.row })
        else { return }
        parent.given.rosters[place][row].answers = instance.given.answers
    }

    /// Forgets what an item is, and all that depends on it.
    func forget(_ target: FormTarget) {
        var forgotten = dependencies?.takeDependents(of: target) ?? []
        forgotten.insert(target)
        for target in forgotten { self[target].forget(target.item) }
        dropFindings(of: forgotten)
    }

    /// Works out everything that is not known: all of it at first, later what a change has touched.
    func settleAll() { settleAll(root) }

    /// What is wrong with the answers as they stand, in the order of the form.
    func problems() -> [FormProblem] {
        settleAll()
        return withoutTrace {
            checkAll(root)
            return problemsInOrder()
        }
    }

    /// What is wrong with the answer of one field as it stands.
    func problems(of field: Int, _ instance: FormInstance) -> [FormProblem] {
        withoutTrace {
            let before = findings.count
            settling { () throws(Unsettled) in try FormChecks(self).check(field, instance) }
            return findings[before...].map(\.problem)
        }
    }

    /// What went wrong in the functions that make the answers: the form is to blame.
    var faults: [FormProblem] { findings.map(\.problem).filter { $0.kind == .fault } }

    /// The row of a roster with a permanent number, made when the roster was last worked out.
    func known(_ row: Int, of set: Int, in parent: FormInstance, at position: Int) -> FormInstance? {
        guard dependencies != nil,
            let known = instances[set].first(where: { $0.parent === parent && $0.row == row })
        else { return nil }
        if known.position != position {
            known.position = position
            for item in items(in: known) { forget(item) }
        }
        return known
    }

    private func items(in instance: FormInstance) -> [FormTarget] {
        let plan = engine.plans[instance.set]
        return (plan.items + plan.notes.indices.map { .note($0) }).map { FormTarget(instance, $0) }
    }
}
