import FormModel
import Messages
import Scripting

/// An interview: state and event give state and effects (`semantics.md` 2).
///
/// In come what the interviewer does (`InterviewEvent`); out go what must be kept and said (`InterviewEffect`), and what
/// is to be shown now (`Interview.question`, `stops`). It touches no clock, terminal or disk. The state is a value: made
/// anew from it, an interview stands where it stood.
public final class Interview {
    let engine: FormEngine
    /// The round that the record will belong to, where it is known.
    let round: InterviewRound?
    /// Where the interview stands.
    public internal(set) var state: InterviewState
    var evaluation: FormEvaluation
    private let answers = InterviewAnswers()
    private var reportedFaults: Set<Message> = []
    /// The surplus rows that the interviewer was told of.
    var reportedSurplus: Set<SurplusRows> = []
    /// The clashes of declared and listed rows that the interviewer was told of.
    var reportedClashes: Set<Message> = []
    private var stopsNow: [Stop]?
    /// The titles of rows that are known from an earlier round.
    var carriedTitles: [[Spot.Step]: String] = [:]

    /// An interview at its first question, or where a state says.
    public init(_ engine: FormEngine, state: InterviewState, round: InterviewRound? = nil) {
        self.engine = engine
        self.round = round
        self.state = state
        self.evaluation = FormEvaluation(engine, given: state.root, source: answers)
        rebuild()
        if state.cursor == nil, state.trail.isEmpty, state.ending == nil {
            self.state.cursor = stops.first?.spot
            var ignored: [InterviewEffect] = []
            arrive(&ignored)
        }
    }

    /// The form.
    public var layout: FormLayout { engine.layout }

    /// Works the event out.
    public func handle(_ event: InterviewEvent) -> [InterviewEffect] {
        running {
            var effects: [InterviewEffect] = []
            handle(event, &effects)
            for fault in evaluation.faults where reportedFaults.insert(fault.message).inserted {
                effects.append(.fault(fault.message))
            }
            return effects
        }
    }

    private func handle(_ event: InterviewEvent, _ effects: inout [InterviewEffect]) {
        let pending = state.pending
        if case .carry = event {} else { state.pending = nil }
        switch event {
        case .answer(let answer): self.answer(answer, &effects)
        case .answerAcross(let yes, let others): answerAcross(yes: yes, others: others, &effects)
        case .accept: accept(&effects)
        case .confirm: if let pending { confirm(pending, &effects) }
        case .takeBack: break
        case .skip: forward(&effects)
        case .back: back(&effects)
        case .jump(let spot): jump(to: spot, &effects)
        case .advance: advance(&effects)
        case .toEnd: move(to: nil, &effects)
        case .nextRow: moveToRow(1, &effects)
        case .previousRow: moveToRow(-1, &effects)
        case .addRow(let roster): addRow(to: roster, &effects)
        case .removeRow(let roster, let row): removeRow(row, of: roster, &effects)
        case .note(let text): note(text, &effects)
        case .language(let language): change(to: language)
        case .carry(let earlier): carry(earlier, &effects)
        case .come(let origins): come(from: origins, &effects)
        case .stop(let ending):
            state.ending = ending
            move(to: nil, &effects)
        case .goOn:
            state.ending = nil
            // The only way back from a refusal is the question that was refused.
            if let refused = stops.last, isRefusedConsent(refused) {
                move(to: refused.spot, &effects)
            } else {
                advance(&effects)
            }
        }
    }

    // MARK: Evaluation

    /// Runs something that evaluates functions of the form: they read this interview's answers and day.
    func running<Result>(_ body: () -> Result) -> Result {
        let host = engine.workspace.host
        host.today = state.day
        host.language = state.language
        let outer = host.records
        host.records = evaluation
        // Within an event the records may have become those of a new evaluation.
        defer { host.records = outer == nil ? nil : evaluation }
        return body()
    }

    /// Runs something that evaluates functions over other answers than the interview's own.
    func running<Result>(on given: GivenRow, _ body: (FormEvaluation) -> Result) -> Result {
        let host = engine.workspace.host
        (host.today, host.language) = (state.day, state.language)
        let outer = host.records
        let other = FormEvaluation(engine, given: given, source: answers)
        host.records = other
        defer { host.records = outer }
        other.settleAll()
        return body(other)
    }

    /// Evaluates from the start: where rows have moved, or texts are in another language.
    func rebuild() {
        answers.lastRows = state.lastRows
        answers.carried = state.carriedRows
        evaluation = FormEvaluation(engine, given: state.root, source: answers)
        evaluation.dependencies = Dependencies()
        running { evaluation.settleAll() }
        carriedTitles = [:]
        stopsNow = nil
    }

    private func change(to language: Language) {
        guard language != state.language else { return }
        state.language = language
        rebuild()
    }

    // MARK: Places

    /// The row and the item that a place names; `nil` where there is no such row now.
    func resolve(_ spot: Spot) -> FormTarget? {
        guard let instance = instance(at: spot.steps) else { return nil }
        let (set, plan) = (layout.sets[instance.set], engine.plans[instance.set])
        if let field = set.field(spot.name) { return FormTarget(instance, .field(field.index)) }
        if let roster = set.rosters.firstIndex(where: { layout.sets[$0].name == spot.name }) {
            return FormTarget(instance, .roster(roster))
        }
        if let note = plan.notes.firstIndex(where: { $0.question.name == spot.name }) {
            return FormTarget(instance, .note(note))
        }
        return nil
    }

    /// The row that steps lead to, where it counts now.
    func instance(at steps: [Spot.Step]) -> FormInstance? {
        var instance = evaluation.root
        for step in steps {
            let rosters = layout.sets[instance.set].rosters
            guard let place = rosters.firstIndex(where: { layout.sets[$0].name == step.roster }),
                let row = instance.rosters[place].result?.instances.first(where: { $0.row == step.row })
            else { return nil }
            instance = row
        }
        return instance
    }

    /// The question of a target, where it is one that takes an answer.
    func field(_ target: FormTarget) -> Field? {
        guard case .field(let place) = target.item else { return nil }
        return layout.sets[target.set].fields[place]
    }

    /// All places that the interview comes past now, in the order of the form.
    public var stops: [Stop] {
        if let stopsNow { return stopsNow }
        var found = running { StopList(evaluation).stops }
        // Whoever does not consent is asked nothing more.
        if let refused = found.firstIndex(where: isRefusedConsent) { found.removeSubrange((refused + 1)...) }
        stopsNow = found
        return found
    }

    /// What was known of the stops is no longer so.
    func forgetStops() { stopsNow = nil }

    // MARK: Answers

    /// The answer that is kept for a place, asked now or not.
    public func answer(at spot: Spot) -> Answer? {
        guard let target = resolve(spot), let field = field(target) else { return nil }
        return evaluation[target].given.answers[field.index]
    }

    /// Puts an answer into the state and the evaluation, and works out what follows.
    func put(_ answer: Answer?, at target: FormTarget, _ field: Field) {
        let instance = evaluation[target]
        materialise(instance)
        evaluation.change(answer, of: field.index, instance)
        state.root.update(evaluation.steps(to: instance), in: layout, set: 0) { $0.answers[field.index] = answer }
        evaluation.settleAll()
        forgetStops()
    }

    /// Makes a row that so far is only expected one that is kept, and those before it.
    func materialise(_ instance: FormInstance) {
        guard let parent = instance.parent else { return }
        materialise(parent)
        let rosters = layout.sets[parent.set].rosters
        guard let place = rosters.firstIndex(of: instance.set) else { return }
        let set = layout.sets[instance.set]
        let rows = parent.rosters[place].result?.instances ?? []
        for row in rows.prefix(instance.position) {
            guard !parent.given.rosters[place].contains(where: { $0.row == row.row }) else { continue }
            var new = GivenRow(of: set)
            new.row = row.row
            parent.given.rosters[place].append(new)
            state.root.update(evaluation.steps(to: parent), in: layout, set: 0) { $0.rosters[place].append(new) }
            let roster = evaluation.spot(of: parent, set.name)
            state.lastRows[roster] = max(state.lastRows[roster] ?? 0, row.row)
            answers.lastRows = state.lastRows
        }
    }

    /// The rows of a roster that are kept, those too many for its count among them.
    func keptRows(of target: FormTarget) -> [GivenRow] {
        guard case .roster(let place) = target.item else { return [] }
        return evaluation[target].given.rosters[place]
    }
}

extension GivenRow {
    /// Changes the row that steps lead to.
    mutating func update(_ steps: [Spot.Step], in layout: FormLayout, set: Int, _ body: (inout GivenRow) -> Void) {
        guard let step = steps.first else { return body(&self) }
        guard let place = layout.sets[set].rosters.firstIndex(where: { layout.sets[$0].name == step.roster }),
            let row = rosters[place].firstIndex(where: { $0.row == step.row })
        else { return }
        rosters[place][row].update(Array(steps.dropFirst()), in: layout, set: layout.sets[set].rosters[place], body)
    }
}
