import FormModel
import Interviewing
import LuaRuntime
import Messages
import Scripting

/// An interview as a test leads it: `t:interview("household")`, and within a row of a roster `i:row("person", 1)`.
///
/// What is *done* fails the test where it cannot be done:
/// - `i:answer(question, value)`, `i:confirm(question, unusual value)`, `i:type(question, "5/3/2026")`;
/// - `i:back()`, `i:skip()`, `i:add(roster)`, `i:remove(roster, row)`, `i:stop(result, reason)`;
/// - `i:complete()`: makes the record, and gives it to read.
///
/// What is *asked* gives a plain value, for `t:check` and `t:equal`:
/// - `i:at()`, `i:asked(question)`, `i:required(question)`, `i:shown(question)`, `i:choices(question)`;
/// - `i:value(question)`, `i:reason(question)`, `i:count(roster)`, `i:problems()`;
/// - `i:refused(question, value)`, `i:warned(question, value)`, `i:message(question, value)`: of an answer that is not
///   kept.
///
/// A question is named as in the form; in a row as `person[2].age`, by the row's permanent number.
final class InterviewObject: HostObject {
    let scriptName = "interview"
    private let talk: TestInterview
    private let steps: [Spot.Step]
    private unowned let host: ScriptHost

    init(_ talk: TestInterview, in steps: [Spot.Step] = [], host: ScriptHost) {
        self.talk = talk
        self.steps = steps
        self.host = host
    }

    private static let methods = [
        "add", "answer", "asked", "at", "back", "choices", "complete", "confirm", "count", "message", "problems",
        "reason", "refused", "remove", "required", "row", "shown", "skip", "stop", "type", "value", "warned",
    ]

    func property(_ name: String) -> HostReply {
        guard InterviewObject.methods.contains(name) else {
            return .unknown(name: name, of: scriptName, candidates: InterviewObject.methods)
        }
        return .method
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        let call = TestCall(function: "\(scriptName):\(method)", values: arguments)
        do throws(Message) {
            if let found = try asked(method, call) { return .value(found) }
            return .value(try done(method, call))
        } catch {
            return .fault(error)
        }
    }

    // MARK: Done

    private func done(_ method: String, _ call: TestCall) throws(Message) -> LuaValue {
        switch method {
        case "answer": try talk.answer(call[1], at: try question(call), call)
        case "confirm": try talk.confirm(call[1], at: try question(call), call)
        case "type": try talk.type(try call.text(1), at: try question(call))
        case "back": try talk.back()
        case "skip": try talk.skip()
        case "add": try talk.add(to: try roster(call))
        case "remove": try talk.remove(try call.number(1), of: try roster(call))
        case "stop": try stop(call)
        case "row":
            let row = try roster(call).row(try call.number(1))
            return host.add(InterviewObject(talk, in: row, host: host))
        case "complete":
            let record = try talk.complete()
            return host.add(RecordObject(record, in: talk.layout, host: host))
        default: throw call.unknownKey(.string(method), among: InterviewObject.methods)
        }
        return .none
    }

    private func stop(_ call: TestCall) throws(Message) {
        let name = try call.text(0)
        guard let result = VisitResult(rawValue: name), result != .completed else {
            let allowed = VisitResult.allCases.filter { $0 != .completed }.map(\.rawValue)
            throw call.unknownKey(call[0], among: allowed)
        }
        try talk.stop(result, reason: try call.optionalText(1) ?? "")
    }

    // MARK: Asked

    /// What a question of the test gives; `nil` where the method is none.
    private func asked(_ method: String, _ call: TestCall) throws(Message) -> LuaValue? {
        let interview = talk.interview
        switch method {
        case "at": return interview.state.cursor.map { .string($0.description) } ?? .some(.none)
        case "asked": return .boolean(interview.isAsked(try place(call)))
        case "required": return .boolean(interview.question(at: try question(call))?.isRequired ?? false)
        case "shown": return interview.question(at: try place(call)).map { .string($0.label) } ?? .some(.none)
        case "choices":
            let choices = interview.question(at: try question(call))?.choices ?? []
            return .table(LuaTable(array: choices.map { .string($0.name) }))
        case "value": return interview.reading(at: try question(call))?.value?.lua ?? .some(.none)
        case "reason":
            guard case .missing(let reason)? = interview.reading(at: try question(call)) else { return .some(.none) }
            return .string(reason.name)
        case "count": return .integer(Int64(interview.rowCount(of: try roster(call))))
        case "problems": return .table(LuaTable(array: talk.problems.map { .string($0) }))
        case "refused", "warned", "message": return try reply(method, call)
        default: return nil
        }
    }

    private func reply(_ method: String, _ call: TestCall) throws(Message) -> LuaValue {
        switch try talk.reply(to: call[1], at: try question(call), call) {
        case .accepted: method == "message" ? .none : .boolean(false)
        case .refused(let text): method == "message" ? .string(text) : .boolean(method == "refused")
        case .asks(let text): method == "message" ? .string(text) : .boolean(method == "warned")
        }
    }

    // MARK: Places

    /// The place that the first argument names, seen from this row.
    private func spot(_ call: TestCall) throws(Message) -> (spot: Spot, set: RecordSet) {
        let text = try call.text(0)
        guard let named = Spot(text) else { throw Message("E-TEST-021", ["found": text]) }
        var set = talk.layout.root
        for step in steps + named.steps {
            let rosters = set.rosters.map { talk.layout.sets[$0] }
            guard let next = rosters.first(where: { $0.name == step.roster }) else {
                throw unknown(step.roster, in: set, among: rosters.map(\.name))
            }
            set = next
        }
        return (Spot(named.name, in: steps + named.steps), set)
    }

    private func question(_ call: TestCall) throws(Message) -> Spot {
        let (spot, set) = try spot(call)
        guard set.field(spot.name) == nil else { return spot }
        throw unknown(spot.name, in: set, among: set.fields.map(\.name))
    }

    private func roster(_ call: TestCall) throws(Message) -> Spot {
        let (spot, set) = try spot(call)
        let names = set.rosters.map { talk.layout.sets[$0].name }
        guard !names.contains(spot.name) else { return spot }
        throw unknown(spot.name, in: set, among: names)
    }

    /// A question, a roster or a note.
    private func place(_ call: TestCall) throws(Message) -> Spot {
        let (spot, set) = try spot(call)
        let rosters = set.rosters.map { talk.layout.sets[$0].name }
        let notes = (set.roster?.nodes ?? talk.layout.form.nodes).notes
        let names = set.fields.map(\.name) + rosters + notes
        guard !names.contains(spot.name) else { return spot }
        throw unknown(spot.name, in: set, among: names)
    }

    /// A name that stands in no such place, or only in rows of a roster.
    private func unknown(_ name: String, in set: RecordSet, among names: [String]) -> Message {
        let below = set.rosters.map { talk.layout.sets[$0] }
        if let roster = below.first(where: { $0.field(name) != nil }) {
            return Message("E-TEST-012", ["name": name, "roster": roster.name])
        }
        var facts = TestCall.unknown(name, among: names)
        facts["set"] = set.path
        return Message("E-FIELD-001", facts)
    }
}

extension [FormNode] {
    /// The names of the notes among the nodes, those in groups as well.
    fileprivate var notes: [String] {
        flatMap { node -> [String] in
            switch node {
            case .question(let question): question.kind == .note ? [question.name] : []
            case .group(let group): group.nodes.notes
            case .roster: []
            }
        }
    }
}
