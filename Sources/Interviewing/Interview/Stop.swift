import FormModel

/// A place that the interview comes past.
public struct Stop: Hashable, Sendable {
    /// What is done there.
    public enum Kind: Hashable, Sendable {
        /// A question is answered.
        case question
        /// A text is read.
        case note
        /// A question is answered for all rows of a roster at once.
        case across
        /// The interviewer is asked whether there is one more row.
        case roster
    }

    /// Where it is.
    public let spot: Spot
    /// What is done there.
    public let kind: Kind
    /// Its row and item in the evaluation at hand.
    let target: FormTarget

    /// Two stops are one if the interviewer does the same at the same place.
    public static func == (left: Stop, right: Stop) -> Bool { left.spot == right.spot && left.kind == right.kind }

    /// Hashes the place.
    public func hash(into hasher: inout Hasher) { hasher.combine(spot) }
}

/// Walks over a form as it is asked now.
struct StopList {
    private(set) var stops: [Stop] = []
    private let evaluation: FormEvaluation

    init(_ evaluation: FormEvaluation) {
        self.evaluation = evaluation
        settleNotes(evaluation.root)
        append(evaluation.root, evaluation.engine.plans[0].stops[...])
    }

    private func settleNotes(_ instance: FormInstance) {
        for place in instance.notes.indices { evaluation.settle(FormTarget(instance, .note(place))) }
        for rows in instance.rosters { rows.result?.instances.forEach(settleNotes) }
    }

    private mutating func append(_ instance: FormInstance, _ items: ArraySlice<FormItem>) {
        let (set, plan) = (evaluation.layout.sets[instance.set], evaluation.engine.plans[instance.set])
        let steps = evaluation.steps(to: instance)
        for item in items {
            let target = FormTarget(instance, item)
            switch item {
            case .field(let place):
                let field = set.fields[place]
                guard field.question.kind != .calculate, instance.fieldRelevance[place] == .asked else { continue }
                // Who is new is so by itself; where the unit came from is said when the interview begins.
                if evaluation.isNewByItself(field, instance) || field.question.system == .origin { continue }
                stops.append(Stop(spot: Spot(field.name, in: steps), kind: .question, target: target))
            case .note(let place):
                guard instance.notes[place].result == .asked else { continue }
                stops.append(Stop(spot: Spot(plan.notes[place].question.name, in: steps), kind: .note, target: target))
            case .roster(let place): appendRows(place, instance, target)
            case .group: break
            }
        }
    }

    /// The rows one by one, up to a question that is asked across all of them: that comes when all rows have come to it.
    private mutating func appendRows(_ place: Int, _ instance: FormInstance, _ target: FormTarget) {
        let set = evaluation.layout.sets[evaluation.layout.sets[instance.set].rosters[place]]
        let rows = instance.rosters[place].result?.instances ?? []
        let items = evaluation.engine.plans[set.index].stops
        var start = 0
        while start < items.count {
            let end = items[start...].firstIndex { isAcross($0, set) } ?? items.count
            for row in rows { append(row, items[start..<end]) }
            if start == 0, set.roster?.count == nil, instance.rosterRelevance[place] == .asked {
                stops.append(Stop(spot: evaluation.spot(of: instance, set.name), kind: .roster, target: target))
            }
            if end < items.count, case .field(let field) = items[end] {
                appendAcross(set.fields[field], rows, in: instance, set)
            }
            start = end + 1
        }
    }

    private func isAcross(_ item: FormItem, _ set: RecordSet) -> Bool {
        guard case .field(let place) = item else { return false }
        return set.fields[place].question.isAcross(set)
    }

    private mutating func appendAcross(
        _ field: Field, _ rows: [FormInstance], in instance: FormInstance, _ set: RecordSet
    ) {
        guard let first = rows.first(where: { $0.fieldRelevance[field.index] == .asked }) else { return }
        let spot = Spot(field.name, in: evaluation.steps(to: instance) + [Spot.Step(roster: set.name, row: 0)])
        stops.append(Stop(spot: spot, kind: .across, target: FormTarget(first, .field(field.index))))
    }
}

extension Question {
    /// Whether it is asked for all rows of its roster at once.
    func isAcross(_ set: RecordSet) -> Bool {
        (kind == .yesNo || system == .answeredBy) && across == set.name && set.parent != nil
    }

    /// What a yes or a no across a roster stands for: of two choices the first is yes.
    func answer(across isYes: Bool) -> Answer {
        guard let choices = choices?.choices, choices.count == 2 else { return .value(.boolean(isYes)) }
        return .value(.text(choices[isYes ? 0 : 1].name))
    }
}
