import FormModel
import Messages

/// Why something is asked or not: each condition on the way to it.
public struct RelevanceReason: Hashable, Sendable {
    /// Something that a condition read.
    public struct Reading: Hashable, Sendable {
        /// Where it stands.
        public let spot: Spot
        /// What is asked there.
        public let label: String
        /// What the condition found.
        public let answer: Answer
        /// What could be chosen there.
        public let choices: [AskedChoice]
    }

    /// What the condition belongs to: the question, or a group or roster around it.
    public let label: String
    /// Where the condition stands in the script.
    public let place: Place
    /// Whether it holds; `nil` where an answer it needs is missing, or it failed.
    public let holds: Bool?
    /// Whether it failed: the script is at fault.
    public let isFault: Bool
    /// What it read.
    public let readings: [Reading]
}

extension Interview {
    /// The conditions that decide whether a place is asked, outermost first; none where it is always asked. `nil` where
    /// the form has no such place.
    public func reasons(for spot: Spot) -> [RelevanceReason]? {
        guard let target = resolve(spot) ?? anyRow(of: spot) else { return nil }
        return running {
            conditions(of: target).map { function, instance, item in
                evaluation.reason(function, instance, item, in: self)
            }
        }
    }

    /// For a place in any row, that in the first.
    func anyRow(of spot: Spot) -> FormTarget? {
        for stop in stops where stop.spot.name == spot.name { return stop.target }
        for set in evaluation.instances {
            guard let first = set.first else { continue }
            if let field = layout.sets[first.set].field(spot.name) { return FormTarget(first, .field(field.index)) }
        }
        return nil
    }

    private typealias Condition = (FunctionReference, FormInstance, FormItem)

    private func conditions(of target: FormTarget) -> [Condition] {
        let instance = evaluation[target]
        let plan = engine.plans[instance.set]
        var found: [Condition] = []
        var group: Int?
        switch target.item {
        case .field(let place):
            let question = layout.sets[instance.set].fields[place].question
            if let relevant = question.relevant { found.append((relevant, instance, target.item)) }
            group = plan.groupOfField[place]
        case .roster(let place):
            let roster = layout.sets[layout.sets[instance.set].rosters[place]].roster
            if let roster, let relevant = roster.relevant {
                found.append((relevant, instance, target.item))
            }
            group = plan.groupOfRoster[place]
        case .note(let place):
            let note = plan.notes[place]
            if let relevant = note.question.relevant {
                found.append((relevant, instance, target.item))
            }
            group = note.group
        case .group(let place): group = place
        }
        while let place = group {
            let outer = plan.groups[place].group
            if let relevant = outer.relevant { found.insert((relevant, instance, .group(place)), at: 0) }
            group = plan.groups[place].outer
        }
        if let parent = instance.parent,
            let place = layout.sets[parent.set].rosters.firstIndex(of: instance.set)
        {
            found = conditions(of: FormTarget(parent, .roster(place))) + found
        }
        return found
    }
}

extension FormEvaluation {
    /// The fields that a function reads, in the order it reads them.
    func fieldsRead(by function: FunctionReference, _ instance: FormInstance, for item: FormItem) -> [FormTarget] {
        reading { settling { () throws(Unsettled) in try call(function, instance, for: item) } }.read
    }

    private func reading<Result>(_ body: () -> Result) -> (result: Result, read: [FormTarget]) {
        readings = []
        defer { readings = nil }
        let result = withoutTrace(body)
        return (result, readings ?? [])
    }

    fileprivate func reason(
        _ function: FunctionReference, _ instance: FormInstance, _ item: FormItem, in interview: Interview
    ) -> RelevanceReason {
        let (result, read) = reading {
            settling { () throws(Unsettled) in try condition(function, instance, for: item) }
        }
        var holds: Bool?
        if case .holds(let value) = result { holds = value }
        var isFault = false
        if case .fault = result { isFault = true }
        var seen: Set<FormTarget> = []
        let shown = read.filter { seen.insert($0).inserted }.prefix(20).compactMap {
            target -> RelevanceReason.Reading? in
            guard case .field(let place) = target.item, let answer = self[target].cells[place].result else {
                return nil
            }
            let field = layout.sets[target.set].fields[place]
            return RelevanceReason.Reading(
                spot: spot(of: self[target], field.name),
                label: interview.itemLabel(target), answer: answer,
                choices: AskedChoice.all(of: field.question, in: interview.state.language))
        }
        return RelevanceReason(
            label: interview.itemLabel(FormTarget(instance, item)), place: function.place, holds: holds,
            isFault: isFault, readings: Array(shown))
    }
}
