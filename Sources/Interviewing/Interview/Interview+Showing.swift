import FormModel
import LuaRuntime
import Scripting

/// What is shown.
extension Interview {
    /// The place where the interview stands; `nil` at the end.
    public var question: AskedQuestion? {
        guard let here else { return nil }
        return running { shown(here) }
    }

    func shown(_ stop: Stop) -> AskedQuestion {
        let instance = evaluation[stop.target]
        let number = (stops.firstIndex(of: stop) ?? 0) + 1
        var asked = AskedQuestion(
            spot: stop.spot, stop: stop.kind, kind: .note, label: "", number: number, total: stops.count)
        asked.headings = headings(of: stop)
        asked.note = state.notes[stop.spot]
        if stop.kind != .across { asked.row = rowPlace(of: instance) }
        switch stop.target.item {
        case .field(let place): fill(&asked, layout.sets[instance.set].fields[place], stop)
        case .note(let place): fill(&asked, engine.plans[instance.set].notes[place].question, stop.target)
        case .roster(let place):
            let roster = layout.sets[layout.sets[instance.set].rosters[place]].roster
            asked.label = roster?.label.map { text($0, stop.target) } ?? stop.spot.name
        case .group: break
        }
        return asked
    }

    private func fill(_ asked: inout AskedQuestion, _ question: Question, _ target: FormTarget) {
        asked.kind = question.kind
        asked.label = question.label.map { text($0, target) } ?? question.name
        asked.hint = question.hint.map { text($0, target) }
        asked.guidance = question.guidanceHint.map { text($0, target) }
    }

    private func fill(_ asked: inout AskedQuestion, _ field: Field, _ stop: Stop) {
        let instance = evaluation[stop.target]
        fill(&asked, field.question, stop.target)
        asked.special = field.question.special
        asked.isPersonal = field.question.personal
        asked.isConsent = field.question.consent
        asked.isEditable = isEditable(field, stop.target)
        asked.isRequired = isRequired(field, stop.target)
        if stop.kind == .across {
            asked.kind = .yesNo
            asked.rows = rows(across: stop).map { row, answer in
                let shown = [true, false].first { field.question.answer(across: $0) == answer }
                return AskedRow(
                    row: row.row, position: row.position, title: title(of: row) ?? "\(row.position)",
                    answer: shown.map { .value(.boolean($0)) } ?? answer)
            }
            return
        }
        asked.choices = offeredChoices(field, instance)
        asked.answer = instance.given.answers[field.index]
        if field.question.calculation != nil { asked.answer = instance.cells[field.index].result }
        asked.proposal = asked.answer == nil ? proposal(at: stop.spot) : nil
        if state.pending?.spot == stop.spot { asked.pending = state.pending?.answer }
    }

    func text(_ text: FormText, _ target: FormTarget) -> String {
        evaluation.settling { () throws(Unsettled) in
            try evaluation.text(text, evaluation[target], for: target.item)
        }
    }

    // MARK: Choices

    /// The choices offered. A choice keeps its code whatever else is offered, so that a habit does not mislead: its place
    /// in the whole list, up to 99 choices; in longer lists, which are searched by typing, its place among those offered.
    private func offeredChoices(_ field: Field, _ instance: FormInstance) -> [AskedChoice] {
        guard let list = field.question.choices else { return [] }
        let checks = FormChecks(evaluation)
        let isNumeric = list.choices.allSatisfy { $0.name.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        var choices: [AskedChoice] = []
        for (place, choice) in list.choices.enumerated() {
            let isOffered =
                (field.question.choiceFilter == nil && field.question.system != .member)
                || evaluation.settling { () throws(Unsettled) in try checks.isOffered(choice, field, instance) }
            guard isOffered else { continue }
            let number = list.choices.count > 99 ? choices.count + 1 : place + 1
            choices.append(
                AskedChoice(
                    code: isNumeric ? choice.name : "\(number)", name: choice.name,
                    label: choice.label.text(in: state.language)))
        }
        return choices
    }

    // MARK: Places

    /// The title of a row: of one that is known from an earlier round the title it had, until what it is made of is
    /// answered again; `nil` where it has none, or what it is made of is not answered yet.
    func title(of instance: FormInstance) -> String? {
        title(of: instance, in: evaluation) ?? carriedTitle(of: instance)
    }

    /// The title of a row as an evaluation gives it.
    func title(of instance: FormInstance, in evaluation: FormEvaluation) -> String? {
        guard let function = layout.sets[instance.set].roster?.title, let parent = instance.parent,
            let place = layout.sets[parent.set].rosters.firstIndex(of: instance.set)
        else { return nil }
        let result = evaluation.settling { () throws(Unsettled) in
            try evaluation.call(function, instance, for: .roster(place))
        }
        guard case .value(let value) = result else { return nil }
        switch value {
        case .string(let text) where !text.isEmpty: return text
        default: return LocalizedText(value)?.text(in: state.language)
        }
    }

    private func rowPlace(of instance: FormInstance) -> RowPlace? {
        guard let parent = instance.parent,
            let place = layout.sets[parent.set].rosters.firstIndex(of: instance.set)
        else { return nil }
        let set = layout.sets[instance.set]
        let target = FormTarget(parent, .roster(place))
        return RowPlace(
            roster: evaluation.spot(of: parent, set.name),
            label: set.roster?.label.map { text($0, target) } ?? set.name, title: title(of: instance),
            position: instance.position, count: parent.rosters[place].result?.instances.count ?? 0)
    }

    /// The headings of the groups around a stop, from the outermost in.
    func headings(of stop: Stop) -> [String] {
        let instance = evaluation[stop.target]
        let plan = engine.plans[instance.set]
        var group: Int? =
            switch stop.target.item {
            case .field(let place): plan.groupOfField[place]
            case .roster(let place): plan.groupOfRoster[place]
            case .note(let place): plan.notes[place].group
            case .group(let place): plan.groups[place].outer
            }
        var headings: [String] = []
        while let place = group {
            if let label = plan.groups[place].group.label {
                headings.insert(text(label, FormTarget(instance, .group(place))), at: 0)
            }
            group = plan.groups[place].outer
        }
        return headings
    }
}
