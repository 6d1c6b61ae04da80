import FormModel

/// The answers of an interview that is under way: what was given is kept though it is not asked now, and a roster has as
/// many rows as its count says.
final class InterviewAnswers: AnswerSource {
    let takesDefaults = false
    let triesValues = false
    let refusesUnasked = false
    /// For each roster, the highest row number ever used.
    var lastRows: [Spot: Int] = [:]
    /// The rows that are known from an earlier round.
    var carried: Set<[Spot.Step]> = []

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer? {
        instance.given.answers[field.index]
    }

    /// A row that was carried over, or whose record says that it was.
    func isKnownEarlier(_ instance: FormInstance, in evaluation: FormEvaluation) -> Bool {
        guard let member = evaluation.engine.plans[instance.set].system.member else { return false }
        if let status = MemberStatus(instance.given.answers[member]), status != .new { return true }
        return !carried.isEmpty && carried.contains(evaluation.steps(to: instance))
    }

    /// The first rows as many as are expected; where there are fewer, new ones, whose numbers nobody has had. Rows of
    /// members who left stay beside them; those known from an earlier round stay as well, until their status is known.
    func rows(ofRoster place: Int, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation)
        -> [GivenRow]
    {
        let given = instance.given.rosters[place]
        guard let expected else { return given }
        let set = evaluation.layout.sets[evaluation.layout.sets[instance.set].rosters[place]]
        let roster = evaluation.spot(of: instance, set.name)
        let member = evaluation.engine.plans[set.index].system.member
        let lacking =
            expected - given.count { row in member.flatMap { MemberStatus(row.answers[$0]) }?.counts != false }
        guard lacking > 0 else { return without(-lacking, of: given, roster, member) }
        let last = lastRow(of: roster, given)
        let new = (1...lacking).map { offset in
            var row = GivenRow(of: set)
            row.row = last + offset
            return row
        }
        return given + new
    }

    /// The rows but the last so many of those that may be too many.
    private func without(_ surplus: Int, of given: [GivenRow], _ roster: Spot, _ member: Int?) -> [GivenRow] {
        var left = surplus
        return given.reversed().filter { row in
            let isKnown = (member.flatMap { MemberStatus(row.answers[$0]) } ?? .new) != .new
            guard left > 0, !isKnown, !carried.contains(roster.row(row.row ?? 0)) else { return true }
            left -= 1
            return false
        }.reversed()
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
