import FormModel

/// What places are called.
extension Interview {
    /// Every stop with its label; in a roster, with the row's title before it. For finding one.
    public func stopLabels() -> [(spot: Spot, label: String)] {
        running { stops.map { ($0.spot, label(of: $0.target, isAcross: $0.kind == .across)) } }
    }

    /// What an interviewer calls a place, asked now or not: the question, in a roster with the row's title before it.
    public func label(of spot: Spot) -> String {
        guard let target = resolve(spot) ?? anyRow(of: spot) else { return spot.description }
        return running { label(of: target, isAcross: false) }
    }

    private func label(of target: FormTarget, isAcross: Bool) -> String {
        let instance = evaluation[target]
        // What is not asked may have lost what its label is made of.
        let spot = evaluation.spot(of: instance, name(of: target))
        let label = isAsked(spot) ? itemLabel(target) : plainLabel(spot) ?? itemLabel(target)
        guard instance.parent != nil, !isAcross else { return label }
        return "\(title(of: instance) ?? "\(instance.position)"): \(label)"
    }

    private func name(of target: FormTarget) -> String {
        let (set, plan) = (layout.sets[target.set], engine.plans[target.set])
        return switch target.item {
        case .field(let place): set.fields[place].name
        case .note(let place): plan.notes[place].question.name
        case .roster(let place): layout.sets[set.rosters[place]].name
        case .group(let place): plan.groups[place].group.name
        }
    }

    /// The label of an item by itself; its name where it has none.
    func itemLabel(_ target: FormTarget) -> String {
        let (set, plan) = (layout.sets[target.set], engine.plans[target.set])
        let (label, name): (FormText?, String)
        switch target.item {
        case .field(let place): (label, name) = (set.fields[place].question.label, set.fields[place].name)
        case .note(let place): (label, name) = (plan.notes[place].question.label, plan.notes[place].question.name)
        case .roster(let place):
            let roster = layout.sets[set.rosters[place]]
            (label, name) = (roster.roster?.label, roster.name)
        case .group(let place): (label, name) = (plan.groups[place].group.label, plan.groups[place].group.name)
        }
        return label.map { text($0, target) } ?? name
    }
}
