import FormModel

/// The answers of an interview that is under way: what was given is kept though it is not asked now, and a roster has as
/// many rows as its count says.
final class InterviewAnswers: AnswerSource {
    let takesDefaults = false
    let triesValues = false
    let refusesUnasked = false
    /// For each roster, the highest row number ever used.
    var lastRows: [Spot: Int] = [:]

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer? {
        instance.given.answers[field.index]
    }

    /// The first rows as many as are expected; where there are fewer, new ones, whose numbers nobody has had.
    func rows(ofRoster place: Int, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation)
        -> [GivenRow]
    {
        let given = instance.given.rosters[place]
        guard let expected, expected != given.count else { return given }
        guard expected > given.count else { return Array(given.prefix(expected)) }
        let set = evaluation.layout.sets[evaluation.layout.sets[instance.set].rosters[place]]
        let last = lastRow(of: evaluation.spot(of: instance, set.name), given)
        let new = (1...(expected - given.count)).map { offset in
            var row = GivenRow(of: set)
            row.row = last + offset
            return row
        }
        return given + new
    }

    /// The highest number that a row of a roster has had.
    func lastRow(of roster: Spot, _ given: [GivenRow]) -> Int {
        max(lastRows[roster] ?? 0, given.compactMap(\.row).max() ?? 0)
    }
}

extension FormEvaluation {
    /// The rows that lead to what stands in a row.
    func steps(to instance: FormInstance) -> [Spot.Step] {
        guard let parent = instance.parent else { return [] }
        return steps(to: parent) + [Spot.Step(roster: layout.sets[instance.set].name, row: instance.row)]
    }

    /// The place of something in a row, by its name.
    func spot(of instance: FormInstance, _ name: String) -> Spot { Spot(name, in: steps(to: instance)) }
}
