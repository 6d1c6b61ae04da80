import FormModel
import LuaRuntime
import Messages
import Scripting

/// Checks the answers of a form: what is required, allowed, offered, unusual.
struct FormChecks {
    private let evaluation: FormEvaluation

    init(_ evaluation: FormEvaluation) {
        self.evaluation = evaluation
    }

    /// Checks the answer of a settled field. What is not asked needs no check; a reason handed down by a relevance that is
    /// missing is no answer of the question.
    func check(_ place: Int, _ instance: FormInstance) throws(Unsettled) {
        guard instance.fieldRelevance[place] == .asked else { return }
        let field = field(place, instance)
        switch instance.cells[place].result {
        case .value(let value): try check(value, of: place, instance)
        case .missing(.unanswered):
            if try evaluation.isRequired(field, instance) {
                report(.unanswered, "E-ROW-006", field, instance, ["field": field.name])
            }
        case .missing(let reason) where reason != .notComputed && !field.question.special.contains(reason):
            let allowed = field.question.special.map(\.name).joined(separator: ", ")
            let facts = ["field": field.name, "found": reason.name, "allowed": allowed]
            report(.error, "E-ROW-007", field, instance, facts)
        case .missing, .notAsked, nil: break
        }
    }

    /// Checks a value of a field that is asked.
    func check(_ value: Value, of place: Int, _ instance: FormInstance) throws(Unsettled) {
        let field = field(place, instance)
        let question = field.question
        checkBounds(value, field, instance)
        try checkChoices(value, field, instance)
        try checkPattern(value, field, instance)
        if let constraint = question.constraint, try fails(constraint, value, field, instance) {
            let facts = try facts(field, value, question.constraintMessage, instance)
            report(.error, "E-ROW-010", field, instance, facts)
        }
        checkLeftMonth(value, field, instance)
        if question.selfOnly, try evaluation.isAnsweredByProxy(instance) {
            report(.warning, "W-ROW-002", field, instance, ["field": field.name, "found": value.plainText])
        }
        if let warn = question.warn, try fails(warn, value, field, instance) {
            let facts = try facts(field, value, question.warnMessage, instance)
            report(.warning, "W-ROW-001", field, instance, facts)
        }
    }

    private func checkBounds(_ value: Value, _ field: Field, _ instance: FormInstance) {
        let number: Double? =
            switch value {
            case .integer(let integer): Double(integer)
            case .decimal(let decimal): decimal
            default: nil
            }
        let (min, max) = (field.question.min, field.question.max)
        guard let number, number < min ?? -.infinity || number > max ?? .infinity else { return }
        let facts = [
            "field": field.name, "found": value.plainText,
            "min": min.map { Value.decimal($0).plainText } ?? "", "max": max.map { Value.decimal($0).plainText } ?? "",
        ]
        report(.error, "E-ROW-008", field, instance, facts)
    }

    /// A member left in a month that has begun.
    private func checkLeftMonth(_ value: Value, _ field: Field, _ instance: FormInstance) {
        guard field.index == evaluation.engine.plans[instance.set].system.leftMonth, case .text(let text) = value else {
            return
        }
        let month = PeriodCalendar().period(id: text)
        let today = evaluation.engine.workspace.host.today
        if let month, month.length == .month, today.map({ month.first <= $0 }) ?? true { return }
        report(.error, "E-ROW-021", field, instance, ["field": field.name, "found": text])
    }

    private func checkPattern(_ value: Value, _ field: Field, _ instance: FormInstance) throws(Unsettled) {
        let question = field.question
        guard let pattern = question.pattern, case .text(let text) = value, !question.kind.hasChoices else { return }
        switch evaluation.engine.matches(text, pattern: pattern) {
        case .value(.boolean(true)): break
        case .fault(let fault):
            let facts = ["pattern": pattern, "text": fault.message, "place": "\(question.place)"]
            report(.fault, "E-PATTERN-001", field, instance, facts)
        case .value, .missing, .notReady:
            var facts = try self.facts(field, value, question.constraintMessage ?? question.hint, instance)
            facts["pattern"] = pattern
            report(.error, "E-ROW-009", field, instance, facts)
        }
    }

    private func checkChoices(_ value: Value, _ field: Field, _ instance: FormInstance) throws(Unsettled) {
        guard let list = field.question.choices else { return }
        for name in value.choiceNames {
            let facts = ["field": field.name, "found": name]
            guard let choice = list[name] else {
                report(.error, "E-ROW-011", field, instance, facts)
                continue
            }
            if try !isOffered(choice, field, instance) { report(.error, "E-ROW-012", field, instance, facts) }
        }
    }

    /// A filter that is missing offers every choice (`semantics.md` 1.9).
    func isOffered(_ choice: Choice, _ field: Field, _ instance: FormInstance) throws(Unsettled) -> Bool {
        if field.index == evaluation.engine.plans[instance.set].system.member {
            // Who is known from an earlier round is not new.
            return choice.name != MemberStatus.new.rawValue
                || !evaluation.source.isKnownEarlier(instance, in: evaluation)
        }
        guard let filter = field.question.choiceFilter else { return true }
        let row = LuaValue.row(choice.luaRow(in: evaluation.engine.workspace.host.language))
        switch try evaluation.condition(filter, instance, for: .field(field.index), leading: [row]) {
        case .holds(let holds): return holds
        case .missing, .fault: return true
        }
    }

    /// A constraint or warning that is missing has passed (`semantics.md` 1.9).
    private func fails(_ function: FunctionReference, _ value: Value, _ field: Field, _ instance: FormInstance)
        throws(Unsettled) -> Bool
    {
        switch try evaluation.condition(function, instance, for: .field(field.index), leading: [value.lua]) {
        case .holds(let holds): return !holds
        case .missing, .fault: return false
        }
    }

    private func facts(_ field: Field, _ value: Value, _ text: FormText?, _ instance: FormInstance) throws(Unsettled)
        -> [String: String]
    {
        var facts = ["field": field.name, "found": value.plainText]
        if let text { facts["text"] = try evaluation.text(text, instance, for: .field(field.index)) }
        return facts
    }

    private func field(_ place: Int, _ instance: FormInstance) -> Field {
        evaluation.layout.sets[instance.set].fields[place]
    }

    private func report(
        _ kind: FormProblem.Kind, _ code: String, _ field: Field, _ instance: FormInstance, _ facts: [String: String]
    ) {
        evaluation.report(kind, .field(field.index), instance, Message(code, facts))
    }
}

extension Value {
    /// The names of choices in an answer to a question that has them.
    fileprivate var choiceNames: [String] {
        switch self {
        case .text(let name): [name]
        case .choices(let names), .ranking(let names): names
        case .boolean, .integer, .decimal, .date, .time, .dateTime, .geopoint: []
        }
    }
}
