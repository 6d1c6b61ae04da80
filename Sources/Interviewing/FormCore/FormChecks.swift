import FormModel
import LuaRuntime
import Messages
import Scripting

/// Checks the answers of an evaluated form: what is required, allowed, offered, unusual.
struct FormChecks {
    private let evaluation: FormEvaluation

    init(_ evaluation: FormEvaluation) {
        self.evaluation = evaluation
    }

    func check(_ instance: FormInstance) {
        let set = evaluation.layout.sets[instance.set]
        for field in set.fields {
            guard case .done(let answer) = instance.cells[field.index] else { continue }
            check(field.question, answer, instance)
        }
        for state in instance.rosters {
            guard case .done(.rows(let rows)) = state else { continue }
            rows.forEach(check)
        }
    }

    private func check(_ question: Question, _ answer: Answer, _ instance: FormInstance) {
        switch answer {
        case .notAsked: break
        case .missing(.unanswered):
            if isRequired(question, instance) {
                evaluation.report(
                    .unanswered, instance, question.name, Message("E-ROW-006", ["field": question.name]))
            }
        case .missing(let reason):
            // A reason handed down by a relevance that is missing is no answer of this question.
            let given = instance.given.answers[question.index(in: evaluation.layout.sets[instance.set])]
            if given == .missing(reason), reason != .notComputed, !question.special.contains(reason),
                question.relevant == nil
            {
                evaluation.report(
                    .error, instance, question.name,
                    Message(
                        "E-ROW-007",
                        [
                            "field": question.name, "found": reason.name,
                            "allowed": question.special.map(\.name).joined(separator: ", "),
                        ]))
            }
        case .value(let value): check(question, value, instance)
        }
    }

    private func isRequired(_ question: Question, _ instance: FormInstance) -> Bool {
        switch question.required {
        case .constant(let required): required
        case .computed(let function):
            evaluation.condition(function, instance, field: question.name).map { (try? $0.get()) ?? false } ?? false
        }
    }

    // MARK: Values

    func check(_ question: Question, _ value: Value, _ instance: FormInstance) {
        checkBounds(question, value, instance)
        checkChoices(question, value, instance)
        checkPattern(question, value, instance)
        if let constraint = question.constraint,
            fails(constraint, value, question, instance)
        {
            evaluation.report(
                .error, instance, question.name,
                Message("E-ROW-010", facts(question, value, text: question.constraintMessage, instance)))
        }
        if let warn = question.warn, fails(warn, value, question, instance) {
            evaluation.report(
                .warning, instance, question.name,
                Message("W-ROW-001", facts(question, value, text: question.warnMessage, instance)))
        }
    }

    private func checkBounds(_ question: Question, _ value: Value, _ instance: FormInstance) {
        let number: Double? =
            switch value {
            case .integer(let integer): Double(integer)
            case .decimal(let decimal): decimal
            default: nil
            }
        guard let number else { return }
        guard number < question.min ?? -.infinity || number > question.max ?? .infinity else { return }
        var facts = ["field": question.name, "found": value.plainText]
        facts["min"] = question.min.map { Value.decimal($0).plainText } ?? "−∞"
        facts["max"] = question.max.map { Value.decimal($0).plainText } ?? "∞"
        evaluation.report(.error, instance, question.name, Message("E-ROW-008", facts))
    }

    private func checkPattern(_ question: Question, _ value: Value, _ instance: FormInstance) {
        guard let pattern = question.pattern, case .text(let text) = value, !question.kind.hasChoices else { return }
        switch evaluation.engine.matches(text, pattern: pattern) {
        case .value(.boolean(true)): break
        case .fault(let fault):
            evaluation.report(
                .fault, instance, question.name, Message("E-PATTERN-001", ["pattern": pattern, "text": fault.message]))
        default:
            evaluation.report(
                .error, instance, question.name,
                Message("E-ROW-009", ["field": question.name, "found": text, "pattern": pattern]))
        }
    }

    private func checkChoices(_ question: Question, _ value: Value, _ instance: FormInstance) {
        guard let list = question.choices else { return }
        let names: [String] =
            switch value {
            case .text(let name): [name]
            case .choices(let names), .ranking(let names): names
            default: []
            }
        for name in names {
            guard let choice = list[name] else {
                evaluation.report(
                    .error, instance, question.name, Message("E-ROW-011", ["field": question.name, "found": name]))
                continue
            }
            if let filter = question.choiceFilter, !isOffered(choice, filter, question, instance) {
                evaluation.report(
                    .error, instance, question.name, Message("E-ROW-012", ["field": question.name, "found": name]))
            }
        }
    }

    /// A filter that is missing offers every choice (`semantics.md` 1.9).
    private func isOffered(
        _ choice: Choice, _ filter: FunctionReference, _ question: Question, _ instance: FormInstance
    ) -> Bool {
        let row = LuaValue.row(choice.luaRow(in: evaluation.engine.workspace.host.language))
        guard case .success(let holds)? = evaluation.condition(filter, instance, field: question.name, leading: [row])
        else { return true }
        return holds
    }

    /// A constraint or warning that is missing has passed (`semantics.md` 1.9).
    private func fails(
        _ function: FunctionReference, _ value: Value, _ question: Question, _ instance: FormInstance
    ) -> Bool {
        let outcome = evaluation.condition(function, instance, field: question.name, leading: [value.lua])
        guard case .success(let holds)? = outcome else { return false }
        return !holds
    }

    private func facts(_ question: Question, _ value: Value, text: FormText?, _ instance: FormInstance) -> [String:
        String]
    {
        var facts = ["field": question.name, "found": value.plainText]
        facts["text"] = text.flatMap { self.text($0, instance, field: question.name) } ?? ""
        return facts
    }

    private func text(_ text: FormText, _ instance: FormInstance, field: String) -> String? {
        let language = evaluation.engine.workspace.host.language
        switch text {
        case .constant(let text): return text.text(in: language)
        case .computed(let function):
            guard case .value(let value) = evaluation.call(function, instance, field: field) else { return "…" }
            return LocalizedText(value)?.text(in: language) ?? "…"
        }
    }
}

extension Question {
    /// The place of the question's field in its set.
    fileprivate func index(in set: RecordSet) -> Int { set.field(name)?.index ?? 0 }
}
