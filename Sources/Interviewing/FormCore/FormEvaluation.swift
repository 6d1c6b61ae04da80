import FormModel
import LuaRuntime
import Messages
import Scripting

/// One evaluation of a form: resolves fields on demand, in any order, and finds circles as it goes.
///
/// A function that reads a field not yet known ends as "not ready"; the field is resolved, and the function runs again.
/// So no callback ever enters the script state that called it, and in a form whose questions refer to earlier ones
/// nothing runs twice.
final class FormEvaluation: RecordReading {
    let engine: FormEngine
    let source: any AnswerSource
    private(set) var problems: [FormProblem] = []
    private var instances: [[FormInstance]]
    private var demands: [Demand] = []
    private var path: [(name: String, place: Place)] = []

    /// What a function needed before it could go on.
    private enum Demand {
        case field(set: Int, row: Int, field: Int)
        case rows(set: Int, parentRow: Int)
    }

    init(_ engine: FormEngine, given: GivenRow, source: any AnswerSource) {
        self.engine = engine
        self.source = source
        self.instances = engine.layout.sets.map { _ in [] }
        _ = add(given, set: 0, parent: nil, position: 1, row: given.row ?? 1)
    }

    var layout: FormLayout { engine.layout }

    func run() -> EvaluatedForm {
        resolveAll(instances[0][0])
        let checks = FormChecks(self)
        checks.check(instances[0][0])
        return EvaluatedForm(root: record(instances[0][0]), problems: problems)
    }

    /// What a function of the record gives, with whatever it reads resolved.
    func value(of function: FunctionReference) -> CallResult {
        call(function, instances[0][0], field: nil)
    }

    func report(
        _ kind: FormProblem.Kind, _ instance: FormInstance, _ field: String?, _ message: Message
    ) {
        problems.append(
            FormProblem(
                kind: kind, set: instance.set, row: instance.row, source: instance.given.source, field: field,
                message: message))
    }

    // MARK: Rows

    private func add(_ given: GivenRow, set: Int, parent: FormInstance?, position: Int, row: Int) -> FormInstance {
        let instance = FormInstance(
            set: set, number: instances[set].count, parent: parent, position: position, row: row, given: given,
            layout: layout, plan: engine.plans[set])
        instances[set].append(instance)
        return instance
    }

    private func resolveAll(_ instance: FormInstance) {
        for field in layout.sets[instance.set].fields.indices { _ = resolve(field, instance) }
        for (place, _) in layout.sets[instance.set].rosters.enumerated() {
            if case .rows(let rows) = resolveRows(place, instance) { rows.forEach(resolveAll) }
        }
    }

    private func record(_ instance: FormInstance) -> RecordRow {
        RecordRow(
            row: instance.row, answers: instance.answers,
            rosters: instance.rosters.map { state in
                guard case .done(.rows(let rows)) = state else { return [] }
                return rows.map(record)
            })
    }

    // MARK: Relevance

    /// Whether something in a group of an instance is asked.
    private func groupRelevance(_ group: Int?, _ instance: FormInstance) -> Relevance {
        guard let group else { return .asked }
        if let known = instance.groups[group] { return known }
        let (relevant, outer) = engine.plans[instance.set].groups[group]
        var relevance = groupRelevance(outer, instance)
        if relevance == .asked { relevance = self.relevance(relevant, instance, field: nil) }
        instance.groups[group] = relevance
        return relevance
    }

    private func relevance(_ function: FunctionReference?, _ instance: FormInstance, field: String?) -> Relevance {
        guard let function else { return .asked }
        switch condition(function, instance, field: field) {
        case .some(.success(let holds)): return holds ? .asked : .notAsked
        case .some(.failure(let missing)): return .missing(missing.reason)
        case nil: return .missing(.notComputed)
        }
    }

    // MARK: Fields

    /// The answer of a field as functions read it.
    private func resolve(_ index: Int, _ instance: FormInstance) -> Answer {
        switch instance.cells[index] {
        case .done(let answer): return answer
        case .running:
            reportCycle(layout.sets[instance.set].fields[index].question, instance)
            return .missing(.notComputed)
        case .pending: break
        }
        let field = layout.sets[instance.set].fields[index]
        instance.cells[index] = .running
        path.append((field.name, field.question.place))
        let answer = answer(of: field, instance)
        path.removeLast()
        // A circle found below has already given this field its answer.
        if case .done(let known) = instance.cells[index] { return known }
        instance.cells[index] = .done(answer)
        return answer
    }

    private func answer(of field: Field, _ instance: FormInstance) -> Answer {
        let question = field.question
        let given = instance.given.answers[field.index]
        var relevance = groupRelevance(engine.plans[instance.set].groupOfField[field.index], instance)
        if relevance == .asked { relevance = self.relevance(question.relevant, instance, field: field.name) }
        switch relevance {
        case .notAsked:
            if let given, given != .notAsked, given != .missing(.unanswered) {
                report(.error, instance, field.name, Message("E-ROW-001", ["field": field.name]))
            }
            return .notAsked
        case .missing(let reason):
            if let given, given != .missing(reason), given != .notAsked, given != .missing(.unanswered) {
                report(.error, instance, field.name, Message("E-ROW-001", ["field": field.name]))
            }
            return .missing(reason)
        case .asked:
            if let calculation = question.calculation { return calculated(calculation, field, instance) }
            return plain(field, instance)
        }
    }

    private func plain(_ field: Field, _ instance: FormInstance) -> Answer {
        let question = field.question
        switch source.answer(to: field, instance, in: self) {
        case .value(let value): return .value(value)
        case .missing(let reason) where reason != .unanswered && reason != .notComputed: return .missing(reason)
        case .notAsked:
            report(.error, instance, question.name, Message("E-ROW-002", ["field": question.name]))
            return .missing(.unanswered)
        case nil, .missing:
            guard source.takesDefaults, let value = defaultValue(question, instance) else {
                return .missing(.unanswered)
            }
            return .value(value)
        }
    }

    private func defaultValue(_ question: Question, _ instance: FormInstance) -> Value? {
        switch question.defaultValue {
        case nil: return nil
        case .constant(let value): return value
        case .computed(let function):
            guard case .value(let lua) = call(function, instance, field: question.name) else { return nil }
            return Value(lua, for: question)
        }
    }

    private func calculated(_ function: FunctionReference, _ field: Field, _ instance: FormInstance) -> Answer {
        var answer = Answer.missing(.notComputed)
        if case .value(let lua) = call(function, instance, field: field.name), lua != .none {
            if let value = Value(lua, for: field.question) {
                answer = .value(value)
            } else if lua != .string("") {
                report(
                    .fault, instance, field.name,
                    Message(
                        "E-CALC-001", ["field": field.name, "found": lua.shown, "kind": field.question.kind.rawValue]))
            }
        }
        if let given = instance.given.answers[field.index], !given.agrees(with: answer) {
            report(
                .error, instance, field.name,
                Message("E-ROW-003", ["field": field.name, "expected": answer.plainText, "found": given.plainText]))
        }
        return answer
    }

    // MARK: Rosters

    private func resolveRows(_ place: Int, _ instance: FormInstance) -> RosterRows {
        switch instance.rosters[place] {
        case .done(let rows): return rows
        case .running:
            let set = layout.sets[layout.sets[instance.set].rosters[place]]
            if let roster = set.roster { reportCycle(name: roster.name, place: roster.place, instance) }
            return .missing(.notComputed)
        case .pending: break
        }
        instance.rosters[place] = .running
        let set = layout.sets[layout.sets[instance.set].rosters[place]]
        guard let roster = set.roster else { return .rows([]) }
        path.append((roster.name, roster.place))
        let rows = rows(of: roster, set, place, instance)
        path.removeLast()
        if case .done(let known) = instance.rosters[place] { return known }
        instance.rosters[place] = .done(rows)
        return rows
    }

    private func rows(of roster: Roster, _ set: RecordSet, _ place: Int, _ instance: FormInstance) -> RosterRows {
        var given = instance.given.rosters[place]
        var relevance = groupRelevance(engine.plans[instance.set].groupOfRoster[place], instance)
        if relevance == .asked { relevance = self.relevance(roster.relevant, instance, field: roster.name) }
        if relevance != .asked, !given.isEmpty {
            report(.error, instance, roster.name, Message("E-ROW-004", ["roster": roster.name]))
        }
        switch relevance {
        case .notAsked: return .rows([])
        case .missing(let reason): return .missing(reason)
        case .asked: break
        }
        switch expectedRows(roster, instance) {
        case .success(let count):
            given = source.rows(of: set, expected: count, instance, in: self)
            if let count, count != given.count {
                report(
                    .error, instance, roster.name,
                    Message("E-ROW-005", ["roster": roster.name, "expected": "\(count)", "found": "\(given.count)"]))
            }
        case .failure(let missing): return .missing(missing.reason)
        }
        var next = (given.compactMap(\.row).max() ?? 0) + 1
        let rows = given.enumerated().map { position, row -> FormInstance in
            let number = row.row ?? next
            if row.row == nil { next += 1 }
            return add(row, set: set.index, parent: instance, position: position + 1, row: number)
        }
        return .rows(rows)
    }

    /// How many rows a roster must have; `nil` where the interviewer decides.
    private func expectedRows(_ roster: Roster, _ instance: FormInstance) -> Result<Int?, MissingFailure> {
        switch roster.count {
        case nil: return .success(nil)
        case .constant(let count): return .success(count)
        case .computed(let function):
            switch call(function, instance, field: roster.name) {
            case .value(.integer(let count)) where (0...100_000).contains(count): return .success(Int(count))
            case .value(.none): return .success(0)
            case .value(let other):
                report(
                    .fault, instance, roster.name,
                    Message("E-COUNT-001", ["roster": roster.name, "found": other.shown]))
                return .success(nil)
            case .missing(let reason): return .failure(MissingFailure(reason: reason))
            case .fault: return .success(nil)
            }
        }
    }

    // MARK: Functions

    /// How a function of the form ended.
    enum CallResult {
        case value(LuaValue)
        case missing(MissingReason)
        case fault
    }

    /// Calls a function with the record it stands in, resolving what it reads; a fault is reported.
    func call(
        _ function: FunctionReference, _ instance: FormInstance, field: String?, leading: [LuaValue] = []
    ) -> CallResult {
        let record = LuaValue.record(set: engine.binding.sets[instance.set], row: Int32(instance.number))
        while true {
            let outcome = engine.workspace.state.call(
                engine.workspace.host.functions[function], leading + [record],
                limit: .seconds(engine.workspace.limits.record))
            switch outcome {
            case .value(let value): return .value(value)
            case .missing(let reason): return .missing(MissingReason(lua: reason))
            case .notReady(let token): satisfy(demands[Int(token)])
            case .fault(let fault):
                report(.fault, instance, field, Diagnostic(fault, in: engine.workspace).located)
                return .fault
            }
        }
    }

    /// A condition: whether it holds, or why that is missing; `nil` after a fault.
    func condition(
        _ function: FunctionReference, _ instance: FormInstance, field: String?, leading: [LuaValue] = []
    ) -> Result<Bool, MissingFailure>? {
        switch call(function, instance, field: field, leading: leading) {
        case .value(.boolean(let holds)): return .success(holds)
        case .value(.none): return .success(false)
        case .value(let other):
            report(
                .fault, instance, field,
                Message("E-COND-001", ["found": other.shown, "place": "\(function.place)"]))
            return nil
        case .missing(let reason): return .failure(MissingFailure(reason: reason))
        case .fault: return nil
        }
    }

    /// Runs a check while a field is taken to have an answer that is not settled yet.
    func trying<Result>(_ answer: Answer, for field: Int, _ instance: FormInstance, _ check: () -> Result) -> Result {
        let before = instance.cells[field]
        instance.cells[field] = .done(answer)
        defer { instance.cells[field] = before }
        return check()
    }

    /// Problems that a check reports are not kept: whether any was.
    func isRefused(_ check: () -> Void) -> Bool {
        let before = problems.count
        check()
        defer { problems.removeSubrange(before...) }
        return problems.count > before
    }

    private func satisfy(_ demand: Demand) {
        demands.removeAll()
        switch demand {
        case .field(let set, let row, let field): _ = resolve(field, instances[set][row])
        case .rows(let set, let parentRow):
            guard let parent = layout.sets[set].parent,
                let place = layout.sets[parent].rosters.firstIndex(of: set)
            else { return }
            _ = resolveRows(place, instances[parent][parentRow])
        }
    }

    private func reportCycle(_ question: Question, _ instance: FormInstance) {
        reportCycle(name: question.name, place: question.place, instance)
        if let field = layout.sets[instance.set].field(question.name) {
            instance.cells[field.index] = .done(.missing(.notComputed))
        }
    }

    private func reportCycle(name: String, place: Place, _ instance: FormInstance) {
        let start = path.lastIndex { $0.name == name && $0.place == place } ?? 0
        let steps = (path[start...] + [(name, place)]).map { "\($0.name) (\($0.place))" }
        report(.fault, instance, name, Message("E-CYCLE-001", ["path": steps.joined(separator: " → ")]))
    }

    // MARK: RecordReading

    func read(set: Int32, row: Int32, field: Int32) -> HostReply {
        guard let local = engine.binding.sets.firstIndex(of: set), instances[local].indices.contains(Int(row)) else {
            return .fault(Message("E-RECORD-001"))
        }
        let instance = instances[local][Int(row)]
        switch field {
        case ScriptHost.parentField:
            guard let parent = instance.parent else { return .value(.none) }
            return .value(.record(set: engine.binding.sets[parent.set], row: Int32(parent.number)))
        case ScriptHost.indexField: return .value(.integer(Int64(instance.position)))
        default: break
        }
        guard instance.cells.indices.contains(Int(field)) else { return .fault(Message("E-RECORD-001")) }
        guard case .done(let answer) = instance.cells[Int(field)] else {
            demands.append(.field(set: local, row: Int(row), field: Int(field)))
            return .notReady(UInt32(demands.count - 1))
        }
        return answer.reply
    }

    func rosterRows(set: Int32, parentRow: Int32) -> RosterReply {
        guard let local = engine.binding.sets.firstIndex(of: set), let parent = layout.sets[local].parent,
            let place = layout.sets[parent].rosters.firstIndex(of: local),
            instances[parent].indices.contains(Int(parentRow))
        else { return .notAsked }
        switch instances[parent][Int(parentRow)].rosters[place] {
        case .done(.rows(let rows)): return .rows(rows.map { Int32($0.number) })
        case .done(.missing(let reason)): return .missing(reason.lua)
        case .pending, .running:
            demands.append(.rows(set: local, parentRow: Int(parentRow)))
            return .notReady(UInt32(demands.count - 1))
        }
    }
}
